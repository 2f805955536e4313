import GRDB
import Mahdar

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
}
