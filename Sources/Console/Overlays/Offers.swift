import Desk
import Screen

// What the palette, the help and the drafts offer now.
extension Model {
  /// Both languages: a command is found by either name.
  private static let tongues = [Words(.french), Words(.english)]

  func palette() -> Chooser {
    let targets = self.targets
    // A tab stands in the list by its name, not once more by its digit.
    let actions = Action.table.filter { $0.panes.contains(pane) && viewNumber($0.id) == nil }
      .map { item($0, on: targets) }
    let views = self.views.enumerated().map { at, view in
      ChooserItem(
        .view(at), words.paletteView + " " + title(view),
        right: at == self.views.count - 1 ? "0" : at < Model.digits ? "\(at + 1)" : "",
        names: Model.tongues.flatMap { tongue in
          [
            title(view, tongue), view.name == nil ? tongue.otherName(ofView: view.id) : nil,
            at < Model.digits ? "\(at + 1)" : nil,
          ].compactMap(\.self)
            .map { "\(tongue.paletteView) \($0)" }
        })
    }
    let themes = self.themes.map { name in
      ChooserItem(
        .theme(name), words.paletteTheme + " " + name, right: name == theme ? "●" : "",
        names: Model.tongues.map { "\($0.paletteTheme) \(name)" })
    }
    let languages = Language.allCases.map { language in
      ChooserItem(
        .language(language), words.paletteLanguage + " " + words.name(language),
        right: language == words.language ? "●" : "",
        names: Model.tongues.flatMap {
          ["\($0.paletteLanguage) \(language.rawValue)", "\($0.paletteLanguage) \($0.name(language))"]
        })
    }
    return Chooser(.palette, actions + views + themes + languages, theme: theme)
  }

  /// What can be done here, the keys of this pane only.
  func help() -> Chooser {
    let targets = self.targets
    let here = Action.table.filter { $0.panes.contains(pane) }
    return Chooser(.help, here.map { item($0, on: targets) }, theme: theme)
  }

  func draftsList() -> Chooser {
    let items = drafts.sorted { $0.savedAt > $1.savedAt }.map { draft in
      let name =
        words.name(draft.kind) + (draft.ticket.map { " " + words.name($0, home: home) } ?? "")
        + (draft.place > 1 ? " (\(draft.place))" : "")
      return ChooserItem(
        .draft(draft), name, right: words.moment(draft.savedAt, in: zone, now: now), help: draft.gist,
        names: [name, draft.gist])
    }
    return Chooser(.drafts, items, theme: theme)
  }

  private func item(_ action: Action, on targets: [Summary]) -> ChooserItem {
    ChooserItem(
      .action(action.id), words.name(action.id), right: Keymap.written(action.id, words: words) ?? "",
      help: words.help(action.id), whyNot: whyNot(action.id, on: targets),
      names: Model.tongues.flatMap { [$0.name(action.id), $0.hint(action.id)] + $0.synonyms(of: action.id) })
  }

  func title(_ view: View) -> String { title(view, words) }

  private func title(_ view: View, _ words: Words) -> String {
    view.name.map { SafeText.line($0).text } ?? words.view(view.id, level: me.profile.level ?? .n1)
  }
}

extension Draft {
  /// What tells it from others: of a call who called and what about, else its longest words.
  var gist: String {
    let call = [FieldName.requester, .subject].compactMap { fields[$0.rawValue] }
      .filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: ", ")
    if kind == .intake, !call.isEmpty { return call }
    return fields.sorted { $0.value.utf8.count > $1.value.utf8.count }.first?.value ?? ""
  }
}
