import Mahdar
import Testing

@testable import MahdarReaders

struct ExportTests {
  @Test func arraysUnderAMemberAreReadAsTheirArticles() throws {
    let export =
      #"{"status":"ok","total":2,"articles":[{"headline":"عنوان","content":"نص","pubDate":"2024-05-01","source":{"id":null,"name":"الشروق"}}]}"#
    let run = try Reading.run(export.bytes, file: "export.json")
    #expect(run.errors == [] && run.texts == ["نص"] && run.articles.first?.outlet == "الشروق")
    let items =
      #"{"items":[{"title":"أ","articleBody":"نص","datePublished":"2024-05-01","author":["س","ع"]}, {"articleBody":"ثان"}]}"#
    let second = try Reading.run(items.bytes, file: "export.json")
    #expect(second.texts == ["نص", "ثان"] && second.articles.first?.published == "2024-05-01")
    #expect(second.ids.map { $0.suffix(13) } == ["export.json#1", "export.json#2"])
    #expect(second.articles.first?.author == "س\nع")
    #expect(
      second.notes == ["export.json: text = articleBody, title = title, published = datePublished, author = author"])
  }

  @Test func articlesWithListsAreNoExports() throws {
    let one = #"{"id":"a","text":"نص","comments":[{"text":"لا"}]}"#
    #expect(try Reading.run(one.bytes, file: "a.json").texts == ["نص"])
    let other = #"{"id":"a","body":"نص","comments":[{"body":"لا"}],"items":[{"body":"لا"}]}"#
    #expect(try Reading.run(other.bytes, file: "a.json").texts == ["نص"])
  }

  @Test func membersOfOtherNamesAreGuessedOfEveryLine() throws {
    let lines = """
      {"guid":"1","title":{"rendered":"عنوان"},"content":{"rendered":"نص أول"},"date":1714521600,"sections":[1, 2]}
      {"guid":"2","text":"له نص","content":null}
      {"guid":3,"content":{"rendered":"نص ثالث"}}
      {"guid":"4"}

      """
    let run = try Reading.run(lines.bytes, file: "dump.jsonl")
    #expect(run.ids == ["1", "2", "3"] && run.texts == ["نص أول", "له نص", "نص ثالث"])
    #expect(run.articles.first?.title == "عنوان" && run.articles.first?.published?.hasPrefix("2024-05-01") == true)
    #expect(run.errors.map(\.code) == [.missingField] && run.errors.first?.line == 4)
    #expect(run.errors.first?.message == "\"content.rendered\", its text, is missing")
    #expect(
      run.notes == ["dump.jsonl: text = content.rendered, title = title.rendered, published = date, id = guid"])
    let carried = String(decoding: run.articles.first?.carried ?? [], as: UTF8.self)
    #expect(carried.contains("\"sections\":[1,2]") && !carried.contains("نص أول"))
  }

  @Test func membersCanBeNamed() throws {
    let lines = #"{"id":"a","text":"ملخص","a":{"b":{"c":"نص"}},"date":"2024-05-01"}"#
    let run = try Reading.run(lines.bytes, file: "dump.jsonl", mapping: FieldMapping(parsing: "text=a.b.c"))
    #expect(run.texts == ["نص"] && run.ids == ["a"] && run.articles.first?.published == "2024-05-01")
  }

  @Test func linesOfOursAreReadAsTheyAre() throws {
    let lines = #"{"id":"a","text":"نص","body":"لا","date":"2024-05-01"}"#
    let run = try Reading.run(lines.bytes, file: "dump.jsonl")
    #expect(run.texts == ["نص"] && run.notes == [] && run.articles.first?.published == nil)
    #expect(try Reading.run(#"{"id":"a"}"#.bytes, file: "dump.jsonl").errors.first?.message == "\"text\" is missing")
  }
}
