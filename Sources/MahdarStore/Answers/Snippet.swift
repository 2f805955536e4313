import Mahdar

/// A piece of a text around what was found.
public struct Snippet: Sendable, Hashable, Encodable {
  public var text: String
  /// Where the hits stand in `text`: Unicode code points, half-open.
  public var hits: [Range<Int>]

  /// The piece of at most about `size` bytes that holds the most different items.
  init(of text: String, around hits: [(span: TextSpan, item: Int)], size: Int = 320) {
    let bytes = Array(text.utf8)
    var best = 0
    var bestCount = -1
    for (index, hit) in hits.enumerated() {
      let inside = hits[index...].prefix { $0.span.end - hit.span.start <= size }
      let count = Set(inside.map(\.item)).count
      if count > bestCount { (best, bestCount) = (index, count) }
    }
    let first = hits.isEmpty ? 0 : Int(hits[best].span.start)
    var start = max(0, first - size / 4)
    while start > 0, bytes[start - 1] != 0x20, bytes[start - 1] != 0x0A { start -= 1 }
    // A piece begins with its line where that is near.
    if let line = bytes[start..<first].lastIndex(of: 0x0A) { start = line + 1 }
    var end = min(bytes.count, start + size)
    while end < bytes.count, bytes[end] != 0x20, bytes[end] != 0x0A { end += 1 }
    func piece(_ from: Int, _ to: Int) -> String {
      String(String(decoding: bytes[from..<to], as: UTF8.self).map { $0.isNewline ? " " : $0 })
    }
    var shown = (start > 0 ? "…" : "").unicodeScalars
    var spans: [Range<Int>] = []
    var at = start
    for hit in hits where Int(hit.span.start) >= at && Int(hit.span.end) <= end {
      shown += piece(at, Int(hit.span.start)).unicodeScalars
      let begin = shown.count
      shown += piece(Int(hit.span.start), Int(hit.span.end)).unicodeScalars
      spans.append(begin..<shown.count)
      at = Int(hit.span.end)
    }
    shown += (piece(at, end) + (end < bytes.count ? "…" : "")).unicodeScalars
    self.text = String(shown)
    self.hits = spans
  }

  /// The text in pieces, the hits and what is between them.
  public func pieces() -> [(text: String, isHit: Bool)] {
    let letters = Array(text.unicodeScalars)
    func piece(_ range: Range<Int>, isHit: Bool) -> (text: String, isHit: Bool) {
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: letters[range])
      return (String(piece), isHit)
    }
    var pieces: [(text: String, isHit: Bool)] = []
    var at = 0
    for hit in hits {
      pieces += [piece(at..<hit.lowerBound, isHit: false), piece(hit, isHit: true)]
      at = hit.upperBound
    }
    return pieces + [piece(at..<letters.count, isHit: false)]
  }

  enum CodingKeys: CodingKey { case text, hits }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(hits.map { [$0.lowerBound, $0.upperBound] }, forKey: .hits)
  }
}
