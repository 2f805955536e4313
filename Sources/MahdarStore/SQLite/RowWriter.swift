import GRDB
import GRDBSQLite

/// A statement that is bound and stepped by SQLite's own calls.
///
/// An article makes some thirty rows; GRDB's arguments box every value, which costs more than SQLite's own work.
/// `unsafe` in substance: used by the one thread that holds the connection, and finalised with its owner.
final class RowWriter {
  private let statement: OpaquePointer?
  private let connection: SQLiteConnection

  init(_ sql: String, _ db: Database) throws {
    guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    self.connection = connection
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    self.statement = statement
    try check(code)
  }

  deinit { sqlite3_finalize(statement) }

  private func check(_ code: CInt) throws {
    guard code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
    }
  }

  // SQLite copies what is bound (SQLITE_TRANSIENT), so nothing here outlives its call.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private var column: CInt = 0

  func bind(_ number: Int?) {
    column += 1
    if let number { sqlite3_bind_int64(statement, column, Int64(number)) } else { sqlite3_bind_null(statement, column) }
  }

  func bind(_ flag: Bool) { bind(flag ? 1 : 0) }

  func bind(_ number: Double?) {
    column += 1
    if let number { sqlite3_bind_double(statement, column, number) } else { sqlite3_bind_null(statement, column) }
  }

  func bind(_ text: String?) {
    column += 1
    guard var text else {
      sqlite3_bind_null(statement, column)
      return
    }
    _ = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        if let start = chars.baseAddress {
          sqlite3_bind_text(statement, column, start, CInt(chars.count), Self.copied)
        } else {
          sqlite3_bind_text(statement, column, "", 0, nil)
        }
      }
    }
  }

  func bind(blob: [UInt8]) {
    column += 1
    blob.withUnsafeBytes { _ = sqlite3_bind_blob(statement, column, $0.baseAddress, CInt($0.count), Self.copied) }
  }

  /// Writes the row that was bound and makes ready for the next.
  func insert() throws {
    let code = sqlite3_step(statement)
    let message = code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(connection))
    sqlite3_reset(statement)
    column = 0
    if let message { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message) }
  }

  /// The first row's values, read by `row`; nil when there is none.
  func first<Value>(_ row: (Columns) -> Value) throws -> Value? {
    defer {
      sqlite3_reset(statement)
      column = 0
    }
    let code = sqlite3_step(statement)
    try check(code)
    return code == SQLITE_ROW ? row(Columns(statement: statement)) : nil
  }

  /// Gives each row's values to `row`.
  func forEach(_ row: (Columns) throws -> Void) throws {
    defer {
      sqlite3_reset(statement)
      column = 0
    }
    while true {
      let code = sqlite3_step(statement)
      try check(code)
      guard code == SQLITE_ROW else { return }
      try row(Columns(statement: statement))
    }
  }

  /// The values of the row that a query stands at.
  struct Columns {
    fileprivate let statement: OpaquePointer?

    func int(_ column: CInt) -> Int { Int(sqlite3_column_int64(statement, column)) }
    func double(_ column: CInt) -> Double { sqlite3_column_double(statement, column) }
    /// Empty for a null.
    func text(_ column: CInt) -> String { sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "" }
    func blob(_ column: CInt) -> [UInt8] {
      let count = Int(sqlite3_column_bytes(statement, column))
      return sqlite3_column_blob(statement, column).map { Array(UnsafeRawBufferPointer(start: $0, count: count)) } ?? []
    }
  }
}
