import Mahdar

/// What was read of a document: its paragraphs in order, and what its properties say.
struct DocumentText {
  enum Role { case title, heading, body }

  struct Paragraph {
    var text: String
    var role: Role
  }

  private(set) var paragraphs: [Paragraph] = []
  /// Footnotes, which stand behind the text.
  private(set) var notes: [String] = []
  /// From the document's properties.
  var title: String?
  var author: String?
  var created: String?
  var language: String?
  var remarks: [String] = []

  /// A title has at most this many letters.
  private static let titleLimit = 200

  mutating func add(_ text: String, role: Role = .body) {
    let text = Self.trimmed(text)
    if !text.isEmpty { paragraphs.append(Paragraph(text: text, role: role)) }
  }

  mutating func addNote(_ text: String) {
    let text = Self.trimmed(text)
    if !text.isEmpty { notes.append(text) }
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// - Errors: `empty` where there is no text.
  func article(id: String, kind: String) throws(InputError) -> Article {
    guard !paragraphs.isEmpty else { throw InputError(.empty, "a \(kind) document without text", id: id) }
    var article = Article(id: id, text: "")
    article.remarks = remarks
    var body = paragraphs
    if let place = titlePlace {
      article.title = body.remove(at: place).text
    } else if let title, !Self.isMadeByProgram(title) {
      article.title = title
      article.origins[.title] = "document properties"
    }
    article.text = (body.map(\.text) + notes).joined(separator: "\n")
    if let created {
      article.published = created
      article.origins[.published] = "document properties"
    }
    if let author, !author.isEmpty {
      article.author = author
      article.origins[.author] = "document properties"
    }
    article.language = language
    return article
  }

  /// The paragraph that is the title: the first of its kind, a heading before all text, or a short line before long ones.
  private var titlePlace: Int? {
    guard paragraphs.count > 1 else { return nil }
    func isShort(_ place: Int) -> Bool { paragraphs[place].text.unicodeScalars.count <= Self.titleLimit }
    if let title = paragraphs.prefix(20).firstIndex(where: { $0.role == .title }), isShort(title) { return title }
    if let heading = paragraphs.prefix(3).firstIndex(where: { $0.role == .heading }), isShort(heading) {
      return heading
    }
    let (first, second) = (paragraphs[0].text, paragraphs[1].text)
    let isSentence = first.last.map { ".:؛،!".contains($0) } ?? false
    return first.unicodeScalars.count <= 120 && !isSentence
      && second.unicodeScalars.count > first.unicodeScalars.count * 3 / 2
      ? 0 : nil
  }

  /// Whether a title is the file's name or what programs write where nobody wrote one.
  private static func isMadeByProgram(_ title: String) -> Bool {
    let small = title.lowercased()
    return title.isEmpty || small.hasPrefix("microsoft word") || small.hasPrefix("document")
      || small.hasPrefix("untitled")
      || small.hasPrefix("about:") || small.hasPrefix("http")
      || [".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".html", ".htm", ".txt"].contains { small.hasSuffix($0) }
  }
}
