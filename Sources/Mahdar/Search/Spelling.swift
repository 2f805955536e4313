/// One spelling for all: names that differ only by what the press leaves open are equal in it.
public enum Spelling {
  /// The text in plain letters: no vowel signs, one form of ا ه ي و, words separated by single spaces.
  ///
  ///     Spelling.folded("الأميركيّة") // "الاميركيه"
  public static func folded(_ text: String) -> String { self.text(FoldedText.key(text)) }

  /// Folded letters as text.
  public static func text(_ letters: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    for letter in letters {
      if Letters.isArabic(letter) {
        scalars.append(Unicode.Scalar(UInt32(letter) - 0x81 + 0x621) ?? " ")
      } else if Letters.isDigit(letter) || letter >= 0x61 && letter <= 0x7A {
        scalars.append(Unicode.Scalar(letter))
      } else if let last = scalars.last, last != " " {
        scalars.append(" ")
      }
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
