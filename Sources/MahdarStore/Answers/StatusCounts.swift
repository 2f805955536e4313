import Mahdar

/// How many contacts are of each status.
public typealias StatusCounts = [String: Int]

extension StatusCounts {
  /// What was held weighs more than what is planned, and that more than what was called off.
  private static let order: [ContactStatus] = [
    .held, .underway, .scheduled, .postponed, .proposed, .cancelled, .denied,
  ]

  /// The status that weighs most of those that there are.
  var weightiest: String { Self.order.first { self[$0.rawValue] != nil }?.rawValue ?? ContactStatus.held.rawValue }
}
