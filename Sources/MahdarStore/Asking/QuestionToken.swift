import Mahdar

/// A word of a question.
struct QuestionToken {
  let text: String
  /// In the one spelling that words are compared in.
  let folded: String
  let isLatin: Bool
  /// UTF-8 bytes of the question.
  let bytes: Range<Int>

  /// The words of a question: letters and digits, with hyphens and apostrophes within; «عبد الباسط» is one.
  ///
  /// - Parameter isHead: whether a folded word is completed by the next one: «عبد», «أبو».
  static func tokens(of text: String, joining isHead: (String) -> Bool) -> [QuestionToken] {
    var joined: [QuestionToken] = []
    let bytes = Array(text.utf8)
    for token in tokens(of: text) {
      if let last = joined.last, !last.isLatin, !token.isLatin, !last.folded.contains(" "),
        last.variants.contains(where: isHead),
        bytes[last.bytes.upperBound..<token.bytes.lowerBound].allSatisfy({ $0 == 0x20 })
      {
        let both = last.bytes.lowerBound..<token.bytes.upperBound
        joined[joined.count - 1] = QuestionToken(
          text: String(decoding: bytes[both], as: UTF8.self), folded: last.folded + " " + token.folded, isLatin: false,
          bytes: both)
      } else {
        joined.append(token)
      }
    }
    return joined
  }

  private static func tokens(of text: String) -> [QuestionToken] {
    var tokens: [QuestionToken] = []
    var (word, start, place) = ("", 0, 0)
    func end() {
      while let last = word.last, "-'’".contains(last) { word.removeLast() }
      for possessive in ["'s", "’s"] where word.hasSuffix(possessive) { word.removeLast(2) }
      let isLatin = word.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
      let folded = isLatin ? EnglishNames.folded(word) : Spelling.folded(word)
      if !folded.isEmpty {
        tokens.append(
          QuestionToken(text: word, folded: folded, isLatin: isLatin, bytes: start..<start + word.utf8.count))
      }
      word = ""
    }
    for character in text {
      let isPart =
        character.isLetter || character.isNumber || character == "ـ"
        || "-'’.".contains(character) && word.last?.isLetter == true && character != "."
        || character == "-" && word.last?.isNumber == true
      if isPart {
        if word.isEmpty { start = place }
        word.append(character)
      } else if !word.isEmpty {
        end()
      }
      place += character.utf8.count
    }
    if !word.isEmpty { end() }
    return tokens
  }

  /// The word, and what it is less clitics: «وبالصفدي» is «بالصفدي», «الصفدي» too.
  var variants: [String] {
    guard !isLatin else { return [folded] }
    var variants = [folded]
    func add(_ word: Substring) {
      if word.count > 1, !variants.contains(String(word)) { variants.append(String(word)) }
    }
    for word in variants where word.count > 2 && "وف".contains(word.first ?? " ") { add(word.dropFirst()) }
    for word in variants where word.count > 3 {
      if word.hasPrefix("لل") { add(Substring("ال" + word.dropFirst(2))) }
      if "بلك".contains(word.first ?? " ") { add(word.dropFirst()) }
    }
    return variants
  }
}
