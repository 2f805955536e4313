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

  @Test func publishedIsADateOrADateTime() {
    #expect(CalendarValue.published("2025-10-21")?.description == "2025-10-21")
    #expect(CalendarValue.published("2025-10-21T23:30:00+03:00")?.description == "2025-10-21")
    #expect(CalendarValue.published("yesterday") == nil)
    #expect(CalendarValue.published("2025") == nil)
  }
}
