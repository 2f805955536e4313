import GRDB
import Mahdar
import Synchronization

/// The functions that queries of a store may call.
enum SQLFunctions {
  /// `passage(title, text, start, end)`: the words of a span.
  static let passage = DatabaseFunction("passage", argumentCount: 4, pure: true) { values in
    guard let text = String.fromDatabaseValue(values[1]), let start = Int.fromDatabaseValue(values[2]),
      let end = Int.fromDatabaseValue(values[3])
    else { return nil }
    return Content(title: String.fromDatabaseValue(values[0]), text: text)[start, end]
  }

  /// `fold(text)`: the text in the one spelling that names are compared in.
  static let fold = DatabaseFunction("fold", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map(Spelling.folded)
  }

  /// `holds(text, words)`: whether the text has all the words, in any of their forms.
  static func holds(_ terms: SearchTerms) -> DatabaseFunction {
    words("holds") { AskedWords($0, terms) }
  }

  private static func words(_ name: String, _ asked: @escaping @Sendable (String) -> AskedWords) -> DatabaseFunction {
    // A query asks for the same words at every row.
    let last = Mutex<(words: String, asked: AskedWords)?>(nil)
    return DatabaseFunction(name, argumentCount: 2, pure: true) { values in
      guard let text = String.fromDatabaseValue(values[0]), let words = String.fromDatabaseValue(values[1]) else {
        return false
      }
      let asked = last.withLock { last in
        if let last, last.words == words { return last.asked }
        let asked = asked(words)
        last = (words, asked)
        return asked
      }
      return asked.areHeld(by: text)
    }
  }
}
