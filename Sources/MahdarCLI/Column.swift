/// A column of a list: its name, and what an answer has there.
struct Column<Answer>: Sendable {
  let name: String
  let value: @Sendable (Answer) -> String?

  init(_ name: String, _ value: @escaping @Sendable (Answer) -> String?) {
    self.name = name
    self.value = value
  }
}
