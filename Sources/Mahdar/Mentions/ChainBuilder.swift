/// Gathers the mentions of one person, state or thing into chains.
///
/// People are chained by their gazetteer row, their words, their family name alone and their office alone.
struct ChainBuilder {
  let tokens: Tokens
  let lexicon: MentionLexicon
  var drafts: [MentionDraft]
  /// The day of publication as YYYYMMDD; 0 when unknown.
  let day: Int32
  /// The country of the outlet; 0 when unknown.
  let home: SideID

  /// A chain in the making.
  struct Link {
    var kind: MentionKind
    /// The hashes of the name's words, fullest name first told.
    var words: [WordHash] = []
    var name: Range<Int>?
    var entry: GazetteerEntry?
    var side: SideID = 0
    /// The drafts that tell an office of this person.
    var offices: [Int] = []
    var isNamed = false
    /// Whether a title stands before a mention of the name.
    var isTitled = false
    var isResolved = false
    var first: Int
  }
  private(set) var links: [Link] = []
  /// How many chains, offices and mentions back are looked at, so that no input makes the work grow with its square.
  /// No press article has as many.
  private static let reach = 500

  init(tokens: Tokens, lexicon: MentionLexicon, drafts: [MentionDraft], day: Int32, home: SideID) {
    self.home = home
    self.day = day
    self.tokens = tokens
    self.lexicon = lexicon
    self.drafts = drafts
  }

  mutating func build() -> (mentions: [Mention], chains: [Chain]) {
    chainNames()
    addFamilyNames()
    drafts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    renumberOffices()
    chainOffices()
    chainOthers()
    resolveHolders()
    tellHomeSides()
    dropEmptyLinks()
    return output()
  }

  // MARK: Names

  private func words(_ draft: MentionDraft) -> [WordHash] {
    guard let name = draft.name else { return [] }
    return name.compactMap { index in
      guard tokens[index].isWord else { return nil }
      let clitics = index == draft.tokens.lowerBound ? Self.clitics(draft.reading) : 0
      return tokens.hash(index, dropping: clitics)
    }
  }

  static func clitics(_ reading: Reading) -> Int {
    switch reading {
    case .whole: 0
    case .conjunction, .preposition: 1
    case .both: 2
    }
  }

  private mutating func chainNames() {
    // Full names first: a family name alone may stand before them, in the headline.
    let named = drafts.indices.filter { drafts[$0].kind == .person && drafts[$0].name != nil }
    let order = named.filter { drafts[$0].name?.count != 1 } + named.filter { drafts[$0].name?.count == 1 }
    for index in order {
      let draft = drafts[index]
      let words = words(draft)
      let found = links.indices.suffix(Self.reach).reversed().first { isSame(links[$0], draft, words) }
      if let found {
        drafts[index].chain = found
        if words.count > links[found].words.count {
          links[found].words = words
          links[found].name = draft.name
        }
        if links[found].entry == nil { links[found].entry = draft.entry }
        if links[found].side == 0 { links[found].side = draft.side }
        if draft.rule == "title and name" { links[found].isTitled = true }
      } else {
        drafts[index].chain = links.count
        links.append(
          Link(
            kind: .person, words: words, name: draft.name, entry: draft.entry, side: draft.side, isNamed: true,
            isTitled: draft.rule == "title and name", first: index))
      }
    }
  }

  private func isSame(_ link: Link, _ draft: MentionDraft, _ words: [WordHash]) -> Bool {
    if let entry = draft.entry, let other = link.entry, entry == other { return true }
    // «نور الدين البحيري», «نورالدين البحيري»
    if words.count != link.words.count, words.count > 1, let name = draft.name, let other = link.name,
      joined(name) == joined(other)
    {
      return true
    }
    if words.count == 1, link.words.count > 1, link.words.last == words[0] { return true }
    if draft.entry != nil, link.entry != nil { return false }
    if words.count == 1, let name = draft.name, let other = link.name, draft.entry == nil || link.entry == nil,
      isClose(name.lowerBound, other.upperBound - 1)
    {
      return true
    }
    guard let last = words.last, let otherLast = link.words.last else { return false }
    if words.count > 1, link.words.count > 1, words.first == link.words.first, last != otherLast, let name = draft.name,
      let other = link.name, isClose(name.upperBound - 1, other.upperBound - 1)
    {
      return true
    }
    let short = words.count <= link.words.count ? words : link.words
    let long = words.count <= link.words.count ? link.words : words
    if short.count == 1 {
      return long.last == short[0] || long.count > 1 && long.dropFirst().contains(short[0])
        || long.first == short[0] && (draft.office == nil || draft.side == 0 || draft.side == link.side)
    }
    if short.allSatisfy({ long.contains($0) }) { return true }
    return last == otherLast && words.first == link.words.first
  }

  /// The hash of a name's letters without the spaces.
  private func joined(_ name: Range<Int>) -> WordHash {
    var hash = WordHash()
    for index in name.reversed() where tokens[index].isWord {
      for letter in tokens.letters(index).reversed() { hash = hash.preceded(by: letter) }
    }
    return hash
  }

  /// Whether two long words are one edit apart: «بومبيو», «بومبو».
  private func isClose(_ first: Int, _ second: Int) -> Bool {
    let one = tokens.letters(first)
    let two = tokens.letters(second)
    let (short, long) = one.count <= two.count ? (one, two) : (two, one)
    guard short.count >= 5, long.count - short.count <= 1 else { return false }
    var head = 0
    while head < short.count, short[short.startIndex + head] == long[long.startIndex + head] { head += 1 }
    var tail = 0
    while tail < short.count - head, short[short.endIndex - 1 - tail] == long[long.endIndex - 1 - tail] { tail += 1 }
    return head + tail >= long.count - 1
  }

  /// Finds later and earlier mentions by family name alone.
  private mutating func addFamilyNames() {
    var families: [WordHash: Int] = [:]
    var sizes: Set<Int> = []
    for (index, link) in links.enumerated() where link.words.count > 1 {
      guard let last = link.words.last, let name = link.name else { continue }
      let word = tokens[name.upperBound - 1].whole
      let known = lexicon.classes(word)
      if known.contains(.tail) || known.contains(.function) || known.contains(.stop) { continue }
      if known.contains(.given), known.contains(.common) { continue }
      if families[last] == nil { families[last] = index }
      sizes.insert(Int(tokens[name.upperBound - 1].foldedEnd - tokens[name.upperBound - 1].folded))
    }
    guard !families.isEmpty else { return }
    var covered = Array(repeating: false, count: tokens.count)
    for draft in drafts where !draft.needsChain { for index in draft.tokens { covered[index] = true } }
    var added: [MentionDraft] = []
    for index in 0..<tokens.count where !covered[index] && tokens[index].kind == .word {
      let token = tokens[index]
      let count = Int(token.foldedEnd - token.folded)
      for (reading, clitics) in [(Reading.whole, 0), (.conjunction, 1), (.both, 2)] {
        guard sizes.contains(count - clitics) else { continue }
        if clitics > 0, !isClitic(token, clitics) { continue }
        let hash = clitics == 0 ? token.hash : tokens.hash(index, dropping: clitics)
        guard let chain = families[hash] else { continue }
        let isConjunction = clitics == 1 && (token.folded >= 0 && letterIsConjunction(token, 0))
        let reading = clitics == 1 && !isConjunction ? Reading.preposition : reading
        guard mayBeFamily(index, clitics) else { continue }
        added.append(
          MentionDraft(
            tokens: index..<index + 1, reading: reading, kind: .person, name: index..<index + 1,
            side: links[chain].side, entry: links[chain].entry, rule: "family name", chain: chain))
        break
      }
    }
    guard !added.isEmpty else { return }
    let taken = Set(added.map { $0.tokens.lowerBound })
    drafts.removeAll { $0.needsChain && $0.tokens.contains { taken.contains($0) } }
    drafts += added
  }

  private func letterIsConjunction(_ token: Token, _ offset: Int32) -> Bool {
    let letter = tokens.folded.letters[Int(token.folded + offset)]
    return letter == Letters.waw || letter == Letters.feh
  }

  private func isClitic(_ token: Token, _ count: Int) -> Bool {
    let first = tokens.folded.letters[Int(token.folded)]
    let isPreposition = { (letter: Letter) in letter == Letters.beh || letter == Letters.lam || letter == Letters.kaf }
    if count == 1 { return first == Letters.waw || first == Letters.feh || isPreposition(first) }
    return (first == Letters.waw || first == Letters.feh) && isPreposition(tokens.folded.letters[Int(token.folded) + 1])
  }

  /// Whether an ordinary word may stand for a family here: «الشاهد», «عوض».
  private func mayBeFamily(_ index: Int, _ clitics: Int) -> Bool {
    let known = lexicon.classes(tokens[index].whole)
    if clitics > 0 { return known.isDisjoint(with: [.common, .function, .given, .place]) }
    if known.isDisjoint(with: [.common, .nisba, .place, .function]) { return true }
    if known.contains(.function) { return false }
    guard index > 0 else { return true }
    let before = lexicon.classes(tokens[index - 1].word)
    return before.contains(.function) || tokens[index - 1].kind == .mark
  }

  // MARK: Offices

  private mutating func renumberOffices() {
    for chain in links.indices { links[chain].offices = [] }
    for index in drafts.indices where drafts[index].chain >= 0 && drafts[index].office != nil {
      links[drafts[index].chain].offices.append(index)
    }
  }

  /// Joins offices without a name to the chain that holds them: the nearest before, else the first after.
  private mutating func chainOffices() {
    for index in drafts.indices where drafts[index].chain < 0 && drafts[index].kind == .person {
      let draft = drafts[index]
      guard !draft.isPlural else { continue }
      if draft.isCounterpart {
        newLink(index)
        continue
      }
      if let chain = holder(of: draft, at: index) {
        drafts[index].chain = chain
        links[chain].offices.append(index)
        if links[chain].side == 0 { links[chain].side = draft.side }
      } else if !draft.needsChain {
        newLink(index)
      }
    }
    drafts.removeAll { $0.needsChain && $0.chain < 0 }
    for index in drafts.indices where drafts[index].chain < 0 && drafts[index].kind == .person { newLink(index) }
    renumberOffices()
  }

  private mutating func newLink(_ index: Int) {
    drafts[index].chain = links.count
    links.append(
      Link(
        kind: drafts[index].kind, name: nil, entry: drafts[index].entry, side: drafts[index].side,
        offices: drafts[index].office == nil ? [] : [index], first: index))
  }

  private func holder(of draft: MentionDraft, at index: Int) -> Int? {
    var best: Int?
    var bestDistance = Int.max
    for chain in links.indices.suffix(Self.reach) where links[chain].kind == .person {
      let link = links[chain]
      if draft.side != 0, link.side != 0, draft.side != link.side { continue }
      for office in link.offices.suffix(Self.reach) where drafts[office].lemma == draft.lemma && office != index {
        guard isPart(draft, of: drafts[office]) else { continue }
        // Before is nearer than after.
        let gap = draft.tokens.lowerBound - drafts[office].tokens.lowerBound
        var distance = gap > 0 ? gap : -gap + 100_000
        // The last mention of the chain counts, not only its office.
        if gap > 0, let last = drafts[..<index].suffix(Self.reach).last(where: { $0.chain == chain }) {
          distance = min(distance, draft.tokens.lowerBound - last.tokens.lowerBound)
        }
        if distance < bestDistance {
          bestDistance = distance
          best = chain
        }
      }
    }
    return best
  }

  /// Whether all words of an office stand in another, nisbas and the article apart.
  private func isPart(_ draft: MentionDraft, of other: MentionDraft) -> Bool {
    guard let words = draft.office, let others = other.office else { return false }
    for index in words.dropFirst() where tokens[index].isWord {
      if lexicon.nisba(tokens[index].word) != 0 { continue }
      let hash = bare(index)
      guard others.contains(where: { bare($0) == hash }) else { return false }
    }
    return true
  }

  /// The hash of a word less its clitics and article.
  private func bare(_ index: Int) -> WordHash {
    let token = tokens[index]
    var clitics = Self.clitics(token.reading)
    let start = Int(token.folded) + clitics
    let letters = tokens.folded.letters
    if start + 3 < Int(token.foldedEnd), letters[start] == Letters.alef || clitics > 0, letters[start + 1] == Letters.lam {
      if letters[start] == Letters.alef { clitics += 2 }
    }
    return tokens.hash(index, dropping: clitics)
  }

  // MARK: Other kinds

  private mutating func chainOthers() {
    var byEntry: [GazetteerEntry: Int] = [:]
    var bySide: [SideID: Int] = [:]
    for index in drafts.indices where drafts[index].chain < 0 {
      let draft = drafts[index]
      if draft.kind == .state, draft.side != 0 {
        if let chain = bySide[draft.side] { drafts[index].chain = chain; continue }
        bySide[draft.side] = links.count
      } else if let entry = draft.entry {
        let key = GazetteerEntry(kind: draft.kind, row: entry.row)
        if let chain = byEntry[key] { drafts[index].chain = chain; continue }
        byEntry[key] = links.count
      }
      newLink(index)
    }
  }

  // MARK: Sides and holders

  /// Gives a person told by office and side alone the one who held that office on the day of publication.
  private mutating func resolveHolders() {
    guard day != 0 else { return }
    for index in links.indices where links[index].kind == .person && !links[index].isNamed && links[index].entry == nil {
      guard links[index].side != 0 else { continue }
      for draft in links[index].offices {
        guard let office = drafts[draft].office, !drafts[draft].isPlural, !drafts[draft].isCounterpart else { continue }
        let head = tokens[office.lowerBound]
        let reading = drafts[draft].officeReading
        var best: [Int16] = []
        if let match = lexicon.holders.titles.longest(at: office.lowerBound, head: head.word(reading), in: tokens) {
          // What is left of the phrase may only tell the side.
          let rest = match.end..<max(match.end, office.upperBound)
          if rest.allSatisfy({ lexicon.nisba(tokens[$0].word) != 0 || lexicon.classes(tokens[$0].word).contains(.place) }) {
            best = match.values
          }
        }
        if let person = lexicon.holders.holder(of: best, links[index].side, on: day) {
          let entry = GazetteerEntry(kind: .person, row: person)
          if let named = links.indices.first(where: { links[$0].isNamed && links[$0].entry == entry }) {
            // The article names the holder elsewhere: one chain.
            for other in drafts.indices where drafts[other].chain == index {
              drafts[other].chain = named
              links[named].offices.append(other)
            }
            links[index].offices = []
            break
          }
          links[index].entry = entry
          links[index].isResolved = true
          break
        }
      }
    }
  }

  private mutating func dropEmptyLinks() {
    var used = Array(repeating: false, count: links.count)
    for draft in drafts { used[draft.chain] = true }
    guard used.contains(false) else { return }
    var moved = Array(repeating: -1, count: links.count)
    var kept: [Link] = []
    for index in links.indices where used[index] {
      moved[index] = kept.count
      kept.append(links[index])
    }
    links = kept
    for index in drafts.indices { drafts[index].chain = moved[drafts[index].chain] }
  }

  /// An office without a side is held, as a rule, in the state that the article tells of most.
  private mutating func tellHomeSides() {
    var counts: [SideID: Int] = [:]
    for draft in drafts where draft.side != 0 && draft.kind != .place { counts[draft.side, default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    // A paper's home counts where the article tells of it at all.
    let isAtHome = home != 0 && (most == nil || counts[home, default: 0] * 4 >= counts[most ?? 0, default: 0])
    guard let home = isAtHome ? home : most else { return }
    for index in links.indices where links[index].kind == .person && links[index].side == 0 && links[index].entry == nil {
      let isPosted = links[index].offices.contains { lexicon.takesPost.contains(drafts[$0].lemma) }
      if !links[index].offices.isEmpty && !isPosted || links[index].isTitled { links[index].side = home }
    }
  }

  // MARK: Output

  private func output() -> (mentions: [Mention], chains: [Chain]) {
    var mentions: [Mention] = []
    var members: [[Int]] = Array(repeating: [], count: links.count)
    mentions.reserveCapacity(drafts.count)
    for draft in drafts {
      let link = links[draft.chain]
      members[draft.chain].append(mentions.count)
      let span = self.span(draft.tokens, reading: draft.reading)
      let head = draft.tokens.lowerBound
      mentions.append(
        Mention(
          tokens: draft.tokens, span: span, kind: draft.kind, preposition: clitic(head, draft.reading, preposition: true),
          conjunction: clitic(head, draft.reading, preposition: false),
          name: draft.kind == .person
            ? draft.name.map { self.span($0, draft) } : draft.name.map { self.span($0, draft) } ?? span,
          office: draft.office.map { self.span($0, draft) },
          side: lexicon.sides[draft.side != 0 ? draft.side : draft.kind == .person ? link.side : 0],
          sides: draft.sides.compactMap { lexicon.sides[$0] }, entry: draft.entry,
          chain: draft.chain, isPlural: draft.isPlural, rule: draft.rule, members: self.people(of: draft)))
    }
    let chains = links.indices.map { index in
      let link = links[index]
      let first = drafts[firstDraft(members[index].first ?? 0)]
      let row = link.entry.map { lexicon.gazetteer[$0] }
      let office = office(members[index]).flatMap { mentions[$0].office }
      let name = link.name.map { range in
        drafts.first { $0.name == range }.map { self.span(range, $0) } ?? tokens.span(range)
      }
      return Chain(
        kind: link.kind, name: name ?? office ?? self.span(first.tokens, reading: first.reading), office: office,
        side: lexicon.sides[chainSide(link, members[index])], id: row?.id, label: row?.label, isResolved: link.isResolved,
        isNamed: link.isNamed, mentions: members[index])
    }
    return (mentions, chains)
  }

  /// The chains that a dual stands for: those of its sides, else the last two people of the office.
  private func people(of draft: MentionDraft) -> [Int] {
    guard draft.isPlural, draft.lemma != 0, draft.name == nil else { return [] }
    if draft.sides.count > 1 {
      let found = draft.sides.compactMap { side in
        links.indices.first { chain in
          links[chain].kind == .person && chainSide(links[chain], []) == side
            && links[chain].offices.contains { drafts[$0].lemma == draft.lemma && !drafts[$0].isPlural }
        }
      }
      return found.count == draft.sides.count ? found : []
    }
    guard draft.kind == .person, draft.side == 0 else { return [] }
    var found: [Int] = []
    for other in drafts.reversed() where other.tokens.lowerBound < draft.tokens.lowerBound {
      guard other.kind == .person, !other.isPlural, !found.contains(other.chain) else { continue }
      let isHolder = links[other.chain].offices.contains { drafts[$0].lemma == draft.lemma || drafts[$0].isCounterpart }
      if isHolder || other.lemma == draft.lemma { found.append(other.chain) }
      if found.count == 2 { return found.reversed() }
    }
    return []
  }

  private func firstDraft(_ index: Int) -> Int { index }

  /// The mention that tells a chain's office best: the first one in the singular that says more than a title.
  private func office(_ members: [Int]) -> Int? {
    let told = members.filter { drafts[$0].office != nil && !drafts[$0].isPlural }
    let own = told.filter { !drafts[$0].isCounterpart }
    return own.first { drafts[$0].office.map { $0.count > 1 } ?? false } ?? own.first ?? told.first
  }

  /// The byte at which token `index` starts under `reading`, with both ل of لل taken off.
  private func start(_ index: Int, _ reading: Reading) -> Int32 {
    let token = tokens[index]
    if reading == .preposition || reading == .both {
      let clitics = reading == .both ? 2 : 1
      let at = Int(token.folded) + clitics
      if at < Int(token.foldedEnd), tokens.folded.letters[at] == Letters.lam, tokens.folded.letters[at - 1] == Letters.lam,
        lexicon.classes(token.word(reading)).contains(.articled)
      {
        return tokens.folded.origin[at + 1]
      }
    }
    return tokens.stemStart(index, reading)
  }

  private func span(_ range: Range<Int>, reading: Reading) -> TextSpan {
    TextSpan(start(range.lowerBound, reading), tokens[range.upperBound - 1].span.end)
  }

  /// The side told by an office before the one that the gazetteer knows.
  private func chainSide(_ link: Link, _ members: [Int]) -> SideID {
    for member in members where drafts[member].side != 0 && drafts[member].office != nil && drafts[member].toldSide {
      return drafts[member].side
    }
    if let entry = link.entry, link.kind == .person {
      let body = lexicon.holders.body(of: entry.row, on: day)
      return body != 0 ? body : lexicon.gazetteer[entry].side
    }
    return link.side
  }

  private func span(_ range: Range<Int>, _ draft: MentionDraft) -> TextSpan {
    range.lowerBound == draft.tokens.lowerBound ? self.span(range, reading: draft.reading) : tokens.span(range)
  }

  private func clitic(_ index: Int, _ reading: Reading, preposition: Bool) -> Letter {
    let start = Int(tokens[index].folded)
    switch reading {
    case .whole: return 0
    case .conjunction: return preposition ? 0 : tokens.folded.letters[start]
    case .preposition: return preposition ? tokens.folded.letters[start] : 0
    case .both: return tokens.folded.letters[preposition ? start + 1 : start]
    }
  }
}
