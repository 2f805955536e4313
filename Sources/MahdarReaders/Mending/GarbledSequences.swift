/// The scalars of a text whose bytes in a wrong charset are sequences of UTF-8.
struct GarbledSequences {
  private struct Found {
    var place: Int
    var length: Int
    var scalar: Unicode.Scalar
  }

  private let charset: WrongCharset
  private var found: [Found] = []
  /// Scalars beyond ASCII that the charset has.
  private var foreign = 0
  /// Those of them that are part of a sequence.
  private var covered = 0
  /// Whether one has three bytes or four, which no text has by chance.
  private var hasLong = false
  /// Whether letters are gone: the second of their two signs was thrown away, and nothing tells which it was.
  private(set) var hasLoss = false
  private var letters = 0
  /// Whether second bytes from 0x80 to 0x9F came through, or the soft hyphen.
  private var keepsHigh = false
  private var keepsHyphen = false

  private var count: Int { found.count }
  /// Whether chance can't have made them.
  var isSure: Bool { (count > 1 || hasLong) && covered * 2 >= foreign }

  init(_ scalars: [Unicode.Scalar], _ charset: WrongCharset) {
    self.charset = charset
    var place = 0
    while place < scalars.count {
      if charset.byte(scalars[place]) != nil { foreign += 1 }
      guard let sequence = read(scalars, at: place) else {
        place += 1
        continue
      }
      found.append(sequence)
      covered += sequence.length
      foreign += sequence.length - 1
      if sequence.length > 2 { hasLong = true }
      if sequence.scalar.value >= 0x600 && sequence.scalar.value < 0x700 {
        letters += 1
        if sequence.scalar.value & 0x3F < 0x20 { keepsHigh = true }
        if sequence.scalar.value == 0x62D { keepsHyphen = true }
      }
      place += sequence.length
    }
  }

  private func read(_ scalars: [Unicode.Scalar], at place: Int) -> Found? {
    guard let lead = charset.byte(scalars[place]), lead >= 0xC2, lead < 0xF5 else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard place + length <= scalars.count else { return nil }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      guard let byte = charset.byte(scalars[place + offset]), byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard Self.isOfArticles(value), let scalar = Unicode.Scalar(value) else { return nil }
    return Found(place: place, length: length, scalar: scalar)
  }

  /// Whether a scalar is one that articles have beyond ASCII: letters of Arabic and of the west, marks, pictures.
  private static func isOfArticles(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xFF, 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192, 0x2C6, 0x2DC: true
    case 0x60C, 0x61B, 0x61F, 0x621...0x63A, 0x640...0x655, 0x660...0x66C, 0x670...0x6D5, 0x6F0...0x6F9: true
    case 0x200B...0x200F, 0x2010...0x27BF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: true
    case 0x1F300...0x1FAFF: true
    default: false
    }
  }

  /// The text with every sequence as what it stood for.
  mutating func mended(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    var place = 0
    for sequence in found {
      appendRest(scalars[place..<sequence.place], to: &text)
      text.append(sequence.scalar)
      place = sequence.place + sequence.length
    }
    appendRest(scalars[place...], to: &text)
    return String(text)
  }

  /// Appends what is no sequence: a first sign whose second was thrown away stands for the letter that it can be.
  private mutating func appendRest(_ rest: ArraySlice<Unicode.Scalar>, to text: inout String.UnicodeScalarView) {
    var isAfterLoss = false
    for scalar in rest {
      defer { isAfterLoss = false }
      switch charset.byte(scalar) {
      case 0xD8? where letters > 3 && !keepsHyphen:
        // ح is 0xD8 0xAD, a soft hyphen.
        text.append("\u{62D}")
        isAfterLoss = true
      case 0xD9? where letters > 3 && charset.isLatin && keepsHigh:
        // ف is 0xD9 0x81, which windows-1252 leaves out.
        text.append("\u{641}")
        isAfterLoss = true
      case 0xD8? where letters > 3 && charset.isLatin, 0xD9? where letters > 3 && charset.isLatin:
        text.append("\u{FFFD}")
        hasLoss = true
        isAfterLoss = true
      default:
        if scalar == "\u{FFFD}", isAfterLoss { continue }
        text.append(scalar)
      }
    }
  }
}
