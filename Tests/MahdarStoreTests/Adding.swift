import Foundation
import Mahdar
import MahdarReaders
import MahdarStore

/// Shorter ways to fill a store.
enum Adding {
  static func articles(_ articles: [Article], to store: Store) throws -> Ingest.Summary {
    let scratch = try Scratch()
    return try file(try scratch.file("articles.jsonl", articles.map(line).joined()), to: store)
  }

  static func file(_ path: String, to store: Store, now: String = "2025-01-01T00:00:00Z") throws -> Ingest.Summary {
    try file(path, to: store, now: now, workers: worker) { _ in }
  }

  static func file(
    _ path: String, to store: Store, now: String = "2025-01-01T00:00:00Z", batch: Int = Ingest.batch,
    patience: Int = 60,
    workers: @escaping WorkerStart, report: @escaping (Ingest.Summary) -> Void = { _ in },
    failure: @escaping (InputError) -> Void
  ) throws -> Ingest.Summary {
    let ingest = Ingest(
      into: store, inputs: InputQueue([path]), pipeline: try Project.pipeline.get(), now: now, jobs: 2,
      patience: patience, workers: workers)
    return try ingest(batch: batch, report: report, failure: failure)
  }

  /// A process of the program that was built beside the tests.
  static let worker: WorkerStart = {
    try WorkerProcess(
      program: Project.program.path, arguments: ["worker", "--data=" + Project.root.appending(path: "Data").path])
  }

  static func line(_ article: Article) -> String {
    func quoted(_ text: String?) -> String {
      guard let text else { return "null" }
      return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }
    return """
      {"id":\(quoted(article.id)),"title":\(quoted(article.title)),"text":\(quoted(article.text)),\
      "published":\(quoted(article.published)),"outlet":\(quoted(article.outlet)),\
      "url":\(quoted(article.url)),"author":\(quoted(article.author))}

      """
  }

  /// Takes back what the ninth migration did.
  static let withoutListIndexes = """
    DROP INDEX article_outlet; DROP INDEX article_reading; DROP INDEX contact_span; DROP INDEX contact_range;
    DROP INDEX contact_status; DROP INDEX contact_form; DROP INDEX contact_channel; DROP INDEX contact_place;
    DROP INDEX contact_country; DROP INDEX contact_conflicts; DROP INDEX source_name;
    DROP INDEX contact_outlet; DROP INDEX contact_official; DROP INDEX contact_unnamed; DROP INDEX contact_document;
    CREATE INDEX contact_day ON contact (first_day);
    """

  /// Articles that differ in names and days.
  static func made(_ count: Int) -> [Article] {
    let people = ["أحمد السالم", "سيرغي لافروف", "هايكو ماس", "خالد المنصور", "جون كيري", "محمد جواد ظريف"]
    let cities = ["جنيف", "باريس", "الدوحة", "فيينا", "عمان"]
    return (0..<count).map { number in
      let one = people[number % people.count]
      let other = people[(number / people.count + 1 + number) % people.count]
      return Article(
        id: "made-\(number)", title: "لقاء في \(cities[number % 5]) رقم \(number)",
        text: """
          التقى وزير الخارجية \(one) نظيره \(other) في \(cities[number % 5]) يوم \(number % 27 + 1) مارس 2019. \
          وقال \(one) إن المباحثات تناولت الملف رقم \(number) وسبل التعاون بين البلدين.
          """, published: "2019-04-\(10 + number % 20)", outlet: "صحيفة \(number % 7)")
    }
  }
}
