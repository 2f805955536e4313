import Foundation
import MahdarFetch
import MahdarReaders
import Synchronization
import Testing

/// What comes of servers that misbehave, and of guests that would.
struct FetcherTests {
  private static func options(robots: Bool = false) -> Fetcher.Options {
    var options = Fetcher.Options()
    options.allowsPrivate = true
    options.ignoresRobots = !robots
    options.delay = 0
    options.limits.bytes = 4 << 20
    options.limits.totalSeconds = 3
    options.limits.connectSeconds = 2
    return options
  }

  /// What an address of a server gives, or why nothing.
  private static func fetch(
    _ address: String, _ options: Fetcher.Options = options(), resolver: Resolver? = nil
  ) -> Result<AddressAnswer, AddressError> {
    do throws(AddressError) {
      return .success(try Fetcher(options, resolver: resolver).fetch(AddressRequest(address)))
    } catch {
      return .failure(error)
    }
  }

  private static func failure(
    _ options: Fetcher.Options = options(), path: String = "/",
    _ answer: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply
  ) throws -> AddressError? {
    let server = try LoopbackServer(answer)
    if case .failure(let error) = fetch(server.address + path, options) { return error }
    return nil
  }

  private static func reason(_ answer: LoopbackServer.Reply) throws -> AddressError.Reason? {
    try failure { _ in answer }?.reason
  }

  @Test func pagesComeWithWhatTheServerTellsOfThem() throws {
    let server = try LoopbackServer { _ in
      .text(
        "<p>نص", type: "Text/HTML; Charset=\"windows-1256\"",
        headers: ["ETag: \"a\"", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT", "Cache-Control: public, max-age=60"])
    }
    var options = Self.options()
    options.contact = "desk@example.org\r\nX: y"
    let answer = try Self.fetch(server.address + "/a b?ق#c", options).get()
    #expect(answer.body == Array("<p>نص".utf8))
    #expect(answer.type == "text/html" && answer.charset == "windows-1256" && answer.format == .html)
    #expect(answer.etag == "\"a\"" && answer.lastModified == "Sun, 06 Nov 1994 08:49:37 GMT" && answer.maxAge == 60)
    #expect(server.last?.path.lowercased() == "/a%20b?%d9%82")
    let agent = server.last?.headers["user-agent"] ?? ""
    #expect(agent.hasPrefix("mahdar/") && agent.hasSuffix("(+desk@example.orgX: y)"))
    #expect(server.last?.headers["cookie"] == nil)
  }

  @Test func anUnchangedAnswerHasNoBody() throws {
    let server = try LoopbackServer { request in
      request.headers["if-none-match"] == "\"a\"" ? .text("", status: "304 Not Modified") : .text("new")
    }
    let answer = try Fetcher(Self.options()).fetch(AddressRequest(server.address, etag: "\"a\""))
    #expect(answer.isUnchanged && answer.body.isEmpty)
  }

  @Test func slowAndEndlessAnswersAreEnded() throws {
    let start = ContinuousClock.now
    #expect(try Self.reason(.drip("HTTP/1.1 200 OK\r\n\r\n")) == .unreachable)
    #expect(try Self.reason(.drip("HTTP/1.1 200 OK\r\nX: ")) == .unreachable)
    #expect(try Self.reason(.endless("HTTP/1.1 200 OK\r\n\r\n")) == .tooLong)
    #expect(try Self.reason(.endless("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")) == .tooLong)
    #expect(try Self.reason(.endless("HTTP/1.1 200 OK\r\nX: ")) != nil)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func wrongLengthsAreNoticedOrCutOff() throws {
    #expect(try Self.reason(.bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort".utf8))) == .unreachable)
    let server = try LoopbackServer { _ in .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlonger".utf8)) }
    #expect(try Self.fetch(server.address).get().body == Array("long".utf8))
  }

  @Test func redirectsAreFollowedSoFar() throws {
    #expect(try Self.failure { _ in .redirect("/") }?.message.contains("circle") == true)
    let steps = Mutex(0)
    let many = try Self.failure { _ in
      .redirect("/\(steps.withLock { steps in steps += 1; return steps })")
    }
    #expect(many?.message.contains("more than 10 redirects") == true)
    let server = try LoopbackServer { request in
      switch request.path {
      case "/a": .redirect("/b", "301 Moved Permanently")
      case "/b": .redirect("c?d", "308 Permanent Redirect")
      case "/c?d": .redirect("/e")
      default: .text("end")
      }
    }
    let answer = try Self.fetch(server.address + "/a").get()
    #expect(answer.address == server.address + "/e" && answer.moved == server.address + "/c?d")
  }

  private static let networks = [
    "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://127.0.0.2/", "http://[::1]/",
    "http://[::ffff:10.0.0.1]/", "http://[::ffff:127.0.0.1]/", "http://10.0.0.1/", "http://2130706434/",
    "http://0x7f000002/", "http://0177.0.0.2/", "http://127.2/",
  ]

  @Test(arguments: networks + ["http://localhost/", "http://127.0.0.1/"])
  func otherNetworksAreRefused(_ address: String) throws {
    var options = Self.options()
    options.allowsPrivate = false
    guard case .failure(let error) = Self.fetch(address, options) else { return #expect(Bool(false)) }
    #expect(error.reason == .forbidden, "\(error)")
  }

  @Test(arguments: networks)
  func redirectsToOtherNetworksAreRefused(_ address: String) throws {
    #expect(try Self.failure(Self.publicOptions()) { _ in .redirect(address) }?.reason == .forbidden)
  }

  /// As for the public, where this machine counts as one of it.
  private static func publicOptions() throws -> Fetcher.Options {
    var options = options()
    options.allowsPrivate = false
    options.trusted = [try #require(NetworkAddress("127.0.0.1"))]
    return options
  }

  @Test(arguments: ["file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "http://user:secret@127.0.0.1/"])
  func redirectsToOtherSchemesAreRefused(_ address: String) throws {
    #expect(try Self.failure { _ in .redirect(address) }?.reason == .malformed)
  }

  @Test func aNameThatComesToMeanThisMachineIsRefused() throws {
    let server = try LoopbackServer { _ in .text("page") }
    let asked = Mutex(0)
    let fetcher = Fetcher(try Self.publicOptions()) { host throws(AddressError) in
      let count = asked.withLock { asked in
        asked += 1
        return asked
      }
      return [NetworkAddress("127.0.0.\(count)")].compactMap { $0 }
    }
    let request = AddressRequest("http://rebinding.test:\(server.port)/")
    #expect(try fetcher.fetch(request).body == Array("page".utf8))
    let error = #expect(throws: AddressError.self) { try fetcher.fetch(request) }
    #expect(error?.reason == .forbidden && error?.message.contains("--allow-private") == true)
    #expect(server.paths.count == 1)
  }

  @Test func theVeryAddressThatWasCheckedIsConnectedTo() throws {
    let server = try LoopbackServer { _ in .text("here") }
    let address = "http://localhost:\(server.port)/"
    let here: Resolver = { _ throws(AddressError) in [NetworkAddress("127.0.0.1")].compactMap { $0 } }
    let elsewhere: Resolver = { _ throws(AddressError) in [NetworkAddress("127.0.0.9")].compactMap { $0 } }
    #expect(try Self.fetch(address, resolver: here).get().body == Array("here".utf8))
    guard case .failure(let error) = Self.fetch(address, resolver: elsewhere) else { return #expect(Bool(false)) }
    #expect(error.reason == .unreachable)
    #expect(server.paths.count == 1)
  }

  @Test func namesInOtherLettersAreAskedForInASCII() throws {
    let server = try LoopbackServer { _ in .text("here") }
    let asked = Mutex<[String]>([])
    let answer = Self.fetch(
      "http://مثال.إختبار:\(server.port)/أ",
      resolver: { host throws(AddressError) in
        asked.withLock { $0.append(host) }
        return [NetworkAddress("127.0.0.1")].compactMap { $0 }
      })
    #expect(try answer.get().body == Array("here".utf8))
    #expect(asked.withLock { $0 } == ["xn--mgbh0fb.xn--kgbechtv"])
    #expect(server.last?.headers["host"] == "xn--mgbh0fb.xn--kgbechtv:\(server.port)")
  }

  @Test func aRedirectThatIsRefusedTellsWhereItWas() throws {
    let error = try Self.failure(Self.publicOptions(), path: "/a") { _ in .redirect("http://169.254.169.254/") }
    #expect(error?.message.contains("/a leads to 169.254.169.254: is of this machine or its own networks") == true)
    #expect(
      try Self.failure(path: "/a") { _ in .redirect("file:///x") }?.message.contains("/a leads to file:///x") == true)
  }

  @Test func proxiesOfTheEnvironmentAreNotAsked() throws {
    setenv("http_proxy", "http://127.0.0.1:1", 1)
    defer { unsetenv("http_proxy") }
    let server = try LoopbackServer { _ in .text("here") }
    #expect(try Self.fetch(server.address).get().body == Array("here".utf8))
  }

  @Test func serversThatSayNoAreUnderstood() throws {
    let busy = try Self.failure { _ in .text("", status: "429 Too Many", headers: ["Retry-After: 77"]) }
    #expect(busy?.reason == .status(429) && busy?.retryAfter == 77 && busy?.isPassing == true)
    let date = DateFormatter()
    date.locale = Locale(identifier: "en_US_POSIX")
    date.timeZone = TimeZone(identifier: "GMT")
    date.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    let later = date.string(from: Date.now.addingTimeInterval(100))
    let closed = try Self.failure { _ in .text("", status: "503 Closed", headers: ["Retry-After: \(later)"]) }
    #expect((95...101).contains(closed?.retryAfter ?? 0))
    #expect(try Self.reason(.text("", status: "500 Fault")) == .status(500))
    #expect(try Self.failure { _ in .text("", status: "410 Gone") }?.isPassing == false)
    #expect(try Self.reason(.reset) == .unreachable)
    #expect(try Self.reason(.bytes(Array("<p>no head at all".utf8))) == .unreachable)
    #expect(
      try Self.reason(.bytes(Array("HTTP/1.1 200 OK\r\nX: \(String(repeating: "x", count: 300_000))\r\n\r\n".utf8)))
        != nil)
  }

  @Test func aHostThatWantsQuietIsLeftAlone() throws {
    let server = try LoopbackServer { _ in .text("", status: "429 Too Many", headers: ["Retry-After: 60"]) }
    let fetcher = Fetcher(Self.options())
    for _ in 0..<3 { _ = try? fetcher.fetch(AddressRequest(server.address)) }
    #expect(server.paths.count == 1)
  }

  @Test func bombsAreFoundAsTheyUnpack() throws {
    let bomb = Gzip.packed([UInt8](repeating: 0x20, count: 3 << 20))
    #expect(try Self.reason(.body(bomb, type: "text/html", headers: ["Content-Encoding: gzip"])) == .tooLong)
    let text = Array("<p>نص".utf8)
    let server = try LoopbackServer { _ in
      .body(Gzip.packed(text), type: "text/html", headers: ["Content-Encoding: gzip"])
    }
    #expect(try Self.fetch(server.address).get().body == text)
    #expect(try Self.reason(.body([1, 2, 3], type: "text/html", headers: ["Content-Encoding: gzip"])) == .unreachable)
  }

  @Test func whoDoesNotSpeakTLSIsNotBelieved() throws {
    let server = try LoopbackServer { _ in .text("plain") }
    guard case .failure(let error) = Self.fetch("https://127.0.0.1:\(server.port)/") else {
      return #expect(Bool(false))
    }
    #expect(error.reason == .unreachable && error.message.contains("TLS"))
  }

  @Test func robotsAreObeyed() throws {
    let server = try LoopbackServer { request in
      request.path == "/robots.txt" ? .text("User-agent: *\nDisallow: /private", type: "text/plain") : .text("page")
    }
    let fetcher = Fetcher(Self.options(robots: true))
    #expect(try fetcher.fetch(AddressRequest(server.address + "/open")).body == Array("page".utf8))
    let error = #expect(throws: AddressError.self) {
      try fetcher.fetch(AddressRequest(server.address + "/private/a"))
    }
    #expect(error?.reason == .disallowed)
    #expect(server.paths == ["/robots.txt", "/open"])
  }

  @Test func aHostWithoutRobotsIsOpenAndOneWithAFaultIsClosed() throws {
    let open = try LoopbackServer { $0.path == "/robots.txt" ? .missing : .text("page") }
    #expect(try Self.fetch(open.address, Self.options(robots: true)).get().body == Array("page".utf8))
    let closed = try Self.failure(Self.options(robots: true)) {
      $0.path == "/robots.txt" ? .text("", status: "500 Fault") : .text("page")
    }
    #expect(closed?.reason == .status(500) && closed?.message.contains("robots.txt") == true)
  }

  @Test func requestsToAHostKeepTheirDistance() throws {
    let server = try LoopbackServer { _ in .text("page") }
    var options = Self.options()
    options.delay = 0.5
    let fetcher = Fetcher(options)
    let start = ContinuousClock.now
    for _ in 0..<3 { _ = try fetcher.fetch(AddressRequest(server.address)) }
    #expect(ContinuousClock.now - start >= .seconds(1))
  }

  @Test func whatIsFetchedEndsWithTheRun() throws {
    let server = try LoopbackServer { _ in .drip("HTTP/1.1 200 OK\r\n\r\n") }
    let fetcher = Fetcher(Self.options())
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.3)
      fetcher.end()
    }
    let error = #expect(throws: AddressError.self) { try fetcher.fetch(AddressRequest(server.address)) }
    #expect(error?.reason == .ended)
  }
}
