import GRDB
import GRDBSQLite
import Mahdar

/// Makes `SearchTerms` the tokenizer `mahdar` of FTS5.
///
/// The functions that C calls get the lexicon through their context; it lives as long as the connection.
enum SearchTokenizer {
  private final class Box: Sendable {
    let terms: SearchTerms
    init(_ terms: SearchTerms) { self.terms = terms }
  }

  static func add(_ terms: SearchTerms, to db: Database) throws {
    let api = FTS5.api(db)
    var functions = fts5_tokenizer(
      xCreate: { context, _, _, tokenizer in
        tokenizer?.pointee = context.map { OpaquePointer($0) }
        return SQLITE_OK
      },
      xDelete: { _ in },
      xTokenize: { tokenizer, context, flags, text, count, callback in
        guard let tokenizer, let text, let callback, count > 0 else { return SQLITE_OK }
        let box = Unmanaged<Box>.fromOpaque(UnsafeRawPointer(tokenizer)).takeUnretainedValue()
        let mode: SearchTerms.Mode =
          flags & FTS5_TOKENIZE_PREFIX != 0 ? .beginnings : flags & FTS5_TOKENIZE_QUERY != 0 ? .question : .stems
        return text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
          SearchTokenizer.tokenize(
            box.terms, UnsafeBufferPointer(start: bytes, count: Int(count)), mode, context, callback)
        }
      })
    let code = api.pointee.xCreateTokenizer(
      UnsafeMutablePointer(mutating: api), "mahdar", Unmanaged.passRetained(Box(terms)).toOpaque(), &functions
    ) { box in
      if let box { Unmanaged<Box>.fromOpaque(box).release() }
    }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private typealias Callback =
    @convention(c) (
      UnsafeMutableRawPointer?, CInt, UnsafePointer<CChar>?, CInt, CInt, CInt
    ) -> CInt

  private static func tokenize(
    _ terms: SearchTerms, _ bytes: UnsafeBufferPointer<UInt8>, _ mode: SearchTerms.Mode,
    _ context: UnsafeMutableRawPointer?, _ callback: Callback
  ) -> CInt {
    var code = SQLITE_OK
    terms.forEach(in: bytes, mode) { letters, span, isAlternative in
      guard let start = letters.baseAddress else { return true }
      code = start.withMemoryRebound(to: CChar.self, capacity: letters.count) {
        callback(context, isAlternative ? FTS5_TOKEN_COLOCATED : 0, $0, CInt(letters.count), span.start, span.end)
      }
      return code == SQLITE_OK
    }
    return code
  }
}
