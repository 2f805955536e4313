/// Puts the tellings of one contact in an article together.
struct ClaimMerger {
  let chains: [Chain]
  /// The groups that act through their heads: «وفد».
  let delegations: Set<Int>
  /// Officials told without names: «مسؤولين».
  let officials: Set<Int>
  /// Whether two people are told by offices of other kinds: «ولي العهد», «أمير البلاد».
  let isOfOtherOffice: (Int, Int) -> Bool
  /// The day of publication.
  let published: String?
  /// How many contacts before and behind a telling are compared with it, and how many parties and sources one contact
  /// takes, so that no input makes the work grow with its square. Press articles have a tenth of them.
  static let reach = 200

  func merge(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    var contacts: [ClaimDraft] = []
    let drafts = drafts.sorted { $0.trigger < $1.trigger }
    for draft in drafts where !draft.isAnaphor {
      if let index = best(for: draft, in: contacts) {
        join(&contacts[index], draft)
      } else {
        contacts.append(draft)
      }
    }
    absorbVisits(&contacts)
    dropLeavings(&contacts)
    absorbStates(&contacts)
    absorbOfficials(&contacts)
    addAnaphors(drafts, to: &contacts)
    return inheritPlaces(contacts.filter { !isProcess($0) })
  }

  /// «الحوار بين الفلسطينيين والإسرائيليين»: states alone, nowhere and at no time, are relations, not an encounter.
  private func isProcess(_ draft: ClaimDraft) -> Bool {
    draft.date == nil && draft.place == nil && !draft.isInTitle
      && (!draft.isStatusTold || draft.status == .underway
        || draft.trigger == draft.noun && [.held, .scheduled, .underway].contains(draft.status))
      && draft.parties.allSatisfy { chains[$0.chain].kind == .state || chains[$0.chain].kind == .place }
  }

  /// Those who attended take the place of the unnamed group that they belong to; an official's own retinue adds no side.
  func nameMembers(of contact: inout ClaimDraft, by draft: ClaimDraft) {
    for party in draft.parties where chains[party.chain].kind == .person {
      let side = chains[party.chain].side
      guard contact.parties.count < Self.reach, !contact.parties.contains(where: { $0.chain == party.chain }),
        let group = contact.parties.firstIndex(where: {
          isGroup($0.chain) && (chains[$0.chain].side == side || side == nil)
        })
          ?? contact.parties.lastIndex(where: { $0.isMember && chains[$0.chain].side == side })
          ?? contact.parties.firstIndex(where: { draft.frame == "delegation" && stands($0.chain, for: side) })
      else { continue }
      var member = party
      member.isMember = true
      if contact.parties[group].isMember {
        contact.parties.insert(member, at: group + 1)
      } else {
        contact.parties[group] = member
      }
    }
  }

  /// A state, party or movement told for those who act for it; a state's organ has others than a delegation's members.
  private func stands(_ chain: Int, for side: String?) -> Bool {
    guard let side, chains[chain].side == side else { return false }
    return isState(chain) || chains[chain].kind == .organisation && side.utf8.count > Self.countryCode
  }

  /// The letters of a state's code in ISO 3166-1 alpha-2, and of the UN, EU and AU, whose organs are others than their
  /// delegations as well.
  private static let countryCode = 2

  func isGroup(_ chain: Int) -> Bool { chains[chain].kind == .group || chains[chain].kind == .source }

  // MARK: Tellings of one contact

  /// The contact that a telling most likely tells again, the latest of equals.
  private func best(for draft: ClaimDraft, in contacts: [ClaimDraft]) -> Int? {
    var best: (index: Int, score: Int)?
    for index in contacts.indices.suffix(Self.reach) {
      guard let score = score(contacts[index], draft) else { continue }
      if score >= Self.threshold, score >= best?.score ?? 0 { best = (index, score) }
    }
    return best?.index
  }

  /// Two people told, or their states and one agreement more.
  private static let threshold = 2

  /// What speaks for two tellings being of one contact; nil when something rules it out.
  private func score(_ a: ClaimDraft, _ b: ClaimDraft) -> Int? {
    guard a.isVisit == b.isVisit, a.form == b.form || !a.isRemote && !b.isRemote || mayBeCall(a, b) else { return nil }
    // «مؤتمرا حضره أ وب»: two verbs of one noun.
    if let noun = a.noun, noun == b.noun, b.parties.allSatisfy({ one in a.parties.contains { $0.chain == one.chain } })
    {
      return Self.threshold + b.parties.count
    }
    // A bilateral meeting on the margins of a conference is another contact.
    if a.form == .conference, sides(a) > 2, b.parties.count == 2, !b.parties.contains(where: { $0.isInferred }) {
      return nil
    }
    // «مسؤولون أميركيون» and one of them are one only where the other side is the same as well.
    let isExact = b.parties.contains { party in a.parties.contains { $0.chain == party.chain } }
    if !isExact, (a.parties + b.parties).contains(where: { isGroup($0.chain) }) { return nil }
    // «وكان أ قد زار البلاد عام 2008» is not the visit of today.
    if isEarlier(a) != isEarlier(b), a.date == nil || b.date == nil { return nil }
    guard agreeOnParties(a, b), agreeOnDate(a, b), agreeOnPlace(a, b), agreeOnStatus(a, b) else { return nil }
    var score = b.parties.reduce(0) { sum, party in
      if a.parties.contains(where: { $0.chain == party.chain }) { return sum + 2 }
      return a.parties.contains { areOne($0.chain, party.chain) } ? sum + 1 : sum
    }
    if let x = a.date, let y = b.date { score += x == y ? 3 : 1 }
    if let x = a.place, let y = b.place, x.country == y.country { score += 2 }
    if isFuture(a.status) == isFuture(b.status) {
      if a.isStatusTold, b.isStatusTold { score += 1 }
    } else {
      score -= 2
    }
    return score
  }

  /// «ناقش أ مع ب» may be said of their call as well.
  func mayBeCall(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    let talk = a.form == .call ? b : a
    return (a.form == .call) != (b.form == .call) && talk.form != .message && talk.place == nil && talk.venue == nil
      && (talk.frame == "discuss" || talk.frame == "inform" || talk.frame == "confer" || talk.form == .talks
        || talk.frame == "noun.talks")
  }

  private func sides(_ draft: ClaimDraft) -> Int { Set(draft.parties.compactMap { chains[$0.chain].side }).count }

  private func agreeOnParties(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    let (small, large) = a.parties.count <= b.parties.count ? (a.parties, b.parties) : (b.parties, a.parties)
    let shared = small.count { party in large.contains { areOne($0.chain, party.chain) } }
    return shared == small.count || shared >= 2
  }

  /// One chain, or a state and a person or group that acts for it.
  func areOne(_ a: Int, _ b: Int) -> Bool {
    if a == b { return true }
    guard let side = chains[a].side, side == chains[b].side else { return false }
    if isState(a) || isState(b) { return true }
    let (one, other) = (chains[a].kind, chains[b].kind)
    // «الوفد» and who leads it.
    if isGroup(a) || isGroup(b) {
      return one != .person && other != .person || delegations.contains(a) || delegations.contains(b)
    }
    if one == .organisation, other == .organisation { return true }
    return one == .person && other == .person && (!chains[a].isNamed || !chains[b].isNamed) && !isOfOtherOffice(a, b)
  }

  func agreeOnDate(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    guard let x = a.date, let y = b.date else { return true }
    guard x != y, let first = CalendarValue(x), let second = CalendarValue(y) else { return true }
    return first.lies(in: second) || second.lies(in: first)
  }

  func agreeOnPlace(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    guard let x = a.place, let y = b.place else { return true }
    return x.country == y.country || x.country == nil || y.country == nil
  }

  func agreeOnStatus(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    guard a.isStatusTold, b.isStatusTold else { return true }
    // «اختتمت اليوم المشاورات. أما اللقاء الذي كان مقررا اليوم فقد أرجئ»: what is off was not held.
    if isOff(a.status) != isOff(b.status), !isFuture(a.status) || !isFuture(b.status) { return false }
    if [a.status, b.status] == [.underway, .scheduled] || [a.status, b.status] == [.scheduled, .underway] {
      return a.date == nil || b.date == nil || a.date == b.date
    }
    return isFuture(a.status) == isFuture(b.status) || a.date != nil && a.date == b.date
  }

  /// Told as what was before the news, and longer ago than these days.
  private func isEarlier(_ draft: ClaimDraft) -> Bool {
    guard draft.isRecalled, let date = draft.date.flatMap({ CalendarValue($0) }),
      let published = published.flatMap({ CalendarValue($0) })
    else { return false }
    return date.last + 7 < published.first
  }

  private func isOff(_ status: ContactStatus) -> Bool { status == .postponed || status == .cancelled }

  func isFuture(_ status: ContactStatus) -> Bool {
    status != .held && status != .underway
  }

  private func join(_ a: inout ClaimDraft, _ b: ClaimDraft) {
    let isMeeting = a.form == .meeting
    complete(&a, by: b)
    a.triggers.append(b.trigger)
    if a.isInTitle, !b.isInTitle, a.evidence == nil {
      a.evidence = b.sentence
      // A headline is short: where the body tells another place of the country, it is there.
      if let place = b.place, !place.isCountry { a.place = place }
    }
    for party in b.parties {
      if let index = a.parties.firstIndex(where: { areOne($0.chain, party.chain) }) {
        if rank(party.chain) > rank(a.parties[index].chain) {
          if a.parties.contains(where: { $0.chain == party.chain }) {
            a.parties.remove(at: index)
          } else {
            a.parties[index] = party
          }
        }
      } else if !b.isVisit, a.parties.count < Self.reach {
        a.parties.append(party)
      }
    }
    if !a.isStatusTold && b.isStatusTold { a.status = b.status }
    a.isStatusTold = a.isStatusTold || b.isStatusTold
    if b.form == .call { a.form = .call }
    if isMeeting, b.form != .meeting, a.parties.count > 2 { a.form = b.form }
  }

  /// A named person tells more than an unnamed one, that more than a group, that more than a state.
  private func rank(_ chain: Int) -> Int {
    switch chains[chain].kind {
    case .person: chains[chain].isNamed ? 4 : 3
    case .organisation, .group: 2
    case .source: 1
    default: 0
    }
  }

  /// Fills what `contact` does not tell from `other`.
  func complete(_ contact: inout ClaimDraft, by other: ClaimDraft) {
    if let date = other.date, contact.date == nil || isFiner(date, than: contact.date) {
      contact.date = date
      contact.dateSpan = other.dateSpan
    }
    if contact.place == nil || isFiner(other.place, than: contact.place) {
      contact.place = other.place ?? contact.place
    }
    contact.venue = contact.venue ?? other.venue
    if contact.duration == nil { (contact.duration, contact.lasts) = (other.duration, other.lasts) }
    if contact.channel == .official { contact.channel = other.channel }
    if other.isAnaphor, other.isStatusTold, other.status == .postponed || other.status == .cancelled,
      contact.status != .postponed, isFuture(contact.status)
    {
      contact.status = other.status
    }
  }

  private func isFiner(_ a: String, than b: String?) -> Bool {
    guard let b else { return true }
    guard let fine = CalendarValue(a), let coarse = CalendarValue(b) else { return false }
    return fine != coarse && fine.lies(in: coarse)
  }

  private func isFiner(_ a: ContactClaim.Place?, than b: ContactClaim.Place?) -> Bool {
    guard let a, let b else { return false }
    return a.country == b.country && b.isCountry && !a.isCountry
  }
}
