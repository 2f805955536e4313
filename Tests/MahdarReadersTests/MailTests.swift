import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

private let sentence = "استقبل الوزير ضيفه في القاهرة أمس."
private let head = """
  Received: from a by b
  From: =?windows-1256?Q?=D5=CD=ED=DD=C9_=C7=E1=D5=C8=C7=CD?= <news@example.org>
  Subject: =?UTF-8?B?2YTZgtin2KEg2YHZig==?= =?UTF-8?B?INin2YTZgtin2YfYsdip?=
  Date: Wed, 12 Aug 2015 10:00:00 +0300 (AST)
  Message-ID: <1234@example.org>
  MIME-Version: 1.0

  """

private func read(_ message: String, file: String = "a.eml") throws -> [Result<Article, InputError>] {
  try Reading.articles(Array(message.utf8), file: file)
}

private func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

@Test func theHeadTellsTitleDayOutletAndID() throws {
  let article = try #require(
    try read(head + "Content-Type: text/plain; charset=UTF-8\n\n" + sentence).first?.get())
  #expect(article.id == "1234@example.org")
  #expect(article.title == "لقاء في القاهرة")
  #expect(article.outlet == "صحيفة الصباح")
  #expect(article.published == "2015-08-12T10:00:00+03:00")
  #expect(article.origins[.published] == "mail")
  #expect(article.text == sentence)
}

@Test func aListIsTheOutletOfItsMail() throws {
  let message = "List-Id: \"Morning brief\" <brief.example.org>\n" + head + "\n" + sentence
  #expect(try read(message).first?.get().outlet == "Morning brief")
  #expect(try read("From: a@example.org\nSubject: x\n\n" + sentence).first?.get().outlet == "example.org")
}

@Test(arguments: ["quoted-printable", "base64", "8bit"])
func bodiesAreDecodedByEncodingAndCharset(_ encoding: String) throws {
  let bytes = try #require(Encoding.bytes(sentence, .windows1256))
  var message = Array(
    (head + "Content-Type: text/plain; charset=\"windows-1256\"\nContent-Transfer-Encoding: \(encoding)\n\n").utf8)
  switch encoding {
  case "base64": message += base64(bytes).utf8
  case "quoted-printable":
    message +=
      bytes.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "=" + String($0, radix: 16, uppercase: true) }.joined(
        separator: "=\r\n"
      ).utf8
  default: message += bytes
  }
  #expect(try Reading.articles(message, file: "a.eml").first?.get().text == sentence)
}

@Test func theFullerAlternativeIsRead() throws {
  func message(_ plain: String, _ html: String) -> String {
    head + """
      Content-Type: multipart/alternative; boundary="x y"

      preamble
      --x y
      Content-Type: text/plain; charset=utf-8

      \(plain)
      --x y
      Content-Type: text/html; charset=utf-8

      <html><body><p>\(html)</p></body></html>
      --x y--
      epilogue
      """
  }
  let long = "\(sentence) وبحثا الأوضاع في المنطقة، وقال إن اللقاء كان وديا."
  #expect(try read(message("اقرأ على الموقع", long)).map { try $0.get().text } == [long])
  #expect(try read(message(long, "صورة")).map { try $0.get().text } == [long])
}

@Test func attachedDocumentsAreArticlesOfTheirOwn() throws {
  let html = "<html><head><title>بيان</title></head><body><p>\(sentence)</p></body></html>"
  let message =
    head + """
      Content-Type: multipart/mixed; boundary=b

      --b

      \(sentence)
      --b
      Content-Type: text/html; name*0*=UTF-8''%D8%A8%D9%8A; name*1*=%D8%A7%D9%86.html
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment

      \(base64(Array(html.utf8)))
      --b
      Content-Type: image/png
      Content-Disposition: attachment; filename=a.png

      xxx
      --b--
      """
  let articles = try read(message).map { try $0.get() }
  #expect(articles.map(\.id) == ["1234@example.org", "1234@example.org/بيان.html"])
  #expect(articles.last?.text == sentence)
  #expect(articles.last?.title == "بيان")
  #expect(articles.last?.published == "2015-08-12T10:00:00+03:00")
}

@Test func forwardedMessagesAreRead() throws {
  let message = """
    From: a@example.org
    Subject: fwd
    Content-Type: multipart/mixed; boundary=b

    --b
    Content-Type: message/rfc822

    \(head)
    \(sentence)
    --b--
    """
  #expect(try read(message).map { try $0.get().id } == ["1234@example.org"])
}

@Test func brokenLinesAreJoinedAgain() throws {
  let flowed =
    head + "Content-Type: text/plain; charset=utf-8; format=flowed\n\nاستقبل الوزير \nضيفه.\nسطر ثان\n-- \nتوقيع"
  #expect(try read(flowed).first?.get().text == "استقبل الوزير ضيفه.\nسطر ثان")
  let first = "استقبل وزير الخارجية المصري ضيفه في مقر الوزارة في القاهرة"
  #expect(
    try read(head + "\n\(first)\nأمس الثلاثاء.\n\nوقال إنه راض.").first?.get().text == first
      + " أمس الثلاثاء.\n\nوقال إنه راض.")
}

@Test(arguments: [
  ("Wed, 12 Aug 2015 10:00:00 +0300", "2015-08-12T10:00:00+03:00"), ("12 Aug 15 10:00 GMT", "2015-08-12T10:00:00Z"),
  ("Thu, 1 Jan 70 00:00:00 EST", "1970-01-01T00:00:00-05:00"), ("12 Aug 2015", "2015-08-12"),
])
func datesOfMailAreRead(_ text: String, _ date: String) {
  #expect(PublicationDate.read(text, day: { _ in nil }) == date)
}

@Test(arguments: ["", "yesterday", "32 Aug 2015", "12 Foo 2015", "12 Aug 99999999999999999999"])
func otherTextsAreNoDatesOfMail(_ text: String) { #expect(PublicationDate.read(text, day: { _ in nil }) == nil) }

@Test func mailboxesAreCutAtTheirMessages() throws {
  let mailbox = (1...3).map {
    "From a@example.org Wed Aug 12 10:00:0\($0) 2015\nMessage-ID: <\($0)>\nFrom: x\nSubject: \($0)\n\n>From here on\nFrom then on\n\(sentence)\n\n"
  }.joined()
  for name in ["a.mbox", "mailbox"] {
    let articles = try read(mailbox, file: name).map { try $0.get() }
    #expect(articles.map(\.id) == ["1", "2", "3"])
    #expect(articles.allSatisfy { $0.text.hasPrefix("From here on\nFrom then on\n") })
  }
}

@Test func mailboxesComeInPiecesOfAnySize() {
  let mailbox = Array(
    (1...4).map { "From a Wed Aug 12 10:00:0\($0) 2015\r\nSubject: \($0)\r\n\r\n\(sentence)\r\n\r\n" }.joined().utf8)
  for size in [1, 7, 64, 1000] {
    var cutter = MailboxCutter()
    var found: [Int] = []
    var place = 0
    while place < mailbox.count {
      cutter.add(Array(mailbox[place..<min(place + size, mailbox.count)]))
      while let message = cutter.next() { found.append(message.bytes.count) }
      place += size
    }
    cutter.end()
    while let message = cutter.next() { found.append(message.bytes.count) }
    #expect(found.count == 4 && Set(found).count == 1)
  }
}

@Test func messagesAreToldByTheirFirstBytes() {
  #expect(InputFormat(sniffing: Array(head.utf8)) == .eml)
  #expect(InputFormat(sniffing: Array("From a Wed Aug 12 10:00:00 2015\nSubject: x\n\n".utf8)) == .mbox)
  for text in [
    "From: the minister\nto his guest", "Date: today", "قال: نعم", "From the start", "http://example.org/x\n",
  ] {
    #expect(InputFormat(sniffing: Array(text.utf8)) == .text)
  }
}

@Test func noMessageIsAnError() throws {
  #expect(try read("\u{0}\u{1}garbage").first?.error?.code == .unreadable)
  #expect(try read(head + "Content-Type: image/png\n\nxxx").first?.error?.code == .empty)
}

@Test(.timeLimit(.minutes(5))) func hostileMessagesEnd() throws {
  let long = String(repeating: "a", count: 10 << 20)
  #expect(try read("Subject: \(long)\nFrom: a@b\n\n\(sentence)").first?.get().text == sentence)
  #expect(
    try read("Subject: x\n \(String(repeating: "=?utf-8?B?", count: 100_000))\nFrom: a\n\n\(sentence)").first?.get()
      .text == sentence)
  var nested = "\n" + sentence
  for depth in 0..<200 {
    nested = "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n\(nested)\n--b\(depth)--"
  }
  _ = try read("From: a\nSubject: b\n" + nested)
  var forwarded = sentence
  for _ in 0..<100 { forwarded = "From: a\nContent-Type: message/rfc822\n\n\(forwarded)" }
  _ = try read("Subject: x\n" + forwarded)
  let parts = String(repeating: "--b\n\nx\n", count: 300_000)
  let article = try read(head + "Content-Type: multipart/mixed; boundary=b\n\n\(parts)").first?.get()
  #expect(article?.remarks == ["a message of very many parts: not all of them were read"])
  let junk =
    head
    + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n=!?§\(String(repeating: "%", count: 1 << 20))"
  _ = try read(junk)
  _ = try read(head + "Content-Type: text/plain; \(String(repeating: "a*0=b;", count: 2000))\n\n\(sentence)")
}
