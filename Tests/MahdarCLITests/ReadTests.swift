import Foundation
import Testing

/// Articles as JSON Lines: `count` of them, made of the project's samples.
private func samples(_ count: Int) throws -> Data {
  let folder = Command.root.appendingPathComponent("Samples")
  let texts = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
    .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
  var lines = Data()
  for index in 0..<count {
    let article = ["id": "\(index)", "text": texts[index % texts.count], "published": "2020-12-06"]
    lines += try JSONSerialization.data(withJSONObject: article, options: .sortedKeys) + Data([0x0A])
  }
  return lines
}

@Test func oneWorkerAndSeveralPrintTheSameBytes() throws {
  let input = try samples(400)
  let first = try Command(["read", "-", "--format", "jsonl", "--jobs", "1"], input: input)
  #expect(first.status == 0)
  #expect(first.lines.count == 400)
  for jobs in ["1", "2", "2", "5"] {
    let run = try Command(["read", "-", "--format", "jsonl", "--jobs", jobs], input: input)
    #expect(run.output == first.output)
  }
}

@Test func inputsArePrintedInTheOrderGiven() throws {
  let run = try Command(["read", "Samples/samples.jsonl", "Samples", "--format", "jsonl", "--jobs", "2"])
  let ids = try run.lines.map {
    try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])["id"] as? String
  }
  #expect(ids.first == "sample-sahel")
  #expect(Array(ids.dropFirst(2)).compactMap { $0 }.first == "Samples/2014-04-08-sudan-talks.txt")
  // The folder holds samples.jsonl once more: it is read once.
  #expect(run.status == 0)
  #expect(Set(ids).count == ids.count)
}

@Test func spansAreCodePointsOfTheContent() throws {
  let run = try Command(["read", "-", "--format", "jsonl"], input: try samples(20))
  for line in run.lines {
    let analysis = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let id = try #require(analysis["id"] as? String)
    let article = try #require(
      try samples(20).split(separator: 0x0A).compactMap { try JSONSerialization.jsonObject(with: $0) as? [String: Any] }
        .first { $0["id"] as? String == id })
    let content = Array(try #require(article["text"] as? String).unicodeScalars)
    func words(_ span: Any?) -> String? {
      guard let span = span as? [Int], span.count == 2, span[0] <= span[1], span[1] <= content.count else { return nil }
      var words = String.UnicodeScalarView()
      words.append(contentsOf: content[span[0]..<span[1]])
      return String(words)
    }
    for (layer, text, span) in [
      ("statements", "text", "span"), ("dates", "text", "span"), ("contacts", "evidence", "evidenceSpan"),
    ] {
      for row in try #require(analysis[layer] as? [[String: Any]]) { #expect(row[text] as? String == words(row[span])) }
    }
    for contact in try #require(analysis["contacts"] as? [[String: Any]]) {
      for field in ["venue", "occasion"] where contact[field] is String {
        #expect(contact[field] as? String == words(contact[field + "Span"]))
      }
      if let place = contact["place"] as? [String: Any], place["resolved"] == nil {
        #expect(place["name"] as? String == words(place["span"]))
      }
      for source in try #require(contact["by"] as? [[String: Any]]) {
        #expect(source["name"] as? String == words(source["span"]))
      }
      for participant in try #require(contact["participants"] as? [[String: Any]]) {
        for span in try #require(participant["spans"] as? [[Int]]) { #expect(words(span) != nil) }
      }
    }
    #expect(analysis["remarks"] as? [String] == [])
  }
}

@Test func oneJSONArrayHoldsAllAnalyses() throws {
  let run = try Command(["read", "Samples/samples.jsonl", "Samples/README.md", "--input", "jsonl", "--format", "json"])
  let array = try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
  #expect(array.count > 2)
  #expect(array.first?["id"] as? String == "sample-sahel")
  let empty = try Command(["read", "-", "--format", "json"])
  #expect(empty.text.hasPrefix("["))
}

@Test func arabicIsIsolatedInTheTerminalView() throws {
  let run = try Command(["read", "Samples/2019-11-27-agency-dateline.txt", "--explain"])
  #expect(run.status == 0)
  for line in run.lines {
    #expect(line.unicodeScalars.count { $0.value == 0x2068 } == line.unicodeScalars.count { $0.value == 0x2069 })
    var depth = 0
    for scalar in line.unicodeScalars {
      if scalar.value == 0x2068 { depth += 1 }
      if scalar.value == 0x2069 { depth -= 1 }
      let isArabic = scalar.value >= 0x620 && scalar.value < 0x700
      #expect(!isArabic || depth == 1, "\(line)")
    }
    #expect(!line.contains("\u{1B}"))
  }
}

@Test func textInTheTerminalCarriesNoControls() throws {
  let text = "قال \u{1B}[31mالوزير\u{202E} محمد: \u{7}«نعم نحن هنا»"
  let run = try Command(["read", "-"], input: Data(text.utf8))
  for scalar in run.text.unicodeScalars {
    #expect(scalar.value >= 0x20 || scalar == "\n")
    #expect(scalar.value != 0x202E)
  }
}

@Test func linesFitTheWidth() throws {
  for options in [[], ["--explain"]] {
    let run = try Command(["read", "Samples/2023-07-06-many-sources.txt"] + options, environment: ["COLUMNS": "60"])
    #expect(run.lines.count > 20)
    for line in run.lines {
      let columns = line.unicodeScalars.count {
        $0.properties.generalCategory != .nonspacingMark && $0.properties.generalCategory != .format
      }
      #expect(columns <= 60, "\(line)")
    }
  }
}

@Test(arguments: [
  (["read", "-", "--published", "أمس"], "RFC 3339"), (["read", "-", "--jobs", "0"], "--jobs"), (["read"], "inputs"),
  (["read", "-", "--format", "xml"], "--format"), (["read", "-", "--data", "/nowhere"], "/nowhere"),
])
func wrongUsageIsAnError(_ arguments: [String], _ message: String) throws {
  let run = try Command(arguments)
  #expect(run.status == 2)
  #expect(run.errors.contains(message), "\(run.errors)")
  #expect(run.output.isEmpty)
}

@Test func readingStandardInputTellsTheFormatFromTheFirstBytes() throws {
  let line = try Command(["read", "-"], input: Data(#"{"id":"the-id","text":"نص"}"#.utf8))
  #expect(line.text.contains("the-id"))
  let page = try Command(["read", "-"], input: Data("<!doctype html><title>عنوان الصفحة</title><p>نص".utf8))
  #expect(page.text.contains("عنوان الصفحة"))
  #expect(!page.text.contains("<"))
}

@Test func oneArticleIsReadQuickly() throws {
  let start = ContinuousClock.now
  _ = try Command(["read", "Samples/2019-11-27-agency-dateline.txt"])
  // 150 ms are the aim, measured by `make bench` on a release build; this only catches what is far off.
  #expect(ContinuousClock.now - start < .seconds(3))
}

@Test func explainingShowsClausesAndWeights() throws {
  let text = "استقبل الرئيس الكيني نظيره المالطي في نيروبي.\n\nوتحدث الناس عن لقاء آخر."
  let lines = try Command(["read", "-", "--explain"], input: Data(text.utf8)).lines
  func has(_ label: String, _ words: String) -> Bool {
    lines.contains { line in line.contains(label) && words.split(separator: " ").allSatisfy { line.contains($0) } }
  }
  #expect(has("clause", "main استقبل"))
  #expect(has("clause", "in نيروبي"))
  #expect(has("score", "frame:receive"))
  #expect(has("NO CONTACT READ", "1"))
  #expect(has("clause", "noun لقاء"))
}
