import Foundation
import Testing

/// An input that means no good, and what `mahdar read` says to it.
struct HostileInput: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: @Sendable () -> Data
  /// Exit statuses that are right.
  var statuses: Set<Int32>
  /// The error codes on standard output, in order; nil for an analysis.
  var codes: [String?]
  /// How the input is handed in: a file of this name, or standard input.
  var file: String?

  var testDescription: String { name }

  init(
    _ name: String, _ statuses: Set<Int32>, _ codes: [String?], file: String? = nil,
    _ bytes: @escaping @Sendable () -> Data
  ) {
    self.name = name
    self.bytes = bytes
    self.statuses = statuses
    self.codes = codes
    self.file = file
  }

  init(_ name: String, _ statuses: Set<Int32>, _ codes: [String?], file: String? = nil, _ text: String) {
    self.init(name, statuses, codes, file: file) { Data(text.utf8) }
  }

  static let table: [HostileInput] = [
    HostileInput("empty", [1], [], ""),
    HostileInput("empty file", [1], [nil], file: "a.txt", ""),
    HostileInput("empty page", [2], ["empty"], file: "a.html", ""),
    HostileInput("empty JSON", [2], ["not-json"], file: "a.json", ""),
    HostileInput("only spaces", [1], [], "  \t \n   \r\n\n "),
    HostileInput("only spaces in a file", [1], [nil], file: "a.txt", "  \t \n   \r\n\n "),
    HostileInput("one line of 50 MB", [2], ["too-long", nil]) {
      Data("{\"id\":\"a\",\"text\":\"".utf8) + Data(repeating: 0x61, count: 50_000_000)
        + Data("\"}\n{\"id\":\"b\",\"text\":\"\"}".utf8)
    },
    HostileInput("one line of 50 MB without an end", [2], ["too-long"]) { Data(repeating: 0x7B, count: 50_000_000) },
    HostileInput("a text file of one line of 50 MB", [2], ["too-long"], file: "a.txt") {
      Data(repeating: 0x61, count: 50_000_000)
    },
    HostileInput("a page of 50 MB", [2], ["too-long"], file: "a.html") { Data(repeating: 0x3C, count: 50_000_000) },
    HostileInput("a million opening quotes", [0, 1], [nil], file: "a.txt") {
      Data(String(repeating: "«", count: 1_000_000).utf8)
    },
    HostileInput("400,000 opening quotes with words", [0, 1], [nil], file: "a.txt") {
      Data(String(repeating: "«ق ", count: 400_000).utf8)
    },
    HostileInput("half a million straight quotes", [0, 1], [nil], file: "a.txt") {
      Data(String(repeating: "\"ق ", count: 500_000).utf8)
    },
    HostileInput("a million brackets", [0, 1], [nil], file: "a.txt") {
      Data(String(repeating: "(", count: 1_000_000).utf8)
    },
    HostileInput("a million empty lines", [1], [nil], file: "a.txt", String(repeating: "\n", count: 1_000_000)),
    HostileInput(
      "an article beyond the limit", [2], ["too-long"], file: "a.txt", String(repeating: "قال ", count: 400_000)),
    HostileInput("a word of a million letters", [0, 1], [nil], file: "a.txt") {
      Data(String(repeating: "ق", count: 1_000_000).utf8)
    },
    HostileInput("a million vowel marks", [0, 1], [nil], file: "a.txt") {
      Data(String(repeating: "\u{064E}", count: 1_000_000).utf8)
    },
    HostileInput("a sentence of 200,000 names", [0, 1], [nil], file: "a.txt") {
      Data(String(repeating: "محمد ", count: 200_000).utf8)
    },
    HostileInput("a sentence of 30,000 contacts", [0, 1], [nil], file: "a.txt") {
      Data(String(repeating: "التقى لافروف بومبيو في موسكو أمس ", count: 30_000).utf8)
    },
    HostileInput("deep nesting of JSON", [2], ["too-deep", nil]) {
      Data("{\"id\":\"a\",\"x\":\(String(repeating: "[", count: 1_000_000))\n{\"id\":\"b\",\"text\":\"\"}".utf8)
    },
    HostileInput("deep nesting of a page", [2], ["empty"], file: "a.html") {
      Data(String(repeating: "<div><p>", count: 500_000).utf8)
    },
    HostileInput("deep nesting of structured data", [2], ["empty"], file: "a.html") {
      Data("<script type='application/ld+json'>\(String(repeating: "{\"a\":", count: 500_000))</script>".utf8)
    },
    HostileInput("invalid UTF-8", [0], [nil, nil]) {
      Data("{\"id\":\"a\",\"text\":\"قال الوزير إن هذا ليس ".utf8) + Data([0xFF, 0xC3, 0x28])
        + Data("\"}\n{\"id\":\"b\",\"text\":\"\"}".utf8)
    },
    HostileInput("random bytes", [2], ["unreadable"], file: "a.txt") {
      var state: UInt64 = 1
      return Data(
        (0..<1_000_000).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return UInt8(truncatingIfNeeded: state >> 56)
        })
    },
    HostileInput(
      "lone surrogates", [1], [nil, nil, nil],
      #"{"id":"a","text":"\ud800"}\#n{"id":"b","text":"\udfff\ud800"}\#n{"id":"c","text":""}"#),
    HostileInput("a lone surrogate in an id", [1], [nil], #"{"id":"\ud800","text":""}"#),
    HostileInput("escaped NULs", [1], [nil], #"{"id":"a\u0000","title":"\u0000","text":"\u0000ق\u0000"}"#),
    HostileInput(
      "raw NULs in JSON", [2], ["not-json", nil], "{\"id\":\"a\",\"text\":\"\0\"}\n{\"id\":\"b\",\"text\":\"\"}"),
    HostileInput("a file of NULs", [2], ["unreadable"], file: "a.txt") { Data(repeating: 0, count: 1_000_000) },
    HostileInput(
      "lines that are no objects", [2], ["not-object", "not-object", "not-json", nil],
      "[1]\n\"a\"\nnonsense\n{\"id\":\"a\",\"text\":\"\"}"),
    HostileInput(
      "duplicate ids", [2], [nil, nil, "duplicate-id"],
      "{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"b\",\"text\":\"\"}\n{\"id\":\"a\",\"text\":\"\"}"),
    HostileInput(
      "ids that are none", [2], ["bad-field", "bad-field", "bad-field", nil],
      """
      {"id":"","text":""}
      {"id":" \\u200e","text":""}
      {"id":"\(String(repeating: "a", count: 5000))","text":""}
      {"id":"a","text":""}
      """),
    HostileInput(
      "published that is no date", [1], [nil, nil],
      "{\"id\":\"a\",\"text\":\"\",\"published\":\"أمس\"}\n{\"id\":\"b\",\"text\":\"\",\"published\":\"9999-99-99\"}"),
    HostileInput(
      "published that is no string", [2], ["bad-field"], "{\"id\":\"a\",\"text\":\"\",\"published\":true}"),
    HostileInput(
      "dates beyond the calendar", [0, 1], [nil, nil],
      """
      {"id":"a","text":"قال إنه سيزور موسكو غدا والأسبوع المقبل والعام القادم","published":"9999-12-31"}
      {"id":"b","text":"أمس والأسبوع الماضي والعام الماضي وقبل مئة عام","published":"0001-01-01"}
      """),
    HostileInput(
      "numbers beyond counting", [0, 1], [nil],
      #"{"id":"a","text":"بعد 99999999999999999999 يوما و999999999999 عاما في 12/99999999999/2019","published":"2019-12-07"}"#
    ),
  ]
}

@Test(arguments: HostileInput.table)
func hostileInputIsAnsweredInItsPlace(_ hostile: HostileInput) throws {
  let scratch = try Scratch()
  let bytes = hostile.bytes()
  let start = ContinuousClock.now
  let run =
    if let file = hostile.file {
      try Command(["read", scratch.file(file, bytes), "--format", "jsonl"])
    } else {
      try Command(["read", "-", "--format", "jsonl"], input: bytes)
    }
  #expect(hostile.statuses.contains(run.status), "\(run.status): \(run.errors)")
  try #require(run.lines.count == hostile.codes.count, "\(run.text.prefix(2000))")
  for (line, code) in zip(run.lines, hostile.codes) {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let error = object["error"] as? [String: Any]
    #expect(error?["code"] as? String == code)
    #expect((error == nil) != ((error?["message"] as? String)?.isEmpty == false))
  }
  #expect(ContinuousClock.now - start < .seconds(20))
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
  #expect(usage.ru_maxrss < 500_000, "the largest process so far took \(usage.ru_maxrss) KB")
}

@Test func foldersWithoutRightsAndFilesThatVanishedAreErrors() throws {
  let scratch = try Scratch()
  let kept = try scratch.file("kept.txt", Data("نص".utf8))
  let closed = scratch.url.appendingPathComponent("closed").path
  try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: true)
  #expect(chmod(closed, 0) == 0)
  defer { chmod(closed, 0o700) }
  let gone = scratch.url.appendingPathComponent("gone.txt").path
  let run = try Command(["read", gone, closed, kept, "--format", "jsonl"])
  #expect(run.status == 2)
  #expect(run.lines.first?.contains("\"unreadable\"") == true)
  #expect(run.lines.last?.contains("\"contacts\":[]") == true)
  // The superuser may read any folder.
  #expect(run.lines.count == (getuid() == 0 ? 2 : 3))
}

@Test func linksToFilesThatVanishedArePassedOver() throws {
  let scratch = try Scratch()
  _ = try scratch.file("a.txt", Data("نص".utf8))
  try FileManager.default.createSymbolicLink(
    at: scratch.url.appendingPathComponent("b.txt"), withDestinationURL: scratch.url.appendingPathComponent("gone"))
  let run = try Command(["read", scratch.url.path, "--format", "jsonl"])
  #expect(run.status == 1)
  #expect(run.lines.count == 1)
}
