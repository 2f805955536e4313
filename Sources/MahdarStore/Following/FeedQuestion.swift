import Mahdar
import MahdarReaders

/// The bytes of a feed on their way to a worker, who reads them, for they come from anywhere.
struct FeedQuestion: Sendable {
  /// Tells it from pieces of work.
  private static let mark = 0x46

  var address: String
  var charset: String?
  var content: [UInt8]

  init(address: String, charset: String?, content: [UInt8]) {
    self.address = address
    self.charset = charset
    self.content = content
  }

  /// Reads what `bytes` wrote; nil for other bytes.
  init?(_ bytes: [UInt8]) {
    var bytes = ByteReader(bytes)
    guard bytes.byte() == Self.mark else { return nil }
    self.init(address: bytes.text(), charset: bytes.optionalText(), content: bytes.run())
    if bytes.isBroken { return nil }
  }

  var bytes: [UInt8] {
    var bytes = ByteWriter()
    bytes.add(byte: Self.mark)
    bytes.add(address)
    bytes.add(charset)
    bytes.add(run: content)
    return bytes.bytes
  }

  /// What a worker answers.
  static func answer(_ result: Result<Feed, InputError>) -> [UInt8] {
    var bytes = ByteWriter()
    switch result {
    case .success(let feed):
      bytes.add(byte: 1)
      for text in [feed.title, feed.link, feed.language] { bytes.add(text) }
      bytes.add(feed.rest) { $0.add(UInt64(max(0, $1))) }
      bytes.add(all: feed.items) { bytes, item in
        bytes.add(item.id)
        for text in [item.link, item.title, item.author, item.published, item.language] { bytes.add(text) }
        bytes.add(item.text)
        bytes.add(byte: item.isWhole ? 1 : 0)
      }
    case .failure(let error):
      bytes.add(byte: 0)
      error.write(to: &bytes)
    }
    return bytes.bytes
  }

  /// Reads an answer; nil for other bytes.
  static func result(_ bytes: [UInt8]) -> Result<Feed, InputError>? {
    var bytes = ByteReader(bytes)
    guard bytes.byte() == 1 else {
      let error = InputError(&bytes)
      return bytes.isBroken ? nil : .failure(error)
    }
    var feed = Feed()
    feed.title = bytes.optionalText()
    feed.link = bytes.optionalText()
    feed.language = bytes.optionalText()
    feed.rest = bytes.optional { Int(truncatingIfNeeded: $0.word()) }
    feed.items = bytes.all { bytes in
      var item = FeedItem()
      item.id = bytes.text()
      item.link = bytes.optionalText()
      item.title = bytes.optionalText()
      item.author = bytes.optionalText()
      item.published = bytes.optionalText()
      item.language = bytes.optionalText()
      item.text = bytes.text()
      item.isWhole = bytes.byte() == 1
      return item
    }
    return bytes.isBroken ? nil : .success(feed)
  }
}
