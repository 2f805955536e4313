import Foundation
import Testing

/// What commands do when what they say can't be written.
struct UnwritableOutputTests {
  @Test func everyCommandTellsThatItsOutputIsLost() throws {
    let store = try HostileStore.shared.get()
    try expectLoss(of: store.questions(), "> /dev/full", "No space left on device")
    try expectLoss(of: store.fewQuestions(), ">&-", "it is closed")
  }

  private func expectLoss(of questions: [[String]], _ redirection: String, _ why: String) throws {
    for arguments in questions {
      let run = try Command(arguments, shell: "exec \"$0\" \"$@\" \(redirection)")
      #expect(run.status == 2, "\(arguments)")
      #expect(
        run.errors.hasSuffix("mahdar: standard output can't be written: \(why)\n"), "\(arguments): \(run.errors)")
      #expect(run.errors.components(separatedBy: "can't be written").count == 2, "told once")
    }
  }

  @Test(arguments: ["2>&-", "2>/dev/full"]) func errorsThatNobodyHearsChangeNothing(_ redirection: String) throws {
    let store = try HostileStore.shared.get()
    for arguments in store.fewQuestions() {
      let heard = try Command(arguments)
      let run = try Command(arguments, shell: "exec \"$0\" \"$@\" \(redirection)")
      #expect(run.status == heard.status && run.output == heard.output, "\(arguments)")
    }
    for arguments in try store.mistakes().suffix(6) {
      #expect(try Command(arguments, shell: "exec \"$0\" \"$@\" \(redirection)").status == 2, "\(arguments)")
    }
  }

  @Test func aReaderWhoHasEnoughEndsTheCommandQuietly() throws {
    // A parent may have set broken pipes to be passed over, as this one has.
    let shell = "exec env --default-signal=PIPE \"$0\" \"$@\""
    for arguments in try HostileStore.shared.get().fewQuestions() {
      let run = try Command(arguments, shell: shell, isUnread: true)
      #expect(run.status == 141, "\(arguments): \(run.status)")
      #expect(!run.errors.contains("written"), "\(arguments): \(run.errors)")
    }
  }

  @Test(arguments: ["1", "3"]) func aLongRunEndsWhenItsOutputDoes(_ jobs: String) throws {
    let line = #"{"id":"ID","text":"التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في أنقرة أمس."}"#
    let input = Data((0..<500).map { line.replacing("ID", with: "\($0)") + "\n" }.joined().utf8)
    for format in ["text", "json"] {
      let arguments = ["read", "-", "--input", "jsonl", "--format", format, "--jobs", jobs]
      #expect(try Command(arguments, input: input, shell: "exec \"$0\" \"$@\" > /dev/full").status == 2)
      #expect(try Command(arguments, input: input, isUnread: true).status == 141)
    }
  }

  @Test(arguments: ["> /dev/full", ">&-", ">&- 2>&-", "<&- >&- 2>&-", "2>&-"])
  func whatIsAddedIsSafeWhateverBecomesOfTheList(_ redirection: String) throws {
    let scratch = try Scratch()
    let store = scratch.url.appendingPathComponent("a.db").path
    let articles = (0..<30).map { "{\"id\":\"\($0)\",\"text\":\"التقى لافروف فيدان في أنقرة.\"}\n" }.joined()
    let file = try scratch.file("a.jsonl", Data(articles.utf8))
    let shell = "exec \"$0\" \"$@\" \(redirection)"
    let run = try Command(["add", file, "--list", "--batch", "7", "--store", store], shell: shell)
    #expect(run.status == (redirection == "2>&-" ? 0 : 2))
    // Nothing that was printed stands in the store.
    let check = "SELECT count(*), (SELECT * FROM pragma_integrity_check) FROM article"
    #expect(try Command(["sql", check, "--format", "csv", "--store", store]).text.hasSuffix("\r\n30,ok\r\n"))
  }
}
