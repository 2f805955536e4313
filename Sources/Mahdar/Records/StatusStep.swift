/// A step in what is told of a contact's status: reports in a row that tell it alike.
public struct StatusStep: Sendable, Hashable {
  /// What the step does to what was told before.
  public enum Turn: String, Sendable, Codable {
    /// The first that is told of it.
    case first
    /// Another status than before.
    case moves
    /// The same status with days that exclude those told before.
    case redated
    /// What was told before, against what stands between: «still planned», «held all the same».
    case again
    /// Stands beside the status and does not move it: a denial of what is told as held, a plan told after the event.
    case beside
  }

  public var status: ContactStatus
  public var turn: Turn
  /// The claims that say so, by their places in `Record.claims`.
  public var claims: [Int]
  /// When it was said first: the publication, as given.
  public var said: String?
  public var outlet: String?
  /// The most exact date told with it.
  public var about: String?

  /// Whether it is what the present status follows from.
  public var isCredible: Bool { turn != .beside }
}

/// Reads the steps of a status and where they lead.
struct StatusHistory: Sendable {
  private(set) var steps: [StatusStep] = []
  private(set) var present = ContactStatus.proposed

  /// - Parameter claims: in the order in which they were said.
  init(_ claims: [RecordClaim]) {
    var present: ContactStatus?
    for (index, claim) in claims.enumerated() {
      let date = claim.date.flatMap { CalendarValue($0) }
      if let last = steps.last, last.status == claim.status, Self.agree(last.about, date) {
        steps[steps.count - 1].claims.append(index)
        let days = last.about.flatMap { CalendarValue($0)?.days } ?? .max
        if let date, date.days < days { steps[steps.count - 1].about = claim.date }
        continue
      }
      let turn = turn(present, claim.status, date)
      if turn != .beside { present = claim.status }
      steps.append(
        StatusStep(
          status: claim.status, turn: turn, claims: [index], said: claim.published, outlet: claim.outlet,
          about: claim.date))
    }
    self.present = present ?? claims.first?.status ?? .proposed
  }

  private func turn(_ present: ContactStatus?, _ next: ContactStatus, _ date: CalendarValue?) -> StatusStep.Turn {
    guard let present else { return .first }
    guard Self.moves(present, to: next) else { return .beside }
    let earlier = steps.last { $0.status == next && $0.isCredible }
    guard let earlier else { return .moves }
    if !Self.agree(earlier.about, date) { return next == present ? .redated : .moves }
    return .again
  }

  /// Whether the days told with two steps may be the same.
  private static func agree(_ one: String?, _ other: CalendarValue?) -> Bool {
    guard let one = one.flatMap({ CalendarValue($0) }), let other else { return true }
    return one.overlaps(other)
  }

  /// Whether a report of `next` moves a contact that stands at `status`.
  ///
  /// What took place stays so; a denial stands beside what it denies, but undoes what was no more than talked of; less sure plans
  /// don't undo surer ones.
  private static func moves(_ status: ContactStatus, to next: ContactStatus) -> Bool {
    switch (status, next) {
    case (.denied, _): true
    case (.proposed, .denied): true
    case (_, .denied): false
    case (.held, _): next == .held
    case (.underway, _): next == .held || next == .underway
    case (.scheduled, .proposed): false
    default: true
    }
  }

  /// Whether some report denies the contact or its being held, while others tell it.
  var isDisputed: Bool {
    steps.contains { $0.status == .denied } && steps.contains { $0.status != .denied }
  }

  /// The claims whose dates count: those that tell what took place, else those of the plan as it stands since it was last moved.
  var standing: Set<Int> {
    let isPast = present == .held || present == .underway
    if isPast {
      return Set(steps.filter { $0.status == .held || $0.status == .underway }.flatMap(\.claims))
    }
    let moved = steps.lastIndex { [.moves, .redated].contains($0.turn) && $0.about != nil } ?? 0
    return Set(steps[moved...].filter(\.isCredible).flatMap(\.claims))
  }
}
