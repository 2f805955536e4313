import Foundation
import Mahdar

@testable import MahdarReaders

/// What the readers make of bytes that stand in a file.
enum Reading {
  static func articles(_ bytes: [UInt8], file name: String, published: String? = nil) throws -> [Result<
    Article, InputError
  >] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return articles([file.path], published: published)
  }

  static func articles(_ inputs: [String], published: String? = nil) -> [Result<Article, InputError>] {
    var queue = InputQueue(inputs)
    var articles: [Result<Article, InputError>] = []
    while let piece = queue.next() { ArticleReader(published: published).forEach(in: piece) { articles.append($0) } }
    return articles
  }

  static func article(html: String) -> Article {
    var html = html
    let article = html.withUTF8 { bytes in
      Result { () throws(InputError) in try HTMLPage(bytes).article(id: "page") }
    }
    return (try? article.get()) ?? Article(id: "page", text: "")
  }
}

extension Result where Failure == InputError {
  var error: InputError? {
    if case .failure(let error) = self { error } else { nil }
  }
}
