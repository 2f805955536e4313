/// Where a contact takes place that another one of its guest tells.
extension ClaimMerger {
  /// «التقى أ في واشنطن ب. كما اجتمع مع ج»: a guest's meetings are where he is, a host's where he receives.
  func inheritPlaces(_ contacts: [ClaimDraft]) -> [ClaimDraft] {
    var result = contacts
    for index in result.indices where isPlaceless(result[index]) {
      let earlier = result[..<index].suffix(Self.reach).last { isSeat($0, of: result[index]) }
      if let place = earlier?.place ?? stay(of: result[index], near: index, contacts) { result[index].place = place }
    }
    return result
  }

  /// Whether a contact is a guest's with a host, in whose city the guest meets another one of the host's country.
  private func isSeat(_ seat: ClaimDraft, of contact: ClaimDraft) -> Bool {
    guard let place = seat.place, !place.isCountry, let country = place.country, !seat.isRemote,
      isFuture(seat.status) == isFuture(contact.status)
    else { return false }
    let shared = contact.parties.filter { party in seat.parties.contains { $0.chain == party.chain } }
    if shared.contains(where: { chains[$0.chain].side != country }) {
      return contact.parties.contains { chains[$0.chain].side == country }
    }
    // «استقبل أ في مكتبه بالقاهرة ب. كما استقبل ج»: a host receives all where he is.
    return isNews(contact) && isNews(seat) && agreeOnDate(seat, contact)
      && shared.contains { chains[$0.chain].kind == .person && chains[$0.chain].side == country }
  }

  /// «وصل أ إلى الدوحة. ومن المقرر أن يلتقي ج»: where somebody has come or will come he meets others as well.
  private func stay(of contact: ClaimDraft, near index: Int, _ contacts: [ClaimDraft]) -> ContactClaim.Place? {
    guard isNews(contact) else { return nil }
    let near = contacts[max(0, index - Self.reach)..<min(contacts.count, index + Self.reach)]
    let stays = near.filter { stay in
      guard let place = stay.place, let country = place.country, !stay.isRemote, isNews(stay),
        stay.isVisit || stay.trigger < contact.trigger, isTimely(stay, contact)
      else { return false }
      return contact.parties.contains { party in
        chains[party.chain].kind == .person && chains[party.chain].side != country
          && stay.parties.contains { $0.chain == party.chain && !$0.isHost }
      }
    }
    let places = Set(stays.compactMap { $0.place?.country })
    return places.count == 1 ? (stays.first { $0.place?.isCountry == false } ?? stays.first)?.place : nil
  }

  /// Told as news of these days, not as what was before.
  private func isNews(_ contact: ClaimDraft) -> Bool {
    [.held, .underway, .scheduled].contains(contact.status) && !contact.isRecalled
  }

  /// Whether a stay may be that during which a contact takes place.
  private func isTimely(_ stay: ClaimDraft, _ contact: ClaimDraft) -> Bool {
    if isFuture(stay.status), !isFuture(contact.status) { return false }
    if let told = stay.date.flatMap({ CalendarValue($0) }), let published = published.flatMap({ CalendarValue($0) }),
      told.last + Self.longest < published.first
    {
      return false
    }
    guard let x = stay.date.flatMap({ CalendarValue($0) }), let y = contact.date.flatMap({ CalendarValue($0) }) else {
      return contact.date == nil || contact.date == published
    }
    return x.first <= y.last && y.first <= x.last + Self.longest
  }

  /// A stay lasts so many days more than its first day, where no more is told.
  private static let longest: Int32 = 3

  private func isPlaceless(_ draft: ClaimDraft) -> Bool {
    draft.place == nil && !draft.isRemote && !draft.isVisit && draft.status != .proposed
  }
}
