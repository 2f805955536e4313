import ArgumentParser
import Mahdar
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
  @OptionGroup var language: LanguageOptions
  @OptionGroup var options: StoreOptions

  func run() throws {
    try StoreOptions.run {
      let detail = try options.open().article(article)
      if format == .json {
        try Output.json(detail)
      } else {
        try page(detail, language.wording).forEach(StandardOutput.print)
      }
    }
  }

  private func page(_ detail: ArticleDetail, _ wording: Wording) -> [TerminalText] {
    var lines: [TerminalText] = ["\(detail.id)"]
    if let title = detail.title { lines.append("\(title)") }
    let head = [detail.outlet, detail.author, wording.when(detail.published), detail.url].compactMap { $0 }
    lines.append("  \(head.joined(separator: " · "))")
    lines += detail.addresses.map { "  \($0)" }
    let line = detail.line.map { wording.comma + wording(.line) + " \($0)" } ?? ""
    let from = detail.file.map { " \(wording(.from)) \($0)\(line)" } ?? ""
    lines.append("  \(wording(.added)) \(wording.moment(detail.added))\(from)")
    if let removal = detail.removal {
      let reason = removal.reason.map { ": " + $0 } ?? ""
      lines.append(
        "  \(wording(.takenOut)) \(wording.moment(removal.at)) \(wording(.byDecision)) \(removal.number)\(reason)")
    }
    if detail.otherTexts > 0 {
      lines.append("  \(wording.tally(detail.otherTexts, "other text")) \(wording(.underThisID))")
    }
    if !detail.copies.isEmpty { lines.append("  \(wording(.textOf)) \(detail.copies.joined(separator: "، "))") }
    let counts = [wording.tally(detail.statements, "statement"), wording.tally(detail.contacts.count, "contact")]
    lines.append("  \(counts.joined(separator: wording.comma))")
    lines += detail.contacts.map { "    \(wording.line($0))" }
    lines.append("")
    lines += detail.text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(String($0))" }
    return lines
  }
}
