/// Decides which phrases of an article tell what each of its contacts is about.
///
/// What surrounds a phrase (the word that leads to it, where it stands from the tellings of the contact, its first
/// word) speaks for it or against it by weights; the article's words decide, no single one of them.
struct TopicReader {
  private let map: ClauseMap
  private let lexicon: TopicLexicon
  let finder: TopicPhraseFinder
  private let phrases: [TopicPhrase]
  private let heads: [TopicPhrase.Head]
  /// How many sentences of some length stand before each sentence's end: line ends are sentences too.
  private let ordinals: [Int32]
  /// Whether each sentence has a definite noun of contacts: «اللقاء».
  private let isRetelling: [Bool]
  private let headline: Set<UInt64>

  /// The most topics of one contact.
  private static let most = 8
  /// How many phrases before and behind a telling are looked at, and of the headline, so that no input makes the
  /// work grow with its square. Press articles have a tenth of them.
  private static let window = 64
  private static let titleWindow = 32

  init(map: ClauseMap, lexicon: TopicLexicon) {
    self.map = map
    self.lexicon = lexicon
    finder = TopicPhraseFinder(map, lexicon)
    phrases = finder.phrases
    heads = finder.phrases.map(finder.head)
    var count: Int32 = 0
    ordinals = map.tokens.sentences.map { sentence in
      if sentence.count > 2 { count += 1 }
      return count
    }
    isRetelling = map.tokens.sentences.map { sentence in
      sentence.contains { index in
        guard let noun = map.noun(index) else { return false }
        return noun.isDefinite && noun.kind != .message && noun.kind != .invitation
      }
    }
    headline = Self.stems(0..<min(map.tokens.titleCount, Self.window), map)
  }

  /// The topics of each of an article's contacts.
  func topics(of contacts: [ClaimDraft]) -> [[TextSpan]] {
    let own = contacts.map { Set($0.triggers + [$0.trigger]).sorted() }
    let all = Set(own.joined()).sorted()
    return zip(contacts, own).map { contact, own in
      let judged = judge(own, .init(contact.form), .init(contact.status), among: all)
      return select(judged.map { ($0.phrase, $0.features.reduce(0) { $0 + lexicon.weights[$1] }) })
    }
  }

  /// The phrases that may be topics of a contact told by `own`, and their features.
  ///
  /// - Parameters:
  ///   - own: the triggers of its tellings, in text order.
  ///   - all: those of all contacts of the article, in text order.
  func judge(_ own: [Int], _ form: TopicFeature.Form, _ status: TopicFeature.Status, among all: [Int]) -> [(
    phrase: TopicPhrase, features: [TopicFeature]
  )] {
    candidates(own).compactMap { index in
      guard let features = features(index, own, form, status, all) else { return nil }
      return (phrases[index], features)
    }
  }

  /// The phrases in reach of the tellings, and those of the headline.
  private func candidates(_ own: [Int]) -> [Int] {
    let title = Self.position(of: map.tokens.titleCount, in: phrases) { $0.tokens.lowerBound }
    var result = Array(0..<min(title, Self.titleWindow))
    for trigger in own {
      let position = Self.position(of: trigger, in: phrases) { $0.tokens.lowerBound }
      let start = max(position - Self.window, (result.last ?? -1) + 1, title)
      result += max(0, start)..<max(start, min(position + Self.window, phrases.count))
    }
    return result
  }

  /// The first of sorted elements whose key is not less than `value`.
  private static func position<Element>(of value: Int, in all: [Element], _ key: (Element) -> Int) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if key(all[middle]) < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Features

  private func features(
    _ index: Int, _ own: [Int], _ form: TopicFeature.Form, _ status: TopicFeature.Status, _ all: [Int]
  ) -> [TopicFeature]? {
    let phrase = phrases[index]
    let start = phrase.tokens.lowerBound
    let sentence = Int(map.tokens.sentenceOf[start])
    // What tells a contact is no topic of one, unless it is to be discussed: «بحث زيارة …».
    guard sentence >= 0, phrase.kind != .bare || count(all, in: start..<start + 1) == 0,
      // «اتفقا على عقد لقاء»: a contact is no topic of its own.
      count(own, in: phrase.tokens) == 0
    else { return nil }
    let behind = Self.position(of: start + 1, in: own) { $0 }
    let (last, next) = (behind > 0 ? own[behind - 1] : nil, behind < own.count ? own[behind] : nil)
    guard let zone = zone(start, sentence, last, next) else { return nil }
    var features: [TopicFeature] = [
      .bias, .lead(phrase.lead), .zone(zone), .kind(phrase.kind, zone), .head(heads[index]),
      .length(length(phrase.tokens.count)), .behind(border(phrase.tokens.upperBound, isBehind: true)),
      .before(border(start - 1, isBehind: false)),
    ]
    features.append(.form(form, phrase.kind))
    features.append(.status(status, zone))
    if let content = content(phrase.tokens) { features.append(.content(content)) }
    if phrase.place > 0 { features.append(.joined(zone)) }
    if zone == .same, let distance = distance(start, sentence, last, next) { features.append(.distance(distance)) }
    if isRetelling[sentence] { features.append(.retold(zone)) }
    if own.count == all.count { features.append(.only(zone)) }
    if !headline.isEmpty {
      features.append(.headline(Self.stems(phrase.tokens, map).intersection(headline).count))
    }
    let range = map.tokens.sentences[sentence]
    let (told, ownTold) = (count(all, in: range), count(own, in: range))
    if told > ownTold { features.append(ownTold > 0 ? .foreign : .foreignAlone) }
    let lastTold = Self.position(of: start + 1, in: all) { $0 }
    if lastTold > 0 { features.append(all[lastTold - 1] == last ? .afterOwn : .afterForeign) }
    if holdsName(phrase.tokens) { features.append(.known) }
    return features
  }

  private func content(_ range: Range<Int>) -> TopicFeature.Content? {
    if map.mentionAt[range.lowerBound] >= 0 {
      let mention = map.mentions[Int(map.mentionAt[range.lowerBound])]
      switch mention.kind {
      case .person: return .person
      case .state, .place: return mention.tokens.upperBound >= range.upperBound ? .place : nil
      default: return nil
      }
    }
    return map.noun(range.lowerBound).map { $0.kind == .encounter || $0.kind == .talks || $0.kind == .call } == true
      ? .contact : nil
  }

  private func zone(_ start: Int, _ sentence: Int, _ last: Int?, _ next: Int?) -> TopicFeature.Zone? {
    if start < map.tokens.titleCount { return .title }
    let told = last.map { Int(map.tokens.sentenceOf[$0]) }
    let coming = next.map { Int(map.tokens.sentenceOf[$0]) }
    if told == sentence || coming == sentence { return .same }
    if let told, told >= 0, last ?? 0 >= map.tokens.titleCount {
      switch ordinals[sentence] - ordinals[told] {
      case ...1: return .next
      case ...4: return .near
      default: break
      }
    }
    // What stands between two tellings belongs to the first of them.
    guard last == nil || (last ?? 0) < map.tokens.titleCount, let coming, coming >= 0 else { return nil }
    return ordinals[coming] - ordinals[sentence] <= 1 ? .before : nil
  }

  private func length(_ count: Int) -> TopicFeature.Length {
    switch count {
    case ...1: .one
    case 2: .two
    case ...6: .few
    default: .many
    }
  }

  private func distance(_ start: Int, _ sentence: Int, _ last: Int?, _ next: Int?) -> TopicFeature.Distance? {
    let before = last.flatMap { Int(map.tokens.sentenceOf[$0]) == sentence ? start - $0 : nil }
    let behind = next.flatMap { Int(map.tokens.sentenceOf[$0]) == sentence ? $0 - start : nil }
    if let behind, behind < before ?? Int.max { return .before }
    switch before {
    case nil: return nil
    case .some(..<8): return .close
    case .some(..<20): return .near
    case .some(..<40): return .far
    case .some: return .beyond
    }
  }

  private func border(_ index: Int, isBehind: Bool) -> TopicFeature.Border {
    let token = map.tokens[index]
    switch token.kind {
    case .outside: return .stop
    case .mark:
      switch token.letter {
      case UInt8(ascii: ","): return .comma
      case UInt8(ascii: "."), 0x0A: return .stop
      default: return .mark
      }
    default: break
    }
    if map.timeAt[index] >= 0 { return .time }
    if map.mentionAt[index] < 0 {
      switch map.function(index) {
      case .relative: return .relative
      case .complementizer: return .complementizer
      case .in: return .in
      case .on: return .on
      case .to: return .to
      case .from, .about: return .from
      case .with, .between, .by, .for: return .preposition
      case .during, .after, .before: return .temporal
      case .negation, .may, .will, .if, .while, .copula, .except, .question, .pronoun: return .clause
      case nil: break
      }
    } else if !isBehind {
      return .name
    }
    return isBehind && map.tokens.letter(index, 0) == Letters.waw ? .and : .word
  }

  /// How many of sorted triggers stand in a sentence.
  private func count(_ triggers: [Int], in range: Range<Int>) -> Int {
    Self.position(of: range.upperBound, in: triggers) { $0 } - Self.position(of: range.lowerBound, in: triggers) { $0 }
  }

  private func holdsName(_ range: Range<Int>) -> Bool {
    range.contains { index in
      guard let (match, _) = lexicon.names.longest(at: index, in: map.tokens) else { return false }
      return match.end <= range.upperBound
    }
  }

  // MARK: Choice

  /// The phrases that more speaks for than against, the best first where two say the same, in text order.
  private func select(_ judged: [(phrase: TopicPhrase, score: Int)]) -> [TextSpan] {
    let likely = judged.filter { $0.score > 0 }.sorted {
      ($1.score, $0.phrase.tokens.lowerBound) < ($0.score, $1.phrase.tokens.lowerBound)
    }
    var chosen: [(phrase: TopicPhrase, stems: Set<UInt64>)] = []
    for (phrase, _) in likely where chosen.count < Self.most {
      let stems = Self.stems(phrase.tokens, map)
      if stems.isEmpty || chosen.contains(where: { Self.tellAlike($0.stems, stems) }) { continue }
      chosen.append((phrase, stems))
    }
    return chosen.map(\.phrase).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map { phrase in
      map.tokens.span(phrase.tokens, reading: phrase.reading)
    }
  }

  /// Half of the words of the shorter one stand in the other.
  private static func tellAlike(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Bool {
    a.intersection(b).count * 2 >= min(a.count, b.count)
  }

  /// The words of a phrase less clitics before the article, the article and function words.
  private static func stems(_ range: Range<Int>, _ map: ClauseMap) -> Set<UInt64> {
    var stems: Set<UInt64> = []
    for index in range where map.tokens[index].isWord && map.function(index) == nil {
      let letters = map.tokens.letters(index)
      let first = map.tokens.letter(index, 0)
      let second = map.tokens.letter(index, 1)
      var dropped = 0
      if letters.count > 4, first == Letters.alef, second == Letters.lam {
        dropped = 2
      } else if letters.count > 4, first == Letters.lam, second == Letters.lam {
        dropped = 2
      } else if letters.count > 5, second == Letters.alef, map.tokens.letter(index, 2) == Letters.lam,
        first == Letters.waw || first == Letters.beh || first == Letters.feh || first == Letters.kaf
      {
        dropped = 3
      } else if map.tokens[index].lessConjunction != 0, map.tokens[index].whole == 0 {
        dropped = 1
      }
      stems.insert(map.tokens.hash(index, dropping: dropped).value)
    }
    return stems
  }
}
