import Foundation
import Testing

/// What `mahdar add` tells of articles that it takes.
struct AddMessagesTests {
  private let scratch: Scratch
  private let store: String

  init() throws {
    scratch = try Scratch()
    store = scratch.url.appendingPathComponent("a.db").path
  }

  private func add(_ inputs: String..., from folder: String? = nil) throws -> Command {
    try Command(
      ["add"] + inputs + ["--store", store], shell: folder.map { "cd '\($0)' && exec \"$0\" \"$@\"" })
  }

  private func keys() throws -> [String] {
    try Command(["sql", "SELECT key FROM current_article ORDER BY key", "--format", "csv", "--store", store]).text
      .split(whereSeparator: \.isNewline).dropFirst().map(String.init)
  }

  private func line(_ id: String, _ text: String, _ outlet: String) -> Data {
    Data((#"{"id":"\#(id)","text":"\#(text)","outlet":"\#(outlet)"}"# + "\n").utf8)
  }

  @Test(arguments: [
    "Fri, 08 Mar 2019 23:30:00 +0300", "08/03/2019", "8.3.2019", "٨ آذار ٢٠١٩", "الجمعة 8 مارس/آذار 2019",
    "March 8, 2019",
    "Mar 8, 2019, 10:15 AM", "Fri Mar 08 10:15:00 +0000 2019", "2019/03/08", "1 رجب 1440", "1552040100", "١٥٥٢٠٤٠١٠٠",
  ])
  func datesOfPublicationAreReadInTheirForms(_ date: String) throws {
    let file = try scratch.file("a.jsonl", Data(#"{"id":"a","text":"خبر","published":"\#(date)"}"#.utf8))
    let read = try Command(["read", file, "--format", "jsonl"])
    #expect(read.text.contains(#""published":"2019-03-08"#), "\(read.text)")
  }

  @Test func dayThatCannotBeReadIsToldWithItsPlace() throws {
    let file = try scratch.file(
      "a.jsonl",
      Data(#"{"id":"a","text":"خبر"}"#.utf8) + Data("\n".utf8)
        + Data(#"{"id":"b","text":"خبر","published":"قبل أيام"}"#.utf8))
    let run = try add(file)
    #expect(run.status == 0)
    #expect(run.errors.contains("mahdar: warning: \(file), line 2, 'b': published \"قبل أيام\" tells no day"))
  }

  @Test func oneIdInTwoFilesIsTold() throws {
    let first = try scratch.file("first.jsonl", line("7", "زار الوزير المعرض", "الشروق"))
    #expect(try add(first).errors.contains("warning") == false)
    let second = try scratch.file("second.jsonl", line("7", "افتتح السفير الندوة", "النهار"))
    let run = try add(second)
    #expect(run.status == 0)
    #expect(run.errors.contains("second.jsonl, line 1, '7': replaces another text of the same id, from /"))
    #expect(run.errors.contains("first.jsonl, line 1, of الشروق"))
    let both = try add(first, second)
    #expect(
      both.errors.contains(
        "second.jsonl, line 1, '7': an earlier article of this run has the id \"7\" (\(first), line 1)"))
  }

  @Test func aTextThatItsFileChangedIsNotWarnedOf() throws {
    let file = try scratch.file("a.jsonl", line("7", "زار الوزير المعرض", "الشروق"))
    _ = try add(file)
    _ = try scratch.file("a.jsonl", line("7", "زار الوزير المعرض مساء", "الشروق"))
    let run = try add(file)
    #expect(run.errors.contains("1 changed") && !run.errors.contains("warning"))
  }

  @Test func aFileIsOneArticleByWhateverPath() throws {
    let file = try scratch.file("2019-03-08-visit.txt", Data("زار الوزير المعرض".utf8))
    let folder = scratch.url.path
    let link = scratch.url.appendingPathComponent("link.txt")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: URL(fileURLWithPath: file))
    #expect(try add("2019-03-08-visit.txt", from: folder).status == 0)
    for path in ["./2019-03-08-visit.txt", "../\(scratch.url.lastPathComponent)/2019-03-08-visit.txt", link.path, file]
    {
      #expect(try add(path, from: folder).errors.contains("1 already there"), "\(path)")
    }
    #expect(try keys() == ["2019-03-08-visit.txt"])
    // A changed text keeps its id, too.
    _ = try scratch.file("2019-03-08-visit.txt", Data("زار الوزير المعرض والمتحف".utf8))
    #expect(try add(file).errors.contains("1 changed"))
    #expect(try keys() == ["2019-03-08-visit.txt"])
  }

  @Test(arguments: [
    ["person", ""], ["search", " "], ["contacts", "--with", ""], ["ask", ""], ["quotes", "--by", " "],
  ])
  func whatIsEmptyIsToldAsSuch(_ arguments: [String]) throws {
    _ = try add(scratch.file("a.jsonl", line("a", "خبر", "الشروق")))
    let run = try Command(arguments + ["--store", store])
    #expect(run.status == 2 && run.errors.contains("must hold a word, this one is empty"), "\(run.errors)")
  }

  @Test func queriesWithoutTheirValuesAreTold() throws {
    _ = try add(scratch.file("a.jsonl", line("a", "خبر", "الشروق")))
    let run = try Command(["sql", "SELECT ?", "--store", store])
    #expect(run.status == 2 && run.errors.contains("write the values"))
  }
}
