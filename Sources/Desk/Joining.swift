extension Array where Element == String {
  /// As the standard library has it for any collection. Its own is compiled for all of them: the first use in a process
  /// looks up types for 0.14 million instructions, a tenth of what a short list takes.
  package func joined(separator: String = "") -> String {
    var text = first ?? ""
    for more in dropFirst() {
      text += separator
      text += more
    }
    return text
  }
}
