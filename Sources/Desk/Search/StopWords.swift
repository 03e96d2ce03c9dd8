/// The words that every text has, folded: no document is told from another by them.
package enum StopWords {
  /// Articles, pronouns, prepositions, conjunctions, auxiliaries; what elision leaves is dropped by `Tokens`.
  package static let french = list(
    """
    a ai aie aient ait alors apres as au aucun aucune aussi autre autres aux avaient avais avait avant avec avez avoir
    avons ayant car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme d dans de depuis des deux
    donc dont du elle elles en encore entre es est et etaient etais etait etant ete etes etre eu eux fait faire
    faut furent fut ici il ils j je jusque l la laquelle le lequel les lesquelles lesquels leur leurs lors lorsque
    lui m ma mais me meme memes mes moi mon n ne ni non nos notre nous on ont ou par parce pas pendant peu peut
    peux plus pour pourquoi puis puisque qu quand que quel quelle quelles quels qui quoi rien s sa sans se sera serait
    seront ses si soi soient soit sommes son sont sous suis sur t ta tandis te tes toi ton tous tout toute toutes tres
    tu un une vers vos votre vous y
    """)

  package static let english = list(
    """
    a about above after again against all also am an and any are as at be because been before being below between both
    but by can cannot could d did do does doing don down during each either else ever few for from further had has
    have having he her here hers him his how however i if in into is it its itself just ll m may me might more most
    must my no nor not of off on once only or other our ours out over own per rather re s same shall she should since
    so some such t than that the their theirs them then there these they this those though through thus to too under
    until up upon us ve very via was we were what when where whether which while who whom whose why will with within
    without would yet you your yours
    """)

  package static func contains(_ word: String) -> Bool { french.contains(word) || english.contains(word) }

  private static func list(_ words: String) -> Set<String> {
    Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
