/// The frames of verbs whose object is a contact noun: «أجرى محادثات», «تلقى اتصالا».
extension FrameReader {
  mutating func readWithNoun(_ verb: ContactVerb, at index: Int, limit: Int) {
    guard let at = objectNoun(of: verb, at: index, limit: limit), let noun = map.noun(at), !isNone(at), !isSeries(at)
    else {
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
    if verb.frame == .send, noun.kind != .message { return }
    taken.insert(at)
    if noun.kind == .visit || noun.kind == .invitation && verb.frame != .get {
      if noun.kind == .visit {
        addVisit("visit", subject, map.arguments(from: at + 1, to: limit).list, inferred: inferred, at: index, noun: at)
      }
      return
    }
    if noun.kind == .invitation { return }
    var parties: [Argument] = []
    switch verb.frame {
    case .host:
      let guests = others.first { $0[0].role == .with || $0[0].role == .between } ?? joined(behind: at, limit)
      parties = subject + guests
      if guests.isEmpty, at < index {
        // «قمة مع قادة الخليج استضافها أ»
        parties +=
          groups(map.arguments(from: at + 1, to: index).list).first { $0[0].role == .with || $0[0].role == .between }
          ?? []
      }
      if sides(parties) < 2, at < index, let guest = referent(before: at, excluding: subject) {
        parties.insert(guest, at: 0)
      }
    case .get:
      guard let from = others.first(where: { $0[0].role == .from }) ?? between.first(where: { $0[0].role == .from })
      else { return }
      parties = subject + from
    case .send:
      let from = others.first { $0[0].role == .from } ?? []
      guard
        let to = others.first(where: { $0[0].role == .to }) ?? between.first(where: { $0[0].role == .to })
          ?? between.dropFirst().first
      else { return }
      parties = subject + from + to
    default:
      let between = between.filter { $0[0].role == .with }
      let with = (others + between).filter {
        $0[0].role == .with || $0[0].role == .between || $0[0].role == .by && noun.kind == .call
      }
      if let first = with.first, first[0].role == .between {
        parties = first
        inferred = nil
        if first.count == 1, sides(first) < 2, let second = secondNisba(of: first[0]) {
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
    if noun.kind == .call || noun.kind == .message, noun.number != .singular, let caller = parties.first,
      sides(parties) > 2
    {
      // «أجرى أ اتصالين هاتفيين مع ب وج»: a call each.
      for other in parties.dropFirst() {
        add(verb.frame.rawValue, noun.form, [caller, other], inferred: inferred, at: index, noun: at)
      }
      return
    }
    add(verb.frame.rawValue, form(of: at, parties), parties, inferred: inferred, at: index, noun: at)
  }

  /// «لحضور اجتماع لوزراء خارجية الحلف», «للمشاركة في مؤتمر».
  mutating func readJoining(at index: Int) {
    let limit = min(sentence.upperBound, index + 30)
    guard let at = (index + 1..<min(index + 4, limit)).first(where: { map.noun($0) != nil && map.mentionAt[$0] < 0 }),
      let noun = map.noun(at), noun.kind == .encounter || noun.kind == .talks, !isNone(at)
    else { return }
    let behind = groups(map.arguments(from: at + 1, to: limit).list)
    let others =
      behind.first { $0[0].role == .between && sides($0) > 1 }
      ?? behind.first { group in
        guard !isPlace(group[0]) || group.count > 1 else { return false }
        return group[0].role == nil || group[0].role == .to || group[0].role == .with || group[0].role == .between
      } ?? joined(behind: at, limit)
    guard !others.isEmpty, let subject = guest(before: index) ?? referent(before: index, excluding: others)
    else { return }
    taken.insert(at)
    add("join", form(of: at, [subject] + others), [subject] + others, inferred: subject, at: index, noun: at)
  }

  /// «استقبل أ ب للمشاركة في …»: who is received takes part.
  private func guest(before index: Int) -> Argument? {
    guard
      let verb = (sentence.lowerBound..<index).last(where: { map.mentionAt[$0] < 0 && map.verb($0)?.frame == .receive })
    else { return nil }
    let bare = groups(map.arguments(from: verb + 1, to: index).list).filter { $0[0].role == nil }
    return (leftSubject(of: verb).isEmpty ? bare.dropFirst().first : bare.first)?.first
  }

  /// «حضر الاجتماع أ وب»: those who attended a contact told before.
  mutating func readAttendance(_ noun: ContactNoun, _ at: Int, behind index: Int, _ left: [Argument]) -> Bool {
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
  mutating func secondNisba(of argument: Argument) -> ClaimDraft.Party? {
    let own = chains[mentions[argument.mention].chain].side
    for position in argument.tokens.lowerBound..<min(argument.tokens.upperBound + 2, sentence.upperBound) {
      for word in [tokens[position].whole, tokens[position].lessConjunction] {
        guard let country = map.lexicon.countries.nisba(word), country.code != own else { continue }
        let span = tokens[position].span
        var group = chains[mentions[argument.mention].chain]
        group.side = country.code
        return .init(chain: add(group), span: span)
      }
    }
    return nil
  }

  /// The contact noun that is the verb's object: the first behind it that stands in no prepositional phrase of its own.
  func objectNoun(of verb: ContactVerb, at index: Int, limit: Int) -> Int? {
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
        let governed =
          before == .with || before == .between || before == .after || before == .before || before == .during
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
  func joined(behind index: Int, _ limit: Int) -> [Argument] {
    var words = 0
    var position = index + 1
    while position < limit, words <= 14 {
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
}
