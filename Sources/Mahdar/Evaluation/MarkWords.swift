/// The words of a mark as marks are compared: without vowel signs, spellings of one letter and the article, in lower
/// case.
///
/// These are the scorer's own words, not the engine's `FoldedText`: figures must not move when the engine reads letters
/// differently.
struct MarkWords: Sendable {
  typealias Word = [UInt32]

  let words: [Word]

  /// - Parameter text: nil for what is not told: no words.
  init(_ text: String?) {
    var words: [Word] = []
    var word: Word = []
    func end() {
      if !word.isEmpty { words.append(word.count > 4 && word.starts(with: Self.article) ? Array(word[2...]) : word) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in (text ?? "").unicodeScalars where !Self.isMark(scalar.value) {
      for letter in Self.folded(scalar) {
        if Self.isPartOfWord(letter) { word.append(letter.value) } else { end() }
      }
    }
    end()
    self.words = words
  }

  /// The words of what may be left out; nil when it is.
  init?(told text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self.init(text)
  }

  var isEmpty: Bool { words.isEmpty }

  /// The words that tell something, each once.
  var telling: Set<Word> { Set(words).subtracting(Self.particles) }

  // MARK: Letters

  private static let article: Word = [0x627, 0x644]
  private static let particles: Set<Word> = Set(["في", "من", "علي", "ال", "و"].map { $0.unicodeScalars.map(\.value) })

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x64B...0x65F, 0x670, 0x640, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar.value {
    case 0x622, 0x623, 0x625, 0x671: "\u{627}".unicodeScalars
    case 0x649, 0x626, 0x6CC: "\u{64A}".unicodeScalars
    case 0x624: "\u{648}".unicodeScalars
    case 0x629: "\u{647}".unicodeScalars
    case 0x6A9: "\u{643}".unicodeScalars
    case 0xFEFB: "\u{644}".unicodeScalars
    default: scalar.properties.lowercaseMapping.unicodeScalars
    }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: scalar == "_" || scalar.properties.numericType != nil
    }
  }
}
