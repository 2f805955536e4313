import Foundation
import Testing

/// What `mahdar search` makes of its arguments.
struct SearchTests {
  @Test func wordsThatMustNotBeThereStandAsArguments() throws {
    let scratch = try Scratch()
    let store = scratch.url.appendingPathComponent("a.db").path
    let lines = [
      "a": "زيارة إلى تونس", "b": "زيارة إلى ليبيا", "c": "زيارة رئيس الوزراء", "d": "زيارة رئيس البلدية والوزراء",
    ].map { #"{"id":"\#($0)","text":"\#($1)"}"# + "\n" }.joined()
    #expect(try Command(["add", scratch.file("a.jsonl", Data(lines.utf8)), "--store", store]).status == 0)
    func found(_ arguments: String...) throws -> [String] {
      let search = try Command(["search"] + arguments + ["--format", "csv", "--store", store])
      return search.text.split(whereSeparator: \.isNewline).dropFirst().compactMap {
        $0.split(separator: ",").first.map(String.init)
      }.sorted()
    }
    #expect(try found("زيارة", "-ليبيا") == ["a", "c", "d"])
    #expect(try found("-ليبيا", "زيارة", "-تونس") == ["c", "d"])
    #expect(try found("زيارة", "-رئيس الوزراء") == ["a", "b", "d"])
    #expect(try found("زيارة", "-house", "--limit", "1").count == 1)
  }

  @Test func unknownOptionsAreRefused() throws {
    let search = try Command(["search", "زيارة", "--limitt", "3"])
    #expect(search.status == 2 && search.errors.contains("Unknown option '--limitt'"))
  }
}
