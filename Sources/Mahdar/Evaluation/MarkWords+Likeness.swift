/// When words of two marks say the same.
extension MarkWords {
  /// Whether all words of one name stand in the other, or the family names and one more agree.
  func isSameName(as other: MarkWords) -> Bool {
    guard let last = words.last, let otherLast = other.words.last else { return false }
    let isShorter = words.count <= other.words.count
    let (short, long) = isShorter ? (words, other.words) : (other.words, words)
    if short.allSatisfy({ word in long.contains { Self.areClose(word, $0) } }) { return true }
    return Self.areClose(last, otherLast)
      && (short.count == 1 || other.words.contains { Self.areClose(words[0], $0) })
  }

  /// Whether three of five telling words of the shorter one stand in the other.
  func isSameOffice(as other: MarkWords) -> Bool { share(with: other) >= 0.6 }

  /// Whether half of the telling words of the shorter one stand in the other.
  func overlaps(_ other: MarkWords) -> Bool { share(with: other) >= 0.5 }

  /// Whether both tell nothing, or something alike.
  static func areAlike(_ one: MarkWords?, _ other: MarkWords?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.overlaps(other)
  }

  /// Whether three of four words are the same, each as often as it stands.
  func isSameText(as other: MarkWords) -> Bool {
    let common = common(with: other)
    return common > 0 && Double(2 * common) / Double(words.count + other.words.count) >= 0.75
  }

  /// Whether these are whole words, or letters, within the other's.
  func stand(in other: MarkWords) -> Bool {
    let space: [UInt32] = [0x20]
    let (short, long) = (Array(words.joined(separator: space)), Array(other.words.joined(separator: space)))
    guard !short.isEmpty, short.count <= long.count else { return false }
    return (0...long.count - short.count).contains { long[$0...].starts(with: short) }
  }

  private func share(with other: MarkWords) -> Double {
    let (one, two) = (telling, other.telling)
    let least = min(one.count, two.count)
    return least == 0 ? 0 : Double(one.intersection(two).count) / Double(least)
  }

  private func common(with other: MarkWords) -> Int {
    var left: [Word: Int] = [:]
    for word in words { left[word, default: 0] += 1 }
    var common = 0
    for word in other.words {
      guard let count = left[word], count > 0 else { continue }
      left[word] = count - 1
      common += 1
    }
    return common
  }

  /// The same word, or one letter apart in words of five letters or more (بومبيو, بومبو).
  private static func areClose(_ one: Word, _ other: Word) -> Bool {
    if one == other { return true }
    guard min(one.count, other.count) >= 5, abs(one.count - other.count) <= 1 else { return false }
    if one.count == other.count { return zip(one, other).count { $0 != $1 } == 1 }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    let same = zip(short, long).prefix { $0 == $1 }.count
    return short[same...] == long[(same + 1)...]
  }
}
