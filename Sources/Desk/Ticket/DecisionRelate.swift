// What a ticket is tied to: links, watchers, tags, its steward.

extension Decision {
  func relate(_ intent: Intent) throws(Refusal) -> [Fact] {
    try need(.work, intent.verb)
    switch intent {
    case .link(let link):
      if link.target == ticket.id { throw .linkToSelf }
      if ticket.links.contains(link) { throw .alreadyThere }
      if ticket.links.count >= Limits.links { throw .tooMany(.link, limit: Limits.links) }
      return [.linkAdded(link)]
    case .unlink(let link):
      guard ticket.links.contains(link) else { throw .notThere }
      return [.linkRemoved(link)]
    case .watch(let who):
      try filled((.watcher, who))
      try Decision.check(.watcher, who, limit: Limits.name)
      // A colleague, or somebody at an address.
      guard who.contains("@") || rules.directory.agents[who] != nil else { throw .noSuchAgent(who) }
      if ticket.watchers.contains(who) { throw .alreadyThere }
      if ticket.watchers.count >= Limits.watchers { throw .tooMany(.watcher, limit: Limits.watchers) }
      return [.watcherAdded(who)]
    case .unwatch(let who):
      guard ticket.watchers.contains(who) else { throw .notThere }
      return [.watcherRemoved(who)]
    case .tag(let tag):
      try filled((.tag, tag))
      if ticket.tags.contains(tag) { throw .alreadyThere }
      if ticket.tags.count >= Limits.tags { throw .tooMany(.tag, limit: Limits.tags) }
      return [.tagAdded(tag)]
    case .untag(let tag):
      guard ticket.tags.contains(tag) else { throw .notThere }
      return [.tagRemoved(tag)]
    case .steward(let to):
      try holds(to, .n1)
      return [.stewardChanged(to: to)]
    default: return []
    }
  }
}
