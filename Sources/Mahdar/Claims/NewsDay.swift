/// The day that the lead gives to its news, and the contacts that have it: «قال أ، الخميس، خلال لقائه ب».
struct NewsDay {
  private let map: ClauseMap
  private let trees: [Int: ClauseTree]
  private let time: TimeMention
  private let day: CalendarValue
  /// «غداة»: on the day after.
  private let morrow: WordID
  private let isToday: Bool
  /// The lead's first sentence.
  private let sentence: Range<Int>

  /// No sentence of fewer words tells news.
  private static let shortest = 6
  /// So many tellings of a contact are asked.
  private static let most = 8

  /// - Parameters:
  ///   - published: the day of publication; news are of it or the two days before.
  ///   - isOfOther: whether a time is that of something else: «منذ إصابته الاثنين».
  init?(
    map: ClauseMap, trees: [Int: ClauseTree], published: CalendarValue?, morrow: WordID,
    isOfOther: (TimeMention, Int) -> Bool
  ) {
    guard let published,
      let sentence = map.tokens.sentences.first(where: {
        $0.lowerBound >= map.tokens.titleCount && $0.count >= Self.shortest
      }),
      let time = map.times.first(where: { time in
        guard sentence.contains(time.tokens.lowerBound), let value = time.calendar,
          time.type == .date || time.type == .time, value.grain == .day, !isOfOther(time, sentence.lowerBound - 1)
        else { return false }
        return value.first <= published.first && value.first + 2 >= published.first
      }), let value = time.calendar
    else { return nil }
    self.map = map
    self.trees = trees
    self.time = time
    self.sentence = sentence
    day = value
    self.morrow = morrow
    isToday = value == published
  }

  /// Gives the news' day to a contact that was held and has no date, if it is the news or its setting.
  func date(_ contact: inout ClaimDraft) {
    guard contact.date == nil, !contact.isVisit,
      contact.status == .held || contact.status == .underway && isToday,
      isNews(contact) || isSetting(contact.trigger)
    else { return }
    // «قال أ غداة لقائه ب»
    let isBefore = (1...2).contains { map.tokens.word(contact.trigger - $0) == morrow }
    let date = isBefore ? day.shifted(by: -1) : day
    guard date.isWritable else { return }
    contact.date = date.description
    contact.dateSpan = time.span
  }

  private func isNews(_ contact: ClaimDraft) -> Bool {
    let told = contact.triggers.prefix(Self.most).filter(sentence.contains)
    return told.isEmpty ? contact.isInTitle : told.contains { !isReported($0) }
  }

  /// «قال أ، الأربعاء، إنه التقى ب»: the day is that of who says so.
  private func isReported(_ trigger: Int) -> Bool {
    guard time.tokens.lowerBound < trigger else { return false }
    return (time.tokens.upperBound..<max(time.tokens.upperBound, trigger)).contains {
      map.mentionAt[$0] < 0 && map.function($0) == .complementizer
    }
  }

  /// «وأضاف أ، في اتصال مع ب، أن …», «وجاءت تصريحاته خلال لقائه ب»: what is said was said on the news' day.
  private func isSetting(_ trigger: Int) -> Bool {
    guard trigger >= map.tokens.titleCount, map.verb(trigger) == nil, map.noun(trigger) != nil,
      let tree = trees[map.tokens.sentence(of: trigger).lowerBound],
      case let index = TellingClauses.predicate(at: trigger, in: tree), index >= 0,
      case let noun = tree.predicates[index], let role = noun.role,
      role == .during || role == .in || role == .after,
      let verb = ([noun.governor, tree.clauses[noun.clause].predicate].first { $0 >= 0 }),
      case .other(let told) = tree.predicates[verb].word, told.takesClause, told.inflection.tense == .past
    else { return false }
    let token = tree.predicates[verb].token
    // «وكان قد قال خلال لقائه ب»: earlier.
    return map.function(token - 1) != .copula && map.function(token - 2) != .copula
      && map.function(token - 1) != .may && map.tokens.sentence(of: trigger).contains(token)
  }
}
