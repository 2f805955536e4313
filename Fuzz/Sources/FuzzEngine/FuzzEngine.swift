import Foundation
import Mahdar
import MahdarReaders

/// Analyses an article: its first line is the day of publication, the second the title, the rest the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEngine(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
  guard parts.count == 3, !text.utf8.contains(0) else { return -1 }
  let article = Article(
    id: "a", title: parts[1].isEmpty ? nil : parts[1], text: parts[2], published: PublicationDate.sound(parts[0]))
  let analysis = Engine.shared.pipeline(article)
  Laws.check(analysis)
  let line = Engine.shared.writer.line(analysis)
  precondition(line == Engine.shared.writer.line(Engine.shared.pipeline(article)), "two readings differ")
  let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
  precondition(object != nil, "no JSON")
  precondition((object?["remarks"] as? [String])?.isEmpty == true, "a span lies outside the text")
  _ = Engine.shared.pipeline.profiles(analysis.claims)
  return 0
}

/// The engine, made once.
struct Engine {
  static let shared = Engine()

  let pipeline: Pipeline
  let writer: AnalysisWriter

  private init() {
    do {
      let data = ProcessInfo.processInfo.environment["MAHDAR_DATA"] ?? "Data"
      pipeline = Pipeline(lexicon: try Lexicon(reading: data))
      writer = AnalysisWriter(data: pipeline.lexicon.digest)
    } catch {
      FileHandle.standardError.write(Data("fuzz: \(error)\n".utf8))
      exit(2)
    }
  }
}
