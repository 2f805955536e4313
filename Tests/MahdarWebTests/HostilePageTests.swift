import Foundation
import Mahdar
import Testing

@testable import MahdarWeb

/// Articles that mean no good to a browser, on all pages.
struct HostilePageTests {
  private static let script = "<script>alert(1)</script>"
  /// To Swift the quotation mark and the letter behind it are one; to a browser the attribute ends.
  private static let quote = "\"\u{301} onmouseover=alert(1) x=\""
  private static let image = "'><img src=x onerror=alert(1)>"
  private static let turned = "\u{202E}\u{2067}\u{2066}"

  private static let desk = Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let bad = [script, quote, image, turned, "{{w.brand}}{{{html}}}"].joined()
    let sentence = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في "
    let articles = (0..<3).map { number in
      [
        "id": "a\(number)\(bad)", "published": "2025-10-2\(number)", "title": "عنوان \(bad)", "outlet": "صحيفة \(bad)",
        "url": number == 0 ? "javascript:alert(1)" : "https://example.org/\(number)\(bad)",
        "text":
          "\(sentence)\(["أنقرة", "إسطنبول", "موسكو"][number]) يوم 20 أكتوبر \(bad). وقال لافروف: «\(bad) إن المباحثات كانت مثمرة». \(String(repeating: "ط", count: 5000))",
      ]
    }
    let many = [
      "id": "many", "published": "2025-10-21", "title": "كثير",
      "text": String(repeating: "التقى لافروف فيدان في أنقرة اليوم. ", count: 3400),
    ]
    let lines = try (articles + [many]).map { try JSONSerialization.data(withJSONObject: $0) + Data([0x0A]) }
    let file = folder.appendingPathComponent("hostile.jsonl")
    try Data(lines.joined()).write(to: file)
    return try TestDesk(file.path)
  }

  private static func expectSafe(_ page: String, _ path: String) {
    #expect(!page.contains("<script>") && !page.contains("<img"), "\(path)")
    // No attribute of an event is begun by what an article says: outside of the values of others there is none.
    let bare = page.replacing(/"[^"]*"/, with: "")
    #expect(bare.firstMatch(of: /<[a-z][^<>]*\son[a-z]+=/) == nil, "\(path)")
    #expect(page.firstMatch(of: /(href|src|action)="\s*javascript:/) == nil, "\(path)")
    #expect(
      !page.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) },
      "\(path)")
    #expect(page.components(separatedBy: "<script").count == 2, "\(path): one script, the desk's own")
  }

  @Test(arguments: [
    "", "contacts", "timeline", "calendar?month=2025-10", "people", "network?by=people", "statements", "conflicts",
    "articles", "sources",
    "search?q=لافروف", "search?q=" + PageRequest.encode("<script>alert(1)</script>\"'"), "person?name=لافروف",
    "try?text=" + PageRequest.encode("<script>alert(1)</script>"),
    "contacts?place=" + PageRequest.encode("\"><script>alert(1)</script>"), "statements?speaker=لافروف",
  ])
  func pagesShowWordsAndDoNothing(_ path: String) throws {
    for language in [Wording.Language.ar, .en] { Self.expectSafe(try Self.desk.get().html(path, language), path) }
  }

  @Test func articlesAndContactsToo() throws {
    let desk = try Self.desk.get()
    let articles = try #require((desk.json("articles.json") as? [String: Any])?["articles"] as? [[String: Any]])
    #expect(articles.count == 4)
    for article in articles {
      let id = try #require(article["id"] as? String)
      Self.expectSafe(try desk.html("article?id=" + PageRequest.encode(id)), id)
    }
    let list = try #require((desk.json("contacts.json") as? [String: Any])?["list"] as? [String: Any])
    for contact in try #require(list["contacts"] as? [[String: Any]]).prefix(5) {
      let id = try #require(contact["id"] as? String)
      Self.expectSafe(try desk.html("contacts/" + id), id)
    }
  }

  /// Ten thousand mentions make a page, not a minute of work.
  @Test func manyMentionsAreShownInTime() throws {
    let desk = try Self.desk.get()
    let start = ContinuousClock.now
    let page = try desk.html("article?id=many")
    #expect(page.contains("لافروف"))
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
