import Testing

/// The scripts by which shells complete commands.
struct CompletionTests {
  /// The commands that `mahdar --help` lists.
  private static func commands() throws -> [String] {
    let help = try Command(["--help"]).text.components(separatedBy: "SUBCOMMANDS:").dropFirst().first ?? ""
    return help.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0 == $0.lowercased() }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func scriptsCompleteEveryCommand(_ shell: String) throws {
    let run = try Command(["--generate-completion-script", shell])
    #expect(run.status == 0 && run.errors.isEmpty)
    let commands = try Self.commands()
    #expect(commands.count > 20)
    let words = Set(run.text.split { !($0.isLetter || $0.isNumber || $0 == "-") })
    let options = ["between", "status", "store", "why"].map { shell == "fish" ? $0 : "--" + $0 }
    let missing = (commands + options).filter { !words.contains(Substring($0)) }
    #expect(missing.isEmpty)
  }

  @Test func anUnknownShellIsRefused() throws {
    let run = try Command(["--generate-completion-script", "tcl"])
    #expect(run.status == 2 && run.output.isEmpty)
  }
}
