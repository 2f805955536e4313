import GRDB

/// What is wrong with a query, in our words.
enum QueryProblem {
  /// What SQLite says up to the word that it says it of, and what we say, with `%` for the word.
  private static let sayings: KeyValuePairs = [
    "no such table: ": "there is no table '%' (docs/store.md tells of the tables)",
    "no such column: ": "there is no column '%' (see: SELECT sql FROM sqlite_master)",
    "no such function: ": "there is no function '%'",
    "ambiguous column name: ": "several tables have a column '%': write TABLE.%",
    "wrong number of arguments to function ": "% takes another number of arguments",
    "misuse of aggregate: ": "% can't stand where it does",
    "unrecognized token: ": "not understood at %",
    "fts5: syntax error near ": "the words to search for are not understood at %",
    "near ": "not understood at %",
    "incomplete input": "the query is not complete",
    "empty statement": "there is no query",
  ]

  /// Nil for an error that is the store's, not the query's.
  static func words(of error: DatabaseError, seconds: Double) -> String? {
    switch error.resultCode {
    case .SQLITE_INTERRUPT:
      let time = seconds == seconds.rounded() && seconds < 1e9 ? String(Int(seconds)) : String(seconds)
      return "the query took more than \(time) s and was ended (give it longer: --timeout SECONDS)"
    case .SQLITE_MISUSE:
      let lacksValues = error.message?.contains("arguments") == true
      return lacksValues
        ? "? and :name stand for values that can't be given here: write the values" : "one query at a time"
    case .SQLITE_READONLY: return "only questions are answered, such as SELECT: the store is only read here"
    case .SQLITE_TOOBIG: return "a value is too long: more than 64 MiB"
    case .SQLITE_ERROR, .SQLITE_AUTH, .SQLITE_RANGE, .SQLITE_MISMATCH:
      let message = (error.message ?? "").replacing("\": syntax error", with: "\"")
      for (said, words) in sayings where message.hasPrefix(said) {
        return words.replacing("%", with: message.dropFirst(said.count))
      }
      return "the query can't be answered [SQLite \(error.extendedResultCode.rawValue)]"
    default: return nil
    }
  }
}
