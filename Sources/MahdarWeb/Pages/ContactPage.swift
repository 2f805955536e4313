import Mahdar
import MahdarStore

/// A contact: its account, its history, who tells what.
struct ContactPage: Page {
  static let template = "contact"
  /// So many reports are shown with their words; the rest is counted.
  private static let shown = 30

  let id: String

  struct Value: Encodable {
    var detail: ContactDetail
    var statements: [QuoteAnswer]
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    let detail = try desk.store.contact(id, pipeline: desk.pipeline)
    return Value(detail: detail, statements: try desk.store.statements(at: detail.contact))
  }

  func view(_ value: Value, _ show: Show) -> View {
    let detail = value.detail
    let contact = detail.contact
    let squares = show.squares(of: detail.reports, detail.roots)
    let account = Account(of: detail, show.wording, day: show.when)
    let reports = detail.reports.prefix(Self.shown)
    var view = show.row(contact, dated: true)
    view["title"] = show.sentence(contact)
    view["sentence"] = show.account(account, squares: squares)
    view["formWord"] = show.form(contact.form)
    view["articles"] = show.count(contact.articles, "article")
    view["roots"] = show.roots(contact.roots)
    view["kinds"] = Show.kinds.compactMap { kind -> View? in
      guard contact.kinds[kind, default: 0] > 0 else { return nil }
      return ["class": Show.square(kind), "word": show.w("kind-" + kind), "n": contact.kinds[kind] ?? 0]
    }
    view["likelihood"] = contact.isDoubtful ? show.w("doubtful") as Any : false
    view["history"] = history(detail, squares, show)
    view["hasHistory"] = detail.history.count > 1 || detail.reports.count > 1
    view["fields"] = fields(detail, squares, show)
    view["tree"] = tree(detail, squares, show)
    view["hasMoreRoots"] = detail.roots.count > Self.shown
    view["why"] = detail.why.prefix(20).map { why($0, squares, show) }
    view["hasWhy"] = !detail.why.isEmpty
    view["reports"] = reports.map { report($0, squares, show) }
    view["moreReports"] =
      detail.reports.count > reports.count
      ? show.w("more-reports", String(detail.reports.count - reports.count)) as Any : false
    view["notes"] = detail.notes
    view["hasNotes"] = !detail.notes.isEmpty
    view["wholes"] = detail.partOf.map { [show.row($0, dated: true)] } ?? []
    view["hasWhole"] = detail.partOf != nil
    view["parts"] = detail.parts.prefix(30).map { show.row($0, dated: true) }
    view["hasParts"] = !detail.parts.isEmpty
    view["possibly"] = detail.possibly.map { show.row($0.contact, dated: true) }
    view["hasPossibly"] = !detail.possibly.isEmpty
    view["statements"] = value.statements.map { show.statement($0) }
    view["hasStatements"] = !value.statements.isEmpty
    view["pairHref"] =
      contact.parties.count > 1 ? show.pairLink(key(contact.parties[0]), key(contact.parties[1])) as Any : false
    return view
  }

  private func key(_ party: ContactParty) -> String {
    party.kind == "state" ? party.side ?? party.identity : party.identity
  }

  // MARK: History

  private func history(_ detail: ContactDetail, _ squares: [Int: String], _ show: Show) -> [View] {
    let steps = detail.history.prefix(8)
    let days = steps.map { $0.said.flatMap { DayCount($0) }?.number }
    return steps.enumerated().map { place, step in
      // The room to the next step is as wide as the days between, within reason.
      let next = place + 1 < days.count ? days[place + 1] : nil
      let gap = days[place].flatMap { day in next.map { $0 - day } } ?? 1
      let report = detail.reports[step.reports[0] - 1]
      return [
        "grow": min(max(gap, 1), 6), "day": show.published(step.said),
        "iso": step.said.map { String($0.prefix(10)) } ?? "",
        "state": show.status(step.status),
        "turn": ["again", "redated", "beside"].contains(step.turn) ? show.w("turn-" + step.turn) as Any : false,
        "about": or(
          step.about.map {
            show.w(["held", "underway"].contains(step.status) ? "history-on" : "history-for", show.day($0))
          }),
        "tellers": show.tellers(report), "refs": show.refs(step.reports, squares),
      ]
    }
  }

  // MARK: Fields

  private func fields(_ detail: ContactDetail, _ squares: [Int: String], _ show: Show) -> [View] {
    let parties = Dictionary(detail.contact.parties.map { ($0.name, $0) }) { first, _ in first }
    return detail.fields.map { field in
      let atOdds = field.values.filter(\.isAtOdds)
      func value(_ value: ContactDetail.Value) -> View {
        let words = show.value(value.value, of: field.name, in: detail.contact.form)
        let name = value.value.components(separatedBy: " — ")
        return [
          "value": show.fieldValue(field.name, field.name == "place" ? value.value : words, parties[name[0]]),
          "office": name.count > 1 ? name[1] : false,
          "href": or(field.name == "participants" ? parties[name[0]].map(show.link) : nil),
          "state": field.name == "status" ? show.status(value.value) : false,
          "refs": show.refs(value.reports, squares),
          "roots": show.roots(roots(of: value.reports, detail)),
        ]
      }
      return [
        "id": field.name, "name": show.w("field-" + field.name), "isAtOdds": field.isConflict && atOdds.count > 1,
        "sides": field.isConflict
          ? atOdds.prefix(2).enumerated().map { place, one in value(one).merging(["isNext": place > 0]) { $1 } } : [],
        "values":
          (field.isConflict && atOdds.count > 1
          ? field.values.filter { one in !atOdds.prefix(2).contains { $0.value == one.value } } : field.values)
          .prefix(12).map(value),
      ]
    }
  }

  private func roots(of reports: [Int], _ detail: ContactDetail) -> Int {
    max(1, detail.roots.count { !Set($0.reports).isDisjoint(with: reports) })
  }

  // MARK: Who told whom

  private func tree(_ detail: ContactDetail, _ squares: [Int: String], _ show: Show) -> [View] {
    detail.roots.prefix(Self.shown).map { root in
      let reports = root.reports.prefix(4).map { detail.reports[$0 - 1] }
      // Where no outlet is known, the root is the article.
      let isNameless = reports.contains { $0.article == root.name }
      let isOwn = root.kind == "outlet" && (isNameless || reports.first?.outlet == root.name)
      // Those between the root and the outlet of its first report.
      let between = root.way.filter { $0 != root.name && $0 != reports.first?.outlet }
      return [
        "class": Show.square(root.kind), "name": show.run(isNameless ? show.w("root-article") : root.name),
        "kind": show.w("root-" + root.kind), "hop": isOwn ? show.w("hop-own") : show.w("hop-" + root.kind),
        "between": between.joined(separator: show.w("tellers-from")), "hasBetween": !between.isEmpty,
        "outlets": reports.map { report -> View in
          [
            "name": report.outlet.map(show.run) ?? show.run(show.w("outlet-unknown")),
            "day": show.published(report.published),
          ]
        },
        "refs": show.refs(root.reports, squares),
        "more": root.reports.count > 4 ? "+\(root.reports.count - 4)" as Any : false,
      ]
    }
  }

  // MARK: Why they are one

  private func why(_ reason: ContactDetail.Reason, _ squares: [Int: String], _ show: Show) -> View {
    func words(_ isFor: Bool) -> [View] {
      reason.reasons.filter { ($0.weight >= 0) == isFor }.map { ["words": show.wording.finding($0.finding)] }
    }
    let (yes, no) = (words(true), words(false))
    return [
      "refs": show.refs(reason.reports, squares), "for": yes, "against": no, "hasFor": !yes.isEmpty,
      "hasAgainst": !no.isEmpty,
      "weight": "\((reason.score * 10).rounded() / 10)",
    ]
  }

  // MARK: The words

  private func report(_ report: ContactDetail.Report, _ squares: [Int: String], _ show: Show) -> View {
    let sources = report.by.filter { $0.name != report.outlet }
    return [
      "n": report.number, "class": squares[report.number] ?? "out", "outlet": or(report.outlet.map(show.run)),
      "day": show.published(report.published), "iso": report.published.map { String($0.prefix(10)) } ?? "",
      "state": show.status(report.status), "cites": !sources.isEmpty,
      "sources": sources.enumerated().map { place, source -> View in
        ["name": show.run(source.name), "kind": show.w("kind-" + source.kind), "isNext": place > 0]
      },
      "copies": or(report.copies.map { show.w("copies", String($0)) }), "pieces": show.evidence(report),
      "articleHref": show.articleLink(report.article) + "#c-" + report.claim,
      "articleTitle": show.run(report.title ?? report.article),
    ]
  }
}
