import Foundation
import GRDB
import GRDBSQLite

/// A value of a row of a query.
public enum QueryValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob(Data)

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .blob(data)
    }
  }

  /// The value in letters, bytes as hexadecimal digits; nil for none.
  public var text: String? {
    switch self {
    case .null: return nil
    case .integer(let number): return String(number)
    case .real(let number): return String(number)
    case .text(let text): return text
    case .blob(let data):
      let digits = Array("0123456789abcdef".utf8)
      return String(decoding: data.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
  }
}

extension Store {
  /// Values longer than this end a query: a text of the store is far below.
  private static let valueLimit: Int32 = 64 << 20

  /// Runs one SQL query and hands its rows on as they come; the connection can only read.
  ///
  /// - Parameter seconds: the time that the query may take; what `row` takes is not counted.
  /// - Parameter columns: is called once, before any row; no two names are alike.
  /// - Errors: `StoreError.request` says what is wrong with the query; what the two closures throw.
  public func query(
    _ sql: String, seconds: Double = 30, columns: ([String]) throws -> Void, row: ([QueryValue]) throws -> Void
  ) throws {
    do {
      try database.read { db in
        guard let connection = db.sqliteConnection else { return }
        sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Self.valueLimit)
        let clock = QueryClock(seconds: seconds)
        try clock.limiting(db) {
          let statement = try db.makeStatement(sql: sql)
          guard statement.isReadonly, statement.columnCount > 0 else {
            throw StoreError.request("sql: only questions are answered, such as SELECT: the store is only read here")
          }
          try columns(Self.distinct(statement.columnNames))
          let cursor = try Row.fetchCursor(statement)
          while let found = try cursor.next() {
            try clock.pausing { try row(found.databaseValues.map(QueryValue.init)) }
          }
        }
      }
    } catch let error as DatabaseError {
      throw QueryProblem.words(of: error, seconds: seconds).map { StoreError.request("sql: " + $0) }
        ?? StoreError.of(error, path: path)
    }
  }

  /// The names, a number behind those that stand there already: `id`, `id_2`.
  private static func distinct(_ names: [String]) -> [String] {
    var taken = Set(names)
    var seen: Set<String> = []
    return names.map { name in
      guard !seen.insert(name).inserted else { return name }
      var number = 2
      while !taken.insert("\(name)_\(number)").inserted { number += 1 }
      return "\(name)_\(number)"
    }
  }
}
