/// One value of a row that is printed.
struct Cell {
  var text: String?
  /// What stands for it in a table that has little room; nil for itself.
  var brief: String?
  /// Whether it is a number by its type, not by its looks: a spreadsheet may count with it.
  var isNumber = false
}
