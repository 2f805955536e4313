/// A text in the one spelling that every lexicon key is folded to, with the way back.
///
///     FoldedText("إِلـى").letters.count // 3
///
/// - Shape: `origin.count == letters.count + 1`, non-decreasing; `origin[i]` is the byte at which letter `i` starts.
/// - Units: UTF-8 bytes in `origin`, letters (one byte each) in `letters`.
/// - Errors: none; any bytes fold, and a byte that is no UTF-8 counts as a symbol.
/// - Source: the normalisation of Larkey et al. 2007, with ئ → ي and ؤ → و for the press's hamza forms.
public struct FoldedText: Sendable {
  var letters: [UInt8]
  var origin: [Int32]

  public init(_ text: String) {
    var text = text
    self = text.withUTF8 { FoldedText($0) }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    letters = []
    origin = []
    letters.reserveCapacity(bytes.count * 5 / 8 + 16)
    origin.reserveCapacity(bytes.count * 5 / 8 + 17)
    var several: [Letter] = []
    Letters.table.withUnsafeBufferPointer { table in
      var index = 0
      let count = bytes.count
      while index < count {
        let lead = bytes[index]
        let start = Int32(truncatingIfNeeded: index)
        if lead < 0x80 {
          letters.append(table[Int(lead)])
          origin.append(start)
          index += 1
        } else if lead >= 0xC2 && lead < 0xE0 && index + 1 < count && bytes[index + 1] & 0xC0 == 0x80 {
          let letter = table[Int(lead & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)]
          if letter != Letters.dropped {
            letters.append(letter)
            origin.append(start)
          }
          index += 2
        } else {
          let (scalar, length) = Self.decode(bytes, at: index)
          several.removeAll(keepingCapacity: true)
          Letters.foldAbove07FF(scalar, into: &several)
          for letter in several {
            letters.append(letter)
            origin.append(start)
          }
          index += length
        }
      }
      origin.append(Int32(truncatingIfNeeded: count))
    }
  }

  /// Decodes a scalar of three or four bytes; a byte that starts none is U+FFFD of length 1.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(bytes[index])
    let length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : 1
    guard length > 1, index + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = length == 3 ? lead & 0x0F : lead & 0x07
    for offset in 1..<length {
      let byte = UInt32(bytes[index + offset])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    return (scalar, length)
  }

  /// The letters of a lexicon key: words separated by single spaces, punctuation left out.
  static func key(_ text: String) -> [UInt8] { FoldedText(text).letters }

  /// The folded words of a text: runs of letters or digits.
  static func words(_ text: String) -> [ArraySlice<Letter>] {
    key(text).split { !(Letters.isArabic($0) || Letters.isDigit($0) || Letters.isLatin($0)) }
  }
}
