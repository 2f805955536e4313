import Dispatch
import Mahdar
import MahdarReaders
import Synchronization

/// One run over the inputs: workers take pieces of work in order, read and analyse them side by side, and hand them to
/// one output that prints them in order.
///
/// Memory is bounded: a worker waits before it takes a piece when too many wait to be printed.
final class ReadRun: Sendable {
  private struct NumberedQueue: ~Copyable, Sendable {
    var inputs: InputQueue
    var count = 0

    mutating func next() -> (index: Int, piece: InputQueue.Piece)? {
      guard let piece = inputs.next() else { return nil }
      defer { count += 1 }
      return (count, piece)
    }
  }

  private let queue: Mutex<NumberedQueue>
  private let output: Mutex<OrderedOutput>
  private let reader: ArticleReader
  private let pipeline: Pipeline
  private let view: AnalysisView

  init(
    inputs: consuming InputQueue, reader: ArticleReader, pipeline: Pipeline, view: AnalysisView, progress: Progress
  ) {
    queue = Mutex(NumberedQueue(inputs: inputs))
    output = Mutex(OrderedOutput(view: view, progress: progress))
    self.reader = reader
    self.pipeline = pipeline
    self.view = view
  }

  /// - Errors: standard output can't be written: the run ends with the pieces that are being read.
  func callAsFunction(jobs: Int) throws(OutputError) -> ReadSummary {
    // From 0 up: a semaphore that goes away below its first value ends the program, and a run may end with slots taken.
    let slots = DispatchSemaphore(value: 0)
    for _ in 0..<jobs * 4 { slots.signal() }
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        slots.wait()
        guard let (index, piece) = self.queue.withLock({ $0.next() }) else { break }
        let result = self.result(of: piece)
        guard let printed = try? self.output.withLock({ try $0.add(result, at: index) }) else { break }
        for _ in 0..<printed { slots.signal() }
      }
      slots.signal()
    }
    return try output.withLock { output throws(OutputError) in try output.finish() }
  }

  private func result(of piece: InputQueue.Piece) -> PieceResult {
    var result = PieceResult()
    reader.forEach(in: piece) { article in
      switch article {
      case .failure(let error): result.add(error)
      case .success(let article):
        let isFound: Bool
        switch view.part {
        case .analysis:
          let analysis = pipeline(article)
          view.append(analysis, to: &result.bytes)
          isFound = !analysis.isEmpty
        case .article:
          view.append(article, to: &result.bytes)
          isFound = !article.text.isEmpty
        }
        result.add(article, line: piece.line(of: result.outcomes.count), isFound: isFound)
      }
    }
    return result
  }
}

extension InputQueue.Piece {
  /// The line of the piece's article, where it has one.
  fileprivate func line(of article: Int) -> Int? {
    switch self {
    case .lines(let batch): batch.lines[article].number
    case .file(_, _, .feed), .content(_, _, _, .feed, _): article + 1
    case .content(_, _, _, _, let context): context?.line
    case .file, .failure: nil
    }
  }
}

extension Analysis {
  /// Whether nothing was found in the article.
  var isEmpty: Bool { contacts.isEmpty && statements.isEmpty && times.isEmpty && people.isEmpty }
}
