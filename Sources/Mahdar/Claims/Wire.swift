/// The news agencies that an article says it is from, in its dateline or at its foot: «نيروبي (رويترز) -»,
/// «لندن - أ ف ب، د ب أ:», «أبوظبي / وام /», «المصدر: وكالات».
struct Wire {
  private(set) var agencies: [Voucher] = []

  private let map: ClauseMap
  private let lexicon: AttributionLexicon
  private let chains: [Chain]
  private var tokens: Tokens { map.tokens }

  /// How many tokens of the text's last line are looked at.
  private static let reach = 14
  /// So many tokens may stand before a credit and in it, and so many in one agency's name.
  private static let longest = 8
  private static let longestName = 4

  init(map: ClauseMap, lexicon: AttributionLexicon, chains: [Chain]) {
    self.map = map
    self.lexicon = lexicon
    self.chains = chains
    let tokens = map.tokens
    guard let first = tokens.paragraphs.first(where: { $0.lowerBound >= tokens.titleCount }) else { return }
    agencies = inDateline(first)
    if agencies.isEmpty, let last = tokens.paragraphs.last, last != first { agencies = atFoot(last) }
  }

  private func inDateline(_ line: Range<Int>) -> [Voucher] {
    guard let index = opening(of: line) else { return [] }
    if tokens.mark(index) == UInt8(ascii: "(") {
      guard let close = mark(of: [UInt8(ascii: ")")], from: index + 1, in: line) else { return [] }
      let isOver = close + 1 >= line.upperBound || Self.ends.contains(tokens.mark(close + 1))
      let isToldSo = index > line.lowerBound && (line.lowerBound..<index).allSatisfy(isPlaceOrDay)
      return isOver ? names(in: index + 1..<close, isToldSo: isToldSo) : []
    }
    let close = mark(of: Self.ends, from: index + 1, in: line) ?? line.upperBound
    let behind = close - index <= Self.longest ? names(in: index + 1..<close, isToldSo: false) : []
    // «واس - الرياض:»
    return behind.isEmpty && isPlaceOrDay(index + 1) ? names(in: line.lowerBound..<index, isToldSo: false) : behind
  }

  /// The first bracket, dash or slash of a line, but for those of a day in digits.
  private func opening(of line: Range<Int>) -> Int? {
    (line.lowerBound..<min(line.upperBound, line.lowerBound + Self.longest)).first { index in
      let mark = tokens.mark(index)
      return mark == UInt8(ascii: "(")
        || (mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/")) && map.timeAt[index] < 0
          && !(tokens[index - 1].kind == .number && tokens[index + 1].kind == .number)
    }
  }

  /// What ends a dateline.
  private static let ends: Set<Letter> = [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "/")]

  private func atFoot(_ line: Range<Int>) -> [Voucher] {
    // «المصدر: وكالات»
    if line.count <= Self.longest, lexicon[tokens.word(line.lowerBound)].isSuperset(of: [.unnamed, .definite]),
      tokens.mark(line.lowerBound + 1) == UInt8(ascii: ":")
    {
      return names(in: line.lowerBound + 2..<line.upperBound, isToldSo: true)
    }
    let foot = max(line.lowerBound, line.upperBound - Self.reach)..<line.upperBound
    for index in foot where tokens.mark(index) == UInt8(ascii: "(") {
      guard let close = mark(of: [UInt8(ascii: ")")], from: index + 1, in: line) else { continue }
      let found = names(in: index + 1..<close, isToldSo: false)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// What a dateline is made of, but for the agency.
  private func isPlaceOrDay(_ index: Int) -> Bool {
    if map.mentionAt[index] >= 0 {
      let kind = map.mentions[Int(map.mentionAt[index])].kind
      return kind == .place || kind == .state
    }
    return map.timeAt[index] >= 0 || tokens[index].kind != .word || map.function(index) == .in
  }

  private func mark(of marks: Set<Letter>, from start: Int, in line: Range<Int>) -> Int? {
    (start..<max(start, min(line.upperBound, start + Self.longest))).first { marks.contains(tokens.mark($0)) }
  }

  /// The agencies named in a credit, between its commas.
  ///
  /// - Parameter isToldSo: whether the place alone tells that an agency is named, so that an unknown name is one.
  private func names(in range: Range<Int>, isToldSo: Bool) -> [Voucher] {
    var found: [Voucher] = []
    for part in range.split(whereSeparator: { [UInt8(ascii: ","), UInt8(ascii: "/")].contains(tokens.mark($0)) }) {
      let words = part.filter { tokens[$0].kind != .mark }
      guard let first = words.first, let last = words.last, words.count <= Self.longestName,
        isToldSo && isName(words) || isAgency(first...last, words)
      else { continue }
      let mention = map.mentionAt[first] >= 0 ? map.mentions[Int(map.mentionAt[first])] : nil
      let span = TextSpan(tokens[first].span.start, tokens[last].span.end)
      found.append(
        Voucher(
          name: mention?.kind == .outlet ? mention?.span ?? span : span, kind: .outlet, token: first,
          chain: mention?.kind == .outlet ? mention?.chain : nil))
    }
    return found
  }

  /// Neither a place nor somebody nor a day.
  private func isName(_ words: [Int]) -> Bool {
    words.allSatisfy { word in
      tokens[word].kind == .word && map.timeAt[word] < 0
        && (map.mentionAt[word] < 0 || map.mentions[Int(map.mentionAt[word])].kind == .outlet)
    }
  }

  private func isAgency(_ range: ClosedRange<Int>, _ words: [Int]) -> Bool {
    // «أ ف ب», «د.ب.أ»
    if words.count > 1, words.allSatisfy({ tokens.letters($0).count <= 2 }) { return true }
    if let (match, _) = lexicon.wires.longest(at: range.lowerBound, in: tokens), match.end == range.upperBound + 1 {
      return true
    }
    // «نوفا برس» in quotes
    if tokens.quotes.prefix(Self.longest).contains(where: { $0.tokens == range.lowerBound..<range.upperBound + 1 }) {
      return isName(words)
    }
    guard map.mentionAt[range.lowerBound] >= 0 else { return false }
    let mention = map.mentions[Int(map.mentionAt[range.lowerBound])]
    return mention.kind == .outlet && chains[mention.chain].id.map(lexicon.agencies.contains) ?? false
  }
}
