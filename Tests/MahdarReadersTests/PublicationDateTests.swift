import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

/// Dates of publication in other forms than RFC 3339.
struct PublicationDateTests {
  @Test(arguments: [
    ("20190307", "2019-03-07"), ("20190307T0915", "2019-03-07"), ("20190307091500", "2019-03-07"),
    ("1551950100", "2019-03-07"), ("1551950100.25", "2019-03-07"), (" 1551950100000 ", "2019-03-07"),
    ("20191307", nil), ("1551950", nil), ("15519501000", nil), ("1551950100x", nil), ("99990101", nil), ("", nil),
  ])
  func digitsTellADay(_ text: String, _ day: String?) { #expect(PublicationDate.ofDigits(text) == day) }

  @Test func easternDigitsAndNumbersAreRead() throws {
    let lines =
      #"{"id":"a","text":"","published":"٢٠١٩-٠٣-٠٧"}"# + "\n" + #"{"id":"b","text":"","published":1551950100}"#
    let articles = try Reading.articles(Array(lines.utf8), file: "a.jsonl").map { try $0.get() }
    #expect(articles.map(\.published) == ["2019-03-07", "2019-03-07"])
    let wrong = try Reading.articles(Array(#"{"id":"a","text":"","published":true}"#.utf8), file: "a.jsonl")
    #expect(wrong.first?.error?.code == .badField)
  }

  @Test func whatTellsNoDayIsKeptForItsWarning() throws {
    let line = #"{"id":"a","text":"","published":"أول الشهر"}"#
    let article = try #require(try Reading.articles(Array(line.utf8), file: "a.jsonl").first).get()
    #expect(article.published == nil && article.unreadDate == "أول الشهر")
    #expect(article.remarks == [ArticleReader.remark(ofUnread: "أول الشهر")])
  }

  @Test func anArrayInJSONLinesIsToldAsOne() throws {
    let error = try Reading.articles(Array(#"[{"id":"a","text":""}]"#.utf8), file: "a.jsonl").first?.error
    #expect(error?.code == .notObject && error?.message.hasPrefix("a JSON array") == true && error?.line == 1)
  }

  @Test func aFileIsReadOnceWhateverLeadsToIt() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.txt")
    try Data("نص".utf8).write(to: file)
    try FileManager.default.createSymbolicLink(at: folder.appendingPathComponent("b.txt"), withDestinationURL: file)
    let inputs = [folder.path + "/./a.txt", folder.path, file.path]
    #expect(try Reading.articles(inputs).map { try $0.get().id } == [folder.path + "/./a.txt"])
  }

  @Test func theFirstPlaceOfAnIdIsTold() {
    var seen = SeenIDs()
    #expect(seen.duplicate("a", file: "one.jsonl", line: 4) == nil)
    #expect(seen.duplicate("b", file: "two.txt") == nil)
    #expect(seen.duplicate("a", file: "two.txt")?.message.hasSuffix("(one.jsonl, line 4)") == true)
    #expect(seen.duplicate("b")?.message.hasSuffix("(two.txt)") == true)
  }
}
