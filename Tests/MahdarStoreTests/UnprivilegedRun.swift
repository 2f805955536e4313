import Foundation

/// A run of `mahdar` as one who may read everything that all may read, and write nothing but what all may write.
struct UnprivilegedRun {
  let output: String
  let errors: String
  let status: Int32

  private static let setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let isPossible = getuid() != 0 || setpriv != nil

  init(_ arguments: [String]) throws {
    let process = Process()
    if getuid() == 0, let setpriv = Self.setpriv {
      process.executableURL = URL(fileURLWithPath: setpriv)
      process.arguments = ["--reuid=65534", "--regid=65534", "--clear-groups", Project.program.path] + arguments
    } else {
      process.executableURL = Project.program
      process.arguments = arguments
    }
    process.currentDirectoryURL = Project.root
    let (outputPipe, errorPipe) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (outputPipe, errorPipe)
    try process.run()
    output = String(decoding: outputPipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    errors = String(decoding: errorPipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
