import Testing

@testable import MahdarCLI

/// Lines broken to a width, and Arabic among Latin letters.
struct TerminalLineTests {
  private static func shown(_ line: String) -> String {
    TerminalLine.isolated(line).replacing("\u{2068}", with: "<").replacing("\u{2069}", with: ">")
  }

  @Test(arguments: [
    ("no Arabic, 12", "no Arabic, 12"),
    ("c19d3  2024-05-04  call  لافروف، فيدان", "c19d3  2024-05-04  call  <لافروف، فيدان>"),
    ("  لافروف · وزير الخارجية · RU", "  <لافروف> · <وزير الخارجية> · RU"),
    ("«يوم 14 مايو في سوتشي» [1]", "«<يوم 14 مايو في سوتشي>» [1]"), ("أنقرة  TR", "<أنقرة>  TR"),
    ("6 مايو/أيار 2024  الأفق", "<6 مايو/أيار 2024>  <الأفق>"),
    ("أول من ذكره Okaz، 6 مايو 2024", "<أول من ذكره Okaz، 6 مايو 2024>"),
    ("الأفق (وسيلة) ← وكالة", "<الأفق (وسيلة)> ← <وكالة>"),
    ("«جاء في بيان.»", "«<جاء في بيان.>»"), ("الأسبوع المقبل.", "<الأسبوع المقبل.>"),
    ("««وكالة»: ترتيبات»", "«<«وكالة»: ترتيبات>»"),
    ("new: place جنيف; date 2024; topics غاز", "new: place <جنيف>; date 2024; topics <غاز>"),
    ("عمّان  عمان", "<عمّان>  <عمان>"), ("place: الدوحة (Okaz) | جنيف", "place: <الدوحة> (Okaz) | <جنيف>"),
    ("قبل \u{1B}[1;33mلافروف\u{1B}[0m بعد", "<قبل \u{1B}[1;33mلافروف\u{1B}[0m بعد>"),
  ])
  func runsOfArabicAreIsolated(_ line: String, _ isolated: String) {
    #expect(Self.shown(line) == isolated)
  }

  @Test func aFurtherLineGoesOnAsItsFirstBegan() {
    func shown(_ line: String, continuing: Bool) -> String {
      TerminalLine.isolated(line, continuing: continuing).replacing("\u{2068}", with: "<").replacing(
        "\u{2069}", with: ">")
    }
    #expect(shown("  جنيف; topics غاز", continuing: false) == "  <جنيف>; topics <غاز>")
    #expect(shown("  Okaz في جنيف", continuing: true) == "  <Okaz في جنيف>")
  }

  @Test(arguments: [
    ("short", 40, ["short"]), ("  one two three four five", 12, ["  one two", "    three", "    four", "    five"]),
    ("  date     2024 2025 2026", 22, ["  date     2024 2025", "           2026"]),
    ("unbreakable-word-of-the-data", 10, ["unbreakable-word-of-the-data"]), ("", 10, [""]),
    ("a \u{1B}[1mbold\u{1B}[0m b", 8, ["a \u{1B}[1mbold\u{1B}[0m b"]),
  ])
  func linesAreBrokenUnderTheirBeginning(_ line: String, _ columns: Int, _ lines: [String]) {
    #expect(TerminalLine(line[...]).lines(columns) == lines)
  }

  @Test func columnsGiveWayByTheirRank() {
    let heads = [
      ColumnHead(name: "id", least: 4, isPrefix: true), ColumnHead(name: "count", rank: 2),
      ColumnHead(name: "place", rank: 1),
      ColumnHead(name: "names", least: 6),
    ]
    func row(_ columns: Int?) -> [String] {
      TableLayout(heads, natural: [8, 5, 5, 12], columns: columns).cells(["c1234567", "1", "Paris", "Smith, Jones"])
        .map(\.text)
    }
    #expect(row(nil) == ["c1234567", "1", "Paris", "Smith, Jones"])
    #expect(row(36) == ["c1234567", "1", "Paris", "Smith, Jones"])
    #expect(row(28) == ["c123", "1", "Paris", "Smith, …"])
    #expect(row(20) == ["c123", "Paris", "Smith,…"])
    #expect(row(14) == ["c123", "Smith, …"])
    // Nothing is left to give way.
    #expect(row(5) == ["c123", "Smith…"])
  }
}
