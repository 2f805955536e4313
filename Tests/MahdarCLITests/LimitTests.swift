import Foundation
import Testing

/// Commands with little of what the system gives.
struct LimitTests {
  private static let line = Data(#"{"id":"a","text":"التقى لافروف فيدان في أنقرة أمس."}"#.utf8)

  @Test(arguments: ["9223372036854775807"]) func moreWorkersThanCanBeAreNoHarm(_ jobs: String) throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.jsonl", Self.line)
    let store = scratch.url.appendingPathComponent("a.db").path
    #expect(try Command(["read", file, "--jobs", jobs]).status == 0)
    #expect(try Command(["add", file, "--jobs", jobs, "--batch", jobs, "--store", store]).status == 0)
    for question in [
      ["contacts"], ["quotes"], ["search", "لافروف"], ["changes", "--since", "2000"], ["person", "RU"],
    ] {
      #expect(try Command(question + ["--limit", jobs, "--store", store]).status < 2, "\(question)")
    }
  }

  @Test(arguments: [4, 8, 31]) func tooFewFilesAreTold(_ count: Int) throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.jsonl", Self.line)
    let store = scratch.url.appendingPathComponent("a.db").path
    for arguments in [["read", file], ["add", file, "--store", store], ["contacts", "--store", store]] {
      let run = try Command(arguments, shell: "ulimit -n \(count); exec \"$0\" \"$@\"")
      #expect(run.status == 2)
      #expect(run.errors.contains("too few files may be open at once: \(count)"), "\(run.errors)")
    }
  }

  @Test func aLowLimitOfFilesIsRaisedWhereThatIsAllowed() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.jsonl", Self.line)
    let store = scratch.url.appendingPathComponent("a.db").path
    let run = try Command(["add", file, "--store", store], shell: "ulimit -S -n 8; exec \"$0\" \"$@\"")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func tooLittleMemoryIsTold() throws {
    // What the program takes before it begins is not known here: the limits go from less than that to enough.
    var told = 0
    for megabytes in stride(from: 60, through: 240, by: 30) {
      let shell = "ulimit -v \(megabytes * 1024); exec \"$0\" \"$@\""
      let run = try Command(["read", "-", "--format", "jsonl"], input: Self.line, shell: shell)
      if run.status == 127 { continue }
      #expect(run.status == 0 || run.status == 2, "\(megabytes) MB: \(run.status) \(run.errors)")
      if run.status == 2 {
        told += 1
        #expect(run.errors.contains("not enough memory"), "\(megabytes) MB: \(run.errors)")
      }
    }
    #expect(told > 0)
  }

  @Test func aFileThatMayNotGrowIsTold() throws {
    let scratch = try Scratch()
    let answer = scratch.url.appendingPathComponent("answer").path
    let run = try Command(["--help"], shell: "ulimit -f 0; exec \"$0\" \"$@\" > '\(answer)'")
    #expect(run.status == 2 && run.errors.contains("standard output can't be written"), "\(run.status) \(run.errors)")
  }
}
