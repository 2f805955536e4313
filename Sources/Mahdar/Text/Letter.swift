import Foundation

/// A folded letter: one byte for every letter that the press spells in several ways.
///
/// Arabic letters U+0621…U+064A become 0x81…0xAA, so that a folded word is as many bytes as it has letters.
/// ASCII stays itself, in lower case. Marks that a spelling may carry or leave out become `dropped`.
typealias Letter = UInt8

/// The folding of single scalars and the classes of the letters that come out.
enum Letters {
  static let dropped: Letter = 0
  /// Any other letter (Cyrillic, Hebrew, accented Latin …): equal to each other, for no table holds them.
  static let foreign: Letter = 0x7F
  /// Space and other separators.
  static let space: Letter = 0x20
  /// A symbol or mark that is no letter and has no part in any rule.
  static let symbol: Letter = 0x01

  static let alef = fold(0x627)
  static let lam = fold(0x644)
  static let ain = fold(0x639)
  static let waw = fold(0x648)
  static let feh = fold(0x641)
  static let beh = fold(0x628)
  static let kaf = fold(0x643)
  static let seen = fold(0x633)
  static let yeh = fold(0x64A)
  static let heh = fold(0x647)
  static let teh = fold(0x62A)
  static let noon = fold(0x646)
  static let meem = fold(0x645)

  /// Folds the scalars U+0000…U+07FF; index is the scalar.
  static let table: [Letter] = (0..<0x800).map { foldBelow0800(UInt32($0)) }

  static func fold(_ scalar: UInt32) -> Letter { foldBelow0800(scalar) }

  @inline(__always) static func isArabic(_ letter: Letter) -> Bool { letter >= 0x81 && letter <= 0xAA }
  @inline(__always) static func isDigit(_ letter: Letter) -> Bool { letter >= 0x30 && letter <= 0x39 }
  @inline(__always) static func isLatin(_ letter: Letter) -> Bool {
    (letter >= 0x61 && letter <= 0x7A) || letter == foreign
  }

  /// Quotation marks fold to these three bytes: opening, closing, and the straight mark that may be either.
  static let openQuote: Letter = 0x02
  static let closeQuote: Letter = 0x03
  static let straightQuote: Letter = 0x22

  private static func foldBelow0800(_ scalar: UInt32) -> Letter {
    switch scalar {
    case 0x41...0x5A: return UInt8(scalar + 0x20)
    case 0x09, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0: return space
    case 0x0A: return 0x0A
    case 0x00...0x1F, 0x7F...0x9F: return symbol
    case 0x21...0x7E: return UInt8(scalar)
    case 0xAD: return dropped
    case 0xAB: return openQuote
    case 0xBB: return closeQuote
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF: return foreign
    case 0x300...0x36F: return dropped
    case 0x370...0x5FF: return foreign
    case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED: return dropped
    case 0x61C, 0x600...0x605: return dropped
    case 0x60C: return 0x2C  // ، → ,
    case 0x61B: return 0x3B  // ؛ → ;
    case 0x61F: return 0x3F  // ؟ → ?
    case 0x6D4: return 0x2E
    case 0x660...0x669: return UInt8(scalar - 0x660 + 0x30)
    case 0x6F0...0x6F9: return UInt8(scalar - 0x6F0 + 0x30)
    case 0x66A: return 0x25
    case 0x66B: return 0x2E
    case 0x66C: return 0x2C
    case 0x622, 0x623, 0x625, 0x671, 0x672, 0x673, 0x675: return 0x87  // ا
    case 0x624, 0x676: return 0xA8  // ؤ → و
    case 0x626, 0x649, 0x6CC, 0x6CD, 0x6D0, 0x6D2: return 0xAA  // ئ ى ی → ي
    case 0x629, 0x6C1, 0x6D5, 0x6C0, 0x6C3: return 0xA7  // ة → ه
    case 0x6A9, 0x6AA: return 0xA3  // ک → ك
    case 0x6AF, 0x763: return 0xA3  // گ → ك
    case 0x6A4, 0x6A1: return 0xA1  // ڤ → ف
    case 0x67E: return 0x88  // پ → ب
    case 0x686: return 0x8C  // چ → ج
    case 0x698: return 0x92  // ژ → ز
    case 0x621...0x63A, 0x641...0x64A: return UInt8(scalar - 0x621 + 0x81)
    case 0x620...0x7FF: return foreign
    default: return symbol
    }
  }

  /// Folds scalars from U+0800 on; ligatures and presentation forms may give several letters.
  static func foldAbove07FF(_ scalar: UInt32, into out: inout [Letter]) {
    switch scalar {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF: return
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: out.append(space)
    case 0x2028, 0x2029: out.append(0x0A)
    case 0x2010...0x2015, 0x2212: out.append(0x2D)
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032: out.append(0x27)
    case 0x201C, 0x201E, 0x201F, 0x2039: out.append(openQuote)
    case 0x201D, 0x203A: out.append(closeQuote)
    case 0x2033: out.append(straightQuote)
    case 0x2026: out.append(0x04)  // …
    case 0xFB50...0xFDFF, 0xFE70...0xFEFE:
      guard let forms = presentationForms[scalar] else { return out.append(symbol) }
      out.append(contentsOf: forms)
    case 0xFF10...0xFF19: out.append(UInt8(scalar - 0xFF10 + 0x30))
    case 0x0800...0x1FFF, 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFB4F, 0xFF21...0xFFDC, 0x10000...0x1FFFF,
      0x20000...0x3FFFF:
      out.append(scalar >= 0x1F000 && scalar <= 0x1FAFF ? symbol : foreign)
    default: out.append(symbol)
    }
  }

  /// Presentation forms and ligatures, by their compatibility decomposition; less the phrases U+FDFA and U+FDFB.
  private static let presentationForms: [UInt32: [Letter]] = {
    var forms: [UInt32: [Letter]] = [:]
    for value in [0xFB50...0xFDF9, 0xFDFC...0xFDFF, 0xFE70...0xFEFC].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let letters = String(Character(scalar)).precomposedStringWithCompatibilityMapping.unicodeScalars
      forms[scalar.value] = letters.compactMap {
        $0.value < 0x800 && $0.value != 0x20 && fold($0.value) != dropped ? fold($0.value) : nil
      }
    }
    return forms
  }()
}
