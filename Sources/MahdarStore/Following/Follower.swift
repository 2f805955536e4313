import Foundation
import Mahdar
import MahdarReaders
import Synchronization

/// Follows feeds: asks them again and again, and adds what is new in them.
///
/// What is to be done stands in the store at every moment: a feed's marks are written with its new items, and an item is done
/// only after its article is safe. So a run that is killed is continued by the next; what it does twice changes nothing.
/// One thread decides, some fetch; what waits in memory is bounded by their number.
public final class Follower: Sendable {
  public struct Options: Sendable {
    /// Whether it ends when nothing is due any more.
    public var isOnce = false
    public var pacing = Pacing()
    /// How many requests run at once.
    public var requests = 8
    /// How many articles are read at once, and how many seconds the reading of one may take.
    public var jobs = 1
    public var patience = Ingest.patience

    public init() {}
  }

  /// What a run has to tell while it goes on.
  public enum Event: Sendable {
    /// Of a feed articles were added.
    case added(feed: String, articles: [String])
    /// A feed that did well before failed.
    case failed(feed: String, problem: String, isGone: Bool)
    /// An item's article could not be read.
    case unread(InputError)
    /// What is going on.
    case state(State)
  }

  public struct State: Sendable, Equatable {
    public var feeds = 0
    /// Items whose articles are still to be added.
    public var waiting = 0
    public var added = 0
    /// The seconds until something is due.
    public var next = 0
  }

  /// What is fetched for what.
  private enum Purpose: Sendable {
    case feed(FollowedFeed)
    case page(WaitingItem)
  }

  /// Articles that are added at once: an end waits for no more.
  private static let batch = 200
  /// Bytes of pages that wait to be added.
  private static let pageBytes = 64 << 20
  /// The items of a feed whose pages are looked at in turn.
  private static let pagesOfFeed = 10
  /// How often a page is tried.
  private static let tries = 4
  /// Seconds for which articles that could be added wait for others.
  private static let gathering = 1.0

  private let store: Store
  private let pipeline: Pipeline
  private let fetcher: any AddressFetching
  private let workers: WorkerStart
  private let options: Options
  private let clock: @Sendable () -> Date
  private let pool: FetchPool<Purpose>
  private let isEnded = Atomic(false)

  /// - Parameters:
  ///   - workers: how those are started who read feeds and articles.
  ///   - clock: tells the time.
  public init(
    into store: Store, pipeline: Pipeline, fetcher: any AddressFetching, options: Options,
    clock: @escaping @Sendable () -> Date, workers: @escaping WorkerStart
  ) {
    self.store = store
    self.pipeline = pipeline
    self.fetcher = fetcher
    self.options = options
    self.clock = clock
    self.workers = workers
    pool = FetchPool(fetcher, size: options.requests)
  }

  /// Ends the run after what is being written.
  public func end() {
    isEnded.store(true, ordering: .relaxed)
    fetcher.end()
    pool.wake()
  }

  /// What one run keeps in mind.
  private struct Run {
    let rows: FeedRows
    let feeds: Set<Int>
    let reader: GuardedFeedReader
    let tell: (Event) -> Void
    var busyFeeds: Set<Int> = []
    /// Items that are being fetched or whose pages wait to be added.
    var busyItems: Set<Int> = []
    var busyHosts: Set<String> = []
    var pages: [(item: WaitingItem, answer: AddressAnswer)] = []
    var pageBytes = 0
    /// Since when something could be added.
    var since: Date?
    var added = 0
  }

  /// Runs until it is ended or, once, until nothing is due.
  ///
  /// - Parameter feeds: those to follow; where there are none, all that the store knows.
  /// - Returns: how many articles were added.
  /// - Errors: `StoreError`, `WorkerError`; `StoreError.request` where there is no feed.
  public func callAsFunction(_ feeds: [FeedList.Entry], tell: @escaping (Event) -> Void) throws -> Int {
    defer { pool.end() }
    let rows = FeedRows(store: store)
    let followed = Set(try rows.follow(feeds, pace: options.pacing.first))
    guard !followed.isEmpty else {
      throw StoreError.request("no feed to follow: give a list of feeds (OPML) or addresses of feeds")
    }
    let patience = Duration.seconds(min(options.patience, 30))
    var run = Run(
      rows: rows, feeds: followed, reader: GuardedFeedReader(start: workers, patience: patience), tell: tell)
    while !isEnded.load(ordering: .relaxed) {
      try submit(&run)
      try addReady(&run)
      let next = try rows.nextDue(followed) ?? .max
      let now = Int(clock().timeIntervalSince1970)
      if options.isOnce, pool.isIdle, run.pages.isEmpty, next > now { break }
      tell(
        .state(
          .init(feeds: followed.count, waiting: try rows.waitingCount(), added: run.added, next: max(0, next - now))))
      // What is due but busy makes itself heard; the clock may be another than that of waiting.
      let pause = run.since != nil ? Self.gathering : Double(min(max(next - now, 1), 10))
      for outcome in pool.take(until: Date(timeIntervalSinceNow: pause)) { try take(outcome, &run) }
    }
    return run.added
  }

  private var now: FeedRows.Moment { .init(clock()) }

  // MARK: What is to be fetched

  private func submit(_ run: inout Run) throws {
    guard pool.room > 0 else { return }
    let now = now.seconds
    for feed in try run.rows.due(run.feeds, at: now) where !run.busyFeeds.contains(feed.id) {
      guard pool.room > 0 else { return }
      // A thread that waits for its turn at a host is none that fetches from others.
      let host = WebAddress(feed.current).host
      guard run.busyHosts.insert(host).inserted else { continue }
      run.busyFeeds.insert(feed.id)
      pool.add(AddressRequest(feed.current, etag: feed.etag, lastModified: feed.lastModified), for: .feed(feed))
    }
    guard run.pageBytes < Self.pageBytes, run.pages.count < Self.batch else { return }
    for item in try run.rows.beginnings(at: now, ofEach: Self.pagesOfFeed) where !run.busyItems.contains(item.id) {
      guard pool.room > 0 else { return }
      guard let link = item.link else {
        try run.rows.pageFailed(item, "it has no address", rest: nil, at: self.now)
        continue
      }
      guard run.busyHosts.insert(WebAddress(link).host).inserted else { continue }
      run.busyItems.insert(item.id)
      pool.add(AddressRequest(link), for: .page(item))
    }
  }

  // MARK: What came back

  private func take(_ outcome: FetchPool<Purpose>.Outcome, _ run: inout Run) throws {
    if case .failure(let error) = outcome.result, error.reason == .ended { return }
    switch outcome.purpose {
    case .feed(let feed):
      run.busyFeeds.remove(feed.id)
      run.busyHosts.remove(WebAddress(feed.current).host)
      try take(feed, outcome.result, &run)
    case .page(let item):
      run.busyHosts.remove(WebAddress(item.link ?? "").host)
      try take(item, outcome.result, &run)
    }
  }

  private func take(_ feed: FollowedFeed, _ result: Result<AddressAnswer, AddressError>, _ run: inout Run) throws {
    switch result {
    case .failure(let error):
      try fail(feed, error.message, retryAfter: error.retryAfter, isGone: error.reason == .status(410), run)
    case .success(let answer) where answer.isUnchanged:
      _ = try run.rows.succeeded(feed, answer, nil, pacing: options.pacing, at: now)
    case .success(let answer):
      let question = FeedQuestion(address: answer.address, charset: answer.charset, content: answer.body)
      switch try run.reader.read(question) {
      case .failure(let error):
        try fail(feed, "\(answer.address): \(error.message)", retryAfter: nil, isGone: false, run)
      case .success(let content):
        _ = try run.rows.succeeded(feed, answer, content, pacing: options.pacing, at: now)
      }
    }
  }

  private func fail(
    _ feed: FollowedFeed, _ problem: String, retryAfter: Int?, isGone: Bool, _ run: Run
  ) throws {
    try run.rows.failed(
      feed, problem, retryAfter: retryAfter, isGone: isGone, pacing: options.pacing, at: now)
    if feed.failures == 0 || isGone {
      run.tell(.failed(feed: feed.title ?? feed.address, problem: problem, isGone: isGone))
    }
  }

  private func take(_ item: WaitingItem, _ result: Result<AddressAnswer, AddressError>, _ run: inout Run) throws {
    switch result {
    case .success(let answer) where [.html, .text].contains(answer.format):
      run.pages.append((item, answer))
      run.pageBytes += answer.body.count
    case .success(let answer):
      run.busyItems.remove(item.id)
      try run.rows.pageFailed(
        item, "\(answer.address): is no page but \(answer.type ?? "something else")", rest: nil, at: now)
    case .failure(let error):
      run.busyItems.remove(item.id)
      let isPassing = error.isPassing && item.tries + 1 < Self.tries
      let rest = options.pacing.rest(failures: item.tries + 1, wish: error.retryAfter, seed: item.key)
      try run.rows.pageFailed(item, error.message, rest: isPassing ? rest : nil, at: now)
    }
  }

  // MARK: What is added

  /// Adds what is ready, once enough is or nothing more comes soon.
  private func addReady(_ run: inout Run) throws {
    let whole = try run.rows.whole(at: now.seconds, limit: Self.batch).filter {
      !run.busyItems.contains($0.id)
    }
    let count = whole.count + run.pages.count
    guard count > 0 else { return }
    let since = run.since ?? Date.now
    run.since = since
    let isDue = -since.timeIntervalSinceNow >= Self.gathering || count >= Self.batch || pool.isIdle
    guard isDue, !isEnded.load(ordering: .relaxed) else { return }
    run.since = nil
    let pages = run.pages
    run.pages = []
    run.pageBytes = 0
    try add(whole, pages, &run)
    for page in pages { run.busyItems.remove(page.item.id) }
  }

  private func add(
    _ whole: [WaitingItem], _ pages: [(item: WaitingItem, answer: AddressAnswer)], _ run: inout Run
  ) throws {
    let titles = try run.rows.titles()
    var items: [String: WaitingItem] = [:]
    var pieces: [InputQueue.Piece] = []
    for item in whole {
      items[item.key] = item
      // The number of the item in the store is its line: the article is not taken for all of its feed.
      let line = Array(try JSONEncoder().encode(item.article))
      pieces.append(
        .lines(
          LineBatch(
            source: titles[item.feed]?.address ?? item.key, bytes: line,
            lines: [.init(bytes: 0..<line.count, number: item.id, isCut: false)])))
    }
    for (item, answer) in pages {
      items[item.key] = item
      var context = item.article.context
      context.charset = answer.charset
      pieces.append(
        .content(path: item.link ?? item.key, id: item.key, bytes: answer.body, format: answer.format, context: context)
      )
    }
    var failures: [String: InputError] = [:]
    let ingest = Ingest(
      into: store, inputs: InputQueue(pieces: pieces), pipeline: pipeline, now: now.text,
      jobs: min(options.jobs, pieces.count), patience: options.patience, workers: workers)
    do {
      _ = try ingest(report: { _ in }) { error in
        let told = error.id.flatMap { items[$0] }
        let item =
          told ?? items.values.first { $0.id == error.line || error.line == nil && ($0.link ?? $0.key) == error.file }
        if let item { failures[item.key] = error }
      }
    } catch StoreError.locked {
      // Another program writes for long: the items wait, and what of them is safe is found again.
      return
    }
    // Readers that were ended with the run say nothing of their articles.
    if isEnded.load(ordering: .relaxed), !failures.isEmpty { items = items.filter { failures[$0.key] == nil } }
    let added = items.values.filter { failures[$0.key] == nil }.sorted { $0.id < $1.id }
    try run.rows.added(added)
    run.added += added.count
    for item in items.values.sorted(by: { $0.id < $1.id }) {
      guard let error = failures[item.key] else { continue }
      try run.rows.failed(item, error.message)
      run.tell(.unread(error))
    }
    for (feed, articles) in Dictionary(grouping: added, by: \.feed).sorted(by: { $0.key < $1.key }) {
      let name = titles[feed].map { $0.title ?? $0.address } ?? ""
      run.tell(.added(feed: name, articles: articles.map(\.key)))
    }
  }
}
