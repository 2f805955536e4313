import Foundation
import Testing

/// What the commands do with inputs that hold many articles.
struct InputsTests {
  private let scratch: Scratch
  private let store: String

  init() throws {
    scratch = try Scratch()
    store = scratch.url.appendingPathComponent("a.db").path
  }

  private func add(_ words: String..., from folder: String? = nil) throws -> Command {
    try Command(["add"] + words + ["--store", store], shell: folder.map { "cd '\($0)' && exec \"$0\" \"$@\"" })
  }

  private func keys() throws -> [String] {
    try Command(["sql", "SELECT key FROM current_article ORDER BY key", "--format", "csv", "--store", store]).text
      .split(whereSeparator: \.isNewline).dropFirst().map(String.init)
  }

  private func record(_ number: Int, _ words: String) -> String {
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<article><p>\(words)</p></article>"
    return """
      WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\(number)\r\n\
      Content-Type: application/http\r\nContent-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n
      """
  }

  @Test func whatIsPassedOverIsTold() throws {
    let crawl =
      record(1, "قال وزير الخارجية في حديث له إن المباحثات التي جرت أمس كانت مثمرة")
      + record(2, "The minister said that the talks were fruitful") + record(3, "Nobody said anything")
    let file = try scratch.file("crawl.warc", Data(crawl.utf8))
    let run = try add(file, "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("mahdar: passed over: 2 pages in other languages\n"))
    #expect(run.text.contains(#""added":1,"#) && run.text.contains(#""passedOver":{"languages":2,"#))
    #expect(try keys() == ["http://a.example/1"])
    let read = try Command(["read", file, "--format", "jsonl"])
    #expect(read.errors == "mahdar: passed over: 2 pages in other languages\n")
    // Each has its place in the crawl, and none is taken for the file.
    #expect(try add(file).status == 0)
    #expect(try keys() == ["http://a.example/1"])
  }

  @Test func columnsAreToldOnceAndCanBeGiven() throws {
    let file = try scratch.file("table.csv", Data("id,body,summary\n1,خبر أول,موجز\n2,خبر ثان,موجز\n".utf8))
    let run = try add(file)
    #expect(run.errors.hasPrefix("mahdar: \(file): text = body, id = id\n") && run.status == 0)
    let given = try Command(["read", file, "--map", "text=summary", "--format", "jsonl"])
    #expect(given.errors.hasPrefix("mahdar: \(file): text = summary, id = id\n"))
    let wrong = try Command(["read", file, "--map", "body"])
    #expect(wrong.status == 2 && wrong.errors.contains("'body' is not FIELD=NAME, such as text=body"))
    let none = try Command(["read", file, "--map", "text=missing"])
    #expect(none.status == 2)
    #expect(none.errors.contains(#"has no column "missing"; its columns: "id", "body", "summary""#))
  }

  @Test func archivesAreTheSameFromAnywhere() throws {
    _ = try scratch.file("a.txt", Data("خبر أول من المدينة".utf8))
    let packing = Process()
    packing.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    packing.arguments = [
      "tar", "-czf", scratch.url.appendingPathComponent("x.tgz").path, "-C", scratch.url.path, "a.txt",
    ]
    try packing.run()
    packing.waitUntilExit()
    #expect(try add("x.tgz", from: scratch.url.path).status == 0)
    let again = try add(scratch.url.appendingPathComponent("x.tgz").path)
    #expect(again.errors.contains("1 already there"), "\(again.errors)")
    #expect(try keys() == ["x.tgz/a.txt"])
  }
}
