import GRDB

extension Store {
  /// The values of a column that an index begins with, each once: goes from value to value, not from row to row.
  static func distinct(_ column: String, of table: String, where condition: String = "TRUE", _ db: Database) throws
    -> [String]
  {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE found (value) AS (
            SELECT (SELECT min(\(column)) FROM \(table) WHERE \(condition))
            UNION ALL SELECT (SELECT min(\(column)) FROM \(table) WHERE \(condition) AND \(column) > value)
            FROM found WHERE value IS NOT NULL)
          SELECT value FROM found WHERE value IS NOT NULL
          """))
  }
}
