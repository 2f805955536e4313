import Foundation
import Mahdar
import MahdarReaders
import MahdarStore

@testable import MahdarWeb

/// The checkout that the tests run in, and what they share.
enum Project {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let data = root.appending(path: "Data").path
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("mahdar")

  static let pipeline = Result { Pipeline(lexicon: try Lexicon(reading: data)) }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func sources(_ folder: String) -> [String] {
    let files = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.allObjects as? [String] ?? []
    return files.filter { $0.hasSuffix(".swift") }.sorted().map { folder + "/" + $0 }
  }
}

/// A desk over a store of its own, which goes away with it.
final class TestDesk: Sendable {
  let desk: Desk
  let folder: URL

  /// - Parameter input: a file or folder of articles.
  init(_ input: String?, today: String = "2025-10-22") throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-web-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("desk.db").path
    let pipeline = try Project.pipeline.get()
    let search = try SearchLexicon(reading: Project.data)
    let store = try Store(path, .write, search: search)
    if let input {
      let ingest = Ingest(
        into: store, inputs: InputQueue([input]), pipeline: pipeline, now: "2025-10-22T06:00:00Z", jobs: 2,
        patience: 60,
        workers: { try WorkerProcess(program: Project.program.path, arguments: ["worker", "--data=" + Project.data]) })
      _ = try ingest(batch: Ingest.batch, report: { _ in }, failure: { _ in })
    }
    desk = try Desk(
      store: Store(path, .serve(seconds: 5), search: search), pipeline: pipeline, folder: Project.data, today: today)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Made once for all tests that only look.
  static let samples = Result { try TestDesk(Project.root.appending(path: "Samples").path) }

  /// A page as it is answered.
  ///
  /// - Parameter path: behind the language: `contacts?status=held`.
  func page(_ path: String, _ language: Wording.Language = .ar) throws -> PageAnswer {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    var request = PageRequest(language: language, visit: Visit(nil, now: 1_761_120_000), today: desk.today)
    request.path = (parts.first ?? "").split(separator: "/").map { PageRequest.decode(String($0)) }
    if let last = request.path.last, last.hasSuffix(".json") {
      request.isJSON = true
      request.path[request.path.count - 1] = String(last.dropLast(5))
    }
    request.query = try PageRequest.pairs(parts.count > 1 ? parts[1] : "")
    return try Pages.answer(request, desk)
  }

  func html(_ path: String, _ language: Wording.Language = .ar) throws -> String {
    String(decoding: try page(path, language).bytes, as: UTF8.self)
  }

  func json(_ path: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(page(path).bytes), options: .fragmentsAllowed)
  }
}
