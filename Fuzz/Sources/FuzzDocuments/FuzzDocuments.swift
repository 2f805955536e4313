import Mahdar
import MahdarReaders

/// Reads documents and mail: the first byte tells the format, `w` and `o` the text of a DOCX or ODT that is packed here, `D` and
/// `O` the packed bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDocuments(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return -1 }
  let content = Array(bytes.dropFirst())
  let (format, packed): (InputFormat, [UInt8]) =
    switch first {
    case UInt8(ascii: "w"): (.docx, StoredZip.archive(of: content, named: "word/document.xml"))
    case UInt8(ascii: "o"): (.odt, StoredZip.archive(of: content, named: "content.xml"))
    case UInt8(ascii: "D"): (.docx, content)
    case UInt8(ascii: "O"): (.odt, content)
    case UInt8(ascii: "r"): (.rtf, content)
    default: (.eml, content)
    }
  let once = read(packed, format)
  precondition(once == read(packed, format), "two readings differ")
  return 0
}

private func read(_ bytes: [UInt8], _ format: InputFormat) -> [String] {
  var told: [String] = []
  let piece = InputQueue.Piece.content(
    path: "a", id: "a", bytes: bytes, format: format, context: InputContext(origin: "mail", line: 1))
  ArticleReader().forEach(in: piece) { article in
    switch article {
    case .failure(let error):
      precondition(!error.message.isEmpty)
      told.append(error.message)
    case .success(let article):
      precondition(!article.id.isEmpty && article.title?.isEmpty != true)
      precondition(article.published.map { PublicationDate.sound($0) == $0 } ?? true)
      for text in [article.id, article.title, article.text, article.outlet] {
        precondition(text?.utf8.contains(0) != true, "U+0000")
      }
      told += [article.id, article.title ?? "", article.text, article.published ?? ""] + article.remarks
    }
  }
  return told
}
