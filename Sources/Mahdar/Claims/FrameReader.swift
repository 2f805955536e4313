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

  // MARK: Forms

  func form(of noun: Int, _ parties: [Party]) -> ContactForm {
    guard let word = tree.predicates[noun].noun else { return .meeting }
    let sides = self.sides(parties).count
    if word.kind == .talks || word.kind == .encounter, isRemote(noun) { return .call }
    // A summit of two is a meeting, that of a body or group is not.
    let isOfBody = parties.contains { [.organisation, .group].contains(chains[$0.chain].kind) }
    if word.form == .conference, sides == 2, !isOfBody { return .meeting }
    if word.kind == .encounter || word.kind == .talks, sides > 2 || isMultilateral(noun) { return .conference }
    return word.form
  }

  /// «محادثات هاتفية», «اتصال عبر الفيديو».
  func isRemote(_ noun: Int) -> Bool { map.hasCue(.remote, from: token(noun) + 1, to: token(noun) + 4) }

  /// «اتصال ثلاثي», «اتصال جماعي»: several in one call.
  private func isTogether(_ index: Int) -> Bool { map.hasCue(.multilateral, from: index, to: index + 6) }

  func isMultilateral(_ noun: Int) -> Bool { map.hasCue(.multilateral, from: token(noun) + 1, to: token(noun) + 3) }

  // MARK: Tellings

  func draft(_ frame: String, _ form: ContactForm, _ parties: [Party], at index: Int, noun told: Int?) -> ClaimDraft {
    let noun = told.map(token)
    var draft = ClaimDraft(
      frame: frame, form: form, parties: parties, trigger: index, noun: noun, segment: sentence, sentence: sentence)
    draft.triggers = [index]
    draft.isInTitle = index < tokens.titleCount
    draft.isLikewise = (max(sentence.lowerBound, index - 3)..<min(sentence.upperBound, index + 4)).contains {
      map.lexicon.likewise.contains(tokens.word($0))
    }
    draft.isLikewise = draft.isLikewise || goesOnInTime
    draft.lemma = noun.flatMap { map.noun($0)?.lemma }
    draft.time = time(of: [told, predicate(at: index)].compactMap(\.self))
    draft.place = place(of: [told, predicate(at: index)].compactMap(\.self))
    return draft
  }

  /// «وعقب ذلك التقى ج», «ثم اجتمع مع ج»
  private var goesOnInTime: Bool {
    (sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + Self.openingWords)).contains { index in
      [tokens.word(index), tokens[index].lessConjunction].contains(where: lexicon.succession.contains)
        || map.function(index) == .after && lexicon.that.contains(tokens.word(index + 1))
    }
  }

  /// What joins a sentence to the one before stands among its first words.
  private static let openingWords = 3

  /// The time that a contact's own predicates govern, or the verb over its noun: not since, before or after it.
  private func time(of predicates: [Int]) -> Int? {
    // «الجولة الرابعة ستعقد في يونيو»: the noun that stands before its verb is its subject.
    let over = predicates.map { predicate in
      let governor = tree.predicates[predicate].governor
      return governor >= 0 ? governor : tree.clauses[tree.predicates[predicate].clause].predicate
    }.filter { governor in
      guard governor >= 0, let frame = tree.predicates[governor].verb?.frame else { return false }
      return frame == .occur || frame.isHolding
    }
    for owner in predicates + over {
      for (time, predicate) in tree.times where predicate == owner {
        let told = map.times[time]
        guard told.type == .date || told.type == .time, told.calendar != nil else { continue }
        switch map.function(told.tokens.lowerBound - 1) {
        case .after, .before: continue
        default: return time
        }
      }
    }
    return nil
  }

  /// Where the phrases of a contact's own predicates put it: «في جنيف», «بالرياض».
  private func place(of predicates: [Int]) -> ContactClaim.Place? {
    for predicate in predicates {
      for phrase in phrases(predicate, .in) + phrases(predicate, .by) {
        // «بحثا وقف النار في غزة»: the subject has its place.
        guard let first = phrase.members.first,
          !(phrase.isComplement && tree.predicates[predicate].verb?.frame == .discuss)
        else { continue }
        let mention = mentions[first]
        // «في العاصمة الهندية (نيودلهي)»
        if mention.kind == .place { return place(map.city(behind: mention) ?? mention) }
      }
      // «محادثات أوسلو»
      if tree.predicates[predicate].noun.map({ $0.kind == .encounter || $0.kind == .talks }) == true,
        let city = genitive(of: predicate)?.members.first.map({ mentions[$0] }), city.kind == .place
      {
        return place(city)
      }
    }
    return nil
  }

  func place(_ mention: Mention) -> ContactClaim.Place {
    let chain = chains[mention.chain]
    return .init(name: mention.span, country: chain.side, id: chain.id, isCountry: mention.kind == .state)
  }

  /// Adds a telling whose parties are of two sides; one that lacks a side tells more of a contact told elsewhere.
  func add(_ frame: String, _ form: ContactForm, _ found: [Party], at index: Int, noun: Int? = nil) {
    var parties = distinct(found)
    if !parties.contains(where: { chains[$0.chain].kind == .person }), case let actors = actors(),
      sides(actors) == sides(parties)
    {
      parties = actors
    }
    // A state stands only where nobody of its side is named.
    let named = Set(parties.filter { chains[$0.chain].kind == .person }.compactMap { chains[$0.chain].side })
    parties.removeAll {
      (chains[$0.chain].kind == .state || chains[$0.chain].kind == .place)
        && named.contains(chains[$0.chain].side ?? "")
    }
    // A city stands for its state beside another state, not beside a person.
    if parties.contains(where: { chains[$0.chain].kind == .person }) {
      parties.removeAll { chains[$0.chain].kind == .place }
    }
    if parties.count == 1, form != .call, form != .message, let host = host(of: parties, noun ?? predicate(at: index)) {
      parties.append(host)
    }
    guard parties.count >= 2, sides(parties).count > 1 || isWithStranger(frame, parties) else {
      return retell(frame, form, parties, at: index, noun: noun)
    }
    var form = form
    if form == .talks, let noun = noun.flatMap({ tree.predicates[$0].noun }),
      map.lexicon.plainTalks.contains(noun.lemma),
      areNamed(parties)
    {
      form = .meeting
    }
    if form == .meeting {
      form = isByCall(noun ?? predicate(at: index)) ? .call : sides(parties).count > 2 ? .conference : .meeting
    }
    if form == .call, sides(parties).count > 2, frame != "gather", !isTogether(index) {
      // «اتصل أ بـب وج»: a call each.
      for other in parties.dropFirst() where chains[other.chain].side != chains[parties[0].chain].side {
        drafts.append(draft(frame, form, [parties[0], other], at: index, noun: noun))
      }
      return
    }
    drafts.append(draft(frame, form, parties, at: index, noun: noun))
  }

  /// «اللجنتان الكينية والأوغندية برئاسة أ وب»: as many people without sides as there are states act for one each, in their order.
  func leadInTurn(_ parties: [Party]) {
    let states = parties.filter { chains[$0.chain].kind == .state }
    let people = parties.filter { chains[$0.chain].kind == .person }
    guard states.count == 2, people.count == 2, parties.count == 4,
      people.allSatisfy({ chains[$0.chain].side == nil || chains[$0.chain].isHomely })
    else { return }
    for (state, person) in zip(states, people) {
      if let side = chains[state.chain].side { lead(person.chain, side) }
    }
  }

  /// «ناقش أ هاتفيا مع ب», «بحث أ مع ب، خلال اتصال هاتفي، …»
  private func isByCall(_ predicate: Int?) -> Bool {
    guard let predicate else { return false }
    let clause = tree.predicates[predicate].clause
    let end = tree.predicates[(predicate + 1)...].first { $0.clause != clause }?.token ?? sentence.upperBound
    let index = token(predicate)
    if tree.predicates[predicate].noun != nil { return map.hasCue(.remote, from: index + 1, to: index + 12) }
    return tree.predicates[(predicate + 1)...].prefix(ClauseReader.reach).contains { other in
      other.clause == clause && other.noun?.kind == .call && other.noun?.number == .singular
        && (other.role == nil || tokens[other.token].preposition != 0 || map.function(other.token - 1) == other.role)
        && (other.role == .in || other.role == .during || other.role == .by || other.role == nil && other.governor < 0)
    } || map.hasCue(.remote, from: index + 1, to: min(end, index + Self.callReach))
  }

  /// «هاتفيا» stands among the first words behind its verb, before what was talked about.
  private static let callReach = 12

  /// «بحث المسؤولون مع لافروف»: a contact told before, by one of those who took part.
  func retell(_ frame: String, _ form: ContactForm, _ known: [Party], at index: Int, noun: Int? = nil) {
    guard !known.isEmpty else { return }
    var draft = draft(frame, form, known, at: index, noun: noun)
    draft.isAnaphor = true
    drafts.append(draft)
  }

  /// A definite noun without arguments of its own tells more of a contact told before.
  func anaphor(_ noun: ContactNoun, _ predicate: Int) {
    let isOfPlace = genitive(of: predicate).map(isPlace) ?? false
    let order = order(of: predicate)
    // «أول اجتماع لها»: of somebody else.
    if order != .none, map.lexicon.owned.contains(tokens.word(token(predicate) + 1)) { return }
    guard noun.isDefinite || isOfPlace || order != .none, noun.number != .dual else { return }
    var draft = draft("anaphor", noun.form, [], at: token(predicate), noun: predicate)
    draft.order = order
    draft.beside = tree.phrases.prefix(Self.reach).reduce(into: []) { sides, phrase in
      if phrase.members.contains(where: { mentions[$0].kind != .place }) { sides.formUnion(self.sides(phrase)) }
    }
    draft.isAnaphor = true
    drafts.append(draft)
  }

  /// Which of several a noun means, by the words right behind its construct or before it: «الجولة الثانية من المحادثات», «ثاني جولة».
  private func order(of noun: Int) -> ClaimDraft.Order {
    var first = noun
    while tree.predicates[first].isConstruct, tree.predicates[first].governor >= 0 {
      first = tree.predicates[first].governor
    }
    for index in [token(first) - 1, token(first) + 1, token(first) + 2, token(noun) + 1, token(noun) + 2]
    where map.mentionAt[index] < 0 && map.timeAt[index] < 0 && sentence.contains(index) {
      let word = tokens.word(index)
      if lexicon.further.contains(word) { return .further }
      if lexicon.coming.contains(word) { return .coming }
      if lexicon.ordinals.contains(word) { return .ordinal }
    }
    return .none
  }

  /// «استقبل الرئيس أ رئيس الحزب»: somebody whose side the text does not tell, received or met by somebody of a state.
  func isWithStranger(_ frame: String, _ parties: [Party]) -> Bool {
    guard Self.strangers.contains(frame), sides(parties).count < 2 else { return false }
    if sides(parties).count == 1, parties.contains(where: isOfDiplomats) { return true }
    let strangers = parties.filter { party in
      let chain = chains[party.chain]
      return chain.side == nil && chain.kind == .person && chain.isNamed
    }
    // An official of the paper's own country meets its citizens every day.
    let isForeign = parties.contains { chains[$0.chain].side != nil && !chains[$0.chain].isHomely }
    // «التقى الوزير أ نظيره ب»: two of two states, whichever they are.
    return sides(parties).count == 1
      ? !strangers.isEmpty && isForeign
      : strangers.count > 1 && strangers.contains { mention(of: $0)?.isCounterpart ?? false }
  }

  /// «سفراء اللجنة الخماسية», «عدد من نظرائه»
  func isOfDiplomats(_ party: Party) -> Bool {
    chains[party.chain].side == nil
      && mention(of: party)?.tokens.contains { lexicon.diplomats.contains(tokens.word($0)) } == true
  }

  private static let strangers: Set<String> = [
    "receive", "meet", "phone", "confer", "get", "discuss", "inform", "hold", "gather", "noun.encounter", "noun.call",
    "noun.talks",
  ]

  func predicate(at index: Int) -> Int? {
    let place = Self.count(tree.predicates) { $0.token < index }
    return place < tree.predicates.count && tree.predicates[place].token == index ? place : nil
  }

  /// The state where officials of another hold talks: «أجرى الوزير المصري مباحثات في الرياض».
  private func host(of parties: [Party], _ predicate: Int?) -> Party? {
    guard let predicate, let side = parties.first.flatMap({ chains[$0.chain].side }),
      lexicon.countries[side] != nil
        ? parties.contains(where: { chains[$0.chain].kind == .person || chains[$0.chain].kind == .group })
        : parties.allSatisfy({ chains[$0.chain].kind == .organisation || chains[$0.chain].kind == .group }),
      let place = (phrases(predicate, .in) + phrases(predicate, .by)).first(where: isPlace)?.members.first,
      let code = chains[mentions[place].chain].side, code != side
    else { return nil }
    let span = mentions[place].span
    return .init(chain: stateChain(code, span: span, chain: nil), span: span, isInferred: true, isHost: true)
  }

  /// Talks of people, not of delegations, are a meeting.
  private func areNamed(_ parties: [Party]) -> Bool {
    Set(parties.filter { chains[$0.chain].kind == .person }.map { chains[$0.chain].side }).count > 1
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
