import Testing

/// The command has one way to standard output and one to standard error, which know what to do when they can't be written.
struct OutputPathTests {
  private static let others: Set<String> = [
    "FileHandle", "fputs", "puts", "printf", "fprintf", "putc", "putchar", "fwrite", "stdout", "stderr", "NSLog",
    "dump",
  ]

  @Test func nothingIsPrintedAnyOtherWay() throws {
    for file in Project.files("Sources/MahdarCLI", ".swift") {
      let code = SwiftSource.code(try Project.text(file))
      let found = SwiftSource.words(code).intersection(Self.others)
      #expect(found.isEmpty, "\(file): \(found.sorted())")
      #expect(!code.contains("Swift.print"), "\(file)")
    }
  }

  @Test func noOtherTargetPrints() throws {
    for folder in ["Sources/Mahdar", "Sources/MahdarReaders", "Sources/MahdarStore"] {
      for file in Project.files(folder, ".swift") {
        let code = SwiftSource.code(try Project.text(file))
        #expect(SwiftSource.words(code).isDisjoint(with: Self.others.union(["print", "debugPrint"])), "\(file)")
      }
    }
  }
}
