import Mahdar

/// What is asked for, and of which contacts.
extension QuestionReader {
  mutating func readKinds() {
    let all = tokens.indices.reduce(into: Set<Class>()) { $0.formUnion(classes($1)) }
    readOrder(all)
    readForms(all)
    var heads = tokens.indices.filter(isHead)
    if heads.isEmpty { heads = [0] }
    var asked: [Int] = []
    for (place, head) in heads.enumerated() {
      let end = place + 1 < heads.count ? heads[place + 1] : tokens.count
      guard let kind = kind(head, end, all) else { continue }
      if question.kinds.contains(kind) {
        // «متى التقى لافروف بلينكن ومتى اتصل به؟» asks of two kinds of contacts.
        if kind != .who || !question.contactParties.isEmpty { asked.append(head) }
      } else {
        question.kinds.append(kind)
      }
    }
    if question.kinds.isEmpty { question.kinds = [.list] }
    // «من التقى من»
    if heads.count > 1, question.kinds == [.who] || question.kinds == [.who, .list], question.parties.isEmpty {
      question.kinds = [.list]
    }
    readStatus(all)
    refuseUnused(all)
    for head in asked { roles[head] = nil }
  }

  /// Whether a question begins with a word: «متى», «وأين», “in which city”.
  func isHead(_ index: Int) -> Bool {
    let found = classes(index)
    if index == 0 { return isAskingWord(found) || found.contains(.whoElse) }
    let before = classes(index - 1)
    let isJoined = before.contains(.and) || !tokens[index].isLatin && tokens[index].folded.first == "و"
    if found.contains(.whoElse), !tokens[index].isLatin {
      // «من» in the middle is «from», but for «التقى من في جنيف؟» and «… ومن …».
      return tokens[index].folded == "من" && (before.contains(.meet) && isLastOrPlace(index + 1)) && index > 1
    }
    guard isAskingWord(found) else { return false }
    if found.contains(.aboutWhat) { return true }
    if found.contains(.whether), found.contains(.plain) { return false }
    if !tokens[index].isLatin {
      if found.contains(.what), tokens[index].folded.count < 3 { return isJoined }
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

  // MARK: Kinds

  /// What a head asks for, with the words up to the next head.
  private mutating func kind(_ head: Int, _ end: Int, _ all: Set<Class>) -> Question.Kind? {
    let found = classes(head)
    let segment = (head..<end).reduce(into: Set<Class>()) { $0.formUnion(classes($1)) }
    let verb = (head + 1..<max(head + 1, end)).lazy.map(classes).first { !$0.isDisjoint(with: Self.predicates) } ?? []
    if found.contains(.why) && !found.contains(.plain) || found.contains(.opinion) || all.contains(.opinion) {
      return .outside
    }
    if found.contains(.how), segment.contains(.speak) { return .list }
    if found.contains(.how) && found.isDisjoint(with: [.howMuch, .howLong]) { return .outside }
    if found.contains(.aboutWhat) { return .topic }
    if found.contains(.when), verb.contains(.reveal) || verb.contains(.denied) || verb.contains(.cancelled) {
      return .whenTold
    }
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
    if found.contains(.whether), verb.contains(.say), question.about != nil, segment.isDisjoint(with: [.visit, .call]) {
      return .whetherSaid
    }
    if found.contains(.whether) {
      return segment.contains(.more) && segment.contains(.source) ? .independent : .whether
    }
    if segment.contains(.never) { return .whether }
    if segment.contains(.statusNoun) { return .status }
    if segment.contains(.conflict) { return .conflict }
    if segment.contains(.or) { return question.places.count > 1 ? .place : .status }
    // «تاريخ رسالة …», «مكان لقاء …», «مدة لقاء …», «عدد لقاءات …» without a word that asks.
    if let first = tokens.indices.first(where: { !has(.plain, $0) }), !isContact(first) {
      let named: [(Class, Question.Kind)] = [
        (.dayNoun, .when), (.placeNoun, .place), (.lasting, .howLong), (.topicNoun, .topic), (.times, .count),
      ]
      if let kind = named.first(where: { has($0.0, first) })?.1, tokens.indices.contains(where: isContact) {
        return kind
      }
    }
    return isSaying(segment) && !segment.contains(.meet) ? .said : .list
  }

  /// The word behind a head that is more than filling.
  private func next(_ head: Int) -> Int? {
    (head + 1..<max(head + 1, tokens.count)).first {
      !has(.plain, $0) || !classes($0).isDisjoint(with: [.timeUnit, .dayNoun, .placeNoun, .times])
    }
  }

  private static let predicates: Set<Class> = [
    .meet, .receive, .visit, .call, .message, .speak, .say, .reveal, .confirm, .denied, .takePart, .discuss,
    .holdOffice,
    .cancelled, .postponed,
  ]

  private func isSaying(_ classes: Set<Class>) -> Bool {
    classes.contains(.say) && classes.isDisjoint(with: [.visit, .call, .message])
  }

  /// «إلى أي موعد أُجلت», «متى أُجلت … إلى», “until when was it postponed”.
  private func isMoved(_ head: Int, _ segment: Set<Class>) -> Bool { segment.contains(.postponed) }

  /// «كم وزيرا», “how many ministers”.
  private func isPlainOffice(_ index: Int) -> Bool {
    let word = tokens[index].folded
    return word.hasSuffix("ا") && names.isOffice(String(word.dropLast()))
  }

  private func howMuch(_ head: Int, _ segment: Set<Class>) -> Question.Kind {
    guard let next = next(head) else { return .count }
    if segment.contains(.independent) || has(.source, next) { return .independent }
    if segment.contains(.lasting) { return .howLong }
    if has(.personNoun, next) || isPlainOffice(next) { return .people }
    if has(.timeUnit, next), !has(.times, next) { return .howLong }
    return .count
  }

  private mutating func which(_ head: Int, _ segment: Set<Class>, _ verb: Set<Class>) -> Question.Kind {
    let next = next(head).map(classes) ?? []
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
    let tellsContact = !segment.isDisjoint(with: [.meet, .visit, .call, .message, .receive])
    if tellsContact { readAskedOffice() }
    if verb.contains(.denied) { return .deniedBy }
    if !verb.isDisjoint(with: [.reveal, .confirm]), tellsContact { return .source }
    if verb.contains(.say) { return tellsContact && question.about == nil ? .source : .whoSaid }
    if verb.contains(.takePart), !verb.contains(.meet) { return .tookPart }
    if verb.contains(.visit), !verb.contains(.meet) {
      guard question.places.isEmpty, isVisitorNamed else { return .visitor }
      // «إلى من توجه لافروف؟» asks where to, «من زار دي ميستورا؟» who came to him.
      if !tokens[0].isLatin, has(.to, 0) || has(.from, 0) && has(.to, 0) { return .destination }
      question.isHostAsked = true
      return .visitor
    }
    if !tellsContact, segment.isDisjoint(with: [.speak, .discuss, .takePart]) {
      if segment.contains(.officeNoun) { return .office }
      if let party = question.parties.first(where: { !$0.isJoined }) {
        return party.office != nil && !party.isNamed ? .holder : .whoIs
      }
    }
    return .who
  }

  /// «من الوزيرة التي التقت …», «أي وزير خارجية زار …», “which president met …” ask for one who holds the office.
  private mutating func readAskedOffice() {
    let vague = question.parties.indices.first { index in
      let party = question.parties[index]
      guard party.isVague, !party.isJoined else { return false }
      let before = party.tokens.lowerBound - 1
      return before >= 0
        && (has(.which, before) || has(.whoElse, before) || has(.who, before) || has(.plain, before) && before <= 1)
    }
    guard let vague else { return }
    question.parties[vague].isJoined = true
    question.asked = vague
  }

  /// Whether somebody is told who came: «إلى من توجه لافروف».
  private var isVisitorNamed: Bool { question.parties.contains { !$0.isJoined && $0.isNamed } }

  private func what(_ head: Int, _ segment: Set<Class>, _ verb: Set<Class>) -> Question.Kind {
    let next = next(head).map(classes) ?? []
    if segment.contains(.officeNoun), segment.isDisjoint(with: [.meet, .visit, .call]) { return .office }
    if segment.contains(.statusNoun) { return .status }
    if !next.isDisjoint(with: [.source]) || segment.contains(.source) && !segment.contains(.say) { return .source }
    if segment.contains(.lasting), segment.isDisjoint(with: [.visit]) || next.contains(.lasting) { return .howLong }
    if next.contains(.times), !next.contains(.dayNoun) { return .count }
    if next.contains(.dayNoun) || segment.contains(.dayNoun) && segment.contains(.postponed) {
      return segment.contains(.postponed) || segment.contains(.new) ? .movedTo : .when
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
