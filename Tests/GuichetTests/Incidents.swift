import Desk
import Glibc
import Kit
import Testing

extension Bench {
  /// So many P1 incidents received `age` seconds ago, taken in by nobody.
  func importIncidents(_ count: Int, age: Int64) {
    let at = Instant(seconds: Int64(time(nil)) - age).rfc3339
    let lines = (1...count).map { number in
      #"{"reference":"R-\#(number)","events":[{"at":"\#(at)","by":"x@acme.example","op":"ticket.opened","d":{"channel":"mail","requester":{"name":"Inès","email":"x@acme.example"},"subject":"Panne \#(number)"}},{"at":"\#(at)","by":"lea","op":"ticket.qualified","d":{"kind":"incident","gravity":1,"impact":1,"category":"Réseau"}}]}"#
        + "\n"
    }
    write(lines.joined(), to: "lives.jsonl")
    let outcome = guichet("import", "lives.jsonl")
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
