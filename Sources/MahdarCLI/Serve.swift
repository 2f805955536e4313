import ArgumentParser
import Foundation
import Mahdar
import MahdarStore
import MahdarWeb
import Synchronization

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the desk: the record in a browser, in Arabic and English.",
    discussion: """
      The desk only reads, and answers this machine alone unless --host says otherwise; a desk that others can reach asks \
      for the token in --token-file. It ends with Ctrl-C or SIGTERM, after what runs is answered.

      Example: mahdar serve --open

      Exit status: 0 it was ended, 1 never, 2 the store or the address could not be used.
      """)

  @Option(help: "The port; 0 takes one that is free.") var port = 8300
  @Option(help: "The address to listen at. Any but this machine's own needs --token-file.") var host = "127.0.0.1"
  @Option(
    help: "A file that holds the token that readers must know: at least 16 letters, for others unreadable.",
    completion: .file()) var tokenFile: String?
  @Option(help: "The day that counts as today, such as 2025-10-22. Default: the clock's.") var today: String?
  @Flag(help: "Open the desk in the browser.") var open = false
  @OptionGroup var options: StoreOptions

  /// An answer takes no longer.
  static let seconds = 5.0
  private static let shortestToken = 16

  func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port must be between 0 and 65535") }
    if let today, today.count != 10 || !DateRange.isDate(today) {
      throw ValidationError("--today '\(today)' is no day, such as 2025-10-22")
    }
    if !DeskServer.isLoopback(host), tokenFile == nil {
      throw ValidationError(
        "--host \(host): others can reach it, so it needs a token: --token-file FILE (make one: od -An -N24 -tx1 /dev/urandom | tr -d ' \\n' > FILE)"
      )
    }
  }

  func run() throws {
    try StoreOptions.run { try serve() }
  }

  private func serve() throws {
    let token = try token()
    let store = try options.open(.serve(seconds: Self.seconds))
    let pipeline = try options.data.pipeline()
    let desk = try Desk(store: store, pipeline: pipeline, folder: try options.data.folder(), today: today)
    let samples = try SampleDesk(options: options, pipeline: pipeline)
    defer { samples?.remove() }
    var makeSamples: (@Sendable () throws -> Desk)?
    if let samples { makeSamples = { try samples.desk() } }
    let server = DeskServer(desk: desk, host: host, port: port, token: token, samples: makeSamples)
    let (opens, path) = (open, options.path)
    try Waiting.wait {
      try await server.run { address in
        try? StandardOutput.print("\(address)")
        try? StandardOutput.flush()
        StandardError.print("mahdar: \(path): the desk is open at \(address) (Ctrl-C ends it)")
        if opens { Self.open(address) }
      }
    }
  }

  private func token() throws -> String? {
    guard let tokenFile else { return nil }
    guard let data = FileManager.default.contents(atPath: tokenFile) else {
      throw StoreError.request("\(tokenFile): the token can't be read (check its permissions)")
    }
    let token = String(decoding: data.prefix(500), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard token.utf8.count >= Self.shortestToken,
      token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") })
    else {
      throw StoreError.request(
        "\(tokenFile): a token has at least \(Self.shortestToken) letters of ASCII, without blanks and semicolons (make one: od -An -N24 -tx1 /dev/urandom | tr -d ' \\n' > \(tokenFile))"
      )
    }
    var state = stat()
    if stat(tokenFile, &state) == 0, state.st_mode & 0o077 != 0 {
      StandardError.print("mahdar: warning: \(tokenFile): others may read it (chmod 600 \(tokenFile))")
    }
    return token
  }

  private static func open(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xdg-open")
    process.arguments = [address]
    // What it says is not ours to print.
    process.standardOutput = Pipe()
    process.standardError = Pipe()
    if (try? process.run()) == nil { StandardError.print("mahdar: no browser could be opened here") }
  }
}

/// Asynchronous work that a command waits for.
private enum Waiting {
  static func wait(_ work: @escaping @Sendable () async throws -> Void) throws {
    let done = DispatchSemaphore(value: 0)
    let failure = Mutex<(any Error)?>(nil)
    Task.detached {
      do { try await work() } catch { failure.withLock { $0 = error } }
      done.signal()
    }
    done.wait()
    if let failure = failure.withLock({ $0 }) { throw failure }
  }
}
