import Mahdar

/// What was taken for the article, as a person reads it in a terminal: each field with where it was read, then the text.
struct TerminalArticle {
  private static let labelWidth = 10
  private static let indent = 2

  private let style: TerminalStyle
  private(set) var text = ""

  init(_ article: Article, style: TerminalStyle) {
    self.style = style
    add(article.title.map(TerminalRuns.words) ?? .plain("(no title)"), ink: .heading)
    add(field: "id", article.id, nil)
    add(field: "title", article.title == nil ? nil : "", article.origins[.title])
    add(field: "published", article.published, article.origins[.published])
    add(field: "outlet", article.outlet, article.origins[.outlet])
    add(field: "author", article.author, article.origins[.author])
    add(field: "url", article.url, article.origins[.url])
    add(field: "language", article.language, article.origins[.language])
    add(field: "text", "\(article.text.split(whereSeparator: \.isWhitespace).count) words", article.origins[.text])
    text += "\n"
    for line in article.text.split(separator: "\n", omittingEmptySubsequences: false) { add(.words(String(line))) }
    if !article.remarks.isEmpty { text += "\n" + style.paint("REMARKS", .heading) + "\n" }
    for remark in article.remarks { add(.words(remark), indent: Self.indent) }
  }

  private mutating func add(field label: String, _ value: String?, _ origin: String?) {
    guard let value else { return }
    let told = origin.map { TerminalRuns.plain((value.isEmpty ? "" : " ") + "(from \($0))", .label) }
    let margin = Self.indent + Self.labelWidth
    for (index, line) in (.words(value) + (told ?? .plain(""))).lines(style.width - margin, style).enumerated() {
      let padded = index == 0 ? label + String(repeating: " ", count: Self.labelWidth - label.count) : ""
      text +=
        String(repeating: " ", count: index == 0 ? Self.indent : margin) + style.paint(padded, .label) + line + "\n"
    }
  }

  private mutating func add(_ runs: TerminalRuns, indent: Int = 0, ink: TerminalStyle.Ink? = nil) {
    let runs = ink.map(runs.inked) ?? runs
    for line in runs.lines(style.width - indent, style) { text += String(repeating: " ", count: indent) + line + "\n" }
  }
}
