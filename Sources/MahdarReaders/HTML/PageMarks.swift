/// What an element's class, id and role say that it is.
struct PageMarks: OptionSet, Sendable {
  let rawValue: UInt16

  static let menu = PageMarks(rawValue: 1 << 0)
  static let footer = PageMarks(rawValue: 1 << 1)
  static let aside = PageMarks(rawValue: 1 << 2)
  /// Other articles: related, most read, latest.
  static let related = PageMarks(rawValue: 1 << 3)
  static let comments = PageMarks(rawValue: 1 << 4)
  /// Sharing, subscribing, consent, advertisements.
  static let notice = PageMarks(rawValue: 1 << 5)
  static let caption = PageMarks(rawValue: 1 << 6)
  static let tags = PageMarks(rawValue: 1 << 7)
  /// A post of another site.
  static let embed = PageMarks(rawValue: 1 << 8)
  /// Author, day, section.
  static let byline = PageMarks(rawValue: 1 << 9)
  static let hidden = PageMarks(rawValue: 1 << 10)
  /// The summary above the body.
  static let summary = PageMarks(rawValue: 1 << 11)
  static let body = PageMarks(rawValue: 1 << 12)
  /// A name that also has a word of bodies, or is one of a whole page's: it counts where nothing better is found.
  static let weak = PageMarks(rawValue: 1 << 13)
  /// One of several boxes that each lead to another page.
  static let card = PageMarks(rawValue: 1 << 14)

  /// What holds no text of the article.
  static let outside: PageMarks = [
    .menu, .footer, .aside, .related, .comments, .notice, .caption, .tags, .embed, .card,
  ]

  /// What a value of `class` or `id` says.
  ///
  ///     PageMarks(names: "post-share td-box".utf8) // .notice
  ///     PageMarks(names: "has-sidebar entry-content".utf8) // .body
  init(names: some Sequence<UInt8>) {
    var marks: PageMarks = []
    var name: [UInt8] = []
    func end() {
      // Of style sheets that are written in classes (`hover:share`, `w-[12px]`) nothing is to be learnt.
      if !name.isEmpty, name.count <= 64, !name.contains(where: { $0 == 0x3A || $0 == 0x5B }) {
        marks.formUnion(Self.marks(ofName: name))
      }
      name.removeAll(keepingCapacity: true)
    }
    for byte in names { if byte > 0x20 { name.append(byte) } else { end() } }
    end()
    self = marks
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private static func marks(ofName name: [UInt8]) -> PageMarks {
    let words = words(of: name)
    guard let first = words.first, !PageNames.modifiers.contains(first) else { return [] }
    // WordPress tells of an article, not of its box, which tags it has and whether it may be commented on.
    if words.count > 1, ["tag", "category"].contains(first), !["list", "cloud", "links", "box"].contains(words[1]) {
      return []
    }
    if words.count == 2, first.hasPrefix("comment"), ["open", "closed", "off"].contains(words[1]) { return [] }
    var marks: PageMarks = []
    for word in words {
      if let mark = PageNames.marks[word] ?? PageNames.mark(ofBeginning: word) { marks.formUnion(mark) }
    }
    if let mark = PageNames.marks[words.joined()] { marks.formUnion(mark) }
    if marks.isEmpty || marks == .byline || marks == .summary {
      let joined = words.joined()
      if PageNames.bodies.contains(joined) || PageNames.bodies.contains(words.suffix(2).joined()) { return .body }
      return marks
    }
    if marks.contains(.summary), marks.isDisjoint(with: [.related, .comments]) { return .summary }
    if words.count > 1, words.contains(where: PageNames.bodyWords.contains) { marks.insert(.weak) }
    return marks
  }

  /// The words of a name: `relatedPosts`, `related_posts` and `related-posts` have the same.
  private static func words(of name: [UInt8]) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in name {
      let isUpper = byte >= 0x41 && byte <= 0x5A
      let isLower = byte >= 0x61 && byte <= 0x7A
      if !(isUpper || isLower) || isUpper && wasLower {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
      if isUpper || isLower { word.append(byte | 0x20) }
      wasLower = isLower
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
