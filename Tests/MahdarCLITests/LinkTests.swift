import Foundation
import Testing

/// `mahdar link` on given contacts and on text.
struct LinkTests {
  private static func line(_ id: String, _ date: String, _ second: String) -> String {
    """
    {"id":"\(id)","published":"2019-12-09","title":null,"text":"خبر","contacts":[{"form":"meeting","status":"scheduled",\
    "participants":[{"name":"سيرغي لافروف","kind":"person","side":"RU"},{"name":"\(second)","kind":"person","side":"US"}],\
    "date":"\(date)","place":{"name":"واشنطن","country":"US"},"evidence":"خبر","note":[1]}]}
    """
  }

  private static func contacts(_ line: Substring) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return object?["contacts"] as? [[String: Any]] ?? []
  }

  @Test func reportsOfOneContactShareItsID() throws {
    let lines = [
      Self.line("a", "2019-12-10", "مايك بومبيو"), Self.line("b", "2019-12-10", "مايك بومبو"),
      Self.line("c", "2020-02-10", "مايك بومبيو"),
    ]
    let run = try Command(["link", "-"], input: Data(lines.joined(separator: "\n").utf8))
    #expect(run.status == 0)
    let ids = try run.lines.map { try Self.contacts($0).first?["contact"] as? String ?? "" }
    #expect(ids.count == 3 && ids[0] == ids[1] && ids[0] != ids[2])
    #expect(try Self.contacts(run.lines[0])[0]["note"] as? [Int] == [1])
    let reversed = try Command(["link", "-"], input: Data(lines.reversed().joined(separator: "\n").utf8))
    #expect(try reversed.lines.reversed().map { try Self.contacts($0).first?["contact"] as? String ?? "" } == ids)
  }

  @Test func whatIsNoContactIsToldInItsPlace() throws {
    let bad = #"{"id":"b","text":"خبر","contacts":[{"form":"duel","status":"held"}]}"#
    let run = try Command(
      ["link", "-"], input: Data((Self.line("a", "2019-12-10", "مايك بومبيو") + "\n" + bad + "\nno\n").utf8))
    #expect(run.status == 2)
    #expect(run.lines.count == 3)
    #expect(run.lines[1].contains(#""code":"bad-field""#) && run.lines[1].contains(#""id":"b""#))
    #expect(run.lines[2].contains(#""code":"not-json""#))
  }

  @Test func inputIsReadAsReadReadsIt() throws {
    let text = Self.line("a", "2019-12-10", "مايك بومبيو")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let other = try Command(["link", "-"], input: Data(wide))
    #expect(try other.text == Command(["link", "-"], input: Data(text.utf8)).text)
    let long = #"{"id":"long","text":""# + String(repeating: "ا", count: 1_100_000) + #""}"#
    let lines = [text, text, #"{"id":" ","text":""}"#, long, #"{"id":"b","text":"خبر","published":"أمس"}"#]
    let run = try Command(["link", "-"], input: Data(lines.joined(separator: "\n").utf8))
    #expect(run.status == 2)
    let codes = try run.lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object?["error"] as? [String: Any])?["code"] as? String
    }
    #expect(codes == [nil, "duplicate-id", "bad-field", "too-long", nil])
  }

  @Test func reasonsAreToldOnRequest() throws {
    let lines = [Self.line("a", "2019-12-10", "مايك بومبيو"), Self.line("b", "2019-12-10", "مايك بومبو")]
    let run = try Command(["link", "-", "--why"], input: Data(lines.joined(separator: "\n").utf8))
    #expect(run.errors.contains(" date: both are dated 2019-12-10"))
  }
}
