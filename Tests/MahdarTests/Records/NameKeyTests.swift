import Testing

@testable import Mahdar

/// Spellings of one name meet; names of two do not.
struct NameKeyTests {
  static func key(_ name: String) throws -> NameKey {
    try Examples.lexicon.get().records.spelling.key(FoldedText.words(name))
  }

  @Test(arguments: [
    ("مايك بومبيو", "مايك بومبو"), ("دونالد ترامب", "دونالد ترمب"), ("ليندسي جراهام", "ليندسي غراهام"),
    ("ليندسي غراهام", "ليندسي غرهام"), ("سيرغي لافروف", "سيرجي لافروف"), ("ميخائيل بوجدانوف", "ميخائيل بوغدانوف"),
    ("عبد الله بن زايد", "عبدالله بن زايد"), ("عبد ربه منصور هادي", "عبدربه منصور هادي"),
    ("ستيفان دي مستورا", "ستيفان ديمستورا"), ("آشتون كارتر", "أشتون كارتر"),
    ("محمد بن سلمان", "محمد بن سلمان بن عبد العزيز"),
    ("أحمد أبو الغيط", "احمد ابوالغيط"), ("إيمانويل ماكرون", "ايمانويل مكرون"), ("بيكا هافيستو", "بيكا هافيستو"),
    ("فيديريكا موغيريني", "فيدريكا موجيريني"), ("رجب طيب إردوغان", "رجب طيب أردوغان"),
    ("جون كيري", "كيري"),
  ])
  func spellingsOfOneNameMeet(_ one: String, _ other: String) throws {
    #expect(try Self.key(one).isSame(as: Self.key(other)), "\(one), \(other)")
  }

  @Test(arguments: [
    ("محمد بن سلمان", "محمد بن نايف"), ("محمد جواد ظريف", "محمود جواد ظريف"), ("جورج بوش", "جيب بوش"),
    ("بشار الأسد", "ماهر الأسد"), ("هيلاري كلينتون", "بيل كلينتون"), ("سالم العلي", "سليم العلي"),
    ("جون كيري", "جون كارتر"),
    ("حامد كرزاي", "أحمد كرزاي"),
  ])
  func namesOfTwoPeopleStayApart(_ one: String, _ other: String) throws {
    #expect(try !Self.key(one).isSame(as: Self.key(other)), "\(one), \(other)")
  }
}
