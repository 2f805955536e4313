import Foundation
import Testing

@testable import MahdarReaders

/// Counts the pairs of letters anew: `TRAIN_LETTERS=Gold/own-1.jsonl,… swift test --filter trainLetterPairs` prints the table of
/// `LetterPairs`.
@Test(.enabled(if: ProcessInfo.processInfo.environment["TRAIN_LETTERS"] != nil))
func trainLetterPairs() throws {
  let count = LetterPairs.classes
  var pairs = [Double](repeating: 0.5, count: count * count)
  for path in (ProcessInfo.processInfo.environment["TRAIN_LETTERS"] ?? "").split(separator: ",") {
    for line in try String(contentsOfFile: String(path), encoding: .utf8).split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      for text in [object?["title"], object?["text"]].compactMap({ $0 as? String }) {
        var last = LetterPairs.border
        for scalar in (text + " ").unicodeScalars where !LetterPairs.isTransparent(scalar.value) {
          let letter = LetterPairs.letter(scalar.value)
          if last != LetterPairs.border || letter != LetterPairs.border { pairs[last * count + letter] += 1 }
          last = letter
        }
      }
    }
  }
  for first in 0..<count {
    let row = pairs[first * count..<(first + 1) * count]
    let sum = row.reduce(0, +)
    let costs = row.map { min(Int((-2 * log2($0 / sum)).rounded()), 36) }
    print(String(String.UnicodeScalarView(costs.map { Unicode.Scalar(UInt8(0x30 + $0)) })))
  }
}

@Test func pairsOfLettersTellArabic() {
  #expect(LetterPairs.costs.split(separator: "\n").allSatisfy { $0.utf8.count == LetterPairs.classes })
  let sentence = "استقبل الوزير ضيفه".unicodeScalars
  #expect(LetterPairs.gain(sentence) > 20)
  #expect(LetterPairs.gain(sentence) > LetterPairs.gain(sentence.reversed()) + 20)
}
