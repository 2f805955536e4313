import Foundation
import Mahdar
import MahdarReaders

/// Reads an input whose first byte tells its format: `l` JSON Lines, `j` a JSON document, `h` a page, `t` text, any other
/// by what follows.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return -1 }
  let format: InputFormat? =
    switch first {
    case UInt8(ascii: "l"): .jsonl
    case UInt8(ascii: "j"): .json
    case UInt8(ascii: "h"): .html
    case UInt8(ascii: "t"): .text
    default: nil
    }
  InputOnDisk.shared.write(UnsafeBufferPointer(rebasing: bytes.dropFirst()))
  let (once, again) = (read(format), read(format))
  precondition(once == again, "two readings differ")
  return 0
}

/// What came of the input, in words.
private func read(_ format: InputFormat?) -> [String] {
  var told: [String] = []
  var queue = InputQueue([InputOnDisk.shared.path], format: format)
  let reader = ArticleReader()
  while let piece = queue.next() {
    reader.forEach(in: piece) { article, source in
      switch article {
      case .failure(let error):
        precondition(!error.message.isEmpty && error.line ?? 1 > 0)
        told.append(error.message)
      case .success(let article):
        check(article)
        told += [article.id, article.text] + article.remarks
        told += [article.title, article.published, article.outlet, article.url, article.language].map { $0 ?? "" }
        told.append(String(decoding: article.carried, as: UTF8.self))
        if let json = source.json, let given = try? GivenContacts.read(json, of: article) { check(given, article) }
      }
    }
  }
  return told
}

private func check(_ article: Article) {
  precondition(!article.id.isEmpty && article.id.utf8.count <= Limits.id)
  for text in [article.id, article.title, article.text, article.published, article.outlet, article.url] {
    precondition(text?.utf8.contains(0) != true, "U+0000")
  }
  precondition(article.title?.isEmpty != true)
  precondition(article.published.map { PublicationDate.sound($0) == $0 } ?? true)
  precondition(!article.carried.contains(0x0A), "a line end in what is carried")
}

private func check(_ given: [GivenContacts.Given], _ article: Article) {
  let content = Array((article.title.map { $0 + "\n" + article.text } ?? article.text).utf8)
  func isBorder(_ byte: Int32) -> Bool { Int(byte) == content.count || content[Int(byte)] & 0xC0 != 0x80 }
  for claim in given.map(\.claim) {
    let spans = [claim.dateSpan, claim.evidenceSpan, claim.place?.span] + claim.by.map(\.span)
    for span in spans.compactMap({ $0 }) + claim.participants.flatMap({ $0.spans ?? [] }) {
      precondition(span.start >= 0 && span.start <= span.end && Int(span.end) <= content.count)
      precondition(isBorder(span.start) && isBorder(span.end))
    }
  }
}
