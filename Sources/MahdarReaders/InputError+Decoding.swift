import Foundation

extension InputError {
  /// What is wrong with JSON that could not be decoded, in our own words: which member, and how.
  ///
  /// - Parameter allowed: the words that members may have, by their keys joined with dots.
  static func problem(_ error: any Error, allowed: [String: [String]] = [:]) -> String {
    let (path, what): ([any CodingKey], String) =
      switch error {
      case DecodingError.keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
      case DecodingError.typeMismatch(_, let context): (context.codingPath, "is of another kind than there")
      case DecodingError.valueNotFound(_, let context): (context.codingPath, "is null")
      case DecodingError.dataCorrupted(let context): (context.codingPath, "has a value that is not allowed there")
      default: ([], "can't be read")
      }
    let name = path.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(separator: ".")
    let keys = path.filter { $0.intValue == nil }.map(\.stringValue).joined(separator: ".")
    let choice = allowed[keys].map { ": one of " + $0.joined(separator: ", ") } ?? ""
    return name.isEmpty ? "it \(what)" : "\"\(name)\" \(what)\(choice)"
  }
}
