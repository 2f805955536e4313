import Foundation
import Mahdar
import Synchronization
import Testing

@testable import MahdarWeb

/// The desk over the wire: who is answered, with what head, and who is not.
struct ServerTests {
  /// The program itself, for its threads are not the tests'. It ends with them.
  private final class Server: @unchecked Sendable {
    let port: Int
    private let process = Process()
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "mahdar-serve-\(UUID().uuidString)")

    init(token: String? = nil) throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let store = try TestDesk.samples.get().desk.store.path
      process.executableURL = Project.program
      process.arguments = ["serve", "--store", store, "--port", "0", "--today", "2025-10-22", "--data", Project.data]
      if let token {
        let file = folder.appendingPathComponent("token")
        try token.write(to: file, atomically: true, encoding: .utf8)
        process.arguments? += ["--token-file", file.path]
      }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let address = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      port = address.split(separator: ":").last.flatMap { Int($0.prefix(while: \.isNumber)) } ?? 0
    }

    func stop() { process.terminate() }
  }

  private static let open = Result {
    atexit { ServerTests.stop() }
    return try Server()
  }
  private static let guarded = Result { try Server(token: "0123456789abcdef") }

  private static func stop() {
    for server in [open, guarded] { if case .success(let server) = server { server.stop() } }
  }

  private static func port() throws -> Int { try open.get().port }

  @Test func everyAnswerTellsTheBrowserToTrustNobodyElse() throws {
    let port = try Self.port()
    for target in ["/ar/", "/en/contacts", "/static/desk.css", "/nowhere", "/ar/contacts.json"] {
      let answer = try HTTPExchange(port, target)
      let policy = answer.headers["content-security-policy"] ?? ""
      #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(target)")
      #expect(!policy.contains("unsafe"))
      #expect(answer.headers["x-content-type-options"] == "nosniff")
    }
  }

  @Test func namesOfOthersAreNotAnswered() throws {
    let port = try Self.port()
    for host in ["evil.example.org", "127.0.0.1.evil.example.org", "localhost.evil.example.org:8300", "192.168.0.1"] {
      #expect(try HTTPExchange(port, "/ar/", host: host).status == 403, "\(host)")
    }
    for host in ["127.0.0.1:\(port)", "localhost:\(port)", "LOCALHOST", "[::1]:\(port)"] {
      #expect(try HTTPExchange(port, "/ar/", host: host).status == 200, "\(host)")
    }
  }

  @Test func theFirstAddressLeadsToTheReadersLanguage() throws {
    let port = try Self.port()
    #expect(try HTTPExchange(port, "/").headers["location"] == "/ar/")
    #expect(try HTTPExchange(port, "/", headers: ["Accept-Language": "en-GB,ar;q=0.5"]).headers["location"] == "/en/")
    #expect(
      try HTTPExchange(port, "/contacts?status=held", headers: ["Cookie": "desk=lang-en"]).headers["location"]
        == "/en/contacts?status=held")
    #expect(try HTTPExchange(port, "//evil.example.org/").headers["location"]?.hasPrefix("//") != true)
  }

  @Test func choicesLeadBackToThisDeskAlone() throws {
    let port = try Self.port()
    let chosen = try HTTPExchange(port, "/set?theme=dark&back=%2Far%2Fcontacts")
    #expect(chosen.status == 303 && chosen.headers["location"] == "/ar/contacts")
    #expect(chosen.headers["set-cookie"]?.contains("theme-dark") == true)
    #expect(chosen.headers["set-cookie"]?.contains("HttpOnly") == true)
    #expect(try HTTPExchange(port, "/set?lang=en&back=%2Far%2Fcontacts").headers["location"] == "/en/contacts")
    for back in [
      "https://evil.example.org/", "//evil.example.org", "/\\evil.example.org", "/\r\nSet-Cookie: x=y",
      "javascript:alert(1)",
    ] {
      #expect(
        try HTTPExchange(port, "/set?theme=dark&back=" + PageRequest.encode(back)).headers["location"] == "/", "\(back)"
      )
    }
  }

  @Test func whatIsKnownIsNotSentAgain() throws {
    let port = try Self.port()
    let first = try HTTPExchange(port, "/ar/contacts")
    let tag = try #require(first.headers["etag"])
    let again = try HTTPExchange(port, "/ar/contacts", headers: ["If-None-Match": tag])
    #expect(again.status == 304 && again.body.isEmpty)
    #expect(try HTTPExchange(port, "/ar/contacts", headers: ["If-None-Match": "\"x\""]).status == 200)
    #expect(try HTTPExchange(port, "/en/contacts").headers["etag"] != tag)
  }

  @Test func pagesArePackedForThoseWhoAsk() throws {
    let port = try Self.port()
    let plain = try HTTPExchange(port, "/ar/contacts")
    let packed = try HTTPExchange(port, "/ar/contacts", headers: ["Accept-Encoding": "gzip, br"])
    #expect(plain.headers["content-encoding"] == nil && packed.headers["content-encoding"] == "gzip")
    #expect(packed.body.count * 3 < plain.body.count)
    #expect(packed.headers["etag"] != plain.headers["etag"])
    #expect(plain.headers["vary"]?.contains("Accept-Encoding") == true)
  }

  @Test func headsAreAnsweredWithoutBodies() throws {
    let head = try HTTPExchange(try Self.port(), "/ar/contacts", method: "HEAD")
    #expect(head.status == 200 && head.body.isEmpty)
  }

  @Test func nothingIsWritten() throws {
    let port = try Self.port()
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
      #expect(try HTTPExchange(port, "/ar/contacts", method: method, body: "a=1").status == 405, "\(method)")
    }
  }

  @Test func textsAreTriedFromOurOwnPagesAlone() throws {
    let port = try Self.port()
    let text =
      "text=" + PageRequest.encode("التقى الوزير بدر البوسعيدي نظيره التركي هاكان فيدان في مسقط أمس.")
      + "&published=2025-10-22"
    let own = try HTTPExchange(port, "/ar/try", method: "POST", headers: ["Origin": "http://127.0.0.1"], body: text)
    #expect(own.status == 200 && own.text.contains("2025-10-21"))
    #expect(
      try HTTPExchange(port, "/ar/try", method: "POST", headers: ["Origin": "https://evil.example.org"], body: text)
        .status == 403)
    #expect(
      try HTTPExchange(port, "/ar/try", method: "POST", headers: ["Sec-Fetch-Site": "cross-site"], body: text).status
        == 403)
    #expect(
      try HTTPExchange(port, "/ar/try", method: "POST", body: "text=" + String(repeating: "a", count: 400_000)).status
        == 413)
  }

  @Test func whatIsTooLongIsRefused() throws {
    let port = try Self.port()
    #expect(try HTTPExchange(port, "/ar/search?q=" + String(repeating: "a", count: 3000)).status == 413)
    #expect(try HTTPExchange(port, "/ar/search?q=" + String(repeating: "a%20", count: 40)).status == 200)
    #expect(try HTTPExchange(port, "/ar/contacts?" + String(repeating: "with=a&", count: 100)).status == 413)
    #expect(try HTTPExchange(port, "/ar/contacts?" + String(repeating: "with=IQ&", count: 30)).status == 400)
    #expect(try HTTPExchange(port, "/" + String(repeating: "a", count: 40_000)).status != 200)
  }

  @Test func badRequestsGetWordsInTheReadersLanguage() throws {
    let port = try Self.port()
    let arabic = try HTTPExchange(port, "/ar/contacts?status=nothing")
    #expect(arabic.status == 400 && arabic.text.contains("لم يُفهم الطلب") && arabic.text.contains("role=\"alert\""))
    #expect(try HTTPExchange(port, "/en/contacts/c123").status == 404)
    #expect(try HTTPExchange(port, "/en/nowhere").text.contains("There is no such page"))
    #expect(
      try HTTPExchange(port, "/en/contacts.json?status=nothing").headers["content-type"]?.hasPrefix("application/json")
        == true)
  }

  @Test func theTokenIsAskedFor() throws {
    let port = try Self.guarded.get().port
    #expect(try HTTPExchange(port, "/ar/").status == 403)
    #expect(try HTTPExchange(port, "/static/desk.css").status == 403)
    #expect(try HTTPExchange(port, "/ar/?token=0123456789abcdee").status == 403)
    #expect(try HTTPExchange(port, "/ar/", headers: ["Authorization": "Bearer 0123456789abcdef"]).status == 200)
    let given = try HTTPExchange(port, "/?token=0123456789abcdef", host: "desk.example.org")
    #expect(given.status == 303 && given.headers["location"] == "/")
    #expect(given.headers["set-cookie"]?.contains("HttpOnly") == true)
    #expect(
      try HTTPExchange(port, "/ar/", host: "desk.example.org", headers: ["Cookie": "token=0123456789abcdef"]).status
        == 200)
    #expect(try HTTPExchange(port, "/ar/", headers: ["Cookie": "token=0123456789abcdefx"]).status == 403)
  }

  /// Those who begin and say nothing more hold up nobody.
  @Test func slowClientsHoldUpNobody() throws {
    let port = try Self.port()
    var slow: [Int32] = []
    defer { for socket in slow { close(socket) } }
    for number in 0..<100 {
      let socket = try HTTPExchange.connect(port)
      try HTTPExchange.send(
        socket,
        number % 2 == 0
          ? "GET /ar/ HTTP/1.1\r\nHost: 127"
          : "POST /ar/try HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\na=")
      slow.append(socket)
    }
    let start = ContinuousClock.now
    #expect(try HTTPExchange(port, "/ar/contacts?status=held").status == 200)
    #expect(ContinuousClock.now - start < .seconds(3))
  }

  @Test func manyAtOnceAreAnswered() throws {
    let port = try Self.port()
    let statuses = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: 60) { number in
      let status = (try? HTTPExchange(port, "/ar/contacts?page=\(number % 3 + 1)").status) ?? 0
      statuses.withLock { $0.append(status) }
    }
    let all = statuses.withLock { $0 }
    #expect(all.allSatisfy { $0 == 200 || $0 == 503 } && all.contains(200))
  }
}
