import Foundation
import Testing

/// A store whose index was made with other language data than the one that asks.
struct StaleIndexTests {
  @Test func askingAStaleIndexWarnsUntilItIsMadeAnew() throws {
    let scratch = try Scratch()
    let store = scratch.url.appendingPathComponent("a.db").path
    let line = #"{"id":"x","text":"التقى وزير الخارجية نظيره في باريس"}"# + "\n"
    let file = try scratch.file("a.jsonl", Data(line.utf8))
    #expect(try Command(["add", file, "--store", store]).status == 0)
    let fresh = try Command(["search", "وزير", "--store", store])
    #expect(fresh.status == 0 && !fresh.errors.contains("warning"))

    let data = scratch.url.appendingPathComponent("Data")
    try FileManager.default.copyItem(at: Command.root.appendingPathComponent("Data"), to: data)
    let words = data.appendingPathComponent("ar/search-words.tsv")
    let rows = try String(contentsOf: words, encoding: .utf8).split(separator: "\n").dropLast()
    try rows.map { $0 + "\n" }.joined().write(to: words, atomically: true, encoding: .utf8)
    let options = ["--store", store, "--data", data.path]
    let stale = try Command(["search", "وزير"] + options)
    #expect(stale.status == 0)
    #expect(stale.errors.contains("mahdar: warning: \(store): its words were indexed with other language data"))
    #expect(stale.errors.contains("mahdar add FILES --store \(store)"))
    #expect(try Command(["add", file] + options).status == 0)
    #expect(try !Command(["search", "وزير"] + options).errors.contains("warning"))
  }
}
