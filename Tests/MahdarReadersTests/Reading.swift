import Foundation
import Mahdar
import Synchronization

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

  /// What a run over one file comes to.
  struct Run {
    var articles: [Article] = []
    var errors: [InputError] = []
    var passedOver = PassedOver()
    /// What was told of columns.
    var notes: [String] = []
    /// The lines that articles and errors stand at.
    var lines: [Int?] = []

    var ids: [String] { articles.map(\.id) }
    var texts: [String] { articles.map(\.text) }
  }

  static func run(
    _ bytes: [UInt8], file name: String, format: InputFormat? = nil, mapping: FieldMapping? = nil
  ) throws -> Run {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    func relative(_ text: String) -> String { text.replacing(folder.path + "/", with: "") }
    let notes = Mutex<[String]>([])
    var queue = InputQueue([file.path], format: format, mapping: mapping) { note in
      notes.withLock { $0.append(note) }
    }
    var run = Run()
    while let piece = queue.next() {
      ArticleReader().forEach(in: piece) { article, source in
        switch article {
        case .success(var article):
          article.id = relative(article.id)
          run.articles.append(article)
        case .failure(var error):
          error.id = error.id.map(relative)
          run.errors.append(error)
        }
        run.lines.append(source.line)
      }
    }
    run.passedOver = queue.tally.passedOver
    run.notes = notes.withLock { $0.map(relative) }
    return run
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
