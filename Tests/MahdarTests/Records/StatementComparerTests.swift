import Testing

@testable import Mahdar

/// Which statements of several articles are versions of one.
struct StatementComparerTests {
  private static func said(
    _ article: String, _ speaker: String, _ text: String, kind: String = "person", office: String? = nil,
    side: String? = nil, published: String = "2024-05-10"
  ) -> SaidWords {
    SaidWords(
      speaker: speaker, speakerKind: kind, side: side, office: office, text: text, article: article,
      published: published)
  }

  private static func versions(_ said: [SaidWords]) throws -> [StatementVersions] {
    try Reports.pipeline().versions(of: said)
  }

  private static let whole = "لن نغادر طاولة الحوار قبل أن نفرغ من ملف المياه، وسنعود إلى نيروبي بأجوبة واضحة"

  @Test func aCutVersionTellsWhatItLeavesOut() throws {
    let found = try Self.versions([
      Self.said("a2", "سامويل كيبروتو", "سنعود إلى نيروبي بأجوبة واضحة", published: "2024-05-12"),
      Self.said("a1", "صامويل كيبروتو", Self.whole),
    ])
    #expect(found.map(\.versions) == [[1, 0]] && found.first?.fullest == 1)
    #expect(found.first?.leftOut == [[], ["لن نغادر طاولة الحوار قبل أن نفرغ من ملف المياه"]])
  }

  @Test func indirectSpeechAndTheOfficeOfTheSpeakerMeet() throws {
    let found = try Self.versions([
      Self.said("a1", "سامويل كيبروتو", Self.whole, office: "وزير الخارجية الكيني", side: "KE"),
      Self.said(
        "a2", "وزير الخارجية الكيني",
        "الوفد لن يغادر طاولة الحوار قبل الفراغ من ملف المياه وسيعود إلى نيروبي بأجوبة واضحة",
        kind: "office", side: "KE"),
    ])
    #expect(found.count == 1)
  }

  @Test(arguments: [
    // Another speaker.
    said("a2", "دانيال موانغي", whole), said("a1", "سامويل كيبروتو", whole),
    // Another speech, and the same words long after.
    said("a2", "سامويل كيبروتو", "ملف المياه يحتاج إلى وقت، ونأمل في اتفاق قريب مع جيراننا"),
    said("a2", "سامويل كيبروتو", "سنغادر طاولة الحوار إن لم يفرغوا من ملف المياه", published: "2025-01-20"),
  ])
  func theseAreNotOne(_ other: SaidWords) throws {
    #expect(try Self.versions([Self.said("a1", "سامويل كيبروتو", Self.whole), other]).isEmpty)
  }

  @Test(arguments: [
    (
      "نؤيد وقف القتال على الحدود ونرفض إغلاق المعابر أمام السكان",
      "لا نؤيد وقف القتال على الحدود ولا نرفض إغلاق المعابر أمام السكان"
    ),
    ("سقط 300 قتيل في القصف على المدينة القديمة ليلا", "سقط 30 قتيلا في القصف على المدينة القديمة ليلا"),
  ])
  func whatIsDeniedOrCountedOtherwiseIsNotTheSame(_ one: String, _ other: String) throws {
    let speaker = "سامويل كيبروتو"
    #expect(try Self.versions([Self.said("a1", speaker, one), Self.said("a2", speaker, other)]).isEmpty)
    #expect(try Self.versions([Self.said("a1", speaker, one), Self.said("a2", speaker, one)]).count == 1)
  }

  @Test func nobodyInBetweenMakesTwoSpeakersOne() throws {
    let found = try Self.versions([
      Self.said("a1", "سامويل كيبروتو", Self.whole, side: "KE"),
      Self.said("a2", "وزارة الخارجية الأوغندية", Self.whole, kind: "office", side: "UG"),
      Self.said("a3", "متحدث رسمي", Self.whole, kind: "office"),
    ])
    #expect(found.allSatisfy { group in !(group.versions.contains(0) && group.versions.contains(1)) })
  }

  @Test func anyOrderGivesTheSameVersions() throws {
    let all = (0..<12).map { number in
      Self.said(
        "a\(number)", number % 2 == 0 ? "سامويل كيبروتو" : "دانيال موانغي", Self.whole,
        published: "2024-05-1\(number % 3)")
    }
    func texts(_ said: [SaidWords]) throws -> Set<Set<String>> {
      Set(try Self.versions(said).map { Set($0.versions.map { said[$0].article }) })
    }
    #expect(try texts(all) == texts(all.reversed()) && texts(all).count == 2)
  }
}
