import Foundation
import Mahdar
import MahdarReaders
import MahdarStore
import Synchronization
import Testing

/// What `follow` makes of feeds, over a web that is only told.
struct FollowerTests {
  /// A web of answers, which may change, and the time that goes by in it.
  private final class Web: AddressFetching {
    let answers = Mutex<[String: Result<AddressAnswer, AddressError>]>([:])
    let asked = Mutex<[AddressRequest]>([])
    let time = Mutex(Date(timeIntervalSince1970: 1_577_836_800))

    func fetch(_ request: AddressRequest) throws(AddressError) -> AddressAnswer {
      asked.withLock { $0.append(request) }
      let answer =
        answers.withLock { $0[request.address] } ?? .failure(AddressError(.status(404), "is not there (404)"))
      return try answer.get()
    }

    func end() {}

    func set(_ address: String, _ body: String, type: String = "text/html", etag: String? = nil, moved: String? = nil) {
      var answer = AddressAnswer(address: moved ?? address)
      answer.body = Array(body.utf8)
      answer.type = type
      answer.etag = etag
      answer.moved = moved
      answers.withLock { [answer] in $0[address] = .success(answer) }
    }

    func fail(_ address: String, _ error: AddressError) { answers.withLock { $0[address] = .failure(error) } }

    func unchanged(_ address: String) {
      var answer = AddressAnswer(address: address)
      answer.isUnchanged = true
      answers.withLock { [answer] in $0[address] = .success(answer) }
    }

    var paths: [String] { asked.withLock { $0.map(\.address) } }

    func forget() { asked.withLock { $0 = [] } }

    func wait(_ seconds: Double) { time.withLock { $0 += seconds } }
  }

  private let web = Web()
  private let scratch: Scratch
  private let store: Store
  private static let address = "https://example.org/feed"

  init() throws {
    scratch = try Scratch()
    store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
  }

  private static let text = String(repeating: "التقى وزير الخارجية أحمد السالم نظيره خالد المنصور في عمان. ", count: 12)

  private static func feed(_ items: String) -> String {
    "<rss><channel><title>صحيفة الميناء</title>\(items)</channel></rss>"
  }

  private static func whole(_ number: Int) -> String {
    """
    <item><guid>https://example.org/\(number)</guid><title>خبر \(number)</title><pubDate>Wed, 12 Aug 2015 10:00:00 GMT</pubDate>
    <content:encoded>\(text)</content:encoded></item>
    """
  }

  private static func beginning(_ number: Int) -> String {
    """
    <item><guid isPermaLink="false">urn:\(number)</guid><link>https://example.org/page/\(number)</link><title>خبر \(number)</title>
    <description>بداية الخبر رقم \(number)…</description></item>
    """
  }

  /// One run over what is due; what it told.
  @discardableResult
  private func run(_ feeds: [String] = [address], workers: @escaping WorkerStart = Adding.worker) throws -> [Follower
    .Event]
  {
    var options = Follower.Options()
    options.isOnce = true
    options.pacing = Pacing(least: 10, most: 1000)
    let web = web
    let follower = Follower(
      into: store, pipeline: try Project.pipeline.get(), fetcher: web, options: options,
      clock: { web.time.withLock { $0 } }, workers: workers)
    var events: [Follower.Event] = []
    _ = try follower(feeds.map { FeedList.Entry(address: $0) }) { events.append($0) }
    return events
  }

  private var keys: [String] { get throws { try store.texts("SELECT key FROM article ORDER BY key") } }

  @Test func itemsBecomeArticlesOnce() throws {
    web.set(Self.address, Self.feed(Self.whole(1) + Self.whole(2)), etag: "\"1\"")
    let events = try run()
    #expect(try keys == ["https://example.org/1", "https://example.org/2"])
    guard
      case .added("صحيفة الميناء", let added)? = events.first(where: { if case .added = $0 { true } else { false } })
    else { return #expect(Bool(false)) }
    #expect(added.count == 2)
    #expect(
      try store.texts("SELECT outlet || ' ' || published FROM article").allSatisfy {
        $0 == "صحيفة الميناء 2015-08-12T10:00:00Z"
      })
    // Before it is due nothing is asked; then only what is new is added.
    try run()
    #expect(web.paths == [Self.address])
    web.wait(2000)
    web.set(Self.address, Self.feed(Self.whole(2) + Self.whole(3)))
    try run()
    #expect(web.asked.withLock { $0.last?.etag } == "\"1\"")
    #expect(try keys.count == 3)
    #expect(try store.count("article") == 3)
    web.wait(2000)
    web.unchanged(Self.address)
    try run()
    #expect(try store.feeds().map(\.added) == [3])
    #expect(try store.feeds().map(\.state) == ["well"])
  }

  @Test func pagesAreFetchedWhereTheFeedHasOnlyTheBeginning() throws {
    web.set(Self.address, Self.feed(Self.beginning(1) + Self.beginning(2) + Self.beginning(3)))
    web.set("https://example.org/page/1", "<html><body><article><p>\(Self.text)</p></article></body></html>")
    web.set("https://example.org/page/2", "<html><body><p>قصير</p></body></html>")
    try run()
    #expect(try keys == ["urn:1", "urn:2", "urn:3"])
    let texts = try store.texts("SELECT text FROM article ORDER BY key")
    #expect(texts[0].hasPrefix("التقى") && texts[1] == "بداية الخبر رقم 2…" && texts[2] == "بداية الخبر رقم 3…")
    #expect(try store.texts("SELECT url FROM article ORDER BY key").first == "https://example.org/page/1")
    web.forget()
    web.wait(2000)
    try run()
    #expect(web.paths == [Self.address])
  }

  @Test func aPageThatFailsForNowIsTriedAgain() throws {
    web.set(Self.address, Self.feed(Self.beginning(1)))
    web.fail("https://example.org/page/1", AddressError(.status(503), "the server has a fault", retryAfter: 500))
    try run()
    #expect(try keys.isEmpty)
    #expect(try store.feeds().first?.waiting == 1)
    web.wait(400)
    try run()
    #expect(web.paths.filter { $0.contains("page") }.count == 1)
    web.wait(200)
    web.set("https://example.org/page/1", "<html><body><article><p>\(Self.text)</p></article></body></html>")
    try run()
    #expect(try keys == ["urn:1"])
  }

  @Test func oneBadFeedDoesNotStopTheOthers() throws {
    let bad = ["https://a.org/", "https://b.org/", "https://c.org/", "https://d.org/"]
    web.fail(bad[0], AddressError(.unreachable, "takes no connection"))
    web.set(bad[1], "<html>no feed</html>")
    web.set(bad[2], String(repeating: "<rss>", count: 10_000))
    web.fail(bad[3], AddressError(.status(410), "is gone for good (410)"))
    web.set(Self.address, Self.feed(Self.whole(1)))
    try run(bad + [Self.address])
    #expect(try keys == ["https://example.org/1"])
    let health = try store.feeds()
    #expect(health.map(\.state).sorted() == ["failing", "failing", "gone", "well", "well"])
    #expect(health.first { $0.address == bad[0] }?.problem == "takes no connection")
    #expect(health.first { $0.address == bad[1] }?.problem?.contains("web page") == true)
    // Each failure doubles the wait; what is gone is not asked again.
    web.forget()
    web.wait(12)
    try run(bad + [Self.address])
    web.wait(12)
    try run(bad + [Self.address])
    #expect(web.paths.filter { $0 == bad[0] }.count == 1)
    web.wait(100_000)
    try run(bad + [Self.address])
    #expect(!web.paths.contains(bad[3]))
  }

  @Test func feedsThatHaveMovedForGoodAreAskedThere() throws {
    web.set(Self.address, Self.feed(Self.whole(1)), moved: "https://example.net/feed")
    web.set("https://example.net/feed", Self.feed(Self.whole(1) + Self.whole(2)))
    try run()
    web.wait(2000)
    try run()
    #expect(web.paths == [Self.address, "https://example.net/feed"])
    #expect(try store.feeds().first?.movedTo == "https://example.net/feed")
    #expect(try keys.count == 2)
  }

  @Test func whatTheStoreHoldsIsNeitherFetchedNorAdded() throws {
    _ = try Adding.articles([Article(id: "https://example.org/page/1", text: "نص")], to: store)
    web.set(Self.address, Self.feed(Self.beginning(1) + Self.whole(2)))
    web.set("https://example.org/other", Self.feed(Self.beginning(1) + Self.whole(2)))
    try run([Self.address, "https://example.org/other"])
    #expect(try keys == ["https://example.org/2", "https://example.org/page/1"])
    #expect(!web.paths.contains { $0.contains("page") })
  }

  @Test func aRunThatIsKilledBeforeItNotesWhatItAddedRepeatsNothing() throws {
    web.set(Self.address, Self.feed(Self.whole(1) + Self.beginning(2)))
    web.set("https://example.org/page/2", "<html><body><article><p>\(Self.text)</p></article></body></html>")
    try run()
    // As if the articles were safe and the notes were not.
    try store.execute(
      "UPDATE feed_item SET state = 'waiting', article = CAST('{\"id\":\"x\",\"text\":\"\"}' AS BLOB), next = 0")
    web.forget()
    try run()
    #expect(try store.count("article") == 2)
    #expect(web.paths.isEmpty)
    #expect(try store.feeds().first?.added == 2)
  }

  @Test func aRunThatIsKilledBeforeItAddedLosesNothing() throws {
    web.set(Self.address, Self.feed(Self.whole(1) + Self.whole(2)), etag: "\"1\"")
    struct Killed: Error {}
    let starts = Mutex(0)
    // The feed is read by one worker; where the articles are to be, there is none.
    #expect(throws: Killed.self) {
      try run(workers: {
        let start = starts.withLock { starts in
          starts += 1
          return starts
        }
        if start > 1 { throw Killed() }
        return try Adding.worker()
      })
    }
    #expect(try keys.isEmpty)
    web.forget()
    try run()
    #expect(try keys.count == 2)
    #expect(web.paths.isEmpty)
  }

  @Test func withoutFeedsThereIsNothingToFollow() throws {
    #expect(throws: StoreError.self) { try run([]) }
    web.set(Self.address, Self.feed(Self.whole(1)))
    try run()
    web.wait(2000)
    web.forget()
    try run([])
    #expect(web.paths == [Self.address])
  }

  @Test func aRunEndsWhenItIsToldTo() throws {
    web.set(Self.address, Self.feed(Self.whole(1)))
    let follower = Follower(
      into: store, pipeline: try Project.pipeline.get(), fetcher: web, options: .init(), clock: { Date.now },
      workers: Adding.worker)
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 2)
      follower.end()
    }
    let start = ContinuousClock.now
    _ = try follower([FeedList.Entry(address: Self.address)]) { _ in }
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
