/// Where an article stands: its file, and the line in inputs of one article a line.
public struct InputPlace: Hashable, Sendable, CustomStringConvertible {
  public var file: String?
  /// From 1.
  public var line: Int?

  public init(file: String? = nil, line: Int? = nil) {
    self.file = file
    self.line = line
  }

  /// `articles.jsonl, line 3`; empty where nothing is known of it.
  public var description: String {
    [file.map { $0 == "-" ? "standard input" : $0 }, line.map { "line \($0)" }].compactMap { $0 }.joined(
      separator: ", ")
  }
}
