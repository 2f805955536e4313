import Foundation
import Mahdar
import MahdarReaders
import Synchronization

/// Asks addresses of the web as a guest does: one request a host at a time with a pause between two, as robots.txt allows, and none
/// to networks that are not the public one.
///
/// - Errors: `AddressError`, in words for the user.
public final class Fetcher: AddressFetching {
  public struct Options: Sendable {
    /// Whether networks that are not public may be asked.
    public var allowsPrivate = false
    /// Whether robots.txt is left unread.
    public var ignoresRobots = false
    /// How whoever runs this can be reached, for the owners of what is asked.
    public var contact: String?
    /// Seconds between two requests to a host.
    public var delay = 1.0
    public var limits = FetchLimits()
    /// Addresses that count as public: tests run their servers on this machine.
    package var trusted: Set<NetworkAddress> = []

    public init() {}
  }

  static let wasEnded = AddressError(.ended, "was ended before it was fetched")

  /// The longest that a host's own wish for a pause is heeded.
  private static let longestDelay = 60.0

  private let options: Options
  private let resolver: Resolver
  private let agent: String
  private let gates = HostGates()
  private let robots = RobotsCache()
  private let isEnded = Atomic(false)

  /// - Parameter resolver: who knows what names stand for; nil for the system.
  public init(_ options: Options = Options(), resolver: Resolver? = nil) {
    self.options = options
    if let resolver { self.resolver = resolver } else { self.resolver = SystemResolver.resolve }
    let contact = options.contact.map { $0.filter { $0.isASCII && $0 >= " " && $0 != "\u{7F}" }.prefix(200) }
    agent = "mahdar/\(Pipeline.version)" + (contact.map { " (+\($0))" } ?? "")
  }

  public func end() {
    isEnded.store(true, ordering: .relaxed)
    gates.end()
  }

  public func fetch(_ request: AddressRequest) throws(AddressError) -> AddressAnswer {
    let target = try TargetAddress(request.address)
    var headers = ["Accept: text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"]
    if let etag = request.etag { headers.append("If-None-Match: \(etag)") }
    if let date = request.lastModified { headers.append("If-Modified-Since: \(date)") }
    return try follow(target, headers: headers, mostBytes: options.limits.bytes, obeysRobots: !options.ignoresRobots)
  }

  /// Asks an address and those that it leads on to.
  private func follow(
    _ start: TargetAddress, headers: [String], mostBytes: Int, obeysRobots: Bool
  ) throws(AddressError) -> AddressAnswer {
    var target = start
    var visited: Set<String> = [start.url]
    /// Where the first address has moved for good, as long as every step was for good.
    var moved: String?
    var isForGood = true
    for _ in 0...options.limits.redirects {
      let (exchange, status): (Exchange, Int)
      do throws(AddressError) {
        if obeysRobots { try checkRobots(target) }
        (exchange, status) = try ask(target, headers: headers, mostBytes: mostBytes)
      } catch {
        throw error.behind(target.url == start.url ? nil : start.url)
      }
      guard [301, 302, 303, 307, 308].contains(status), let location = exchange.head["location"] else {
        var answer = try self.answer(exchange, status, of: target)
        answer.moved = moved
        return answer
      }
      let next: TargetAddress
      do throws(AddressError) {
        next = try TargetAddress(location, base: target)
      } catch {
        throw error.behind(target.url)
      }
      if target.isSecure, !next.isSecure, next.host != target.host {
        throw AddressError(
          .forbidden, "\(target.url): leads from https to \(next.url), which anybody on the way could change")
      }
      guard visited.insert(next.url).inserted else {
        throw AddressError(.unreachable, "\(start.url): its redirects lead round in a circle")
      }
      isForGood = isForGood && (status == 301 || status == 308)
      if isForGood { moved = next.url }
      target = next
    }
    throw AddressError(.unreachable, "\(start.url): more than \(options.limits.redirects) redirects")
  }

  /// The addresses of a host, all of which may be connected to.
  private func addresses(of target: TargetAddress) throws(AddressError) -> [NetworkAddress] {
    if !options.allowsPrivate, NetworkAddress.isDisguised(target.host) {
      throw AddressError(.forbidden, "\(target.host): is a number for an address, which hides where it leads")
    }
    let number = NetworkAddress(target.host)
    let all = if let number { [number] } else { try resolver(target.host) }
    if all.isEmpty { throw AddressError(.unreachable, "\(target.host) has no address") }
    if options.allowsPrivate {
      let allowed = all.filter { !$0.isMetadata }
      guard !allowed.isEmpty else {
        throw AddressError(
          .forbidden, "\(target.host): is where machines in the cloud are told their secrets: never asked")
      }
      return allowed
    }
    let allowed = all.filter { $0.isPublic || options.trusted.contains($0) }
    guard !allowed.isEmpty else {
      let (name, number) = (target.host, "\(all[0])")
      throw AddressError(
        .forbidden,
        (name == number ? name : "\(name) (\(number))")
          + ": is of this machine or its own networks, not of the public one (if that is meant: --allow-private)")
    }
    return allowed
  }

  private func ask(
    _ target: TargetAddress, headers: [String], mostBytes: Int
  ) throws(AddressError) -> (Exchange, Int) {
    let addresses = try addresses(of: target)
    let gate = target.host
    try gates.enter(gate)
    defer {
      let wish = robots.known(target.origin)?.delay ?? 0
      gates.leave(gate, delay: max(options.delay, min(wish, Self.longestDelay)))
    }
    let exchange = Exchange(target, at: addresses, limits: options.limits, mostBytes: mostBytes) {
      self.isEnded.load(ordering: .relaxed)
    }
    let status = try exchange.run(agent: agent, headers: headers)
    if status == 429 || status == 503, let seconds = exchange.head.retryAfter(now: Self.now) {
      gates.rest(gate, seconds: seconds)
    }
    return (exchange, status)
  }

  private static var now: Int { Int(Date.now.timeIntervalSince1970) }

  private func answer(_ exchange: Exchange, _ status: Int, of target: TargetAddress) throws(AddressError)
    -> AddressAnswer
  {
    let head = exchange.head
    var answer = AddressAnswer(address: target.url)
    answer.etag = head.mark("etag")
    answer.lastModified = head.mark("last-modified")
    answer.maxAge = head.maxAge
    switch status {
    case 304: answer.isUnchanged = true
    case 200...299:
      answer.body = exchange.body
      answer.type = head.type
      answer.charset = head.charset
    default:
      throw AddressError(
        .status(status), "\(target.url): \(Self.words(status))", retryAfter: head.retryAfter(now: Self.now))
    }
    return answer
  }

  private static func words(_ status: Int) -> String {
    switch status {
    case 401, 403: "the server does not let us read it (\(status))"
    case 404: "is not there (404)"
    case 410: "is gone for good (410)"
    case 429: "the server asks for fewer requests (429)"
    case 500...599: "the server has a fault of its own (\(status))"
    default: "the server answers \(status)"
    }
  }

  // MARK: robots.txt

  private func checkRobots(_ target: TargetAddress) throws(AddressError) {
    let rules = try robots.robots(target.origin) {
      do throws(AddressError) {
        let file = try TargetAddress("/robots.txt", base: target)
        let answer = try follow(file, headers: [], mostBytes: options.limits.bytes, obeysRobots: false)
        return .success(Robots(answer.body, agent: "mahdar"))
      } catch {
        switch error.reason {
        case .status(let status) where (400..<500).contains(status) && status != 429: return .success(.allowing)
        case .ended, .forbidden, .missing: return .failure(error)
        // RFC 9309: a host whose file can't be read is asked for nothing else until it can.
        default:
          return .failure(
            AddressError(
              error.reason, "robots.txt can't be read, so nothing else is asked: \(error.message)",
              retryAfter: error.retryAfter))
        }
      }
    }
    guard rules.allows(target.path) else {
      throw AddressError(
        .disallowed, "\(target.url): robots.txt of \(target.host) asks programs to keep away (see --ignore-robots)")
    }
  }
}

extension AddressError {
  /// The error of an address that another one leads to.
  fileprivate func behind(_ address: String?) -> AddressError {
    guard let address, reason != .ended else { return self }
    return AddressError(reason, "\(address) leads to \(message)", retryAfter: retryAfter)
  }
}
