import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

private let sentence = "استقبل الوزير ضيفه في القاهرة أمس."
private let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
private let properties = """
  <cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="t"><dc:title>عنوان الملف</dc:title>\
  <dc:creator>فلان</dc:creator><dcterms:created>2015-08-12T07:00:00Z</dcterms:created></cp:coreProperties>
  """

private func docx(_ body: String, footnotes: String = "", styles: String = "", properties: String = "") -> [UInt8] {
  ZipArchive([
    "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document \(word)><w:body>\(body)</w:body></w:document>",
    "word/footnotes.xml": "<w:footnotes \(word)>\(footnotes)</w:footnotes>",
    "word/styles.xml": "<w:styles \(word)>\(styles)</w:styles>", "docProps/core.xml": properties,
  ]).bytes
}

private func p(_ text: String, style: String? = nil) -> String {
  "<w:p>\(style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? "")<w:r><w:t>\(text)</w:t></w:r></w:p>"
}

private func article(_ bytes: [UInt8], _ file: String) throws -> Article {
  try #require(try Reading.articles(bytes, file: file).first).get()
}

private func error(_ bytes: [UInt8], _ file: String) throws -> InputError? {
  try Reading.articles(bytes, file: file).first?.error
}

// MARK: Word

@Test func wordDocumentsAreReadInOrder() throws {
  let body =
    p("لقاء في القاهرة", style: "a3") + p(sentence) + p("عنوان فرعي", style: "1") + p("نص ثان")
    + "<w:tbl><w:tr><w:tc>\(p("خلية"))</w:tc><w:tc>\(p("أخرى"))\(p("وبقيتها"))</w:tc></w:tr><w:tr><w:tc>\(p("ثالثة"))</w:tc></w:tr></w:tbl>"
  let article = try article(
    docx(
      body,
      footnotes: "<w:footnote w:type=\"separator\">\(p("---"))</w:footnote><w:footnote>\(p("حاشية"))</w:footnote>",
      styles:
        "<w:style w:styleId=\"a3\"><w:name w:val=\"Title\"/></w:style><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>",
      properties: properties), "a.docx")
  #expect(article.title == "لقاء في القاهرة")
  #expect(
    article.text == [sentence, "عنوان فرعي", "نص ثان", "خلية أخرى وبقيتها", "ثالثة", "حاشية"].joined(separator: "\n"))
  #expect(article.published == "2015-08-12T07:00:00Z")
  #expect(article.origins[.published] == "document properties")
  #expect(article.author == "فلان")
}

@Test func theDayOfWhatBroughtADocumentCounts() throws {
  let message = """
    From: a@example.org
    Subject: x
    Date: Thu, 13 Aug 2015 10:00:00 +0000
    Content-Disposition: attachment; filename=a.docx
    Content-Transfer-Encoding: base64

    \(Data(docx(p("لقاء") + p(sentence), properties: properties)).base64EncodedString())
    """
  let article = try #require(try Reading.articles(Array(message.utf8), file: "a.eml").first?.get())
  #expect(article.published == "2015-08-13T10:00:00+00:00")
  #expect(article.origins[.published] == "mail")
  #expect(article.author == "فلان")
}

@Test func whatIsNotToBeReadInWordIsLeftOut() throws {
  let body = """
    <w:p><w:r><w:t>قبل </w:t></w:r><w:del><w:r><w:delText>محذوف</w:delText><w:t>محذوف</w:t></w:r></w:del>\
    <w:ins><w:r><w:t>مضاف</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>خفي</w:t></w:r>\
    <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve"> ظاهر</w:t></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r>\
    <mc:AlternateContent xmlns:mc="m"><mc:Choice><w:r><w:t> مرة</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>مرتين</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>
    """
  #expect(try article(docx(body), "a.docx").text == "قبل مضاف ظاهر مرة")
}

@Test func documentsAreToldByTheirBytes() throws {
  #expect(InputFormat(sniffing: docx(p(sentence))) == .docx)
  #expect(InputFormat(sniffing: odt("")) == .odt)
  #expect(InputFormat(sniffing: Array("{\\rtf1 x}".utf8)) == .rtf)
  #expect(InputFormat(sniffing: Array("%PDF-1.4\n%âãÏÓ".utf8)) == .pdf)
  #expect(try article(docx(p(sentence)), "document").text == sentence)
}

@Test func brokenDocumentsAreErrors() throws {
  let whole = docx(p(sentence))
  for bytes in [
    Array("PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}word/document.xml".utf8), Array(whole.prefix(60)), Array(sentence.utf8), [],
  ] {
    #expect(try error(bytes, "a.docx")?.code == .unreadable)
    #expect(try error(bytes, "a.odt")?.code == .unreadable)
  }
  #expect(try error(docx(""), "a.docx")?.code == .empty)
  #expect(try error(Array(sentence.utf8), "a.rtf")?.code == .unreadable)
  #expect(try error(Array(sentence.utf8), "a.pdf")?.code == .unreadable)
}

@Test(.timeLimit(.minutes(5))) func hostileDocumentsEnd() throws {
  #expect(try error(ZipArchive("word/document.xml", spaces: 200 << 20).bytes, "a.docx")?.code == .tooLong)
  let deep = String(repeating: "<w:p>", count: 100_000)
  let article = try article(docx(p(sentence) + deep), "a.docx")
  #expect(article.text == sentence)
  #expect(article.remarks == ["elements nested too deep: what follows them was not read"])
  let many = String(
    repeating: "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", count: 20_000)
  #expect(try Reading.articles(docx(many), file: "a.docx").count == 1)
  let entities = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
  let bomb = ZipArchive(["word/document.xml": entities + "<w:document \(word)>\(p("&b;&b;" + sentence))</w:document>"])
    .bytes
  #expect(try Reading.articles(bomb, file: "a.docx").count == 1)
}

@Test func namesOfTextDontMakeDocumentsText() throws {
  #expect(try article(docx(p(sentence)), "a.txt").text == sentence)
  #expect(try article(Array("{\\rtf1 x y z}".utf8), "a.txt").text == "x y z")
  let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  #expect(try error(old, "a.doc")?.message.contains("old Word") == true)
  // What is no document is an archive, whatever its name.
  #expect(try article(ZipArchive(["b.txt": sentence]).bytes, "a.txt").text == sentence)
}

// MARK: OpenDocument

private func odt(_ body: String, styles: String = "") -> [UInt8] {
  ZipArchive([
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": """
    <office:document-content><office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:text>\(body)\
    </office:text></office:body></office:document-content>
    """,
    "meta.xml": """
    <office:document-meta><office:meta><meta:initial-creator>فلان</meta:initial-creator><dc:creator>آخر</dc:creator>\
    <meta:creation-date>2015-08-12T10:00:00</meta:creation-date></office:meta></office:document-meta>
    """,
  ]).bytes
}

@Test func openDocumentsAreReadInOrder() throws {
  let body = """
    <text:tracked-changes><text:changed-region><text:deletion><text:p>محذوف</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:h>لقاء في القاهرة</text:h>
    <text:p>استقبل<text:s/>الوزير   ضيفه<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>حاشية</text:p></text:note-body></text:note> أمس<text:span text:style-name="T1">خفي</text:span>.</text:p>
    <text:p text:style-name="P1">فقرة خفية</text:p>
    <text:list><text:list-item><text:p>بند</text:p></text:list-item></text:list>
    <table:table><table:table-row><table:table-cell><text:p>خلية</text:p></table:table-cell><table:table-cell><text:p>أخرى</text:p></table:table-cell></table:table-row></table:table>
    <office:annotation><text:p>تعليق</text:p></office:annotation>
    """
  let hidden = { (name: String) in
    "<style:style style:name=\"\(name)\"><style:text-properties text:display=\"none\"/></style:style>"
  }
  let article = try article(odt(body, styles: hidden("T1") + hidden("P1")), "a.odt")
  #expect(article.title == "لقاء في القاهرة")
  #expect(article.text == "استقبل الوزير ضيفه أمس.\nبند\nخلية أخرى\nحاشية")
  #expect(article.author == "فلان")
  #expect(article.published == "2015-08-12T10:00:00")
}

// MARK: RTF

@Test func lettersOfRTFComeByCodePageAndByNumber() throws {
  let bytes = (Encoding.bytes("لقاء", .windows1256) ?? []).map { "\\'" + String($0, radix: 16) }.joined()
  let arabic = "في القاهرة".unicodeScalars.map { "\\u\($0.value)?" }.joined()
  let rtf = """
    {\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fcharset178 Arial;}{\\f1\\fcharset0 Times;}}{\\info{\\title x.doc}{\\author Somebody}{\\creatim\\yr2015\\mo8\\dy12}}
    {\\header head}{\\*\\generator x;}\\f0 \(bytes) \(arabic)\\par
    \\f1 caf\\'e9 {\\v hidden}{\\deleted gone}{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}{\\footnote note}{\\pict ffd8}\\par}
    """
  let article = try article(Array(rtf.utf8), "a.rtf")
  #expect(article.text == "لقاء في القاهرة\ncafé link\nnote")
  #expect(article.author == "Somebody")
  #expect(article.published == "2015-08-12")
  #expect(article.title == nil)
  let ansi = "{\\rtf1\\ansi\\ansicpg1256 \(bytes)\\par \(bytes)}"
  #expect(try MahdarReadersTests.text(ansi) == "لقاء\nلقاء")
  #expect(
    try MahdarReadersTests.text("{\\rtf1\\uc1 a\\u-10179?\\u-8704?b\\u8217\\'92c\\bin3 }}}d\\emdash e}") == "a😀b’cd—e")
}

private func text(_ rtf: String) throws -> String { try article(Array(rtf.utf8), "a.rtf").text }

@Test(.timeLimit(.minutes(5))) func hostileRTFEnds() throws {
  let groups = "{\\rtf1 " + String(repeating: "{", count: 100_000) + "a" + String(repeating: "}", count: 100_000) + "b}"
  #expect(try text(groups) == "ab")
  #expect(try text("{\\rtf1 a\\bin99999999999999999999 b") == "a")
  #expect(try text("{\\rtf1 a\\u99999999999999999999 ?\\uc-5\\u-1?b\\'") == "a\u{FFFD}\u{FFFF}?b")
  #expect(try text("{\\rtf1 a}}}}}b{{{\\") == "ab")
}
