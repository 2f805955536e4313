/// Sessions of bodies, and who received a guest.
extension FrameReader {
  func isBody(_ parties: [Party]) -> Bool {
    guard let first = parties.first else { return false }
    switch chains[first.chain].kind {
    case .organisation: return chains[first.chain].side.map { lexicon.countries[$0] == nil } ?? false
    // «لقاء وفد من الحركة»: its delegation holds no session.
    case .group:
      return chains[first.chain].side.map { lexicon.countries[$0] == nil } ?? false
        && mention(of: first).map { lexicon.delegations.contains(tokens.word($0.tokens.lowerBound)) } != true
    default: return false
    }
  }

  /// «قمة الاتحاد الأفريقي في نيامي»: the body, and whoever else is told to take part.
  func addBody(_ noun: ContactNoun, _ predicate: Int, _ body: [Party]) {
    let more = joined(behind: token(predicate) + 1)
    let all = distinct(body + more)
    guard sides(all).count > 1 else {
      return retell("noun." + noun.kind.rawValue, noun.form, body, at: token(predicate), noun: predicate)
    }
    addNoun(noun, predicate, all)
  }

  /// Participants told by «بمشاركة», «برئاسة أ وحضور ب», «يضم» close behind the noun.
  func joined(behind start: Int) -> [Party] {
    var words = 0
    var position = start
    var found: [Party] = []
    while position < sentence.upperBound, words <= Self.joiningReach {
      if map.mentionAt[position] >= 0 || map.timeAt[position] >= 0 {
        position += 1
        continue
      }
      if map.verb(position) != nil && tokens[position].conjunction != 0 { return found }
      if let (match, _) = map.lexicon.cues.longest(at: position, in: tokens) {
        if match.values.contains(.occasion) { return found }
        if match.values.contains(.joining) {
          guard let next = phrase(from: match.end), next.tokens.lowerBound - match.end <= 4 else { return found }
          found += parties(next, at: position)
          position = next.tokens.upperBound
          words = Self.joiningReach - 3
          continue
        }
      }
      if map.noun(position) != nil, position > start + 1 || predicate(at: position).map({ isApart($0) }) == true {
        return found
      }
      words += 1
      position += 1
    }
    return found
  }

  /// «تناول الاتصال لقاء بين أ وب»: a noun that stands in no construct.
  private func isApart(_ noun: Int) -> Bool { !tree.predicates[noun].isConstruct && tree.predicates[noun].role == nil }

  /// So many words may stand between a conference and «بمشاركة»: its adjectives, body and topic.
  private static let joiningReach = 14

  // MARK: Receptions

  /// «كان في استقبال أ لدى وصوله ب», «كان ب في استقبال أ»: who greeted whom the noun's genitive or pronoun tells.
  func readReception(_ noun: ContactNoun, _ predicate: Int) {
    let index = token(predicate)
    let genitive = genitive(of: predicate)
    guard genitive != nil || noun.hasPronoun, let greeter = greeter(predicate, genitive) else { return }
    let greeters = parties(greeter, at: index)
    let guests = genitive.map { parties($0, at: index) } ?? owner(of: predicate, excluding: greeters)
    add("receive", .meeting, greeters + guests, at: index, noun: predicate)
  }

  /// Who is told behind «كان في استقبال …», or between «كان» and «في».
  private func greeter(_ predicate: Int, _ genitive: Phrase?) -> Phrase? {
    let index = token(predicate)
    if map.function(index - 2) == .copula || map.function(index - 3) == .copula {
      return phrases(from: genitive?.tokens.upperBound ?? index + 1).first {
        $0.role == nil && isPerson($0) && $0.clause == tree.predicates[predicate].clause
      }
    }
    return phrases(before: index).last.flatMap { topic in
      topic.role == nil && isPerson(topic) && topic.tokens.upperBound == index - 1
        && map.function(topic.tokens.lowerBound - 1) == .copula ? topic : nil
    }
  }

  /// «وكان في مقدمة مستقبليه أ وب»
  func readGreeting(_ index: Int) {
    guard let greeter = phrases(from: index).first(where: { $0.role == nil && isPerson($0) }) else { return }
    let greeters = parties(greeter, at: index)
    guard let guest = antecedent(before: index, excluding: greeters) else { return }
    add("receive", .meeting, greeters + [guest], at: index)
  }
}
