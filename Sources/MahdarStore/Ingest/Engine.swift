import Mahdar

/// An engine with its language data.
public struct Engine: Sendable, Hashable {
  public var version: String
  public var data: String

  public init(version: String, data: String) {
    self.version = version
    self.data = data
  }

  init(_ pipeline: Pipeline) { self.init(version: "mahdar " + Pipeline.version, data: pipeline.lexicon.digest) }

  /// Reads what `bytes` wrote.
  init(_ bytes: [UInt8]) {
    var bytes = ByteReader(bytes)
    self.init(version: bytes.text(), data: bytes.text())
  }

  var bytes: [UInt8] {
    var bytes = ByteWriter()
    for text in [version, data] { bytes.add(text) }
    return bytes.bytes
  }
}
