import Foundation
import Mahdar
import MahdarReaders

/// Articles made of the project's samples: each has the title of one and paragraphs of six, chosen by a fixed sequence.
struct Articles {
  /// JSON Lines.
  let lines: [UInt8]
  let count: Int

  init(count: Int) throws {
    var queue = InputQueue(["Samples"])
    var samples: [Article] = []
    while let piece = queue.next() {
      ArticleReader().forEach(in: piece) { if let article = try? $0.get() { samples.append(article) } }
    }
    let paragraphs = samples.flatMap { $0.text.split(separator: "\n").map(String.init) }
    var state: UInt64 = 2026
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    var data = Data()
    for id in 0..<count {
      let sample = samples[next(samples.count)]
      let text = (0..<10).map { _ in paragraphs[next(paragraphs.count)] }.joined(separator: "\n")
      var object = ["id": "\(id)", "text": text]
      object["title"] = sample.title
      object["published"] = sample.published
      data += try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
      data.append(0x0A)
    }
    lines = [UInt8](data)
    self.count = count
  }
}
