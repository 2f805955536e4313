/// Where an official without nationality may be from.
struct Homes {
  /// The paper's country, known by its name; 0 when unknown.
  private let paper: SideID
  /// How often the article tells of each side.
  private let counts: [SideID: Int]
  /// The sides, the one told most first.
  private let ranked: [SideID]

  init(paper: SideID, counts: [SideID: Int]) {
    self.paper = paper
    self.counts = counts
    ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
  }

  /// The state that the article tells of most.
  var most: [SideID] { Array(ranked.prefix(1)) }

  /// All that may be one's own, the likeliest first.
  var all: [SideID] { here + ranked + paperAlone }

  /// A paper tells of its own country at least one time in so many of the one that it tells of most.
  private static let share = 4

  /// The paper's country, where the article tells of it at all.
  var here: [SideID] {
    let top = ranked.first.flatMap { counts[$0] } ?? 0
    return paper != 0 && counts[paper, default: 0] * Self.share >= top ? [paper] : []
  }

  /// Where somebody may be from who is told beside an official of another side, the likeliest first.
  func sides(besides other: SideID) -> [SideID] {
    let isHere = paper != 0 && counts[paper, default: 0] * Self.share >= counts[other, default: 0]
    return (isHere ? [paper] : []) + ranked.prefix(2).filter { $0 != other && counts[$0, default: 0] > 1 }
  }

  /// The paper's country, whatever the article tells of, for somebody who is set against an official of another side.
  var paperAlone: [SideID] { paper == 0 ? [] : [paper] }
}

extension ChainBuilder {
  func homes() -> Homes {
    var counts: [SideID: Int] = [:]
    for draft in drafts where draft.side != 0 && draft.kind != .place && draft.kind != .outlet {
      counts[draft.side, default: 0] += 1
    }
    return Homes(paper: home, counts: counts)
  }

  /// The country of the agency in brackets at an article's head or end: «الكويت (كونا) -».
  func creditHome() -> SideID {
    for draft in drafts.prefix(Self.creditReach) + drafts.suffix(1) where draft.kind == .outlet {
      let start = draft.tokens.lowerBound
      guard let entry = draft.entry, tokens.mark(start - 1) == UInt8(ascii: "("),
        tokens.mark(draft.tokens.upperBound) == UInt8(ascii: ")"),
        !drafts.contains(where: { $0.kind == .outlet && $0.tokens.upperBound == start - 1 }),
        case let side = lexicon.gazetteer[entry].side, lexicon.homes.hasPapers(side)
      else { continue }
      return side
    }
    return 0
  }

  /// The Arab country of the city that a paragraph begins with: «بغداد – », «دجلة نيوز/ بغداد». A paper that no table knows writes
  /// mostly from home.
  func datelineHome() -> SideID {
    var home: SideID = 0
    for draft in drafts.prefix(Self.creditReach) where draft.side != 0 && [.place, .state].contains(draft.kind) {
      let (start, end) = (draft.tokens.lowerBound, draft.tokens.upperBound)
      let isAtHead = start == tokens.titleCount || tokens.mark(start - 1) == 0x0A || isBehindPaper(start)
      let mark = tokens.mark(end)
      guard isAtHead, lexicon.homes.hasPapers(draft.side),
        mark == UInt8(ascii: "-") || mark == UInt8(ascii: ":") || mark == UInt8(ascii: "(") || mark == UInt8(ascii: "/")
          || mark == 0x0A || mark == UInt8(ascii: ",")
      else { continue }
      // «غزة – القاهرة – من مراسلينا»
      if home != 0, home != draft.side { return 0 }
      home = draft.side
    }
    return home
  }

  /// «دجلة نيوز/ بغداد»: a line of few words before a stroke or dash.
  private func isBehindPaper(_ index: Int) -> Bool {
    let mark = tokens.mark(index - 1)
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ":") else { return false }
    let start = index - 1
    return (1...Self.paperWords).contains { back in
      start - back == tokens.titleCount || tokens.mark(start - back - 1) == 0x0A
    }
  }

  /// A paper's name before the city has so many words at most.
  private static let paperWords = 4

  /// How many mentions may stand before an agency's name at the head: those of the headline and the city.
  private static let creditReach = 8

  /// «المملكة», «السلطنة»: the realm that the paper is of or that the article tells of.
  func settleRealms() {
    guard !lexicon.realms.isEmpty else { return }
    var told: [(draft: Int, realm: WordID)] = []
    var counts: [SideID: Int] = [:]
    for index in drafts.indices {
      if let word = realm(in: drafts[index]) {
        told.append((index, word))
      } else if drafts[index].side != 0 {
        counts[drafts[index].side, default: 0] += 1
      }
    }
    // A paper's own realm needs no second word.
    if home != 0 { counts[home, default: 0] += 2 }
    for (index, word) in told {
      let realms = lexicon.realms.filter { $0.word == word && counts[$0.side, default: 0] > 0 }
      guard let realm = realms.max(by: { counts[$0.side, default: 0] < counts[$1.side, default: 0] }) else { continue }
      if drafts[index].post != 0, drafts[index].side != lexicon.realms.first(where: { $0.word == word })?.usual {
        drafts[index].post = realm.side
      } else {
        drafts[index].side = realm.side
      }
      if drafts[index].kind == .state { drafts[index].entry = realm.entry }
    }
  }

  /// The word of a mention that only tells that its state is a realm.
  private func realm(in draft: MentionDraft) -> WordID? {
    guard draft.side != 0, draft.kind != .venue, draft.kind != .outlet, draft.kind != .place || draft.tokens.count == 1
    else { return nil }
    for index in draft.tokens {
      let word = tokens[index].word(index == draft.tokens.lowerBound ? draft.reading : tokens[index].reading)
      guard let realm = lexicon.realms.first(where: { $0.word == word }), realm.usual == draft.side || draft.post != 0
      else { continue }
      // «المملكة المغربية», «المملكة المتحدة»
      let next = tokens[index + 1].kind == .word ? lexicon.nisba(at: index + 1, in: tokens) : 0
      if next == 0, lexicon.names.longest(at: index, head: word, in: tokens)?.end ?? index + 1 == index + 1 {
        return word
      }
    }
    return nil
  }
}
