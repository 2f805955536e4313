import MahdarReaders

/// What a run came to.
struct ReadSummary: Sendable {
  var articles = 0
  var errors = 0
  var found = 0
  /// UTF-8 bytes of the articles read.
  var bytes = 0
}

/// Prints results in the order of their pieces, whatever the order in which they come, and refuses ids seen before.
struct OrderedOutput: Sendable {
  private let view: AnalysisView
  private var progress: Progress
  private var summary = ReadSummary()
  private var next = 0
  /// Results that wait for an earlier one.
  private var waiting: [Int: PieceResult] = [:]
  private var seen = SeenIDs()
  private var hasPrinted = false

  init(view: AnalysisView, progress: Progress) {
    self.view = view
    self.progress = progress
  }

  /// Takes the result of piece `index`; returns how many pieces were printed.
  mutating func add(_ result: PieceResult, at index: Int) throws(OutputError) -> Int {
    // What failed before ends every worker: pieces behind it would wait for ever.
    try StandardOutput.flush()
    waiting[index] = result
    var printed = 0
    while let result = waiting.removeValue(forKey: next) {
      try print(result)
      next += 1
      printed += 1
    }
    progress.show(summary)
    return printed
  }

  mutating func finish() throws(OutputError) -> ReadSummary {
    progress.clear()
    try StandardOutput.write((hasPrinted ? view.frame.end : view.frame.empty).utf8)
    try StandardOutput.flush()
    return summary
  }

  private mutating func print(_ result: PieceResult) throws(OutputError) {
    var bytes: [UInt8] = []
    var errors: [InputError] = []
    var start = 0
    for outcome in result.outcomes {
      let shown = result.bytes[start..<outcome.end]
      start = outcome.end
      summary.articles += 1
      var error = outcome.error
      if error == nil, let id = outcome.id { error = seen.duplicate(id, line: outcome.line) }
      let isShown = error == nil || view.format != .text
      if isShown {
        bytes += (hasPrinted ? view.frame.between : view.frame.start).utf8
        hasPrinted = true
      }
      if let error {
        summary.errors += 1
        errors.append(error)
        bytes += view.errorObject(error)
      } else {
        summary.found += outcome.isFound ? 1 : 0
        summary.bytes += outcome.size
        bytes += shown
      }
    }
    if !bytes.isEmpty || !errors.isEmpty && view.format == .text { progress.clear() }
    if view.format == .text { try StandardOutput.write(bytes) } else { try StandardOutput.write(json: bytes) }
    // Whoever waits for an answer gets it.
    try StandardOutput.flush()
    if view.format == .text { errors.forEach(tell) }
  }

  private func tell(_ error: InputError) { StandardError.print("mahdar: \(error.place)\(error.message)") }
}
