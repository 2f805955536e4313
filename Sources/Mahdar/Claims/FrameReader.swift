/// Reads the frames of contact verbs and nouns of one article into drafts.
struct FrameReader {
  typealias Argument = ClauseMap.Argument

  let map: ClauseMap
  var chains: [Chain]
  private(set) var drafts: [ClaimDraft] = []
  /// Nouns that a verb frame has taken.
  private var taken: Set<Int> = []
  /// The subject of each sentence read so far, for the pronouns of the next.
  private var subject: Argument?
  private var sentence = 0..<0

  /// How far behind its trigger an argument may stand, in tokens.
  private static let reach = 60

  init(_ map: ClauseMap, chains: [Chain]) {
    self.map = map
    self.chains = chains
  }

  private var tokens: Tokens { map.tokens }
  private var mentions: [Mention] { map.mentions }

  mutating func read() {
    for sentence in tokens.sentences {
      self.sentence = sentence
      var triggers: [Int] = []
      for index in sentence where map.mentionAt[index] < 0 && map.timeAt[index] < 0 {
        if map.verb(index) != nil || map.noun(index) != nil || map.isJoining(index) { triggers.append(index) }
      }
      if !triggers.isEmpty {
        for trigger in triggers {
          if let verb = map.verb(trigger) { readVerb(verb, at: trigger) } else if map.isJoining(trigger) { readJoining(at: trigger) }
        }
        for trigger in triggers where !taken.contains(trigger) {
          if let noun = map.noun(trigger), !isNone(trigger), !isSeries(trigger), !isSetting(trigger) { readNoun(noun, at: trigger) }
        }
        segment()
      }
      noteSubject()
    }
  }

  /// «مؤتمر صحفي» and its kin are no contacts.
  private func isNone(_ index: Int) -> Bool {
    guard let (match, _) = map.lexicon.cues.longest(at: index, in: tokens) else { return false }
    return match.values.contains(.none)
  }

  // MARK: Subjects

  /// Keeps the sentence's first free-standing actor: the one that a later pronoun most likely means.
  private mutating func noteSubject() {
    let found = mainSubject(before: sentence.upperBound)
    if let found { subject = found }
  }

  /// The first actor of the sentence that no preposition governs; a person before a state.
  private func mainSubject(before limit: Int) -> Argument? {
    let actors = map.arguments(from: sentence.lowerBound, to: limit, passRelative: true).list.filter {
      $0.role == nil && isActor($0)
    }
    return actors.first { mentions[$0.mention].kind == .person } ?? actors.first
  }

  private func isActor(_ argument: Argument) -> Bool { map.mayAct(mentions[argument.mention]) }

  /// Who a pronoun or a verb without subject stands for: the nearest person before it, else the last sentence's subject.
  private func referent(before index: Int, excluding others: [Argument]) -> Argument? {
    let excluded = Set(others.map { mentions[$0.mention].chain })
    let before = actorsBefore(index).filter {
      !excluded.contains(mentions[$0.mention].chain) && mentions[$0.mention].kind != .place
    }
    // «يرافق الرئيس في زيارته»: the person right before the preposition.
    if map.noun(index)?.hasPronoun == true, let last = before.last, mentions[last.mention].kind == .person,
      index - last.tokens.upperBound <= 1
    {
      return last
    }
    if let person = before.first(where: { mentions[$0.mention].kind == .person && $0.role == nil }) { return person }
    if let actor = before.first(where: { $0.role == nil }) { return actor }
    if let person = before.last(where: { mentions[$0.mention].kind == .person }) { return person }
    // «في محادثة مع ب، أعرب أ»: the subject follows.
    if let others = others.last, before.isEmpty,
      let later = map.arguments(from: others.tokens.upperBound, to: sentence.upperBound).list.first(where: {
        $0.role == nil && mentions[$0.mention].kind == .person && !excluded.contains(mentions[$0.mention].chain)
          && tokens.mark($0.tokens.lowerBound - 2) == UInt8(ascii: ",")
      })
    {
      return later
    }
    if let subject, !excluded.contains(mentions[subject.mention].chain) { return subject }
    return nil
  }

  /// The sentence's actors before a token, in text order, with their roles.
  private func actorsBefore(_ index: Int) -> [Argument] {
    var list: [Argument] = []
    var start = sentence.lowerBound
    while start < index {
      let (found, end) = map.arguments(from: start, to: index, passRelative: true)
      list += found.filter(isActor)
      start = max(end, start) + 1
    }
    return list
  }

  /// The actors right before a verb: «إن لافروف وبومبيو سيناقشان», «الوفد الذي زار».
  private func leftSubject(of index: Int) -> [Argument] {
    var position = index - 1
    var gap = 0
    while position >= sentence.lowerBound {
      if map.mentionAt[position] >= 0 {
        let mention = Int(map.mentionAt[position])
        guard map.mayAct(mentions[mention]) else { return [] }
        return coordinated(endingWith: mention)
      }
      if map.timeAt[position] >= 0 {
        position -= 1
        continue
      }
      let token = tokens[position]
      if token.kind == .mark {
        guard token.letter == UInt8(ascii: ",") || token.letter == UInt8(ascii: "-") || token.letter == UInt8(ascii: ")")
          || token.letter == UInt8(ascii: "(") || token.letter == UInt8(ascii: ":")
        else { return [] }
      } else if let function = map.function(position) {
        switch function {
        case .copula, .may, .will, .relative, .pronoun, .negation: break
        default: return []
        }
      } else if map.verb(position) != nil || map.noun(position) != nil {
        return []
      } else {
        gap += 1
        if gap > 3 { return [] }
      }
      position -= 1
    }
    return []
  }

  /// The mention and those joined to it from the left: «بومبيو ولافروف».
  private func coordinated(endingWith mention: Int) -> [Argument] {
    let arguments = actorsBefore(mentions[mention].tokens.upperBound)
    guard let last = arguments.lastIndex(where: { $0.mention == mention }) else { return [] }
    var first = last
    while first > 0, arguments[first].isCoordinated { first -= 1 }
    guard arguments[first].role == nil else { return [] }
    return Array(arguments[first...last])
  }

  // MARK: Groups

  /// Arguments in groups: each with those joined to it.
  private func groups(_ arguments: [Argument]) -> [[Argument]] {
    var groups: [[Argument]] = []
    for argument in arguments where isActor(argument) {
      if argument.isCoordinated, !groups.isEmpty {
        groups[groups.count - 1].append(argument)
      } else {
        groups.append([argument])
      }
    }
    return groups
  }

  private func sides(_ group: [Argument]) -> Int {
    Set(group.compactMap { chains[mentions[$0.mention].chain].side }).count
  }

  // MARK: Verbs

  /// «على هامش اجتماعات …»: a setting, no contact of its own.
  private func isSetting(_ noun: Int) -> Bool {
    (max(0, noun - 3)..<noun).contains { start in
      guard let (match, _) = map.lexicon.cues.longest(at: start, in: tokens) else { return false }
      return match.values.contains(.occasion) && match.end >= noun - 1
    }
  }

  /// «عدة لقاءات», «العديد من الاتصالات»: a series told without single members.
  private func isSeries(_ noun: Int) -> Bool { map.hasCue(.series, from: noun - 2, to: noun) }

  private mutating func readVerb(_ verb: ContactVerb, at index: Int) {
    // What did not take place is no contact, unless somebody denies it.
    if map.function(index - 1) == .negation {
      if let noun = objectNoun(of: verb, at: index, limit: min(sentence.upperBound, index + 8)) { taken.insert(noun) }
      return
    }
    let limit = min(sentence.upperBound, index + 1 + Self.reach)
    switch verb.frame {
    case .meet, .receive, .confer, .phone: readMeeting(verb, at: index, limit: limit)
    case .host:
      let guests = map.arguments(from: index + 1, to: limit, stopAtNoun: true).list.filter { $0.role == nil && !isPlace($0) }
      if guests.count >= 2 { readMeeting(verb, at: index, limit: limit) } else { readWithNoun(verb, at: index, limit: limit) }
    case .discuss: readDiscussion(verb, at: index, limit: limit)
    case .hold, .get, .send, .join: readWithNoun(verb, at: index, limit: limit)
    case .visit, .go: readTravel(verb, at: index, limit: limit)
    case .gather: readGathering(verb, at: index, limit: limit)
    case .sign: readSigning(verb, at: index, limit: limit)
    case .tour: readTour(verb, at: index, limit: limit)
    case .occur: break
    }
  }

  private mutating func readMeeting(_ verb: ContactVerb, at index: Int, limit: Int) {
    let found = groups(map.arguments(from: index + 1, to: limit, stopAtNoun: true).list)
    let left = leftSubject(of: index)
    let bare = found.filter { $0[0].role == nil && mentions[$0[0].mention].kind != .place }
    let oblique = found.filter { $0[0].role == .with || $0[0].role == .by && verb.frame != .receive && !isPlace($0[0]) }
    var parties: [Argument] = []
    var inferred: Argument?
    if verb.inflection.hasObject {
      guard let other = bare.first ?? left.nilIfEmpty else { return }
      parties = other
      inferred = referent(before: index, excluding: parties)
    } else if !left.isEmpty {
      guard let object = bare.first ?? oblique.first ?? (sides(left) > 1 ? [] : nil) else { return }
      parties = left + object
    } else if bare.count >= 2, verb.frame == .meet || verb.frame == .receive, oblique.first.map({ precedes(bare[1], $0) }) ?? true {
      parties = bare[0] + bare[1]
    } else if let first = bare.first, let object = oblique.first, precedes(first, object) {
      parties = first + object
    } else if let first = bare.first {
      parties = first
      if sides(first) < 2 || verb.inflection.number == .singular && verb.frame != .confer && verb.frame != .meet {
        guard verb.frame != .phone else { return }
        inferred = referent(before: index, excluding: first)
      }
    } else if let object = oblique.first {
      if hasUnknownSubject(index) { return retell(verb.frame.rawValue, verb.form, object, at: index) }
      parties = object
      inferred = referent(before: index, excluding: object)
    }
    if let inferred { parties.insert(inferred, at: 0) }
    if verb.frame == .receive, parties.last.map({ isPlace($0) }) ?? true { return }
    add(verb.frame.rawValue, verb.frame == .phone ? .call : verb.form, parties, inferred: inferred, at: index)
  }

  private func precedes(_ a: [Argument], _ b: [Argument]) -> Bool { a[0].tokens.lowerBound < b[0].tokens.lowerBound }

  private mutating func readDiscussion(_ verb: ContactVerb, at index: Int, limit: Int) {
    let found = groups(map.arguments(from: index + 1, to: limit, stopAtNoun: true).list)
    let left = leftSubject(of: index)
    let bare = found.first { $0[0].role == nil && $0[0].tokens.lowerBound - index <= 3 }
    if let with = found.first(where: { $0[0].role == .with && isTalkedTo($0, behind: index) }) {
      let own = !left.isEmpty ? left : bare.flatMap { precedes($0, with) ? $0 : nil } ?? []
      let inferred = own.isEmpty ? referent(before: index, excluding: with) : nil
      if own.isEmpty, hasUnknownSubject(index) { return retell("discuss", verb.form, with, at: index) }
      guard (own + with + [inferred].compactMap { $0 }).contains(where: { !isPlace($0) }) else { return }
      add(
        "discuss", verb.form, (inferred.map { [$0] } ?? own) + with, inferred: inferred, at: index)
    } else if sides(left) > 1 {
      add("discuss", verb.form, left, inferred: nil, at: index)
    } else if let bare, sides(bare) > 1, bare.contains(where: { mentions[$0.mention].kind == .person }) {
      add("discuss", verb.form, bare, inferred: nil, at: index)
    }
  }

  /// A person, or a body named right behind the verb: «بحث … العلاقة مع إيران» talks of Iran, not to it.
  private func isTalkedTo(_ group: [Argument], behind index: Int) -> Bool {
    group.contains { mentions[$0.mention].kind == .person } || group[0].tokens.lowerBound - index <= 3
  }

  private mutating func readSigning(_ verb: ContactVerb, at index: Int, limit: Int) {
    let found = groups(map.arguments(from: index + 1, to: limit).list)
    let left = leftSubject(of: index)
    let bare = found.first { $0[0].role == nil && $0[0].tokens.lowerBound - index <= 2 } ?? []
    let own = left.isEmpty ? bare : left
    guard !own.isEmpty else { return }
    let with = found.first { $0[0].role == .with } ?? []
    if sides(own + with) > 1 { add("sign", verb.form, own + with, inferred: nil, at: index) }
  }

  private mutating func readGathering(_ verb: ContactVerb, at index: Int, limit: Int) {
    guard let noun = nounBefore(index) else { return }
    let found = groups(map.arguments(from: index + 1, to: limit).list)
    let others = found.filter {
      $0[0].role == nil || $0[0].role == .by && !isPlace($0[0]) || $0[0].role == .with || $0[0].role == .between
    }
    guard !others.isEmpty, sides(others.flatMap { $0 }) > 1 else { return }
    taken.insert(noun)
    add("gather", form(of: noun, others.flatMap { $0 }), others.prefix(2).flatMap { $0 }, inferred: nil, at: index, noun: noun)
  }

  /// The contact noun that a relative clause right before the verb describes: «اللقاء الذي جمع».
  private func nounBefore(_ index: Int) -> Int? {
    var position = index - 1
    while position >= sentence.lowerBound, index - position <= 10 {
      if map.noun(position) != nil, map.mentionAt[position] < 0 { return position }
      position -= 1
    }
    return nil
  }

  // MARK: Verbs with a contact noun

  private mutating func readWithNoun(_ verb: ContactVerb, at index: Int, limit: Int) {
    guard let at = objectNoun(of: verb, at: index, limit: limit), let noun = map.noun(at), !isNone(at), !isSeries(at) else {
      return
    }
    let left = leftSubject(of: index)
    if verb.frame == .join, noun.isDefinite, readAttendance(noun, at, behind: index, left) { return }
    let behind = map.arguments(from: max(at, index) + 1, to: limit, passRelative: verb.frame == .join).list
    let others = groups(behind)
    let between = at > index ? groups(map.arguments(from: index + 1, to: at).list) : others
    var own = left
    if own.isEmpty, let bare = between.first(where: { $0[0].role == nil }) { own = bare }
    var inferred: Argument?
    if own.isEmpty, verb.frame != .join || others.count == 1 {
      inferred = referent(before: index, excluding: others.flatMap { $0 })
    }
    let subject = inferred.map { [$0] } ?? own
    taken.insert(at)
    if noun.kind == .visit || noun.kind == .invitation && verb.frame != .get {
      if noun.kind == .visit { addVisit("visit", subject, map.arguments(from: at + 1, to: limit).list, inferred: inferred, at: index, noun: at) }
      return
    }
    if noun.kind == .invitation { return }
    var parties: [Argument] = []
    switch verb.frame {
    case .host:
      let guests = others.first { $0[0].role == .with || $0[0].role == .between } ?? joined(behind: at, limit)
      parties = subject + guests
      if guests.isEmpty, at < index, let guest = referent(before: at, excluding: subject) { parties.insert(guest, at: 0) }
    case .get:
      guard let from = others.first(where: { $0[0].role == .from }) ?? between.first(where: { $0[0].role == .from }) else { return }
      parties = subject + from
    case .send:
      guard noun.kind == .message else { return }
      let from = others.first { $0[0].role == .from } ?? []
      guard let to = others.first(where: { $0[0].role == .to }) ?? between.first(where: { $0[0].role == .to }) ?? between.dropFirst().first
      else { return }
      parties = subject + from + to
    default:
      let between = between.filter { $0[0].role == .with }
      let with = (others + between).filter { $0[0].role == .with || $0[0].role == .between || $0[0].role == .by && noun.kind == .call }
      if let first = with.first, first[0].role == .between {
        parties = first
        inferred = nil
        if sides(first) < 2, let second = secondNisba(of: first[0]) {
          let own = first.map { self.party($0, inferred: nil) }
          drafts.append(draft("hold", form(of: at, 2), own + [second], at: index, noun: at))
          return
        }
      } else if let first = with.first {
        parties = subject + first
      } else if sides(own) > 1 {
        parties = own
      } else if let genitive = others.first, genitive[0].role == nil, genitive[0].tokens.lowerBound == at + 1,
        mentions[genitive[0].mention].kind != .place
      {
        parties = subject + genitive
      } else {
        parties = subject + joined(behind: at, limit)
      }
    }
    if noun.kind == .message, verb.frame == .hold { return }
    add(verb.frame.rawValue, form(of: at, parties), parties, inferred: inferred, at: index, noun: at)
  }

  /// «لحضور اجتماع لوزراء خارجية الحلف», «للمشاركة في مؤتمر».
  private mutating func readJoining(at index: Int) {
    let limit = min(sentence.upperBound, index + 30)
    guard let at = (index + 1..<min(index + 4, limit)).first(where: { map.noun($0) != nil && map.mentionAt[$0] < 0 }),
      let noun = map.noun(at), noun.kind == .encounter || noun.kind == .talks, !isNone(at)
    else { return }
    let behind = groups(map.arguments(from: at + 1, to: limit).list)
    let others = behind.first { group in
      guard !isPlace(group[0]) || group.count > 1 else { return false }
      return group[0].role == nil || group[0].role == .to || group[0].role == .with || group[0].role == .between
    } ?? joined(behind: at, limit)
    guard !others.isEmpty, let subject = referent(before: index, excluding: others) else { return }
    taken.insert(at)
    add("join", form(of: at, [subject] + others), [subject] + others, inferred: subject, at: index, noun: at)
  }

  /// «حضر الاجتماع أ وب»: those who attended a contact told before.
  private mutating func readAttendance(_ noun: ContactNoun, _ at: Int, behind index: Int, _ left: [Argument]) -> Bool {
    let behind = map.arguments(from: at + 1, to: sentence.upperBound)
    let attending = left.isEmpty ? groups(behind.list).first { $0[0].role == nil } ?? [] : left
    guard !attending.isEmpty, behind.list.first?.role == nil || !left.isEmpty else { return false }
    taken.insert(at)
    var draft = draft("attend", noun.form, attending.map { party($0, inferred: nil) }, at: index, noun: at)
    draft.isAnaphor = true
    drafts.append(draft)
    return true
  }

  /// «خبراء روس وأميركيين»: the side that a second nisba adds to a group.
  private mutating func secondNisba(of argument: Argument) -> ClaimDraft.Party? {
    let own = chains[mentions[argument.mention].chain].side
    for position in argument.tokens.lowerBound..<min(argument.tokens.upperBound + 2, sentence.upperBound) {
      for word in [tokens[position].whole, tokens[position].lessConjunction] {
        guard let country = map.lexicon.countries.nisba(word), country.code != own else { continue }
        let span = tokens[position].span
        return .init(chain: stateChain(country.code, span: span, chain: nil), span: span)
      }
    }
    return nil
  }

  /// The contact noun that is the verb's object: the first behind it that stands in no prepositional phrase of its own.
  private func objectNoun(of verb: ContactVerb, at index: Int, limit: Int) -> Int? {
    if verb.inflection.hasObject { return nounBefore(index) }
    var position = index + 1
    while position < limit, position - index < 40 {
      if map.mentionAt[position] >= 0 || map.timeAt[position] >= 0 {
        position += 1
        continue
      }
      let token = tokens[position]
      if token.kind == .mark, token.letter == UInt8(ascii: ":") { return nil }
      if let noun = map.noun(position), !taken.contains(position) {
        let before = map.function(position - 1)
        let governed = before == .with || before == .between || before == .after || before == .before || before == .during
        if verb.frame == .join { return noun.kind == .encounter || noun.kind == .talks ? position : nil }
        return governed || noun.hasPronoun ? nil : position
      }
      switch map.function(position) {
      case .complementizer, .relative, .if, .while, .during, .after, .before: return nil
      default: break
      }
      if map.verb(position) != nil, tokens[position].conjunction != 0 { return nil }
      position += 1
    }
    return nil
  }

  /// Participants told by «بمشاركة», «بحضور», «يضم» close behind the noun.
  private func joined(behind index: Int, _ limit: Int) -> [Argument] {
    var words = 0
    var position = index + 1
    while position < limit, words <= 8 {
      if map.mentionAt[position] >= 0 || map.timeAt[position] >= 0 {
        position += 1
        continue
      }
      if map.noun(position) != nil || map.verb(position) != nil && tokens[position].conjunction != 0 { return [] }
      if let (match, _) = map.lexicon.cues.longest(at: position, in: tokens) {
        if match.values.contains(.occasion) { return [] }
        if match.values.contains(.joining) { return groups(map.arguments(from: match.end, to: limit).list).first ?? [] }
      }
      words += 1
      position += 1
    }
    return []
  }

  // MARK: Travel

  private mutating func readTravel(_ verb: ContactVerb, at index: Int, limit: Int) {
    let found = map.arguments(from: index + 1, to: limit).list
    let left = leftSubject(of: index)
    let bare = groups(found.filter { $0.role == nil && mentions[$0.mention].kind != .place }).first
    let isPlain = verb.frame == .visit
    var own = left
    if own.isEmpty, let bare, !(isPlain && mentions[bare[0].mention].kind != .person && mentions[bare[0].mention].kind != .group) {
      own = bare
    }
    if own.isEmpty, hasUnknownSubject(index) { return }
    let inferred = own.isEmpty ? referent(before: index, excluding: found) : nil
    let visitors = inferred.map { [$0] } ?? own
    let visited = found.filter { argument in
      !visitors.contains { $0.mention == argument.mention }
        && (isPlain ? argument.role == nil : argument.role == .to) && isDestination(argument, of: index)
    }
    guard visitors.contains(where: { isTraveller($0) }) else { return }
    addVisit(verb.frame.rawValue, visitors, visited, inferred: inferred, at: index, noun: nil)
  }

  /// «تتوجه سفينة …»: a noun that names nobody is the subject.
  private func hasUnknownSubject(_ index: Int) -> Bool {
    let next = index + 1
    guard next < sentence.upperBound, map.mentionAt[next] < 0, map.timeAt[next] < 0, tokens[next].kind == .word else { return false }
    return map.function(next) == nil && tokens[next].preposition == 0 && map.noun(next) == nil
  }

  /// Whether few strange words stand between the verb and where it leads.
  private func isDestination(_ argument: Argument, of index: Int) -> Bool {
    var strange = 0
    for position in index + 1..<max(index + 1, argument.tokens.lowerBound)
    where map.mentionAt[position] < 0 && map.timeAt[position] < 0 && map.function(position) == nil {
      if tokens[position].kind == .word { strange += 1 }
    }
    return strange <= 3
  }

  /// «جولة شملت إسبانيا وألمانيا»: each country is a visit.
  private mutating func readTour(_ verb: ContactVerb, at index: Int, limit: Int) {
    guard let noun = nounBefore(index), map.noun(noun)?.number == .singular, let visitor = referent(before: noun, excluding: []) else { return }
    let visited = map.arguments(from: index + 1, to: limit).list.filter { isPlace($0) }
    guard isTraveller(visitor), !visited.isEmpty else { return }
    addVisit("tour", [visitor], visited, inferred: visitor, at: index, noun: noun)
  }

  private func isTraveller(_ argument: Argument) -> Bool {
    let kind = mentions[argument.mention].kind
    return kind == .person || kind == .group || kind == .organisation
  }

  /// A visit: the travellers and the state of each place they go to.
  private mutating func addVisit(
    _ frame: String, _ visitors: [Argument], _ behind: [Argument], inferred: Argument?, at index: Int, noun: Int?
  ) {
    guard !visitors.isEmpty else { return }
    var destinations = behind.filter { argument in
      let mention = mentions[argument.mention]
      return (mention.kind == .place || mention.kind == .state) && chains[mention.chain].side != nil
        && (argument.role == nil || argument.role == .to || argument.role == .by || argument.role == .in)
    }
    if destinations.count > 1 {
      let first = destinations[0]
      destinations = [first] + destinations.dropFirst().prefix { $0.isCoordinated && chains[mentions[$0.mention].chain].side != chains[mentions[first.mention].chain].side }
    }
    for destination in destinations {
      let mention = mentions[destination.mention]
      var parties: [ClaimDraft.Party] = []
      for visitor in visitors { parties.append(party(led(visitor), inferred: inferred)) }
      guard let code = chains[mention.chain].side else { continue }
      let host = stateChain(code, span: mention.span, chain: mention.kind == .state ? mention.chain : nil)
      parties.append(.init(chain: host, span: mention.span, isHost: true))
      guard parties.dropLast().contains(where: { chains[$0.chain].side.map { $0 != code } ?? false }) else { continue }
      var draft = draft(frame, .visit, parties, at: index, noun: noun)
      let place = map.city(behind: mention) ?? mention
      draft.place = .init(name: place.span, country: code, id: chains[place.chain].id, knownName: nil)
      drafts.append(draft)
    }
  }

  /// The chain of a state, made when the article names the state only by a place or nisba.
  private mutating func stateChain(_ code: String, span: TextSpan, chain: Int?) -> Int {
    if let chain { return chain }
    if let known = chains.firstIndex(where: { $0.kind == .state && $0.side == code }) { return known }
    let country = map.lexicon.countries[code]
    chains.append(
      Chain(
        kind: .state, name: span, office: nil, side: code, id: country?.wikidata, label: country?.label, isResolved: true,
        isNamed: false, mentions: [], knownName: country?.name ?? code))
    return chains.count - 1
  }

  // MARK: Nouns

  private mutating func readNoun(_ noun: ContactNoun, at index: Int) {
    let limit = min(sentence.upperBound, index + 1 + Self.reach)
    let (behind, _) = map.arguments(from: index + 1, to: limit)
    var found = groups(behind)
    if noun.kind == .visit { return readVisitNoun(noun, behind, at: index) }
    if noun.kind == .invitation { return }
    var parties: [Argument] = []
    var inferred: Argument?
    let genitive = found.first.flatMap { isGenitive($0[0], of: index) && mentions[$0[0].mention].kind != .place ? $0 : nil }
    if genitive != nil { found.removeFirst() }
    let behindGenitive = genitive?.last?.tokens.upperBound ?? index + 1
    let oblique = found.first { group in
      guard isNear(group[0], behind: behindGenitive, of: noun) else { return false }
      switch group[0].role {
      case .with, .between: return true
      case .by: return !isPlace(group[0]) && (noun.hasPronoun || genitive != nil || noun.kind == .call)
      case nil: return noun.hasPronoun && group[0].tokens.lowerBound - index <= 3 && !isPlace(group[0])
      case .from, .to: return noun.kind == .message || noun.kind == .call && group[0].role == .from
      default: return false
      }
    }
    if let genitive, noun.kind == .message {
      parties = genitive + (oblique ?? [])
    } else if let genitive {
      parties = genitive
      if let oblique { parties += oblique } else if sides(genitive) < 2 { parties += joined(behind: index, limit) }
      if sides(parties) < 2, noun.isDefinite == false, oblique == nil, noun.kind == .encounter, isObjective(index) {
        inferred = referent(before: index, excluding: parties)
      }
    } else if let oblique {
      parties = oblique
      if oblique[0].role == .from, noun.kind == .message, let to = found.first(where: { $0[0].role == .to }) {
        parties += to
      } else if oblique[0].role != .between || sides(oblique) < 2 {
        inferred = referent(before: index, excluding: oblique)
      }
    } else if isOfSeveral(noun, at: index) {
      parties = several(before: index)
      if parties.isEmpty { return anaphor(noun, at: index) }
    } else {
      parties = joined(behind: index, limit)
      if parties.isEmpty, noun.kind == .call, !noun.isDefinite { parties = sentenceParties() }
      if parties.isEmpty { return readNisbas(noun, at: index) }
    }
    if let inferred {
      // «المحادثات مع إيران»: a series or a process, no encounter that could be dated.
      if noun.number == .plural || noun.isDefinite && !noun.hasPronoun, parties.allSatisfy(isPlace) { return }
      parties.insert(inferred, at: 0)
    }
    if parties.count < 2, genitive == nil || noun.kind != .talks && !isBody(genitive) {
      // «لقاء لافروف يجري ترتيبه».
      if let genitive, noun.kind == .encounter, mentions[genitive[0].mention].kind == .person {
        return retell("noun.encounter", noun.form, genitive, at: index, noun: index)
      }
      return readNisbas(noun, at: index)
    }
    if noun.number == .plural, noun.kind == .call || noun.kind == .message { return }
    add("noun." + noun.kind.rawValue, form(of: index, parties), parties, inferred: inferred, at: index, noun: index)
  }

  /// «لقائهما», «قمتهم», «الاتصال بينهما».
  private func isOfSeveral(_ noun: ContactNoun, at index: Int) -> Bool {
    if let pronoun = noun.pronoun { return pronoun != .singular }
    return (index + 1..<min(index + 4, sentence.upperBound)).contains { map.lexicon.betweenThem.contains(tokens[$0].whole) }
  }

  /// Whom a dual or plural pronoun stands for: the coordinated actors before it, else the last two people of two sides.
  private func several(before index: Int) -> [Argument] {
    let groups = groups(actorsBefore(index))
    if let group = groups.last(where: { sides($0) > 1 }) { return group }
    let people = earlierPeople(before: index)
    guard let last = people.first, let side = chains[mentions[last.mention].chain].side,
      let other = people.first(where: { chains[mentions[$0.mention].chain].side.map { $0 != side } ?? false })
    else { return [] }
    return [other, last]
  }

  /// The people named before a token, the nearest first, as far as a paragraph or two back.
  private func earlierPeople(before index: Int) -> [Argument] {
    var found: [Argument] = []
    var position = index - 1
    while position >= max(0, index - 80) {
      if map.mentionAt[position] >= 0 {
        let number = Int(map.mentionAt[position])
        if mentions[number].kind == .person {
          found.append(
            Argument(
              mention: number, role: nil, isCoordinated: false, isAfterComma: false, tokens: mentions[number].tokens))
        }
        position = mentions[number].tokens.lowerBound
      }
      position -= 1
    }
    return found
  }

  /// «أبلغ أ، في اتصال هاتفي، ب»: the sentence's first two people of different sides.
  private func sentenceParties() -> [Argument] {
    let people = actorsBefore(sentence.upperBound).filter { mentions[$0.mention].kind == .person && $0.role == nil }
    guard let first = people.first,
      let other = people.first(where: { chains[mentions[$0.mention].chain].side != chains[mentions[first.mention].chain].side })
    else { return [] }
    return [first, other]
  }

  private func isPlace(_ argument: Argument) -> Bool {
    let kind = mentions[argument.mention].kind
    return kind == .place || kind == .state
  }

  /// Whether a prepositional phrase still belongs to a noun: between them stand only its adjectives, its time and place,
  /// or the relative clause that says it took place.
  private func isNear(_ argument: Argument, behind start: Int, of noun: ContactNoun) -> Bool {
    var strange = 0
    for index in start..<max(start, argument.tokens.lowerBound) {
      if map.timeAt[index] >= 0 { continue }
      if map.mentionAt[index] >= 0 {
        let between = mentions[Int(map.mentionAt[index])]
        let kind = between.kind
        // The noun's own people, told again in apposition.
        if kind == .person, chains[between.chain].side == chains[mentions[argument.mention].chain].side { return false }
        if kind == .person, between.preposition == 0, between.conjunction == 0 { continue }
        guard kind == .place || kind == .venue || kind == .state else { return false }
        continue
      }
      let token = tokens[index]
      if token.kind == .mark {
        if token.letter == UInt8(ascii: "."), token.letter == UInt8(ascii: ";") { return false }
        if token.letter == UInt8(ascii: ",") { strange += 1 }
        continue
      }
      if map.function(index) != nil || map.noun(index) != nil { continue }
      if let verb = map.verb(index), verb.frame == .occur || verb.frame == .hold || verb.frame == .gather { continue }
      if noun.isDefinite, !noun.hasPronoun {
        if token.letter != Letters.alef { return false }
      } else {
        strange += 1
      }
    }
    return strange <= 3
  }

  /// «للقاء أمير قطر»: who is met, when a purpose or an arrival leads up to the noun.
  private func isObjective(_ index: Int) -> Bool {
    tokens[index].letter == Letters.lam || tokens[index].letter == Letters.beh && map.noun(index) != nil
      || tokens[index].preposition == Letters.lam
  }

  private func isGenitive(_ argument: Argument, of index: Int) -> Bool {
    guard argument.role == nil, !argument.isAfterComma, let noun = map.noun(index) else { return false }
    return argument.tokens.lowerBound == index + 1 && !noun.hasPronoun
      && (!noun.isDefinite || tokens[index].preposition == Letters.lam)
  }

  private mutating func readVisitNoun(_ noun: ContactNoun, _ behind: [Argument], at index: Int) {
    var inferred: Argument?
    var visitors: [Argument] = []
    let own = groups(behind).first.flatMap { isGenitive($0[0], of: index) ? $0 : nil }
    if let own, isTraveller(own[0]) {
      visitors = own
    } else if noun.hasPronoun || behind.contains(where: { mentions[$0.mention].kind == .place || mentions[$0.mention].kind == .state }) {
      inferred = referent(before: index, excluding: behind)
      visitors = inferred.map { [$0] } ?? []
    }
    guard visitors.contains(where: isTraveller) else { return anaphor(noun, at: index) }
    let count = drafts.count
    let start = own?.last?.tokens.upperBound ?? index + 1
    addVisit(
      "noun.visit", visitors,
      behind.filter { argument in
        !visitors.contains { $0.mention == argument.mention } && (argument.isCoordinated || isDestination(argument, of: start - 1))
      },
      inferred: inferred, at: index, noun: index)
    if drafts.count == count { anaphor(noun, at: index) }
  }

  /// «قمة أميركية روسية»: sides told by two nisbas.
  private mutating func readNisbas(_ noun: ContactNoun, at index: Int) {
    var codes: [(code: String, span: TextSpan)] = []
    var position = index + 1
    while position < min(sentence.upperBound, index + 6) {
      if tokens.mark(position) == UInt8(ascii: "-") {
        position += 1
        continue
      }
      if let country = map.lexicon.countries.nisba(tokens.word(position)) {
        if !codes.contains(where: { $0.code == country.code }) { codes.append((country.code, tokens[position].span)) }
      } else if !codes.isEmpty || map.function(position) != nil {
        break
      }
      position += 1
    }
    guard codes.count >= 2, noun.kind != .visit, !noun.isDefinite else { return anaphor(noun, at: index) }
    let parties = codes.map { ClaimDraft.Party(chain: stateChain($0.code, span: $0.span, chain: nil), span: $0.span) }
    drafts.append(draft("noun.nisba", form(of: index, parties.count), parties, at: index, noun: index))
  }

  private func isBody(_ group: [Argument]?) -> Bool {
    group.map { mentions[$0[0].mention].kind == .organisation } ?? false
  }

  /// «بحث المسؤولون مع لافروف»: a contact told before, by one of those who took part.
  private mutating func retell(_ frame: String, _ form: ContactForm, _ known: [Argument], at index: Int, noun: Int? = nil) {
    var draft = draft(frame, form, known.map { party($0, inferred: nil) }, at: index, noun: noun)
    draft.isAnaphor = true
    drafts.append(draft)
  }

  /// A definite noun without arguments of its own tells more of a contact told before.
  private mutating func anaphor(_ noun: ContactNoun, at index: Int) {
    guard noun.isDefinite, noun.number != .dual else { return }
    var draft = draft("anaphor", noun.form, [], at: index, noun: index)
    draft.isAnaphor = true
    drafts.append(draft)
  }

  // MARK: Drafts

  private func form(of noun: Int, _ parties: [Argument]) -> ContactForm {
    form(of: noun, Set(parties.compactMap { chains[mentions[$0.mention].chain].side }).count)
  }

  private func form(of index: Int, _ sides: Int) -> ContactForm {
    guard let noun = map.noun(index) else { return .meeting }
    if noun.kind == .talks || noun.kind == .encounter, isRemote(index) { return .call }
    if noun.form == .conference, sides == 2 { return .meeting }
    if noun.kind == .encounter || noun.kind == .talks, sides > 2 || isMultilateral(index) { return .conference }
    return noun.form
  }

  /// «محادثات هاتفية», «اتصال عبر الفيديو».
  private func isRemote(_ index: Int) -> Bool { map.hasCue(.remote, from: index + 1, to: index + 4) }

  private func isMultilateral(_ index: Int) -> Bool { map.hasCue(.multilateral, from: index + 1, to: index + 3) }

  /// «وفد … برئاسة أ», «وفد … يرأسه أ»: the delegation's leader stands for it.
  private mutating func led(_ argument: Argument) -> Argument {
    guard mentions[argument.mention].kind == .group,
      let cue = (argument.tokens.upperBound..<min(argument.tokens.upperBound + 5, tokens.count)).first(where: {
        map.lexicon.cues.longest(at: $0, in: tokens)?.match.values.contains(.leading) ?? false
      }),
      let leader = map.arguments(from: cue + 1, to: min(cue + 12, tokens.count)).list.first(where: {
        mentions[$0.mention].kind == .person
      })
    else { return argument }
    let chain = mentions[leader.mention].chain
    if chains[chain].side == nil { chains[chain].side = chains[mentions[argument.mention].chain].side }
    return leader
  }

  private func party(_ argument: Argument, inferred: Argument?) -> ClaimDraft.Party {
    let mention = mentions[argument.mention]
    return .init(
      chain: mention.chain, span: mention.span,
      isInferred: inferred.map { $0.mention == argument.mention } ?? false)
  }

  private func draft(_ frame: String, _ form: ContactForm, _ parties: [ClaimDraft.Party], at index: Int, noun: Int?) -> ClaimDraft {
    var draft = ClaimDraft(
      frame: frame, form: form, parties: parties, trigger: index, noun: noun, segment: sentence, sentence: sentence)
    draft.isInTitle = index < tokens.titleCount
    draft.lemma = noun.flatMap { map.noun($0)?.lemma }
    return draft
  }

  private mutating func add(
    _ frame: String, _ form: ContactForm, _ arguments: [Argument], inferred: Argument?, at index: Int, noun: Int? = nil
  ) {
    var parties: [ClaimDraft.Party] = []
    for argument in arguments {
      let argument = led(argument)
      let mention = mentions[argument.mention]
      let members = mention.members.isEmpty ? [mention.chain] : mention.members
      for chain in members where !parties.contains(where: { $0.chain == chain }) {
        var party = party(argument, inferred: inferred)
        party.chain = chain
        parties.append(party)
      }
    }
    if !areTwoSides(parties), form != .call, form != .message, let host = host(of: parties, behind: noun ?? index) {
      parties.append(host)
    }
    guard parties.count >= 2, areTwoSides(parties), !isVague(parties) else { return }
    var form = form
    if form == .talks, let noun, map.lexicon.plainTalks.contains(map.noun(noun)?.lemma ?? -1), areNamed(parties) { form = .meeting }
    if form == .meeting, map.hasCue(.remote, from: index + 1, to: index + 12) { form = .call }
    drafts.append(draft(frame, form, parties, at: index, noun: noun))
  }

  /// The state where officials of another hold talks: «أجرى الوزير المصري مباحثات في الرياض».
  private mutating func host(of parties: [ClaimDraft.Party], behind index: Int) -> ClaimDraft.Party? {
    guard let side = parties.first.flatMap({ chains[$0.chain].side }),
      map.lexicon.countries[side] != nil
        ? parties.contains(where: { chains[$0.chain].kind == .person || chains[$0.chain].kind == .group })
        : parties.allSatisfy({ chains[$0.chain].kind == .organisation || chains[$0.chain].kind == .group }),
      let place = map.arguments(from: index + 1, to: min(sentence.upperBound, index + 12), stopAtNoun: true).list.first(where: {
        mentions[$0.mention].kind == .place && ($0.role == .in || $0.role == .by)
          || mentions[$0.mention].kind == .state && $0.role == .in
      }), let code = chains[mentions[place.mention].chain].side, code != side
    else { return nil }
    let span = mentions[place.mention].span
    return .init(chain: stateChain(code, span: span, chain: nil), span: span, isInferred: true, isHost: true)
  }

  /// Talks of people, not of delegations, are a meeting.
  private func areNamed(_ parties: [ClaimDraft.Party]) -> Bool {
    Set(parties.filter { chains[$0.chain].kind == .person }.map { chains[$0.chain].side }).count > 1
  }

  /// «مع مسؤولين», «مع الأطراف المعنية»: nobody that could be told apart.
  private func isVague(_ parties: [ClaimDraft.Party]) -> Bool {
    parties.count == 2
      && parties.contains { party in
        let chain = chains[party.chain]
        return (chain.kind == .group || chain.kind == .source) && chain.side == nil
      }
  }

  /// Two organs of one state are one side; who acts for no known side may be another.
  private func areTwoSides(_ parties: [ClaimDraft.Party]) -> Bool {
    let sides = Set(parties.map { chains[$0.chain].side })
    return sides.count > 1
  }

  /// Gives each draft of the sentence the tokens whose dates and places are its own: up to the next trigger.
  private mutating func segment() {
    let own = drafts.indices.filter { drafts[$0].sentence == sentence }.sorted { start(drafts[$0]) < start(drafts[$1]) }
    for (order, index) in own.enumerated() {
      let begin = order == 0 ? sentence.lowerBound : start(drafts[index])
      var end = sentence.upperBound
      if let next = own[(order + 1)...].first(where: { start(drafts[$0]) > start(drafts[index]) }) {
        end = start(drafts[next])
      }
      drafts[index].segment = begin..<max(end, begin)
    }
  }

  private func start(_ draft: ClaimDraft) -> Int { min(draft.trigger, draft.noun ?? draft.trigger) }
}

extension Array {
  fileprivate var nilIfEmpty: [Element]? { isEmpty ? nil : self }
}
