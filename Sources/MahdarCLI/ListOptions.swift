import ArgumentParser
import Mahdar
import MahdarStore

/// How a list is printed: the same for every command that prints one.
struct ListOptions: ParsableArguments {
  /// The rows of a table where nothing is said of it: what can be looked over.
  static let rows = 20

  @Option(help: "The number of rows to show; by default 20 of a table, all for programs.") var limit: Int?
  @Option(help: "How to print: table, json, jsonl or csv.") var format = TableFormat.table
  @Flag(help: "Begin CSV with a byte order mark, by which Excel knows that it is UTF-8.") var bom = false
  @OptionGroup var legend: Legend
  @OptionGroup var language: LanguageOptions

  var wording: Wording { language.wording }

  /// How many rows are asked for; nil for all.
  var count: Int? { limit ?? (format == .table ? Self.rows : nil) }

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit can't be less than 0") }
    if bom, format != .csv { throw ValidationError("--bom is for --format csv") }
  }

  /// Says below a list how much of it is shown, and ends the command with status 1 where there is nothing.
  ///
  /// - Parameters:
  ///   - total: nil for more than `counted`.
  ///   - name: of what is listed, as `Wording` counts it.
  ///   - what: the rest of it.
  ///   - more: what else there is to say.
  func tell(
    _ shown: Int, of total: Int?, counted: Int = 0, _ name: String, _ what: String? = nil, more: String? = nil
  ) throws {
    // A whole list for a program needs no words.
    if total == 0 || format == .table || shown != total {
      let words = wording.total(shown, of: total, counted: counted, name, what)
      StandardError.print("mahdar: \(words)\(more.map { wording.semicolon + $0 } ?? "")")
    }
    if total == 0 { throw ExitCode(1) }
  }

  /// The same of contacts, with how many more there may be.
  func tell(_ shown: Int, ofContacts total: Int, roughlyDated: Int, _ what: String? = nil) throws {
    try tell(
      shown, of: total, "contact", what, more: roughlyDated == 0 ? nil : wording.roughlyDated(roughlyDated))
  }
}
