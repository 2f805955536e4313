import Mahdar
import MahdarReaders

/// Reads an input and checks what must hold of whatever is read.
public enum Reading {
  /// Reads `bytes` twice; the readings must be the same.
  public static func check(_ bytes: UnsafeBufferPointer<UInt8>, as format: InputFormat?) {
    InputOnDisk.shared.write(bytes)
    let (once, again) = (read(format), read(format))
    precondition(once == again, "two readings differ")
  }

  /// What came of the input, in words.
  private static func read(_ format: InputFormat?) -> [String] {
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
    return told + [queue.tally.passedOver.json]
  }

  private static func check(_ article: Article) {
    precondition(!article.id.isEmpty && article.id.utf8.count <= Limits.id)
    for text in [article.id, article.title, article.text, article.published, article.outlet, article.url] {
      precondition(text?.utf8.contains(0) != true, "U+0000")
    }
    precondition(article.title?.isEmpty != true)
    precondition(article.published.map { PublicationDate.sound($0) == $0 } ?? true)
    precondition(!article.carried.contains(0x0A), "a line end in what is carried")
  }

  private static func check(_ given: [GivenContacts.Given], _ article: Article) {
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
}
