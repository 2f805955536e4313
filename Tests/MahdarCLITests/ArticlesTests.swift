import Foundation
import Testing

/// `mahdar articles` with its flags and subcommands.
struct ArticlesTests {
  private let scratch: Scratch
  private let store: String

  init() throws {
    scratch = try Scratch()
    store = scratch.url.appendingPathComponent("a.db").path
    let lines = [
      #"{"id":"a","title":"زيارة","text":"زار الوفد المتحف","published":"2020-02-03","outlet":"النهار"}"#,
      #"{"id":"b","text":"خبر بلا يوم","outlet":"الشروق"}"#,
    ].joined(separator: "\n")
    _ = try mahdar("add", scratch.file("a.jsonl", Data(lines.utf8)))
  }

  private func mahdar(_ arguments: String...) throws -> Command { try Command(arguments + ["--store", store]) }

  @Test func listsAreFilteredAndCounted() throws {
    let all = try mahdar("articles")
    #expect(all.status == 0 && all.lines.count == 3 && all.errors.contains("2 of 2 articles"))
    let csv = try mahdar("articles", "--undated", "--format", "csv").text.split(whereSeparator: \.isNewline)
    #expect(csv.count == 2 && csv[0].hasPrefix("id,published,outlet") && csv[1].hasPrefix("b,"))
    let json = try mahdar("articles", "--outlet", "النهار", "--between", "2020..2021", "--format", "json")
    #expect(json.text.contains(#""id":"a""#) && !json.text.contains(#""id":"b""#))
    #expect(try mahdar("articles", "--copies").status == 1)
    #expect(try mahdar("articles", "--between", "soon").status == 2)
  }

  @Test func oneIsShownTakenOutAndBroughtBack() throws {
    #expect(try mahdar("articles", "show", "a").text.contains("زار الوفد المتحف"))
    #expect(try mahdar("articles", "remove", "a").errors.contains("--reason is needed"))
    let removed = try mahdar("articles", "remove", "a", "--reason", "نسخة خاطئة")
    #expect(removed.status == 0 && removed.text.contains("take it back: mahdar undo 1"))
    #expect(try mahdar("log").text.contains("نسخة خاطئة"))
    #expect(try mahdar("articles", "show", "a").text.contains("by decision 1: نسخة خاطئة"))
    let again = try mahdar("add", scratch.url.appendingPathComponent("a.jsonl").path)
    #expect(again.errors.contains("1 taken out before") && again.errors.contains("1 already there"))
    #expect(try mahdar("undo").status == 0)
    #expect(try mahdar("articles").lines.count == 3)
  }

  @Test func oneIsReplaced() throws {
    let file = try scratch.file("new.txt", Data("زار الوفد المكتبة".utf8))
    #expect(try mahdar("articles", "replace", "a", file, "--reason", "تصحيح").status == 0)
    let shown = try mahdar("articles", "show", "a").text
    #expect(shown.contains("المكتبة") && shown.contains("2020-02-03") && shown.contains("1 other text"))
    let same = try mahdar("articles", "replace", "a", file, "--reason", "تصحيح")
    #expect(same.status == 2 && same.errors.contains("holds no other text"))
  }
}
