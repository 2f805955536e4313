import Mahdar

/// No word is passed over: one that the answer makes no use of is not understood.
extension QuestionReader {
  mutating func refuseUnused(_ all: Set<Class>) {
    let kinds = Set(question.kinds)
    for index in tokens.indices {
      let found = classes(index)
      guard !found.isEmpty, !found.contains(.plain) || found.contains(.not) else { continue }
      if !isUsed(found, index, kinds, all) { roles[index] = nil }
    }
  }

  /// Whether the answer depends on a word of these classes: on one of them is enough.
  private func isUsed(_ found: Set<Class>, _ index: Int, _ kinds: Set<Question.Kind>, _ all: Set<Class>) -> Bool {
    found.contains { isUsed($0, index, kinds, all) }
  }

  private func isUsed(_ name: Class, _ index: Int, _ kinds: Set<Question.Kind>, _ all: Set<Class>) -> Bool {
    func asks(_ these: Question.Kind...) -> Bool { !kinds.isDisjoint(with: these) }
    switch name {
    case .not, .former, .early, .middle, .late, .firstHalf, .secondHalf: return false
    case .never: return asks(.whether)
    case .pronoun: return all.contains(.relative)
    case .dayNoun:
      if index + 1 < tokens.count, case .time = roles[index + 1] { return true }
      return asks(.when, .movedTo, .whenSaid, .whenTold, .conflict)
    case .timeUnit, .lasting: return asks(.howLong)
    case .times: return asks(.count, .people) || question.order != .any
    case .before, .after, .since, .until, .during: return isBesideTime(index)
    case .more, .less: return asks(.independent) || asks(.howLong) && question.duration != nil
    case .officeNoun, .holdOffice: return asks(.office, .holder, .whoIs)
    case .topicNoun: return asks(.topic)
    case .personNoun: return asks(.who, .visitor, .tookPart, .people, .whoSaid, .deniedBy, .source, .list, .whether)
    case .placeNoun: return asks(.place, .destination, .visitor, .conflict)
    case .source: return asks(.source, .independent)
    case .independent: return asks(.independent)
    case .reveal, .confirm: return asks(.source, .independent, .whenTold) || question.teller != nil || asks(.deniedBy)
    case .new: return asks(.changes, .movedTo)
    case .conflict: return asks(.conflict)
    case .statusNoun: return asks(.status)
    case .list: return !asks(.whether)
    case .discuss: return asks(.topic) || question.about != nil || !question.contactParties.isEmpty
    case .say: return asks(.said, .whoSaid, .whenSaid, .whetherSaid, .source)
    case .opinion, .why: return asks(.outside)
    case .how: return asks(.outside, .list)
    default: return true
    }
  }

  /// Whether a word that bounds a period stands right before days.
  private func isBesideTime(_ index: Int) -> Bool {
    // «بعد تأجيلها», «بعد لقائه» tell of the same contact.
    if index + 1 < tokens.count,
      has(.postponed, index + 1) || isContact(index + 1) && tokens[index + 1].folded.hasSuffix("ه")
    {
      return true
    }
    for place in index + 1..<min(index + 3, tokens.count) {
      if case .time = roles[place] { return true }
      guard has(.plain, place) || has(.dayNoun, place) || has(.in, place) else { return false }
    }
    return false
  }
}
