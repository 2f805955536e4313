import Foundation
import Testing

@testable import Mahdar

/// The project's own texts as a feed may cut them: whatever is left is analysed, and the laws hold for it.
struct CutTests {
  /// The texts of Samples/ and the inputs of Examples/, each once.
  private static func texts() throws -> [String] {
    var texts: [String] = []
    let samples = Examples.root.appendingPathComponent("Samples")
    let names = try FileManager.default.contentsOfDirectory(atPath: samples.path).sorted()
    for name in names where !name.hasSuffix(".md") && name != "gold.jsonl" {
      let text = try String(contentsOf: samples.appendingPathComponent(name), encoding: .utf8)
      guard name.hasSuffix(".jsonl") else {
        texts.append(text)
        continue
      }
      for line in text.split(separator: "\n") {
        let article = try JSONDecoder().decode([String: String?].self, from: Data(line.utf8))
        texts.append([article["title"], article["text"]].compactMap { $0 ?? nil }.joined(separator: "\n"))
      }
    }
    for file in try FileManager.default.contentsOfDirectory(
      atPath: Examples.root.appendingPathComponent("Examples").path
    ).sorted() where file.hasSuffix(".txt") {
      texts += try Examples.read(String(file.dropLast(4))).map(\.input)
    }
    return texts
  }

  /// Every place at which a scalar of a text starts, and its end: every token's start and end among them.
  private static func borders(_ text: [UInt8]) -> [Int] {
    text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
  }

  private static func check(_ text: some Collection<UInt8>, _ pipeline: Pipeline) {
    let text = String(decoding: text, as: UTF8.self)
    StageLaws.check(pipeline(Article(id: "cut", text: text, published: "2019-12-07")))
  }

  @Test func everyPrefixIsAnalysed() throws {
    let pipeline = Pipeline(lexicon: try Examples.lexicon.get())
    let texts = try Self.texts()
    #expect(texts.count > 250)
    for text in texts {
      let bytes = Array(text.utf8)
      for end in Self.borders(bytes) { Self.check(bytes[..<end], pipeline) }
    }
  }

  @Test func everySuffixFromATokenOnIsAnalysed() throws {
    let pipeline = Pipeline(lexicon: try Examples.lexicon.get())
    for text in try Self.texts() {
      let tokens = Tokenizer(vocabulary: pipeline.lexicon.vocabulary)(Article(id: "all", text: text))
      for token in tokens.tokens { Self.check(tokens.content[Int(token.span.start)...], pipeline) }
    }
  }

  @Test func everyWordPairAndTripleAloneIsAnalysed() throws {
    let pipeline = Pipeline(lexicon: try Examples.lexicon.get())
    var seen: Set<TextSpan> = []
    var alone: Set<[UInt8]> = []
    for text in try Self.texts() {
      let tokens = Tokenizer(vocabulary: pipeline.lexicon.vocabulary)(Article(id: "all", text: text))
      seen.removeAll()
      for count in 1...3 where count <= tokens.count {
        for first in 0...tokens.count - count {
          let span = tokens.span(first..<first + count)
          guard seen.insert(span).inserted else { continue }
          alone.insert(Array(tokens.content[Int(span.start)..<Int(span.end)]))
        }
      }
    }
    #expect(alone.count > 10_000)
    for text in alone {
      Self.check(text, pipeline)
      // As a headline there is a line end behind it, and no word.
      StageLaws.check(pipeline(Article(id: "cut", title: String(decoding: text, as: UTF8.self), text: "")))
    }
  }

  /// Tables hold words that no sample has: each of them ends a text, and starts one.
  @Test func everyWordOfTheTablesIsAnalysedAtBothEnds() throws {
    let pipeline = Pipeline(lexicon: try Examples.lexicon.get())
    let folder = Examples.root.appendingPathComponent("Data/ar")
    var words: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".tsv") {
      for line in try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8).split(separator: "\n") {
        if !line.hasPrefix("#"), let word = line.split(separator: "\t").last { words.insert(String(word)) }
      }
    }
    #expect(words.count > 4_000)
    for word in words {
      for text in [word, "في و" + word, "وزير " + word + " من"] { Self.check(text.utf8, pipeline) }
    }
  }

  @Test func outsideTheTextStandsNothing() throws {
    let tokens = Tokenizer(vocabulary: try Examples.lexicon.get().vocabulary)(Article(id: "two", text: "قال لافروف"))
    for index in [-2, -1, tokens.count, tokens.count + 1, Int.max, Int.min] {
      #expect(tokens[index].kind == .outside)
      #expect(tokens.word(index) == 0 && tokens.mark(index) == 0 && tokens.letter(index, 0) == 0)
      #expect(tokens.letters(index).isEmpty && tokens.sentence(of: index).isEmpty)
    }
    #expect(tokens.byte(-1) == 0 && tokens.byte(tokens.content.count) == 0)
    var map = TokenMap(count: 2, nothing: -1)
    map[5] = 3
    map[1] = 2
    #expect([-1, 0, 1, 2, 5].map { map[$0] } == [-1, -1, 2, -1, -1])
  }
}
