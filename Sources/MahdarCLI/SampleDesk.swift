import Foundation
import Mahdar
import MahdarReaders
import MahdarStore
import MahdarWeb

/// A desk of the samples in a store of its own, which goes away with the command.
struct SampleDesk: Sendable {
  /// The day after the last of them.
  private static let today = "2025-10-22"

  private let samples: String
  private let data: String
  private let pipeline: Pipeline
  private let search: SearchLexicon
  private let worker: WorkerStart
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "mahdar-samples-\(UUID().uuidString)")

  /// Nil where the samples do not lie beside the language data.
  init?(options: StoreOptions, pipeline: Pipeline) throws {
    data = try options.data.folder()
    samples = URL(fileURLWithPath: data).deletingLastPathComponent().appendingPathComponent("Samples").path
    guard FileManager.default.fileExists(atPath: samples) else { return nil }
    (self.pipeline, search, worker) = (pipeline, try options.data.language().search(), try options.worker())
  }

  func desk() throws -> Desk {
    let files = FileManager.default
    if !files.fileExists(atPath: folder.path) {
      try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    let path = folder.appendingPathComponent("samples.db").path
    let ingest = Ingest(
      into: try Store(path, .write, search: search), inputs: InputQueue([samples]), pipeline: pipeline,
      now: Date.now.ISO8601Format(), jobs: 1, patience: Ingest.patience, workers: worker)
    _ = try ingest(batch: Ingest.batch, report: { _ in }, failure: { _ in })
    return try Desk(
      store: Store(path, .serve(seconds: Serve.seconds), search: search), pipeline: pipeline,
      folder: data, today: Self.today, isOfSamples: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
