import Foundation

/// The generated part of docs/data.md: what every table says of itself.
enum DataPage {
  static let begin =
    "<!-- tables: made from the heads of the files by `UPDATE_DOCS=1 swift test --filter DocsTests` -->"
  static let end = "<!-- end of tables -->"

  static func refreshed(_ page: String) throws -> String {
    let before = page.components(separatedBy: begin).first ?? page
    let after = page.components(separatedBy: end).dropFirst().first ?? "\n"
    return before + begin + "\n" + (try tables()) + end + after
  }

  private static func tables() throws -> String {
    try (Project.files("Data/ar", ".tsv") + Project.files("Data/pages", ".tsv") + Project.files("Data/ui", ".tsv")).map(
      entry
    ).joined()
  }

  private static func entry(_ file: String) throws -> String {
    let lines = try Project.text(file).components(separatedBy: "\n")
    let comments = lines.prefix { $0.hasPrefix("#") }.map { $0.dropFirst().trimmingCharacters(in: .whitespaces) }
    let header = lines.first { !$0.hasPrefix("#") } ?? ""
    func labelled(_ label: String) -> String {
      comments.filter { $0.hasPrefix(label) }.map {
        String($0.dropFirst(label.count)).trimmingCharacters(in: .whitespaces)
      }
      .joined(separator: "; ")
    }
    let about = comments.filter { !$0.hasPrefix("source:") && !$0.hasPrefix("licence:") }.joined(separator: " ")
    let columns = header.components(separatedBy: "\t").map { "`\($0)`" }.joined(separator: ", ")
    return """

      ### `\(file)`
      \(about)

      - Columns: \(columns)
      - Source: \(labelled("source:"))
      - Licence: \(labelled("licence:"))

      """
  }
}
