import Mahdar
import MahdarReaders
import Testing

@testable import MahdarStore

/// Whatever code points a text holds, what is quoted and found of it is what stands there.
@Test func codePointsThatMeanSomethingToOthersLeaveSpansRight() throws {
  let scratch = try Scratch()
  let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
  // U+0000 ends a text for C, U+FEFF begins one, U+FFFE and U+FFFF are none, others break lines or turn them round.
  // Line ends, at which a quotation may end, are left to the tests of quotations.
  let points: [UInt32] = [
    0x00, 0x01, 0x08, 0x1A, 0x1B, 0x7F, 0xA0, 0xAD, 0x300, 0x202E, 0x2066, 0xFEFF, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF,
    0x1F600, 0xE000, 0xE0001, 0x10FFFF,
  ]
  var lines = ""
  for number in points {
    let point = try #require(Unicode.Scalar(number))
    let escape = point.utf16.map { "\\u" + String(String(0x10000 + Int($0), radix: 16).dropFirst()) }.joined()
    let text = "\(escape)قال وزير الخارجية الروسي سيرغي لافروف: «قبل \(escape) بعد». وأضاف: «والآخر مفهوم»."
    lines += "{\"id\":\"a\(number)\",\"title\":\"\(escape) عنوان\(escape)\",\"text\":\"\(text)\"}\n"
  }
  #expect(try Adding.file(try scratch.file("a.jsonl", lines), to: store).added == points.count)
  // As they stand in the articles: a list folds what differs in such letters alone.
  var all: [QuoteAnswer] = []
  _ = try store.read {
    try Store.statements($0, store.terms, QuoteRequest(), nil, about: nil, limit: 1000) { all.append($0) }
  }
  for number in points {
    let point = try #require(Unicode.Scalar(number == 0 ? 0xFFFD : number))
    let quotes = all.filter { $0.article == "a\(number)" }.map { Array($0.text.unicodeScalars) }
    let expected = ["قبل \(point) بعد", "والآخر مفهوم"].map { Array($0.unicodeScalars) }
    #expect(quotes == expected, "U+\(String(number, radix: 16))")
  }
  #expect(try store.search(SearchRequest("\"والآخر مفهوم\"")).total == points.count)
  #expect(try store.search(SearchRequest("عنوان")).total == points.count)
  for hit in try store.search(SearchRequest("مفهوم")).hits {
    let letters = Array(hit.snippet.text.unicodeScalars)
    #expect(hit.snippet.hits.map { String(String.UnicodeScalarView(letters[$0])) } == ["مفهوم"])
  }
}
