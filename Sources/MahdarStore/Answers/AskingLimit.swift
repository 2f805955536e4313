/// How much can be asked with at once: what answering costs grows with it, and nobody asks for so much on purpose.
struct AskingLimit {
  let what: String
  let words: Int
  let letters: Int

  static let name = AskingLimit(what: "a name", words: 50, letters: 500)
  static let query = AskingLimit(what: "a query", words: 200, letters: 20_000)
  static let question = AskingLimit(what: "a question", words: 500, letters: 10_000)
  /// Of one request.
  static let names = 20

  /// - Errors: `StoreError.request` when `text` holds more, or nothing.
  func check(_ text: String) throws {
    let letters = text.unicodeScalars.count
    guard letters <= self.letters else {
      throw StoreError.request("\(what) has \(self.letters) letters at most, this one has \(letters)")
    }
    let words = text.split(whereSeparator: \.isWhitespace).count
    guard words > 0 else { throw StoreError.request("\(what) must hold a word, this one is empty") }
    guard words <= self.words else {
      throw StoreError.request("\(what) has \(self.words) words at most, this one has \(words)")
    }
  }
}
