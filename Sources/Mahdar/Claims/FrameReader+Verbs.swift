/// The frames of verbs that take the company as their own arguments.
extension FrameReader {
  /// «على هامش اجتماعات …»: a setting, no contact of its own.
  func isSetting(_ noun: Int) -> Bool {
    (max(0, noun - 3)..<noun).contains { start in
      guard let (match, _) = map.lexicon.cues.longest(at: start, in: tokens) else { return false }
      return match.values.contains(.occasion) && match.end >= noun - 1
    }
  }

  /// «عدة لقاءات», «العديد من الاتصالات»: a series told without single members.
  func isSeries(_ noun: Int) -> Bool { map.hasCue(.series, from: noun - 2, to: noun) }

  mutating func readVerb(_ verb: ContactVerb, at index: Int) {
    // What did not take place is no contact, unless somebody denies it.
    if map.function(index - 1) == .negation {
      if let noun = objectNoun(of: verb, at: index, limit: min(sentence.upperBound, index + 8)) { taken.insert(noun) }
      return
    }
    let limit = min(sentence.upperBound, index + 1 + Self.reach)
    switch verb.frame {
    case .meet, .receive, .confer, .phone: readMeeting(verb, at: index, limit: limit)
    case .host:
      let guests = map.arguments(from: index + 1, to: limit, stopAtNoun: true).list.filter {
        $0.role == nil && !isPlace($0)
      }
      if guests.count >= 2 {
        readMeeting(verb, at: index, limit: limit)
      } else {
        readWithNoun(verb, at: index, limit: limit)
      }
    case .discuss: readDiscussion(verb, at: index, limit: limit)
    case .hold, .get, .send, .join: readWithNoun(verb, at: index, limit: limit)
    case .visit, .go: readTravel(verb, at: index, limit: limit)
    case .gather: readGathering(verb, at: index, limit: limit)
    case .sign: readSigning(verb, at: index, limit: limit)
    case .tour: readTour(verb, at: index, limit: limit)
    case .request: readRequest(verb, at: index, limit: limit)
    case .occur: break
    }
  }

  mutating func readMeeting(_ verb: ContactVerb, at index: Int, limit: Int) {
    let found = company(behind: index, limit: limit)
    let left = leftSubject(of: index)
    let bare = found.filter { $0[0].role == nil && mentions[$0[0].mention].kind != .place }
    let oblique = found.filter { $0[0].role == .with || $0[0].role == .by && verb.frame != .receive && !isPlace($0[0]) }
    var parties: [Argument] = []
    var inferred: Argument?
    if verb.inflection.hasObject {
      guard let other = bare.first ?? left.nilIfEmpty else { return }
      parties = other
      inferred = referent(before: index, excluding: parties)
    } else if map.isResumptive(index + 1), let met = bare.first ?? oblique.first {
      parties = met
      inferred = referent(before: index, excluding: met)
    } else if !left.isEmpty {
      guard let object = bare.first ?? oblique.first ?? (sides(left) > 1 ? [] : nil) else { return }
      parties = left + object
    } else if bare.count >= 2, verb.frame == .meet || verb.frame == .receive,
      oblique.first.map({ precedes(bare[1], $0) }) ?? true
    {
      parties = bare[0] + bare[1]
    } else if let first = bare.first, let object = oblique.first, precedes(first, object) {
      parties = first + object
    } else if let first = bare.first {
      parties = first
      if sides(first) < 2 || verb.inflection.number == .singular && verb.frame != .confer && verb.frame != .meet {
        guard verb.frame != .phone else { return }
        inferred = referent(before: index, excluding: first)
        if let subject = inferred, isPlace(subject) { return }
      }
    } else if let object = oblique.first {
      if hasUnknownSubject(index) { return retell(verb.frame.rawValue, verb.form, object, at: index) }
      parties = object
      inferred = referent(before: index, excluding: object)
      if let subject = inferred, isPlace(subject) { return }
    }
    if let inferred { parties.insert(inferred, at: 0) }
    // «تتفاوض طهران وواشنطن»: a process, no encounter that could be dated.
    if verb.frame == .confer, parties.allSatisfy(isPlace) { return }
    if verb.frame == .receive, parties.last.map({ isPlace($0) }) ?? true { return }
    add(verb.frame.rawValue, verb.frame == .phone ? .call : verb.form, parties, inferred: inferred, at: index)
  }

  func precedes(_ a: [Argument], _ b: [Argument]) -> Bool { a[0].tokens.lowerBound < b[0].tokens.lowerBound }

  mutating func readDiscussion(_ verb: ContactVerb, at index: Int, limit: Int) {
    let found = company(behind: index, limit: limit)
    let left = leftSubject(of: index)
    let bare = found.first { $0[0].role == nil && $0[0].tokens.lowerBound - index <= 3 }
    if let with = found.first(where: { $0[0].role == .with && isTalkedTo($0, behind: index) }) {
      let behind = bare.flatMap { precedes($0, with) ? $0 : nil } ?? []
      // «الكرملين يوضح ما اتفق عليه أ مع ب»: the person behind the verb is its subject.
      let own = left.isEmpty || left.allSatisfy(isPlace) && behind.contains(where: isPerson) ? behind : left
      let inferred = own.isEmpty ? referent(before: index, excluding: with) : nil
      if with.allSatisfy(isPlace), inferred != nil { return }
      if own.isEmpty, hasUnknownSubject(index) { return retell("discuss", verb.form, with, at: index) }
      guard (own + with + [inferred].compactMap { $0 }).contains(where: { !isPlace($0) }) else { return }
      add(
        "discuss", verb.form, (inferred.map { [$0] } ?? own) + with, inferred: inferred, at: index)
    } else if sides(left) > 1, verb.inflection.number != .singular {
      add("discuss", verb.form, left, inferred: nil, at: index)
    } else if let bare, sides(bare) > 1, bare.contains(where: { mentions[$0.mention].kind == .person }) {
      add("discuss", verb.form, bare, inferred: nil, at: index)
    }
  }

  /// A person, or a body named right behind the verb: «بحث … العلاقة مع إيران» talks of Iran, not to it.
  func isTalkedTo(_ group: [Argument], behind index: Int) -> Bool {
    group.contains { mentions[$0.mention].kind == .person } || group[0].tokens.lowerBound - index <= 3
  }

  mutating func readSigning(_ verb: ContactVerb, at index: Int, limit: Int) {
    let found = groups(map.arguments(from: index + 1, to: limit).list)
    let left = leftSubject(of: index)
    let bare = found.first { $0[0].role == nil && $0[0].tokens.lowerBound - index <= 2 } ?? []
    let own = left.isEmpty ? bare : left
    guard !own.isEmpty else { return }
    let with = found.first { $0[0].role == .with } ?? []
    if sides(own + with) > 1 { add("sign", verb.form, own + with, inferred: nil, at: index) }
  }

  mutating func readGathering(_ verb: ContactVerb, at index: Int, limit: Int) {
    // «اللقاء الذي جمع أ وب», «جمع لقاء أ بـب»
    guard let noun = nounBefore(index) ?? (index + 1..<min(index + 3, limit)).first(where: { map.noun($0) != nil })
    else { return }
    let found = groups(map.arguments(from: max(index, noun) + 1, to: limit).list)
    let others = found.filter {
      $0[0].role == nil && mentions[$0[0].mention].kind != .place || $0[0].role == .by && !isPlace($0[0])
        || $0[0].role == .with || $0[0].role == .between
    }
    guard !others.isEmpty, sides(others.flatMap { $0 }) > 1 else { return }
    taken.insert(noun)
    add(
      "gather", form(of: noun, others.flatMap { $0 }), others.prefix(2).flatMap { $0 }, inferred: nil, at: index,
      noun: noun)
  }

  /// The contact noun that a relative clause right before the verb describes: «اللقاء الذي جمع».
  func nounBefore(_ index: Int) -> Int? {
    var position = index - 1
    while position >= sentence.lowerBound, index - position <= 10 {
      if map.noun(position) != nil, map.mentionAt[position] < 0 { return position }
      position -= 1
    }
    return nil
  }
}

extension Array {
  fileprivate var nilIfEmpty: [Element]? { isEmpty ? nil : self }
}
