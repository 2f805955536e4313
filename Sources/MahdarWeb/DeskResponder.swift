import Hummingbird
import Mahdar
import MahdarStore
import NIOPosix
import Synchronization

/// Answers requests: checks who asks, finds the page, has it made on a thread that may wait, and sends it packed.
struct DeskResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  /// The longest form that is taken, in bytes.
  static let longestForm = 300_000
  /// So many requests are worked on or wait; more are asked to come again.
  private static let mostWaiting = 128

  private let gate: Gate
  private let cache = PageCache()
  private let shown: Shown
  private let samples: (@Sendable () throws -> Desk)?
  private let threads: NIOThreadPool
  private let waiting = Waiting()
  private let making = Making()

  /// How many requests are worked on or wait.
  private final class Waiting: Sendable {
    let count = Atomic(0)
  }

  /// The pages that are being made.
  private final class Making: Sendable {
    let tasks = Mutex<[PageCache.Key: Task<Answer, any Error>]>([:])
  }

  /// The desk that is shown: the store's, or that of the samples.
  private final class Shown: Sendable {
    let desk: Mutex<Desk>

    init(_ desk: Desk) { self.desk = Mutex(desk) }
  }

  private var desk: Desk { shown.desk.withLock { $0 } }

  init(desk: Desk, samples: (@Sendable () throws -> Desk)?, gate: Gate, threads: NIOThreadPool) {
    shown = Shown(desk)
    (self.samples, self.gate, self.threads) = (samples, gate, threads)
  }

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    var call = Call(request)
    do {
      try gate.check(&call)
      if let answer = call.answer { return call.response(answer) }
      return try await respond(&call, request)
    } catch {
      return call.response(failure(error, call))
    }
  }

  private func respond(_ call: inout Call, _ request: Request) async throws -> Response {
    switch call.path.first {
    case "static":
      guard call.path.count == 2, let file = desk.files[call.path[1]] else { throw PageError.missing }
      return call.response(
        Answer(bytes: file.bytes, packed: file.packed, type: file.type, tag: file.tag, isLasting: true))
    case "set": return call.response(call.choice())
    case "favicon.ico": return call.response(Answer(bytes: [], type: "image/x-icon", tag: "none", status: 204))
    default: break
    }
    guard let language = call.path.first.flatMap(Wording.Language.init(rawValue:)) else {
      guard call.method == .get || call.method == .head else { throw PageError.method }
      return call.response(call.toLanguage())
    }
    var page = PageRequest(language: language, visit: call.visit, today: desk.today)
    (page.path, page.isJSON) = Self.place(Array(call.path.dropFirst()))
    page.query = try PageRequest.pairs(call.query)
    page.preferences = call.preferences
    page.offersSamples = samples != nil
    if call.method == .post, page.path == ["samples"] { return call.response(try await showSamples(page)) }
    if call.method == .post {
      guard page.path == ["try"] else { throw PageError.method }
      let body = try await Self.body(request)
      page.form = try PageRequest.pairs(String(decoding: body, as: UTF8.self), longest: Self.longestForm)
    } else if call.method != .get, call.method != .head {
      throw PageError.method
    }
    call.page = page
    return call.response(try await made(page, isKept: call.method != .post))
  }

  /// Shows the samples in place of a store that is empty, which stays so.
  private func showSamples(_ page: PageRequest) async throws -> Answer {
    let (shown, samples) = (shown, samples)
    try await threads.runIfActive {
      guard let samples, try shown.desk.withLock({ $0 }).store.size() == 0 else {
        throw PageError.method
      }
      let desk = try samples()
      shown.desk.withLock { $0 = desk }
    }
    return Call.redirect("/\(page.language.rawValue)/")
  }

  private static func body(_ request: Request) async throws -> [UInt8] {
    do {
      let buffer = try await request.body.collect(upTo: Self.longestForm)
      return Array(buffer.readableBytesView)
    } catch {
      throw PageError.tooLong
    }
  }

  /// The parts of a path less `.json` at its end.
  private static func place(_ path: [String]) -> (path: [String], isJSON: Bool) {
    guard let last = path.last, last.hasSuffix(".json") else { return (path, false) }
    let name = String(last.dropLast(5))
    return (path.dropLast() + (name == "today" && path.count == 1 ? [] : [name]), true)
  }

  /// A page made anew, or as it was made before where the store is the same.
  private func made(_ page: PageRequest, isKept: Bool) async throws -> Answer {
    guard waiting.count.wrappingAdd(1, ordering: .relaxed).newValue <= Self.mostWaiting else {
      waiting.count.wrappingSubtract(1, ordering: .relaxed)
      throw PageError.busy
    }
    defer { waiting.count.wrappingSubtract(1, ordering: .relaxed) }
    let (desk, cache, threads) = (desk, cache, threads)
    guard isKept else { return try await threads.runIfActive { try Self.answer(page, desk) } }
    let (key, known) = try await threads.runIfActive {
      let key = try PageCache.Key(page, desk)
      return (key, cache[key])
    }
    if let known { return known }
    // Who asks for what is being made waits for it.
    let work = making.tasks.withLock { tasks in
      if let task = tasks[key] { return task }
      let making = making
      let task = Task {
        defer { making.tasks.withLock { $0[key] = nil } }
        return try await threads.runIfActive {
          let answer = try Self.answer(page, desk)
          if answer.status == 200 { cache[key] = answer }
          return answer
        }
      }
      tasks[key] = task
      return task
    }
    return try await work.value
  }

  private static func answer(_ page: PageRequest, _ desk: Desk) throws -> Answer {
    let made = try make(page, desk)
    return Answer(
      bytes: made.bytes, packed: made.bytes.count < Gzip.least ? nil : Gzip.packed(made.bytes), type: made.type,
      tag: ContentTag.of(made.bytes), status: made.status)
  }

  private static func make(_ page: PageRequest, _ desk: Desk) throws -> PageAnswer {
    do {
      return try Pages.answer(page, desk)
    } catch let error as StoreError {
      return try Pages.failed(error, page, desk)
    }
  }

  /// What is wrong, as a page in the reader's language; as plain words where no page can be made.
  private func failure(_ error: any Error, _ call: Call) -> Answer {
    let (status, key): (Int, String) =
      switch error {
      case PageError.missing: (404, "error-missing")
      case PageError.tooLong: (413, "error-long")
      case PageError.busy: (503, "error-busy")
      case PageError.method: (405, "error-method")
      case PageError.forbidden(let key): (403, key)
      default: (500, "error-failed")
      }
    let language = call.page?.language ?? call.preferences.language ?? call.accepted
    let words = desk.words[language] ?? UIWords.none
    let isInside = if case PageError.forbidden = error { false } else { true }
    if isInside, status != 503, let answer = try? Pages.problem(status, key, language, call, desk) { return answer }
    return Answer(
      bytes: Array((words[key] + "\n").utf8), type: "text/plain; charset=utf-8", tag: "", status: status)
  }
}

/// What goes out, with what the browser is to know of it.
struct Answer: Sendable {
  var bytes: [UInt8]
  var packed: [UInt8]?
  var type: String
  var tag: String
  var status = 200
  /// Whether the address stands for these very bytes.
  var isLasting = false
  var location: String?
  var cookies: [String] = []

  init(
    bytes: [UInt8] = [], packed: [UInt8]? = nil, type: String = "text/plain; charset=utf-8", tag: String = "",
    status: Int = 200, isLasting: Bool = false, location: String? = nil, cookies: [String] = []
  ) {
    (self.bytes, self.packed, self.type, self.tag) = (bytes, packed, type, tag)
    (self.status, self.isLasting, self.location, self.cookies) = (status, isLasting, location, cookies)
  }
}
