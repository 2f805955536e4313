import Foundation
import Mahdar

/// A web page, read for its article.
///
/// The body is the container whose paragraphs hold the most text that is no link, menus and asides left out; title, date,
/// outlet and address come from JSON-LD, `<meta>`, `<time>`, `<h1>` and `<title>`, the first that tells.
public struct HTMLPage {
  private let bytes: UnsafeBufferPointer<UInt8>

  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The page's article; its text is empty when no paragraphs were found.
  public func article(id: String) -> Article {
    let charset = charset()
    var text = charset.decode(bytes)
    var article = text.withUTF8 { bytes in
      var builder = HTMLBodyBuilder(bytes)
      builder.read()
      return builder.article(id: id)
    }
    if charset != .utf8 { article.remarks.append("read as \(charset.rawValue)") }
    return article
  }

  /// What the bytes speak for; where they leave the choice between one-byte charsets, the page's own word decides.
  private func charset() -> Charset {
    let detected = Charset(detecting: bytes)
    guard detected == .windows1256 || detected == .iso88596, let declared = declaredCharset() else { return detected }
    return declared == .windows1256 || declared == .iso88596 ? declared : detected
  }

  private func declaredCharset() -> Charset? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(4096))
    var tokenizer = HTMLTokenizer(head)
    while let token = tokenizer.next() {
      guard case .start(let name, let attributes) = token, HTMLElement(head[name]) == .meta else { continue }
      if let label = tokenizer.attribute("charset", in: attributes) { return Charset(label: label) }
      if let content = tokenizer.attribute("content", in: attributes)?.lowercased(),
        let equals = content.range(of: "charset=")
      {
        return Charset(label: String(content[equals.upperBound...].prefix { $0 != ";" && $0 != " " }))
      }
    }
    return nil
  }
}
