import MahdarStore

/// The offices of a person, each a line from the first to the last article that tells it; dots: unknown after.
struct OfficesDrawing {
  let show: Show
  let offices: [Dossier.Told]

  func markup() -> Markup? {
    let dated = offices.filter { $0.first != nil && $0.last != nil }.prefix(6)
    let days = dated.flatMap { [$0.first, $0.last] }.compactMap { $0.flatMap { DayCount($0)?.number } }
    guard let first = days.min(), let last = days.max() else { return nil }
    let drawing = Drawing(width: 340, isRightToLeft: show.isArabic)
    let span = Double(max(last - first, 1))
    func place(_ day: String?) -> Double {
      let number = day.flatMap { DayCount($0)?.number } ?? first
      return 12 + Double(number - first) / span * (first == last ? 0 : 290)
    }
    var content: Markup = ""
    for (row, office) in dated.enumerated() {
      let y = 30 + Double(row) * 42
      let (from, to) = (place(office.first), place(office.last))
      content += drawing.text(LanesDrawing.cut(office.words, 44), 6, y - 12, .start, "nm b")
      content += drawing.line((from, y), (to, y), "term")
      if to < 330 { content += drawing.line((to + 8, y), (336, y), "beyond") }
      content +=
        "<circle class=\"dot\" cx=\"\(drawing.x(from))\" cy=\"\(y)\" r=\"5\"/><circle class=\"dot\" cx=\"\(drawing.x(to))\" cy=\"\(y)\" r=\"5\"/>"
    }
    let bottom = 30 + Double(dated.count - 1) * 42 + 20
    content += drawing.line((2, bottom), (338, bottom), "ax")
    content += drawing.text(show.day(DayCount(number: first).text), 2, bottom + 18)
    if last > first { content += drawing.text(show.day(DayCount(number: last).text), 338, bottom + 18, .end) }
    return drawing.svg(bottom + 26, show.w("person-offices"), "small1", content)
  }
}

/// Whom somebody meets: he in the middle, up to eight around.
struct PartnersDrawing {
  let show: Show
  let name: String
  let partners: [Dossier.Partner]

  private static let spots: [(Double, Double)] = [
    (66, 60), (274, 60), (66, 250), (274, 250), (66, 155), (274, 155), (170, 40), (170, 280),
  ]

  func markup() -> Markup? {
    guard !partners.isEmpty else { return nil }
    let drawing = Drawing(width: 340, isRightToLeft: show.isArabic)
    var content: Markup = ""
    for (partner, spot) in zip(partners, Self.spots) {
      let width = 1.6 + min(5, Double(partner.contacts).squareRoot())
      content +=
        "<path class=\"edge \(partner.status)\" stroke-width=\"\(width)\" d=\"M\(drawing.x(170)) 155L\(drawing.x(spot.0)) \(spot.1)\"/>"
    }
    content += "<circle class=\"nd me\" cx=\"170\" cy=\"155\" r=\"8\"/>"
    for (partner, spot) in zip(partners, Self.spots) {
      let party = partner.party
      let below = spot.1 > 200
      let words = LanesDrawing.cut(show.isArabic ? party.name : party.label ?? party.name, 22)
      let side = party.kind == "state" ? "" : party.side.map(show.side) ?? ""
      content +=
        "<a href=\"\(show.link(party))\"><title>\(words): \(partner.contacts)</title><circle class=\"nd\" cx=\"\(drawing.x(spot.0))\" cy=\"\(spot.1)\" r=\"6\"/>"
      content += drawing.text(words, spot.0, below ? spot.1 + 22 : spot.1 - 27, .middle, "nm halo")
      content += drawing.text(side, spot.0, below ? spot.1 + 39 : spot.1 - 11, .middle, "halo") + "</a>"
    }
    content += drawing.text(LanesDrawing.cut(name, 26), 170, 180, .middle, "nm b halo")
    return drawing.svg(305, show.w("person-partners"), "small1", content)
  }
}
