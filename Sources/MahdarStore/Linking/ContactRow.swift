import Mahdar

/// A contact as lists show it: the account that the engine makes of its claims, in the columns of the table.
struct ContactRow {
  struct Party {
    var identity: String
    var name: String
    /// All names that reports use.
    var names: [String]
    var kind: String
    var side: String?
    var office: String?
    var label: String?
  }

  let id: String
  let form: String
  let status: String
  let channel: String
  let date: String?
  let days: DayRange?
  let place: String?
  let country: String?
  let support: Support
  let parties: [Party]
  /// The fields that claims disagree in.
  let conflicts: [String]

  /// - Parameters:
  ///   - record: of `profiles`, which tell all that its claims tell.
  ///   - support: by all of its claims.
  init(_ id: String, _ record: Record, _ profiles: [ClaimProfile], _ support: Support) {
    self.id = id
    form = record.form.rawValue
    status = record.status.rawValue
    channel = record.channel.rawValue
    date = record.date
    days = record.date.flatMap(DayRange.init)
    place = record.place?.name
    country = record.place?.country
    self.support = support
    conflicts = record.conflicts.map(\.field.rawValue)
    var names: [String: [String]] = [:]
    for profile in profiles.sorted(by: { $0.id < $1.id }) {
      for (identity, participant) in zip(profile.identities, profile.claim.participants)
      where names[identity]?.contains(participant.name) != true {
        names[identity, default: []].append(participant.name)
      }
    }
    parties = record.participants.map { one in
      Party(
        identity: one.identity, name: one.name, names: names[one.identity] ?? [one.name], kind: one.kind,
        side: one.side,
        office: one.offices.first, label: one.label)
    }
  }
}
