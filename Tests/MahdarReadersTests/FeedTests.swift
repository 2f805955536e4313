import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

/// Feeds as they are found, sound and broken.
struct FeedTests {
  private func feed(_ bytes: [UInt8], charset: String? = nil) throws -> Feed {
    try bytes.withUnsafeBufferPointer { bytes in
      try FeedReader(day: { $0.contains("آب") ? "2015-08-12" : nil }).feed(
        bytes, address: "https://example.org/feeds/news", charset: charset)
    }
  }

  private func feed(_ text: String) throws -> Feed { try feed(Array(text.utf8)) }

  private func item(_ inner: String) throws -> FeedItem {
    try #require(
      try feed("<rss version='2.0'><channel><title>صحيفة</title><item>\(inner)</item></channel></rss>").items.first)
  }

  private static let long = String(
    repeating: "قال الوزير إن اللقاء كان مثمرا وإن الجانبين اتفقا على المتابعة. ", count: 12)

  @Test func itemsOfRSSTellTheirArticles() throws {
    let feed = try feed(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"
        xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel><title>صحيفة الميناء</title><link>https://example.org/</link><language>ar</language>
      <atom:link href="https://example.org/feeds/news" rel="self"/><sy:updatePeriod>hourly</sy:updatePeriod>
      <sy:updateFrequency>2</sy:updateFrequency>
      <item><title>لقاء في &quot;عمان&quot;</title><link>https://example.org/news/1?utm_source=rss</link>
      <guid isPermaLink="false">https://example.org/?p=1</guid><d:creator>سعاد</d:creator>
      <pubDate>Wed, 12 Aug 2015 10:00:00 +0300</pubDate><description>بداية</description>
      <content:encoded><![CDATA[<p>الفقرة <b>الأولى</b></p><script>x</script><p>\(Self.long)</p><figure><img><figcaption>صورة</figcaption></figure>]]></content:encoded>
      <enclosure url="https://example.org/a.mp3" length="1" type="audio/mpeg"/></item>
      </channel></rss>
      """)
    #expect(feed.title == "صحيفة الميناء" && feed.link == "https://example.org/" && feed.language == "ar")
    #expect(feed.rest == 1800)
    let item = try #require(feed.items.first)
    #expect(item.id == "https://example.org/?p=1" && item.link == "https://example.org/news/1")
    #expect(item.title == "لقاء في \"عمان\"" && item.author == "سعاد")
    #expect(item.published == "2015-08-12T10:00:00+03:00")
    #expect(item.text == "الفقرة الأولى\n" + Self.long.trimmingCharacters(in: .whitespaces) && item.isWhole)
    let article = item.article(of: feed)
    #expect(article.outlet == "صحيفة الميناء" && article.origins[.published] == "feed" && article.language == "ar")
  }

  @Test func feedsOfRDFAndOldRSSAreRead() throws {
    let rdf = try feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>وكالة</title></channel>
      <item rdf:about="https://example.org/2"><title>ب</title><link>https://example.org/2</link><dc:date>2015-08-12T07:00:00Z</dc:date></item>
      </rdf:RDF>
      """)
    #expect(rdf.title == "وكالة" && rdf.items.map(\.id) == ["https://example.org/2"])
    #expect(rdf.items.first?.published == "2015-08-12T07:00:00Z" && rdf.items.first?.isWhole == false)
    let old = try feed(
      "<rss version='0.91'><channel><title>ج</title><item><title>د</title><link>/3</link></item></channel></rss>")
    #expect(old.items.first?.id == "https://example.org/3")
  }

  @Test func entriesOfAtomTellTheirArticles() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar" xml:base="https://example.net/x/">
      <title type="html">صحيفة &amp;amp; أخرى</title><link href="/"/><link rel="self" href="feed"/>
      <entry><id>urn:uuid:1</id><title>أ</title><link rel="edit" href="no"/><link rel="alternate" type="text/html" href="1.html"/>
      <author><name>كاتب</name></author><updated>2015-08-13T00:00:00Z</updated><published>2015-08-12T07:00:00Z</published>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>أول</p><p>ثان <em>جدا</em></p></div></content></entry>
      <entry><id>urn:uuid:2</id><title>ب</title><link href="2"/><updated>2015-08-13T00:00:00Z</updated><summary type="html">&lt;p>نص&lt;/p></summary></entry>
      </feed>
      """)
    #expect(feed.title == "صحيفة & أخرى" && feed.link == "https://example.net/" && feed.language == "ar")
    #expect(feed.items.map(\.id) == ["urn:uuid:1", "urn:uuid:2"])
    #expect(feed.items.map(\.link) == ["https://example.net/x/1.html", "https://example.net/x/2"])
    #expect(feed.items.map(\.text) == ["أول\nثان جدا", "نص"])
    #expect(feed.items.map(\.published) == ["2015-08-12T07:00:00Z", "2015-08-13T00:00:00Z"])
    #expect(feed.items[0].author == "كاتب")
  }

  @Test func atomOfOldIsRead() throws {
    let feed = try feed(
      """
      <a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#"><a:title>ق</a:title><a:entry><a:id>tag:x,1</a:id>
      <a:title>ع</a:title><a:issued>2004-01-02T03:04:05Z</a:issued>
      <a:content type="text/html" mode="escaped">&lt;p>نص&lt;/p></a:content></a:entry></a:feed>
      """)
    #expect(feed.title == "ق" && feed.items.first?.id == "tag:x,1" && feed.items.first?.text == "نص")
    #expect(feed.items.first?.published == "2004-01-02T03:04:05Z")
  }

  @Test func feedsOfJSONAreRead() throws {
    let text = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "ج", "language": "ar", "items": [
       {"id": 7, "url": "https://example.org/7", "content_html": "<p>نص</p>", "authors": [{"name": "ك"}],
        "date_published": "2015-08-12T07:00:00Z", "attachments": [{"url": "x"}]}, {"id": "b", "content_text": "و"}]}
      """
    let feed = try feed(text)
    #expect(feed.items.map(\.id) == ["https://example.org/7", "https://example.org/feeds/news#b"])
    #expect(feed.items.map(\.text) == ["نص", "و"] && feed.items[0].author == "ك" && feed.language == "ar")
    #expect(InputFormat(sniffing: Array(text.utf8)) == .feed)
    #expect(throws: InputError.self) { try self.feed(#"{"id":"a","text":"b"}"#) }
  }

  @Test func brokenXMLIsTolerated() throws {
    #expect(try item("<title>أ & ب &unknown;&nbsp; ج</title>").title == "أ & ب &unknown; ج")
    #expect(try item("<link>https://example.org/?a=1&b=2</link>").link == "https://example.org/?a=1&b=2")
    #expect(try item("<title>أ\u{1}\u{8}ب</title>").title == "أب")
    let cut = try feed(
      "  junk<?xml version='1.0'?><rss><channel><title>ق</title><item><title>أ</title></item><item><title>ب</title><description><![CDATA[<p>نص"
    )
    #expect(cut.items.map(\.title) == ["أ", "ب"] && cut.items[1].text == "نص")
    let whole = "<rss><channel><item><link>/1</link><content:encoded>\(Self.long)</content:encoded></item>"
    #expect(try feed(whole + "</channel></rss>").items.map(\.isWhole) == [true])
    #expect(try feed(whole).items.map(\.isWhole) == [false])
    let unclosed = try feed(
      "<rss><channel><item><title>أ<link>https://example.org/1</link></item><item><title>ب</title></item></channel></rss>"
    )
    #expect(unclosed.items.count == 2 && unclosed.items[1].title == "ب")
    let bare = try item("<description><p>أول</p><p>ثان</p></description>")
    #expect(bare.text == "أول\nثان")
  }

  @Test func whatWasEscapedTwiceIsReadTwice() throws {
    #expect(
      try item("<description>&amp;lt;p&amp;gt;أول&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;ثان</description>").text
        == "أول\nثان")
    #expect(try item("<description>أ &amp;lt; ب</description>").text == "أ < ب")
    #expect(try item("<description>سطر\n\nثان</description>").text == "سطر\nثان")
  }

  @Test func entitiesThatAreDeclaredAreNotExpanded() throws {
    var laughs = "<!ENTITY a \"ha\">"
    for (one, next) in zip("abcdefghi", "bcdefghij") {
      laughs += "<!ENTITY \(next) \"" + String(repeating: "&\(one);", count: 10) + "\">"
    }
    let feed = try feed(
      "<!DOCTYPE rss [\(laughs)<!ENTITY file SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>x&j;&file;</title></item></channel></rss>"
    )
    #expect(feed.items.first?.title == "x&j;&file;")
  }

  @Test func wrongDeclarationsOfTheCharsetAreSeenThrough() throws {
    let arabic: [UInt8] = [0xE4, 0xD5, 0x20, 0xDD, 0xED, 0x20, 0xC7, 0xE1, 0xE3, 0xE6, 0xDE, 0xDA]  // windows-1256
    let end = Array("</title></item></channel></rss>".utf8)
    for head in ["<?xml version='1.0' encoding='utf-8'?>", "<?xml version='1.0' encoding='windows-1256'?>", ""] {
      let bytes = Array("\(head)<rss><channel><item><title>".utf8) + arabic + end
      #expect(try feed(bytes, charset: "utf-8").items.first?.title == "نص في الموقع")
    }
    let text =
      "<?xml version='1.0' encoding='windows-1256'?><rss><channel><item><title>نص</title></item></channel></rss>"
    #expect(try feed([0xEF, 0xBB, 0xBF] + Array(text.utf8)).items.first?.title == "نص")
    let wide = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try feed([0xFF, 0xFE] + wide).items.first?.title == "نص")
  }

  @Test(arguments: [
    ("Wed, 12 Aug 2015 10:00:00 GMT", "2015-08-12T10:00:00Z"), ("12 Aug 15 10:00 EST", "2015-08-12T10:00:00-05:00"),
    ("Wed, 12 August 2015 10:00:00 +3", "2015-08-12T10:00:00+03:00"), ("Aug 12, 2015", "2015-08-12"),
    ("Wed,12 Aug 2015 10:00:00 GMT+3", "2015-08-12T10:00:00+03:00"), ("2015/08/12 7:05 PM", "2015-08-12T19:05:00"),
    ("2015-08-12T10:00:00+03", "2015-08-12T10:00:00+03:00"),
    ("١٢ Aug ٢٠١٥ ١٠:٠٠:٠٠ +0000", "2015-08-12T10:00:00+00:00"),
    ("الأربعاء، 12 آب 2015 10:00:00 +0300", "2015-08-12T10:00:00+03:00"), ("20150812", "2015-08-12"),
    ("12-Aug-2015 10:00:00", "2015-08-12T10:00:00"), ("Wed, 32 Aug 2015", nil), ("أمس", nil), ("", nil),
    ("99999999999999999999 Aug 2015", nil), ("Wed, 12 Aug 2015 99:99:99 GMT", "2015-08-12"),
  ])
  func datesOfFeedsAreRead(_ text: String, _ date: String?) {
    #expect(PublicationDate.read(text) { $0.contains("آب") ? "2015-08-12" : nil } == date)
  }

  @Test func itemsHaveNamesOfTheirOwn() throws {
    #expect(
      try item("<guid>12</guid><link>https://example.org/12</link><title>أ</title>").id == "https://example.org/12")
    #expect(try item("<guid>12</guid><title>أ</title>").id == "https://example.org/feeds/news#12")
    #expect(try item("<guid>https://example.org/p</guid><title>أ</title>").link == "https://example.org/p")
    #expect(try item("<guid isPermaLink='false'>https://example.org/p</guid><title>أ</title>").link == nil)
    let names = try ["أ", "ب", "أ"].map { try item("<title>\($0)</title>").id }
    #expect(names[0] != names[1] && names[0] == names[2])
    #expect(try feed("<rss><channel><item></item></channel></rss>").items.isEmpty)
  }

  @Test func beginningsAreToldFromWholes() throws {
    #expect(try item("<link>https://example.org/1</link><description>\(Self.long)</description>").isWhole == false)
    #expect(try item("<link>https://example.org/1</link><content:encoded>\(Self.long)</content:encoded>").isWhole)
    #expect(
      try item("<link>https://example.org/1</link><content:encoded>\(Self.long)…</content:encoded>").isWhole == false)
    #expect(try item("<description>\(Self.long)</description>").isWhole)
  }

  @Test func aFeedGivesItsItemsAsArticlesWithTheirNumbers() throws {
    let text =
      "<rss><channel><title>ق</title><item><guid>urn:a</guid><title>أ</title></item><item><title>ب</title></item></channel></rss>"
    for name in ["a.rss", "a.xml", "feed"] {
      let articles = try Reading.articles(Array(text.utf8), file: name).map { try $0.get() }
      #expect(
        articles.map(\.title) == ["أ", "ب"] && articles.map(\.outlet) == ["ق", "ق"] && articles[0].id == "urn:a")
    }
    let list = try Reading.articles(Array("<opml><body/></opml>".utf8), file: "a.xml")
    #expect(list.first?.error?.message.contains("mahdar follow") == true)
  }

  @Test func listsOfFeedsAreRead() throws {
    let opml = """
      <opml version="2.0"><head><title>x</title></head><body><outline text="أخبار"><outline text="أ & ب" xmlUrl="https://example.org/1"/>
      <outline title="ج"><outline type="rss" title="د" xmlUrl="feed://example.org/2"/></outline></outline>
      <outline xmlUrl="https://example.org/1"/><outline xmlUrl="file:///etc/passwd"/></body></opml>
      """
    let list = try Array(opml.utf8).withUnsafeBufferPointer { try FeedList($0, file: "a.opml") }
    #expect(list.entries.map(\.address) == ["https://example.org/1", "http://example.org/2"])
    #expect(list.entries.map(\.title) == ["أ & ب", "د"])
    let lines = try Array("# x\nhttps://example.org/1\n\n".utf8).withUnsafeBufferPointer { try FeedList($0, file: "a") }
    #expect(lines.entries.count == 1)
    #expect(throws: InputError.self) {
      try Array("<html/>".utf8).withUnsafeBufferPointer { try FeedList($0, file: "a") }
    }
  }

  @Test func addressesAreResolvedAndCompared() {
    let base = WebAddress("https://example.org/a/b?c")
    for (reference, whole) in [
      ("d", "https://example.org/a/d"), ("/d", "https://example.org/d"), ("../d", "https://example.org/d"),
      ("?d", "https://example.org/a/b?d"), ("//x.org/d#e", "https://x.org/d"), ("http://y.org", "http://y.org"),
      ("", "https://example.org/a/b?c"), ("../../../d/./e/..", "https://example.org/d/"),
    ] { #expect(base.resolving(reference)?.text == whole) }
    #expect(
      WebAddress("http://Example.org:80/a/?utm_source=x&b=1#c").key == WebAddress("https://example.org/a?b=1").key)
    #expect(WebAddress("https://x.org/a?").variants.contains("http://x.org/a/?"))
    #expect(WebAddress("https://user@example.org:8080/").host == "example.org" && !WebAddress("mailto:a@b").isOfTheWeb)
  }

  @Test func whatAFeedTellsOfAllItsItemsIsBounded() throws {
    let title = String(repeating: "ا", count: 100_000)
    let items = String(repeating: "<item><link>../../x</link></item>", count: 30_000)
    let base = "http://example.org/" + String(repeating: "b/", count: 50_000)
    let feed = try feed(
      "<rss xml:base='\(base)' xml:lang='\(title)'><channel><title>\(title)</title>\(items)</channel></rss>")
    #expect(feed.title?.unicodeScalars.count == 500 && feed.language == nil && feed.items.count == 20_000)
  }

  @Test func anyBytesAreRead() {
    var state: UInt64 = 7
    let parts = [
      "<item>", "<rss>", "</title>", "<![CDATA[", "&", "&amp;", "<!DOCTYPE", "[", "]]>", "<entry", " x='", "أ", "\0",
      "<content type='xhtml'>", "{\"", ">",
    ]
    for _ in 0..<2000 {
      var text = "<rss>"
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        text += parts[Int(state >> 33) % parts.count]
      }
      _ = try? feed(text)
    }
  }
}
