/// «للبيت الأبيض» gives «بيت الأبيض»: words behind لل have lost the ا of their article.
enum LostArticle {
  /// Whether لل, alone or behind و or ف, stands right before byte `start` of a text.
  ///
  /// - Parameter byte: the text's bytes; 0 before its first.
  static func stands(before start: Int, _ byte: (Int) -> UInt8) -> Bool {
    func letter(_ count: Int) -> UInt16 { UInt16(byte(start - 2 * count)) << 8 | UInt16(byte(start - 2 * count + 1)) }
    guard letter(1) == lam, letter(2) == lam else { return false }
    return !(0xD8...0xD9).contains(letter(3) >> 8) || letter(3) == waw || letter(3) == feh
  }

  private static let lam: UInt16 = 0xD984
  private static let waw: UInt16 = 0xD988
  private static let feh: UInt16 = 0xD981
}
