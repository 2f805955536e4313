import GRDB

/// The rows of a query, as texts.
public struct QueryAnswer: Sendable, Encodable {
  public var columns: [String]
  public var rows: [[String?]]
}

extension Store {
  /// Runs one SQL query; the connection can only read.
  public func query(_ sql: String, limit: Int? = nil) throws -> QueryAnswer {
    do {
      return try database.read { db in
        let statement = try db.makeStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement)
        var rows: [[String?]] = []
        while limit.map({ rows.count < $0 }) ?? true, let row = try cursor.next() {
          rows.append(
            row.databaseValues.map { value in
              switch value.storage {
              case .null: nil
              case .int64(let number): String(number)
              case .double(let number): String(number)
              case .string(let text): text
              case .blob(let data):
                data.map { byte in
                  let hex = String(byte, radix: 16)
                  return hex.count < 2 ? "0" + hex : hex
                }.joined()
              }
            })
        }
        return QueryAnswer(columns: statement.columnNames, rows: rows)
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      throw StoreError.request("sql: the store is only read here: \(error.message ?? "")")
    } catch let error as DatabaseError where [.SQLITE_ERROR, .SQLITE_AUTH, .SQLITE_MISUSE].contains(error.resultCode) {
      throw StoreError.request("sql: \(error.message ?? "not understood")")
    } catch {
      throw StoreError.of(error, path: path)
    }
  }
}
