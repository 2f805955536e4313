import Foundation
import Mahdar
import MahdarStore
import Testing

@testable import MahdarWeb

struct SmallPartsTests {
  /// A quotation mark with a combining letter behind it is one `Character`; to a browser it ends the attribute.
  @Test func textIsEscapedByBytes() {
    #expect(HTMLText.escaped("<b> & \"x\" 'y' `z`") == "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39; &#96;z&#96;")
    #expect(!HTMLText.escaped("\"\u{301} onmouseover=alert(1)").utf8.contains(UInt8(ascii: "\"")))
    #expect(!HTMLText.escaped("<\u{301}script>").utf8.contains(UInt8(ascii: "<")))
    let value = "\"><script>"
    #expect(("<a title=\"\(value)\">" as Markup).description == "<a title=\"&quot;&gt;&lt;script&gt;\">")
  }

  @Test func controlsThatTurnTextRoundAreLeftOut() {
    let text = "a\u{202E}b\u{2067}c\u{1B}d\u{85}e\u{200F}f\nز"
    #expect(String(decoding: HTMLText.cleaned(Array(text.utf8)), as: UTF8.self) == "abcde\u{200F}f\nز")
  }

  @Test(arguments: [("1970-01-01", 4), ("2025-10-22", 3), ("2024-02-29", 4), ("1899-12-31", 0), ("2000-03-01", 3)])
  func daysAreCounted(_ day: String, _ weekday: Int) throws {
    let count = try #require(DayCount(day))
    #expect(count.text == day)
    #expect(count.weekday == weekday)
    #expect(DayCount(number: count.number + 1) > count)
  }

  @Test func whatIsNoDayIsNone() {
    for text in ["", "2025", "2025-10", "2025-13-01", "2025-W43", "yyyy-mm-dd"] { #expect(DayCount(text) == nil) }
  }

  @Test func choicesAreKept() {
    var chosen = Preferences("lang-en.theme-dark.months-maghreb.hijri-1.dense-1")
    #expect(chosen.language == .en && chosen.theme == .dark && chosen.months == .maghreb)
    #expect(chosen.isHijri && chosen.isDense)
    #expect(Preferences(chosen.text) == chosen)
    chosen.set("theme", "system")
    #expect(chosen.theme == nil)
    #expect(Preferences("theme-<script>.months-x.lang-fr.=;") == Preferences())
  }

  @Test func aVisitEndsWithAPause() {
    let first = Visit(nil, now: 10_000)
    #expect(first.before == nil)
    let same = Visit(first.text, now: 10_600)
    #expect(same.before == nil)
    let next = Visit(same.text, now: 20_000)
    #expect(next.before == 10_600)
    #expect(Visit(next.text, now: 20_100).before == 10_600)
    #expect(Visit("99999999999.5x", now: 10).before == nil)
  }

  @Test func addressesAreReadAndWritten() throws {
    let pairs = try PageRequest.pairs("q=%D9%84%D9%82%D8%A7%D8%A1+a&x=%zz&y&z=a%3Db")
    #expect(pairs.map(\.value) == ["لقاء a", "%zz", "", "a=b"])
    #expect(PageRequest.encode([("q", "لقاء &=+")]) == "q=%D9%84%D9%82%D8%A7%D8%A1%20%26%3D%2B")
    #expect(throws: PageError.self) { try PageRequest.pairs("q=" + String(repeating: "a", count: 3000)) }
    #expect(throws: PageError.self) { try PageRequest.pairs(String(repeating: "a=1&", count: 100)) }
  }

  @Test func marksThatOverlapAreCutAndGoOn() {
    let text = "abcdefghij"
    func mark(_ start: Int32, _ end: Int32, _ classes: String, id: String? = nil) -> MarkedText.Mark {
      .init(span: TextSpan(start, end), classes: classes, id: id, depth: 0)
    }
    let marked = MarkedText(Array(text.utf8), [mark(0, 5, "a", id: "one"), mark(3, 8, "b", id: "two")])
    #expect(
      marked.markup(0..<10).description
        == "<span class=\"a\" id=\"one\">abc<span class=\"b more\" id=\"two\">de</span></span><span class=\"b cont\">fgh</span>ij"
    )
    // A mark over two paragraphs has its place in the first.
    #expect(marked.markup(4..<10).description.contains("id=") == false)
  }

  @Test func manyMarksTakeNoLongerThanTheyAre() {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 20_000)
    let marks = (0..<10_000).map { number in
      MarkedText.Mark(span: TextSpan(Int32(number), Int32(number + 2)), classes: "w", depth: 0)
    }
    let start = ContinuousClock.now
    let markup = MarkedText(text, marks).markup(0..<text.count)
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(markup.description.utf8.count { $0 == UInt8(ascii: "a") } > 20_000)
  }

  @Test func bytesArePacked() throws {
    let bytes = Array(String(repeating: "لقاء ", count: 2000).utf8)
    let packed = try #require(Gzip.packed(bytes))
    #expect(packed.count < bytes.count / 10 && packed.prefix(2) == [0x1F, 0x8B])
  }

  @Test(arguments: ["127.0.0.1", "localhost", "::1", "127.8.9.1"])
  func thisMachineIsLoopback(_ host: String) { #expect(DeskServer.isLoopback(host)) }

  @Test(arguments: ["0.0.0.0", "192.168.1.2", "::", "example.org", "127.evil.example.org", ""])
  func othersAreNot(_ host: String) { #expect(!DeskServer.isLoopback(host)) }
}
