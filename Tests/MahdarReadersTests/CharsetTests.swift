import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

private let sentence = "قال وزير الخارجية إنه يؤيد «الحوار»، وأضاف: هل من جديد؟"

private func bytes(_ text: String, _ charset: Charset) -> [UInt8]? { Encoding.bytes(text, charset) }

@Test(arguments: [Charset.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1256])
func charsetsAreDetectedAndDecoded(_ charset: Charset) throws {
  let encoded = try #require(bytes(sentence, charset))
  encoded.withUnsafeBufferPointer {
    #expect(Charset(detecting: $0) == charset)
    #expect(charset.decode($0) == sentence)
  }
}

@Test func isoIsToldFromWindows() throws {
  let plain = sentence.filter { $0 != "«" && $0 != "»" }
  try #require(bytes(plain, .iso88596)).withUnsafeBufferPointer {
    #expect(Charset(detecting: $0) == .iso88596)
    #expect(Charset.iso88596.decode($0) == plain)
  }
}

@Test func byteOrderMarksAreTakenOff() throws {
  for (mark, charset) in [
    ([0xEF, 0xBB, 0xBF], Charset.utf8), ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
  ]
    as [([UInt8], Charset)]
  {
    (mark + (try #require(bytes(sentence, charset)))).withUnsafeBufferPointer {
      #expect(Charset(detecting: $0) == charset)
      #expect(charset.decode($0) == sentence)
    }
  }
}

@Test func aFewBrokenBytesLeaveItUTF8() {
  let broken = Array(sentence.utf8) + [0xFF, 0xD9]
  broken.withUnsafeBufferPointer {
    #expect(Charset(detecting: $0) == .utf8)
    #expect(Charset.utf8.decode($0).hasPrefix(sentence))
  }
}

@Test(arguments: [Charset.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1256])
func jsonLinesComeInAnyCharset(_ charset: Charset) throws {
  let lines = (0..<2000).map { "{\"id\":\"\($0)\",\"text\":\"\(sentence)\"}\n" }.joined()
  let articles = try Reading.articles(try #require(bytes(lines, charset)), file: "articles.jsonl")
  #expect(articles.count == 2000)
  for (index, article) in articles.enumerated() {
    let article = try article.get()
    #expect(article.id == "\(index)")
    #expect(article.text == sentence)
  }
}
