/// Makes the account of a contact from the claims that tell of it.
struct RecordBuilder: Sendable {
  /// The first copy of each article that has copies.
  let originals: [String: String]

  /// - Parameter counts: how many claims each stands for, which tell all that a list shows alike; one each when empty.
  func callAsFunction(_ group: [ClaimProfile], links: [ClaimLink] = [], counts: [Int] = []) -> Record {
    let said = group.map { SayingOrder($0.features, published: $0.claim.published) }
    let order = group.indices.sorted { said[$0] < said[$1] }
    let profiles = order.map { group[$0] }
    let counts = order.map { counts.isEmpty ? 1 : counts[$0] }
    let claims = profiles.map(\.claim)
    var placeOf = [Int](repeating: 0, count: group.count)
    for (place, index) in order.enumerated() { placeOf[index] = place }
    let history = StatusHistory(claims)
    let standing = history.standing
    let dates = dates(profiles, counts, standing)
    let participants = participants(profiles)
    let durations = values(claims, counts) { $0.duration }
    let ids = profiles.map(\.id).sorted()
    let graph = RootGraph(
      profiles.map { .init(roots: $0.features.roots, text: originals[$0.claim.article] ?? $0.claim.article) })
    let roots = SourceRoot.all(of: profiles, graph)
    var rootsOf = [[Int]](repeating: [], count: claims.count)
    for (place, root) in roots.enumerated() { for claim in root.claims { rootsOf[claim].append(place) } }
    let conflicts = ConflictFinder(profiles: profiles, counts: counts, roots: rootsOf)
    return Record(
      id: Record.id(of: ids[0]), aliases: ids.dropFirst().map(Record.id), claims: claims,
      form: form(claims, counts),
      status: history.present, isDisputed: history.isDisputed, channel: channel(claims), participants: participants.all,
      dates: dates, places: values(claims, counts) { $0.place?.name }, place: best(profiles, counts),
      venues: values(claims, counts) { $0.venue },
      occasions: values(claims, counts) { $0.occasion }, durations: durations, topics: topics(claims, counts),
      history: history.steps, roots: roots,
      cited: graph.cited.map { $0.map(\.claim) }, copied: graph.voices,
      conflicts: [
        conflicts.date(dates, standing: standing), conflicts.place(), conflicts.duration(durations),
        conflicts.conflict(.participants, participants.atOdds),
        conflicts.status(),
      ].compactMap { $0 },
      links: links.map { .init(a: placeOf[$0.a], b: placeOf[$0.b], comparison: $0.comparison) })
  }

  // MARK: Fields

  /// The values of a field by how many claims tell them, then by who told them first.
  private func values(
    _ claims: [RecordClaim], _ counts: [Int], _ field: (RecordClaim) -> String?
  ) -> [Record.Value] {
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
    return Self.bestFirst(values, counts)
  }

  private static func bestFirst(_ values: [Record.Value], _ counts: [Int]) -> [Record.Value] {
    let weights = values.map { $0.claims.reduce(0) { $0 + counts[$1] } }
    return values.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }.map { values[$0] }
  }

  private func topics(_ claims: [RecordClaim], _ counts: [Int]) -> [Record.Value] {
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
    return Self.bestFirst(values, counts)
  }

  /// A visit with a meeting told in it is a meeting; else what most claims say.
  private func form(_ claims: [RecordClaim], _ counts: [Int]) -> ContactForm {
    let order: [ContactForm] = [.meeting, .talks, .conference, .call, .message]
    var told: [ContactForm: Int] = [:]
    for (claim, count) in zip(claims, counts) { told[claim.form, default: 0] += count }
    // Of equals the first stays.
    let most = order.reduce(ContactForm.visit) { best, form in
      told[form, default: 0] > (best == .visit ? 0 : told[best, default: 0]) ? form : best
    }
    return most
  }

  private func channel(_ claims: [RecordClaim]) -> ContactChannel {
    claims.map(\.channel).first { $0 != .official } ?? .official
  }

  // MARK: Dates

  /// Dates of more days are told no better than as a week.
  private static let exact = 7

  /// The dates told: those that stand first, of them the one that most claims agree with, then the most precise.
  private func dates(_ profiles: [ClaimProfile], _ counts: [Int], _ standing: Set<Int>) -> [Record.Value] {
    var told: [(value: CalendarValue, claims: [Int], count: Int, stands: Bool)] = []
    var places: [CalendarValue: Int] = [:]
    for (index, profile) in profiles.enumerated() {
      guard let date = profile.features.time.told else { continue }
      let place = places[date] ?? told.count
      if place == told.count {
        places[date] = place
        told.append((date, [], 0, false))
      }
      told[place].claims.append(index)
      told[place].count += counts[index]
      if standing.contains(index) { told[place].stands = true }
    }
    let agreeing = told.map { one in told.reduce(0) { $0 + ($1.value.overlaps(one.value) ? $1.count : 0) } }
    return told.indices.sorted { a, b in
      if told[a].stands != told[b].stands { return told[a].stands }
      // A week or month agrees with all its days, and tells least.
      let (coarse, other) = (told[a].value.days > Self.exact, told[b].value.days > Self.exact)
      if coarse != other { return other }
      return (agreeing[b], told[a].value.days, told[b].count, a) < (agreeing[a], told[b].value.days, told[a].count, b)
    }.map { Record.Value(value: told[$0].value.description, claims: told[$0].claims) }
  }

  // MARK: Place

  /// The city that most claims tell, else the country.
  private func best(_ profiles: [ClaimProfile], _ counts: [Int]) -> RecordClaim.Place? {
    var cities: [UInt64: Int] = [:]
    for (profile, count) in zip(profiles, counts) {
      if let city = profile.features.city { cities[city, default: 0] += count }
    }
    let best = profiles.filter { $0.claim.place != nil }.enumerated().max { a, b in
      let first = a.element.features.city.flatMap { cities[$0] } ?? 0
      let second = b.element.features.city.flatMap { cities[$0] } ?? 0
      return (first, b.offset) < (second, a.offset)
    }
    return best?.element.claim.place
  }

  // MARK: Participants

  private struct Seat {
    var party: Attendee
    /// Whether it is told by name, not by an office that a table resolves.
    var isNamed: Bool { party.isNamed && !party.key.isEmpty }
    /// Of `party`.
    var features: AttendeeFeatures
    var participant: Record.Participant
  }

  private func participants(_ profiles: [ClaimProfile]) -> (all: [Record.Participant], atOdds: [Record.Value]) {
    var seats: [Seat] = []
    // Who was told before has a place already.
    var places: [UInt64: Int] = [:]
    for (index, profile) in profiles.enumerated() {
      for (party, told) in zip(profile.parties, profile.claim.participants) {
        let features = party.features
        let place = places[features.identity] ?? seats.firstIndex { Self.isOne($0.features, features) } ?? seats.count
        places[features.identity] = place
        if place < seats.count {
          add(party, told, index, to: &seats[place])
        } else {
          var seat = Seat(
            party: party, features: features,
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
    let sides = Set(seats.filter(\.isNamed).compactMap(\.party.side))
    let all = seats.filter { $0.isNamed || !($0.party.side.map(sides.contains) ?? false) }.map(\.participant)
    return (all, atOdds(seats, profiles))
  }

  private static func isOne(_ a: AttendeeFeatures, _ b: AttendeeFeatures) -> Bool {
    a.kind == b.kind && a.match(b) >= (a.isNamed ? .shortName : .state)
  }

  private func add(_ party: Attendee, _ told: RecordClaim.Participant, _ index: Int, to seat: inout Seat) {
    let isFuller = party.key.parts.count > seat.party.key.parts.count
    if isFuller {
      seat.party.key = party.key
      seat.participant.name = told.name
    }
    let isKnown = seat.party.id == nil && party.id != nil
    if isKnown {
      seat.party.id = party.id
      seat.participant.label = party.label
    }
    if isFuller || isKnown {
      seat.features = seat.party.features
      seat.participant.identity = seat.party.identity
    }
    seat.participant.side = seat.participant.side ?? party.side
    if let office = told.office, !seat.participant.offices.contains(office) { seat.participant.offices.append(office) }
    if seat.participant.claims.last != index { seat.participant.claims.append(index) }
  }

  /// People of a side of whom each claim names another one as the one who met the other side.
  private func atOdds(_ seats: [Seat], _ profiles: [ClaimProfile]) -> [Record.Value] {
    var values: [Record.Value] = []
    for side in Set(seats.compactMap(\.party.side)).sorted() {
      let named = seats.filter { $0.isNamed && $0.party.side == side }
      guard named.count > 1 else { continue }
      let told = named.flatMap(\.participant.claims)
      // A longer list of people tells more of them, and nothing else.
      if Set(told).count == told.count, told.allSatisfy({ Self.isOfTwo(profiles[$0].claim) }) {
        values += named.map { .init(value: $0.participant.name, claims: $0.participant.claims) }
      }
    }
    return values
  }

  /// Whether a claim tells of two who met: at a conference or on a visit, or beside others, somebody else may have been there too.
  private static func isOfTwo(_ claim: RecordClaim) -> Bool {
    claim.participants.count == 2 && claim.form != .conference && claim.form != .visit
  }
}
