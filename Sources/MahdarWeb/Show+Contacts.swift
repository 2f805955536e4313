import Mahdar
import MahdarStore

/// Contacts as lists and pages have them.
extension Show {
  /// A contact as a row of a list.
  ///
  /// - Parameter dated: whether days are told with their year.
  func row(_ contact: ContactSummary, dated: Bool = false) -> View {
    let year = contact.date.map { String($0.prefix(4)) } ?? ""
    return [
      "id": contact.id, "href": contactLink(contact.id), "year": year,
      "day": contact.date.map { day($0, isShort: !dated) } ?? "",
      "dayLong": contact.date.map { day($0) } ?? w("undated"),
      "status": status(contact.status), "parties": parties(contact), "form": form(contact.form),
      "place": or(contact.place.map(place)), "isAtOdds": !contact.conflicts.isEmpty,
      "odds": contact.conflicts.map { w("field-" + $0) }.joined(separator: wording.comma),
      "squares": squares(contact.kinds), "tellers": tellers(contact), "names": nameRuns(contact),
      "channel": contact.channel == "official" ? false : w("channel-" + contact.channel) as Any,
      "isConfirmed": contact.isConfirmed, "isDoubtful": contact.isDoubtful,
      "topic": or(contact.topics.first.map(run)), "evidence": contact.evidence,
    ]
  }

  /// «أ مع ب», «أ إلى ب», each with its side.
  func parties(_ contact: ContactSummary) -> [View] {
    let all = contact.parties.prefix(6)
    let isTo = ["visit", "message"].contains(contact.form)
    return all.enumerated().map { place, party -> View in
      let name = isArabic ? party.name : party.label ?? party.name
      let word = place == 0 ? "" : place == 1 ? w(isTo ? "parties-to" : "parties-with") : w("parties-and")
      let side = party.kind == "state" ? nil : party.side.map(side)
      return [
        "word": word, "isJoined": place > 1, "gap": !isArabic, "name": run(name), "href": link(party), "side": or(side),
        "more": place == all.count - 1 && contact.parties.count > all.count
          ? w("parties-more", String(contact.parties.count - all.count)) as Any : false,
      ]
    }
  }

  func names(_ contact: ContactSummary) -> String {
    contact.parties.prefix(4).map { isArabic ? $0.name : $0.label ?? $0.name }.joined(separator: wording.comma)
  }

  /// On whose account: the roots counted where there are several, else who tells it.
  private func tellers(_ contact: ContactSummary) -> [View] {
    if contact.roots > 1 { return [["name": run(roots(contact.roots)), "word": false]] }
    guard let outlet = contact.outlets.first else { return tellers([contact.sources.first ?? w("tellers-itself")]) }
    return tellers([outlet] + contact.sources.prefix(1))
  }

  /// «قناة الخليج اليوم عن وزارة الخارجية القطرية», each name a run of its own.
  func tellers(_ names: [String]) -> [View] {
    names.enumerated().map { place, name in ["name": run(name), "word": or(place > 0 ? w("citing") : nil)] }
  }

  /// The names of the parties, each a run of its own.
  func nameRuns(_ contact: ContactSummary) -> [View] {
    contact.parties.prefix(4).enumerated().map { place, party in
      ["gap": place > 0, "name": run(isArabic ? party.name : party.label ?? party.name)]
    }
  }

  /// «أصل واحد», «أصلان», «3 أصول», «12 أصلاً»; “3 roots”.
  func roots(_ number: Int) -> String {
    switch number {
    case 1: w("roots-one")
    case 2: w("roots-two")
    case _ where 3...10 ~= number % 100: w("roots-few", String(number))
    default: w("roots-many", String(number))
    }
  }

  /// A contact in one sentence.
  func sentence(_ contact: ContactSummary) -> String {
    Account(of: contact, wording, day: when).pieces.map(words).joined()
  }

  /// A piece in the reader's language: places by their English names where they are known.
  private func words(_ piece: Account.Piece) -> String {
    let isPlace = piece.kind != .plain && piece.identity == nil
    return isPlace && !isArabic ? english(ofPlace: piece.text) ?? piece.text : piece.text
  }

  /// A contact in one sentence, in pieces; with the reports that tell its place.
  func account(_ account: Account, squares: [Int: String] = [:]) -> [View] {
    account.pieces.map { piece in
      let isName = piece.kind != .plain
      let isPlace = isName && piece.identity == nil
      return [
        "text": words(piece), "isName": isName,
        "isVariant": piece.kind == .variant,
        "lang": or(isName && !(isPlace && english(ofPlace: piece.text) != nil) ? run(piece.text)["l"] : nil),
        "personHref": or(piece.identity.map(personLink)),
        "refs": piece.reports.prefix(12).map { refs([$0], squares) }.joined().map(\.self),
      ]
    }
  }

  /// The numbers of reports, each in the square of its kind.
  func refs(_ reports: [Int], _ squares: [Int: String]) -> [View] {
    reports.prefix(24).map { ["n": $0, "class": squares[$0] ?? "out"] }
  }

  /// «12 من أصل 345», with the pages before and after.
  func pages(_ query: ContactQuery, shown: Int, total: Int, _ path: String) -> View {
    let rows = query.request.limit ?? ContactQuery.rows
    let last = min((max(total, 1) - 1) / rows + 1, ContactQuery.lastPage)
    func href(_ page: Int) -> String { link(path, query.query + [("page", String(page))]) }
    return [
      "isNeeded": last > 1, "place": w("pages-place", String(query.page), String(last)),
      "before": query.page > 1 ? href(query.page - 1) as Any : false,
      "after": query.page < last ? href(query.page + 1) as Any : false,
    ]
  }
}
