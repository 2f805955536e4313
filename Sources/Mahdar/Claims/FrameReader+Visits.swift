/// The frames of nouns that go from one to another: visits, envoys, invitations and messages.
extension FrameReader {
  func readVisitNoun(_ noun: ContactNoun, _ predicate: Int) {
    let index = token(predicate)
    // «أن رحلة تقل مسافرين وصلت إلى …»: a flight.
    let clause = tree.predicates[predicate].clause
    if !noun.hasPronoun, index == tree.clauses[clause].start + 1, hasPlainSubject(clause) { return }
    var goals = goals(of: predicate, relativeVerb(of: predicate))
    var visitors: [Party] = []
    let genitive = genitive(of: predicate)
    let own = parties(genitive, at: index).filter { chains[$0.chain].kind != .state && chains[$0.chain].kind != .place }
    if !own.isEmpty {
      visitors = own
    } else if tree.predicates[predicate].role == .by || tree.predicates[predicate].role == nil,
      let doer = doer(before: predicate)
    {
      visitors = parties(doer, at: index)
    } else if let guest = phrases(predicate, .to).first(where: {
      isPerson($0) || (isGroup($0) || isOfficials($0)) && !sides($0).isEmpty
    }) {
      // «زيارة مرتقبة للرئيس الصيني إلى الرياض».
      visitors = parties(guest, at: index)
    } else if let delegation = unnamedDelegation(behind: predicate) {
      visitors = [delegation]
    } else if noun.hasPronoun {
      visitors = owner(of: predicate, excluding: host(of: goals))
    } else if !goals.isEmpty, noun.kind == .visit {
      visitors = inferred(subject(ofClause: tree.predicates[predicate].clause))
      if visitors.isEmpty || sides(visitors) == sides(host(of: goals)) {
        visitors = antecedent(before: index, excluding: host(of: goals)).map { [$0] } ?? []
      }
    }
    // «توجههم إلى …» is not said of one person.
    if noun.pronoun == .plural, visitors.count == 1, chains[visitors[0].chain].kind == .person { visitors = [] }
    if let genitive, isPlace(genitive), goals.isEmpty { goals = [genitive] }
    let count = drafts.count
    addVisit("noun.visit", visitors, goals, at: index, noun: predicate)
    if drafts.count == count { anaphor(noun, predicate) }
  }

  /// «قيام أ بزيارة إلى …»
  private func doer(before noun: Int) -> Phrase? {
    phrases(before: token(noun)).last { phrase in
      phrase.clause == tree.predicates[noun].clause
        && (1...2).contains { lexicon.doing.contains(tokens.word(phrase.tokens.lowerBound - $0)) }
    }
  }

  /// «أعلن السفير الكويتي عن زيارة لوفد اقتصادي إلى بغداد»: a delegation without a side is of who announces it.
  private func unnamedDelegation(behind noun: Int) -> Party? {
    let index = token(noun)
    guard let side = subject(ofClause: tree.predicates[noun].clause).first.flatMap({ chains[$0.chain].side }) else {
      return nil
    }
    // «زيارة قريبة لوفد …»
    for position in index + 1..<min(index + 3, sentence.upperBound)
    where tokens[position].preposition == Letters.lam && lexicon.delegations.contains(tokens[position].lessPreposition)
    {
      let span = tokens[position].span
      let name = TextSpan(span.end - Int32(tokens.text(span).dropFirst().utf8.count), span.end)
      return delegation(name, of: side)
    }
    return nil
  }

  /// A delegation that the article tells by a noun alone.
  func delegation(_ name: TextSpan, of side: String) -> Party {
    Party(
      chain: add(
        Chain(
          kind: .group, name: name, office: nil, side: side, id: nil, label: nil, isResolved: false, isNamed: false,
          mentions: [], knownName: nil)), span: name)
  }

  /// «إيفاد ألبانيا وزير ماليتها إلى صوفيا»
  func readDispatchNoun(_ predicate: Int) {
    let index = token(predicate)
    let people = ([genitive(of: predicate)].compactMap(\.self) + phrases(predicate, nil)).filter(isPerson)
    guard let sent = people.last else { return }
    addVisit("dispatch", parties(sent, at: index), goals(of: predicate, nil), at: index, noun: predicate)
  }

  /// «الزيارة التي يعتزم أداءها إلى تونس», «زيارة قام بها أ إلى ب»: the verb of the noun's relative clause.
  func relativeVerb(of noun: Int) -> Int? {
    for next in noun + 1..<min(noun + 4, tree.predicates.count) {
      let clause = tree.clauses[tree.predicates[next].clause]
      if clause.kind == .relative, clause.governor == noun, clause.predicate == next { return next }
    }
    return nil
  }

  private func host(of goals: [Phrase]) -> [Party] {
    guard let first = goals.first?.members.first else { return [] }
    return [Party(chain: mentions[first].chain, span: mentions[first].span)]
  }

  /// «بدعوة رئيس تشيلي ملك النرويج إلى سانتياغو»
  func readInvitationNoun(_ predicate: Int) {
    guard let genitive = genitive(of: predicate), !isPlace(genitive) else { return }
    let index = token(predicate)
    let host = parties(genitive, at: index)
    // «دعوة المجلس إلى عقد اجتماع»: who is asked, not who asks.
    if let at = (predicate + 1..<min(predicate + 4, tree.predicates.count)).first(where: {
      tree.predicates[$0].noun.map { $0.kind == .encounter || $0.kind == .talks } ?? false
        && tree.predicates[$0].clause == tree.predicates[predicate].clause && !taken.contains($0)
    }), tree.predicates[at].noun?.isDefinite == false {
      let all = distinct(inferred(subject(ofClause: tree.predicates[predicate].clause)) + host)
      guard sides(all).count > 1 else { return }
      taken.insert(at)
      return add("request", form(of: at, all), all, at: token(at), noun: at)
    }
    let goals = phrases(predicate, .to).filter(isPlace)
    let next = tree.predicates[predicate].genitive + 1
    guard next < tree.phrases.count, isPerson(tree.phrases[next]),
      tree.phrases[next].role == nil || tree.phrases[next].role == .to
    else { return }
    let object = tree.phrases[next]
    let guest = parties(object, excluding: host, at: index)
    guard sides(host + guest).count > 1 else { return }
    addVisit("noun.invitation", guest, goals, at: index, noun: predicate)
  }

  func readMessage(_ noun: ContactNoun, _ predicate: Int) {
    guard noun.number != .plural else { return }
    let index = token(predicate)
    // «ردا على خطاب للرئيس»: what he said to everybody.
    if tree.predicates[predicate].role == .on { return }
    let from = parties(genitive(of: predicate) ?? phrase(predicate, .from), at: index)
    let to = parties(phrase(predicate, .to), excluding: from, at: index)
    let writer = from.isEmpty ? inferred(subject(ofClause: tree.predicates[predicate].clause)) : from
    guard !to.isEmpty, sides(writer + to).count > 1 else { return }
    add("noun.message", noun.form, writer + to, at: index, noun: predicate)
  }

  // MARK: Further participants
}
