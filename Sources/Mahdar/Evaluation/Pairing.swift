/// Which mark is which of what was read: each of them once.
struct Pairing {
  typealias Pair = (marked: Int, found: Int)

  let pairs: [Pair]
  /// Marks that nothing was read for, and what was read that nothing is marked for.
  let missed: [Int]
  let spurious: [Int]

  private init(_ pairs: [Pair], _ marked: Int, _ found: Int) {
    self.pairs = pairs
    let (hit, used) = (Set(pairs.map(\.marked)), Set(pairs.map(\.found)))
    missed = (0..<marked).filter { !hit.contains($0) }
    spurious = (0..<found).filter { !used.contains($0) }
  }

  /// Gives each mark the first that is the same, in order.
  init<Marked, Found>(_ marked: [Marked], _ found: [Found], _ isSame: (Marked, Found) -> Bool) {
    var left = Array(found.indices)
    var pairs: [Pair] = []
    for (index, mark) in marked.enumerated() {
      guard let place = left.firstIndex(where: { isSame(mark, found[$0]) }) else { continue }
      pairs.append((index, left.remove(at: place)))
    }
    self.init(pairs, marked.count, found.count)
  }

  /// Pairs contacts of one kind, in person or not, of which at least two participants and half of all agree: those first
  /// that agree in most.
  init(contacts marked: [MarkedContact], _ found: [MarkedContact], _ agreements: [[PartyAgreement]]) {
    var candidates: [(score: Double, pair: Pair)] = []
    for (index, mark) in marked.enumerated() {
      for (place, one) in found.enumerated() where mark.isRemote == one.isRemote {
        let agreement = agreements[index][place]
        guard agreement.isEnough else { continue }
        func weight(_ field: EvaluatedField) -> Double { mark.isRight(field, in: one) ? 1 : 0 }
        let score =
          agreement.share + 0.4 * weight(.date) + 0.3 * weight(.place) + 0.2 * weight(.status) + 0.1 * weight(.form)
        candidates.append((score, (index, place)))
      }
    }
    candidates.sort { ($1.score, $0.pair.marked, $0.pair.found) < ($0.score, $1.pair.marked, $1.pair.found) }
    var (hit, used): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [Pair] = []
    for (_, pair) in candidates where !hit.contains(pair.marked) && !used.contains(pair.found) {
      pairs.append(pair)
      hit.insert(pair.marked)
      used.insert(pair.found)
    }
    self.init(pairs, marked.count, found.count)
  }
}

/// How far the participants of two contacts agree.
struct PartyAgreement {
  let pairs: [Pairing.Pair]
  /// Of all participants of both, those that agree.
  let share: Double

  init(_ marked: MarkedContact, _ found: MarkedContact) {
    pairs = Pairing(marked.parties, found.parties) { $0.isSame(as: $1) }.pairs
    let all = marked.parties.count + found.parties.count - pairs.count
    share = all == 0 ? 0 : Double(pairs.count) / Double(all)
  }

  var isEnough: Bool { pairs.count >= 2 && share >= 0.5 }
}
