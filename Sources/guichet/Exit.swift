import Console
import Desk
import Glibc
import Journal

/// How a command ends: the codes of `sysexits.h`, so that scripts and mail servers know what to do next.
package enum Exit: Int32 {
  case ok = 0
  /// The desk's rules said no.
  case refused = 1
  case usage = 64
  /// What was given to read is wrong, or a verification found damage.
  case data = 65
  case noInput = 66
  case unavailable = 69
  case software = 70
  case cannotCreate = 73
  case io = 74
  /// Try again later: the mail server keeps the message.
  case temporary = 75
  case noPermission = 77
}

/// Why a command did not do what was asked: a code, and words that say what to do about it.
package struct Trouble: Error {
  package let exit: Exit
  package let words: String

  init(_ exit: Exit, _ words: String) {
    self.exit = exit
    self.words = words
  }
}

extension Failure {
  /// What the console and the commands say of the journal's errors.
  init(_ error: JournalError, on id: TicketID? = nil) {
    switch error {
    case .system(_, let path, EACCES), .system(_, let path, EPERM): self = .permission(path: path)
    case .system(_, _, ENOSPC), .system(_, _, EFBIG): self = .diskFull
    case .system(_, _, EDQUOT): self = .quota
    case .system(_, _, EMFILE), .system(_, _, ENFILE): self = .tooManyFiles
    case .system(_, let path, EIO): self = .diskError(path: path)
    case .system(_, _, EROFS): self = .readOnly
    case .system(let call, let path, let code): self = .system(operation: call, path: path, errno: code)
    case .locked(let path, _):
      if let id { self = .locked(id) } else { self = .system(operation: "lock", path: path, errno: EWOULDBLOCK) }
    case .noSuchTicket(let id): self = .noSuchTicket(id)
    case .noSuchArticle(let id): self = .noSuchArticle(id)
    case .noSuchBlob(let name): self = .system(operation: "open", path: "blobs/" + name, errno: ENOENT)
    case .bentBlob(let name): self = .system(operation: "read", path: "blobs/" + name, errno: EBADMSG)
    case .notConfirmed: self = .notConfirmed
    case .wrongSize(let path, _, _): self = .diskError(path: path)
    case .partly(let path): self = .partly(path: path)
    case .nothingValid(let path):
      if let id { self = .damaged(id) } else { self = .system(operation: "read", path: path, errno: EBADMSG) }
    case .lineTooLong: self = .system(operation: "write", path: "", errno: EMSGSIZE)
    case .tooLarge(let path, _): self = .system(operation: "write", path: path, errno: EFBIG)
    case .noCabinet(let path), .newerFormat(_, let path): self = .system(operation: "open", path: path, errno: ENOENT)
    case .alreadyThere(let path): self = .system(operation: "create", path: path, errno: EEXIST)
    case .badInstant, .badSiteCode, .badName: self = .system(operation: "name", path: "", errno: EINVAL)
    case .exhausted(let path): self = .system(operation: "write", path: path, errno: ERANGE)
    case .noNumber: self = .system(operation: "number", path: "", errno: ERANGE)
    }
  }

  var exit: Exit {
    switch self {
    case .noSuchTicket, .noSuchArticle: .noInput
    case .permission, .readOnly, .noEditor: .noPermission
    case .locked: .temporary
    case .damaged: .data
    case .diskFull, .quota, .partly, .diskError, .notConfirmed, .system, .editorFailed, .editorKept: .io
    case .tooManyFiles: .temporary
    }
  }
}

extension Trouble {
  init(_ error: JournalError, on id: TicketID? = nil, _ words: Words) {
    switch error {
    case .noCabinet(let path): self.init(.noInput, words.noCabinet(path))
    case .newerFormat(_, let path): self.init(.unavailable, words.newerCabinet(path))
    case .alreadyThere(let path): self.init(.cannotCreate, words.cabinetExists(path))
    case .badSiteCode(let code): self.init(.usage, words.badSiteCode(code))
    default:
      let failure = Failure(error, on: id)
      self.init(failure.exit, words.failure(failure))
    }
  }

  init(_ error: RecordError, on id: TicketID?, _ words: Words) {
    switch error {
    case .refused(let refusal): self.init(.refused, words.commandRefusal(refusal))
    case .journal(let error): self.init(error, on: id, words)
    }
  }
}
