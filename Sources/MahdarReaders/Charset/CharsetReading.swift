/// What some bytes say in each charset of one byte a letter that Arabic is written in, and how much like Arabic it is.
struct CharsetReading {
  /// How many bytes from 0x80 on are looked at.
  private static let limit = 32 << 10

  private var gains: [Int]
  /// Pairs with an Arabic letter, in the best reading.
  private var pairs: [Int]

  /// The charsets, the commonest first: of equal readings the first counts.
  private static let charsets: [Charset] = Charset.arabic + [.windows1252]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    gains = []
    pairs = []
    for classes in Self.classes {
      let (gain, count) = Self.read(bytes, classes)
      gains.append(gain)
      pairs.append(count)
    }
  }

  /// How likely the bytes are of this charset, in half bits; nil for a charset that is none of these.
  func gain(of charset: Charset) -> Int? { Self.charsets.firstIndex(of: charset).map { gains[$0] } }

  var best: (charset: Charset, gain: Int) {
    var best = 0
    for index in gains.indices where gains[index] > gains[best] { best = index }
    return (Self.charsets[best], gains[best])
  }

  /// Whether the best reading is Arabic beyond doubt.
  var isArabic: Bool {
    guard let index = Self.charsets.firstIndex(of: best.charset), best.charset != .windows1252 else { return false }
    return gains[index] > 16 && gains[index] > pairs[index]
  }

  // MARK: The classes of bytes

  /// What a byte is, above the classes of letters.
  private enum Kind {
    static let latin = LetterPairs.classes
    static let accented = latin + 1
    static let transparent = latin + 2
    static let mark = latin + 3
    static let rareLetter = latin + 4
    static let symbol = latin + 5
    static let none = latin + 6
  }

  private static let classes: [[Int]] = charsets.map { charset in
    (0..<256).map { byte in
      guard byte >= 0x80 else {
        return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A ? Kind.latin : LetterPairs.border
      }
      return kind(UInt32(charset.upperHalf?[byte - 0x80] ?? 0xFFFD))
    }
  }

  private static func kind(_ scalar: UInt32) -> Int {
    let letter = LetterPairs.letter(scalar)
    if letter != LetterPairs.border { return letter }
    if LetterPairs.isTransparent(scalar) { return Kind.transparent }
    switch scalar {
    case 0x20...0x7E: return LetterPairs.border
    case 0xFFFD, 0x80...0x9F: return Kind.none
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF, 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192:
      return Kind.accented
    case 0x671...0x6D5: return Kind.rareLetter
    case 0x60C, 0x61B, 0x61F, 0xA0, 0xAB, 0xBB, 0x660...0x66C, 0x2010...0x203A, 0x200C...0x200F: return Kind.mark
    default: return Kind.symbol
    }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ classes: [Int]) -> (gain: Int, pairs: Int) {
    var (gain, pairs, high) = (0, 0, 0)
    var last = LetterPairs.border
    for byte in bytes {
      if byte >= 0x80 {
        high += 1
        if high > limit { break }
      }
      let kind = classes[Int(byte)]
      if kind == Kind.transparent {
        gain -= 4
        continue
      }
      if kind < LetterPairs.classes, last < LetterPairs.classes {
        if kind != LetterPairs.border || last != LetterPairs.border {
          gain += LetterPairs.gain(last, kind)
          pairs += 1
        }
      } else {
        gain += between(last, kind)
      }
      last = kind
    }
    return (gain, pairs)
  }

  /// What two bytes speak for or against a charset, one of which gives no Arabic letter.
  private static func between(_ last: Int, _ kind: Int) -> Int {
    let isLetter = last > LetterPairs.border && last < LetterPairs.classes
    // A word ends before a mark as before a space.
    let ending =
      isLetter && kind != Kind.accented && kind != Kind.latin ? LetterPairs.gain(last, LetterPairs.border) : 0
    switch kind {
    case Kind.latin: return last == Kind.accented ? 2 : isLetter ? -12 : 0
    case Kind.accented: return last == Kind.latin ? 2 : isLetter ? -20 : last == Kind.accented ? -14 : -6
    case Kind.mark: return ending - 6
    case Kind.rareLetter: return ending - 14
    case Kind.symbol: return ending - 16
    case Kind.none: return ending - 40
    case LetterPairs.border: return 0
    default:
      // A letter after what is none.
      return last == Kind.latin || last == Kind.accented ? -12 : LetterPairs.gain(LetterPairs.border, kind)
    }
  }
}
