import Mahdar

/// The faults of one cause.
struct FaultGroup {
  /// `missed contact: participants`, `wrong date`
  let title: String
  let faults: [Fault]

  private static let kinds: [Fault.Kind] = [.missed, .spurious, .wrong]
  private static let parts =
    ["contact", "quote", "indirect", "date", "person"] + EvaluatedField.allCases.map(\.rawValue)
    + EvaluatedLayer.allCases.map(\.rawValue)

  /// What was missed, what is spurious, what is wrong; of each part the cause of most faults first.
  static func groups(_ faults: [Fault]) -> [FaultGroup] {
    let groups = Dictionary(grouping: faults) { fault in
      "\(fault.kind.rawValue) \(fault.part)" + (fault.cause.map { ": \($0)" } ?? "")
    }
    func rank(_ group: FaultGroup) -> [Int] {
      guard let fault = group.faults.first else { return [] }
      return [
        kinds.firstIndex(of: fault.kind) ?? 0, parts.firstIndex(of: fault.part) ?? 0, -group.faults.count,
      ]
    }
    return groups.sorted { $0.key < $1.key }.map { FaultGroup(title: $0.key, faults: $0.value) }.sorted {
      rank($0).lexicographicallyPrecedes(rank($1))
    }
  }
}
