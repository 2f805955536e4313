/// Reads the tellings of contacts off the clauses of an article, sentence by sentence.
final class FrameReader {
  typealias Party = ClaimDraft.Party

  let map: ClauseMap
  let lexicon: ClaimLexicon
  var chains: [Chain]
  var finder = ChainFinder()
  var drafts: [ClaimDraft] = []
  /// The clauses of the sentence that is being read.
  var tree = ClauseTree(sentence: 0..<0)
  /// The clauses of the sentences that tell contacts, by their first token.
  private(set) var trees: [Int: ClauseTree] = [:]
  /// Nouns that the frame of a verb has taken, by their place among the predicates.
  var taken: Set<Int> = []
  /// The subjects of the sentence's clauses found so far; nil where none was asked for.
  var subjects: [[Party]?] = []
  /// People who take part in nothing.
  private(set) lazy var performers = findPerformers()
  /// The delegations of the sentences read that no mention names, by the first token of their clause.
  var unnamed: [Int: Party] = [:]
  /// What the sentences before leave in mind.
  var discourse = Discourse()

  var sentence: Range<Int> { tree.sentence }
  var tokens: Tokens { map.tokens }
  var mentions: [Mention] { map.mentions }

  init(_ map: ClauseMap, _ lexicon: ClaimLexicon, chains: [Chain]) {
    self.lexicon = lexicon
    self.map = map
    self.chains = chains
  }

  func read() {
    if isOfSport { return }
    for sentence in tokens.sentences where !isOfSport(sentence) {
      var reader = ClauseReader(map, sentence: sentence)
      tree = reader.read()
      taken = []
      subjects = Array(repeating: nil, count: tree.clauses.count)
      let first = drafts.count
      for index in tree.predicates.indices {
        switch tree.predicates[index].word {
        case .verb(let verb): readVerb(verb, index)
        case .joining: readJoining(index)
        case .other(let verb) where verb.inflection.hasObject: readCarriage(index)
        default: break
        }
      }
      for index in tree.predicates.indices where !taken.contains(index) {
        if let noun = tree.predicates[index].noun { readNoun(noun, index) }
      }
      for index in tree.greetings { readGreeting(index) }
      readLeaders(first)
      readFurtherMembers()
      segment(first)
      note(first)
      if drafts.count > first { trees[sentence.lowerBound] = tree }
    }
  }

  func append(_ chain: Chain) {
    chains.append(chain)
    finder.note(chains.count - 1, chain)
  }

  /// Gives a person the office and side that the words beside his name tell, where nothing else tells them.
  func give(_ office: Mention, to chain: Int) {
    guard chains[chain].kind == .person, office.kind == .person else { return }
    if chains[chain].office == nil { chains[chain].office = office.office ?? office.span }
    if chains[chain].id == nil, let side = office.side, chains[chain].side == nil {
      chains[chain].side = side
      finder.note(chain, chains[chain])
    }
  }

  /// Who leads a delegation acts for its side.
  func lead(_ chain: Int, _ side: String) {
    guard chains[chain].side == nil || chains[chain].id == nil, chains[chain].side != side else { return }
    chains[chain].side = side
    finder.note(chain, chains[chain])
  }

  /// The chains of delegations.
  var delegations: Set<Int> {
    Set(
      mentions.filter { $0.kind == .group && lexicon.delegations.contains(tokens.word($0.tokens.lowerBound)) }.map(
        \.chain))
  }

  /// The chains of officials told without names: «مسؤولين عراقيين».
  var officials: Set<Int> {
    Set(
      mentions.filter { mention in
        (mention.kind == .group || mention.kind == .source) && mention.isPlural
          && mention.tokens.contains { lexicon.officials.contains(tokens.word($0)) }
          && !(mention.tokens.lowerBound...mention.tokens.upperBound).contains(where: isFormer)
      }.map(\.chain))
  }

  /// «ولي العهد» is not «أمير البلاد»: the heads of their offices are two, and neither stands in the words of the other's.
  func isOfOtherOffice(_ a: Int, _ b: Int) -> Bool {
    guard let first = officeHead(a), let second = officeHead(b), first != second else { return false }
    return !officeWords(a).contains(second) && !officeWords(b).contains(first)
  }

  /// The first word of a person's office, where it is one of those that tell offices apart; less its article.
  private func officeHead(_ chain: Int) -> ArraySlice<Letter>? {
    officeWords(chain).first.flatMap { head in lexicon.distinctOffices.contains(where: head.elementsEqual) ? head : nil
    }
  }

  private func officeWords(_ chain: Int) -> [ArraySlice<Letter>] {
    chains[chain].mentions.prefix(ClauseReader.reach).flatMap { index -> [ArraySlice<Letter>] in
      guard let office = mentions[index].office else { return [] }
      return mentions[index].tokens.filter { tokens[$0].span.end > office.start && tokens[$0].span.end <= office.end }
        .map { position in
          var letters = tokens.letters(position)
          if tokens[position].conjunction != 0 || tokens[position].preposition != 0 { letters = letters.dropFirst() }
          if letters.starts(with: [Letters.alef, Letters.lam]) { letters = letters.dropFirst(2) }
          return letters.last == Letters.heh ? letters.dropLast() : letters
        }
    }
  }

  /// «سابقون», «سابقين»
  private func isFormer(_ index: Int) -> Bool {
    let former: [Letter] = FoldedText.key("سابق")
    return tokens.letters(index).starts(with: former)
  }

  /// «أما الوفد الجورجي فيترأسه أ»: who leads a delegation took part in what was told before of its side.
  private func readLeaders(_ first: Int) {
    for (leader, group) in tree.delegations.sorted(by: { $0.key < $1.key }) where mentions[group].kind == .group {
      let chain = mentions[leader].chain
      guard !drafts[first...].contains(where: { draft in draft.parties.contains { $0.chain == chain } }) else {
        continue
      }
      delegate(parties(of: leader), for: group, at: mentions[leader].tokens.lowerBound)
    }
  }

  /// Those who act for a group in a contact told before of its side.
  func delegate(_ members: [Party], for group: Int, at index: Int) {
    guard !members.isEmpty else { return }
    let side = chains[mentions[group].chain].side
    let parties = members.map { member in
      var member = member
      member.isMember = true
      if let side { lead(member.chain, side) }
      return member
    }
    var draft = draft("delegation", .meeting, parties, at: index, noun: nil)
    draft.isAnaphor = true
    drafts.append(draft)
  }

  /// «إضافة إلى أ وب.»: a sentence that goes on with those who attended.
  private func readFurtherMembers() {
    guard tree.predicates.isEmpty, let first = tree.phrases.first, let last = drafts.last, last.frame == "attend",
      let (match, _) = map.lexicon.cues.longest(at: sentence.lowerBound, in: tokens), match.values.contains(.including)
    else { return }
    let members = parties(first, at: sentence.lowerBound)
    guard !members.isEmpty else { return }
    var draft = draft("attend", last.form, members, at: first.tokens.lowerBound, noun: nil)
    draft.isAnaphor = true
    drafts.append(draft)
  }

  /// Whether the article is of sport: one word in sixty tells so, eight at the least.
  private var isOfSport: Bool {
    let count = (0..<tokens.count).count { lexicon.sport.contains(tokens.word($0)) }
    return count >= 8 && count * 60 >= tokens.count
  }

  /// «يلتقي المنتخب نظيره في تصفيات الكأس»: teams meet as ministers do.
  private func isOfSport(_ sentence: Range<Int>) -> Bool {
    var count = 0
    for index in sentence where lexicon.sport.contains(tokens.word(index)) {
      count += 1
      if count > 1 { return true }
    }
    return false
  }

  // MARK: Predicates

  func token(_ predicate: Int) -> Int { tree.predicates[predicate].token }

  /// The phrases of a predicate in one role; nil for bare ones.
  func phrases(_ predicate: Int, _ role: FunctionWord?) -> [Phrase] {
    tree.predicates[predicate].phrases.compactMap { tree.phrases[$0].role == role ? tree.phrases[$0] : nil }
  }

  func phrase(_ predicate: Int, _ roles: FunctionWord...) -> Phrase? {
    for role in roles {
      if let first = tree.predicates[predicate].phrases.first(where: { tree.phrases[$0].role == role }) {
        return tree.phrases[first]
      }
    }
    return nil
  }

  /// The phrases that end before a token, as far back as a pronoun may reach.
  func phrases(before index: Int) -> ArraySlice<Phrase> {
    tree.phrases[..<Self.count(tree.phrases) { $0.tokens.upperBound <= index }].suffix(Self.reach)
  }

  /// The first phrase at or behind a token.
  func phrase(from index: Int) -> Phrase? { phrases(from: index).first }

  /// The phrases at or behind a token, as far as a frame may reach.
  func phrases(from index: Int) -> ArraySlice<Phrase> {
    tree.phrases[Self.count(tree.phrases) { $0.tokens.lowerBound < index }...].prefix(Self.reach)
  }

  /// How many phrases back a pronoun's antecedent is looked for; few sentences have as many.
  static let reach = 40

  /// How many elements of a list in text order come before the first that is not `isBefore`.
  static func count<Element>(_ list: [Element], _ isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(list[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// «عدة لقاءات», «العديد من الاتصالات»: a series told without single members.
  func isSeries(_ noun: Int) -> Bool {
    let index = token(noun)
    return tokens[index - 1].kind == .number || map.hasCue(.series, from: index - 2, to: index)
  }

  /// Gives each draft of the sentence, from number `first` on, the tokens whose dates and places are its own: up to the next trigger.
  private func segment(_ first: Int) {
    let own = drafts.indices[first...].sorted { start(drafts[$0]) < start(drafts[$1]) }
    var (next, end) = (sentence.upperBound, sentence.upperBound)
    for (order, index) in own.enumerated().reversed() {
      let first = start(drafts[index])
      if first < next { (next, end) = (first, next) }
      let begin = order == 0 ? sentence.lowerBound : first
      drafts[index].segment = begin..<max(end, begin)
    }
  }

  private func start(_ draft: ClaimDraft) -> Int {
    var first = min(draft.trigger, draft.noun ?? draft.trigger)
    // «تعقد اليوم جولة محادثات»: from the verb and the first noun of the construct on.
    if var word = predicate(at: first) {
      while tree.predicates[word].isConstruct, tree.predicates[word].governor >= 0 {
        word = tree.predicates[word].governor
      }
      let verb = tree.predicates[word].governor
      if verb >= 0, verb < word, tree.predicates[word].role == nil, let frame = tree.predicates[verb].verb?.frame,
        frame == .occur || frame.isHolding
      {
        word = verb
      }
      first = tree.predicates[word].token
    }
    return first
  }
}
