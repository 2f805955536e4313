/// A file of language data, settings or input that can't be used: where, what is wrong, and what to do.
public struct DataError: Error, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int?
  public var excerpt: String?
  public var problem: String
  public var fix: String?

  public init(file: String, line: Int? = nil, excerpt: String? = nil, problem: String, fix: String? = nil) {
    self.file = file
    self.line = line
    self.excerpt = excerpt
    self.problem = problem
    self.fix = fix
  }

  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    text += ": \(problem)"
    if let excerpt { text += ": \(excerpt.prefix(120))" }
    if let fix { text += " (\(fix))" }
    return text
  }
}
