/// The frames of contacts that somebody asks for.
extension FrameReader {
  /// «طلب أ من ب عقد اجتماع», «دعا أ ب إلى قمة», «دعا أ ب إلى زيارة …».
  mutating func readRequest(_ verb: ContactVerb, at index: Int, limit: Int) {
    guard !verb.inflection.hasObject, let at = objectNoun(of: verb, at: index, limit: min(limit, index + 30)),
      let noun = map.noun(at), !isNone(at), !isSeries(at)
    else { return }
    let before = groups(map.arguments(from: index + 1, to: at).list)
    let left = leftSubject(of: index)
    let bare = before.filter { $0[0].role == nil }
    let own = left.isEmpty ? bare.first ?? [] : left
    guard
      let asked = before.first(where: { $0[0].role == .from }) ?? (left.isEmpty ? bare.dropFirst().first : bare.first)
    else { return }
    let behind = map.arguments(from: at + 1, to: limit).list
    taken.insert(at)
    if noun.kind == .visit {
      addVisit(verb.frame.rawValue, asked, behind, inferred: nil, at: at, noun: at)
    } else if noun.kind == .encounter || noun.kind == .talks {
      let with = groups(behind).first { $0[0].role == .with || $0[0].role == .between } ?? []
      let parties = with.first?.role == .between ? with : own + asked + with
      add(verb.frame.rawValue, form(of: at, parties), parties, inferred: nil, at: at, noun: at)
    }
  }

  /// Who is asked to come: «وجه دعوة إلى أ لزيارة …».
  func invited(before visit: Int) -> Argument? {
    guard
      let noun = (max(sentence.lowerBound, visit - 20)..<visit).last(where: {
        map.mentionAt[$0] < 0 && map.noun($0)?.kind == .invitation
      })
    else { return nil }
    return map.arguments(from: noun + 1, to: visit).list.first { $0.role == .to && !isPlace($0) && isActor($0) }
  }

  /// The host who invited the visitors: «زيارة إلى برلين بدعوة من نظيره أ».
  func inviter(behind index: Int, side: String) -> Argument? {
    guard
      let noun = (index + 1..<min(index + 20, sentence.upperBound)).first(where: {
        map.mentionAt[$0] < 0 && map.noun($0)?.kind == .invitation
      })
    else { return nil }
    return map.arguments(from: noun + 1, to: min(noun + 12, sentence.upperBound)).list.first {
      $0.role == .from && isPerson($0) && chains[mentions[$0.mention].chain].side == side
    }
  }
}
