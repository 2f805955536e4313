/// What tells more of a contact told before or behind: anaphors, visits, states in headlines.
extension ClaimMerger {
  // MARK: Anaphors

  /// Completes contacts by the anaphors among `drafts`, in text order.
  func addAnaphors(_ drafts: [ClaimDraft], to contacts: inout [ClaimDraft]) {
    // What told each contact but for anaphors, in text order; then its last anaphor.
    let tellings = contacts.map(\.triggers)
    var retold = [Int?](repeating: nil, count: contacts.count)
    var behind = 0
    var others: [ClaimDraft] = []
    for draft in drafts where draft.isAnaphor {
      while behind < contacts.count, contacts[behind].trigger < draft.trigger { behind += 1 }
      let near = max(0, behind - Self.reach)..<min(contacts.count, behind + Self.reach)
      var best: (index: Int, fits: Bool, told: Int)?
      for index in near {
        guard let told = retold[index] ?? Self.last(of: tellings[index], before: draft.trigger),
          mayRepeat(draft, contacts[index])
        else { continue }
        let fits = contacts[index].date != nil && draft.date != nil
        if let best, (best.fits ? 1 : 0, best.told) > (fits ? 1 : 0, told) { continue }
        best = (index, fits, told)
      }
      guard let index = best?.index else {
        // «شارك في الاجتماع وزيرا خارجية أ وب»: no other tells of it.
        if draft.frame == "attend", tellsAll(draft) {
          var contact = draft
          contact.isAnaphor = false
          contact.frame = "join"
          if contact.form == .meeting, contact.parties.count > 2 { contact.form = .conference }
          others.append(contact)
          continue
        }
        tellAnother(draft, of: contacts[near].last { $0.trigger < draft.trigger && isKind(draft, $0) }, in: &others)
        continue
      }
      complete(&contacts[index], by: draft)
      // «تباحث أ وب. واستغرقت المكالمة ساعة»
      if draft.form == .call, !contacts[index].isRemote { contacts[index].form = .call }
      contacts[index].triggers.append(draft.trigger)
      retold[index] = draft.trigger
      nameMembers(of: &contacts[index], by: draft)
    }
    if others.isEmpty { return }
    contacts = (contacts + others).sorted { $0.trigger < $1.trigger }
  }

  /// «أما اللقاء الذي كان مقررا في أروشا فقد ألغي», «وكانت الجولة السابقة قد عقدت في أروشا»: told to be at another time or place than
  /// those told before, and off or another of its kind, it is another contact of the same parties.
  private func tellAnother(_ draft: ClaimDraft, of contact: ClaimDraft?, in others: inout [ClaimDraft]) {
    guard let contact, draft.status == .cancelled || draft.status == .postponed || draft.order != .none,
      draft.time != nil || draft.place?.isCountry == false,
      draft.frame == "anaphor", draft.beside.isSubset(of: contact.parties.compactMap { chains[$0.chain].side })
    else { return }
    if let known = others.indices.suffix(Self.reach).last(where: {
      isKind(draft, others[$0]) && agreeOnDate(others[$0], draft) && !areApart(others[$0].place, draft.place)
    }) {
      return complete(&others[known], by: draft)
    }
    var other = draft
    other.isAnaphor = false
    other.frame = "another"
    other.parties = contact.parties.map { party in
      var party = party
      party.isInferred = true
      return party
    }
    if other.form == .conference || other.form == .meeting, !contact.isRemote { other.form = contact.form }
    others.append(other)
  }

  /// Whether people of two sides are told to have been there.
  private func tellsAll(_ draft: ClaimDraft) -> Bool {
    let people = draft.parties.filter { chains[$0.chain].kind == .person && !$0.isInferred }
    return people.count == draft.parties.count && Set(people.compactMap { chains[$0.chain].side }).count > 1
  }

  private func isKind(_ draft: ClaimDraft, _ contact: ClaimDraft) -> Bool {
    draft.isVisit == contact.isVisit && draft.isRemote == contact.isRemote
      && (!draft.isRemote || draft.form == contact.form)
  }

  /// «كان مقررا أن يلتقيا أمس لكن اللقاء أرجئ إلى الأحد»: the new day of a contact told right before.
  private func isPutOff(_ draft: ClaimDraft, _ contact: ClaimDraft) -> Bool {
    draft.status == .postponed && isFuture(contact.status) && contact.sentence == draft.sentence
  }

  /// Two cities, or two countries.
  private func areApart(_ a: ContactClaim.Place?, _ b: ContactClaim.Place?) -> Bool {
    guard let a, let b else { return false }
    if let one = a.country, let other = b.country, one != other { return true }
    guard !a.isCountry, !b.isCountry, let one = a.id, let other = b.id else { return false }
    return one != other && one.hasPrefix("geonames") && other.hasPrefix("geonames")
  }

  private static func last(of triggers: [Int], before trigger: Int) -> Int? {
    var low = 0
    var high = triggers.count
    while low < high {
      let middle = (low + high) / 2
      if triggers[middle] < trigger { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? triggers[low - 1] : nil
  }

  /// Whether «اللقاء» or «المحادثات» may repeat a contact: one of its kind, of its time and people.
  private func mayRepeat(_ draft: ClaimDraft, _ contact: ClaimDraft) -> Bool {
    guard agreeOnDate(contact, draft) || isPutOff(draft, contact), !areApart(contact.place, draft.place) else {
      return false
    }
    // «جولة سابقة» is not the one told, nor «الجولة المقبلة» what was held.
    if draft.order == .further || draft.order == .coming && !isFuture(contact.status),
      contact.date == nil || contact.date != draft.date
    {
      return false
    }
    if draft.frame == "delegation" {
      return !contact.isRemote
        && draft.parties.contains { leader in
          contact.parties.contains { chains[$0.chain].side == chains[leader.chain].side }
        }
    }
    if draft.frame != "attend" {
      // «لقاء لافروف»: of the contacts told, one that he took part in.
      guard draft.parties.allSatisfy({ party in contact.parties.contains { areOne($0.chain, party.chain) } }) else {
        return false
      }
    }
    // «دورتها القادمة» is not the session that was held.
    if draft.isStatusTold, isFuture(draft.status), !isFuture(contact.status) { return false }
    // «اللقاء الذي جرى في مايو» is not the one that may come.
    if draft.isStatusTold, !isFuture(draft.status), isFuture(contact.status), draft.date != nil { return false }
    if draft.isRemote { return contact.form == draft.form || draft.form == .call && mayBeCall(contact, draft) }
    return draft.isVisit ? contact.isVisit : !contact.isRemote && !contact.isVisit
  }

  // MARK: Visits and states

  /// A visit and a meeting during it are one contact: the meeting.
  func absorbVisits(_ contacts: inout [ClaimDraft]) {
    let told = contacts
    var gone = Array(repeating: false, count: told.count)
    for (position, visit) in told.enumerated() where visit.isVisit {
      guard let host = visit.parties.first(where: { $0.isHost }),
        let meeting = near(position, contacts).first(where: { isMeeting(contacts[$0], of: visit, host) }),
        let index = alike(position, told).first(where: { told[$0].isVisit && !gone[$0] })
      else { continue }
      var visit = visit
      // «وصل أمس للقاء ب»: the arrival's day is not the meeting's unless it is today's, but «وصل في زيارة تستغرق يومين يلتقي خلالها ب».
      if isFuture(contacts[meeting].status), !isFuture(visit.status) {
        if visit.lasts, contacts[meeting].status == .scheduled {
          contacts[meeting].status = .underway
        } else if visit.date != published || !visit.isArrival {
          visit.date = nil
        }
      }
      if visit.status == .postponed || visit.status == .cancelled { contacts[meeting].status = visit.status }
      // The visit lasts from its own first day on, not from a meeting's.
      if contacts[meeting].date != nil { visit.lasts = false }
      complete(&contacts[meeting], by: visit)
      contacts[meeting].triggers += visit.triggers
      if contacts[meeting].frame.hasPrefix("noun.") { contacts[meeting].arrival = visit.frame }
      contacts[meeting].isInTitle = contacts[meeting].isInTitle || visit.isInTitle
      gone[index] = true
    }
    guard gone.contains(true) else { return }
    contacts = contacts.indices.filter { !gone[$0] }.map { index in
      var contact = contacts[index]
      contact.triggers.sort()
      return contact
    }
  }

  /// «غادر أ البلد»: the end of what he did there, where that is told; of one who has yet to leave nothing more.
  func dropLeavings(_ contacts: inout [ClaimDraft]) {
    let told = contacts
    contacts = told.enumerated().filter { position, leaving in
      guard leaving.frame == "leave", let host = leaving.parties.first(where: \.isHost) else { return true }
      return !isFuture(leaving.status)
        && !near(position, told).contains { other in
          other != position && !told[other].isRemote
            && told[other].parties.contains { $0.chain != host.chain && party(of: leaving, isOne: $0) }
            && (told[other].place?.country == chains[host.chain].side
              || told[other].parties.contains { chains[$0.chain].side == chains[host.chain].side })
        }
    }.map(\.element)
  }

  private func party(of leaving: ClaimDraft, isOne party: ClaimDraft.Party) -> Bool {
    leaving.parties.contains { !$0.isHost && $0.chain == party.chain }
  }

  /// Whether a contact is the meeting for which somebody visited a host.
  private func isMeeting(_ contact: ClaimDraft, of visit: ClaimDraft, _ host: ClaimDraft.Party) -> Bool {
    // «بعد لقائه أ: من المتوقع أن يزور أ البلاد في الخريف»
    if isFuture(visit.status), contact.status == .held, visit.date != nil { return false }
    // «وكان أ قد زار البلاد عام 2008»: an earlier one.
    if visit.isRecalled, !contact.isRecalled, visit.date != nil, contact.date == nil, visit.sentence != contact.sentence
    {
      return false
    }
    guard !contact.isVisit, !contact.isRemote, agreeOnDate(contact, visit) || isArrival(visit, before: contact) else {
      return false
    }
    let hasVisitor = visit.parties.contains { visitor in
      !visitor.isHost
        && contact.parties.contains {
          $0.chain == visitor.chain || !isState($0.chain) && areOne($0.chain, visitor.chain)
        }
    }
    guard hasVisitor else { return false }
    let country = chains[host.chain].side
    if let place = contact.place { return place.country == country }
    if contact.sentence == visit.sentence { return true }
    return contact.parties.contains { chains[$0.chain].side == country } || contact.place == nil && visit.isInTitle
  }

  /// «وصل أمس للقاء ب غدا»: the arrival's day is not the meeting's.
  private func isArrival(_ visit: ClaimDraft, before contact: ClaimDraft) -> Bool {
    isFuture(contact.status) && !isFuture(visit.status)
  }

  /// «لقاء أميركي روسي» in a headline is the contact of their officials that the article tells of.
  func absorbStates(_ contacts: inout [ClaimDraft]) {
    let told = contacts
    var gone = Array(repeating: false, count: told.count)
    for (position, bare) in told.enumerated() where !bare.isVisit && bare.parties.allSatisfy({ isState($0.chain) }) {
      let sides = Set(bare.parties.map { chains[$0.chain].side })
      guard let index = alike(position, told).first(where: { !gone[$0] && told[$0].frame == bare.frame }),
        let official = near(position, contacts).first(where: {
          !gone[$0] && isOfficial(contacts[$0], of: bare, sides)
        })
      else { continue }
      complete(&contacts[official], by: bare)
      contacts[official].isInTitle = contacts[official].isInTitle || bare.isInTitle
      gone[index] = true
    }
    if gone.contains(true) { contacts = contacts.indices.filter { !gone[$0] }.map { contacts[$0] } }
  }

  /// Whether a contact of officials is the one that a telling of their states alone means.
  private func isOfficial(_ contact: ClaimDraft, of bare: ClaimDraft, _ sides: Set<String?>) -> Bool {
    contact.trigger != bare.trigger && !contact.isVisit && contact.isRemote == bare.isRemote
      && contact.parties.contains { !isState($0.chain) } && agreeOnDate(contact, bare) && agreeOnPlace(contact, bare)
      && sides.isSubset(of: Set(contact.parties.map { chains[$0.chain].side }))
  }

  /// «يلتقي مسؤولين عراقيين … والتقى وزير الدفاع العراقي أ»: the officials are whoever of their side is named as met there.
  func absorbOfficials(_ contacts: inout [ClaimDraft]) {
    var gone: Set<Int> = []
    for (position, bare) in contacts.enumerated() where !bare.isVisit && !bare.isRemote {
      guard
        let officials = bare.parties.first(where: { self.officials.contains($0.chain) && chains[$0.chain].side != nil }
        ),
        let named = near(position, contacts).first(where: {
          $0 != position && !gone.contains($0) && names(officials.chain, of: bare, contacts[$0])
        })
      else { continue }
      let (title, triggers) = (bare.isInTitle, bare.triggers)
      complete(&contacts[named], by: bare)
      contacts[named].isInTitle = contacts[named].isInTitle || title
      contacts[named].triggers = (contacts[named].triggers + triggers).sorted()
      gone.insert(position)
    }
    if !gone.isEmpty { contacts = contacts.indices.filter { !gone.contains($0) }.map { contacts[$0] } }
  }

  /// Whether a contact is that of `bare` with somebody named in the officials' place.
  private func names(_ officials: Int, of bare: ClaimDraft, _ contact: ClaimDraft) -> Bool {
    !contact.isVisit && !contact.isRemote && agreeOnDate(contact, bare) && agreeOnPlace(contact, bare)
      && isFuture(contact.status) == isFuture(bare.status)
      && contact.parties.contains {
        chains[$0.chain].kind == .person && chains[$0.chain].side == chains[officials].side
      }
      && bare.parties.allSatisfy { party in
        party.chain == officials || contact.parties.contains { $0.chain == party.chain }
      }
  }

  func isState(_ chain: Int) -> Bool { chains[chain].kind == .state || chains[chain].kind == .place }

  /// The contacts told within reach of one.
  private func near(_ position: Int, _ contacts: [ClaimDraft]) -> Range<Int> {
    max(0, position - Self.reach)..<min(contacts.count, position + Self.reach)
  }

  /// The contacts that the trigger of one tells; contacts stand in the order of their triggers.
  private func alike(_ position: Int, _ contacts: [ClaimDraft]) -> Range<Int> {
    var start = position
    while start > 0, contacts[start - 1].trigger == contacts[position].trigger { start -= 1 }
    var end = position + 1
    while end < contacts.count, contacts[end].trigger == contacts[position].trigger { end += 1 }
    return start..<end
  }

  /// «كما بعث أ رسالة إلى ج», «وعقب ذلك التقى ج»: told beside a contact of its kind, on its day.
  func inheritDates(_ contacts: [ClaimDraft]) -> [ClaimDraft] {
    var result = contacts
    for index in result.indices.dropFirst()
    where result[index].date == nil && result[index].isLikewise && !result[index].isVisit {
      let earlier = result[index - 1]
      guard earlier.isRemote == result[index].isRemote, isFuture(earlier.status) == isFuture(result[index].status),
        earlier.date.flatMap({ CalendarValue($0) })?.grain == .day,
        earlier.parties.contains(where: { one in
          result[index].parties.contains { other in
            result[index].isRemote ? chains[other.chain].side == chains[one.chain].side : other.chain == one.chain
          }
        })
      else { continue }
      result[index].date = earlier.date
      result[index].dateSpan = earlier.dateSpan
    }
    return result
  }
}
