import Mahdar
import Testing

@testable import MahdarReaders

private let page = """
  <!DOCTYPE html><html lang=ar><head><meta charset=utf-8><title>زيارة الوزير - صحيفة المرفأ</title>
  <meta property="og:site_name" content="صحيفة المرفأ"><meta content='2025-06-17T18:40:00+03:00' property='article:published_time'>
  <link rel="canonical" href="https://almarfa.example/a?b=1&amp;c=2"><script>if (a < b) { "</p>" }</script></head>
  <body><nav><p>القائمة الرئيسية وفيها كلام كثير لا صلة له بالمقال ولا ينبغي أن يقرأ</p></nav>
  <div id=content><h1>زيارة الوزير</h1><p>وصل الوزير إلى&nbsp;القاهرة
    <b>أمس</b>، وقال: &laquoنعم&raquo;<!-- تعليق -->.<p>ثم غادر&#1548; ولم يعد &#x1F600; AT&T.</p>
    <div class="ad-box">إعلان</div><ul class="related"><li>خبر آخر</ul>
    <blockquote>كلمة أخيرة</blockquote></div>
  <aside><p>اقرأ أيضا</p></aside><footer>الحقوق محفوظة</footer></body></html>
  """

@Test func pagesGiveTheirArticle() {
  let article = Reading.article(html: page)
  #expect(article.title == "زيارة الوزير")
  #expect(article.text == "وصل الوزير إلى القاهرة أمس، وقال: «نعم».\nثم غادر، ولم يعد 😀 AT&T.\nكلمة أخيرة")
  #expect(article.published == "2025-06-17T18:40:00+03:00")
  #expect(article.outlet == "صحيفة المرفأ")
  #expect(article.url == "https://almarfa.example/a?b=1&c=2")
  #expect(article.language == "ar")
}

@Test func structuredDataGoesFirst() {
  let article = Reading.article(
    html: """
      <title>عنوان الصفحة</title><meta property="og:title" content="عنوان آخر"><script type="application/ld+json">
      {"@graph": [{"@type": "NewsArticle", "headline": "العنوان &quot;الأول&quot;", "datePublished": "2024-01-02T03:04:05Z",
      "author": {"name": "كاتب"}, "publisher": {"@type": "Organization", "name": "وكالة"}}]}</script><p>نص</p>
      """)
  #expect(article.title == "العنوان \"الأول\"")
  #expect(article.published == "2024-01-02T03:04:05Z")
  #expect(article.outlet == "وكالة")
}

@Test(arguments: [
  ("2019/12/07", "2019-12-07"), ("20191207T1000", "2019-12-07"), ("2019-12-07 10:00:00 GMT", "2019-12-07T10:00:00Z"),
])
func pagesWriteDatesInSeveralWays(_ written: String, _ date: String) {
  #expect(Reading.article(html: "<meta name=date content='\(written)'><p>نص").published == date)
}

@Test func daysThatAnArticleTellsOfAreNotItsOwn() {
  let told = "التقى وزير الخارجية نظيره النرويجي في أوسلو يوم 1 مارس 2019."
  #expect(Reading.article(html: "<h1>لقاء في أوسلو أمس</h1><article><p>\(told)</p></article>").published == nil)
  let dated = "<h1>لقاء في أوسلو أمس</h1><span class=date>2019/03/02 - 10:30</span><article><p>\(told)</p></article>"
  #expect(Reading.article(html: dated).published == "2019-03-02T10:30:00")
}

@Test(arguments: [
  ("&laquo;a&raquo;", "«a»"), ("&nbsp5", "5"), ("&notit;", "¬it;"), ("&amp;nbsp;x &amp;quot;", "x \""), ("&#150;", "–"),
  ("x&#0;y", "xy"), ("x&#xD800;y", "xy"), ("x&#99999999999;y", "xy"), ("&hellip;", "…"), ("&hellip", "&hellip"),
  ("&;", "&;"),
  ("&", "&"),
  ("a &lt; b", "a < b"), ("a&#b", "ab"), ("a\u{A0}\n b", "a b"),
])
func characterReferencesAreRead(_ written: String, _ read: String) {
  #expect(Reading.article(html: "<p>\(written)").text == read)
}

@Test(arguments: [
  "", "<", "</", "<p", "<p class", "<p class=", "<p class='", "<!--", "<!", "<?xml", "<script>", "<script></scrip",
  "<title>",
  "</p></div></html>", "<a href=x>", "<p>نص</div></p>", "<![CDATA[", "<p>&", "<meta content", "\u{0}<p>\u{0}",
])
func brokenPagesAreRead(_ html: String) {
  _ = Reading.article(html: html)
}

@Test func deepNestingIsRead() {
  let deep = String(repeating: "<div>", count: 200_000)
  let article = Reading.article(html: deep + "<p>نص في العمق" + String(repeating: "</div>", count: 200_000) + "<p>آخر")
  #expect(article.text.contains("نص في العمق"))
}

@Test func declaredCharsetsDecideBetweenOneByteCharsets() throws {
  let upper = OneByteCharsets.windows1256
  let html = "<meta http-equiv=Content-Type content='text/html; charset=windows-1256'><p>مرحبا"
  let bytes = html.unicodeScalars.compactMap { scalar in
    scalar.value < 0x80 ? UInt8(scalar.value) : upper.firstIndex(of: UInt16(scalar.value)).map { UInt8($0 + 0x80) }
  }
  #expect(try bytes.withUnsafeBufferPointer { try HTMLPage($0).article(id: "page") }.text == "مرحبا")
}
