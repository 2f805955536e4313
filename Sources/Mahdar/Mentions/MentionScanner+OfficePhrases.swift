extension MentionScanner {
  /// An office phrase.
  struct Office {
    var start: Int
    /// The end of what belongs to the office for certain.
    var end: Int
    /// The end of what belongs to it if a name follows.
    var furthest: Int
    var side: SideID
    /// The side of a state that the office is held in or for, used when nothing else tells the side.
    var farSide: SideID
    /// The state where an ambassador or envoy is posted.
    var post: SideID = 0
    var lemma: Int16
    var kind: WordClass
    /// Whether something was said after the head.
    var hasComplement: Bool
    /// «رئيس حزب الأمل الكيني»: a party's office is not the state's.
    var isOfParty = false

    /// Takes in all up to `end` for certain.
    mutating func complete(to end: Int) {
      self.end = end
      furthest = end
      hasComplement = true
    }
  }

  /// Whether a state's name stands behind the و of a token.
  func isState(_ index: Int) -> Bool {
    guard let (match, reading) = lexicon.names.longest(at: index, in: tokens), reading == .conjunction else {
      return false
    }
    return match.values.contains { $0.entry.kind == .state }
  }

  /// The office phrase whose head is token `index`.
  func office(at index: Int, _ reading: Reading) -> Office {
    let head = lexicon.classes(tokens[index].word(reading))
    var office = Office(
      start: index, end: index + 1, furthest: index + 1, side: 0, farSide: 0,
      lemma: lexicon.lemma(tokens[index].word(reading)), kind: head, hasComplement: false)
    // «كاتبة الدولة للشؤون الأوروبية»: a minister's deputy in the Maghreb.
    if office.lemma == lexicon.writer, lexicon.cues.state == tokens[index + 1].word {
      office.lemma = lexicon.minister
      office.kind.remove(.occupation)
      office.kind.insert(.office)
    }
    // After a definite word no construct can go on.
    var isOpen =
      !head.contains(.definite) && (!head.isDisjoint(with: [.office, .occupation]) || isBody(index + 1))
    var prepositional = false
    var far = false
    // Whether the last preposition was of place: «في», «لدى».
    var isPost = false
    var position = index + 1
    let limit = min(tokens.count, index + 18)
    while position < limit {
      if position > index + 1, let mark = quotedName(at: position) {
        if isOpen || prepositional, office.side == 0, let value = quoted(at: position).flatMap(quotedEntity) {
          office.side = lexicon.gazetteer[value.entry].side
          office.end = mark
          office.hasComplement = true
          isOpen = false
          prepositional = false
        }
        position = mark
        office.furthest = position
        continue
      }
      guard isFreeWord(position) else { break }
      let token = tokens[position]
      if lexicon.cues.closer.contains(token.whole) {
        position += 1
        office.complete(to: position)
        isOpen = false
        continue
      }
      if isPrepositionAla(position), !prepositional { break }
      let known = lexicon.classes(token.word)
      if known.contains(.stop) { break }
      let nisba = lexicon.nisba(at: position, in: tokens)
      if lexicon.startsParty(at: position, in: tokens, token.reading) || lexicon.cues.rebels.contains(token.word) {
        office.isOfParty = true
      }
      // «وزير الخارجية المالي»
      if nisba == 0, office.side == 0, !far, !office.isOfParty,
        let weak = lexicon.weakNisba(at: position, of: office, in: tokens)
      {
        office.side = weak
        position += 1
        office.complete(to: position)
        isOpen = false
        continue
      }
      // «الأمير تركي بن محمد»: a bare nisba after a definite head is a name.
      if nisba != 0, !isOpen, known.contains(.given), !known.contains(.definite) { break }
      // «زار الرئيس الكوري تشيلي»
      if nisba != 0, !isOpen, !known.contains(.definite), known.contains(.place), isState(whole: position) { break }
      if nisba != 0, token.reading == .whole || token.reading == .conjunction && office.hasComplement {
        if token.reading == .conjunction, let end = citizensAbroad(position) {
          position = end
          office.end = end
          office.furthest = end
          isOpen = false
          continue
        }
        // «وزيري خارجية مصر والسعودية»: a state that is spelled like an adjective.
        if token.reading == .conjunction, office.side == 0 || isState(position) { break }
        // «وزير الخارجية الروسية» tells Russia, «السفير الأميركي في اليابان» America, «الخبير في الشؤون الإيرانية» nothing.
        let isField = lexicon.cues.field.contains(tokens[position - 1].word) || isOfCountry(position, office)
        if office.side == 0, !far, !isField, !office.isOfParty { office.side = nisba }
        // «القائم بالأعمال في السفارة العراقية»
        if office.side == 0, far, !isField, !office.isOfParty,
          lexicon.classes(tokens[position - 1].word).contains(.organNoun)
        {
          office.side = nisba
          position += 1
          office.complete(to: position)
          isOpen = false
          prepositional = false
          continue
        }
        if far, !isField, office.farSide == 0, !lexicon.takesPost.contains(office.lemma) { office.farSide = nisba }
        position += 1
        // «نظيره في مدينة كيسومو الكينية»: the adjective is the city's.
        office.end = (prepositional || far) && office.furthest != office.end ? office.end : position
        office.furthest = position
        office.hasComplement = true
        isOpen = false
        continue
      }
      if position > index + 1, lexicon.cues.eponym.contains(tokens[position - 1].word),
        !known.isDisjoint(with: WordClass.head)
      {
        // «مركز الملك سلمان»
        let start = skippingTitles(position)
        if let named = name(at: start > position ? start : position + 1, isCalled: true) {
          position = named.end
          office.complete(to: position)
          isOpen = false
          continue
        }
      }
      // A word that is first of all a name ends the phrase: «وزير خارجية إيطاليا باولو».
      if !isOpen, !prepositional, token.whole != 0, !whole(position).isDisjoint(with: [.given, .nameWord]),
        whole(position).isDisjoint(with: [.definite, .articled]), fit(position, count: 0) == .good
      {
        break
      }
      // «استقبل الرئيس الكيني بالرباط السفير»: where, unless somebody is posted there.
      if office.side != 0, !lexicon.takesPost.contains(office.lemma),
        let (match, reading) = lexicon.names.longest(at: position, in: tokens), reading == .preposition,
        preposition(position, reading) == Letters.beh,
        match.values.contains(where: { $0.entry.kind == .place || $0.entry.kind == .state })
      {
        break
      }
      if let step = gazetteerStep(position, isOpen: isOpen, prepositional: prepositional, office) {
        if step.isPerson { break }
        if step.side != 0, !(office.isOfParty && step.isState), !lexicon.cues.field.contains(tokens[position - 1].word)
        {
          let isAbroad = office.side != 0 && token.preposition != 0
          if lexicon.isCounterpart(office.lemma), step.isState, office.side == 0,
            lexicon.cues.groupLink.contains(tokens[position - 1].word)
          {
            // «نظيره من جنوب السودان»
            office.side = step.side
            office.end = step.end
          } else if far || step.isCity || isPost && step.isState || isAbroad {
            if lexicon.takesPost.contains(office.lemma) {
              if office.post == 0, lexicon.isState(step.side) { office.post = step.side }
            } else if office.farSide == 0 {
              office.farSide = step.side
            }
          } else if office.side == 0 {
            office.side = step.side
          }
        }
        let held = prepositional && !far && !isPost
        position = step.end
        if !prepositional && !(far && office.furthest != office.end) || held || lexicon.takesPost.contains(office.lemma)
        {
          office.end = position
        }
        office.furthest = position
        office.hasComplement = true
        isOpen = false
        prepositional = false
        continue
      }
      let preposition = token.preposition
      if preposition == Letters.lam, lexicon.cues.purpose.contains(token.word) { break }
      if preposition == Letters.lam || preposition == Letters.beh {
        // «للشؤون», «لحلف», «بالبيت».
        if preposition == Letters.lam, lexicon.cues.links[token.word] == .name, isFreeWord(position + 1) {
          position += 1
          isOpen = true
          prepositional = false
          continue
        }
        if known.contains(.function) && !known.contains(.common) || known.isEmpty { break }
        // «بوزارة الخارجية» holds the office as «بالوزارة» does.
        if preposition == Letters.beh && known.isDisjoint(with: [.definite, .organNoun]) { break }
        if !known.isDisjoint(with: [.outletNoun, .sourceNoun]) { break }
        if token.conjunction != 0 || isAnother(position, than: office) { break }
        // «الموفد الخاص لرئيس الوزراء الإثيوبي»: whose envoy he is, not where.
        far = far || lexicon.takesPost.contains(office.lemma) && known.isDisjoint(with: .head)
        position += 1
        office.furthest = position
        // «النائب الثاني لرئيس مجلس الوزراء»
        let isSecond = preposition == Letters.lam && known.contains(.office) && lexicon.seconds.contains(office.lemma)
        if isSecond {
          office.end = position
          office.hasComplement = true
        }
        prepositional = !isSecond
        isOpen = !known.contains(.definite)
        continue
      }
      if let link = lexicon.cues.links[token.word], token.reading == .whole {
        // باسم, لشؤون, لدى, في, إلى …
        // «كان الرئيس الفرنسي في استقبال …»
        guard isFreeWord(position + 1), !lexicon.cues.purpose.contains(tokens[position + 1].word) else { break }
        // «الأمير لدى مغادرته المطار»: when, not where.
        if link == .post, endsLikePronoun(position + 1), !lexicon.cues.possessed.contains(tokens[position + 1].word) {
          break
        }
        // «استدعي السفير الأوغندي إلى وزارة الخارجية»
        if link == .post, office.side != 0, lexicon.takesPost.contains(office.lemma),
          lexicon.cues.ila == token.word,
          classes(position + 1).contains(.organNoun)
        {
          break
        }
        // «اجتمع الرئيس الكيني إلى المبعوث الأممي»
        if isAnother(position + 1, than: office) { break }
        far = far || link == .post && office.side != 0 || link == .post && lexicon.takesPost.contains(office.lemma)
        prepositional = link != .name
        isPost = link == .post
        position += 1
        isOpen = true
        if link == .name { office.hasComplement = true }
        continue
      }
      let isDefinite = known.contains(.definite) || hasArticle(position)
      if known.contains(.function), known.isDisjoint(with: [.portfolio, .modifier, .office, .noun]) {
        // Nouns of other stages' tables («الدعوة», «دائرة») go on; particles and verbs don't.
        guard known.contains(.common), length(position) > 2, !known.contains(.stop) else { break }
        if !isDefinite || !hasArticle(position) {
          guard isOpen, isFreeWord(position + 1),
            hasArticle(position + 1) || lexicon.cues.links[tokens[position + 1].word] == .name
          else { break }
        }
        if hasArticle(position), lexicon.cues.relative.contains(token.word) { break }
      }
      if token.conjunction != 0, isSecondPost(position, of: office, head: head) {
        // «نائب رئيس الوزراء ووزير الخارجية أ»
        position += 1
        office.furthest = position
        isOpen = true
        prepositional = false
        far = false
        continue
      }
      if token.conjunction != 0 {
        // «وزير الخارجية وشؤون المغتربين»
        if office.hasComplement, lexicon.cues.links[token.word] == .name, isFreeWord(position + 1) {
          position += 1
          isOpen = true
          prepositional = false
          continue
        }
        // «والمغتربين», «والدفاع»: only more of the office's field.
        let opensDefinite = isFreeWord(position + 1) && hasArticle(position + 1) && known.contains(.common)
        guard office.hasComplement, isDefinite || known.contains(.portfolio) || opensDefinite,
          known.isDisjoint(with: .head)
        else { break }
        guard !known.isDisjoint(with: [.common, .portfolio, .modifier]) else { break }
        // «وزير الخارجية اليمني والوفد المرافق له»
        if known.contains(.groupNoun), office.side != 0 { break }
        isOpen = !isDefinite && !known.contains(.portfolio)
        position += 1
        // «قادة حزب العدالة والتقدم»
        let isOfName = office.isOfParty && isFurtherName(position - 1)
        if known.contains(.portfolio) || isOfName, !prepositional { office.end = position }
        office.furthest = position
        continue
      }
      if token.preposition != 0 { break }
      if isDefinite {
        if !known.isDisjoint(with: .head), !(isOpen || known.contains(.modifier)) { break }
        if known.isDisjoint(with: [.common, .portfolio, .modifier, .noun, .head]) {
          // An unknown definite word is a name when the phrase is closed already, but an adjective where it agrees.
          if !isOpen || known.contains(.nameWord) || office.side != 0, !isFeminineAdjective(position) { break }
        } else if known.contains(.nameWord), !isOpen, known.isDisjoint(with: [.modifier, .portfolio]),
          fit(position, count: 1) != .no, office.side != 0
        {
          break
        }
        // «بحث مع الوزير السعودي الملف اليمني»: behind its nisba another noun with a nisba of its own.
        if office.side != 0, lexicon.nisba(at: position - 1, in: tokens) != 0, !known.contains(.modifier),
          isFreeWord(position + 1), lexicon.nisba(at: position + 1, in: tokens) != 0
        {
          break
        }
        // After a definite word only an adjective goes on: «الشؤون الإسلامية», not «وزير الداخلية الوفد».
        if !isOpen, !known.contains(.modifier), !known.isDisjoint(with: [.portfolio, .noun]),
          !lexicon.cues.field.contains(tokens[position - 1].word)
        {
          break
        }
        let sure = isOpen || known.contains(.modifier) || hasAdjectiveShape(position)
        position += 1
        if sure, !prepositional { office.end = position }
        office.furthest = position
        office.hasComplement = true
        isOpen = false
        continue
      }
      // A bare noun goes on only an open construct.
      guard isOpen else { break }
      guard
        !known.isDisjoint(with: [.common, .portfolio, .noun, .office, .modifier])
          || isFreeWord(position + 1) && hasArticle(position + 1) && classes(position + 1).contains(.common)
            && known.isDisjoint(with: [.given, .nameWord])
      else { break }
      if !known.isDisjoint(with: [.given, .nameWord]), known.isDisjoint(with: [.portfolio, .noun, .office]),
        fit(position + 1, count: 1) == .good || whole(position + 1).contains(.son)
      {
        break
      }
      position += 1
      if known.contains(.portfolio), !prepositional { office.end = position }
      office.furthest = position
      office.hasComplement = true
    }
    // «رئيسة الدبلوماسية الأوروبية»
    if office.lemma == lexicon.president, lexicon.cues.diplomacy == tokens[index + 1].word {
      office.lemma = lexicon.minister
    }
    // A trailing preposition or open noun belongs to nothing.
    return office
  }

  /// «استقبال الرئيس الكيني للوزيرة أ»: whoever leads a state or ministry whose side is told is nobody's.
  private func isAnother(_ index: Int, than office: Office) -> Bool {
    office.side != 0 && lexicon.leading.contains(office.lemma) && !lexicon.takesPost.contains(office.lemma)
      && classes(index).contains(.office)
  }

  /// A deputy of a government's head who is a minister as well, told in one breath, of one gender.
  private func isSecondPost(_ index: Int, of office: Office, head: WordClass) -> Bool {
    let known = classes(index)
    guard office.hasComplement, known.contains(.office), known.isDisjoint(with: [.definite, .plural, .dual]),
      head.isDisjoint(with: [.definite, .plural, .dual]), known.contains(.feminine) == head.contains(.feminine)
    else { return false }
    // «نائب رئيس الوزراء القطري ووزير الخارجية الكيني»
    if office.side != 0,
      (index + 1...index + 3).contains(where: {
        isFreeWord($0) && (isState($0) || lexicon.nisba(at: $0, in: tokens) != 0)
      })
    {
      return false
    }
    let second = lexicon.lemma(tokens[index].word)
    return lexicon.seconds.contains(office.lemma) && second == lexicon.minister
      || office.lemma == lexicon.minister && lexicon.seconds.contains(second)
  }

  /// «المدير القطري لبرنامج الأغذية العالمي»: a body's man in a country, whichever.
  private func isOfCountry(_ index: Int, _ office: Office) -> Bool {
    lexicon.cues.country == tokens[index].whole && lexicon.bodyOffices.contains(office.lemma)
      && tokens[index + 1].kind == .word
      && (tokens[index + 1].preposition != 0 || lexicon.cues.links[tokens[index + 1].word] == .post)
  }

  /// «والمغاربة المقيمين بالخارج»: behind whom a ministry cares for abroad.
  private func citizensAbroad(_ index: Int) -> Int? {
    guard classes(index).contains(.plural) else { return nil }
    var end = index + 1
    while isFreeWord(end), lexicon.cues.abroad.contains(tokens[end].whole) { end += 1 }
    return end > index + 1 ? end : nil
  }

  /// Whether a body's name stands at a token, so that a title before it is an office: «شيخ الأزهر».
  private func isBody(_ index: Int) -> Bool {
    lexicon.names.mayStart(tokens[index].whole)
      && lexicon.names.longest(at: index, head: tokens[index].whole, in: tokens)?.values.contains {
        $0.entry.kind == .organisation && $0.use != .ambiguous
      } ?? false
  }

  /// «الجبهة الشعبية الأزوادية»: an unknown word that ends like a feminine adjective behind a feminine word.
  private func isFeminineAdjective(_ index: Int) -> Bool {
    let isFeminine = letter(index - 1, length(index - 1) - 1) == Letters.heh
    return isFeminine && hasArticle(index - 1) && hasAdjectiveShape(index)
      && letter(index, length(index) - 1) == Letters.heh && classes(index).isDisjoint(with: .nameWord)
  }

  struct Step {
    var end: Int
    var side: SideID
    var isPerson: Bool
    var isCity: Bool
    var isState = false
  }

  /// A gazetteer name inside an office phrase.
  func gazetteerStep(_ position: Int, isOpen: Bool, prepositional: Bool, _ office: Office) -> Step? {
    let token = tokens[position]
    guard
      lexicon.names.mayStart(token.whole) || token.preposition == Letters.lam || token.preposition == Letters.beh
        || token.lessPreposition != 0
    else { return nil }
    guard let (match, reading) = lexicon.names.longest(at: position, in: tokens),
      reading == .whole || reading == .preposition
    else { return nil }
    let single = match.end == position + 1
    let known = lexicon.classes(token.word(reading))
    if reading == .whole, let person = match.values.first(where: { $0.entry.kind == .person }) {
      if match.values.allSatisfy({ $0.entry.kind == .person }) {
        if single, !known.isDisjoint(with: [.portfolio, .modifier, .noun]) { return nil }
        if single, person.use == .ambiguous, isOpen, !known.isDisjoint(with: [.common, .function]) { return nil }
        return Step(end: match.end, side: 0, isPerson: true, isCity: false)
      }
    }
    // «سلطان عمان», «وزير خارجية عمان»: of the state, not of another's capital.
    let named = isOpen ? match.values.first { $0.entry.kind == .state && $0.use == .name } : nil
    guard let value = named ?? match.values.first(where: { $0.entry.kind != .person && $0.entry.kind != .outlet })
    else { return nil }
    if single, value.use == .ambiguous, !(isOpen || prepositional) { return nil }
    // «حزب الشعب الديمقراطي» is another party than «حزب الشعب».
    if value.entry.kind == .organisation, lexicon.cues.party.contains(tokens[position].word(reading)),
      lexicon.cues.political.contains(tokens[match.end].word)
    {
      return nil
    }
    if single, !known.isDisjoint(with: [.portfolio, .modifier]) { return nil }
    let isCity = !match.values.contains { $0.entry.kind == .state || $0.entry.kind == .organisation }
    // «لشؤون آسيا» is no woman's name.
    if single, isCity, !known.isDisjoint(with: [.common, .given]),
      !lexicon.cues.field.contains(tokens[position - 1].word)
    {
      return nil
    }
    // «الوزير مصر» is nothing: a state follows a construct or a preposition.
    if reading == .whole, !isOpen, !prepositional { return nil }
    if reading == .preposition, preposition(position, reading) != Letters.lam,
      preposition(position, reading) != Letters.beh
    {
      return nil
    }
    // «استقبل الوزير بقصر الاتحادية»: where it took place.
    if value.use == .metonym, reading == .preposition, preposition(position, reading) == Letters.beh { return nil }
    let state = named ?? match.values.first { $0.entry.kind == .state } ?? value
    // «مجلس الأمن القومي»: several states have one.
    let isShared = state.entry.kind == .organisation && state.use == .ambiguous
    return Step(
      end: match.end, side: isShared ? 0 : lexicon.gazetteer[state.entry].side, isPerson: false, isCity: isCity,
      isState: state.entry.kind == .state)
  }

  /// The token after a short quoted name that starts at `index`.
  func quotedName(at index: Int) -> Int? {
    guard tokens[index].kind == .mark else { return nil }
    if tokens[index].letter == UInt8(ascii: "(") {
      var end = index + 1
      while end < min(tokens.count, index + 4), tokens[end].kind == .latin { end += 1 }
      return end > index + 1 && tokens.mark(end) == UInt8(ascii: ")") ? end + 1 : nil
    }
    guard let quote = tokens.quote(at: index + 1), quote.isClosed, quote.tokens.count <= 4 else { return nil }
    return quote.tokens.upperBound + 1
  }
}
