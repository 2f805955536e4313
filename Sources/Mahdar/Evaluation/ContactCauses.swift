/// Why contacts were missed or read where nothing is marked, as far as the other side holds something alike.
struct ContactCauses {
  let marked: [MarkedContact]
  let found: [MarkedContact]
  let agreements: [[PartyAgreement]]
  let pairing: Pairing

  /// The cause, and the index of the contact found that comes nearest.
  func ofMissed(_ index: Int) -> (cause: String, nearest: Int?) {
    cause(
      agreements[index], { marked[index].isRemote == found[$0].isRemote }, left: pairing.spurious,
      twice: "one was found for several", none: "not found")
  }

  /// The cause, and the index of the marked contact that comes nearest.
  func ofSpurious(_ index: Int) -> (cause: String, nearest: Int?) {
    cause(
      agreements.map { $0[index] }, { marked[$0].isRemote == found[index].isRemote }, left: pairing.missed,
      twice: "found twice", none: "nothing is marked")
  }

  private func cause(
    _ agreements: [PartyAgreement], _ isOfSameKind: (Int) -> Bool, left: [Int], twice: String, none: String
  ) -> (String, Int?) {
    let enough = agreements.indices.filter { agreements[$0].isEnough }
    if let other = enough.first(where: isOfSameKind) { return (twice, other) }
    if let other = enough.first(where: left.contains) { return ("in person or not", other) }
    let sharing = left.filter { !agreements[$0].pairs.isEmpty }
    guard let other = sharing.max(by: { agreements[$0].share < agreements[$1].share }) else { return (none, nil) }
    return ("participants", other)
  }
}
