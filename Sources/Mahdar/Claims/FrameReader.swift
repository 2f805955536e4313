/// Reads the frames of contact verbs and nouns of one article into drafts.
struct FrameReader {
  typealias Argument = ClauseMap.Argument

  let map: ClauseMap
  private(set) var chains: [Chain]
  var finder = ChainFinder()
  var drafts: [ClaimDraft] = []
  /// Nouns that a verb frame has taken.
  var taken: Set<Int> = []
  /// The subject of each sentence read so far, for the pronouns of the next.
  var subject: Argument?
  var sentence = 0..<0

  /// How far behind its trigger an argument may stand, in tokens.
  static let reach = 60

  init(_ map: ClauseMap, chains: [Chain]) {
    self.map = map
    self.chains = chains
  }

  var tokens: Tokens { map.tokens }
  var mentions: [Mention] { map.mentions }

  mutating func read() {
    for sentence in tokens.sentences {
      self.sentence = sentence
      let first = drafts.count
      var triggers: [Int] = []
      for index in sentence where tokens[index].kind == .word && map.mentionAt[index] < 0 && map.timeAt[index] < 0 {
        if map.verb(index) != nil || map.noun(index) != nil || map.isJoining(index) { triggers.append(index) }
      }
      if !triggers.isEmpty {
        for trigger in triggers {
          if let verb = map.verb(trigger) {
            readVerb(verb, at: trigger)
          } else if map.isJoining(trigger) {
            readJoining(at: trigger)
          }
        }
        for trigger in triggers where !taken.contains(trigger) {
          if let noun = map.noun(trigger), !isNone(trigger), !isSeries(trigger), !isSetting(trigger) {
            readNoun(noun, at: trigger)
          }
        }
        segment(first)
      }
      noteSubject()
    }
  }

  /// «مؤتمر صحفي» and its kin are no contacts.
  func isNone(_ index: Int) -> Bool {
    guard let (match, _) = map.lexicon.cues.longest(at: index, in: tokens) else { return false }
    return match.values.contains(.none)
  }

  func sides(_ group: [Argument]) -> Int {
    Set(group.flatMap { sides(of: $0) }).count
  }

  func form(of noun: Int, _ parties: [Argument]) -> ContactForm {
    form(of: noun, Set(parties.flatMap { sides(of: $0) }).count)
  }

  func form(of index: Int, _ sides: Int) -> ContactForm {
    guard let noun = map.noun(index) else { return .meeting }
    if noun.kind == .talks || noun.kind == .encounter, isRemote(index) { return .call }
    if noun.form == .conference, sides == 2 { return .meeting }
    if noun.kind == .encounter || noun.kind == .talks, sides > 2 || isMultilateral(index) { return .conference }
    return noun.form
  }

  /// «محادثات هاتفية», «اتصال عبر الفيديو».
  func isRemote(_ index: Int) -> Bool { map.hasCue(.remote, from: index + 1, to: index + 4) }

  func isMultilateral(_ index: Int) -> Bool { map.hasCue(.multilateral, from: index + 1, to: index + 3) }

  /// «وفد … برئاسة أ», «وفد … يرأسه أ»: the delegation's leader stands for it.
  mutating func led(_ argument: Argument) -> Argument {
    guard mentions[argument.mention].kind == .group,
      let cue = (argument.tokens.upperBound..<min(argument.tokens.upperBound + 5, tokens.count)).first(where: {
        map.lexicon.cues.longest(at: $0, in: tokens)?.match.values.contains(.leading) ?? false
      }),
      let leader = map.arguments(from: cue + 1, to: min(cue + 12, tokens.count)).list.first(where: {
        mentions[$0.mention].kind == .person
      })
    else { return argument }
    let chain = mentions[leader.mention].chain
    if let side = chains[mentions[argument.mention].chain].side, chains[chain].side == nil || chains[chain].id == nil {
      chains[chain].side = side
      finder.note(chain, chains[chain])
    }
    return leader
  }

  /// Adds a chain of what the article tells without naming it.
  mutating func add(_ chain: Chain) -> Int {
    chains.append(chain)
    finder.note(chains.count - 1, chain)
    return chains.count - 1
  }

  func party(_ argument: Argument, inferred: Argument?) -> ClaimDraft.Party {
    let mention = mentions[argument.mention]
    return .init(
      chain: mention.chain, span: mention.span,
      isInferred: inferred.map { $0.mention == argument.mention } ?? false)
  }

  func draft(_ frame: String, _ form: ContactForm, _ parties: [ClaimDraft.Party], at index: Int, noun: Int?)
    -> ClaimDraft
  {
    var draft = ClaimDraft(
      frame: frame, form: form, parties: parties, trigger: index, noun: noun, segment: sentence, sentence: sentence)
    draft.triggers = [index]
    draft.isInTitle = index < tokens.titleCount
    draft.isLikewise = (max(sentence.lowerBound, index - 3)..<min(sentence.upperBound, index + 4)).contains {
      map.lexicon.likewise.contains(tokens.word($0))
    }
    draft.lemma = noun.flatMap { map.noun($0)?.lemma }
    return draft
  }

  mutating func add(
    _ frame: String, _ form: ContactForm, _ arguments: [Argument], inferred: Argument?, at index: Int, noun: Int? = nil
  ) {
    var parties: [ClaimDraft.Party] = []
    for argument in arguments {
      let argument = led(argument)
      let mention = mentions[argument.mention]
      let members = members(of: mention)
      for chain in members where !parties.contains(where: { $0.chain == chain }) {
        var party = party(argument, inferred: inferred)
        party.chain = chain
        parties.append(party)
      }
    }
    // A state stands only where nobody of its side is named.
    let named = Set(parties.filter { chains[$0.chain].kind == .person }.compactMap { chains[$0.chain].side })
    parties.removeAll {
      (chains[$0.chain].kind == .state || chains[$0.chain].kind == .place)
        && named.contains(chains[$0.chain].side ?? "")
    }
    if !areTwoSides(parties), form != .call, form != .message, let host = host(of: parties, behind: noun ?? index) {
      parties.append(host)
    }
    guard parties.count >= 2, areTwoSides(parties) else { return }
    var form = form
    if form == .talks, let noun, map.lexicon.plainTalks.contains(map.noun(noun)?.lemma ?? -1), areNamed(parties) {
      form = .meeting
    }
    if form == .meeting, Set(parties.compactMap { chains[$0.chain].side }).count > 2 { form = .conference }
    if form == .meeting, map.hasCue(.remote, from: index + 1, to: index + 12) { form = .call }
    drafts.append(draft(frame, form, parties, at: index, noun: noun))
  }

  /// The state where officials of another hold talks: «أجرى الوزير المصري مباحثات في الرياض».
  mutating func host(of parties: [ClaimDraft.Party], behind index: Int) -> ClaimDraft.Party? {
    guard let side = parties.first.flatMap({ chains[$0.chain].side }),
      map.lexicon.countries[side] != nil
        ? parties.contains(where: { chains[$0.chain].kind == .person || chains[$0.chain].kind == .group })
        : parties.allSatisfy({ chains[$0.chain].kind == .organisation || chains[$0.chain].kind == .group }),
      let place = map.arguments(from: index + 1, to: min(sentence.upperBound, index + 12), stopAtNoun: true).list.first(
        where: {
          mentions[$0.mention].kind == .place && ($0.role == .in || $0.role == .by)
            || mentions[$0.mention].kind == .state && $0.role == .in
        }), let code = chains[mentions[place.mention].chain].side, code != side
    else { return nil }
    let span = mentions[place.mention].span
    return .init(chain: stateChain(code, span: span, chain: nil), span: span, isInferred: true, isHost: true)
  }

  /// Talks of people, not of delegations, are a meeting.
  func areNamed(_ parties: [ClaimDraft.Party]) -> Bool {
    Set(parties.filter { chains[$0.chain].kind == .person }.map { chains[$0.chain].side }).count > 1
  }

  /// Two organs of one state are one side; «مع مسؤولين», «مع الأطراف المعنية» tell nobody that could be told apart.
  func areTwoSides(_ parties: [ClaimDraft.Party]) -> Bool {
    Set(parties.compactMap { chains[$0.chain].side }).count > 1
  }

  /// Gives each draft of the sentence, from number `first` on, the tokens whose dates and places are its own: up to the next trigger.
  private mutating func segment(_ first: Int) {
    let own = drafts.indices[first...].sorted { start(drafts[$0]) < start(drafts[$1]) }
    for (order, index) in own.enumerated() {
      let begin = order == 0 ? sentence.lowerBound : start(drafts[index])
      var end = sentence.upperBound
      if let next = own[(order + 1)...].first(where: { start(drafts[$0]) > start(drafts[index]) }) {
        end = start(drafts[next])
      }
      drafts[index].segment = begin..<max(end, begin)
    }
  }

  func start(_ draft: ClaimDraft) -> Int { min(draft.trigger, draft.noun ?? draft.trigger) }
}
