import Testing

@testable import Mahdar

/// Which offices are one.
struct OfficeKeyTests {
  private static func key(_ text: String) throws -> OfficeKey { try Reports.pipeline().lexicon.records.offices(text) }

  @Test(arguments: [
    ("وزير الخارجية الروسي", "وزيرة خارجية كينيا"), ("وزير الشؤون الخارجية", "وزير الخارجية النرويجي"),
    ("رئيس الحكومة", "رئيس مجلس الوزراء الكويتي"), ("الرئيس الكيني", "رئيس جمهورية جنوب أفريقيا"),
    ("وزير الدفاع والإنتاج الحربي", "وزير الدفاع"), ("ولي العهد نائب رئيس مجلس الوزراء وزير الدفاع", "وزير الدفاع"),
  ])
  func thoseAreOne(_ one: String, _ other: String) throws {
    #expect(try Self.key(one).shares(Self.key(other)))
  }

  @Test(arguments: [
    ("رئيس الوزراء", "رئيس الجمهورية"), ("وزير الخارجية", "وزير الدفاع"), ("نائب وزير الخارجية", "وزير الخارجية"),
    ("السفير الروسي", "وزير الخارجية الروسي"),
  ])
  func thoseAreTwo(_ one: String, _ other: String) throws {
    #expect(try Self.key(one).differs(from: Self.key(other)))
    #expect(try !Self.key(one).shares(Self.key(other)))
  }

  @Test(arguments: [("الوزير", "وزير الخارجية"), ("رئيس مفوضية المجموعة", "رئيس مفوضية الاتحاد")])
  func thoseTellNothing(_ one: String, _ other: String) throws {
    #expect(try !Self.key(one).differs(from: Self.key(other)))
  }
}
