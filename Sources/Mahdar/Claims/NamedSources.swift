/// All sources that an article names, to find which one «المصدر» or «الوزارة» means.
struct NamedSources {
  /// In text order.
  private var speakers: [Voucher] = []
  private var byKind: [ContactClaim.SourceKind: [Voucher]] = [:]
  /// By the words of their names, less the article; bodies that say nothing too.
  private var byWord: [WordID: [Voucher]] = [:]
  /// The medium that each speaker's words came by first, by what names him.
  private var media: [Key: [(token: Int, via: TextSpan)]] = [:]
  private let lexicon: AttributionLexicon

  private enum Key: Hashable {
    case chain(Int)
    case name(TextSpan)
  }

  /// How many words of a name are listed.
  private static let words = 4

  init(map: ClauseMap, lexicon: AttributionLexicon, statements: [Statement], reader: VoucherReader) {
    self.lexicon = lexicon
    var all: [Voucher] = []
    for statement in statements {
      all.append(reader.source(of: statement))
      if let via = statement.via {
        all.append(Voucher(name: via, kind: .outlet, token: reader.token(at: via.start)))
      }
    }
    for index in 0..<map.tokens.count {
      guard let voucher = reader.cued(at: index, to: map.tokens.sentence(of: index).upperBound) else { continue }
      all.append(voucher)
    }
    speakers = all.filter { $0.anaphor == nil }.sorted { $0.token < $1.token }
    for voucher in speakers {
      byKind[voucher.kind, default: []].append(voucher)
    }
    for mention in map.mentions where mention.kind == .source {
      let voucher = reader.voucher(of: mention, to: map.tokens.sentence(of: mention.tokens.lowerBound).upperBound)
      if !reader.classes(voucher.token).classes.contains(.definite) { all.append(voucher) }
    }
    for mention in map.mentions where mention.kind == .organisation || mention.kind == .state {
      all.append(
        Voucher(
          name: mention.kind == .state ? mention.span : reader.chains[mention.chain].name, kind: .official,
          token: mention.tokens.lowerBound, chain: mention.chain))
    }
    for statement in statements {
      guard let via = statement.via else { continue }
      let speaker = reader.source(of: statement)
      if speaker.anaphor == nil { media[Self.key(speaker), default: []].append((speaker.token, via)) }
    }
    for voucher in all.sorted(by: { $0.token < $1.token }) where voucher.anaphor == nil {
      let start = reader.token(at: voucher.name.start)
      for index in start..<max(start, min(reader.token(at: voucher.name.end), start + Self.words)) {
        let token = map.tokens[index]
        for reading in Reading.allCases where token.word(reading) != 0 {
          byWord[lexicon.withoutArticle(token.word(reading)), default: []].append(voucher)
        }
      }
    }
  }

  private static func key(_ voucher: Voucher) -> Key { voucher.chain.map { .chain($0) } ?? .name(voucher.name) }

  /// The medium that a speaker's words came by before: «وأضاف المصدر» goes on with what an agency had from him.
  func medium(of voucher: Voucher) -> TextSpan? {
    let speaker = resolved(voucher)
    guard speaker.kind == .anonymous, let told = media[Self.key(speaker)] else { return nil }
    return told.last { $0.token < voucher.token }?.via
  }

  /// The source itself, or the one told before that its noun means.
  func resolved(_ voucher: Voucher) -> Voucher {
    guard let word = voucher.anaphor else { return voucher }
    let classes = lexicon[word]
    var kind: ContactClaim.SourceKind?
    if classes.contains(.outlet) {
      kind = .outlet
    } else if !classes.isDisjoint(with: [.document, .communique]) {
      kind = .document
    } else if classes.contains(.unnamed) {
      kind = .anonymous
    }
    if var named = Self.last(byWord[word], before: voucher.token) {
      if let kind {
        named.kind = kind
      } else if voucher.kind == .document {
        named.kind = .document
      }
      return named
    }
    guard let kind else { return voucher }
    // «المصدر» may be an agency or an official as well.
    return Self.last(kind == .anonymous ? speakers : byKind[kind], before: voucher.token) ?? voucher
  }

  private static func last(_ vouchers: [Voucher]?, before token: Int) -> Voucher? {
    guard let vouchers else { return nil }
    var (low, high) = (0, vouchers.count)
    while low < high {
      let middle = (low + high) / 2
      if vouchers[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? vouchers[low - 1] : nil
  }
}
