/// A column of a list: its name, what an answer has there, and how it gives way in a narrow table.
struct Column<Answer>: Sendable {
  let head: ColumnHead
  let value: @Sendable (Answer) -> String?
  /// What stands for it where there is little room.
  let brief: (@Sendable (Answer) -> String?)?

  init(
    _ name: String, rank: Int = 0, least: Int? = nil, isPrefix: Bool = false,
    brief: (@Sendable (Answer) -> String?)? = nil, _ value: @escaping @Sendable (Answer) -> String?
  ) {
    head = ColumnHead(name: name, rank: rank, least: least, isPrefix: isPrefix)
    self.value = value
    self.brief = brief
  }

  func cell(_ answer: Answer) -> Cell { Cell(text: value(answer), brief: brief.flatMap { $0(answer) }) }
}

/// What a table has to know of a column.
struct ColumnHead: Sendable {
  var name: String
  /// The column of the greatest rank is left out first; 0 is never left out.
  var rank = 0
  /// The width that it may be shortened to; nil for none.
  var least: Int?
  /// Whether the beginning of a value stands for the value, and needs no «…».
  var isPrefix = false
}
