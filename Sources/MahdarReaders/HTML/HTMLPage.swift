import Foundation
import Mahdar

/// A web page, read for its article.
///
/// The body is the container whose paragraphs hold the most text that is no link, menus and asides left out; title, date,
/// outlet and address come from JSON-LD, `<meta>`, `<time>`, `<h1>` and `<title>`, the first that tells.
public struct HTMLPage {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let declared: String?

  /// - Parameter charset: the charset that the server named.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, charset: String? = nil) {
    self.bytes = bytes
    declared = charset
  }

  /// The page's article; its text is empty when no paragraphs were found.
  public func article(id: String) -> Article {
    let charset = Charset(detecting: bytes, declared: [declared, Charset.label(inPage: bytes)])
    var text = charset.decode(bytes)
    var article = text.withUTF8 { bytes in
      var builder = HTMLBodyBuilder(bytes)
      builder.read()
      return builder.article(id: id)
    }
    if charset != .utf8 { article.remarks.append("read as \(charset.rawValue)") }
    article.mendCharset()
    return article
  }
}
