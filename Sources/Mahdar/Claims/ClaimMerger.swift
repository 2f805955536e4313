/// Puts the tellings of one contact in an article together.
struct ClaimMerger {
  let chains: [Chain]

  func merge(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    var contacts: [ClaimDraft] = []
    let drafts = drafts.sorted { $0.trigger < $1.trigger }
    for draft in drafts where !draft.isAnaphor {
      if let index = best(for: draft, in: contacts) {
        contacts[index] = join(contacts[index], draft)
      } else {
        contacts.append(draft)
      }
    }
    contacts = absorbStates(absorbVisits(contacts))
    for draft in drafts where draft.isAnaphor {
      guard let index = antecedent(of: draft, in: contacts) else { continue }
      contacts[index] = complete(contacts[index], by: draft)
      contacts[index].triggers.append(draft.trigger)
      nameMembers(of: &contacts[index], by: draft)
    }
    return inheritPlaces(contacts.filter { !isProcess($0) })
  }

  /// «الحوار بين الفلسطينيين والإسرائيليين»: states alone, nowhere and at no time, are relations, not an encounter.
  private func isProcess(_ draft: ClaimDraft) -> Bool {
    draft.date == nil && draft.place == nil && !draft.isInTitle
      && (!draft.isStatusTold || draft.trigger == draft.noun && [.held, .scheduled, .underway].contains(draft.status))
      && draft.parties.allSatisfy { chains[$0.chain].kind == .state || chains[$0.chain].kind == .place }
  }

  /// Those who attended take the place of the unnamed group that they belong to; an official's own retinue adds no side.
  private func nameMembers(of contact: inout ClaimDraft, by draft: ClaimDraft) {
    for party in draft.parties where chains[party.chain].kind == .person {
      let side = chains[party.chain].side
      guard !contact.parties.contains(where: { $0.chain == party.chain }),
        let group = contact.parties.firstIndex(where: {
          isGroup($0.chain) && (chains[$0.chain].side == side || side == nil)
        })
          ?? contact.parties.lastIndex(where: { $0.isMember && chains[$0.chain].side == side })
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

  private func isGroup(_ chain: Int) -> Bool { chains[chain].kind == .group || chains[chain].kind == .source }

  // MARK: Tellings of one contact

  /// The contact that a telling most likely tells again, the latest of equals.
  private func best(for draft: ClaimDraft, in contacts: [ClaimDraft]) -> Int? {
    var best: (index: Int, score: Int)?
    for (index, contact) in contacts.enumerated() {
      if let score = score(contact, draft), score >= Self.threshold, score >= best?.score ?? 0 { best = (index, score) }
    }
    return best?.index
  }

  /// Two people told, or their states and one agreement more.
  private static let threshold = 2

  /// What speaks for two tellings being of one contact; nil when something rules it out.
  private func score(_ a: ClaimDraft, _ b: ClaimDraft) -> Int? {
    guard a.isVisit == b.isVisit, a.form == b.form || !a.isRemote && !b.isRemote || mayBeCall(a, b) else { return nil }
    // A bilateral meeting on the margins of a conference is another contact.
    if a.form == .conference, sides(a) > 2, b.parties.count == 2, !b.parties.contains(where: { $0.isInferred }) {
      return nil
    }
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
  private func mayBeCall(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    let talk = a.form == .call ? b : a
    return (a.form == .call) != (b.form == .call) && talk.form != .message && talk.place == nil && talk.venue == nil
      && (talk.frame == "discuss" || talk.form == .talks || talk.frame == "noun.talks")
  }

  private func sides(_ draft: ClaimDraft) -> Int { Set(draft.parties.compactMap { chains[$0.chain].side }).count }

  private func agreeOnParties(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    let (small, large) = a.parties.count <= b.parties.count ? (a.parties, b.parties) : (b.parties, a.parties)
    let shared = small.count { party in large.contains { areOne($0.chain, party.chain) } }
    return shared == small.count || shared >= 2
  }

  /// One chain, or a state and a person or group that acts for it.
  private func areOne(_ a: Int, _ b: Int) -> Bool {
    if a == b { return true }
    let (x, y) = (chains[a], chains[b])
    guard let side = x.side, side == y.side else { return false }
    if x.kind == .state || y.kind == .state || x.kind == .place || y.kind == .place { return true }
    if isGroup(a) || isGroup(b) { return x.kind != .person && y.kind != .person }
    if x.kind == .organisation, y.kind == .organisation { return true }
    return x.kind == .person && y.kind == .person && (!x.isNamed || !y.isNamed)
  }

  private func agreeOnDate(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    guard let x = a.date, let y = b.date else { return true }
    guard x != y, let first = CalendarValue(x), let second = CalendarValue(y) else { return true }
    return first.lies(in: second) || second.lies(in: first)
  }

  private func agreeOnPlace(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    guard let x = a.place, let y = b.place else { return true }
    return x.country == y.country || x.country == nil || y.country == nil
  }

  private func agreeOnStatus(_ a: ClaimDraft, _ b: ClaimDraft) -> Bool {
    guard a.isStatusTold, b.isStatusTold else { return true }
    return isFuture(a.status) == isFuture(b.status) || a.date != nil && a.date == b.date
  }

  private func isFuture(_ status: ContactStatus) -> Bool {
    status != .held && status != .underway
  }

  private func join(_ a: ClaimDraft, _ b: ClaimDraft) -> ClaimDraft {
    var result = complete(a, by: b)
    result.triggers.append(b.trigger)
    if a.isInTitle, !b.isInTitle, result.evidence == nil { result.evidence = b.sentence }
    for party in b.parties {
      if let index = result.parties.firstIndex(where: { areOne($0.chain, party.chain) }) {
        if rank(party.chain) > rank(result.parties[index].chain) {
          if result.parties.contains(where: { $0.chain == party.chain }) {
            result.parties.remove(at: index)
          } else {
            result.parties[index] = party
          }
        }
      } else if !b.isVisit {
        result.parties.append(party)
      }
    }
    if !a.isStatusTold && b.isStatusTold { result.status = b.status }
    result.isStatusTold = a.isStatusTold || b.isStatusTold
    if b.form == .call { result.form = .call }
    if a.form == .meeting, b.form != .meeting, !a.isVisit, result.parties.count > 2 { result.form = b.form }
    return result
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
  private func complete(_ contact: ClaimDraft, by other: ClaimDraft) -> ClaimDraft {
    var result = contact
    if let date = other.date, result.date == nil || isFiner(date, than: result.date) {
      result.date = date
      result.dateSpan = other.dateSpan
    }
    if result.place == nil || isFiner(other.place, than: result.place) { result.place = other.place ?? result.place }
    result.venue = result.venue ?? other.venue
    result.occasion = result.occasion ?? other.occasion
    result.duration = result.duration ?? other.duration
    if result.channel == .official { result.channel = other.channel }
    for topic in other.topics where result.topics.count < 8 && !result.topics.contains(topic) {
      result.topics.append(topic)
    }
    for source in other.by where !result.by.contains(where: { $0.name == source.name }) { result.by.append(source) }
    if other.isAnaphor, other.isStatusTold, other.status == .postponed || other.status == .cancelled,
      result.status != .postponed, isFuture(result.status)
    {
      result.status = other.status
    }
    return result
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

  // MARK: Anaphors and visits

  /// The contact that «اللقاء» or «المحادثات» repeats: the last one of its kind told before, rather one that its date fits.
  private func antecedent(of draft: ClaimDraft, in contacts: [ClaimDraft]) -> Int? {
    var best: (index: Int, fits: Bool, told: Int)?
    for (index, contact) in contacts.enumerated() where mayRepeat(draft, contact) {
      guard let told = contact.triggers.last(where: { $0 < draft.trigger }) else { continue }
      let fits = contact.date != nil && draft.date != nil
      if let best, (best.fits ? 1 : 0, best.told) > (fits ? 1 : 0, told) { continue }
      best = (index, fits, told)
    }
    return best?.index
  }

  private func mayRepeat(_ draft: ClaimDraft, _ contact: ClaimDraft) -> Bool {
    guard agreeOnDate(contact, draft) else { return false }
    if draft.frame != "attend" {
      // «لقاء لافروف»: of the contacts told, one that he took part in.
      guard draft.parties.allSatisfy({ party in contact.parties.contains { areOne($0.chain, party.chain) } }) else {
        return false
      }
    }
    // «دورتها القادمة» is not the session that was held.
    if draft.isStatusTold, isFuture(draft.status), !isFuture(contact.status) { return false }
    if draft.isRemote { return contact.form == draft.form }
    return draft.isVisit ? contact.isVisit : !contact.isRemote && !contact.isVisit
  }

  /// A visit and a meeting during it are one contact: the meeting.
  private func absorbVisits(_ contacts: [ClaimDraft]) -> [ClaimDraft] {
    var result = contacts
    for visit in contacts where visit.isVisit {
      guard let host = visit.parties.first(where: { $0.isHost }) else { continue }
      let visitors = visit.parties.filter { !$0.isHost }
      let country = chains[host.chain].side
      let meeting = result.firstIndex { contact in
        guard !contact.isVisit, !contact.isRemote, agreeOnDate(contact, visit),
          agreeOnStatus(contact, visit)
            || contact.sentence == visit.sentence && isFuture(contact.status) && !isFuture(visit.status)
        else { return false }
        guard
          visitors.contains(where: { visitor in
            contact.parties.contains {
              $0.chain == visitor.chain || !isState($0.chain) && areOne($0.chain, visitor.chain)
            }
          })
        else { return false }
        if let place = contact.place { return place.country == country }
        if contact.sentence == visit.sentence, contact.frame == "join" || isFuture(contact.status) { return true }
        return contact.parties.contains { chains[$0.chain].side == country } || contact.place == nil && visit.isInTitle
      }
      guard let meeting, let index = result.firstIndex(where: { $0.trigger == visit.trigger && $0.isVisit }) else {
        continue
      }
      var visit = visit
      // «وصل أمس للقاء ب»: the arrival's day is not the meeting's.
      if isFuture(result[meeting].status), !isFuture(visit.status) { visit.date = nil }
      if visit.status == .postponed || visit.status == .cancelled { result[meeting].status = visit.status }
      result[meeting] = complete(result[meeting], by: visit)
      result[meeting].triggers = (result[meeting].triggers + visit.triggers).sorted()
      result[meeting].isInTitle = result[meeting].isInTitle || visit.isInTitle
      result.remove(at: index)
    }
    return result
  }

  /// «لقاء أميركي روسي» in a headline is the contact of their officials that the article tells of.
  private func absorbStates(_ contacts: [ClaimDraft]) -> [ClaimDraft] {
    var result = contacts
    for bare in contacts where !bare.isVisit && bare.parties.allSatisfy({ isState($0.chain) }) {
      let sides = Set(bare.parties.map { chains[$0.chain].side })
      guard let index = result.firstIndex(where: { $0.trigger == bare.trigger && $0.frame == bare.frame }),
        let told = result.firstIndex(where: { contact in
          contact.trigger != bare.trigger && !contact.isVisit && contact.isRemote == bare.isRemote
            && contact.parties.contains { !isState($0.chain) } && agreeOnDate(contact, bare)
            && agreeOnPlace(contact, bare)
            && sides.isSubset(of: Set(contact.parties.map { chains[$0.chain].side }))
        })
      else { continue }
      result[told] = complete(result[told], by: bare)
      result[told].isInTitle = result[told].isInTitle || bare.isInTitle
      result.remove(at: index)
    }
    return result
  }

  private func isState(_ chain: Int) -> Bool { chains[chain].kind == .state || chains[chain].kind == .place }

  /// «التقى أ في واشنطن ب. كما اجتمع مع ج»: a guest's further meetings are where the first one was.
  private func inheritPlaces(_ contacts: [ClaimDraft]) -> [ClaimDraft] {
    var result = contacts
    for index in result.indices.dropFirst() where isPlaceless(result[index]) {
      guard
        let earlier = result[..<index].last(where: { earlier in
          guard let country = earlier.place?.country, !earlier.isRemote,
            isFuture(earlier.status) == isFuture(result[index].status)
          else { return false }
          let guest = result[index].parties.contains { party in
            chains[party.chain].side != country && earlier.parties.contains { $0.chain == party.chain }
          }
          return guest && result[index].parties.contains { chains[$0.chain].side == country }
        })
      else { continue }
      result[index].place = earlier.place
    }
    return result
  }

  private func isPlaceless(_ draft: ClaimDraft) -> Bool {
    draft.place == nil && !draft.isRemote && !draft.isVisit && draft.date == nil && draft.isLikewise
  }
}
