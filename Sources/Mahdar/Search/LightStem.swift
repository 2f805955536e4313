/// Takes endings off a word that no table knows.
///
/// - Shape: folded letters in and out, at least three letters stay.
/// - Source: after Larkey et al. 2007 (light10), less its single ي, which would make one of «لبنان» and «لبناني»; with the
///   pronouns, and with one seat for a hamza behind ا («لقائه», «لقاؤه», «لقاء»).
enum LightStem {
  private static let ha = FoldedText.key("ه")[0]
  private static let alef = Letters.alef
  private static let waw = Letters.waw
  private static let yeh = Letters.yeh
  private static let noon = Letters.noon
  private static let teh = Letters.teh
  private static let meem = FoldedText.key("م")[0]
  private static let hamza = FoldedText.key("ء")[0]

  static func stem(_ word: [UInt8]) -> ArraySlice<UInt8> { stem(word[...]) }

  static func stem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = word
    func ends(_ letters: UInt8...) -> Bool {
      rest.count >= letters.count + 3 && rest.suffix(letters.count).elementsEqual(letters)
    }
    var hadPronoun = true
    if ends(ha, meem, alef) {
      rest.removeLast(3)
    } else if ends(ha, alef) || ends(ha, meem) {
      rest.removeLast(2)
    } else if ends(teh, ha), rest.count > 4 {
      rest.removeLast(1)
    } else {
      hadPronoun = false
    }
    if hadPronoun, ends(teh), !ends(alef, teh) {
      rest.removeLast()
    } else if ends(teh, alef, noon) || ends(teh, yeh, noon) {
      rest.removeLast(3)
    } else if ends(alef, teh) || ends(waw, noon) || ends(yeh, noon) || ends(alef, noon) {
      rest.removeLast(2)
    } else if ends(ha) || ends(alef) {
      rest.removeLast()
    }
    // «لقائه», «لقاؤه», «لقاءات»: the hamza behind ا and its seats.
    if rest.count > 3, rest[rest.endIndex - 2] == alef, [hamza, yeh, waw].contains(rest[rest.endIndex - 1]) {
      rest.removeLast()
    }
    return rest
  }
}
