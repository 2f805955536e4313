import ArgumentParser
import Mahdar
import MahdarReaders

@main
struct MahdarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "mahdar", abstract: "Reads Arabic news and keeps the record of diplomatic contacts.")
  func run() throws {}
}
