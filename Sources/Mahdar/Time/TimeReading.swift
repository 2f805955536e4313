/// What an expression that starts at a known token was read as.
struct TimeReading {
  /// The token after its last.
  var end: Int
  var type = TimeType.date
  var value: String?
  var calendar: CalendarValue?
  var rule: String
  /// The month that is told, also where its year is not known.
  var month: Int?
  /// Whether the words name the year.
  var namesYear = false
  /// Whether it is «اليوم», with the weekday that tells which.
  var isToday = false

  /// A stretch of the calendar; one that can't be written («قبل ألفي قرن») is read and stays unresolved.
  init(_ calendar: CalendarValue?, to end: Int, _ rule: String, namesYear: Bool = false) {
    let calendar = calendar.flatMap { $0.isWritable ? $0 : nil }
    self.end = end
    self.calendar = calendar
    value = calendar?.description
    self.rule = rule
    self.namesYear = namesYear
  }

  init(value: String?, _ type: TimeType, to end: Int, _ rule: String) {
    self.end = end
    self.type = type
    self.value = value
    self.rule = rule
  }

  /// A part or an hour of a day; `suffix` as in TNI or T08:15.
  init(_ day: CalendarValue?, _ suffix: String, to end: Int, _ rule: String) {
    let day = day.flatMap { $0.isWritable ? $0 : nil }
    self.end = end
    type = .time
    calendar = day
    value = day.map { $0.description + suffix }
    self.rule = rule
  }
}
