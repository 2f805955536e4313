import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

struct WARCTests {
  private static func page(_ words: String) -> String {
    "<html><head><title>\(words)</title><script>var a='the of and';</script></head><body><article><p>\(words). "
      + "\(words).</p></article></body></html>"
  }

  private static let arabic = page("قال وزير الخارجية في حديث له إن المباحثات التي جرت أمس كانت مثمرة")
  private static let english = page("The minister said that the talks of yesterday were fruitful")

  /// A record of a crawl.
  private static func record(
    _ block: [UInt8], type: String = "response", url: String? = "http://a.example/1",
    kind: String = "application/http; msgtype=response", length: Int? = nil, version: String = "1.0"
  ) -> [UInt8] {
    let head =
      "WARC/\(version)\r\nWARC-Type: \(type)\r\n" + (url.map { "WARC-Target-URI: \($0)\r\n" } ?? "")
      + "WARC-Date: 2024-05-01T10:00:00Z\r\nContent-Type: \(kind)\r\nContent-Length: \(length ?? block.count)\r\n\r\n"
    return head.bytes + block + "\r\n\r\n".bytes
  }

  private static func answer(_ body: [UInt8], status: String = "200 OK", _ fields: String...) -> [UInt8] {
    let fields = fields.isEmpty ? ["Content-Type: text/html; charset=utf-8"] : fields
    return "HTTP/1.1 \(status)\r\n\(fields.joined(separator: "\r\n"))\r\n\r\n".bytes + body
  }

  private static func pages(_ count: Int) -> [[UInt8]] {
    (0..<count).map { record(answer(arabic.bytes), url: "http://a.example/\($0)") }
  }

  @Test func pagesAreReadWithWhatIsKnownOfThem() throws {
    let bytes =
      Self.record("software: x\r\n".bytes, type: "warcinfo", url: nil, kind: "application/warc-fields")
      + Self.record(Self.answer(Self.arabic.bytes), url: "<http://a.example/1>", version: "1.1")
    for (name, bytes) in [
      ("crawl.warc", bytes), ("crawl.warc.gz", Packed.gzip(bytes)), ("crawl", bytes), ("crawl.html", bytes),
    ] {
      let run = try Reading.run(bytes, file: name)
      #expect(run.ids == ["http://a.example/1"] && run.errors == [], "\(name)")
      let article = try #require(run.articles.first)
      #expect(article.url == "http://a.example/1" && article.published == nil)
      #expect(String(decoding: article.carried, as: UTF8.self) == "\"fetched\":\"2024-05-01T10:00:00Z\"")
      #expect(article.text.contains("قال وزير الخارجية"))
      #expect(run.lines == [2])
    }
  }

  @Test func recordsArePackedOneByOne() throws {
    let bytes = Array(Self.pages(50).map(Packed.gzip).joined())
    #expect(try Reading.run(bytes, file: "crawl.warc.gz").ids == (0..<50).map { "http://a.example/\($0)" })
  }

  @Test func whatIsNoArabicPageIsCounted() throws {
    let records = [
      Self.record(Self.answer(Self.english.bytes)),
      Self.record(Self.answer(Self.arabic.bytes, status: "404 Not Found")),
      Self.record(Self.answer([0, 1, 2], "Content-Type: image/png")), Self.record([], type: "revisit"),
      Self.record("GET / HTTP/1.1\r\n\r\n".bytes, type: "request"),
      Self.record(Self.answer(Self.arabic.bytes, "Content-Type: text/html", "Content-Encoding: br")),
      Self.record(Self.answer([0x0B, 1, 2, 3], "Content-Type: text/html", "Content-Encoding: br")),
      Self.record(Self.answer(Self.arabic.bytes)),
    ]
    let run = try Reading.run(Array(records.joined()), file: "crawl.warc")
    #expect(run.articles.count == 1 && run.errors == [])
    var expected = PassedOver()
    (expected.otherLanguages, expected.withoutPage, expected.encodings, expected.repeated) = (1, 3, 1, 1)
    #expect(run.passedOver == expected)
    #expect(
      run.passedOver.description == """
        1 page in another language, 3 records without a page, 1 page fetched again, \
        1 page in an encoding that can't be unpacked
        """)
    #expect(run.passedOver.json.contains("\"languages\":1,\"pageless\":3"))
  }

  @Test func resourcesAndTextsAreRead() throws {
    let text = "قال وزير الخارجية إن المباحثات التي جرت أمس كانت مثمرة وقال إن الوفد غادر في يوم واحد"
    let records = [
      Self.record(Self.arabic.bytes, type: "resource", url: "http://a.example/1", kind: "text/html"),
      Self.record(text.bytes, type: "conversion", url: "http://a.example/2", kind: "text/plain"),
      Self.record(text.bytes, type: "conversion", url: nil, kind: "text/plain"),
    ]
    let run = try Reading.run(Array(records.joined()), file: "crawl.warc.wet")
    #expect(run.articles.count == 3 && run.texts[1] == text)
    #expect(run.ids == ["http://a.example/1", "http://a.example/2", "crawl.warc.wet#3"] || run.ids[2].hasSuffix("#3"))
  }

  @Test func bodiesAreJoinedAndUnpacked() throws {
    func chunked(_ bytes: [UInt8]) -> [UInt8] {
      let pieces = stride(from: 0, to: bytes.count, by: 100).map { Array(bytes[$0..<min(bytes.count, $0 + 100)]) }
      return pieces.flatMap { "\(String($0.count, radix: 16));x=y\r\n".bytes + $0 + "\r\n".bytes } + "0\r\n\r\n".bytes
    }
    let html = "Content-Type: text/html"
    let body = Self.arabic.bytes
    let answers = [
      Self.answer(chunked(body), html, "Transfer-Encoding: chunked"),
      Self.answer(chunked(Packed.gzip(body)), html, "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
      Self.answer(Packed.gzip(body), html, "content-encoding:  x-gzip"),
      Self.answer(Packed.zlib(body), html, "Content-Encoding: deflate"),
      Self.answer(Packed.bare(body), html, "Content-Encoding: deflate"),
      // The crawler has unpacked them and left the fields.
      Self.answer(body, html, "Transfer-Encoding: chunked"), Self.answer(body, html, "Content-Encoding: gzip"),
      Self.answer(body, html, "Content-Encoding: br"),
      // Cut off within a chunk, and within gzip data.
      Self.answer(Array(chunked(body).dropLast(60)), html, "Transfer-Encoding: chunked"),
      Self.answer(Array(Packed.gzip(body).dropLast(10)), html, "Content-Encoding: gzip"),
    ]
    let records = answers.enumerated().map { Self.record($1, url: "http://a.example/\($0)") }
    let run = try Reading.run(Array(records.joined()), file: "crawl.warc")
    #expect(run.ids == answers.indices.map { "http://a.example/\($0)" } && run.errors == [])
    #expect(Set(run.texts.prefix(8)).count == 1)
  }

  @Test func wrongLengthsAreMended() throws {
    let body = Self.answer(Self.arabic.bytes)
    for length in [body.count - 100, body.count + 40, body.count + 5000, 0, 1 << 40, .max] {
      let bytes =
        Self.record(body, url: "http://a.example/1", length: length)
        + Array((2..<6).map { Self.record(body, url: "http://a.example/\($0)") }.joined())
      let run = try Reading.run(bytes, file: "crawl.warc")
      #expect(run.ids.suffix(4) == (2..<6).map { "http://a.example/\($0)" }, "\(length)")
      #expect(run.errors == [] && (run.articles.count == 5 || run.passedOver.tooLong == 1), "\(length)")
    }
  }

  @Test func whatIsCutOffIsToldOnce() throws {
    let bytes = Array(Self.pages(5).joined())
    for count in [bytes.count - 200, bytes.count - Self.pages(1)[0].count + 30] {
      let run = try Reading.run(Array(bytes.prefix(count)), file: "crawl.warc")
      #expect(run.articles.count == 4 && run.errors.count == 1)
      #expect(run.errors.first?.message == "cut off in the middle of record 5: what stands before was read")
      #expect(run.errors.first?.line == 5)
    }
    let packed = Array(Self.pages(5).map(Packed.gzip).joined())
    let run = try Reading.run(packed.dropLast(20), file: "crawl.warc.gz")
    #expect(run.articles.count == 4 && run.errors.count == 1)
    #expect(run.errors.first?.message.contains("cut off") == true)
  }

  @Test func behindABrokenPlaceThePackedRecordsGoOn() throws {
    var records = Self.pages(9).map(Packed.gzip)
    records[4][20] ^= 0xFF
    records[4][21] ^= 0xFF
    let run = try Reading.run(Array(records.joined()), file: "crawl.warc.gz")
    #expect(run.errors.count == 1)
    #expect(run.ids.suffix(4) == (5..<9).map { "http://a.example/\($0)" })
  }

  @Test func recordsThatAreTooLongAreCounted() throws {
    let long = Self.record(Self.answer([UInt8](repeating: 0x61, count: Limits.input + 1)), url: "http://a.example/long")
    let run = try Reading.run(long + Self.pages(1)[0], file: "crawl.warc")
    #expect(run.ids == ["http://a.example/0"] && run.passedOver.tooLong == 1 && run.errors == [])
    let bomb = Self.answer(
      Packed.gzip([UInt8](repeating: 0x20, count: Limits.input + 1)), "Content-Type: text/html",
      "Content-Encoding: gzip")
    let packed = try Reading.run(Self.record(bomb) + Self.pages(1)[0], file: "crawl.warc")
    #expect(packed.ids == ["http://a.example/0"] && packed.passedOver.tooLong == 1)
  }

  @Test func whatIsNoCrawlIsTold() throws {
    let run = try Reading.run("نص".bytes, file: "a.txt", format: .warc)
    #expect(run.errors.map(\.code) == [.unreadable])
    #expect(try Reading.run("نص".bytes, file: "a.warc").texts == ["نص"])
  }

  /// The longest way between two heads is gone once.
  @Test func brokenCrawlsTakeTimeByTheirLengthAlone() throws {
    let heads = Array(repeatElement("WARC/1.0\r\nContent-Length: 9999999\r\n\r\nWARC/".bytes, count: 200_000).joined())
    let start = ContinuousClock.now
    _ = try Reading.run(heads, file: "crawl.warc")
    _ = try Reading.run(Array(repeatElement("WARC/1.0\r\n".bytes, count: 400_000).joined()), file: "crawl.warc")
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
