import Foundation

/// The generated part of docs/cli.md: what the program says of its commands, side by side.
struct CommandPage {
  static let begin =
    "<!-- commands: made from what the program says of itself by `UPDATE_DOCS=1 swift test --filter DocsTests` -->"
  static let end = "<!-- end of commands -->"

  struct Command: Decodable {
    /// With those above it: `articles show`.
    fileprivate(set) var commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool
    let arguments: [Argument]?
    let subcommands: [Command]?

    var usage: String {
      let words = (arguments ?? []).filter { $0.kind == "positional" }.map { argument in
        (argument.valueName ?? "").uppercased() + (argument.isRepeating ? "…" : "")
      }
      return ([commandName] + words).joined(separator: " ")
    }

    /// What the exit statuses 0, 1 and 2 say; nil where the command does not tell them.
    var statuses: [String]? {
      guard let line = discussion?.components(separatedBy: "Exit status: 0 ").dropFirst().first else { return nil }
      let sentence = line.components(separatedBy: "\n\n")[0].replacingOccurrences(of: "\n", with: " ")
      let one = sentence.components(separatedBy: ", 1 ")
      guard one.count == 2 else { return nil }
      let two = one[1].components(separatedBy: ", 2 ")
      guard two.count == 2 else { return nil }
      return [one[0], two[0], two[1].trimmingCharacters(in: CharacterSet(charactersIn: ". "))]
    }

    var options: [Argument] {
      (arguments ?? []).filter {
        $0.kind != "positional" && $0.shouldDisplay && !["help", "version"].contains($0.name)
      }
    }
  }

  struct Argument: Decodable {
    struct Name: Decodable { let name: String }
    let kind: String
    let abstract: String?
    let isRepeating: Bool
    let shouldDisplay: Bool
    let preferredName: Name?
    let valueName: String?

    var name: String { preferredName?.name ?? "" }
  }

  private struct Tool: Decodable { let command: Command }

  let commands: [Command]

  /// Asks the program that was built beside the tests.
  init() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "mahdar")
    process.arguments = ["--experimental-dump-help"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let json = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let all = try JSONDecoder().decode(Tool.self, from: json).command.subcommands ?? []
    commands = all.flatMap(Self.leaves)
  }

  /// The commands that do something: those below one that only holds them, under its name.
  private static func leaves(_ command: Command) -> [Command] {
    guard command.shouldDisplay, command.commandName != "help" else { return [] }
    guard let below = command.subcommands, !below.isEmpty else { return [command] }
    return below.flatMap(leaves).map { leaf in
      var leaf = leaf
      leaf.commandName = command.commandName + " " + leaf.commandName
      return leaf
    }
  }

  func refreshed(_ page: String) -> String {
    let before = page.components(separatedBy: Self.begin).first ?? page
    let after = page.components(separatedBy: Self.end).dropFirst().first ?? "\n"
    return before + Self.begin + "\n\n" + statusTable + "\n" + optionTable + "\n" + meanings + Self.end + after
  }

  // MARK: Tables

  private var statusTable: String {
    let rows = commands.map { command in
      let cells = [Self.code(command.usage), command.abstract ?? ""] + (command.statuses ?? ["", "", ""])
      return "| " + cells.map(Self.cell).joined(separator: " | ") + " |\n"
    }
    return "## Commands and exit statuses\n| Command | Does | 0 | 1 | 2 |\n| --- | --- | --- | --- | --- |\n"
      + rows.joined()
  }

  /// The options in the order in which the commands tell them.
  private var names: [String] {
    commands.flatMap(\.options).reduce(into: []) { if !$0.contains($1.name) { $0.append($1.name) } }
  }

  private var optionTable: String {
    let head = commands.map(\.commandName)
    let rows = names.map { name in
      let cells = commands.map { command in command.options.contains { $0.name == name } ? "•" : "" }
      return "| `--\(name)` | " + cells.joined(separator: " | ") + " |\n"
    }
    return "## Which command has which option\n| | \(head.joined(separator: " | ")) |\n|"
      + String(repeating: " --- |", count: head.count + 1) + "\n" + rows.joined()
  }

  /// Each option by its words; where commands have others, those stand below.
  private var meanings: String {
    let rows = names.flatMap { name in
      var told: [(words: String, value: String, commands: [String])] = []
      for command in commands {
        guard let option = command.options.first(where: { $0.name == name }) else { continue }
        let words = option.abstract ?? ""
        if let place = told.firstIndex(where: { $0.words == words }) {
          told[place].commands.append(command.commandName)
        } else {
          let value = option.kind == "flag" ? "" : " " + (option.valueName ?? name).uppercased()
          told.append((words, value, [command.commandName]))
        }
      }
      return told.map { one in
        let of = told.count > 1 ? " (\(one.commands.joined(separator: ", ")))" : ""
        return "| `--\(name)\(one.value)`\(of) | \(Self.cell(one.words)) |\n"
      }
    }
    return "## What the options mean\n| Option | Meaning |\n| --- | --- |\n" + rows.joined()
  }

  private static func code(_ text: String) -> String { "`\(text)`" }

  private static func cell(_ text: String) -> String {
    text.replacingOccurrences(of: "|", with: "\\|").replacingOccurrences(of: "\n", with: " ")
  }
}
