/// The words by which a question tells what it asks for.
///
/// - Source: `Data/ar/question-words.tsv`.
public struct QuestionWords: Sendable {
  public enum Class: String, Sendable {
    case when, `where`, count, status, whether, who, what
    case last, first
    case planned, coming, future
    case said, visit, call, message, meeting
    case about, `in`
  }

  private var all: [Class: [String]] = [:]

  /// Reads the table in `folder`, the one that holds `ar/`.
  ///
  /// - Errors: `DataError` of a table that is missing or has an unknown class.
  public init(reading folder: String) throws(DataError) {
    var builder = LexiconBuilder(folder: folder)
    let table = try builder.table("question-words", ["class", "ar", "en"])
    for row in table.rows {
      guard let name = Class(rawValue: row[0]) else { throw table.error(row, "unknown class '\(row[0])'") }
      all[name, default: []] += (row[1] + " " + row[2]).split(separator: " ").map(String.init)
    }
  }

  /// The words of a class, as they are written.
  public subscript(name: Class) -> [String] { all[name] ?? [] }

  /// Whether one of the words is of a class; `words` in their folded spelling.
  public func has(_ name: Class, in words: some Sequence<String>) -> Bool {
    let folded = Set(self[name].map(Spelling.folded))
    return words.contains(where: folded.contains)
  }
}
