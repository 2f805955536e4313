import Mahdar

/// A measured figure of docs/evaluation.md, as the desk tells it.
struct Figure: Sendable, Encodable {
  /// The key of what was measured, and of what on, in the words of the interface.
  var measure: String
  var set: String
  var value: String

  static func all(reading folder: String) throws(DataError) -> [Figure] {
    let table = try Table(reading: "\(folder)/ui/figures.tsv", columns: ["measure", "set", "value"])
    return table.rows.map { Figure(measure: $0[0], set: $0[1], value: $0[2]) }
  }
}
