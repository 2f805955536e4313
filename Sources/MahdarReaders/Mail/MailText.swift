/// The text of a message whose lines were broken for a terminal, a line for each paragraph again.
enum MailText {
  /// Lines shorter than this end where their writer ended them.
  private static let full = 50
  /// Lines of programs that break them have at most this many letters.
  private static let width = 80

  /// - Parameters:
  ///   - isFlowed: whether a space at the end of a line says that it goes on (RFC 3676).
  ///   - deletesSpace: whether that space is none of the text's.
  static func paragraphs(_ text: String, isFlowed: Bool, deletesSpace: Bool) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let isBroken = !isFlowed && lines.allSatisfy { $0.utf8.count <= width * 2 && $0.unicodeScalars.count <= width }
    var paragraphs: [String] = []
    var goesOn = false
    for line in lines {
      // A signature, in which nothing is told.
      if line == "-- " || line == "--" { break }
      let content = isFlowed && line.first == " " ? line.dropFirst() : line
      let isBlank = content.allSatisfy(\.isWhitespace)
      if goesOn, !isBlank, !beginsAnew(content), let last = paragraphs.indices.last {
        if deletesSpace, paragraphs[last].last == " " { paragraphs[last].removeLast() }
        if !isFlowed { paragraphs[last] += " " }
        paragraphs[last] += content
      } else {
        paragraphs.append(String(content))
      }
      goesOn = isFlowed ? content.last == " " : isBroken && content.unicodeScalars.count > full
    }
    return paragraphs.joined(separator: "\n")
  }

  /// Whether a line begins with a sign of a list or of words that are answered to.
  private static func beginsAnew(_ line: Substring) -> Bool {
    guard let first = line.first(where: { !$0.isWhitespace }) else { return true }
    return first == ">" || first == "-" || first == "*" || first == "•" || first == "="
  }
}
