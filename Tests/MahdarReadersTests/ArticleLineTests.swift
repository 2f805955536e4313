import Mahdar
import Testing

@testable import MahdarReaders

private func read(_ line: String) throws -> Article {
  var line = line
  return try line.withUTF8 { bytes in try ArticleLine.article(bytes) }
}

@Test func articleLinesGiveEveryField() throws {
  let article = try read(
    #" {"id":"a","title":"عنوان","text":"قال \"نعم\"\n\u0642\u0627\u0644 \ud83d\ude00\/","published":null,"outlet":"ص"} "#
  )
  #expect(article.id == "a")
  #expect(article.title == "عنوان")
  #expect(article.text == "قال \"نعم\"\nقال 😀/")
  #expect(article.published == nil)
  #expect(article.outlet == "ص")
  #expect(article.remarks == [])
}

@Test func emptyTitlesAreNone() throws {
  #expect(try read(#"{"id":"a","title":"","text":""}"#).title == nil)
}

@Test func unknownMembersAreCarriedAsTheyAre() throws {
  let article = try read(#"{"id":"a","x":[1, {"y" : "a \" b"}],"text":"","contacts":[2],"z":-1.5e3}"#)
  #expect(String(decoding: article.carried, as: UTF8.self) == #""x":[1,{"y":"a \" b"}],"z":-1.5e3"#)
}

@Test(arguments: [#""\ud800""#, #""\udc00x""#, #""\ud800\u0041""#, #""\ud800\ud800""#])
func loneSurrogatesBecomeReplacementCharacters(_ string: String) throws {
  let article = try read(#"{"id":"a","text":\#(string)}"#)
  #expect(article.text.unicodeScalars.contains("\u{FFFD}"))
  #expect(article.remarks.count == 1)
}

@Test(arguments: [
  ("[1, 2]", InputError.Code.notObject), ("\"text\"", .notObject), ("12", .notObject), ("null", .notObject),
  ("nonsense", .notJSON), ("", .notJSON), ("{", .notJSON), ("{\"id\":\"a\"", .notJSON), ("{\"id\":\"a\",}", .notJSON),
  ("{\"id\" \"a\"}", .notJSON), ("{\"id\":\"a\",\"text\":\"b\"} x", .notJSON),
  ("{\"id\":\"a\",\"text\":\"b}", .notJSON),
  ("{\"id\":\"a\",\"text\":\"\u{01}\"}", .notJSON), ("{\"id\":\"a\",\"text\":\"\\x\"}", .notJSON),
  ("{\"id\":\"a\",\"text\":\"\\u12\"}", .notJSON), ("{\"id\":\"a\",\"x\":01,\"text\":\"\"}", .notJSON),
  ("{\"id\":\"a\",\"x\":[1 2],\"text\":\"\"}", .notJSON), ("{\"id\":\"a\",\"x\":tru,\"text\":\"\"}", .notJSON),
  ("{}", .missingField), ("{\"id\":\"a\"}", .missingField), ("{\"text\":\"a\"}", .missingField),
  ("{\"id\":\"\",\"text\":\"a\"}", .badField), ("{\"id\":\" \\t\u{200E}\",\"text\":\"a\"}", .badField),
  ("{\"id\":null,\"text\":\"a\"}", .missingField), ("{\"id\":1,\"text\":\"a\"}", .badField),
  ("{\"id\":\"a\",\"text\":[]}", .badField), ("{\"id\":\"a\",\"text\":\"\",\"title\":{}}", .badField),
])
func brokenLinesAreErrors(_ line: String, _ code: InputError.Code) {
  #expect { try read(line) } throws: { ($0 as? InputError)?.code == code }
}

@Test func errorsKeepTheIDThatWasRead() {
  #expect { try read(#"{"id":"a","text":5}"#) } throws: { ($0 as? InputError)?.id == "a" }
}

@Test func idsAreOfBoundedLength() throws {
  let longest = String(repeating: "a", count: Limits.id)
  #expect(try read(#"{"id":"\#(longest)","text":""}"#).id == longest)
  #expect {
    try read(#"{"id":"\#(longest)a","text":""}"#)
  } throws: { error in
    let error = error as? InputError
    return error?.code == .badField && error?.id == nil && error?.message == "\"id\" has more than 4096 bytes"
  }
}

@Test func nestingIsBounded() {
  let deep = String(repeating: "[", count: 1_000_000)
  #expect { try read(#"{"id":"a","x":\#(deep),"text":""}"#) } throws: { ($0 as? InputError)?.code == .tooDeep }
  let nested = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
  #expect(throws: Never.self) { try read(#"{"id":"a","x":\#(nested),"text":""}"#) }
}
