/// A step in what is told of a contact's status.
public struct StatusStep: Sendable, Hashable {
  public var status: ContactStatus
  /// The claim, by its place in `Record.claims`.
  public var claim: Int
  /// When it was said: the publication, as given.
  public var said: String?
  public var outlet: String?
  /// The date told with it.
  public var about: String?
  /// Whether it moves the status: a plan told again after the contact was held does not, nor does a denial.
  public var isCredible: Bool
}

/// Reads the steps of a status and where they lead.
struct StatusHistory: Sendable {
  private(set) var steps: [StatusStep] = []
  private(set) var present: ContactStatus

  /// - Parameter claims: in the order in which they were said.
  init(_ claims: [RecordClaim]) {
    var present: ContactStatus?
    for (index, claim) in claims.enumerated() {
      let isCredible = Self.moves(present, to: claim.status)
      if isCredible { present = claim.status }
      steps.append(
        StatusStep(
          status: claim.status, claim: index, said: claim.published, outlet: claim.outlet, about: claim.date,
          isCredible: isCredible))
    }
    self.present = present ?? claims.first?.status ?? .proposed
  }

  /// Whether a report of `next` moves a contact that stands at `status`.
  ///
  /// What took place stays so; a denial stands beside what it denies; less sure plans don't undo surer ones.
  private static func moves(_ status: ContactStatus?, to next: ContactStatus) -> Bool {
    switch (status, next) {
    case (nil, _): true
    case (.denied?, _): true
    case (_, .denied): false
    case (.held?, _): next == .held
    case (.underway?, _): next == .held || next == .underway
    case (.scheduled?, .proposed): false
    default: true
    }
  }

  /// Whether some report denies the contact or its being held, while others tell it.
  var isDisputed: Bool {
    steps.contains { $0.status == .denied } && steps.contains { $0.status != .denied }
  }
}
