/// Where a claim comes from in the end, in numbers.
struct ClaimRoots: Sendable, Hashable {
  struct Root: Sendable, Hashable {
    var kind: SourceRoot.Kind
    /// What stands for the root among those of its kind; nil: the outlet that told the text first.
    var key: UInt64?
    /// The source that it is, by its place in `RecordClaim.by`; nil: the article's own voice.
    var source: Int?
  }

  /// Never empty.
  private(set) var all: [Root]
  /// What stands for the article's own outlet, where one is told.
  private(set) var outlet: UInt64?

  /// No claim names more sources that matter.
  private static let most = 8

  init(_ all: [Root], outlet: UInt64?) {
    self.all = all.isEmpty ? [Root(kind: .outlet)] : Array(all.prefix(Self.most))
    self.outlet = outlet
  }

  // MARK: Bytes

  init(_ bytes: inout ByteReader) {
    all = (0..<max(1, min(bytes.byte(), Self.most))).map { _ in
      let place = bytes.byte()
      let kinds = SourceRoot.Kind.allCases
      return Root(
        kind: kinds.indices.contains(place) ? kinds[place] : .outlet, key: bytes.optional { $0.word() },
        source: bytes.optional { $0.byte() })
    }
    outlet = bytes.optional { $0.word() }
  }

  func write(to bytes: inout ByteWriter) {
    bytes.add(byte: all.count)
    for root in all {
      bytes.add(byte: SourceRoot.Kind.allCases.firstIndex(of: root.kind) ?? 0)
      bytes.add(root.key) { $0.add($1) }
      bytes.add(root.source) { $0.add(byte: $1) }
    }
    bytes.add(outlet) { $0.add($1) }
  }
}
