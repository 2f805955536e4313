import HTTPTypes
import Mahdar
import Synchronization

/// Who may ask: the machine itself, or whoever knows the token; no page of another site by way of a browser.
final class Gate: Sendable {
  /// What a desk that others can reach asks for; nil for one on this machine alone.
  let token: String?
  private let host: String

  /// Requests of a second, and how many more at once.
  private static let rate = 100.0
  private static let burst = 400.0
  private let budget = Mutex<(left: Double, at: ContinuousClock.Instant)>((burst, .now))

  static let cookie = "token"

  init(host: String, token: String?) { (self.host, self.token) = (host, token) }

  /// - Errors: `PageError.forbidden` for a host that is not this one (a name that leads here is another site's) and where the token
  ///   lacks; `PageError.busy` where strangers ask too fast.
  func check(_ call: inout Call) throws(PageError) {
    guard isOwn(call.authority) else { throw .forbidden("error-host") }
    if call.method == .post { try checkOrigin(call) }
    guard let token else { return }
    if let given = call[header: .authorization], given.hasPrefix("Bearer "),
      Self.isSame(String(given.dropFirst(7)), token)
    {
      return
    }
    if let given = call[cookie: Self.cookie], Self.isSame(given, token) { return }
    try slow()
    let pairs = try PageRequest.pairs(call.query)
    guard let given = pairs.first(where: { $0.name == "token" })?.value, Self.isSame(given, token) else {
      throw .forbidden("error-token")
    }
    // Once in the address, then in a cookie: addresses are seen by others.
    call.answer = Call.redirect(
      "/", cookies: ["\(Self.cookie)=\(token); Path=/; Max-Age=2592000; SameSite=Strict; HttpOnly"])
  }

  /// A page of another site can lead a browser here by a name of its own; it can't make the browser say a name of ours.
  private func isOwn(_ authority: String?) -> Bool {
    guard let authority else { return false }
    let name = Self.name(authority)
    if ["localhost", "127.0.0.1", "[::1]"].contains(name) || name == host.lowercased() { return true }
    // With a token nothing is told to who does not know it, under whatever name.
    return token != nil
  }

  private static func name(_ authority: String) -> String {
    let lower = authority.lowercased()
    if lower.hasPrefix("[") { return String(lower.prefix { $0 != "]" }) + "]" }
    return String(lower.prefix { $0 != ":" })
  }

  /// Forms come from our own pages alone.
  private func checkOrigin(_ call: Call) throws(PageError) {
    if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ call[header: $0] }), site != "same-origin", site != "none"
    {
      throw .forbidden("error-origin")
    }
    guard let origin = call[header: .origin] else { return }
    let name = origin.split(separator: "/").last.map { Self.name(String($0)) }
    guard let name, let authority = call.authority, name == Self.name(authority) else {
      throw .forbidden("error-origin")
    }
  }

  /// Takes as long for a wrong token as for the right one.
  private static func isSame(_ given: String, _ token: String) -> Bool {
    let (a, b) = (Array(given.utf8), Array(token.utf8))
    var difference = UInt8(a.count == b.count ? 0 : 1)
    for index in b.indices { difference |= b[index] ^ (index < a.count ? a[index] : 0) }
    return difference == 0
  }

  /// Of those who don't know the token, so many are answered in a second.
  private func slow() throws(PageError) {
    let isLeft = budget.withLock { budget in
      let now = ContinuousClock.now
      let seconds = (now - budget.at) / .seconds(1)
      budget = (min(Self.burst, budget.left + seconds * Self.rate) - 1, now)
      return budget.left > 0
    }
    guard isLeft else { throw .busy }
  }
}
