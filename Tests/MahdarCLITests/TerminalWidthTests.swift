import Foundation
import Testing

/// What people read fits the width of their view.
struct TerminalWidthTests {
  private static let articles = Data(
    """
    {"id":"one","title":"لقاء في أنقرة","text":"التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان ونظيره المصري سامح شكري ونظيره السعودي عادل الجبير في أنقرة يوم 4 مايو 2024، وبحثوا سبل تسوية الأزمة السورية والعلاقات الثنائية بين بلدانهم.","published":"2024-05-05","outlet":"صحيفة الأفق الجديد"}
    {"id":"two","text":"قال لافروف: «لا سبيل غير الحوار بين جميع الأطراف المعنية من أجل الوصول إلى حل دائم يرضي الجميع ويصون حقوق الشعوب في المنطقة».","published":"2021-02-04","outlet":"الميزان"}

    """.utf8)

  private static func store(_ scratch: Scratch) throws -> [String] {
    let store = scratch.url.appendingPathComponent("a.db").path
    #expect(try Command(["add", try scratch.file("a.jsonl", articles), "--store", store]).status == 0)
    return ["--store", store]
  }

  private static func id(_ store: [String]) throws -> String {
    let row = try Command(["contacts", "--format", "csv"] + store).text.split(whereSeparator: \.isNewline).last
    return String(row?.prefix { $0 != "," } ?? "")
  }

  @Test(arguments: [60, 80, 140]) func everyLineFits(_ columns: Int) throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let id = try Self.id(store)
    for command in [
      ["contacts"], ["changes", "--since", "2000"], ["person", "لافروف"], ["pair", "لافروف", "فيدان"], ["quotes"],
      ["search", "لافروف"], ["show", id, "--why"], ["story", id],
    ] {
      let run = try Command(command + store, environment: ["COLUMNS": String(columns)])
      #expect(run.status == 0 && !run.lines.isEmpty, "\(command): \(run.errors)")
      for line in run.lines { #expect(line.count <= columns, "\(command): \(line)") }
    }
  }

  @Test func whatIsLeastUsefulGivesWayFirst() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let id = try Self.id(store)
    func table(_ columns: String) throws -> [Substring] {
      try Command(["contacts"] + store, environment: ["COLUMNS": columns]).lines
    }
    let (narrow, wide) = (try table("70"), try table("200"))
    #expect(!narrow[0].contains("articles") && narrow[0].contains("parties") && narrow[1].contains("…"))
    #expect(wide[0].contains("articles") && wide[1].contains(id) && !wide[1].contains("…"))
    // The beginning of the id that is left leads to the contact.
    let beginning = String(narrow[1].prefix { $0 != " " })
    #expect(beginning.count < id.count)
    #expect(try Command(["show", beginning] + store).text.hasPrefix(id))
  }

  @Test func nothingIsShortenedWhereNoWidthIsKnown() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let run = try Command(["contacts"] + store, environment: ["COLUMNS": ""])
    #expect(run.lines[1].contains("عادل الجبير") && run.lines[0].contains("articles"))
    #expect(run.lines[1].contains(try Self.id(store)))
  }

  @Test func signsAreExplainedWhereThatIsAskedFor() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let id = try Self.id(store)
    _ = try Command(["confirm", id] + store)
    for command in [["contacts"], ["show", id]] {
      let told = try Command(command + ["--legend"] + store).errors
      #expect(told.contains("✓") && told.contains("roots") && !told.contains("≠"), "\(told)")
      #expect(try !Command(command + store).errors.contains("✓"))
    }
  }
}
