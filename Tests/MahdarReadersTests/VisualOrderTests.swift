import Mahdar
import Testing

@testable import MahdarReaders

/// A line as it is seen: letters turned, numbers and Latin words as they are, brackets turned with it.
private func seen(_ line: String) -> String {
  String(String.UnicodeScalarView(VisualOrder.reversed(Array(line.unicodeScalars))))
}

private let line =
  "استقبل وزير الخارجية المصري أمس في القاهرة نظيره (الأردني)، وبحثا 12 ملفاً مع شركة New York Times بنسبة 2.5%"

@Test func linesInTheOrderOfSightAreTurned() throws {
  let visual =
    "%2.5 ةبسنب New York Times ةكرش عم ًافلم 12 اثحبو ،(يندرألا) هريظن ةرهاقلا يف سمأ يرصملا ةيجراخلا ريزو لبقتسا"
  #expect(VisualOrder.mended(visual) == line)
  let article = try #require(try Reading.articles(Array(visual.utf8), file: "a.txt").first?.get())
  #expect(article.remarks == ["lines whose letters stood in the order of sight were put in the order of reading"])
}

@Test func soundLinesStay() {
  for text in [line, "محمد", "عمان", "Hello", "", "12 - 13", "ليل أليل\nنون نون"] {
    #expect(VisualOrder.mended(text) == nil)
  }
}

@Test func shortLinesOfSoundTextStay() {
  // Read from its end, this one has the commoner pairs.
  let short = "نريد ممراً يصل ولا يفصل"
  #expect(VisualOrder.mended(line + "\n" + short + "\n" + line) == nil)
}

@Test func mixedTextIsJudgedLineByLine() {
  let text = line + "\n" + seen(line) + "\n" + line
  #expect(VisualOrder.mended(text) == line + "\n" + line + "\n" + line)
}

@Test func shortLinesFollowTheRest() {
  #expect(VisualOrder.mended(seen(line) + "\n" + seen("عمان")) == line + "\nعمان")
}

@Test func turnedBracketsAreToldFromOnesThatWereLeft() {
  let plain = "استقبل وزير الخارجية المصري في القاهرة (ضيفه) أمس"
  let naive = String(plain.reversed())
  #expect(VisualOrder.mended(naive) == plain)
  #expect(VisualOrder.mended(seen(plain)) == plain)
}

@Test func formsTellTheOrder() {
  // «محمد» in its forms as it is read and as it is seen.
  let read = "\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA}"
  #expect(VisualOrder.mended(read + " " + read + " " + read) == nil)
  let visual = String(String.UnicodeScalarView(read.unicodeScalars.reversed()))
  #expect(VisualOrder.mended([visual, visual, visual, visual].joined(separator: " ")) == "محمد محمد محمد محمد")
}

@Test func ligaturesKeepTheirOwnOrder() {
  // «سلام» and «الأمر», with lam and alef as one sign.
  let visual = "\u{FEAE}\u{FEE3}\u{FEF7}\u{FE8D} \u{FEE1}\u{FEFC}\u{FEB3} \u{FEE1}\u{FEFC}\u{FEB3}"
  #expect(VisualOrder.mended(visual) == "سلام سلام الأمر")
}
