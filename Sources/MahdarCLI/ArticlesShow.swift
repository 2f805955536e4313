import ArgumentParser
import MahdarReaders
import MahdarStore

struct ArticlesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one article: its head, the contacts that it tells, its text.",
    discussion: """
      Example: mahdar articles show 2019-05-14-sochi.txt

      Exit status: 0 found, 1 never, 2 there is no such article.
      """)

  @Argument(help: "The id of the article, the beginning of it, or its file.") var article: String
  @Option(help: "How to print: text or json.") var format = AnswerFormat.text
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let detail = try options.open().article(article)
      if format == .json { try Output.json(detail) } else { try page(detail).forEach(StandardOutput.print) }
    }
  }

  private func page(_ detail: ArticleDetail) -> [TerminalText] {
    var lines: [TerminalText] = ["\(detail.id)"]
    if let title = detail.title { lines.append("\(title)") }
    let head = [detail.outlet, detail.published ?? "undated", detail.url].compactMap { $0 }
    lines.append("  \(head.joined(separator: " · "))")
    let place = InputPlace(file: detail.file, line: detail.line).description
    lines.append("  added \(detail.added)\(place.isEmpty ? "" : " from " + place)")
    if let removal = detail.removal {
      let reason = removal.reason.map { ": " + $0 } ?? ""
      lines.append("  taken out \(removal.at) by decision \(removal.number)\(reason)")
    }
    if detail.otherTexts > 0 { lines.append("  \(Show.count(detail.otherTexts, "other text")) under this id") }
    if !detail.copies.isEmpty { lines.append("  has the text of \(detail.copies.joined(separator: "، "))") }
    lines.append("  \(Show.count(detail.statements, "statement")), \(Show.count(detail.contacts.count, "contact"))")
    lines += detail.contacts.map { "    \(Show.line($0))" }
    lines.append("")
    lines += detail.text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(String($0))" }
    return lines
  }
}
