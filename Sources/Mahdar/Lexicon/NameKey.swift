/// A person's name by the sounds that its spellings share: the consonants of its words, particles left out.
///
///     key("مايك بومبيو").isSame(as: key("بومبو")) // true
package struct NameKey: Sendable, Hashable {
  /// A word of a name.
  package struct Part: Sendable, Hashable {
    /// The word as folded.
    var word: UInt64
    /// Its consonants, by sound: a byte each, the last the lowest; a digest where there are more than eight.
    package var consonants: UInt64
    package var length: UInt8
    /// Its long vowels in order.
    var vowels: [Letter]
    /// Whether it is an Arabic name that differs from others by vowels alone.
    package var isNative: Bool

    package func isSame(as other: Part) -> Bool {
      if word == other.word { return true }
      guard consonants == other.consonants, !(isNative && other.isNative) else { return false }
      return length >= 3 || Self.isPart(vowels, of: other.vowels) || Self.isPart(other.vowels, of: vowels)
    }

    /// Whether its consonants are those of the other but for one, of three or more: «راجيف», «راجيو».
    package func isNear(_ other: Part) -> Bool {
      guard max(length, other.length) >= 3, max(length, other.length) <= 8, !(isNative && other.isNative) else {
        return false
      }
      var (one, two) = (consonants, other.consonants)
      if length == other.length {
        let differing = (0..<8).count { (one ^ two) >> ($0 * 8) & 0xFF != 0 }
        return differing <= 1
      }
      if length > other.length { swap(&one, &two) }
      guard abs(Int(length) - Int(other.length)) == 1 else { return false }
      // The longer one less one of its sounds.
      return (0..<8).contains { place in
        let low = two & ((1 << (place * 8)) - 1)
        return ((two >> ((place + 1) * 8)) << (place * 8)) | low == one
      }
    }

    /// The two written as one word; nil where they have too many sounds.
    func joined(to next: Part) -> Part? {
      guard length > 0, length + next.length <= 8 else { return nil }
      return Part(
        word: 0, consonants: consonants << (UInt64(next.length) * 8) | next.consonants, length: length + next.length,
        vowels: vowels + next.vowels, isNative: false)
    }

    /// Whether `few` are among `many`, in order.
    private static func isPart(_ few: [Letter], of many: [Letter]) -> Bool {
      var rest = few[...]
      for letter in many where rest.first == letter { rest.removeFirst() }
      return rest.isEmpty
    }
  }

  package var parts: [Part]
  /// The consonants of the whole name, particles included: «دي مستورا» and «ديمستورا» are one.
  var whole: UInt64

  package var isEmpty: Bool { parts.isEmpty }

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

  /// Whether all words of the shorter name stand in the longer one in order, some as they are and some nearly so or written as two:
  /// «برنار مبونغو», «برنارد مبونغو».
  func isAlike(_ other: NameKey) -> Bool {
    let (few, many) = parts.count <= other.parts.count ? (parts, other.parts) : (other.parts, parts)
    guard few.count > 1 else { return false }
    let (aligned, same) = Self.aligned(few, many)
    return aligned == few.count && same > 0
  }

  /// Whether two of one office may be one: all words nearly so, or the first the same and no Arabic one: «بيتر كماندي», «بيتر وويرو».
  func mayBe(_ other: NameKey) -> Bool {
    let (few, many) = parts.count <= other.parts.count ? (parts, other.parts) : (other.parts, parts)
    guard few.count > 1 else { return false }
    if Self.aligned(few, many).aligned == few.count { return true }
    // Brothers share the last one.
    return !few[0].isNative && few[0].length > 1 && many[0].isSame(as: few[0])
  }

  /// How many words of the shorter name stand in the longer one in order, nearly so or as they are, and how many as they are.
  private static func aligned(_ few: [Part], _ many: [Part]) -> (aligned: Int, same: Int) {
    var (next, same, place) = (0, 0, 0)
    while next < few.count, place < many.count {
      let (one, part) = (few[next], many[place])
      if part.isSame(as: one) {
        same += 1
        next += 1
      } else if part.isNear(one) {
        next += 1
      } else if place + 1 < many.count, let joined = part.joined(to: many[place + 1]),
        joined.consonants == one.consonants || joined.isNear(one)
      {
        next += 1
        place += 1
      }
      place += 1
    }
    return (next, same)
  }

  /// Whether two words that stand at one place are Arabic names of their own.
  private func differ(from other: NameKey) -> Bool {
    zip(parts, other.parts).contains { $0.isNative && $1.isNative && $0.word != $1.word }
  }

  package func isSame(as other: NameKey) -> Bool { shared(with: other) != nil }
}
