import Foundation
import Testing

/// A run of the program `mahdar`.
struct Command {
  let output: Data
  let errors: String
  let status: Int32

  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [Substring] { text.split(separator: "\n") }

  /// - Parameter shell: what a shell runs instead of the program alone, with `"$0" "$@"` for it and its arguments.
  /// - Parameter isUnread: whether nobody reads its standard output.
  init(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], shell: String? = nil,
    isUnread: Bool = false
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    let process = Process()
    let program = Self.folder.appendingPathComponent("mahdar")
    process.executableURL = shell == nil ? program : URL(fileURLWithPath: "/bin/sh")
    process.arguments = (shell.map { ["-c", $0, program.path] } ?? []) + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(Self.own) { $1 }.merging(environment) { $1 }
    process.currentDirectoryURL = Self.root
    let inputPipe = Pipe()
    let outputPipe = Pipe()
    let errorPipe = Pipe()
    process.standardInput = inputPipe
    process.standardOutput = outputPipe
    process.standardError = errorPipe
    if isUnread { try outputPipe.fileHandleForReading.close() }
    try process.run()
    let writer = Thread {
      try? inputPipe.fileHandleForWriting.write(contentsOf: input)
      try? inputPipe.fileHandleForWriting.close()
    }
    writer.start()
    output = isUnread ? Data() : outputPipe.fileHandleForReading.readDataToEndOfFile()
    errors = String(decoding: errorPipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// Images of the language data are kept beside the products, not in the user's home; pages are in English.
  private static var own: [String: String] {
    ["XDG_CACHE_HOME": folder.appendingPathComponent("caches").path, "LC_ALL": "C"]
  }

  /// The folder of the products, where the test bundle lies too.
  private static var folder: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

/// A folder of files that goes away with its owner.
final class Scratch: Sendable {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? remove() }

  func remove() throws { try FileManager.default.removeItem(at: url) }

  func file(_ name: String, _ content: Data) throws -> String {
    let file = url.appendingPathComponent(name)
    try content.write(to: file)
    return file.path
  }
}
