/// Makes profiles of claims: who its participants are, which days and place it means, what it is about.
struct ClaimReader: Sendable {
  let lexicon: RecordLexicon

  /// The profiles of the claims of one article; a family name alone takes the full name that the article gives its
  /// side.
  func callAsFunction(_ claims: [RecordClaim]) -> [ClaimProfile] {
    let parties = claims.map { $0.participants.map { party($0) } }
    let people = parties.joined().filter { $0.kind == .person && $0.key.parts.count > 1 }
    return zip(claims, parties).map { profile($0, full($1, among: people)) }
  }

  private func profile(_ claim: RecordClaim, _ parties: [Attendee]) -> ClaimProfile {
    let place = claim.place.map { read($0) }
    // What the participants and the place are called says nothing of the subject.
    let names = Set(
      lexicon.subjects(claim.participants.flatMap { [$0.name, $0.office ?? ""] } + [claim.place?.name ?? ""]))
    func subjects(_ texts: [String]) -> [UInt64] { lexicon.subjects(texts).filter { !names.contains($0) } }
    let features = ClaimFeatures(
      claim, parties: parties.map(\.features), city: place?.city, country: place?.country,
      isRegion: claim.place.map { lexicon.isRegion(FoldedText.words($0.name)) } ?? false,
      topics: subjects(claim.topics), wording: subjects([claim.evidence]),
      occasion: claim.occasion.map(occasion) ?? [],
      venue: lexicon.subjects(claim.venue.map { [$0] } ?? []),
      round: lexicon.round(in: claim.evidence, place: claim.place?.name),
      roots: RootReader(lexicon: lexicon)(claim, parties),
      telling: Self.telling(claim, parties))
    return ClaimProfile(claim: claim, features: features, parties: parties)
  }

  /// The words of an occasion; one of plain words alone stands as a whole.
  private func occasion(_ text: String) -> [UInt64] {
    let words = lexicon.subjects([text])
    return words.isEmpty ? [WordHash(FoldedText.key(text)).value] : words
  }

  /// A digest of what a list shows of the claim: claims of one telling are read once, and counted.
  private static func telling(_ claim: RecordClaim, _ parties: [Attendee]) -> UInt64 {
    var digest = ContentDigest()
    for text in [claim.form.rawValue, claim.status.rawValue, claim.channel.rawValue] { digest.add(text) }
    for text in [claim.date, claim.place?.name, claim.place?.country, claim.place?.id, claim.duration] {
      digest.add(text)
    }
    digest.add((claim.published?.prefix(10)).map(String.init))
    for (participant, party) in zip(claim.participants, parties) {
      for text in [
        participant.name, participant.kind, participant.side, participant.office, participant.label, party.side,
        party.label, party.identity,
      ] {
        digest.add(text)
      }
    }
    return digest.value
  }

  // MARK: Participants

  private func party(_ participant: RecordClaim.Participant) -> Attendee {
    let words = FoldedText.words(participant.name)
    let office = participant.office.map { lexicon.offices($0) } ?? OfficeKey()
    var party = Attendee(
      kind: .group, name: participant.name, side: participant.side, id: participant.id, label: participant.label,
      key: NameKey(parts: [], whole: 0), office: office)
    switch participant.kind {
    case "person":
      if isOffice(words, participant) {
        party.kind = .office
        party.office = lexicon.offices(participant.name)
        party.id = participant.resolved == true ? participant.id : nil
        if party.side == nil { party.side = lexicon.nisba(among: words) }
        if party.id != nil { party.kind = .person }
      } else {
        party.kind = .person
        let name = untitled(words)
        party.key = lexicon.spelling.key(name)
        if party.id == nil, let person = lexicon.person(name, party.key, side: party.side) {
          party.id = person.id
          party.label = person.label
          if party.side == nil { party.side = person.side }
        }
      }
    case "state": party.kind = .state
    case "organisation": party.kind = .body
    default: party.kind = .group
    }
    if party.kind != .person, party.kind != .office { know(&party, words) }
    return party
  }

  private func know(_ party: inout Attendee, _ words: [ArraySlice<Letter>]) {
    party.key = lexicon.spelling.key(words)
    let rows = lexicon.rows(named: words, party.kind == .state ? [.state] : [.organisation, .group, .state])
    if rows.count == 1 {
      party.id = party.id ?? rows[0].id
      party.label = party.label ?? rows[0].label
      party.side = party.side ?? rows[0].side
    }
    if party.side == nil { party.side = lexicon.nisba(among: words) }
  }

  /// A person told by office alone: «وزير الخارجية الروسي», «نظيره».
  private func isOffice(_ words: [ArraySlice<Letter>], _ participant: RecordClaim.Participant) -> Bool {
    if let office = participant.office, FoldedText.words(office).elementsEqual(words, by: { $0.elementsEqual($1) }) {
      return true
    }
    guard let first = words.first else { return true }
    let isHead = lexicon.classes(first).contains(.office)
    return isHead
      && (words.count == 1 || lexicon.nisba(among: words) != nil || lexicon.classes(words[1]).contains(.definite)
        || words.indices.dropFirst().contains { lexicon.isState(words, $0) })
  }

  /// The name without the titles before it.
  private func untitled(_ words: [ArraySlice<Letter>]) -> [ArraySlice<Letter>] {
    let name = words.drop { lexicon.classes($0).contains(.title) && !lexicon.classes($0).contains(.given) }
    return name.isEmpty ? words : Array(name)
  }

  /// Gives a name of one word the full name that alone fits it among the people of its side.
  private func full(_ parties: [Attendee], among people: [Attendee]) -> [Attendee] {
    parties.map { party in
      guard party.kind == .person, party.key.parts.count == 1, party.id == nil else { return party }
      var fuller: [Attendee] = []
      for one in people where one.side == party.side && one.key.isSame(as: party.key) {
        if !fuller.contains(where: { $0.match(one) == .name }) { fuller.append(one) }
      }
      return fuller.count == 1 ? fuller[0] : party
    }
  }

  // MARK: Place

  /// The city that a place's name tells, a capital by its country, and the country.
  private func read(_ place: RecordClaim.Place) -> (city: String?, country: String?) {
    let all = FoldedText.words(place.name)
    if let id = place.id, id.hasPrefix("geonames:") { return (lexicon.city(id), place.country) }
    // «العاصمة القطرية الدوحة»: the last words tell enough. «للدوحة» may have lost its article.
    for first in all.indices {
      let rest = Array(all[first...])
      for name in [rest, lexicon.definite(rest)] {
        let states = lexicon.states(named: name).filter { place.country == nil || $0.side == place.country }
        if let capital = states.first(where: \.isCapital), let side = capital.side {
          return (RecordLexicon.capital(side), place.country ?? side)
        }
        let cities = lexicon.rows(named: name, [.place]).filter { place.country == nil || $0.side == place.country }
        if cities.count == 1 { return (lexicon.city(cities[0].id), place.country ?? cities[0].side) }
        if let state = states.first, cities.isEmpty { return (nil, place.country ?? state.side) }
      }
    }
    return (place.id ?? String(lexicon.spelling.key(all).whole, radix: 16), place.country)
  }
}
