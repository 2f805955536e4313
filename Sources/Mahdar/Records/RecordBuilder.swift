/// Makes the account of a contact from the claims that tell of it.
struct RecordBuilder: Sendable {
  let lexicon: RecordLexicon
  /// The first copy of each article that has copies.
  let originals: [String: String]

  func callAsFunction(_ group: [ClaimProfile], links: [ClaimLink] = []) -> Record {
    let order = group.indices.sorted { Self.precedes(group[$0], group[$1]) }
    let profiles = order.map { group[$0] }
    let claims = profiles.map(\.claim)
    var placeOf = [Int](repeating: 0, count: group.count)
    for (place, index) in order.enumerated() { placeOf[index] = place }
    let history = StatusHistory(claims)
    let dates = dates(profiles)
    let participants = participants(profiles)
    let places = values(claims) { $0.place?.name }
    let durations = values(claims) { $0.duration }
    let ids = profiles.map(\.id).sorted()
    let place = best(profiles)
    return Record(
      id: Record.id(of: ids[0]), aliases: ids.dropFirst().map(Record.id), claims: claims, form: form(claims),
      status: history.present, isDisputed: history.isDisputed, channel: channel(claims), participants: participants.all,
      dates: dates.all, places: places, place: place, venues: values(claims) { $0.venue },
      occasions: values(claims) { $0.occasion }, durations: durations, topics: topics(claims), history: history.steps,
      roots: RootFinder(lexicon: lexicon, originals: originals).roots(of: claims),
      conflicts: [
        dates.conflict, placeConflict(profiles), conflict(.duration, durations), participants.conflict,
        statusConflict(claims),
      ].compactMap { $0 },
      links: links.map { .init(a: placeOf[$0.a], b: placeOf[$0.b], comparison: $0.comparison) })
  }

  /// In the order in which they were said; what has no publication comes last.
  static func precedes(_ a: ClaimProfile, _ b: ClaimProfile) -> Bool {
    let (first, second) = (a.claim.published ?? "~", b.claim.published ?? "~")
    // Of one day the sooner status comes first: announced in the morning, held in the evening.
    return (first.prefix(10), rank(a.claim.status), first, a.id) < (
      second.prefix(10), rank(b.claim.status), second, b.id
    )
  }

  private static func rank(_ status: ContactStatus) -> Int {
    switch status {
    case .proposed: 0
    case .scheduled: 1
    case .postponed: 2
    case .cancelled: 3
    case .underway: 4
    case .held: 5
    case .denied: 6
    }
  }

  // MARK: Fields

  /// The values of a field by how many claims tell them, then by who told them first.
  private func values(_ claims: [RecordClaim], _ field: (RecordClaim) -> String?) -> [Record.Value] {
    var values: [Record.Value] = []
    var places: [[Letter]: Int] = [:]
    for (index, claim) in claims.enumerated() {
      guard let value = field(claim) else { continue }
      let key = FoldedText.key(value)
      if let place = places[key] {
        values[place].claims.append(index)
      } else {
        places[key] = values.count
        values.append(.init(value: value, claims: [index]))
      }
    }
    return Self.bestFirst(values)
  }

  private static func bestFirst(_ values: [Record.Value]) -> [Record.Value] {
    values.enumerated().sorted { ($1.element.claims.count, $0.offset) < ($0.element.claims.count, $1.offset) }.map(
      \.element)
  }

  private func topics(_ claims: [RecordClaim]) -> [Record.Value] {
    var values: [Record.Value] = []
    var places: [[Letter]: Int] = [:]
    for (index, claim) in claims.enumerated() {
      for topic in claim.topics {
        let key = FoldedText.key(topic)
        if let place = places[key] {
          if values[place].claims.last != index { values[place].claims.append(index) }
        } else {
          places[key] = values.count
          values.append(.init(value: topic, claims: [index]))
        }
      }
    }
    return Self.bestFirst(values)
  }

  private func conflict(_ field: Record.Conflict.Field, _ values: [Record.Value]) -> Record.Conflict? {
    values.count > 1 ? .init(field: field, values: values) : nil
  }

  /// A visit with a meeting told in it is a meeting; else what most claims say.
  private func form(_ claims: [RecordClaim]) -> ContactForm {
    let order: [ContactForm] = [.meeting, .talks, .conference, .call, .message, .visit]
    let told = claims.map(\.form).filter { $0 != .visit }
    return order.max { a, b in
      let (first, second) = (told.count { $0 == a }, told.count { $0 == b })
      return first != second ? first < second : (order.firstIndex(of: a) ?? 0) > (order.firstIndex(of: b) ?? 0)
    }.flatMap { told.isEmpty ? nil : $0 } ?? .visit
  }

  private func channel(_ claims: [RecordClaim]) -> ContactChannel {
    claims.map(\.channel).first { $0 != .official } ?? .official
  }

  // MARK: Dates

  /// The dates told: the one that most claims agree with first, of those the most precise.
  private func dates(_ profiles: [ClaimProfile]) -> (all: [Record.Value], conflict: Record.Conflict?) {
    var told: [(value: CalendarValue, claims: [Int])] = []
    for (index, profile) in profiles.enumerated() {
      guard let date = profile.features.time.told else { continue }
      if let place = told.firstIndex(where: { $0.value == date }) {
        told[place].claims.append(index)
      } else {
        told.append((date, [index]))
      }
    }
    func agreeing(_ value: CalendarValue) -> Int {
      told.reduce(0) { $0 + ($1.value.overlaps(value) ? $1.claims.count : 0) }
    }
    let ranked = told.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      return (agreeing(y.value), x.value.days, y.claims.count, b.offset) < (
        agreeing(x.value), y.value.days, x.claims.count, a.offset
      )
    }.map(\.element)
    let all = ranked.map { Record.Value(value: $0.value.description, claims: $0.claims) }
    let isAtOdds = ranked.contains { one in ranked.contains { !$0.value.overlaps(one.value) } }
    return (all, isAtOdds ? .init(field: .date, values: all) : nil)
  }

  // MARK: Place

  /// The city that most claims tell, else the country.
  private func best(_ profiles: [ClaimProfile]) -> RecordClaim.Place? {
    var counts: [UInt64: Int] = [:]
    for profile in profiles { if let city = profile.features.city { counts[city, default: 0] += 1 } }
    let best = profiles.filter { $0.claim.place != nil }.enumerated().max { a, b in
      let first = a.element.features.city.flatMap { counts[$0] } ?? 0
      let second = b.element.features.city.flatMap { counts[$0] } ?? 0
      return (first, b.offset) < (second, a.offset)
    }
    return best?.element.claim.place
  }

  private func placeConflict(_ profiles: [ClaimProfile]) -> Record.Conflict? {
    var values: [Record.Value] = []
    var places: [UInt64: Int] = [:]
    for (index, profile) in profiles.enumerated() {
      guard let city = profile.features.city, let name = profile.claim.place?.name else { continue }
      if let place = places[city] {
        values[place].claims.append(index)
      } else {
        places[city] = values.count
        values.append(.init(value: name, claims: [index]))
      }
    }
    return conflict(.place, Self.bestFirst(values))
  }

  // MARK: Participants

  private struct Seat {
    var party: Attendee
    var participant: Record.Participant
  }

  private func participants(_ profiles: [ClaimProfile]) -> (all: [Record.Participant], conflict: Record.Conflict?) {
    var seats: [Seat] = []
    for (index, profile) in profiles.enumerated() {
      for (party, told) in zip(profile.parties, profile.claim.participants) {
        if let place = seats.firstIndex(where: { Self.isOne($0.party, party) }) {
          add(party, told, index, to: &seats[place])
        } else {
          var seat = Seat(
            party: party,
            participant: .init(
              identity: party.identity, name: told.name, label: party.label, kind: told.kind, side: party.side,
              offices: [],
              claims: []))
          add(party, told, index, to: &seat)
          seats.append(seat)
        }
      }
    }
    // A state or an office told for somebody named elsewhere is no further participant.
    let all = seats.filter { seat in
      seat.party.isNamed
        || !seats.contains { $0.party.isNamed && seat.party.side != nil && $0.party.side == seat.party.side }
    }.map(\.participant)
    return (all, participantConflict(seats, profiles))
  }

  private static func isOne(_ a: Attendee, _ b: Attendee) -> Bool {
    a.kind == b.kind && a.match(b) >= (a.isNamed ? .shortName : .state)
  }

  private func add(_ party: Attendee, _ told: RecordClaim.Participant, _ index: Int, to seat: inout Seat) {
    if party.key.parts.count > seat.party.key.parts.count {
      seat.party.key = party.key
      seat.participant.name = told.name
    }
    if seat.party.id == nil, party.id != nil {
      seat.party.id = party.id
      seat.participant.label = party.label
    }
    seat.participant.identity = seat.party.identity
    seat.participant.side = seat.participant.side ?? party.side
    if let office = told.office, !seat.participant.offices.contains(office) { seat.participant.offices.append(office) }
    if seat.participant.claims.last != index { seat.participant.claims.append(index) }
  }

  /// Sides for which claims name different people, none of whom all these claims name.
  private func participantConflict(_ seats: [Seat], _ profiles: [ClaimProfile]) -> Record.Conflict? {
    var values: [Record.Value] = []
    for side in Set(seats.compactMap(\.party.side)).sorted() {
      let named = seats.filter { $0.party.isNamed && $0.party.side == side }
      guard named.count > 1 else { continue }
      let telling = Set(named.flatMap(\.participant.claims))
      if !named.contains(where: { Set($0.participant.claims) == telling }) {
        values += named.map { .init(value: $0.participant.name, claims: $0.participant.claims) }
      }
    }
    return conflict(.participants, values)
  }

  private func statusConflict(_ claims: [RecordClaim]) -> Record.Conflict? {
    let against: Set<ContactStatus> = [.denied, .cancelled]
    let isTold = claims.contains { $0.status == .held || $0.status == .underway }
    let isDenied = claims.contains { $0.status == .denied }
    guard
      isTold && claims.contains(where: { against.contains($0.status) })
        || isDenied && claims.contains(where: { $0.status != .denied })
    else { return nil }
    return conflict(.status, values(claims) { $0.status.rawValue })
  }
}
