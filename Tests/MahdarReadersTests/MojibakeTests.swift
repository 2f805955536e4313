import Mahdar
import Testing

@testable import MahdarReaders

private let sentence = "استقبل الوزير «ضيفه» في القاهرة، وبحثا الملف النووي؛ فهل من جديد؟ حضر 12 نائباً."

private func article(_ text: String) throws -> Article {
  try #require(try Reading.articles(Array(text.utf8), file: "a.txt").first?.get())
}

@Test(arguments: [Charset.windows1252, .windows1256])
func misreadUTF8IsDecodedAgain(_ charset: Charset) throws {
  let article = try article(Encoding.misread(sentence, .utf8, as: charset))
  #expect(article.text == sentence)
  #expect(article.remarks == ["decoded again: its UTF-8 had been read as \(charset.rawValue)"])
}

@Test(arguments: [Charset.windows1256, .iso88596])
func misreadOneByteTextIsDecodedAgain(_ charset: Charset) throws {
  let plain = sentence.filter { $0 != "«" && $0 != "»" }
  let article = try article(Encoding.misread(plain, charset, as: .windows1252))
  #expect(article.text == plain)
  #expect(article.remarks == ["decoded again: its \(charset.rawValue) had been read as windows-1252"])
}

@Test func whatWasMisreadTwiceIsDecodedTwice() {
  for (first, second) in [(Charset.windows1252, Charset.windows1252), (.windows1256, .windows1252)] {
    let once = Encoding.misread(sentence, .utf8, as: first)
    #expect(Mojibake(Encoding.misread(once, .utf8, as: second)).text == sentence)
  }
}

@Test func signsOfVowelsAreMendedToo() {
  let signed = "وَقَالَ مُحَمَّدٌ إنَّهُ راضٍ"
  let once = Encoding.misread(signed, .utf8, as: .windows1252)
  #expect(Mojibake(once).text == signed)
  #expect(Mojibake(Encoding.misread(once, .utf8, as: .windows1252)).text == signed)
}

@Test func lettersThatWindowsLeavesOutAreKnown() {
  // 0x81 and the soft hyphen are often thrown away: ف and ح.
  let garbled = Encoding.misread("التقى الوزير حليفه في صباح الأحد", .utf8, as: .windows1252)
  let dropped = String(String.UnicodeScalarView(garbled.unicodeScalars.filter { $0.value != 0x81 && $0.value != 0xAD }))
  #expect(Mojibake(dropped).text == "التقى الوزير حليفه في صباح الأحد")
}

@Test func lettersThatAreLostAreToldAsLost() {
  let garbled = Encoding.misread("التقى الوزير ضيفه في القاهرة", .utf8, as: .windows1252)
  let latin = String(
    String.UnicodeScalarView(garbled.unicodeScalars.filter { $0.value < 0x80 || $0.value >= 0xA0 && $0.value < 0x100 }))
  let mojibake = Mojibake(latin)
  #expect(mojibake.text.hasPrefix("ا\u{FFFD}ت"))
  #expect(mojibake.remarks.contains("garbled before it came: letters lost on the way are U+FFFD"))
}

@Test func aGarbledMarkInSoundTextIsMended() {
  let sound = "قال الوزير: “نعم” — ثم مضى"
  let garbled =
    "قال الوزير: \(Encoding.misread("“", .utf8, as: .windows1252))نعم\(Encoding.misread("”", .utf8, as: .windows1252)) \(Encoding.misread("—", .utf8, as: .windows1252)) ثم مضى"
  #expect(Mojibake(garbled).text == sound)
}

@Test(arguments: [
  "ضغط، ظلم، حفظ… وضبط» ثم غلط", "Le Président a été reçu à l’Élysée, où « rien » n’a été dit",
  "Ærø Øst, Ångström, naïve, São Tomé",
  "İstanbul'da görüşme yapıldı", "سعر البرميل 50 دولاراً – والسعر 3 €",
])
func soundTextIsLeftAsItIs(_ text: String) {
  #expect(Mojibake(text).text == text)
  #expect(Mojibake(text).remarks.isEmpty)
}

@Test func textOfQuestionMarksIsTold() {
  #expect(
    Mojibake("????? ???? ???????? ?????? ???? ?? ???????").remarks.first?.hasPrefix(
      "most of its letters are question marks") == true)
  #expect(Mojibake("ماذا قال؟ ومن؟ What? Who?").remarks.isEmpty)
}

@Test func titleAndOutletAreMendedToo() throws {
  let line = """
    {"id":"a","title":"\(Encoding.misread("لقاء في القاهرة", .utf8, as: .windows1252))","outlet":"\(Encoding.misread("صحيفة", .utf8, as: .windows1252))","text":"التقى الوزير ضيفه."}
    """.replacing("\u{81}", with: "\\u0081")
  let article = try #require(try Reading.articles(Array(line.utf8), file: "a.jsonl").first?.get())
  #expect(article.title == "لقاء في القاهرة")
  #expect(article.outlet == "صحيفة")
  #expect(article.remarks.count == 1)
}

@Test func characterReferencesInTextAreRead() throws {
  let references = "التقى الوزير ضيفه".unicodeScalars.map { $0 == " " ? " " : "&#\($0.value);" }.joined()
  let article = try article(references + " &quot;&laquo;نعم&raquo;&quot; AT&T &#x645; &nosuch; a&copy=1")
  #expect(article.text == "التقى الوزير ضيفه \"«نعم»\" AT&T م &nosuch; a&copy=1")
  #expect(article.remarks == ["character references of HTML were read as what they stand for"])
}

@Test func markupInTextIsTakenOut() throws {
  let line =
    #"{"id":"a","title":"<b>لقاء</b>","text":"<p>التقى&nbsp;الوزير ضيفه.</p><p>وقال <a href=\"x\">إنه</a> راض<br/>عنه</p>"}"#
  let article = try #require(try Reading.articles(Array(line.utf8), file: "a.jsonl").first?.get())
  #expect(article.title == "لقاء")
  #expect(article.text == "التقى الوزير ضيفه.\nوقال إنه راض\nعنه")
  #expect(article.remarks == ["markup was taken out of the text"])
}

@Test func signsOfComparisonAreNoMarkup() throws {
  let text = "إذا كان 3 < 5 و5 > 3 فإن a<b"
  #expect(try article(text).text == text)
  #expect(MarkupInText.removed(from: "سطر <b>أول</b>\nسطر ثان") == "سطر أول\nسطر ثان")
}
