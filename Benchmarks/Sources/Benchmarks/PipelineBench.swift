import Foundation
import Mahdar
import MahdarReaders

/// Reads, analyses and writes articles on one core, with the processor time of each step.
struct PipelineBench {
  let pipeline: Pipeline
  /// JSON Lines.
  let lines: [UInt8]

  struct Report {
    var articles = 0
    /// UTF-8 bytes of titles and texts.
    var bytes = 0
    var steps: [(name: String, time: Duration)] = []
    var counts: [(name: String, count: Int)] = []

    func show() {
      let total = steps.reduce(Duration.zero) { $0 + $1.time }
      print("\(articles) articles, \(decimals(Double(bytes) / 1e6)) MB, one core, seconds of processor time\n")
      print(row("step", "MB/s", "share", "articles/s"))
      for step in steps + [("all", total)] {
        let seconds = Benchmarks.seconds(step.time)
        print(
          row(
            step.name, decimals(Double(bytes) / 1e6 / seconds),
            decimals(100 * seconds / Benchmarks.seconds(total)) + " %",
            String(Int(Double(articles) / seconds))))
      }
      print("\nfound: " + counts.map { "\($0.name) \($0.count)" }.joined(separator: ", "))
    }

    private func row(_ cells: String...) -> String {
      cells[0].padding(toLength: 12, withPad: " ", startingAt: 0)
        + cells.dropFirst().map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
    }

    private func decimals(_ number: Double) -> String { String(format: "%.1f", number) }
  }

  /// The fastest of three rounds, after one that is not counted.
  func run() -> Report {
    _ = round()
    return (0..<3).map { _ in round() }.min { total($0) < total($1) } ?? round()
  }

  private func total(_ report: Report) -> Duration { report.steps.reduce(.zero) { $0 + $1.time } }

  private func round() -> Report {
    var report = Report()
    var times: [String: Duration] = [:]
    var order: [String] = []
    var current = "read"
    var start = ThreadClock.now
    func enter(_ name: String) {
      let now = ThreadClock.now
      if times[current] == nil { order.append(current) }
      times[current, default: .zero] += now - start
      current = name
      start = now
    }
    var counts = (contacts: 0, statements: 0, dates: 0, people: 0)
    let writer = AnalysisWriter(data: pipeline.lexicon.digest)
    var written = 0
    lines.withUnsafeBufferPointer { bytes in
      for line in bytes.split(separator: 0x0A) {
        guard let article = try? ArticleLine.article(UnsafeBufferPointer(rebasing: line)) else { continue }
        let analysis = pipeline(article) { enter($0 ?? "write") }
        written += writer.line(analysis).count
        enter("read")
        report.articles += 1
        report.bytes += article.text.utf8.count + (article.title?.utf8.count ?? 0)
        counts.contacts += analysis.contacts.count
        counts.statements += analysis.statements.count
        counts.dates += analysis.times.count
        counts.people += analysis.people.count
      }
    }
    report.steps = order.map { ($0, times[$0, default: .zero]) }
    report.counts = [
      ("articles", report.articles), ("bytes", report.bytes), ("contacts", counts.contacts),
      ("statements", counts.statements), ("dates", counts.dates), ("people", counts.people), ("written", written),
    ]
    return report
  }
}

/// The processor time of this thread: what other processes do meanwhile does not count.
enum ThreadClock {
  static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

extension Benchmarks {
  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
