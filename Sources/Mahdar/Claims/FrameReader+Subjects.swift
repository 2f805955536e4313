/// Who a verb without subject, a pronoun or a dual stands for.
extension FrameReader {
  /// Keeps the sentence's first free-standing actor: the one that a later pronoun most likely means.
  mutating func noteSubject() {
    let found = mainSubject(before: sentence.upperBound)
    if let found { subject = found }
  }

  /// The first actor of the sentence that no preposition governs; a person before a state.
  func mainSubject(before limit: Int) -> Argument? {
    let actors = map.arguments(from: sentence.lowerBound, to: limit, passRelative: true).list.filter {
      $0.role == nil && isActor($0)
    }
    return actors.first { mentions[$0.mention].kind == .person } ?? actors.first
  }

  func isActor(_ argument: Argument) -> Bool { map.mayAct(mentions[argument.mention]) }

  /// Who a pronoun or a verb without subject stands for: the nearest person before it, else the last sentence's subject.
  func referent(before index: Int, excluding others: [Argument]) -> Argument? {
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
    let inner = clauseStart(of: index)
    if let person = before.first(where: { isPerson($0) && $0.role == nil && $0.tokens.lowerBound > inner }) {
      return person
    }
    if let person = before.first(where: { isPerson($0) && $0.role == nil }) { return person }
    if !before.contains(where: isPerson), let later = following(index, excluding: excluded) { return later }
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

  /// The last token before `index` that opens a clause: «أن», «الذي», «بينما».
  private func clauseStart(of index: Int) -> Int {
    for position in stride(from: index - 1, through: sentence.lowerBound, by: -1) where map.mentionAt[position] < 0 {
      switch map.function(position) {
      case .complementizer, .relative, .while, .if: return position
      default: break
      }
    }
    return sentence.lowerBound - 1
  }

  /// «ولدى مشاركته في القمة، أعلن أ»: the subject behind the pronoun of an opening phrase.
  private func following(_ index: Int, excluding others: Set<Int>) -> Argument? {
    guard map.noun(index)?.pronoun == .singular || map.isJoining(index), index - sentence.lowerBound <= 6,
      (sentence.lowerBound..<index).allSatisfy({
        map.mentionAt[$0] >= 0 || map.timeAt[$0] >= 0 || map.function($0) != nil
      })
    else { return nil }
    switch map.function(index - 1) {
    case .during, .after, .before, .in: break
    default: return nil
    }
    // «وشدد خلال لقائه»: a verb at the sentence's head has its subject in the sentence before.
    for position in sentence.lowerBound..<max(index - 1, sentence.lowerBound)
    where map.function(position) == nil && map.mentionAt[position] < 0 && map.timeAt[position] < 0 {
      return nil
    }
    let behind = map.arguments(from: index + 1, to: sentence.upperBound, passRelative: true).list
    return behind.first {
      $0.role == nil && isPerson($0) && !$0.isCoordinated && !others.contains(mentions[$0.mention].chain)
        && map.verb($0.tokens.lowerBound - 1) == nil && !isGenitive($0, of: $0.tokens.lowerBound - 1)
    }
  }

  /// The sentence's actors before a token, in text order, with their roles.
  func actorsBefore(_ index: Int) -> [Argument] {
    var list: [Argument] = []
    var start = sentence.lowerBound
    while start < index {
      let (found, end) = map.arguments(from: start, to: index, passRelative: true)
      for argument in found where isActor(argument) { list.append(argument) }
      start = max(end, start) + 1
    }
    return list
  }

  /// The actors right before a verb: «إن لافروف وبومبيو سيناقشان», «الوفد الذي زار».
  func leftSubject(of index: Int) -> [Argument] {
    // «زار أنقرة والتقى ب»: a verb with و opens a clause of its own.
    if tokens[index].conjunction != 0 { return [] }
    var position = index - 1
    var gap = 0
    var isApart = false
    while position >= sentence.lowerBound {
      if map.mentionAt[position] >= 0 {
        let mention = Int(map.mentionAt[position])
        guard map.mayAct(mentions[mention]) else { return [] }
        // «عمّان – استقبل الملك …»: a dateline is no subject.
        if isApart, mentions[mention].kind == .place || mentions[mention].kind == .state { return [] }
        return coordinated(endingWith: mention)
      }
      if map.timeAt[position] >= 0 {
        position -= 1
        continue
      }
      let token = tokens[position]
      if token.kind == .mark {
        isApart = true
        guard
          token.letter == UInt8(ascii: ",") || token.letter == UInt8(ascii: "-") || token.letter == UInt8(ascii: ")")
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
  func coordinated(endingWith mention: Int) -> [Argument] {
    let arguments = actorsBefore(mentions[mention].tokens.upperBound)
    guard let last = arguments.lastIndex(where: { $0.mention == mention }) else { return [] }
    var first = last
    while first > 0, arguments[first].isCoordinated { first -= 1 }
    guard arguments[first].role == nil else { return [] }
    return Array(arguments[first...last])
  }
}
