import Mahdar

/// A list of feeds: OPML, or a text with an address a line.
public struct FeedList: Sendable {
  public struct Entry: Sendable, Hashable {
    public var address: String
    public var title: String?

    public init(address: String, title: String? = nil) {
      self.address = address
      self.title = title
    }
  }

  /// Each address once.
  public private(set) var entries: [Entry] = []
  private var known: Set<String> = []

  /// Reads a list from a file; `-` is standard input.
  ///
  /// - Errors: `InputError` where it can't be read or names no feed.
  public init(file: String) throws(InputError) {
    let bytes: [UInt8]
    if file == "-" {
      bytes = try InputFile.standardInput().readAll(of: file)
    } else {
      bytes = try InputFile(opening: InputPath(argument: file)).readAll(of: file)
    }
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<FeedList, InputError> in
      do throws(InputError) { return .success(try FeedList(bytes, file: file)) } catch { return .failure(error) }
    }
    self = try result.get()
  }

  /// - Errors: `InputError` where the bytes name no feed.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) throws(InputError) {
    let text = FeedReader.charset(bytes, told: nil).decode(bytes)
    if text.utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") {
      try readOPML(text, file)
    } else {
      for line in text.split(whereSeparator: \.isNewline) { add(String(line), title: nil) }
    }
    guard !entries.isEmpty else {
      throw InputError(
        .empty, "names no feed (a list is OPML with xmlUrl, or a text with an address a line)", id: file)
    }
  }

  /// Outlines stand within outlines, as folders do; where they stand is of no account.
  private mutating func readOPML(_ text: String, _ file: String) throws(InputError) {
    var text = text
    let read = text.withUTF8 { bytes -> Result<FeedDocument, InputError> in
      do throws(InputError) { return .success(try FeedDocument(bytes)) } catch { return .failure(error) }
    }
    let document = try read.get()
    guard document.root == "opml" else {
      throw InputError(
        .unreadable, "no list of feeds: XML that begins with <\(document.root ?? "")> and not with <opml>", id: file)
    }
    for outline in document.all("outline") {
      let address = ["xmlUrl", "xmlurl", "xmlURL", "XMLURL", "url"].lazy.compactMap {
        document.attribute($0, of: outline)
      }.first
      guard let address else { continue }
      add(address, title: document.attribute("title", of: outline) ?? document.attribute("text", of: outline))
    }
  }

  private mutating func add(_ address: String, title: String?) {
    var address = address.trimmingBlanks
    if address.hasPrefix("feed://") { address = "http://" + address.dropFirst(7) }
    if address.hasPrefix("feed:http") { address = String(address.dropFirst(5)) }
    guard WebAddress.isAddress(address), known.insert(address).inserted else { return }
    entries.append(Entry(address: address, title: title))
  }
}
