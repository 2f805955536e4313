/// Finds an article's chains by what frames ask for: the state of a code, the people of a side, what was made for a
/// plural's member. Each index is made when it is first asked.
struct ChainFinder {
  private struct Member: Hashable {
    let kind: MentionKind
    let name: TextSpan
    let knownName: String?

    init(_ chain: Chain) {
      kind = chain.kind
      name = chain.name
      knownName = chain.knownName
    }
  }

  private var states: [String: Int] = [:]
  /// The named people with an office, by side. A person's side may become another, so that who asks compares it.
  private var people: [String: [Int]] = [:]
  private var members: [Member: [Int]] = [:]
  private var hasStates = false
  private var hasPeople = false
  private var hasMembers = false

  /// Notes a chain that is new or whose side has become another.
  mutating func note(_ index: Int, _ chain: Chain) {
    if hasStates { noteState(index, chain) }
    if hasPeople { notePerson(index, chain) }
    if hasMembers { noteMember(index, chain) }
  }

  /// The first chain of a state.
  mutating func state(_ code: String, in chains: [Chain]) -> Int? {
    if !hasStates {
      hasStates = true
      for index in chains.indices where chains[index].kind == .state { noteState(index, chains[index]) }
    }
    return states[code]
  }

  /// The named people of a side with an office, in the order of the chains.
  mutating func people(of side: String, in chains: [Chain]) -> [Int] {
    if !hasPeople {
      hasPeople = true
      for index in chains.indices { notePerson(index, chains[index]) }
    }
    return people[side] ?? []
  }

  /// The first chain that is a member of the kind and side that `chain` is.
  mutating func member(like chain: Chain, in chains: [Chain]) -> Int? {
    if !hasMembers {
      hasMembers = true
      for index in chains.indices { noteMember(index, chains[index]) }
    }
    return members[Member(chain)]?.first { chains[$0].side == chain.side }
  }

  private mutating func noteState(_ index: Int, _ chain: Chain) {
    guard chain.kind == .state, let side = chain.side, states[side] == nil else { return }
    states[side] = index
  }

  private mutating func notePerson(_ index: Int, _ chain: Chain) {
    guard chain.kind == .person, !chain.isNamed || chain.office != nil, let side = chain.side else { return }
    Self.insert(index, into: &people[side, default: []])
  }

  private mutating func noteMember(_ index: Int, _ chain: Chain) {
    Self.insert(index, into: &members[Member(chain), default: []])
  }

  /// Keeps `list` in order, each chain once.
  private static func insert(_ index: Int, into list: inout [Int]) {
    guard let last = list.last, last >= index else { return list.append(index) }
    let place = list.firstIndex { $0 >= index } ?? list.endIndex
    if list[place] != index { list.insert(index, at: place) }
  }
}
