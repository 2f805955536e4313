import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

@Test func textFilesGiveTitleAndDay() throws {
  let content = "عنوان قصير\n\nالفقرة الأولى.\n\nالثانية."
  let article = try #require(try Reading.articles(Array(content.utf8), file: "2019-11-27-talks.txt").first).get()
  #expect(article.title == "عنوان قصير")
  #expect(article.text == "الفقرة الأولى.\n\nالثانية.")
  #expect(article.published == "2019-11-27")
}

@Test func textWithoutAnEmptySecondLineHasNoTitle() throws {
  let content = "الفقرة الأولى.\nالثانية."
  let article = try #require(try Reading.articles(Array(content.utf8), file: "talks.txt").first).get()
  #expect(article.title == nil)
  #expect(article.text == content)
  #expect(article.published == nil)
}

@Test func theGivenDayGoesBeforeTheFileNames() throws {
  let files = try Reading.articles([], file: "2019-11-27-talks.txt", published: "2020-01-01")
  #expect(try files.first?.get().published == "2020-01-01")
  let lines = try Reading.articles(
    Array("{\"id\":\"a\",\"text\":\"\",\"published\":\"2019-11-27\"}".utf8), file: "a.jsonl", published: "2020-01-01")
  #expect(try lines.first?.get().published == "2019-11-27")
}

@Test(arguments: [
  ("2019-12-07", true), ("2019-12-07T10:00:00Z", true), ("2019-12-07T10:00:00.5+03:00", true),
  ("2019-12-07 10:00", true),
  (" 2019-12-07\n", true), ("2020-02-29", true), ("2019-02-29", false), ("2019-13-01", false), ("yesterday", false),
  ("", false), ("2019-12", false), ("2019-12-07x", false), ("2019-12-07T25:00", false), ("٢٠١٩-١٢-٠٧", false),
])
func publicationDatesAreOfRFC3339(_ date: String, _ isSound: Bool) {
  #expect((PublicationDate.sound(date) != nil) == isSound)
}

@Test func datesThatAreNoneBecomeRemarks() throws {
  let line = #"{"id":"a","text":"","published":"أمس"}"#
  let article = try #require(try Reading.articles(Array(line.utf8), file: "a.jsonl").first).get()
  #expect(article.published == nil)
  #expect(article.remarks.count == 1)
}

@Test func jsonDocumentsHoldOneArticleOrSeveral() throws {
  let one = "{\n \"id\": \"a\",\n \"text\": \"\",\n \"x\": [\n 1\n ]\n}\n"
  let first = try #require(try Reading.articles(Array(one.utf8), file: "a.json").first).get()
  #expect(first.id == "a")
  #expect(String(decoding: first.carried, as: UTF8.self) == "\"x\":[1]")
  let several = try Reading.articles(Array("[\(one),\n\(one), 5]".utf8), file: "a.json")
  #expect(several.count == 3)
  #expect(several.last?.error?.code == .notObject)
  #expect(several.last?.error?.line == 16)
}

@Test func jsonDocumentsOfOneObjectAfterTheOtherAreReadToTheEnd() throws {
  let lines = "{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"b\",\"text\":\"\"}\n"
  #expect(try Reading.articles(Array(lines.utf8), file: "a.json").map { try $0.get().id } == ["a", "b"])
  let broken = try Reading.articles(Array((lines + "rest").utf8), file: "a.json")
  #expect(broken.count == 3 && broken[2].error?.code == .notJSON && broken[2].error?.line == 3)
  let open = try Reading.articles(Array("[{\"id\":\"a\",\"text\":\"\"}\n".utf8), file: "a.json")
  #expect(open.count == 2 && open[1].error?.code == .notJSON && open[1].error?.line == 2)
}

@Test func jsonDocumentsInOtherCharsetsSaySo() throws {
  var bytes: [UInt8] = [0xFF, 0xFE]
  for unit in "[{\"id\":\"أ\",\"text\":\"نص\"}]".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
  let article = try #require(try Reading.articles(bytes, file: "a.json").first).get()
  #expect(article.id == "أ" && article.text == "نص" && article.remarks == ["read as UTF-16LE"])
}

/// Counting the lines anew for each article took 45 seconds.
@Test func longArraysTakeTimeByTheirLengthAlone() throws {
  let count = 80_000
  let array = (0..<count).map { "{\"id\":\"a\($0)\",\"text\":\"خبر\"}" }.joined(separator: ",\n")
  let start = ContinuousClock.now
  var queue = JSONDocument(Array("[\(array)]".utf8), path: "a.json")
  var (articles, largest, last) = (0, 0, 0)
  while let batch = try queue.next() {
    largest = max(largest, batch.bytes.count)
    last = try #require(batch.lines.last).number
    ArticleReader().forEach(in: .lines(batch)) { if (try? $0.get().id) == "a\(articles)" { articles += 1 } }
  }
  #expect(articles == count && last == count)
  #expect(largest < 2 * Limits.batch, "an array is handed on in pieces")
  #expect(ContinuousClock.now - start < .seconds(10))
}

@Test func foldersAreWalkedInTheOrderOfTheirNames() throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  for file in ["b/2.txt", "a.txt", "c.html", "b/1.txt", ".hidden.txt", "picture.png", "b/3.jsonl"] {
    let url = folder.appendingPathComponent(file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data((file.hasSuffix("l") ? "{\"id\":\"line\",\"text\":\"\"}" : "نص").utf8).write(to: url)
  }
  try FileManager.default.createSymbolicLink(at: folder.appendingPathComponent("b/loop"), withDestinationURL: folder)
  let ids = try Reading.articles([folder.path]).map {
    try $0.get().id.replacingOccurrences(of: folder.path + "/", with: "")
  }
  #expect(ids == ["a.txt", "b/1.txt", "b/2.txt", "line", "c.html"])
}

@Test func whatIsNoFileInAFolderIsTold() throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  try Data("نص".utf8).write(to: folder.appendingPathComponent("a.txt"))
  #expect(mkfifo(folder.appendingPathComponent("pipe.txt").path, 0o600) == 0)
  let articles = Reading.articles([folder.path])
  #expect(articles.count == 2)
  #expect(articles.last?.error?.code == .unreadable)
}

@Test func linesLongerThanTheLimitAreCutOffAndTheRestIsRead() throws {
  var bytes = Array("{\"id\":\"long\",\"text\":\"".utf8)
  bytes += [UInt8](repeating: UInt8(ascii: "a"), count: Limits.input + 1000)
  bytes += Array("\"}\n{\"id\":\"b\",\"text\":\"\"}\n".utf8)
  let articles = try Reading.articles(bytes, file: "a.jsonl")
  #expect(articles.count == 2)
  #expect(articles[0].error?.code == .tooLong)
  #expect(articles[0].error?.id == "long")
  #expect(articles[0].error?.line == 1)
  #expect(try articles[1].get().id == "b")
}
