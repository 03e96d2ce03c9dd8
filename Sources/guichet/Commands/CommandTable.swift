import Console

/// Every command, once. A name without its row does not compile.
package enum CommandTable {
  package static func command(_ name: CommandName) -> Command {
    switch name {
    case .demo: .demo
    case .`init`: .initialise
    case .new: .new
    case .list: .list
    case .search: .search
    case .show: .show
    case .next: .next
    case .take: .take
    case .assign: .assign
    case .steal: .steal
    case .release: .release
    case .skip: .skip
    case .qualify: .qualify
    case .priority: .priority
    case .plan: .plan
    case .ask: .ask
    case .hold: .hold
    case .resume: .resume
    case .reply: .reply
    case .note: .note
    case .escalate: .escalate
    case .handoff: .handoff
    case .return: .giveBack
    case .resolve: .resolve
    case .close: .close
    case .reopen: .reopen
    case .cancel: .cancel
    case .restore: .restore
    case .spam: .spam
    case .waive: .waive
    case .tag: .tag
    case .link: .link
    case .watch: .watch
    case .merge: .merge
    case .unmerge: .unmerge
    case .split: .split
    case .time: .time
    case .task: .task
    case .remote: .remote
    case .checklist: .checklist
    case .major: .major
    case .csat: .csat
    case .requester: .requester
    case .concern: .concern
    case .kb: .kb
    case .agent: .agent
    case .group: .group
    case .customer: .customer
    case .contract: .contract
    case .asset: .asset
    case .person: .person
    case .view: .view
    case .oncall: .oncall
    case .page: .page
    case .handover: .handover
    case .flow: .flow
    case .explain: .explain
    case .replay: .replay
    case .sla: .sla
    case .tick: .tick
    case .config: .config
    case .rules: .rules
    case .macro: .macro
    case .template: .template
    case .recurring: .recurring
    case .mail: .mail
    case .import: .takeIn
    case .verify: .verify
    case .repair: .repair
    case .index: .index
    case .theme: .theme
    case .doctor: .doctor
    }
  }

  /// The options a command line may hold once its command is known; the global ones before.
  package static func options(_ name: CommandName?) -> [CommandOption] {
    guard let name else { return CommandOption.global }
    let own = command(name).options
    return own + CommandOption.global.filter { !own.contains($0) }
  }
}
