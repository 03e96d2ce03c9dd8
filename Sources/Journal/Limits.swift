import Desk

/// The limits that only the journal knows; the desk's own are in `Desk`.
extension Limits {
  /// Arrays and objects within one another in one line.
  package static let jsonDepth = 64
  /// The largest integer a line may hold: beyond it a reader in floating point loses units.
  package static let integer: Int64 = 1 << 53
  /// Milliseconds to wait for a ticket that another process is writing.
  package static let patience = 2000
  /// Milliseconds between two tries for a lock.
  static let lockPause = 2
  /// Drafts of one key that lie beside each other: more consoles of one agent than anybody has open.
  static let draftsBeside = 20
  /// Milliseconds to wait for one's turn to choose a number.
  static let turnPatience = 50
  /// Microseconds between two looks whether it is one's turn.
  static let turnPause: UInt32 = 150
  /// Times in a row that a signal may break off one system call.
  static let interruptions = 1000
  /// Bytes of `run/feed` before it starts afresh.
  static let feed = 1 << 20
  /// Numbers tried in a row before opening a ticket is given up.
  static let numberTries = 100_000
  /// Bytes of one journal file that will be read.
  static let streamFile = 1 << 30
  /// Bytes of one attachment.
  package static let blob = 256 << 20
  /// Bytes of a line that are not its event's data, at most: seals, clocks, names.
  static let envelope = 6144
  /// Tickets written before one round of syncs, when importing.
  static let importBatch = 512
  /// Seconds after which every file is looked at again, in case a hint was lost.
  package static let sweepEvery: Int64 = 3600
  /// Seconds after which the folders are looked at again for names that came or went.
  static let foldersEvery: Int64 = 1
  /// The same for a program that stays: others tell it what they write.
  package static let foldersEveryResident: Int64 = 300
  /// Seconds after which such a program looks again at the files of the rows it shows: not at each letter of a filter.
  package static let rowsEveryResident: Int64 = 1
  /// Hints of writes not seen to end that are looked at again.
  static let unsettled = 4096
}
