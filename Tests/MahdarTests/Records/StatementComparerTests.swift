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
