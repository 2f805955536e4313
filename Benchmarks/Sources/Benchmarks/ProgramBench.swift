import Foundation

/// Measures the program from outside: start-up, workers, memory, instructions.
struct ProgramBench {
  let program: String
  let articles: Articles

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let one = folder.appendingPathComponent("one.jsonl")
    let many = folder.appendingPathComponent("many.jsonl")
    let lines = Data(articles.lines)
    try lines.prefix(through: lines.firstIndex(of: 0x0A) ?? lines.startIndex).write(to: one)
    // Enough for seconds of work: ids stay unique by a prefix.
    var several = Data()
    for copy in 0..<5 {
      several += Data(
        String(decoding: lines, as: UTF8.self).replacingOccurrences(of: "\"id\":\"", with: "\"id\":\"\(copy)-").utf8)
    }
    try several.write(to: many)

    let single = try best(of: 10, ["read", one.path, "--format", "jsonl"])
    print("\none article, start-up included: \(Int(single.seconds * 1000)) ms, \(single.peak / 1024) MiB")
    let alone = try best(of: 3, ["read", many.path, "--format", "jsonl", "--jobs", "1", "--quiet"])
    let both = try best(of: 3, ["read", many.path, "--format", "jsonl", "--jobs", "2", "--quiet"])
    let ratio = String(format: "%.2f", alone.seconds / both.seconds)
    let seconds = String(
      format: "by the clock %.2f s and %.2f s, processor time %.2f s and %.2f s", alone.seconds, both.seconds,
      alone.processor, both.processor)
    print("\(several.count / 1_000_000) MB of JSON Lines, one worker and two: \(seconds)")
    print("two workers are \(ratio) times one (which tells something only while the cores are free)")
    print("peak memory: one worker \(alone.peak / 1024) MiB, two \(both.peak / 1024) MiB")
    try countInstructions(one, many, several.count - lines.prefix(through: lines.firstIndex(of: 0x0A) ?? 0).count)
  }

  /// Instructions per byte of input, start-up taken off, by `perf`; nothing where it is not to be had.
  private func countInstructions(_ one: URL, _ many: URL, _ bytes: Int) throws {
    guard let base = try instructions(one), let all = try instructions(many) else {
      print("instructions per byte: not measured, perf is not to be had here")
      return
    }
    print(
      String(
        format: "instructions per byte: %.1f; for start-up: %.0f million", Double(all - base) / Double(bytes),
        Double(base) / 1e6))
  }

  private func instructions(_ file: URL) throws -> Int? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "perf", "stat", "-x", ";", "-e", "instructions:u", program, "read", file.path, "--format", "jsonl", "--jobs", "1",
      "--quiet",
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_DETERMINISTIC_HASHING": "1"]) { $1 }
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let output = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output.split(separator: "\n").first { $0.contains("instructions") }?.split(separator: ";").first.flatMap {
      Int($0)
    }
  }

  private struct Cost {
    var seconds: Double
    var processor: Double
    /// KiB.
    var peak: Int
  }

  /// The least time of several runs, and the most memory of any.
  private func best(of runs: Int, _ arguments: [String]) throws -> Cost {
    let runs = try (0..<runs).map { _ in try measure(arguments) }
    return Cost(
      seconds: runs.map(\.seconds).min() ?? 0, processor: runs.map(\.processor).min() ?? 0,
      peak: runs.map(\.peak).max() ?? 0)
  }

  /// The processor time of all processes run so far.
  private var processorTime: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }

  private func measure(_ arguments: [String]) throws -> Cost {
    let before = processorTime
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    var peak = 0
    while process.isRunning {
      peak = max(peak, highWaterMark(of: process.processIdentifier))
      usleep(2000)
    }
    let elapsed = ContinuousClock.now - start
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return Cost(seconds: Benchmarks.seconds(elapsed), processor: processorTime - before, peak: peak)
  }

  struct Failure: Error { var status: Int32 }

  /// The most memory that a process had resident so far, in KiB.
  private func highWaterMark(of process: Int32) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? Int(line.filter(\.isNumber)) ?? 0
  }
}
