// A writer with no sense of its own, for the fault tests to kill, stop and starve: it writes through the journal as
// the program does, and says each thing once it was acknowledged, a line each:
//
//     opened LYO-12 4t0k9q2m7x1c8z5v        the ticket, its first event
//     note LYO-12 …                         its event
//     long LYO-12 …                         a note too long for a line, its event
//     article KB-0003 …                     the word in its title
//     step KB-0003 …                        the word in its last step
//     person a1b2@acme.example
import Desk
import Glibc
import Journal

let arguments = CommandLine.arguments
guard arguments.count >= 3, let work = Work(rawValue: arguments[1]) else { exit(64) }
signal(SIGXFSZ, SIG_IGN)
do {
  let scribe = Scribe(try Cabinet(opening: arguments[2]))
  try scribe.perform(work, Array(arguments.dropFirst(3)))
} catch {
  Scribe.say("failed \(error)", on: 2)
  exit(74)
}
