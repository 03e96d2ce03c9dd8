import Desk

// What policies ask of a ticket: of thousands of rows there are few sorts.
extension Segment {
  /// Whether one of some tickets is of a sort; each sort is asked once, and its texts are read once.
  func contains(_ found: Bitmap, where test: (ServiceSubject) -> Bool) -> Bool {
    var asked: Set<Record.Sort> = []
    var isFound = false
    found.each(below: docs) { ordinal in
      let record = record(ordinal)
      if asked.insert(record.sort).inserted { isFound = test(record.subjectOfService(in: self)) }
      return !isFound
    }
    return isFound
  }
}

extension Record {
  /// `ServiceSubject` by the numbers that a segment has for its texts.
  struct Sort: Hashable {
    let values: UInt16
    let category: UInt32
    let customer: UInt32
  }

  var sort: Sort {
    Sort(
      values: UInt16(byte(SegmentLayout.kind)) << 8 | UInt16(byte(SegmentLayout.priority)),
      category: word(SegmentLayout.category), customer: word(SegmentLayout.customer))
  }

  func subjectOfService(in segment: Segment) -> ServiceSubject {
    ServiceSubject(
      kind: kind, priority: priority, category: segment.text(word(SegmentLayout.category)),
      customer: segment.text(word(SegmentLayout.customer)))
  }
}
