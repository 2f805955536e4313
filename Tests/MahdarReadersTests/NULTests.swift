import Mahdar
import Testing

@testable import MahdarReaders

@Test(arguments: [
  ("a.jsonl", #"{"id":"a\u0000","title":"عنـ\u0000ـوان","text":"قبل\u0000بعد","outlet":"ص\u0000"}"#),
  ("a.json", #"[{"id":"a\u0000","title":"عنـ\u0000ـوان","text":"قبل\u0000بعد","outlet":"ص\u0000"}]"#),
  ("a.txt", "عنـ\0ـوان\n\nقبل\0بعد"),
])
func zeroBytesAreReplaced(_ file: String, _ content: String) throws {
  let article = try #require(try Reading.articles(Array(content.utf8), file: file).first).get()
  #expect(article.id == "a\u{FFFD}" || article.id.hasSuffix(file))
  #expect(article.title == "عنـ\u{FFFD}ـوان")
  #expect(article.text.contains("قبل\u{FFFD}بعد"))
  #expect(article.outlet == nil || article.outlet == "ص\u{FFFD}")
  #expect(article.remarks == ["U+0000 was read as U+FFFD"])
}

@Test func zeroBytesOfPagesAreSpaces() {
  let article = Reading.article(html: "<title>عنـ\0ـوان</title><article><p>قبل\0بعد</p></article>")
  #expect(article.title == "عنـ ـوان" && article.text == "قبل بعد")
}
