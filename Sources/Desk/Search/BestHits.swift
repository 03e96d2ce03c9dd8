/// The best of many hits, without sorting them all: a heap with the worst of the kept on top.
struct BestHits {
  private let limit: Int
  private var heap: [Relevance.Hit] = []

  init(_ limit: Int) { self.limit = limit }

  /// Whether a hit would be among the best so far.
  func wants(_ hit: Relevance.Hit) -> Bool { heap.count < limit || Relevance.Hit.isBetter(hit, heap[0]) }

  mutating func insert(_ hit: Relevance.Hit) {
    if heap.count < limit {
      heap.append(hit)
      rise()
    } else if wants(hit) {
      heap[0] = hit
      sink()
    }
  }

  /// The best first.
  var inOrder: [Relevance.Hit] { heap.sorted(by: Relevance.Hit.isBetter) }

  private mutating func rise() {
    var at = heap.count - 1
    while at > 0, Relevance.Hit.isBetter(heap[(at - 1) / 2], heap[at]) {
      heap.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  private mutating func sink() {
    var at = 0
    while true {
      var worst = at
      for child in [2 * at + 1, 2 * at + 2]
      where child < heap.count && Relevance.Hit.isBetter(heap[worst], heap[child]) { worst = child }
      if worst == at { return }
      heap.swapAt(at, worst)
      at = worst
    }
  }
}
