import Mahdar

/// What names are in the question: those who hold the offices before them, and places or states that act.
extension QuestionReader {
  /// Two parts of one name, of which one was met by its sound: «انجريد سولباكن».
  mutating func joinNames() {
    while let (index, next, both) = adjacent() {
      let (one, two) = (question.parties[index], question.parties[next])
      question.parties[index].people = both
      question.parties[index].words += " " + two.words
      question.parties[index].tokens = one.tokens.lowerBound..<two.tokens.upperBound
      question.parties[index].isGuess = one.isGuess || two.isGuess
      question.parties[next].isJoined = true
      for place in two.tokens { roles[place] = .party(index) }
    }
  }

  /// Two names side by side that somebody bears both.
  private func adjacent() -> (Int, Int, [NamedPerson])? {
    let open = question.parties.indices.filter { question.parties[$0].isNamed && !question.parties[$0].isJoined }
    for index in open {
      for next in open where next != index && question.parties[next].office == nil {
        let (one, two) = (question.parties[index], question.parties[next])
        guard two.tokens.lowerBound == one.tokens.upperBound else { continue }
        let both = one.people.filter { person in two.people.contains { $0.identity == person.identity } }
        if !both.isEmpty { return (index, next, both) }
      }
    }
    return nil
  }

  /// Words beside a name that belong to it and are not looked for alone: «لولا دا سيلفا».
  mutating func completeNames() {
    for index in question.parties.indices where question.parties[index].isNamed && !question.parties[index].isJoined {
      while true {
        let range = question.parties[index].tokens
        guard
          let place = [range.lowerBound - 1, range.upperBound].first(where: { place in
            roles.indices.contains(place) && roles[place] == nil && isWord(place, of: question.parties[index])
          })
        else { break }
        roles[place] = .party(index)
        question.parties[index].tokens = min(place, range.lowerBound)..<max(place + 1, range.upperBound)
        question.parties[index].words = words(question.parties[index].tokens)
        question.parties[index].people = question.parties[index].people.filter { has(place, $0) }
      }
    }
  }

  private func isWord(_ index: Int, of party: AskedParty) -> Bool {
    !names.isOffice(tokens[index].folded) && party.people.contains { has(index, $0) }
  }

  /// Whether a name of somebody has a word.
  private func has(_ index: Int, _ person: NamedPerson) -> Bool {
    let variants = tokens[index].variants
    return person.names.contains { name in
      Spelling.folded(name).split(separator: " ").contains { variants.contains(String($0)) }
    }
  }

  /// An office and the name behind it are one: «الوزيرة سولباكن», “Foreign Minister Lavrov”.
  mutating func joinOffices() {
    for index in question.parties.indices
    where question.parties[index].office != nil && !question.parties[index].isNamed {
      guard
        let next = question.parties.indices.first(where: {
          question.parties[$0].isNamed && !question.parties[$0].isOutlet
            && (isNext(question.parties[$0].tokens.lowerBound, lastToken(of: index))
              || question.parties[index].tokens.contains(question.parties[$0].tokens.lowerBound))
            && !tokens[question.parties[$0].tokens.lowerBound].folded.hasPrefix("و")
            && question.parties[$0].office == nil
        })
      else { continue }
      let named = question.parties[next]
      // «مبعوث ترامب», «نائب لافروف» are others than they.
      if !isLatin, question.parties[index].side == nil, let office = question.parties[index].office,
        !office.contains(" "), !office.hasPrefix("ال")
      {
        for place in question.parties[index].tokens where place < named.tokens.lowerBound { roles[place] = nil }
        question.parties[index].isJoined = true
        continue
      }
      if !isLatin, isPreposition(named.tokens.lowerBound, named) { continue }
      // A name of another state, or of nobody in such an office, is somebody else's.
      let fitting = named.people.filter { person in
        (question.parties[index].side == nil || person.side == nil || person.side == question.parties[index].side)
          && finder.hasHeld(person, question.parties[index].key, names)
      }
      guard !fitting.isEmpty || named.people.isEmpty else { continue }
      question.parties[index].people = fitting
      question.parties[index].isNamed = true
      question.parties[index].isGuess = named.isGuess
      for place in named.tokens { roles[place] = .party(index) }
      question.parties[next].isJoined = true
    }
  }

  /// Whether nothing but titles stands between two words: «وزير الخارجية السعودي الأمير فيصل».
  private func isNext(_ index: Int, _ last: Int) -> Bool {
    index > last && (last + 1..<index).allSatisfy { has(.title, $0) }
  }

  /// The last word that a party was read from.
  private func lastToken(of party: Int) -> Int {
    tokens.indices.last { if case .party(party) = roles[$0] { true } else { false } }
      ?? question.parties[party].tokens.upperBound - 1
  }

  /// Whether a clitic preposition is on the name: «بالصفدي».
  func isPreposition(_ index: Int, _ party: AskedParty) -> Bool {
    guard let first = tokens[index].folded.first, "بل".contains(first) else { return false }
    if party.office != nil {
      return vocabulary.classes(of: tokens[index].folded).isEmpty && !names.isOffice(tokens[index].folded)
    }
    return !party.people.contains { person in
      person.names.contains { name in
        Spelling.folded(name).split(separator: " ").contains { $0 == tokens[index].folded }
      }
    }
  }

  /// States are places behind «في» and «زار»; cities are states that act behind «بين» and where another state stands beside.
  mutating func readPlaces() {
    let isVisit =
      tokens.indices.contains { has(.visit, $0) }
      && !tokens.indices.contains { has(.call, $0) || has(.message, $0) && !has(.receive, $0) }
    readVisitors()
    for index in question.parties.indices where question.parties[index].isSide && !question.parties[index].isJoined {
      let start = question.parties[index].tokens.lowerBound
      let isBehindVisit = isVisit && start > 0 && has(.visit, start - 1)
      let isDestination = isVisit && !isActing(start) && (isBehindVisit || isSecond(index))
      guard !question.parties[index].isVisitor, isInside(start) && !isCalled(start) || isDestination else { continue }
      let party = question.parties[index]
      question.parties[index].isJoined = true
      let place = question.places.count
      question.places.append(
        AskedPlace(
          words: party.words, tokens: party.tokens, names: party.placeNames, country: party.side, side: party.side))
      for token in party.tokens { roles[token] = .place(place) }
    }
    for index in question.places.indices {
      guard let side = question.places[index].side, question.places[index].country == nil else { continue }
      let start = question.places[index].tokens.lowerBound
      guard !isInside(start), isCapital(question.places[index]), isActing(start) else { continue }
      let party = question.parties.count
      question.parties.append(
        AskedParty(words: question.places[index].words, tokens: question.places[index].tokens, side: side))
      for token in question.places[index].tokens { roles[token] = .party(party) }
      question.places[index].isActing = true
    }
    question.places.removeAll { $0.isActing }
    // The places after one that acts have other numbers now.
    for (index, place) in question.places.enumerated() { for token in place.tokens { roles[token] = .place(index) } }
  }

  /// Of two states behind «زار» the first came: «هل زار لبنان فرنسا؟».
  private mutating func readVisitors() {
    guard !isLatin, let verb = tokens.indices.first(where: { has(.visit, $0) && !has(.meet, $0) }),
      verb + 1 < tokens.count
    else { return }
    let later =
      question.places.contains { $0.tokens.lowerBound > verb + 1 }
      || question.parties.contains { !$0.isJoined && $0.tokens.lowerBound > verb + 1 }
    guard later else { return }
    switch roles[verb + 1] {
    case .party(let party) where question.parties[party].isSide: question.parties[party].isVisitor = true
    case .place(let place) where question.places[place].side != nil && isCapital(question.places[place]):
      let party = question.parties.count
      question.parties.append(
        AskedParty(
          words: question.places[place].words, tokens: question.places[place].tokens, side: question.places[place].side,
          isVisitor: true))
      for token in question.places[place].tokens { roles[token] = .party(party) }
      question.places[place].isActing = true
    default: return
    }
  }

  private func isCapital(_ place: AskedPlace) -> Bool {
    place.names.contains { name in names.entries(named: name).contains { $0.isCapital } }
      || isLatin && place.names.contains { name in names.entries(named: name).contains { $0.kind == .state } }
  }

  /// «في», «إلى», بـ: where something is, or goes to.
  private func isInside(_ index: Int) -> Bool {
    if index > 0, has(.in, index - 1) || has(.to, index - 1) { return true }
    guard let first = tokens[index].folded.first, first == "ب", tokens[index].variants.count > 1 else { return false }
    let whole = names.entries(named: tokens[index].folded)
    return whole.isEmpty && !tokens.indices.contains { has(.meet, $0) && !isLatin && $0 == index - 1 }
  }

  /// «اتصلت أمريكا بروسيا»: no place, but whom it came to.
  private func isCalled(_ index: Int) -> Bool {
    tokens.indices.contains { has(.call, $0) || has(.message, $0) }
      && (index == 0 || !has(.in, index - 1) || tokens[index - 1].folded == "ب")
  }

  /// Whether a state is told as one that acts: behind «بين», «مع», a verb of telling, or beside another one.
  private func isActing(_ index: Int) -> Bool {
    guard index > 0 else { return isLatin }
    let before = classes(index - 1)
    if !before.isDisjoint(with: [.between, .with, .denied, .reveal, .exchange, .cancelled, .postponed, .proposed, .by])
    {
      return true
    }
    if !before.isDisjoint(with: [.and]), index > 1 { return isState(index - 2) }
    // «طهران والرياض»
    if tokens[index].folded.hasPrefix("و"), isState(index - 1) { return true }
    return index + 1 < tokens.count && isState(index + 1) && tokens[index + 1].folded.hasPrefix("و")
      || isLatin && index + 2 < tokens.count && has(.and, index + 1) && isState(index + 2)
  }

  private func isState(_ index: Int) -> Bool {
    guard roles.indices.contains(index) else { return false }
    switch roles[index] {
    case .place(let place): return question.places.indices.contains(place) && question.places[place].side != nil
    case .party(let party): return question.parties[party].isSide
    default: return false
    }
  }

  /// Whether somebody else stands before a state, and no «و» between.
  private func isSecond(_ index: Int) -> Bool {
    let start = question.parties[index].tokens.lowerBound
    guard !tokens[start].folded.hasPrefix("و"), start == 0 || !has(.and, start - 1) else { return false }
    return question.parties.indices.contains {
      $0 != index && !question.parties[$0].isJoined && question.parties[$0].tokens.upperBound <= start
    } || tokens[..<start].indices.contains { has(.who, $0) || has(.whoElse, $0) }
  }
}
