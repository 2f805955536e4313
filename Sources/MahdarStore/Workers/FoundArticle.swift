import Mahdar
import MahdarReaders

/// An article in a piece of work, before the engine has read it.
struct FoundArticle: Sendable {
  var id: String
  var hash: ContentHash
  /// Its date of publication, where no day can be read off it.
  var unreadDate: String?
  /// By what it is known under another address.
  var sameness: Sameness?

  /// What a worker found in a piece, in order: articles, and why there is none.
  static func bytes(_ found: [Result<FoundArticle, InputError>]) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.add(all: found) { bytes, one in
      switch one {
      case .success(let article):
        bytes.add(byte: 1)
        bytes.add(article.id)
        bytes.add(run: article.hash.bytes)
        bytes.add(article.unreadDate)
        bytes.add(article.sameness) { $1.write(to: &$0) }
      case .failure(let error):
        bytes.add(byte: 0)
        error.write(to: &bytes)
      }
    }
    return bytes.bytes
  }

  /// Reads what `bytes` wrote; nil for other bytes.
  static func all(_ bytes: [UInt8]) -> [Result<FoundArticle, InputError>]? {
    var bytes = ByteReader(bytes)
    let found = bytes.all { bytes -> Result<FoundArticle, InputError> in
      bytes.byte() == 1
        ? .success(
          FoundArticle(
            id: bytes.text(), hash: ContentHash(known: bytes.run()), unreadDate: bytes.optionalText(),
            sameness: bytes.optional { Sameness(&$0) }))
        : .failure(InputError(&bytes))
    }
    return bytes.isBroken ? nil : found
  }
}
