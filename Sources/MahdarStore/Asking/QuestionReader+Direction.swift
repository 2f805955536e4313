import Mahdar

/// Who called, wrote to or received whom.
extension QuestionReader {
  /// The party that began and the one that it came to: «اتصل لافروف بفيدان», «تلقى مودي رسالة من هيثم», «استقبل السيسي ماكرون»,
  /// “was Putin called by Trump”.
  mutating func readDirection(_ all: Set<Class>) {
    guard let verb = tokens.indices.first(where: isDirected) else { return }
    let isReceiving = has(.receive, verb) || has(.receiveMessage, verb)
    let isPassive = isLatin && tokens.indices.contains { has(.by, $0) && $0 > verb }
    var (subject, object): (Int?, Int?) = (nil, nil)
    for party in question.parties.indices where !question.parties[party].isJoined && question.parties[party].tokens.lowerBound != verb {
      let start = question.parties[party].tokens.lowerBound
      if isLatin {
        if start < verb || start > 0 && has(.by, start - 1) { subject = subject ?? party } else { object = object ?? party }
        continue
      }
      guard start > verb else { continue }
      let isFrom = start > 0 && (has(.from, start - 1) || has(.whoElse, start - 1))
      let isTo = isPreposition(start, question.parties[party]) || start > 0 && has(.to, start - 1)
      if isFrom || isTo || subject != nil { object = object ?? party } else { subject = party }
    }
    // Who asks who began leaves the one behind the verb to be the object: «من اتصل بفيدان», «من هاتف فيدان».
    if subject != nil, object == nil, isSubjectAsked(verb), !isRelative(verb) { (subject, object) = (nil, subject) }
    if isPassive, let first = subject, let second = question.parties.indices.first(where: { has(.by, question.parties[$0].tokens.lowerBound - 1) }) {
      (question.beginner, question.receiver) = isReceiving ? (first == second ? object : first, second) : (second, first == second ? object : first)
      return
    }
    (question.beginner, question.receiver) = isReceiving ? (object, subject) : (subject, object)
  }

  /// Whether a word's subject and object are not to be exchanged.
  private func isDirected(_ index: Int) -> Bool {
    vocabulary.isDirected(tokens[index].folded) || !classes(index).isDisjoint(with: [.receive, .receiveMessage]) && isVerb(index)
  }

  private func isVerb(_ index: Int) -> Bool {
    !["استقبال", "الاستقبال", "استضافه"].contains(tokens[index].folded)
  }

  /// Whether «من» or “who” stands for the verb's subject: not «لمن», «ممن», “whom did”.
  private func isSubjectAsked(_ verb: Int) -> Bool {
    tokens[..<verb].indices.contains { index in
      guard !classes(index).isDisjoint(with: [.who, .whoElse]), isHead(index) else { return false }
      let word = tokens[index].folded
      if tokens[index].isLatin { return !tokens[..<verb].indices.contains { has(.whether, $0) && $0 > index } && word != "whom" }
      return !"لبف".contains(word.first ?? " ") && !word.hasPrefix("مم") && word != "مع" && (index == 0 || !has(.to, index - 1))
    }
  }

  /// «الذي اتصل به الصفدي»
  private func isRelative(_ verb: Int) -> Bool {
    verb + 1 < tokens.count && ["به", "بها", "له", "لها", "اليه", "اليها"].contains(tokens[verb + 1].folded)
  }
}
