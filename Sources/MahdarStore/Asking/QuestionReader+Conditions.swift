import Mahdar

/// Of which contacts: their order, forms, status, and what is excluded.
extension QuestionReader {
  mutating func readOrder(_ all: Set<Class>) {
    question.order = all.contains(.next) ? .next : all.contains(.last) ? .last : all.contains(.first) ? .first : .any
    // “how long did the last meeting last”
    if isLatin, question.order == .last, all.contains(.howLong) || all.contains(.timeUnit),
      tokens.last?.folded == "last", tokens.filter({ $0.folded == "last" }).count == 1
    {
      question.order = .any
    }
    question.isSecret = all.contains(.secret)
    question.isNegative = has(.notWhether, 0)
    question.isOfThree = all.contains(.three)
    question.isOfMore = all.contains(.more)
    question.isOfLess = all.contains(.less)
    question.isOfChoice = all.contains(.or)
    // «خارج موسكو», “other than Lavrov”
    for index in tokens.indices.dropLast() where has(.outside, index) {
      // «ما عدا لقاء جنيف», “except the one with Borrell”
      var next = index + 1
      while next < min(index + 5, tokens.count - 1),
        !classes(next).isDisjoint(with: [.plain, .in, .with, .meet, .do, .title])
      { next += 1 }
      if case .place(let place) = roles[next] { question.places[place].isExcluded = true }
      if case .party(let party) = roles[next] {
        if question.parties[party].isSide, has(.elsewhere, index) {
          excludePlace(party)
        } else {
          question.parties[party].isExcluded = true
        }
      }
      if roles[next] == nil || (roles[next].map { if case .words = $0 { true } else { false } } ?? false) {
        roles[index] = nil
      }
    }
    refuseUnjoined()
    // «هل أعلنت الرئاسة لقاء …»: who announced takes no part.
    if has(.whether, 0), let verb = tokens.indices.first(where: { has(.reveal, $0) || has(.confirm, $0) }),
      roles.indices.contains(verb + 1),
      case .party(let party) = roles[verb + 1], question.contactParties.count > 1 || question.parties[party].isOutlet
    {
      question.teller = party
    }
    // «هل نفت طهران لقاء …», “did Tehran deny …”: who denied takes no part.
    if let verb = tokens.indices.first(where: { has(.denied, $0) }) {
      // “was … denied” tells nobody who did.
      let isPassive = isLatin && !["did", "has", "have", "does"].contains(tokens[0].folded)
      let places = isPassive ? [] : isLatin ? [verb - 1] : [verb + 1]
      for place in places where roles.indices.contains(place) {
        if case .party(let party) = roles[place], question.contactParties.count > 1 { question.denier = party }
      }
    }
  }

  /// The forms that the first word of contact tells, and what they are counted by.
  mutating func readForms(_ all: Set<Class>) {
    let contacts = tokens.indices.filter(isContact)
    let first = contacts.first { classes($0).isDisjoint(with: [.speak]) || !all.contains(.meet) } ?? contacts.first
    var told = first.map(classes) ?? []
    if all.contains(.remote), told.isDisjoint(with: [.visit, .message]) || told.contains(.call) { told = [.call] }
    if told.contains(.message) {
      // «تلقى اتصالا», “exchange views”
      if all.contains(.call), contacts.contains(where: { has(.call, $0) && !has(.message, $0) }) { told = [.call] }
      if told.contains(.receive), !contacts.contains(where: { has(.message, $0) && !has(.receive, $0) }) {
        told = [.meet]
      }
    }
    if question.isOfChoice, all.contains(.call), all.contains(.message), !all.contains(.meet) {
      return question.forms = ["call", "message"]
    }
    question.isVisit = told.contains(.visit) && !told.contains(.meet)
    if told.contains(.call) {
      (question.forms, question.noun) = (["call"], "call")
      readDirection()
    } else if question.isVisit {
      question.noun = "visit"
      // «زار لافروف وشويغو القاهرة»
      question.isVisitShared = question.contactParties.dropFirst().allSatisfy(isJoinedByAnd)
      question.isVisitCounted = first.map { !isVerbOfVisit($0) } ?? false
    } else if told.contains(.message) {
      (question.forms, question.noun) = (["message"], "message")
      readDirection()
    } else if told.contains(.meet) || all.contains(.receive) || told.contains(.takePart)
      || first == nil && all.contains(.takePart)
    {
      let isConference = tokens.indices.contains { has(.conference, $0) }
      (question.forms, question.noun) = isConference ? (["conference"], "conference") : (Question.inPerson, "meeting")
      if all.contains(.receive) { readDirection() }
    } else if told.contains(.speak) {
      question.noun = "contact"
    }
  }

  /// Whether «و» or “and” stands before a party.
  private func isJoinedByAnd(_ party: AskedParty) -> Bool {
    let start = party.tokens.lowerBound
    guard let word = tokens.indices.contains(start) ? tokens[start] : nil else { return false }
    if start > 0, has(.and, start - 1) { return true }
    let names = party.people.flatMap(\.names).flatMap { Spelling.folded($0).split(separator: " ").map(String.init) }
    return !word.isLatin && word.folded.hasPrefix("و") && !names.contains(word.folded)
  }

  /// «زار», “visited”, “did … visit”: not «زيارة».
  private func isVerbOfVisit(_ index: Int) -> Bool {
    !has(.visitNoun, index) || tokens[index].isLatin && index > 0 && has(.whether, 0)
  }

  mutating func readStatus(_ all: Set<Class>) {
    let isComing = tokens.indices.contains { self.isComing($0) }
    let isFuture = all.contains(.planned) || isComing || question.order == .next
    let asksStatus = question.kinds.contains {
      ![
        .deniedBy, .source, .whoSaid, .said, .whenSaid, .status, .changes, .whoIs, .office, .holder, .outside,
        .independent, .whetherSaid,
      ].contains($0)
    }
    guard asksStatus else { return }
    if all.contains(.postponed) {
      question.status = "postponed"
    } else if all.contains(.cancelled) {
      question.status = "cancelled"
    } else if all.contains(.denied) {
      question.status = "denied"
    } else if question.kinds == [.whenTold] {
      // «متى كُشف عن …»: whatever became of it.
      question.status = nil
    } else if all.contains(.proposed), !isComing, !isHeldAsked {
      question.status = "proposed"
    } else if isFuture, !isHeldAsked {
      question.status = "planned"
    } else if question.kinds != [.list] || question.noun != "contact" {
      question.status = "held"
    }
  }

  /// «… فهل تم ذلك؟»
  private var isHeldAsked: Bool {
    guard question.kinds == [.whether], let head = tokens.indices.last(where: { has(.whether, $0) && isHead($0) })
    else {
      return false
    }
    let held = tokens[(head + 1)...].indices.first { has(.held, $0) && !isContact($0) && !has(.planned, $0) }
    let planned = tokens[(head + 1)...].indices.first { has(.planned, $0) || has(.proposed, $0) }
    guard let held else { return false }
    // «هل عُقد اللقاء المقرر», not «هل من المقرر أن يُعقد»; “did the planned meeting take place”, not “is it to be held”.
    return isLatin
      ? ["did", "has", "was", "were"].contains(tokens[head].folded) : head > 0 || planned.map { held < $0 } ?? false
  }

  /// Whether a verb of contact stands in the present or future: «يلتقي», «ستزور»; behind «لم» it is past.
  private func isComing(_ index: Int) -> Bool {
    guard !tokens[index].isLatin else { return false }
    let word = tokens[index].folded
    let forms =
      [word] + (word.hasPrefix("س") ? [String(word.dropFirst())] : [])
      + (word.hasPrefix("و") ? [String(word.dropFirst())] : [])
    guard forms.contains(where: { vocabulary.classes(of: $0).contains(.coming) }) else { return false }
    return index == 0 || !has(.not, index - 1) && !has(.notWhether, index - 1)
  }

  /// «خارج ناميبيا»: a state as where it is not.
  private mutating func excludePlace(_ party: Int) {
    let state = question.parties[party]
    question.parties[party].isJoined = true
    let place = question.places.count
    question.places.append(
      AskedPlace(
        words: state.words, tokens: state.tokens, names: state.placeNames, country: state.side, side: state.side,
        isExcluded: true))
    for token in state.tokens { roles[token] = .place(place) }
  }

  /// «أو» between two names or days is no list of both: what it leaves open is not answered.
  private mutating func refuseUnjoined() {
    for index in tokens.indices.dropFirst().dropLast() where has(.or, index) {
      if case .party = roles[index - 1], case .party = roles[index + 1] { roles[index] = nil }
      if case .time = roles[index - 1] { roles[index] = nil }
    }
  }
}
