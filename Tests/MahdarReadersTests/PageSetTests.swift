import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

/// The pages of `Gold/pages`, each with what a careful reader takes for its article.
private enum PageSet {
  struct Gold: Decodable {
    var title, published, outlet, url, author: String?
    var text: String
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func pages() throws -> [(name: String, article: Article, gold: Gold)] {
    let folder = root.appendingPathComponent("Gold/pages")
    let data = LanguageData(folder: root.appendingPathComponent("Data").path)
    let (pipeline, words) = (Pipeline(lexicon: try data.lexicon()), try data.pages())
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }.sorted()
      .map { name in
        let page = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        let gold = try Data(contentsOf: folder.appendingPathComponent(name.dropLast(4) + "json"))
        let article = try page.withUnsafeBufferPointer {
          try HTMLPage($0, words: words, day: pipeline.day).article(id: name)
        }
        return (name, article, try JSONDecoder().decode(Gold.self, from: gold))
      }
  }

  /// F1 over words, however often each stands there.
  static func score(_ text: String, _ gold: String) -> Double {
    func counts(_ text: String) -> [Substring: Int] {
      text.precomposedStringWithCompatibilityMapping.split { !$0.isLetter && !$0.isNumber }.reduce(into: [:]) {
        $0[$1, default: 0] += 1
      }
    }
    let (found, wanted) = (counts(text), counts(gold))
    let both = found.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) }
    let all = found.values.reduce(0, +) + wanted.values.reduce(0, +)
    return all == 0 ? 1 : 2 * Double(both) / Double(all)
  }
}

@Test func pagesOfManyLayoutsGiveTheirArticles() throws {
  let pages = try PageSet.pages()
  #expect(pages.count >= 64)
  var sum = 0.0
  for page in pages {
    let score = PageSet.score(page.article.text, page.gold.text)
    sum += score
    #expect(score >= 0.89, "\(page.name): F1 \(score)")
  }
  print("pages: word F1 \(sum / Double(pages.count)) on \(pages.count) pages")
  #expect(sum / Double(pages.count) >= 0.97)
}

@Test func pagesTellWhatIsSaidOfTheirArticles() throws {
  var right: [String: Int] = [:]
  let pages = try PageSet.pages()
  for page in pages {
    let (article, gold) = (page.article, page.gold)
    for (field, told, wanted) in [
      ("title", article.title, gold.title), ("outlet", article.outlet, gold.outlet), ("url", article.url, gold.url),
      ("author", article.author, gold.author),
    ] where told == wanted { right[field, default: 0] += 1 }
    // A date may be told with another zone or fewer digits: the day is what must be right.
    if article.published?.prefix(10) == gold.published?.prefix(10) {
      right["day", default: 0] += 1
    } else {
      Issue.record("\(page.name): published \(article.published ?? "nil"), wanted \(gold.published ?? "nil")")
    }
    #expect(article.published == nil || article.origins[.published] != nil)
  }
  print("pages: right of \(pages.count): \(right)")
  #expect(right["title", default: 0] * 100 >= pages.count * 95)
  #expect(right["url", default: 0] * 100 >= pages.count * 95)
  #expect(right["outlet", default: 0] * 100 >= pages.count * 85)
}
