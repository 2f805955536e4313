import Testing

@testable import Mahdar

/// The words of pages and answers in Arabic and English.
struct WordingTests {
  private let arabic = Wording(.ar)
  private let english = Wording(.en)

  @Test(arguments: [
    (0, "لا لقاءات", "لا زيارات"), (1, "لقاء واحد", "زيارة واحدة"), (2, "لقاءان", "زيارتان"),
    (3, "ثلاثة لقاءات", "ثلاث زيارات"), (8, "ثمانية لقاءات", "ثماني زيارات"), (10, "عشرة لقاءات", "عشر زيارات"),
    (11, "11 لقاءً", "11 زيارة"), (99, "99 لقاءً", "99 زيارة"), (100, "100 لقاء", "100 زيارة"),
    (101, "101 لقاء", "101 زيارة"), (103, "103 لقاءات", "103 زيارات"), (111, "111 لقاءً", "111 زيارة"),
  ])
  func nounsAgreeWithTheirNumbers(_ number: Int, _ masculine: String, _ feminine: String) {
    #expect(arabic.count(number, "meeting") == masculine)
    #expect(arabic.count(number, "visit") == feminine)
    #expect(arabic.tally(number, "meeting") == masculine)
  }

  @Test func phrasesAgreeInAllTheirWords() {
    #expect(arabic.count(1, "source") == "مصدر مستقل واحد")
    #expect(arabic.tally(2, "source", isObject: true) == "مصدرين مستقلين")
    #expect(arabic.tally(2, "outlet", isObject: true) == "وسيلتي إعلام")
    #expect(arabic.count(4, "source") == "أربعة مصادر مستقلة" && arabic.count(12, "source") == "12 مصدرًا مستقلًا")
    #expect(arabic.times(1) == "مرة واحدة" && arabic.times(2) == "مرتين" && arabic.times(100) == "100 مرة")
  }

  @Test func englishCountsInWordsInSentencesAndInFiguresOnPages() {
    #expect(english.count(1, "visit") == "one visit" && english.count(3, "talks") == "three rounds of talks")
    #expect(english.tally(1, "root") == "1 root" && english.tally(3, "article") == "3 articles")
  }

  @Test func aStatusAgreesWithItsForm() {
    #expect(arabic.status("scheduled", of: "meeting") == "مقرر" && arabic.status("scheduled", of: "visit") == "مقررة")
    #expect(arabic.status("held", of: "meeting") == "عُقد" && arabic.status("held", of: "call") == "جرى")
    #expect(arabic.step("scheduled", "again", of: "visit") == "لا تزال مقررة")
    #expect(arabic.step("proposed", "again", of: "meeting") == "لا يزال مقترحًا")
    #expect(english.step("held", "again", of: "meeting") == "held all the same")
  }

  @Test(arguments: [
    ("2022-01-21", "21 يناير/كانون الثاني 2022", "21 January 2022"),
    ("2025-W43", "الأسبوع 43 من 2025", "week 43 of 2025"),
    ("2025-W43-WE", "عطلة نهاية الأسبوع 43 من 2025", "weekend of week 43 of 2025"),
    ("2024-05-04T15:00", "4 مايو/أيار 2024", "4 May 2024"), ("2023-09", "سبتمبر/أيلول 2023", "September 2023"),
    ("2023", "2023", "2023"), ("201", "عقد 2010", "2010s"),
    ("2024-Q3", "الربع الثالث من 2024", "third quarter of 2024"),
    ("2024-SU", "صيف 2024", "summer of 2024"),
    ("2025-10-22/2025-10-23", "22 إلى 23 أكتوبر/تشرين الأول 2025", "22 to 23 October 2025"),
    ("2024-04-30/2024-05-02", "30 أبريل/نيسان إلى 2 مايو/أيار 2024", "30 April to 2 May 2024"),
    (
      "2023-12-31/2024-01-02", "31 ديسمبر/كانون الأول 2023 إلى 2 يناير/كانون الثاني 2024",
      "31 December 2023 to 2 January 2024"
    ),
    ("2022/2024", "2022 إلى 2024", "2022 to 2024"), ("soon", "soon", "soon"),
  ])
  func datesAreTold(_ value: String, _ arabic: String, _ english: String) {
    #expect(self.arabic.date(value) == arabic && self.arabic.when(value) == arabic)
    #expect(self.english.date(value) == english && self.english.when(value) == value)
  }

  @Test(arguments: [
    ("2025-10-21", "21/10/2025", "2025-10-21"), ("2025-10-22/2025-10-23", "22–23/10/2025", "2025-10-22/23"),
    ("2024-04-30/2024-05-02", "30/4–2/5/2024", "2024-04-30/05-02"),
    ("2023-12-31/2024-01-02", "31/12/2023–2/1/2024", "2023-12-31/2024-01-02"), ("2024-09", "9/2024", "2024-09"),
    ("2024-W20", "أسبوع 20/2024", "2024-W20"), ("2024", "2024", "2024"),
  ])
  func datesAreBriefWhereThereIsLittleRoom(_ value: String, _ arabic: String, _ english: String) {
    #expect(self.arabic.brief(value) == arabic)
    #expect(self.english.brief(value) == english)
  }

  @Test(arguments: [
    ("PT2H", "ساعتان", "ساعتين", "2 hours"),
    ("PT1H30M", "ساعة ونصف الساعة", "ساعة ونصف الساعة", "1 hour and 30 minutes"),
    ("PT30M", "30 دقيقة", "30 دقيقة", "30 minutes"), ("P1D", "يوم", "يوم", "1 day"),
    ("P3D", "ثلاثة أيام", "ثلاثة أيام", "3 days"),
    ("PT11M", "11 دقيقة", "11 دقيقة", "11 minutes"), ("P2M", "شهران", "شهرين", "2 months"),
    ("P100D", "100 يوم", "100 يوم", "100 days"), ("PXD", "PXD", "PXD", "PXD"), ("P", "P", "P", "P"),
  ])
  func lengthsOfTimeAreTold(_ value: String, _ subject: String, _ object: String, _ english: String) {
    #expect(arabic.length(value) == subject)
    #expect(arabic.duration(value) == object)
    #expect(self.english.length(value) == english)
  }

  @Test func minutesAreCounted() {
    #expect(Wording.minutes("PT1H30M") == 90 && Wording.minutes("P1D") == 1440 && Wording.minutes("PXD") == nil)
  }

  @Test func aReasonIsASentenceOfItsLanguage() {
    let reason = StatusReason(
      status: .held, roots: 2, since: "2024-05-24", deniedBefore: ["الوزارة"], denied: ["ناطق"])
    #expect(
      arabic.because(reason, of: "meeting")
        == "عُقد: يرويه مصدران مستقلان منذ 24 مايو/أيار 2024؛ وسبق أن نفاه: الوزارة؛ وينفيه: ناطق")
    #expect(arabic.because(reason, of: "visit").hasPrefix("جرت: يرويها مصدران مستقلان"))
    #expect(
      english.because(reason, of: "meeting")
        == "held: told by 2 roots since 2024-05-24; denied before by الوزارة; denied by ناطق")
    let comparison = Comparison.Reason(subject: .date, weight: -1, finding: .daysApart(2, "2024-05-04", "2024-05-06"))
    #expect(arabic.reason(comparison) == "يعارض: بين 4 مايو/أيار 2024 و6 مايو/أيار 2024 يومان")
    #expect(english.reason(comparison) == "against: 2024-05-04 and 2024-05-06 are 2 days apart")
  }

  @Test func listsTellTheirTotals() {
    #expect(arabic.total(5, of: 69, counted: 0, "contact", nil) == "5 من أصل 69 تواصلًا")
    #expect(arabic.total(1, of: 2, counted: 0, "article", nil) == "1 من أصل مقالتين")
    #expect(arabic.total(0, of: 0, counted: 0, "statement", nil) == "لا أقوال")
    #expect(arabic.total(20, of: nil, counted: 1000, "article", nil) == "20 من أصل أكثر من 1000 مقالة")
    #expect(english.total(0, of: 0, counted: 0, "contact", "with conflicts") == "no contacts with conflicts found")
    #expect(english.total(20, of: nil, counted: 1000, "article", nil) == "20 of more than 1000 articles")
  }

  @Test func statesHaveTheirNames() {
    let named = Wording(.ar) { $0 == "RU" ? "روسيا" : nil }
    #expect(named.side("RU") == "روسيا" && named.side("XX") == "XX" && english.side("RU") == "RU")
  }
}
