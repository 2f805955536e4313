import Foundation
import MahdarReaders

/// Takes the Arabic pages out of a crawl, without reading them further: how fast, and in how much memory.
struct CrawlBench {
  private static let records = 6000

  func run() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-bench-\(getpid()).warc")
    defer { try? FileManager.default.removeItem(at: file) }
    let size = try write(to: file)
    let packed = file.path + ".gz"
    defer { try? FileManager.default.removeItem(atPath: packed) }
    try pack(file.path)
    print("\na crawl of \(Self.records) pages, one in ten in Arabic, before analysis:")
    for path in [file.path, packed] {
      let start = ThreadClock.now
      var queue = InputQueue([path])
      var pages = 0
      while queue.next() != nil { pages += 1 }
      let seconds = Benchmarks.seconds(ThreadClock.now - start)
      print(
        String(
          format: "%@: %.0f MB/s of what it unpacks to, %d pages, at most %d MiB of memory",
          path == packed ? "gzip" : "plain",
          Double(size) / 1e6 / seconds, pages, highWaterMark >> 10))
    }
  }

  /// The most memory that this process had resident so far, in KiB.
  private var highWaterMark: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  private func pack(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-k", path]
    try process.run()
    process.waitUntilExit()
  }

  /// Writes the crawl; returns its size.
  private func write(to file: URL) throws -> Int {
    let sample = try String(contentsOfFile: "Samples/2025-06-17-trilateral.html", encoding: .utf8)
    let script =
      "<script>" + String(repeating: "var a = [1, 2, 3]; function f(x) { return x * 2 }\n", count: 400) + "</script>"
    let english = String(repeating: "<p>The two sides met again on the third day of the talks.</p>\n", count: 200)
    FileManager.default.createFile(atPath: file.path, contents: nil)
    let output = try FileHandle(forWritingTo: file)
    var size = 0
    for number in 0..<Self.records {
      let page = number % 10 == 0 ? sample + script : "<html><body>\(script)\(english)</body></html>"
      let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(page)"
      let record = """
        WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\(number)\r\n\
        Content-Type: application/http; msgtype=response\r\nContent-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n
        """
      size += record.utf8.count
      try output.write(contentsOf: Data(record.utf8))
    }
    try output.close()
    return size
  }
}
