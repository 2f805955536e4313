/// Why an input gave no article: it stands in the output in the article's place.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case notJSON = "not-json"
    case notObject = "not-object"
    case badField = "bad-field"
    case missingField = "missing-field"
    case duplicateID = "duplicate-id"
    case tooLong = "too-long"
    case tooDeep = "too-deep"
    case unreadable
    case empty
    /// Reading it ended the process that read it, or came to no end.
    case failed
  }

  public var code: Code
  public var message: String
  /// The id of the article, when it could be read.
  public var id: String?
  /// The line of the input, from 1, in inputs of one article a line.
  public var line: Int?
  /// The file that the line stands in.
  public var file: String?

  public init(_ code: Code, _ message: String, id: String? = nil, line: Int? = nil) {
    self.code = code
    self.message = message
    self.id = id
    self.line = line
  }

  public var description: String { message }
}
