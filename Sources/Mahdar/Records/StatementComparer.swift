/// What one article says that somebody said, standing alone.
public struct SaidWords: Sendable, Hashable {
  public var speaker: String
  /// `person`, `office`, `anonymous` or `outlet`.
  public var speakerKind: String
  /// The gazetteer's id of the speaker, when known.
  public var known: String?
  /// The side and the office that the article gives the speaker.
  public var side: String?
  public var office: String?
  public var text: String
  public var article: String
  /// RFC 3339, as given.
  public var published: String?

  public init(
    speaker: String, speakerKind: String, known: String? = nil, side: String? = nil, office: String? = nil,
    text: String, article: String, published: String? = nil
  ) {
    (self.side, self.office) = (side, office)
    self.speaker = speaker
    self.speakerKind = speakerKind
    self.known = known
    self.text = text
    self.article = article
    self.published = published
  }
}

/// The same words of one speaker in several articles: whole, cut, in another translation or order.
public struct StatementVersions: Sendable {
  /// The versions by their places in the input, the first told first.
  public var versions: [Int]
  /// The fullest of them, by its place in the input.
  public var fullest: Int
  /// What each leaves out of the fullest, in the order of `versions`: its parts between marks.
  public var leftOut: [[String]]
}

/// Finds the statements that are versions of one.
///
/// - Shape: a function of the set; statements meet by the rarer of their words, so that the cost grows with what is alike.
struct StatementComparer: Sendable {
  let lexicon: RecordLexicon

  private struct Said {
    var words: [UInt64]
    /// The stems of all words, and of those right behind a negation.
    var stems, denied: Set<UInt64>
    var numbers: Set<[Letter]>
    /// The folded words, one space between them.
    var letters: [Letter]
    var speaker: Attendee
    var source: [UInt64]
    var day: Int32?
  }

  /// Of the words of the shorter version so many hundredths are in the other one; fewer words need more. Less strict ones than
  /// 50 and 75 find six more pairs of 93 marked ones, two of them wrong.
  private static let (share, fewShare): (Int, Int) = (40, 60)
  /// Versions have at least so many words in common; below the second number they are few.
  private static let (least, few): (Int, Int) = (3, 5)
  /// What is told again later than so many days is another speech; the very same words are recalled a year later, too.
  private static let (days, recalled): (Int32, Int32) = (60, 400)
  /// Words are looked for within others up to so many letters.
  private static let searched = 4096
  /// A word of more statements tells none apart.
  private static let common = 64

  /// The groups of two versions or more, those first told first.
  func callAsFunction(_ all: [SaidWords]) -> [StatementVersions] {
    let said = all.map(read)
    var places: [UInt64: [Int]] = [:]
    for (index, one) in said.enumerated() { for word in one.words { places[word, default: []].append(index) } }
    var sets = DisjointSets(count: all.count)
    var sides = Dictionary(
      uniqueKeysWithValues: said.enumerated().compactMap { index, one in one.speaker.side.map { (index, $0) } })
    for (index, one) in said.enumerated() {
      var met: [Int: Int] = [:]
      for word in one.words {
        guard let others = places[word], others.count <= Self.common else { continue }
        for other in others where other < index && all[other].article != all[index].article {
          met[other, default: 0] += 1
        }
      }
      for (other, count) in met where count >= 2 {
        let (first, second) = (sets.root(other), sets.root(index))
        guard first != second, areOne(one, said[other]) else { continue }
        // Nobody in between may bring two speakers together who are not one.
        if let side = sides[first], let another = sides[second], side != another { continue }
        let joined = sides[first] ?? sides[second]
        sets.join(min(first, second), max(first, second))
        sides[min(first, second)] = joined
      }
    }
    let groups = Dictionary(grouping: all.indices, by: { sets.root($0) }).values.filter { group in
      Set(group.map { all[$0].article }).count > 1
    }
    func order(_ index: Int) -> (String, Int) { (all[index].published ?? "~", index) }
    return groups.map { group in
      let versions = group.sorted { order($0) < order($1) }
      let fullest = versions.max { (said[$0].words.count, -$0) < (said[$1].words.count, -$1) } ?? versions[0]
      return StatementVersions(
        versions: versions, fullest: fullest,
        leftOut: versions.map { $0 == fullest ? [] : leftOut(of: all[fullest].text, Set(said[$0].words)) })
    }.sorted { order($0.versions[0]) < order($1.versions[0]) }
  }

  private func read(_ said: SaidWords) -> Said {
    let words = FoldedText.words(said.speaker)
    let (side, deals) = lexicon.source(words)
    let isPerson = said.speakerKind == "person" && !(words.first.map { lexicon.classes($0).contains(.office) } ?? false)
    let speaker = Attendee(
      kind: isPerson ? .person : .office, name: said.speaker, side: said.side ?? side, id: said.known,
      key: isPerson ? lexicon.spelling.key(words) : NameKey(parts: [], whole: 0),
      office: lexicon.offices(said.office ?? said.speaker))
    let text = FoldedText.words(said.text)
    return Said(
      words: lexicon.contents(said.text), stems: lexicon.stems(text), denied: lexicon.denied(text),
      numbers: Set(text.filter { $0.allSatisfy(Letters.isDigit) }.map(Array.init)),
      letters: Array(FoldedText.words(said.text).joined(separator: [0x20])), speaker: speaker,
      source: (side.map { [ContentDigest.of($0)] } ?? []) + deals,
      day: said.published.flatMap { CalendarValue.published($0)?.first })
  }

  private func areOne(_ a: Said, _ b: Said) -> Bool {
    if let side = a.speaker.side, let other = b.speaker.side, side != other { return false }
    // «نؤيد», «لا نؤيد»; «300 قتيل», «30 قتيلا»
    let isOpposite = !a.denied.symmetricDifference(b.denied).isDisjoint(with: a.stems.intersection(b.stems))
    if isOpposite || !a.numbers.isEmpty && !b.numbers.isEmpty && a.numbers.isDisjoint(with: b.numbers) { return false }
    let (few, many) = a.letters.count <= b.letters.count ? (a, b) : (b, a)
    let isWithin = few.words.count > 1 && Self.holds(many.letters, few.letters)
    if let one = a.day, let other = b.day, abs(one - other) > (isWithin ? Self.recalled : Self.days) { return false }
    let shared = Set(a.words).intersection(b.words).count
    let fewer = min(a.words.count, b.words.count)
    guard
      isWithin || shared >= Self.least && shared * 100 >= fewer * (shared < Self.few ? Self.fewShare : Self.share)
    else { return false }
    if a.speaker.kind == .person, b.speaker.kind == .person {
      if let one = a.speaker.id, let other = b.speaker.id { return one == other }
      let isOneSide = a.speaker.side == nil || b.speaker.side == nil || a.speaker.side == b.speaker.side
      return isOneSide && (a.speaker.key.isSame(as: b.speaker.key) || a.speaker.key.isAlike(b.speaker.key))
    }
    if a.speaker.match(b.speaker) >= .body { return true }
    if a.speaker.kind == .office, b.speaker.kind == .office, !a.source.isEmpty, a.source == b.source { return true }
    // Four words that are the very same are not said by two; names and offices alone are told by everybody.
    return isWithin && few.words.count >= Self.few - 1
  }

  /// Whether words stand within others, whole.
  private static func holds(_ many: [Letter], _ few: [Letter]) -> Bool {
    guard !few.isEmpty, few.count <= many.count, many.count <= searched else { return false }
    return (0...many.count - few.count).contains { start in
      many[start] == few[0] && (start == 0 || many[start - 1] == 0x20)
        && (start + few.count == many.count || many[start + few.count] == 0x20)
        && many[start..<start + few.count].elementsEqual(few)
    }
  }

  /// The parts between marks of which the other version has few words.
  private func leftOut(of text: String, _ words: Set<UInt64>) -> [String] {
    text.split { "،,.؛;:!؟?«»\"“”\n".contains($0) }.map { $0.trimmingWhitespace() }.filter { part in
      let own = lexicon.contents(part)
      return own.count > 1 && own.count { words.contains($0) } * 3 < own.count
    }
  }
}

extension Substring {
  fileprivate func trimmingWhitespace() -> String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
