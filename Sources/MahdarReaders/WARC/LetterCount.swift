/// The letters and words of a page in UTF-8, less its tags, scripts, styles and comments, up to so many words in Arabic letters as
/// tell a language for certain.
struct LetterCount {
  private static let enough = 500

  private(set) var arabic = 0
  /// Letters of other scripts.
  private(set) var others = 0
  /// Words in Arabic letters.
  private(set) var words = 0
  /// Those that Arabic alone has: with its article, with ة at the end, or small words of its own.
  private(set) var own = 0.0
  /// Those that Arabic does not have; one with a letter that is but another shape of an Arabic one counts a quarter.
  private(set) var foreign = 0.0

  /// The word that is being read: its last eight letters, each by its low byte.
  private var word: UInt64 = 0
  private var length = 0
  private var first: UInt64 = 0
  private var hasForeignLetter = false
  private var hasOtherShape = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, isMarkup: Bool) {
    var position = 0
    while position < bytes.count, words < Self.enough {
      let byte = bytes[position]
      if byte < 0x80 {
        if byte == 0x3C, isMarkup {
          endWord()
          position = Self.end(ofTag: position, bytes)
        } else if byte == 0x26, isMarkup, let (scalar, end) = Self.reference(at: position, bytes) {
          add(scalar)
          position = end
        } else {
          if length > 0 { endWord() }
          if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { others += 1 }
          position += 1
        }
      } else if byte >= 0xD8, byte <= 0xDB, position + 1 < bytes.count, bytes[position + 1] & 0xC0 == 0x80 {
        add(UInt32(byte & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F))
        position += 2
      } else {
        if length > 0 { endWord() }
        // One for each letter, by its first byte; signs of U+2000 to U+2FFF, such as dashes, are none.
        if byte >= 0xC3, byte != 0xE2 { others += 1 }
        position += 1
      }
    }
    endWord()
  }

  private mutating func add(_ scalar: UInt32) {
    switch scalar {
    // Vowel signs and the line that letters are drawn out by.
    case 0x640, 0x64B...0x65F, 0x670: return
    case 0x621...0x64A: add(letter: scalar)
    // ک and ی, which some type for ك and ي.
    case 0x6A9:
      hasOtherShape = true
      add(letter: 0x643)
    case 0x6CC:
      hasOtherShape = true
      add(letter: 0x64A)
    // پ چ ژ گ ٹ ں ے ې ۆ ە and more; not ڤ, by which Arabic writes the V of names.
    case 0x671...0x6D3 where scalar != 0x6A4, 0x6D5:
      hasForeignLetter = true
      add(letter: scalar)
    case 0x6A4: add(letter: scalar)
    case 0x600...0x6FF: endWord()
    default:
      endWord()
      if scalar > 0xFF { others += 1 }
    }
  }

  private mutating func add(letter: UInt32) {
    if length == 0 { first = UInt64(letter) & 0xFF }
    if length == 1 { first = first << 8 | UInt64(letter) & 0xFF }
    word = word << 8 | UInt64(letter) & 0xFF
    length += 1
    arabic += 1
  }

  private mutating func endWord() {
    guard length > 0 else { return }
    words += 1
    if hasForeignLetter || length <= 5 && Self.foreignWords.contains(word) {
      foreign += 1
    } else {
      if hasOtherShape { foreign += 0.25 }
      let hasArticle = first == 0x2744 && length > 3
      if hasArticle || word & 0xFF == 0x29 || length <= 5 && Self.ownWords.contains(word) { own += 1 }
    }
    (word, length, hasForeignLetter, hasOtherShape) = (0, 0, false, false)
  }

  /// Small words of Arabic that the other languages have not taken over.
  private static let ownWords = keys([
    "في", "من", "على", "إلى", "الى", "أن", "إن", "التي", "الذي", "الذين", "عن", "هذا", "هذه", "لا", "قال", "كان",
    "كانت",
    "ذلك", "لم", "هو", "هي", "وقد", "وقال", "حيث", "منذ", "كما", "أو", "لن", "وفي", "ومن", "يوم",
  ])

  /// Small words of Persian and Pashto in letters that Arabic has, too.
  private static let foreignWords = keys([
    "در", "از", "كه", "اين", "است", "را", "با", "براي", "شد", "مي", "تا", "هاي", "كرد", "شده", "خود", "يك", "آن", "بود",
    "نمي", "هم", "په", "ته", "د", "سره", "دي", "يي",
  ])

  private static func keys(_ words: [String]) -> Set<UInt64> {
    Set(words.map { word in word.unicodeScalars.reduce(0) { $0 << 8 | UInt64($1.value) & 0xFF } })
  }

  /// The end of the tag, comment, script or style that begins at a `<`.
  private static func end(ofTag start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes.begins(with: "<!--", at: start) {
      return bytes.place(of: "-->", from: start).map { $0 + 3 } ?? bytes.count
    }
    if bytes.begins(with: "<script", at: start) { return end(of: "</script", from: start, bytes) }
    if bytes.begins(with: "<style", at: start) { return end(of: "</style", from: start, bytes) }
    return bytes.place(of: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? bytes.count
  }

  private static func end(of closing: StaticString, from start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var place = start + 1
    while let next = bytes.place(of: 0x3C, from: place) {
      if bytes.begins(with: closing, at: next) { return next + closing.utf8CodeUnitCount }
      place = next + 1
    }
    return bytes.count
  }

  /// The scalar of `&#1575;` or `&#x627;`, and where it ends.
  private static func reference(
    at start: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (scalar: UInt32, end: Int)? {
    guard start + 3 < bytes.count, bytes[start + 1] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    var place = start + (isHexadecimal ? 3 : 2)
    var scalar: UInt32 = 0
    let digits = place
    while place < bytes.count, place - digits < 6 {
      let byte = bytes[place]
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte) - 0x30
      case 0x41...0x46 where isHexadecimal: digit = UInt32(byte) - 0x37
      case 0x61...0x66 where isHexadecimal: digit = UInt32(byte) - 0x57
      default:
        guard place > digits else { return nil }
        return (scalar, byte == UInt8(ascii: ";") ? place + 1 : place)
      }
      scalar = scalar * (isHexadecimal ? 16 : 10) + digit
      place += 1
    }
    return place > digits ? (scalar, place) : nil
  }
}
