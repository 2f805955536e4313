import Mahdar
import MahdarStore

/// Contacts on a time axis, a lane for each pair of sides.
struct LanesDrawing {
  /// So many lanes are drawn, those of the latest contacts first.
  static let mostLanes = 24

  struct Lane {
    var name: String
    var contacts: [ContactSummary]
  }

  let show: Show
  let from: DayCount
  let to: DayCount
  let lanes: [Lane]
  /// How many pairs have none here.
  let left: Int

  /// - Parameter contacts: the latest first; those that are undated or rougher than a year have no place on an axis.
  init?(_ contacts: [ContactSummary], _ show: Show) {
    self.show = show
    var order: [String] = []
    var found: [String: [ContactSummary]] = [:]
    var days: [(DayCount, DayCount)] = []
    for contact in contacts {
      guard let span = Self.span(contact) else { continue }
      days.append(span)
      let names = contact.parties.prefix(3).map {
        $0.side.map(show.side) ?? (show.isArabic ? $0.name : $0.label ?? $0.name)
      }
      let key = Set(names).sorted().joined(separator: show.wording.comma)
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(contact)
    }
    guard let first = days.map(\.0).min(), let last = days.map(\.1).max() else { return nil }
    from = DayCount(number: first.number - 1)
    to = DayCount(number: max(last.number, first.number + 6) + 1)
    lanes = order.prefix(Self.mostLanes).map { Lane(name: $0, contacts: found[$0] ?? []) }
    left = max(0, order.count - Self.mostLanes)
  }

  /// The first and last day that a contact's date leaves open.
  static func span(_ contact: ContactSummary) -> (DayCount, DayCount)? {
    guard let range = contact.date.flatMap(DayRange.init), let first = DayCount(range.first),
      let last = DayCount(range.last)
    else { return nil }
    return (first, last)
  }

  // MARK: Drawing

  /// - Parameter isNarrow: with the names above the lanes.
  func markup(isNarrow: Bool) -> Markup {
    let drawing = Drawing(width: isNarrow ? 358 : 1200, isRightToLeft: show.isArabic)
    let names = isNarrow ? 0.0 : 250
    let room = drawing.width - names - 30
    let height = isNarrow ? 52.0 : 36
    let days = Double(to.number - from.number)
    func place(_ day: Int) -> Double { names + 12 + Double(day - from.number) / days * room }
    let bottom = 34 + Double(lanes.count) * height
    var content: Markup = ""
    for tick in ticks(most: isNarrow ? 4 : 12) {
      let x = place(tick.day)
      content +=
        drawing.line((x, 28), (x, bottom), "g") + drawing.text(tick.word, x, 19, .middle, tick.isYear ? "b" : "")
    }
    content += drawing.line((names, 28), (drawing.width - 6, 28), "ax")
    if let today = DayCount(show.request.today), from < today, today < to {
      content += drawing.line((place(today.number), 28), (place(today.number), bottom), "now")
    }
    for (row, lane) in lanes.enumerated() {
      let top = 34 + Double(row) * height
      let y = top + height - (isNarrow ? 16 : 18)
      content +=
        isNarrow
        ? drawing.text(lane.name, 4, top + 16, .start, "nm halo")
        : drawing.text(Self.cut(lane.name, 34), 4, y + 5, .start, "nm halo")
      content += drawing.line((4, top + height), (drawing.width, top + height), "g")
      for contact in lane.contacts.reversed() { content += mark(contact, drawing, y, place) }
    }
    return drawing.svg(bottom + 6, show.w("nav-timeline"), isNarrow ? "narrow lanes" : "broad wide1 lanes", content)
  }

  private func mark(_ contact: ContactSummary, _ drawing: Drawing, _ y: Double, _ place: (Int) -> Double) -> Markup {
    guard let (first, last) = Self.span(contact) else { return "" }
    let title =
      "\(show.names(contact))\(show.wording.comma)\(show.form(contact.form))\(show.wording.comma)\(contact.date.map { show.day($0) } ?? "")\(show.wording.comma)\(show.statusWord(contact.status))"
    var content: Markup = ""
    let middle = Double(first.number + last.number) / 2
    // A line under the sign: the days that the date leaves open.
    if last.number > first.number {
      content += drawing.line((place(first.number), y + 11), (place(last.number), y + 11), "span \(contact.status)")
    }
    let x = last.number - first.number > 20 ? place(Int(middle)) : place(first.number)
    content += drawing.sign(contact.status, x, y)
    if !contact.conflicts.isEmpty {
      content +=
        "<use href=\"#neq\" class=\"neq\" x=\"\(drawing.x(x) - 6)\" y=\"\(y - 21)\" width=\"12\" height=\"12\"/>"
    }
    return "<a href=\"\(show.contactLink(contact.id))\"><title>\(title)</title>\(content)</a>"
  }

  static func cut(_ name: String, _ most: Int) -> String { name.count > most ? name.prefix(most - 1) + "…" : name }

  // MARK: The axis

  private struct Tick {
    var day: Int
    var word: String
    var isYear = false
  }

  /// Days, months, quarters or years, so many that they have room.
  private func ticks(most: Int) -> [Tick] {
    let days = to.number - from.number
    if days <= most * 2 {
      return (from.number + 1..<to.number).filter { (($0 - from.number) % (days > most ? 2 : 1)) == 0 || days <= most }
        .map { day in
          let text = DayCount(number: day).text
          return Tick(
            day: day,
            word: days > 8 && day != from.number + 1 ? String(Int(text.suffix(2)) ?? 0) : show.day(text, isShort: true))
        }
    }
    let (first, last) = (DayCount(number: from.number).text, DayCount(number: to.number).text)
    let (start, end) = (Int(first.prefix(4)) ?? 0, Int(last.prefix(4)) ?? 0)
    let months = days / 30
    let step = [1, 3, 6, 12, 24, 60, 120].first { months / $0 <= most } ?? 240
    var ticks: [Tick] = []
    for year in start...max(start, end) {
      for month in stride(from: 1, through: 12, by: min(step, 12)) where step <= 12 || (year - start) % (step / 12) == 0
      {
        let two = month < 10 ? "0\(month)" : "\(month)"
        guard let day = DayCount("\(year)-\(two)-01"), from < day, day < to else { continue }
        let word =
          step >= 12 || month == 1
          ? String(year) : show.desk.calendar.month(month, show.request.language, show.request.preferences.months)
        ticks.append(Tick(day: day.number, word: word, isYear: month == 1))
      }
    }
    return ticks
  }
}
