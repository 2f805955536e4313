import Mahdar

/// What is asked for, and of which contacts.
extension QuestionReader {
  mutating func readKinds() {
    let all = tokens.indices.reduce(into: Set<Class>()) { $0.formUnion(classes($1)) }
    readOrder(all)
    readForms(all)
    var heads = tokens.indices.filter(isHead)
    if heads.isEmpty { heads = [0] }
    for (place, head) in heads.enumerated() {
      let end = place + 1 < heads.count ? heads[place + 1] : tokens.count
      guard let kind = kind(head, end, all) else { continue }
      if !question.kinds.contains(kind) { question.kinds.append(kind) }
    }
    if question.kinds.isEmpty { question.kinds = [.list] }
    refuseUnused(all)
    // «من التقى من»
    if heads.count > 1, question.kinds == [.who] || question.kinds == [.who, .list], question.parties.isEmpty {
      question.kinds = [.list]
    }
    readStatus(all)
  }

  /// A list is of contacts: a word that asks for another thing is not passed over, as in “capital of Mozambique?”.
  private mutating func refuseUnused(_ all: Set<Class>) {
    guard question.kinds == [.list], !tokens.indices.contains(where: isContact),
      all.isDisjoint(with: [.takePart, .do, .new])
    else { return }
    for index in tokens.indices
    where !classes(index).isDisjoint(with: [
      .placeNoun, .lasting, .timeUnit, .officeNoun, .topicNoun, .personNoun, .dayNoun, .times,
    ]) {
      roles[index] = nil
    }
  }

  /// Whether a question begins with a word: «متى», «وأين», “in which city”.
  private func isHead(_ index: Int) -> Bool {
    let found = classes(index)
    if index == 0 { return isAskingWord(found) || found.contains(.whoElse) }
    let before = classes(index - 1)
    let isJoined = before.contains(.and) || !tokens[index].isLatin && tokens[index].folded.first == "و"
    if found.contains(.whoElse), !tokens[index].isLatin {
      // «من» in the middle is «from», but for «التقى من في جنيف؟» and «… ومن …».
      return tokens[index].folded == "من" && (before.contains(.meet) && isLastOrPlace(index + 1)) && index > 1
    }
    guard isAskingWord(found) else { return false }
    if found.contains(.whether), found.contains(.plain) { return false }
    if !tokens[index].isLatin {
      if found.contains(.what), tokens[index].folded.count < 3 { return isJoined }
      if found.contains(.why), tokens[index].folded == "لم" { return false }
      return true
    }
    return isJoined
      || index == 1 && !before.isDisjoint(with: [.in, .to, .with, .about, .between, .until, .from, .by, .list])
  }

  private func isLastOrPlace(_ index: Int) -> Bool { index >= tokens.count || has(.in, index) }

  private func isAskingWord(_ classes: Set<Class>) -> Bool {
    !classes.isDisjoint(with: [
      .when, .where, .howMuch, .howLong, .who, .which, .what, .whether, .why, .how, .opinion, .aboutWhat, .list,
    ])
  }

  private mutating func readOrder(_ all: Set<Class>) {
    question.order = all.contains(.next) ? .next : all.contains(.last) ? .last : all.contains(.first) ? .first : .any
    question.isSecret = all.contains(.secret)
    question.isNegative =
      tokens.first.map { ["الم", "اما", "اليس", "الن", "اولم", "افلم"].contains($0.folded) } ?? false
    question.isOfThree = all.contains(.three)
    question.isOfMore = all.contains(.more)
    question.isOfLess = all.contains(.less)
    question.isOfChoice = all.contains(.or)
    // «خارج موسكو», “other than Lavrov”
    for index in tokens.indices.dropLast() where has(.outside, index) {
      let next = has(.plain, index + 1) || has(.in, index + 1) || has(.with, index + 1) ? min(index + 2, tokens.count - 1) : index + 1
      if case .place(let place) = roles[next] { question.places[place].isExcluded = true }
      if case .party(let party) = roles[next] { question.parties[party].isExcluded = true }
      if roles[next] == nil || (roles[next].map { if case .words = $0 { true } else { false } } ?? false) { roles[index] = nil }
    }
    // «هل أعلنت الرئاسة لقاء …»: who announced takes no part.
    if has(.whether, 0), let verb = tokens.indices.first(where: { has(.reveal, $0) || has(.confirm, $0) }), roles.indices.contains(verb + 1),
      case .party(let party) = roles[verb + 1], question.contactParties.count > 1
    {
      question.teller = party
    }
    // «هل نفت طهران لقاء …», “did Tehran deny …”: who denied takes no part.
    if let verb = tokens.indices.first(where: { has(.denied, $0) }) {
      let places = isLatin ? [verb - 1] : [verb + 1]
      for place in places where roles.indices.contains(place) {
        if case .party(let party) = roles[place], question.contactParties.count > 1 { question.denier = party }
      }
    }
  }

  /// The forms that the first word of contact tells, and what they are counted by.
  private mutating func readForms(_ all: Set<Class>) {
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
      first.map { readDirection($0) }
    } else if question.isVisit {
      question.noun = "visit"
    } else if told.contains(.message) {
      (question.forms, question.noun) = (["message"], "message")
      first.map { readDirection($0) }
    } else if told.contains(.meet) || told.contains(.takePart) || first == nil && all.contains(.takePart) {
      (question.forms, question.noun) = (Question.inPerson, "meeting")
    } else if told.contains(.speak) {
      question.noun = "contact"
    }
  }

  /// Who called or wrote to whom, where a verb tells it: «اتصل لافروف بفيدان», «الذي اتصل به الصفدي», “who called Fidan”.
  private mutating func readDirection(_ verb: Int) {
    guard vocabulary.isDirected(tokens[verb].folded) else { return }
    func party(_ index: Int) -> Int? {
      if roles.indices.contains(index), case .party(let party) = roles[index] { return party }
      return nil
    }
    // «لمن بعث لافروف …» asks to whom.
    let isAsked = tokens[..<verb].indices.contains {
      !classes($0).isDisjoint(with: [.who, .whoElse]) && isHead($0) && !"لبا".contains(tokens[$0].folded.first ?? " ")
        && tokens[$0].folded != "مع"
    }
    let behind = (verb + 1..<tokens.count).first { party($0) != nil }
    if isLatin {
      // Between the head and the verb stands who began; behind it whom it came to.
      question.beginner = tokens[..<verb].indices.last { party($0) != nil }.flatMap(party)
      if question.beginner == nil, isAsked { question.receiver = behind.flatMap(party) }
      return
    }
    guard let behind, let found = party(behind) else { return }
    let isReceiver = isPreposition(behind, question.parties[found]) || has(.to, behind - 1)
    let isRelative = verb + 1 < behind && ["به", "بها"].contains(tokens[verb + 1].folded)
    if isReceiver || isAsked && !isRelative {
      question.receiver = found
    } else {
      question.beginner = found
    }
  }

  private mutating func readStatus(_ all: Set<Class>) {
    let isComing = tokens.indices.contains { self.isComing($0) }
    let isFuture = all.contains(.planned) || isComing || question.order == .next
    let asksStatus = question.kinds.contains {
      ![
        .deniedBy, .source, .whoSaid, .said, .whenSaid, .status, .changes, .whoIs, .office, .holder, .outside,
        .independent,
      ].contains($0)
    }
    guard asksStatus else { return }
    if all.contains(.postponed) {
      question.status = "postponed"
    } else if all.contains(.cancelled) {
      question.status = "cancelled"
    } else if all.contains(.denied) {
      question.status = "denied"
    } else if all.contains(.proposed), !isComing {
      question.status = "proposed"
    } else if isFuture, !(question.kinds == [.whether] && all.contains(.held) && !all.contains(.plain)) || question.kinds != [.whether] {
      question.status = "planned"
    } else if question.kinds != [.list] || question.noun != "contact" {
      question.status = "held"
    }
  }

  /// Whether a verb of contact stands in the present or future: «يلتقي», «ستزور»; behind «لم» it is past.
  private func isComing(_ index: Int) -> Bool {
    guard !tokens[index].isLatin else { return false }
    let word = tokens[index].folded
    let forms =
      [word] + (word.hasPrefix("س") ? [String(word.dropFirst())] : [])
      + (word.hasPrefix("و") ? [String(word.dropFirst())] : [])
    guard forms.contains(where: { vocabulary.classes(of: $0).contains(.coming) }) else { return false }
    return index == 0 || !["لم", "الم", "ولم"].contains(tokens[index - 1].folded)
  }

  // MARK: Kinds

  /// What a head asks for, with the words up to the next head.
  private mutating func kind(_ head: Int, _ end: Int, _ all: Set<Class>) -> Question.Kind? {
    let found = classes(head)
    let segment = (head..<end).reduce(into: Set<Class>()) { $0.formUnion(classes($1)) }
    let verb = (head + 1..<max(head + 1, end)).lazy.map(classes).first { !$0.isDisjoint(with: Self.predicates) } ?? []
    if found.contains(.why) && !found.contains(.plain) || found.contains(.opinion) || all.contains(.opinion) {
      return .outside
    }
    if found.contains(.how) && found.isDisjoint(with: [.howMuch, .howLong]) { return .outside }
    if found.contains(.aboutWhat) { return .topic }
    if found.contains(.when) { return isSaying(segment) ? .whenSaid : isMoved(head, segment) ? .movedTo : .when }
    if found.contains(.where) { return segment.contains(.visit) && !segment.contains(.meet) ? .destination : .place }
    if found.contains(.howLong) { return .howLong }
    if found.contains(.howMuch) { return howMuch(head, segment) }
    if found.contains(.which) { return which(head, segment, verb) }
    if !found.isDisjoint(with: [.who, .whoElse]) { return who(segment, verb) }
    if found.contains(.what) { return what(head, segment, verb) }
    if found.contains(.never) { return .whether }
    if found.contains(.whether), segment.contains(.conflict) { return .conflict }
    if found.contains(.whether), segment.contains(.lasting) { return .howLong }
    if found.contains(.whether), segment.contains(.or), question.places.count > 1 { return .place }
    if found.contains(.whether), segment.contains(.or) { return .status }
    if found.contains(.whether) {
      return segment.contains(.more) && segment.contains(.source) ? .independent : .whether
    }
    if segment.contains(.never) { return .whether }
    if segment.contains(.statusNoun) { return .status }
    if segment.contains(.conflict) { return .conflict }
    if segment.contains(.or) { return question.places.count > 1 ? .place : .status }
    return isSaying(segment) && !segment.contains(.meet) ? .said : .list
  }

  private static let predicates: Set<Class> = [
    .meet, .visit, .call, .message, .speak, .say, .reveal, .confirm, .denied, .takePart, .discuss, .holdOffice,
    .cancelled, .postponed,
  ]

  private func isSaying(_ classes: Set<Class>) -> Bool {
    classes.contains(.say) && classes.isDisjoint(with: [.visit, .call, .message])
  }

  /// «إلى أي موعد أُجلت», «متى أُجلت … إلى», “until when was it postponed”.
  private func isMoved(_ head: Int, _ segment: Set<Class>) -> Bool { segment.contains(.postponed) }

  private func howMuch(_ head: Int, _ segment: Set<Class>) -> Question.Kind {
    if !segment.isDisjoint(with: [.independent]) || head + 1 < tokens.count && has(.source, head + 1) {
      return .independent
    }
    if segment.contains(.lasting) { return .howLong }
    if head + 1 < tokens.count, has(.timeUnit, head + 1), !has(.times, head + 1) { return .howLong }
    return .count
  }

  private mutating func which(_ head: Int, _ segment: Set<Class>, _ verb: Set<Class>) -> Question.Kind {
    let next = head + 1 < tokens.count ? classes(head + 1) : []
    if next.contains(.dayNoun) {
      return segment.contains(.postponed) ? .movedTo : isSaying(segment) ? .whenSaid : .when
    }
    if next.contains(.placeNoun) { return segment.contains(.visit) ? .destination : .place }
    if next.contains(.officeNoun) { return .office }
    if next.contains(.source) || next.contains(.reveal) {
      return segment.contains(.independent) ? .independent : .source
    }
    if next.contains(.topicNoun) { return .topic }
    return who(segment, verb)
  }

  private mutating func who(_ segment: Set<Class>, _ verb: Set<Class>) -> Question.Kind {
    let tellsContact = !segment.isDisjoint(with: [.meet, .visit, .call, .message])
    // «من الوزيرة التي التقت …» asks for a minister.
    if tellsContact, question.contactParties.count > 1,
      let vague = question.parties.indices.first(where: {
        question.parties[$0].isVague && !question.parties[$0].isJoined
      })
    {
      question.parties[vague].isJoined = true
      question.asked = vague
    }
    if verb.contains(.denied) { return .deniedBy }
    if !verb.isDisjoint(with: [.reveal, .confirm]), tellsContact { return .source }
    if verb.contains(.say) { return tellsContact && question.about == nil ? .source : .whoSaid }
    if verb.contains(.takePart), !verb.contains(.meet) { return .tookPart }
    if verb.contains(.visit), !verb.contains(.meet) {
      return question.places.isEmpty && isVisitorNamed ? .destination : .visitor
    }
    if !tellsContact, segment.isDisjoint(with: [.speak, .discuss, .takePart]) {
      if segment.contains(.officeNoun) { return .office }
      if let party = question.parties.first(where: { !$0.isJoined }) {
        return party.office != nil && !party.isNamed ? .holder : .whoIs
      }
    }
    return .who
  }

  /// Whether somebody is told who came: «إلى من توجه لافروف».
  private var isVisitorNamed: Bool { question.parties.contains { !$0.isJoined && $0.isNamed } }

  private func what(_ head: Int, _ segment: Set<Class>, _ verb: Set<Class>) -> Question.Kind {
    let next = head + 1 < tokens.count ? classes(head + 1) : []
    if segment.contains(.officeNoun), segment.isDisjoint(with: [.meet, .visit, .call]) { return .office }
    if segment.contains(.statusNoun) { return .status }
    if !next.isDisjoint(with: [.source]) || segment.contains(.source) && !segment.contains(.say) { return .source }
    if segment.contains(.lasting), segment.isDisjoint(with: [.visit]) || next.contains(.lasting) { return .howLong }
    if next.contains(.dayNoun) || segment.contains(.dayNoun) && segment.contains(.postponed) {
      return segment.contains(.postponed) ? .movedTo : .when
    }
    if next.contains(.placeNoun) { return segment.contains(.visit) ? .destination : .place }
    if segment.contains(.topicNoun) || verb.contains(.discuss) { return .topic }
    if isSaying(segment), segment.isDisjoint(with: [.meet]) || verb.contains(.say) { return .said }
    if segment.contains(.discuss) { return .topic }
    if segment.contains(.new) { return .changes }
    if tokens[head].isLatin, segment.contains(.speak) { return .topic }
    return .list
  }
}
