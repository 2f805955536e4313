import Mahdar

/// Reads feeds: RSS of all versions, RDF, Atom and JSON Feed, whatever is wrong with them.
public struct FeedReader: Sendable {
  /// The items of a feed that are read: more are none of a newsroom.
  static let itemLimit = 20_000
  /// Scalars of the name of an outlet, and bytes of that of a language.
  private static let titleLimit = 500
  private static let languageLimit = 35

  private let day: @Sendable (String) -> String?

  /// - Parameter day: reads the day off dates that are written as people write them, as `Pipeline.day` does.
  public init(day: @escaping @Sendable (String) -> String? = { _ in nil }) { self.day = day }

  /// - Parameters:
  ///   - address: where it was read, for links that are relative to it and items without a name of their own.
  ///   - charset: what its sender says that it is written in.
  /// - Errors: `InputError` where the bytes are no feed.
  public func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, address: String, charset: String? = nil
  ) throws(InputError) -> Feed {
    var text = Self.charset(bytes, told: charset).decode(bytes)
    text.makeContiguousUTF8()
    let result = text.withUTF8 { utf8 -> Result<Feed, InputError> in
      do throws(InputError) {
        let isJSON = utf8.first { $0 > 0x20 } == UInt8(ascii: "{")
        var feed = isJSON ? try JSONFeed(day: day).feed(utf8) : try xml(utf8, address)
        finish(&feed, address)
        return .success(feed)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// What the bytes speak for; where they leave the choice between one-byte charsets, what the sender or the document says.
  static func charset(_ bytes: UnsafeBufferPointer<UInt8>, told: String?) -> Charset {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    let named = head.range(of: "encoding=").map { head[$0.upperBound...].dropFirst().prefix { !"\"'?".contains($0) } }
    return Charset(detecting: bytes, declared: [told, named.map(String.init)])
  }

  private func xml(_ text: UnsafeBufferPointer<UInt8>, _ address: String) throws(InputError) -> Feed {
    let document = try FeedDocument(text)
    switch document.root {
    case "rss", "rdf:rdf", "channel", "rdf", "feed", "entry":
      let isAtom = document.root == "feed" || document.root == "entry"
      var feed =
        isAtom
        ? AtomFeed(document, base: address, day: day).feed() : RSSFeed(document, base: address, day: day).feed()
      // Where the feed breaks off, so may its last item.
      if !Self.hasEnd(text), let last = feed.items.indices.last { feed.items[last].isWhole = false }
      return feed
    case "opml":
      throw InputError(.unreadable, "a list of feeds (OPML) and no feed (to follow its feeds: mahdar follow FILE)")
    case "html": throw InputError(.unreadable, "a web page and no feed (it may name its feed: look for RSS on it)")
    case let root?: throw InputError(.unreadable, "no feed: XML that begins with <\(root)>")
    case nil: throw InputError(.unreadable, "no feed: neither XML nor JSON")
    }
  }

  /// Whether a document ends as feeds do.
  private static func hasEnd(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = String(decoding: text.suffix(300), as: UTF8.self).lowercased()
    return ["</rss", "rdf>", "</channel", "feed>", "entry>"].contains { end.contains($0) }
  }

  /// Gives every item a name, and takes those away that have nothing to read.
  private func finish(_ feed: inout Feed, _ address: String) {
    // Each article carries these along.
    feed.title = feed.title.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(Self.titleLimit))) }
    feed.language = feed.language.flatMap { $0.utf8.count <= Self.languageLimit ? $0 : nil }
    feed.items.removeAll { $0.title == nil && $0.text.isEmpty && $0.link == nil }
    for place in feed.items.indices {
      feed.items[place].link = feed.items[place].link.map { WebAddress($0).withoutTracking.text }
      let item = feed.items[place]
      let isNamed = WebAddress(item.id).isAbsolute && item.id.utf8.allSatisfy { $0 > 0x20 }
      if !isNamed {
        let name = item.id.isEmpty ? Self.digest((item.title ?? "") + "\n" + item.text) : item.id
        feed.items[place].id = item.link ?? address + "#" + name
      }
      if feed.items[place].id.utf8.count > Limits.id {
        feed.items[place].id = address + "#" + Self.digest(feed.items[place].id)
      }
      if item.link == nil { feed.items[place].isWhole = true }
    }
  }

  /// FNV-1a in hexadecimal.
  private static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
