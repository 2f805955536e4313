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
    var finder = CopyFinder()
    #expect(
      finder.originals(["c", "b", "a", "d", "e"], sketches) == ["a": "a", "b": "a", "c": "a", "d": "d", "e": "e"])
  }

  @Test func aThousandCopiesAreComparedFewTimesEach() {
    let original = Self.text(3, words: 60)
    let texts = (0..<1000).map { number in
      // Every second one is the very same text, the others each have a word of their own.
      (original + (number % 2 == 0 ? [] : ["خبر\(number)"])).joined(separator: " ")
    }
    let ids = (0..<1000).map { "a\(1000 + $0)" }
    var finder = CopyFinder()
    let originals = finder.originals(ids, texts.map { TextSketch($0) })
    #expect(Set(originals.values) == ["a1000"])
    #expect(finder.comparisons < 1000 * 2, "\(finder.comparisons)")
  }

  @Test func spellingsCountAsOne() {
    let text = Self.text(7, words: 40).joined(separator: " ")
    #expect(TextSketch(text.replacingOccurrences(of: "ة", with: "ه")).jaccard(TextSketch(text)) == 1)
  }
}
