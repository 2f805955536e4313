import Testing

@testable import Mahdar

@Test(arguments: try Examples.read("time"))
func times(_ example: Example) throws {
  let analysis = try Examples.analysis(of: example)
  let lines = analysis.times.map { "\($0.value ?? "-") \($0.type.rawValue) \(analysis.text($0.span))" }
  Examples.check(example, lines)
}

struct CalendarTests {
  @Test(arguments: [
    "2019", "2019-12", "2019-12-10", "2019-W50", "2019-W50-WE", "2020-W53", "2019-Q4", "2019-H2", "2019-SP", "2019-WI",
    "198", "19",
    "2017-05-26/2017-05-27", "2003/2004", "2019-11/2020-01",
  ])
  func valuesKeepTheirSpelling(_ text: String) {
    #expect(CalendarValue(text)?.description == text)
  }

  @Test(arguments: [
    "PAST_REF", "P3M", "PT2H", "2019-13", "2019-02-30", "2019-W54", "", "19-12", "2019-", "12345", "2019/",
  ])
  func otherTextIsNoCalendarValue(_ text: String) {
    #expect(CalendarValue(text) == nil)
  }

  @Test func dayNumbersAreConsecutiveOverFourHundredYears() {
    var number = CivilDay.number(1800, 1, 1)
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...CivilDay.length(ofMonth: month, year) {
          if CivilDay.number(year, month, day) != number || CivilDay.parts(number) != (year, month, day) {
            Issue.record("\(year)-\(month)-\(day) is not day \(number)")
          }
          number += 1
        }
      }
    }
  }

  @Test func aYearHoldsItsMonthsWeekdaysAndWeeks() {
    #expect(CivilDay.weekday(CivilDay.number(2025, 10, 21)) == 2)
    #expect(CalendarValue("2017-05")?.lies(in: .year(2017)) == true)
    #expect(CalendarValue("2019-12")?.shifted(by: 1).description == "2020-01")
    #expect(CalendarValue("2019-12-31")?.shifted(by: 1).description == "2020-01-01")
    #expect(CalendarValue.week(of: CivilDay.number(2021, 1, 3)).description == "2020-W53")
    #expect(CalendarValue("2015-08-11T18:09")?.description == "2015-08-11")
  }

  /// TIMEX3 writes the years 1 to 9999. What lies outside is found, and has no value.
  @Test(arguments: [
    "0001-01-01", "0001-01-02", "0000-01-01", "9999-12-31", "2025-10-21",
  ])
  func whatTheCalendarCanNotWriteStaysUnresolved(_ published: String) throws {
    let pipeline = Pipeline(lexicon: try Examples.lexicon.get())
    let counts = ["2", "99", "999", "9999", "99999", "999999", "99999999", "999999999", "99999999999999999999"]
    let units = ["يوما", "أسبوعا", "شهرا", "عاما", "سنة", "عقدا", "قرنا", "أيام", "سنوات", "قرون"]
    var texts = [
      "أمس", "غدا", "أول من أمس", "الأسبوع الماضي", "الأسبوع المقبل", "نهاية الأسبوع الماضي", "الشهر الماضي",
      "الشهر المقبل", "العام الماضي", "العام المقبل", "القرن الماضي", "القرن المقبل", "العقد الماضي", "الصيف الماضي",
      "الشتاء المقبل", "الاثنين الماضي", "الأحد المقبل", "قبل ألف عام", "قبل ألفي قرن", "مساء غد", "الليلة الماضية",
      "0000-01-01", "الساعة 0 إلا ربعا", "ديسمبر الماضي", "يناير المقبل", "28 شباط", "ثمانينيات القرن الماضي",
      "القرن الأول", "في الأول من يناير", "يومي 30 و31 ديسمبر الماضي", "اليوم التالي", "الربع الأول من العام المقبل",
    ]
    for count in counts { for unit in units { texts += ["قبل \(count) \(unit)", "وسيلتقيان بعد \(count) \(unit)"] } }
    for text in texts {
      let sentence = "والتقى لافروف وبلينكن \(text) في موسكو. وسيلتقيان \(text)، وكان اللقاء قبل يومين."
      let analysis = pipeline(Article(id: "far", text: sentence, published: published))
      StageLaws.check(analysis)
      for time in analysis.times where time.type == .date || time.type == .time {
        #expect(time.value.map(isWritten) ?? true, "\(text): \(time.value ?? "")")
      }
      for contact in analysis.contacts { #expect(contact.date.map(isWritten) ?? true, "\(text)") }
    }
  }

  /// Whether a value is a reference or a spelling that reads back, of the years 1 to 9999.
  private func isWritten(_ value: String) -> Bool {
    if ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].contains(value) { return true }
    let day = value.split(separator: "T", maxSplits: 1)
    guard let calendar = CalendarValue(day[0]), calendar.isWritable else { return false }
    return day.count == 1 || day[1].allSatisfy { $0.isNumber || $0.isUppercase || $0 == ":" }
  }

  @Test func publishedIsADateOrADateTime() {
    #expect(CalendarValue.published("2025-10-21")?.description == "2025-10-21")
    #expect(CalendarValue.published("2025-10-21T23:30:00+03:00")?.description == "2025-10-21")
    #expect(CalendarValue.published("yesterday") == nil)
    #expect(CalendarValue.published("2025") == nil)
  }
}
