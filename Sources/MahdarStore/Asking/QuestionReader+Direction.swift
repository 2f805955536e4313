import Mahdar

/// Who called, wrote to or received whom.
extension QuestionReader {
  /// The party that began and the one that it came to: «اتصل لافروف بفيدان», «تلقى مودي رسالة من هيثم», «استقبل السيسي ماكرون»,
  /// “was Putin called by Trump”.
  mutating func readDirection() {
    guard let verb = tokens.indices.first(where: isDirected) else { return }
    // «استضافت ميونيخ لقاء …», “which city hosted …”: no party receives.
    if tokens[..<verb].indices.contains(where: { has(.placeNoun, $0) }) { return }
    if verb + 1 < tokens.count, case .place = roles[verb + 1] { return }
    let isReceiving = has(.receive, verb) || has(.receiveMessage, verb)
    let isPassive = isLatin && tokens.indices.contains { has(.by, $0) }
    var (subject, object): (Int?, Int?) = (nil, nil)
    let parties = question.parties.indices.filter { !question.parties[$0].isJoined }.sorted {
      question.parties[$0].tokens.lowerBound < question.parties[$1].tokens.lowerBound
    }
    for party in parties {
      let start = question.parties[party].tokens.lowerBound
      if isLatin {
        let isAgent = isPassive ? start > 0 && has(.by, start - 1) : start < verb
        if isAgent { subject = subject ?? party } else { object = object ?? party }
        continue
      }
      guard start > verb else { continue }
      let isFrom = has(.from, start - 1) || has(.whoElse, start - 1)
      let isTo = isPreposition(start, question.parties[party]) || has(.to, start - 1)
      if isFrom || isTo || subject != nil { object = object ?? party } else { subject = party }
    }
    // Who asks who began leaves the one behind the verb to be the object: «من اتصل بفيدان», «من هاتف فيدان».
    if subject != nil, object == nil, isSubjectAsked(verb), !isRelative(verb) { (subject, object) = (nil, subject) }
    (question.beginner, question.receiver) = isReceiving ? (object, subject) : (subject, object)
  }

  /// Whether a word's subject and object are not to be exchanged.
  private func isDirected(_ index: Int) -> Bool {
    if vocabulary.isDirected(tokens[index].folded) { return true }
    // “did Salman send …”, not “phone calls”
    if has(.directedBase, index), index > 0, !isBesideNoun(index) { return true }
    // «أجرى لافروف اتصالا بفيدان», not «… مع فيدان»
    if has(.carryOut, index) {
      return question.parties.contains { !$0.isJoined && isPreposition($0.tokens.lowerBound, $0) }
    }
    return !classes(index).isDisjoint(with: [.receive, .receiveMessage])
      && !has(.receiveNoun, index)
  }

  /// Whether a word in English is a noun, by what stands beside it: “the call”, “phone calls”, “how many letters”.
  private func isBesideNoun(_ index: Int) -> Bool {
    if index + 1 < tokens.count, has(.call, index + 1) || has(.message, index + 1) && !has(.plain, index + 1) {
      return true
    }
    if case .party = roles[index - 1] { return false }
    return classes(index - 1).isDisjoint(with: [.who, .planned]) || has(.howMuch, index - 1)
  }

  /// Whether «من» or “who” stands for the verb's subject: not «لمن», «ممن», “whom did”.
  private func isSubjectAsked(_ verb: Int) -> Bool {
    tokens[..<verb].indices.contains { index in
      guard !classes(index).isDisjoint(with: [.who, .whoElse]), isHead(index) else { return false }
      if has(.whom, index) || index > 0 && has(.to, index - 1) { return false }
      // “who did Macron host” asks for the object.
      return !tokens[index].isLatin || !tokens[(index + 1)..<verb].indices.contains { has(.whether, $0) }
    }
  }

  /// «الذي اتصل به الصفدي»
  private func isRelative(_ verb: Int) -> Bool {
    verb + 1 < tokens.count && has(.toThem, verb + 1)
  }
}
