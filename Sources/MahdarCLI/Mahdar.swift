import ArgumentParser
import Mahdar

@main
struct MahdarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mahdar", abstract: "Reads Arabic news and keeps the record of diplomatic contacts.",
    version: "mahdar \(Pipeline.version)", subcommands: [Read.self])
}
