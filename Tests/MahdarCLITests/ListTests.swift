import Foundation
import Testing

/// What is common to all commands that print a list.
struct ListTests {
  private static let articles = Data(
    """
    {"id":"one","text":"التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في أنقرة يوم 4 مايو 2024.","published":"2024-05-05","outlet":"الأفق"}
    {"id":"two","text":"أجرى لافروف اتصالا هاتفيا مع نظيره المصري سامح شكري يوم 3 فبراير 2021، وقال: «لا سبيل غير الحوار».","published":"2021-02-04"}

    """.utf8)

  private static func store(_ scratch: Scratch) throws -> String {
    let store = scratch.url.appendingPathComponent("a.db").path
    #expect(try Command(["add", try scratch.file("a.jsonl", articles), "--store", store]).status == 0)
    return store
  }

  static let lists = [
    ["contacts"], ["person", "لافروف"], ["pair", "لافروف", "فيدان"], ["quotes"], ["search", "لافروف"],
    ["changes", "--since", "2000"],
  ]

  @Test(arguments: lists) func everyListHasItsTotalAndLines(_ list: [String]) throws {
    let scratch = try Scratch()
    let store = ["--store", try Self.store(scratch)]
    let table = try Command(list + ["--limit", "0"] + store)
    #expect(table.status == 0 && table.errors.contains("mahdar: 0 of "), "\(table.errors)")
    #expect(try Command(list + ["--limit", "-1"] + store).status == 2)
    let lines = try Command(list + ["--format", "jsonl"] + store).lines
    let objects = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    #expect(!objects.isEmpty && Set(objects.map { $0?.keys.sorted() }).count == 1)
    let csv = try Command(list + ["--format", "csv", "--bom"] + store)
    #expect(csv.output.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(csv.text.split(whereSeparator: \.isNewline).count == lines.count + 1)
    #expect(try Command(list + ["--bom"] + store).status == 2)
  }

  @Test func aStatusIsOneWordBesideItsConfirmation() throws {
    let scratch = try Scratch()
    let store = ["--store", try Self.store(scratch)]
    let contacts = ["contacts", "--format", "csv", "--status", "held,scheduled", "--form", "meeting"]
    func cells() throws -> [String: String] {
      let rows = try Command(contacts + store).text.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(rows.count == 2 && rows[0].count == rows[1].count, "\(rows)")
      return Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    }
    let row = try cells()
    #expect(row["status"] == "held" && row["confirmed"] == "no" && row["sides"] == "RU | TR")
    #expect(row["identities"]?.hasPrefix("Q58217 | ") == true && row["outlets"] == "الأفق" && row["country"] == "TR")
    #expect(row["evidence"]?.contains("التقى") == true)
    #expect(try Command(["confirm", try #require(row["id"])] + store).status == 0)
    #expect(try cells()["status"] == "held" && cells()["confirmed"] == "yes")
    #expect(try Command(["contacts"] + store).text.contains("✓"))
  }

  @Test func filtersAreWrittenAlikeForAllLists() throws {
    let scratch = try Scratch()
    let store = ["--store", try Self.store(scratch), "--format", "jsonl"]
    for list in [["contacts"], ["person", "لافروف"], ["changes", "--since", "2000"]] {
      #expect(try Command(list + ["--place", "تركيا"] + store).lines.count == 1, "\(list)")
      #expect(try Command(list + ["--pair", "لافروف,شكري", "--form", "call"] + store).lines.count == 1, "\(list)")
      #expect(try Command(list + ["--between", "2021..2024"] + store).lines.count == 2, "\(list)")
      let none = try Command(list + ["--side", "FR"] + store)
      #expect(none.status == 1 && none.errors.contains("found"), "\(list)")
    }
    #expect(try Command(["contacts", "--pair", "لافروف"] + store).status == 2)
    #expect(try Command(["conflicts"] + store).status == 1)
  }

  @Test func aConflictIsALineOfValuesWithTheirTellers() throws {
    let scratch = try Scratch()
    func article(_ id: String, _ outlet: String, _ day: Int) -> String {
      """
      {"id":"\(id)","published":"2024-05-07","outlet":"\(outlet)","text":"التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي \
      هاكان فيدان في أنقرة يوم \(day) مايو 2024."}

      """
    }
    let articles =
      article("a", "الأفق", 4) + article("b", "الميزان", 5) + article("c", "الضحى", 4).replacing("05-07", with: "05-08")
    let store = ["--store", scratch.url.appendingPathComponent("a.db").path]
    #expect(try Command(["add", try scratch.file("a.jsonl", Data(articles.utf8))] + store).status == 0)
    let run = try Command(["conflicts"] + store)
    #expect(run.status == 0 && run.errors == "mahdar: 1 of 1 contacts with conflicts\n")
    #expect(run.lines.count == 2 && run.lines[0].contains("≠"), "\(run.text)")
    #expect(run.lines.last == "  date: 2024-05-04 (الأفق, 2024-05-07, +1) | 2024-05-05 (الميزان, 2024-05-07)")
    let rows = try Command(["conflicts", "--format", "csv"] + store).text.split(whereSeparator: \.isNewline)
    // The same text in two papers is one root.
    #expect(rows.count == 3 && rows[1].contains(",date,2024-05-04,1,no,الأفق | الضحى,2024-05-07"), "\(rows)")
    #expect(try Command(["conflicts", "--limit", "0"] + store).output.isEmpty)
    #expect(try Command(["conflicts", "--between", "2023"] + store).status == 1)
  }
}
