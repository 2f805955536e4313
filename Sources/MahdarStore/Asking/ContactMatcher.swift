import GRDB
import Mahdar

/// Finds the contacts that a question asks about.
struct ContactMatcher {
  let db: Database
  let terms: SearchTerms
  let names: NameLookup
  let question: Question

  /// So many contacts at most are looked at one by one.
  private static let most = 2000

  private var parties: [AskedParty] { question.contactParties.filter { !$0.isExcluded } }
  private var excluded: [AskedParty] { question.contactParties.filter(\.isExcluded) }

  /// The contacts of the parties, places, days, forms and topics asked about, whatever their status; the last first, undated ones at the end.
  func contacts() throws -> [AskedContact] {
    var request = ContactRequest()
    request.from = question.from
    request.to = question.to
    request.forms = question.forms
    request.isLoose = true
    request.limit = Self.most
    // What is told of a place or of somebody is few; where nothing else narrows the question, the days do.
    let who = parties.compactMap(who)
    guard who.count == parties.count else { return [] }
    let summaries = try Store.contacts(db, request, who, terms)
    let reader = AskedContacts(db: db)
    var found: [AskedContact] = []
    for summary in summaries where isOfDays(summary) && isOfParties(summary) {
      guard isOfPlace(summary) || summary.conflicts.contains("place") else { continue }
      let contact = try reader.contact(summary)
      guard isOfPlace(summary) || contact.claims.contains(where: isOfPlace) else { continue }
      if excluded.contains(where: { !parties(of: summary, like: $0).isEmpty }) { continue }
      if question.isOfThree, summary.parties.count < 3 { continue }
      if question.isSecret, summary.channel != "secret" { continue }
      guard try fits(contact), isOfTopic(contact) else { continue }
      if question.isVisit,
        !(question.isVisitCounted ? contact.isToldAsVisit : contact.isVisit) || !isVisitOfParties(contact)
      {
        continue
      }
      guard isBegun(contact) else { continue }
      found.append(contact)
    }
    // A visit with a meeting in it is one visit.
    let ids = Set(found.map(\.summary.id))
    return question.isVisit ? found.filter { $0.partOf.map { !ids.contains($0) } ?? true } : found
  }

  private func who(_ party: AskedParty) -> Who? {
    var who = Who()
    if party.isNamed {
      guard !party.people.isEmpty else { return nil }
      who.identities = party.people.map(\.identity)
    } else if let side = party.side {
      who.sides = [side]
    } else {
      who.offices = true
    }
    return who
  }

  // MARK: Parties

  /// Which of a contact's parties may be the one asked about.
  func parties(of contact: ContactSummary, like asked: AskedParty) -> [ContactParty] {
    contact.parties.filter { party in
      if asked.isNamed { return asked.people.contains { $0.identity == party.identity } }
      if let side = asked.side, party.side != side { return false }
      return asked.office == nil || party.kind == "person"
    }
  }

  /// Whether each of the parties asked about is another one of the contact's.
  private func isOfParties(_ contact: ContactSummary) -> Bool {
    var taken: [Set<String>] = [[]]
    for asked in parties {
      let found = parties(of: contact, like: asked).map(\.identity)
      taken = taken.flatMap { set in found.filter { !set.contains($0) }.map { set.union([$0]) } }
      if taken.isEmpty { return false }
      taken = Array(taken.prefix(64))
    }
    return true
  }

  /// Whether those who are asked about by office hold it where the contact is told.
  private func fits(_ contact: AskedContact) throws -> Bool {
    for asked in parties where asked.office != nil {
      let holding = try parties(of: contact.summary, like: asked).filter { try holds($0, asked, contact) }
      if holding.count < (asked.isPlural ? 2 : 1) { return false }
    }
    // «الجبير حين كان وزيرا للخارجية»
    return parties.allSatisfy { asked in
      guard let key = asked.heldKey else { return true }
      return contact.claims.flatMap(\.participants).contains { one in
        asked.people.contains { $0.names.contains(one.name) || $0.identity == one.id }
          && (one.office.map { names.offices($0) == key } ?? false)
      }
    }
  }

  /// Whether a party of a contact holds the office asked about.
  func holds(_ party: ContactParty, _ asked: AskedParty, _ contact: AskedContact) throws -> Bool {
    guard !asked.key.isEmpty else { return true }
    func isThem(_ one: RecordClaim.Participant) -> Bool {
      one.name == party.name || one.id == party.identity && one.id != nil
    }
    var offices =
      contact.claims.flatMap(\.participants).filter(isThem).compactMap(\.office) + [party.office].compactMap(\.self)
    offices.removeAll(where: names.isCounterpart)
    if offices.isEmpty {
      // «نظيره المصري» holds the office of those beside him.
      offices = contact.claims.filter {
        $0.participants.contains { isThem($0) && $0.office.map(names.isCounterpart) == true }
      }
      .flatMap(\.participants).filter { !isThem($0) }.compactMap(\.office)
    }
    if !offices.isEmpty { return offices.contains { isSame($0, asked) } }
    let others = try String.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT office FROM party WHERE identity = ? AND office IS NOT NULL"),
      arguments: [party.identity])
    return others.contains { isSame($0, asked) }
  }

  /// Whether a told office is the one asked about.
  func isSame(_ office: String, _ asked: AskedParty) -> Bool {
    let key = names.offices(office)
    return key.shares(asked.key) || !names.isState(asked.side) && asked.side != nil && key.sharesHead(asked.key)
  }

  /// Whether those who are asked about came, where the question tells who and where to.
  private func isVisitOfParties(_ contact: AskedContact) -> Bool {
    let visitors = Set(contact.visitors.map(\.identity))
    guard let came = parties.first else { return !visitors.isEmpty }
    // «من زار دي ميستورا؟» asks who came to him.
    let isHost = question.isHostAsked
    return parties(of: contact.summary, like: came).contains { visitors.contains($0.identity) != isHost }
      && parties.dropFirst().allSatisfy { other in
        parties(of: contact.summary, like: other).contains { question.isVisitShared || !visitors.contains($0.identity) }
      }
  }

  /// Whether those began and received who are asked about, where a report tells it; of meetings the host received.
  private func isBegun(_ contact: AskedContact) -> Bool {
    guard question.beginner != nil || question.receiver != nil else { return true }
    func isIt(_ party: Int, _ told: ContactParty?, _ other: ContactParty?) -> Bool? {
      let asked = parties(of: contact.summary, like: question.parties[party]).map(\.identity)
      if let told { return asked.contains(told.identity) }
      if let other { return !asked.contains(other.identity) }
      return nil
    }
    var (began, received) = contact.direction
    if began == nil, received == nil, contact.summary.form != "call", contact.summary.form != "message" {
      let hosts = contact.summary.parties.filter(contact.isHost)
      if hosts.count == 1, contact.summary.parties.count == 2 {
        received = hosts.first
        began = contact.summary.parties.first { !contact.isHost($0) }
      }
    }
    // What no report tells is not taken for told.
    return (question.beginner.map { isIt($0, began, received) ?? false } ?? true)
      && (question.receiver.map { isIt($0, received, began) ?? false } ?? true)
  }

  // MARK: Days, places, topics

  /// Whether a contact lies in the days asked about, or is told by no wider ones.
  private func isOfDays(_ contact: ContactSummary) -> Bool {
    guard question.from != nil || question.to != nil else { return true }
    guard question.periods.isEmpty else {
      guard let days = contact.date.flatMap(DayRange.init) else { return false }
      return question.periods.contains { days.first >= $0.first && days.last <= $0.last }
    }
    guard let days = contact.date.flatMap(DayRange.init) else { return false }
    let isInside = (question.from.map { days.first >= $0 } ?? true) && (question.to.map { days.last <= $0 } ?? true)
    return isInside || days.count <= 10
  }

  private func isOfPlace(_ contact: ContactSummary) -> Bool {
    isOfPlaces { place in
      place.holds(contact.place, contact.country)
        // A visit goes to the state that is its host.
        || place.country != nil
          && contact.parties.contains { $0.kind == "state" && $0.side == place.country } && question.isVisit
    }
  }

  /// Whether a report tells of the places asked about.
  func isOfPlace(_ claim: RecordClaim) -> Bool { isOfPlaces { $0.holds(claim.place?.name, claim.place?.country) } }

  /// All places asked about, or one of those that the question leaves open.
  private func isOfPlaces(_ holds: (AskedPlace) -> Bool) -> Bool {
    if question.places.contains(where: { $0.isExcluded && holds($0) }) { return false }
    let places = question.places.filter { !$0.isExcluded }
    return question.isOfChoice && places.count > 1 ? places.contains(where: holds) : places.allSatisfy(holds)
  }

  /// Whether its topics, or else its words, have those asked about.
  private func isOfTopic(_ contact: AskedContact) -> Bool {
    guard question.about != nil, !question.kinds.contains(where: { [.said, .whoSaid, .whenSaid].contains($0) }) else {
      return true
    }
    let told = (contact.topics + contact.claims.map(\.evidence)).joined(separator: "\n")
    return question.topics.contains { AskedWords($0, terms).areHeld(by: told) }
  }
}
