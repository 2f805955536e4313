import MahdarStore

/// Contacts a month as columns: what was held at the bottom, what was not above it with an open frame.
struct MonthsDrawing {
  let show: Show
  let months: [Dossier.Month]

  func markup() -> Markup {
    let drawing = Drawing(width: 340, isRightToLeft: show.isArabic)
    let all = Self.filled(months)
    let most = Double(all.map { $0.statuses.values.reduce(0, +) }.max() ?? 1)
    let (left, top, bottom) = (22.0, 18.0, 86.0)
    let step = (drawing.width - left - 4) / Double(max(all.count, 1))
    let width = max(1, min(18, step * 0.76))
    var content = drawing.line((2, bottom), (338, bottom), "ax")
    for value in Set([1, Int(most)]).sorted() {
      let y = bottom - Double(value) / most * (bottom - top)
      content += drawing.line((left, y), (338, y), "g") + drawing.text(String(value), 2, y + 4)
    }
    var lastYear = ""
    for (index, month) in all.enumerated() {
      let at = left + (Double(index) + 0.5) * step
      let held = month.statuses["held", default: 0] + month.statuses["underway", default: 0]
      let other = month.statuses.values.reduce(0, +) - held
      let unit = (bottom - top) / most
      func bar(_ count: Int, from base: Double, _ classes: String) -> Markup {
        guard count > 0 else { return "" }
        let height = Double(count) * unit
        return
          "<rect class=\"\(classes)\" x=\"\(drawing.x(at) - width / 2)\" y=\"\(base - height)\" width=\"\(width)\" height=\"\(height)\"/>"
      }
      let title = "\(show.day(month.month)): \(held + other)"
      content += "<g><title>\(title)</title>" + bar(held, from: bottom, "full held")
      content += bar(other, from: bottom - Double(held) * unit, "open scheduled") + "</g>"
      let year = String(month.month.prefix(4))
      if year != lastYear, index == 0 || step * Double(index) > 40 {
        content += drawing.text(year, left + Double(index) * step, 104)
        lastYear = year
      }
    }
    return drawing.svg(110, show.w("person-months"), "small1", content)
  }

  /// The months from the first to the last, at most ten years of them; a longer time is told by years.
  static func filled(_ months: [Dossier.Month]) -> [Dossier.Month] {
    guard let last = months.last?.month, let first = months.first?.month else { return [] }
    func number(_ month: String) -> Int { (Int(month.prefix(4)) ?? 0) * 12 + (Int(month.suffix(2)) ?? 1) - 1 }
    let start = max(number(first), number(last) - 119)
    let known = Dictionary(months.map { ($0.month, $0) }) { first, _ in first }
    return (start...number(last)).map { number in
      let month = number % 12 + 1
      let name = "\(number / 12)-" + (month < 10 ? "0\(month)" : "\(month)")
      return known[name] ?? Dossier.Month(month: name, statuses: [:])
    }
  }
}
