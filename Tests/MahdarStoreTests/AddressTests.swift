import Foundation
import GRDB
import Mahdar
import Testing

@testable import MahdarStore

/// Articles that are found under several addresses.
struct AddressTests {
  private let scratch: Scratch
  private let store: Store

  init() throws {
    scratch = try Scratch()
    store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
  }

  private func article(
    _ id: String, _ url: String?, _ text: String = "زار وزير الخارجية النرويجي باريس أمس.", title: String? = "زيارة",
    outlet: String? = "المرفأ"
  ) -> Article {
    Article(id: id, title: title, text: text, outlet: outlet, url: url)
  }

  private func addresses(_ id: String) throws -> [String] { try store.article(id).addresses }

  @Test func aPageUnderTwoIDsIsOneArticle() throws {
    _ = try Adding.articles([article("feed-7", "https://www.paper.example/a/7/?utm_source=rss")], to: store)
    let second = try Adding.articles(
      [article("saved.html", "http://paper.example/a/7#top", "زار الوزير باريس.")], to: store)
    #expect(second.added == 0 && second.unchanged == 1)
    #expect(try store.texts("SELECT key FROM current_article") == ["feed-7"])
    #expect(try addresses("feed-7") == ["http://paper.example/a/7#top"])
  }

  @Test func oneTextOfOneOutletUnderTwoAddressesIsOneArticle() throws {
    let both = [article("a", "https://paper.example/1"), article("b", "https://paper.example/amp/1")]
    let summary = try Adding.articles(both, to: store)
    #expect(summary.added == 1 && summary.unchanged == 1)
    #expect(try addresses("a") == ["https://paper.example/amp/1"])
  }

  @Test(arguments: [
    ("https://paper.example/2", "زار وزير الخارجية النرويجي باريس أمس.", "زيارة", "مرآة الخليج"),
    ("https://paper.example/1", "نص آخر تماما عن الميزانية.", "الميزانية", "المرفأ"),
    ("https://paper.example/", "نص ثالث عن السدود والأنهار.", "السدود", "المرفأ"),
  ])
  func othersStayApart(_ url: String, _ text: String, _ title: String, _ outlet: String) throws {
    let other = article("b", url, text, title: title, outlet: outlet)
    let summary = try Adding.articles([article("a", "https://paper.example/1"), other], to: store)
    #expect(summary.added == 2)
  }

  private static let whole = String(repeating: "وبحث الوزيران ملفات عدة بينها المياه والنقل. ", count: 40)

  @Test func theFullerTextOfAPageCountsInAnyOrder() throws {
    let teaser = article("feed-7", "https://paper.example/7", "زار وزير الخارجية النرويجي باريس ...")
    let whole = article("saved.html", "https://paper.example/7", "زار وزير الخارجية النرويجي باريس. " + Self.whole)
    let first = try Adding.articles([teaser], to: store)
    let second = try Adding.articles([whole], to: store)
    #expect(first.added == 1 && second.changed == 1)
    #expect(try store.article("feed-7").text == whole.text)
    // The feed tells its teaser again.
    #expect(try Adding.articles([teaser], to: store).unchanged == 1)
    #expect(try store.article("feed-7").text == whole.text)
    let other = try Store(scratch.path("b.db"), .write, search: try Project.search.get())
    #expect(try Adding.articles([teaser, whole], to: other).added == 1)
    #expect(try other.texts("SELECT text FROM current_article") == [whole.text])
  }

  @Test func aPageThatBecameAnotherStoryIsAnotherArticle() throws {
    let morning = article("a", "https://paper.example/live", "عقد الوزراء جلسة الصباح. " + Self.whole)
    let evening = article("b", "https://paper.example/live", "اختتم الوزراء جلسة المساء. " + Self.whole)
    #expect(try Adding.articles([morning, evening], to: store).added == 2)
  }

  @Test func withoutAddressesIDsTellArticlesApart() throws {
    #expect(try Adding.articles([article("a", nil), article("b", nil)], to: store).added == 2)
  }

  @Test func whereFieldsWereReadIsKept() throws {
    let page = """
      <html><head><meta property="article:published_time" content="2024-05-01T10:00:00+03:00"><meta name="author" content="سلمى"></head>
      <body><h1>زيارة إلى باريس تستغرق يومين</h1><p>زار وزير الخارجية النرويجي باريس أمس والتقى نظيره الفرنسي.</p></body></html>
      """
    let summary = try Adding.file(try scratch.file("page.html", page), to: store)
    #expect(summary.added == 1)
    let detail = try store.article(try #require(try store.texts("SELECT key FROM article").first))
    #expect(detail.author == "سلمى")
    #expect(
      detail.origins == ["published": "article:published_time", "title": "heading", "author": "meta author"])
  }
}
