import Foundation
import Testing

/// What is said of a path where no store can be.
struct StorePathTests {
  private static let commands = [["contacts"], ["add", "Samples/2014-04-08-sudan-talks.txt"], ["note", "c1", "x"]]

  private func expect(_ path: String, _ words: String, in command: [String], as shell: String? = nil) throws {
    let run = try Command(command + ["--store", path], shell: shell)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("mahdar: \(path): ") && run.errors.contains(words), "\(command): \(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(!run.errors.contains("SQLite"), "\(run.errors)")
  }

  @Test func whatIsNoFileIsTold() throws {
    let scratch = try Scratch()
    let folder = scratch.url.path
    let text = try scratch.file("text.txt", Data("hello".utf8))
    let pipe = folder + "/pipe"
    mkfifo(pipe, 0o600)
    for command in Self.commands {
      try expect(folder, "is a folder, and a store is a file (such as --store \(folder)/mahdar.db)", in: command)
      try expect(text, "is no store of mahdar", in: command)
      try expect(pipe, "is no ordinary file", in: command)
      try expect("/dev/null", "is no ordinary file", in: command)
      try expect(text + "/a.db", "there is no folder \(text)", in: command)
      try expect(folder + "/" + String(repeating: "n", count: 300), "is no name that a file can have", in: command)
    }
    try expect(folder + "/none/a.db", "there is no folder \(folder)/none (make it", in: Self.commands[1])
    try expect(folder + "/none/a.db", "no store here", in: Self.commands[0])
  }

  @Test func namesThatSQLiteKnowsAreNamesOfFiles() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.txt", Data("التقى لافروف فيدان في أنقرة.".utf8))
    for name in [":memory:", "file:a.db?mode=memory"] {
      let shell = "cd '\(scratch.url.path)' && exec \"$0\" \"$@\""
      let data = ["--data", Command.root.appendingPathComponent("Data").path]
      #expect(try Command(["add", file, "--store", name] + data, shell: shell).status == 0)
      #expect(FileManager.default.fileExists(atPath: scratch.url.path + "/" + name))
    }
    #expect(try Command(["contacts", "--store", ""]).errors.contains("--store needs the path of a file"))
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read all")) func whatMayNotBeReadOrWrittenIsTold() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.db", Data())
    chmod(file, 0)
    for command in Self.commands { try expect(file, "may not be read", in: command) }
    chmod(scratch.url.path, 0o500)
    defer { chmod(scratch.url.path, 0o700) }
    try expect(scratch.url.path + "/b.db", "can't be written to", in: Self.commands[1])
  }

  @Test func whatIsDamagedIsToldInOurWords() throws {
    let scratch = try Scratch()
    let store = scratch.url.appendingPathComponent("a.db").path
    let lines = (0..<200).map {
      "{\"id\":\"\($0)\",\"text\":\"التقى لافروف فيدان في أنقرة يوم \($0 % 27 + 1) مايو 2020.\"}\n"
    }
    #expect(try Command(["add", scratch.file("a.jsonl", Data(lines.joined().utf8)), "--store", store]).status == 0)
    // The head is kept, so that it still looks like a store.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: store))
    for index in 4096..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
    try bytes.write(to: URL(fileURLWithPath: store))
    for command in [["contacts"], ["sql", "SELECT * FROM article"], ["quotes"]] {
      let run = try Command(command + ["--store", store])
      #expect(run.status == 2)
      #expect(run.errors.contains("is damaged") || run.errors.contains("could not be used"), "\(run.errors)")
      #expect(!run.errors.contains("malformed") && !run.errors.contains("error"), "\(run.errors)")
    }
  }
}
