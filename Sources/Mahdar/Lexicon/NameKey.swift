/// A person's name by the sounds that its spellings share: the consonants of its words, particles left out.
///
///     key("مايك بومبيو").isSame(as: key("بومبو")) // true
struct NameKey: Sendable, Hashable {
  /// A word of a name.
  struct Part: Sendable, Hashable {
    /// The word as folded.
    var word: UInt64
    /// Its consonants, by sound.
    var consonants: UInt64
    var length: UInt8
    /// Its long vowels in order.
    var vowels: [Letter]
    /// Whether it is an Arabic name that differs from others by vowels alone.
    var isNative: Bool

    func isSame(as other: Part) -> Bool {
      if word == other.word { return true }
      guard consonants == other.consonants, !(isNative && other.isNative) else { return false }
      return length >= 3 || Self.isPart(vowels, of: other.vowels) || Self.isPart(other.vowels, of: vowels)
    }

    /// Whether `few` are among `many`, in order.
    private static func isPart(_ few: [Letter], of many: [Letter]) -> Bool {
      var rest = few[...]
      for letter in many where rest.first == letter { rest.removeFirst() }
      return rest.isEmpty
    }
  }

  var parts: [Part]
  /// The consonants of the whole name, particles included: «دي مستورا» and «ديمستورا» are one.
  var whole: UInt64

  var isEmpty: Bool { parts.isEmpty }

  /// How many words of the shorter name stand in the longer one, in order; nil unless all do.
  func shared(with other: NameKey) -> Int? {
    if parts.count > 1, other.parts.count > 1, whole == other.whole, !differ(from: other) {
      return max(parts.count, other.parts.count)
    }
    let (few, many) = parts.count <= other.parts.count ? (parts, other.parts) : (other.parts, parts)
    guard !few.isEmpty else { return nil }
    var next = 0
    for part in many where next < few.count && part.isSame(as: few[next]) { next += 1 }
    return next == few.count ? few.count : nil
  }

  /// Whether two words that stand at one place are Arabic names of their own.
  private func differ(from other: NameKey) -> Bool {
    zip(parts, other.parts).contains { $0.isNative && $1.isNative && $0.word != $1.word }
  }

  func isSame(as other: NameKey) -> Bool { shared(with: other) != nil }
}
