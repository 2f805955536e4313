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

  static func stem(_ word: [UInt8]) -> ArraySlice<UInt8> { word.prefix(word.withUnsafeBufferPointer(length)) }

  /// The number of letters that stay of a word.
  static func length(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var count = word.count
    func ends(_ last: UInt8) -> Bool { count >= 4 && word[count - 1] == last }
    func ends(_ first: UInt8, _ last: UInt8) -> Bool {
      count >= 5 && word[count - 1] == last && word[count - 2] == first
    }
    func ends(_ first: UInt8, _ second: UInt8, _ last: UInt8) -> Bool {
      count >= 6 && word[count - 1] == last && word[count - 2] == second && word[count - 3] == first
    }
    var hadPronoun = true
    if ends(ha, meem, alef) {
      count -= 3
    } else if ends(ha, alef) || ends(ha, meem) {
      count -= 2
    } else if ends(teh, ha) {
      count -= 1
    } else {
      hadPronoun = false
    }
    if hadPronoun, ends(teh), !ends(alef, teh) {
      count -= 1
    } else if ends(teh, alef, noon) || ends(teh, yeh, noon) {
      count -= 3
    } else if ends(alef, teh) || ends(waw, noon) || ends(yeh, noon) || ends(alef, noon) {
      count -= 2
    } else if ends(ha) || ends(alef) {
      count -= 1
    }
    // «لقائه», «لقاؤه», «لقاءات»: the hamza behind ا and its seats.
    if count > 3, word[count - 2] == alef {
      let last = word[count - 1]
      if last == hamza || last == yeh || last == waw { count -= 1 }
    }
    return count
  }
}
