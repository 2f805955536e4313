/// What an article was read from.
public struct ArticleSource {
  /// The file, or `-`.
  public var file: String
  /// The line, from 1, in inputs of lines and in JSON.
  public var line: Int?
  /// The object that it was, in sound UTF-8, for the time of the call; nil where it was none.
  public var json: UnsafeBufferPointer<UInt8>?
}
