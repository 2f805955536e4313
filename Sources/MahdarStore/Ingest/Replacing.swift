import GRDB
import Mahdar
import MahdarReaders

extension Store {
  /// Gives an article the text of a file, and writes that down.
  ///
  /// - Parameter workers: how those are started who read the file; an article that tells no day keeps the day that it had.
  /// - Errors: `StoreError.request` when there is no such article, or the file does not hold another text of it; `WorkerError`.
  public func replace(
    _ article: String, by file: String, reason: String?, now: String, pipeline: Pipeline,
    workers: (_ published: String?) throws -> WorkerStart
  ) throws -> Decided {
    let (key, row) = try read { db in
      let key = try Self.articleKey(db, article)
      return (
        key, try Row.fetchOne(db, sql: "SELECT id, published FROM current_article WHERE key = ?", arguments: [key])
      )
    }
    guard let row else { throw StoreError.request("'\(key)' was taken out (see 'mahdar log')") }
    var errors: [InputError] = []
    let ingest = Ingest(
      into: self, inputs: InputQueue([file]), pipeline: pipeline, now: now, jobs: 1, only: key,
      workers: try workers(row["published"]))
    let summary = try ingest(report: { _ in }, failure: { errors.append($0) })
    guard summary.changed == 1 else {
      throw StoreError.request("\(file): " + (errors.first?.message ?? "holds no other text than the article has"))
    }
    return try decide(.replace(article: key, earlier: row["id"]), reason: reason, now: now, pipeline: pipeline)
  }
}
