/// Finds the room or building of a contact by its noun: «في مقر الوزارة», «بمكتبه», «في القصر الرئاسي».
///
/// The gazetteer's venues are read with the place; this is for those that have no name of their own.
struct VenueReader {
  let map: ClauseMap
  private let rooms: VenueLexicon
  private let attribution: AttributionLexicon
  private var tokens: Tokens { map.tokens }

  /// How far behind a telling its venue may begin, how long it may be, and how many tellings are asked.
  private static let reach = 30
  private static let longest = 7
  private static let most = 8

  init(map: ClauseMap, lexicon: ClaimLexicon) {
    self.map = map
    rooms = lexicon.rooms
    attribution = lexicon.attribution
  }

  /// The venue told in a sentence that tells the contact, behind its words or else before them.
  func venue(of contact: ClaimDraft) -> TextSpan? {
    if contact.isRemote { return nil }
    let tellings = Set(contact.triggers + [contact.trigger]).sorted().filter { telling in
      guard telling >= tokens.titleCount else { return false }
      guard let noun = map.noun(telling), map.verb(telling) == nil else { return true }
      return !noun.isDefinite || noun.hasPronoun
    }
    return tellings.prefix(Self.most).lazy.compactMap { venue(near: $0) }.first
  }

  private func venue(near telling: Int) -> TextSpan? {
    let sentence = tokens.sentence(of: telling)
    let end = min(sentence.upperBound, telling + Self.reach)
    if let span = venue(in: telling + 1..<max(telling + 1, end)) { return span }
    var start = telling
    while start > sentence.lowerBound, telling - start < Self.reach,
      map.mentionAt[start - 1] >= 0 || map.function(start - 1) != .complementizer
    {
      start -= 1
    }
    return venue(in: start..<telling)
  }

  private func venue(in range: Range<Int>) -> TextSpan? {
    var index = range.lowerBound
    var isAside = false
    while index < range.upperBound {
      if tokens.mark(index) == UInt8(ascii: ",") { isAside = false }
      if map.mentionAt[index] < 0 {
        switch map.function(index) {
        case .complementizer, .if: return nil
        // «في الزيارة الأولى منذ لقائه … في المكتب»: another contact's.
        case .after, .before: if map.noun(index + 1) != nil { return nil }
        case .relative: isAside = true
        default: break
        }
      }
      if !isAside, let span = venue(at: index, range.upperBound) { return span }
      index += 1
    }
    return nil
  }

  private func venue(at index: Int, _ end: Int) -> TextSpan? {
    let token = tokens[index]
    let isClitic = token.letter == Letters.beh && rooms.isWord(token.lessPreposition)
    guard isClitic || map.function(index - 1) == .in && map.mentionAt[index - 1] < 0 else { return nil }
    if let mention = mention(index), mention.kind == .place || mention.kind == .person { return nil }
    // «مسؤول في مكتب الرئيس».
    let owner = isClitic ? index - 1 : index - 2
    if let before = mention(owner), before.kind == .source || before.kind == .group { return nil }
    let told = attribution[tokens[owner].whole]
    if told.contains(.unnamed), !told.contains(.definite) { return nil }
    let word = isClitic ? token.lessPreposition : token.whole
    let head = rooms.isBefore(word) ? index + 1 : index
    let room = head == index ? word : tokens[head].whole
    guard rooms.isHead(room) else { return nil }
    var next = head + 1
    if tokens.mark(next) != 0, let quote = tokens.quote(at: next + 1), quote.tokens.count <= Self.longest {
      next = quote.tokens.upperBound + 1
    }
    if let owner = mention(next), owner.kind == .person, owner.preposition == 0 { next = owner.tokens.upperBound }
    while next < end, next - index < Self.longest, goesOn(next) {
      next = mention(next).map { max(next + 1, $0.tokens.upperBound) } ?? next + 1
    }
    // «في مقر» alone tells nothing; «بمكتبه» and «في فندق على الشاطئ» do.
    guard next > head + 1 || rooms.isOwned(room) || map.function(next) == .on else { return nil }
    return tokens.span(index..<min(next, end), reading: isClitic ? .preposition : .whole)
  }

  private func mention(_ index: Int) -> Mention? {
    let number = map.mentionAt[index]
    return number >= 0 ? map.mentions[Int(number)] : nil
  }

  /// Whether a venue's name goes on: names, and words that are no preposition, verb or time.
  private func goesOn(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.isWord, map.timeAt[index] < 0 else { return false }
    if let mention = mention(index) {
      return mention.preposition == 0 && mention.conjunction == 0 && mention.kind != .person
    }
    return (map.function(index) ?? .pronoun) == .pronoun && token.conjunction == 0 && token.preposition == 0
      && map.verb(index) == nil
  }
}

/// The nouns of rooms and buildings: `Data/ar/venue-words.tsv`.
struct VenueLexicon: Sendable {
  private enum Kind: Int32, Sendable { case head, definite, owned, before }
  private var words = WordMap<Int32>()

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("venue-words", ["class", "ar"])
    let pronouns = [FoldedText.key("ه"), FoldedText.key("ها")]
    for row in table.rows {
      guard row[0] == "head" || row[0] == "one" else {
        throw table.error(row, "unknown class '\(row[0])'", fix: "one of head, one")
      }
      let letters = FoldedText.key(row[1])
      let isOwned = letters.count > 4 && pronouns.contains { letters.suffix($0.count).elementsEqual($0) }
      for word in builder.words(row[1], closed: false) {
        words.set(word, row[0] == "one" ? Kind.before.rawValue : (isOwned ? Kind.owned : Kind.head).rawValue)
      }
      if row[0] == "head" {
        for word in builder.words("ال" + row[1], closed: false) { words.set(word, Kind.definite.rawValue) }
      }
    }
  }

  func isWord(_ word: WordID) -> Bool { words.contains(word) }
  func isHead(_ word: WordID) -> Bool { words[word] != nil && words[word] != Kind.before.rawValue }
  /// «مكتبه»
  func isOwned(_ word: WordID) -> Bool { words[word] == Kind.owned.rawValue }
  /// «إحدى قاعات …»
  func isBefore(_ word: WordID) -> Bool { words[word] == Kind.before.rawValue }

  mutating func transfer(_ image: inout LexiconImage) { words.transfer(&image) }
}
