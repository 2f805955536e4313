/// Where a claim comes from in the end, in numbers.
struct ClaimRoot: Sendable, Hashable {
  var kind: SourceRoot.Kind
  /// What stands for the root among those of its kind; nil: the outlet that told the text first.
  var key: UInt64?
  /// What stands for the article's own outlet, where one is told.
  var outlet: UInt64?

  /// The number of the root, when `outlet` told the text first.
  func number(text: String, outlet: UInt64?) -> UInt64 {
    var digest = ContentDigest()
    digest.add(kind.rawValue)
    digest.add(key ?? outlet ?? ContentDigest.of(text))
    return digest.value
  }

  init(kind: SourceRoot.Kind, key: UInt64?, outlet: UInt64?) {
    self.kind = kind
    self.key = key
    self.outlet = outlet
  }

  // MARK: Bytes

  init(_ bytes: inout ByteReader) {
    let place = bytes.byte()
    kind = SourceRoot.Kind.allCases.indices.contains(place) ? SourceRoot.Kind.allCases[place] : .outlet
    key = bytes.optional { $0.word() }
    outlet = bytes.optional { $0.word() }
  }

  func write(to bytes: inout ByteWriter) {
    bytes.add(byte: SourceRoot.Kind.allCases.firstIndex(of: kind) ?? 0)
    bytes.add(key) { $0.add($1) }
    bytes.add(outlet) { $0.add($1) }
  }
}
