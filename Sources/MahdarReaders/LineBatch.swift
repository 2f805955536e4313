/// Lines of one input, as many as make up a batch of work.
public struct LineBatch: Sendable {
  public struct Line: Sendable {
    public var bytes: Range<Int>
    /// From 1.
    public var number: Int
    /// Whether only the line's beginning was kept, because it is longer than `Limits.input`.
    public var isCut: Bool

    package init(bytes: Range<Int>, number: Int, isCut: Bool) {
      self.bytes = bytes
      self.number = number
      self.isCut = isCut
    }
  }

  public var source: String
  public var bytes: [UInt8]
  public var lines: [Line]
  /// The charset that all lines were written in before they became UTF-8; nil where each tells its own.
  public var charset: Charset?
  /// What members of other names are; nil where all have the names of ours.
  package var mapping: FieldMapping?

  package init(
    source: String, bytes: [UInt8], lines: [Line], charset: Charset? = nil, mapping: FieldMapping? = nil
  ) {
    self.source = source
    self.bytes = bytes
    self.lines = lines
    self.charset = charset
    self.mapping = mapping
  }
}
