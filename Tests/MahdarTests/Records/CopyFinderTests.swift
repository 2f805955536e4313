import Foundation
import Testing

@testable import Mahdar

/// Copies of one text are found, whatever is added to them.
struct CopyFinderTests {
  static func text(_ seed: UInt64, words: Int) -> [String] {
    var numbers = SeededNumbers(state: seed)
    return (0..<words).map { _ in "كلمة\(Int.random(in: 0..<5000, using: &numbers))" }
  }

  @Test(arguments: 1...20)
  func copiesAreFoundAndOthersAreNot(_ seed: UInt64) {
    let original = Self.text(seed, words: 200)
    let cut = Array(original.prefix(150))
    let changed = Self.text(seed + 500, words: 10) + original.dropFirst(10)
    let texts = [original, cut, changed, Self.text(seed + 1000, words: 200), Self.text(seed + 2000, words: 3)]
    let sketches = texts.map { TextSketch($0.joined(separator: " ")) }
    let pairs = Set(CopyFinder().pairs(sketches).map { [$0.a, $0.b] })
    #expect(pairs == [[0, 1], [0, 2], [1, 2]])
    #expect(
      CopyFinder().originals(["c", "b", "a", "d", "e"], sketches) == ["a": "a", "b": "a", "c": "a", "d": "d", "e": "e"])
  }

  @Test func spellingsCountAsOne() {
    let text = Self.text(7, words: 40).joined(separator: " ")
    #expect(TextSketch(text.replacingOccurrences(of: "ة", with: "ه")).jaccard(TextSketch(text)) == 1)
  }
}
