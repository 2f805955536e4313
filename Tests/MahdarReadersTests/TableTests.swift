import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

struct TableTests {
  @Test func rowsAreArticles() throws {
    let table = """
      id,title,body,date,source,link,views\r
      7,عنوان,"قال «نعم»، ""ثم""\r
      سكت",2024-05-01,الشروق,http://a.example/7,12\r
      8,آخر,نص,2024-05-01,النهار,,\r

      """
    let run = try Reading.run(table.bytes, file: "table.csv")
    #expect(run.errors == [] && run.ids == ["7", "8"])
    let article = try #require(run.articles.first)
    #expect(article.text == "قال «نعم»، \"ثم\"\nسكت" && article.title == "عنوان" && article.published == "2024-05-01")
    #expect(article.outlet == "الشروق" && article.url == "http://a.example/7")
    #expect(String(decoding: article.carried, as: UTF8.self) == "\"views\":\"12\"")
    #expect(run.articles[1].published == "2024-05-01" && run.articles[1].url == nil && run.articles[1].carried == [])
    #expect(run.lines == [2, 3])
    #expect(
      run.notes == ["table.csv: text = body, title = title, published = date, outlet = source, url = link, id = id"])
  }

  @Test func rowsWithoutIDAreNamedByTheirNumber() throws {
    let run = try Reading.run("النص;العنوان\nأول;أ\n\nثان;ب\n".bytes, file: "table.csv")
    #expect(
      run.ids == ["table.csv#2", "table.csv#4"] || run.ids.map { $0.suffix(11) } == ["table.csv#2", "table.csv#4"])
    #expect(run.texts == ["أول", "ثان"] && run.articles.map(\.title) == ["أ", "ب"])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func separatorsAreGuessed(_ separator: String) throws {
    let table = [
      ["published_at", "article_text", "Source"], ["2024-05-01", "قال، نعم; ثم | سكت", "\"أ\(separator)ب\""],
    ]
    let lines = table.map { row in
      row.map { $0.contains(separator) && !$0.hasPrefix("\"") ? "\"\($0)\"" : $0 }.joined(separator: separator)
    }
    let run = try Reading.run(lines.joined(separator: "\n").bytes, file: separator == "\t" ? "t.tsv" : "t.csv")
    #expect(run.texts == ["قال، نعم; ثم | سكت"] && run.articles.first?.outlet == "أ\(separator)ب")
    #expect(run.articles.first?.published == "2024-05-01")
  }

  @Test func spreadsheetsAreRead() throws {
    let table = "sep=;\r\nالعنوان;نص الخبر;تاريخ النشر\r\nأ;\"سطر\r\nثان\";2024-05-01\r\n"
    let wide: [UInt8] = [0xFF, 0xFE] + table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let windows = table.unicodeScalars.compactMap { scalar in
      scalar.value < 0x80
        ? UInt8(scalar.value)
        : OneByteCharsets.windows1256.firstIndex(of: UInt16(scalar.value)).map { UInt8($0 + 0x80) }
    }
    for bytes in [wide, windows, [0xEF, 0xBB, 0xBF] + table.bytes] {
      let run = try Reading.run(bytes, file: "t.csv")
      #expect(run.texts == ["سطر\nثان"] && run.articles.first?.title == "أ" && run.errors == [])
      #expect(run.articles.first?.published == "2024-05-01")
    }
    #expect(try Reading.run(windows, file: "t.csv").articles.first?.remarks == ["read as windows-1256"])
  }

  @Test func columnsCanBeNamed() throws {
    let table = "a,b,text,Date parution\n1,نص,ملخص,2024-05-01\n".bytes
    let run = try Reading.run(table, file: "t.csv", mapping: FieldMapping(parsing: "text=B,id=a"))
    #expect(run.texts == ["نص"] && run.ids == ["1"] && run.articles.first?.published == "2024-05-01")
    #expect(String(decoding: run.articles.first?.carried ?? [], as: UTF8.self) == "\"text (3)\":\"ملخص\"")
    let wrong = try Reading.run(table, file: "t.csv", mapping: FieldMapping(parsing: "text=none"))
    #expect(
      wrong.errors.map(\.message) == ["has no column \"none\"; its columns: \"a\", \"b\", \"text\", \"Date parution\""])
  }

  @Test func tablesWithoutTextAreRefusedWithAWord() throws {
    let run = try Reading.run("name,age\nx,1\n".bytes, file: "t.csv")
    #expect(
      run.errors.map(\.message) == [
        "no column has the name of a text; its columns: \"name\", \"age\" (say which it is: --map text=NAME)"
      ])
    #expect(try Reading.run([], file: "t.csv").errors == [])
  }

  @Test(arguments: [
    ("text", "'text' is not FIELD=NAME, such as text=body"), ("text=", "'text=' is not FIELD=NAME, such as text=body"),
    ("body=text", "'body' is no field of an article: one of text, title, published, outlet, url, author, language, id"),
    ("text=a,text=b", "'text' is given twice"),
  ])
  func wrongMappingsAreTold(_ words: String, _ message: String) {
    #expect { try FieldMapping(parsing: words) } throws: { ($0 as? InputError)?.message == message }
  }

  @Test func quotationMarksThatAreNotClosedSwallowNothing() throws {
    let rows = (0..<100_000).map { "\($0),نص قصير من كلمات \($0)\n" }.joined()
    let run = try Reading.run("id,text\nopen,\"نص مفتوح\n\(rows)".bytes, file: "t.csv")
    #expect(run.errors.count == 1 && run.errors.first?.line == 2)
    #expect(run.errors.first?.message.contains("not closed") == true)
    #expect(run.articles.count == 100_000 && run.lines.last == 100_002)
    let end = try Reading.run("id,text\n1,نص\n2,\"نص مفتوح\n".bytes, file: "t.csv")
    #expect(end.ids == ["1"] && end.errors.map(\.line) == [3])
  }

  @Test func quotationMarksWithinFieldsStandForThemselves() throws {
    let run = try Reading.run("id,text\n1,\"قال \"نعم\" ثم سكت\"\n2,قال \"نعم\"\n".bytes, file: "t.csv")
    #expect(run.texts == ["قال \"نعم\" ثم سكت", "قال \"نعم\""])
  }

  @Test func rowsThatCantBeReadAreErrorsWithTheirNumber() throws {
    let long = String(repeating: "a", count: Limits.row + 100)
    let run = try Reading.run(
      "id,text\n1,نص,باق\n2,\(long)\n3,\n4,نص\u{0}ثان,,,\n,نص\n".bytes, file: "t.csv")
    #expect(run.errors.map(\.line) == [2, 3, 4])
    #expect(run.errors.map(\.code) == [.badField, .tooLong, .missingField])
    #expect(run.texts == ["نص\u{FFFD}ثان", "نص"] && run.ids.last?.hasSuffix("t.csv#6") == true)
  }

  @Test func tablesAreReadInBoundedMemory() throws {
    let rows = (0..<100_000).map { "\($0),\"نص \($0)\"\n" }.joined()
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString).csv.gz")
    try Data(Packed.gzip("id,text\n\(rows)".bytes)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var queue = InputQueue([file.path])
    var (count, largest) = (0, 0)
    while let piece = queue.next() {
      guard case .lines(let batch) = piece else { continue }
      count += batch.lines.count
      largest = max(largest, batch.bytes.count)
    }
    #expect(count == 100_000 && largest < 2 * Limits.batch)
  }

  /// Each mark could have the rest of the table looked at anew.
  @Test func brokenTablesTakeTimeByTheirLengthAlone() throws {
    let start = ContinuousClock.now
    for line in ["\"a\n", "\"\n", "\"\"\"\n", ",\"x\n", "\"\r"] {
      let run = try Reading.run(
        "text,id\n".bytes + Array(repeatElement(line.bytes, count: 100_000).joined()), file: "t.csv")
      #expect(run.articles.count + run.errors.count > 0, "\(line)")
    }
    _ = try Reading.run("text,id\n".bytes + [UInt8](repeating: 0x2C, count: 3 << 20), file: "t.csv")
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
