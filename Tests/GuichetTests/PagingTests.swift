import Desk
import Glibc
import Kit
import Testing
import guichet

/// Pages as cron sends them: real processes on a real cabinet, and a program that carries calls.
@Suite struct PagingTests {
  /// So many unowned P1 incidents, a rota around the clock with Bob on call and Chloé behind him, and a hook: a shell
  /// script.
  private static func bench(_ count: Int, hook: String) -> Bench {
    let bench = Bench()
    bench.furnish()
    bench.guichet("agent", "add", "chloe", "--name", "Chloé Martin", "--level", "n2", "--phone", "0612")
    bench.guichet("agent", "set", "bob", "--phone", "0645")
    bench.write("#!/bin/sh\n\(hook)\n", to: "hook")
    _ = bench.shell("mkdir -p .config/guichet cabinet/config; chmod 700 hook")
    bench.write("page_hook = \(bench.folder)/hook\n", to: ".config/guichet/guichet.conf")
    bench.write(
      #"{ rotas: [{ name: "n2", level: "N2", from: "2026-01-01", handover: "00:00", members: ["bob"],"#
        + #" escalate: [{ after: "15m", to: "@chloe" }] }] }"#, to: "cabinet/config/rotas.json")
    let applied = bench.guichet("config", "apply")
    #expect(applied.status == 0, "\(applied.output)")
    bench.importIncidents(count, age: 600)
    return bench
  }

  private static let ten = "for i in 1 2 3 4 5 6 7 8 9 10; do guichet tick --quiet & done; wait"

  @Test func `ten that look at once page exactly once`() {
    let bench = Self.bench(4, hook: "cat > /dev/null; echo \"$1 $2 $3 $4 $GUICHET_PAGE_STEP\" >> paged")
    _ = bench.shell(Self.ten)
    let paged = bench.shell("sort paged").output
    #expect(paged == (1...4).map { "LYO-\($0) P1 bob 0645 1\n" }.joined())
    _ = bench.shell(Self.ten)
    #expect(bench.shell("sort paged").output == paged)
    #expect(bench.shell("cat $(find cabinet/tickets -type f) | grep -c '\"op\":\"page.delivered\"'").output == "4\n")
    #expect(bench.guichet("verify").status == 0)
    // Answered, one leaves the list; taken, another.
    bench.guichet("page", "ack", "1", "--as", "bob")
    bench.guichet("take", "2", "--as", "bob")
    #expect(Set(bench.guichet("page").output.split(separator: "\n").map { $0.prefix(2) }) == ["#3", "#4"])
  }

  @Test func `what is told to the program, and what it says`() {
    let bench = Self.bench(1, hook: "cat > text; env | grep GUICHET_PAGE | sort > env; echo occupé >&2; exit 3")
    let outcome = bench.guichet("tick")
    #expect(outcome.output.contains("the page failed: exit 3: occupé"), "\(outcome.output)")
    let environment = bench.shell("cat env").output
    for line in ["AGENT=bob", "AGENT_NAME=Bob Le Guen", "PHONE=0645", "PRIORITY=P1", "ROTA=n2", "SUBJECT=Panne 1"] {
      #expect(environment.contains("GUICHET_PAGE_" + line + "\n"), "\(environment)")
    }
    #expect(bench.shell("cat text").output.hasPrefix("P1 LYO-1  Panne 1\n"))
    // Not again at once.
    #expect(!bench.guichet("tick").output.contains("failed"))
    let doctor = bench.guichet("doctor").output
    #expect(doctor.contains("exit 3: occupé"), "\(doctor)")
  }

  @Test func `without a program the page is recorded, and that nobody was called is said`() {
    let bench = Self.bench(1, hook: "exit 0")
    bench.write("", to: ".config/guichet/guichet.conf")
    let outcome = bench.guichet("tick")
    #expect(outcome.output.contains("page_hook"), "\(outcome.output)")
    // At each look, for as long as it waits; and nowhere as a call that Bob did not answer.
    let again = bench.guichet("tick", "--quiet").output
    #expect(again.contains("bob (n2)") && again.contains("page_hook"), "\(again)")
    #expect(bench.guichet("page").output.contains("n2\tbob"))
    for told in [bench.guichet("show", "1"), bench.guichet("handover"), bench.guichet("page")].map(\.output) {
      #expect(told.contains("not delivered") && !told.contains("no answer"), "\(told)")
    }
    #expect(bench.guichet("doctor").output.contains("page_hook"))
    // Once there is one, it is tried.
    bench.write("page_hook = \(bench.folder)/nothing\n", to: ".config/guichet/guichet.conf")
    #expect(bench.guichet("doctor").output.contains("nothing"))
  }

  @Test func `the calls are stopped by who was called, and by others only where they mean it`() {
    let bench = Self.bench(2, hook: "exit 0")
    bench.guichet("agent", "add", "nina", "--name", "Nina", "--level", "n1")
    bench.guichet("tick")
    let refused = bench.guichet("page", "ack", "1", "--as", "nina")
    #expect(refused.status == 1 && refused.output.contains("bob, who holds N2"), "\(refused.output)")
    #expect(refused.output.contains("--anyway"))
    #expect(bench.guichet("page").output.contains("#1\t"))
    #expect(bench.guichet("page", "ack", "1", "--anyway", "--as", "nina").status == 0)
    #expect(!bench.guichet("page").output.contains("#1\t"))
    // Chloé is of the level.
    #expect(bench.guichet("page", "ack", "2", "--as", "chloe").status == 0)
  }

  private static func call(_ subject: String = "x") -> PageHook.Call {
    PageHook.Call(
      ticket: "LYO-1", priority: "P1", subject: subject, rota: "n2", step: 1,
      agent: Agent(login: "bob", name: "Bob", profile: .n2), text: "t")
  }

  @Test func `a program that does not end is ended, and those beside it are heard`() {
    let bench = Bench()
    bench.write("#!/bin/sh\ncase \"$GUICHET_PAGE_SUBJECT\" in slow) sleep 60;; dead) kill -9 $$;; esac\n", to: "hook")
    let hook = PageHook(path: bench.folder + "/hook", seconds: 1)
    #expect(
      hook.carry([Self.call("slow"), Self.call("quick"), Self.call("dead")]) == [
        .failed("> 1 s"), .carried, .failed("signal 9"),
      ])
    guard case .failed(let reason)? = PageHook(path: bench.folder + "/none").carry([Self.call()]).first else {
      Issue.record("a program that is not there carried a call")
      return
    }
    #expect(reason.contains("none"))
  }
}
