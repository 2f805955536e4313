import CLibraries
import Foundation
import MahdarReaders
import Synchronization

/// One request and its answer, no redirects followed.
final class Exchange {
  private let target: TargetAddress
  private let addresses: [NetworkAddress]
  private let limits: FetchLimits
  private let mostBytes: Int
  private let isEnded: () -> Bool
  private(set) var head = AnswerHead()
  private(set) var body: [UInt8] = []
  /// Why the body or the head was refused.
  private var refusal: String?
  private var hasStrayed = false

  /// - Parameters:
  ///   - addresses: the only ones that may be connected to; at least one.
  ///   - isEnded: asked now and then: whether the run was ended.
  init(
    _ target: TargetAddress, at addresses: [NetworkAddress], limits: FetchLimits, mostBytes: Int,
    isEnded: @escaping () -> Bool
  ) {
    self.target = target
    self.addresses = addresses
    self.limits = limits
    self.mostBytes = mostBytes
    self.isEnded = isEnded
  }

  /// - Parameter headers: lines of the request's head.
  /// - Returns: the status.
  func run(agent: String, headers: [String]) throws(AddressError) -> Int {
    var events = mahdar_fetch_events(
      may_connect: { Exchange.of($0).mayConnect(String(cString: $1)) ? 1 : 0 },
      header: { Exchange.of($0).addHeader(UnsafeRawBufferPointer(start: $1, count: $2)) ? 1 : 0 },
      body: { Exchange.of($0).addBody(UnsafeRawBufferPointer(start: $1, count: $2), received: Int($3)) ? 1 : 0 },
      goes_on: { Exchange.of($0).isEnded() ? 0 : 1 })
    let lines = headers.map { strdup($0) }
    let words: [String] = [target.url, agent]
    let texts = words.map { strdup($0) } + [target.resolved(to: addresses).flatMap { strdup($0) }]
    defer { for text in lines + texts { free(text) } }
    guard let url = texts[0], let agent = texts[1] else {
      throw AddressError(.unreachable, "there is no memory for a request")
    }
    let pointers = lines.map { UnsafePointer($0) } + [nil]
    let answer = pointers.withUnsafeBufferPointer { headers -> mahdar_fetch_answer? in
      guard let first = headers.baseAddress else { return nil }
      var request = mahdar_fetch_request(
        url: url, resolved: texts[2], agent: agent, headers: first,
        connect_milliseconds: Int(limits.connectSeconds * 1000), total_milliseconds: Int(limits.totalSeconds * 1000),
        slow_bytes: limits.slowBytes, slow_seconds: limits.slowSeconds, most_bytes: Int64(mostBytes))
      return mahdar_fetch(&request, &events, Unmanaged.passUnretained(self).toOpaque())
    }
    guard let answer else { throw AddressError(.unreachable, "there is no memory for a request") }
    return try status(of: answer)
  }

  private static func of(_ context: UnsafeMutableRawPointer) -> Exchange {
    Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
  }

  private func mayConnect(_ address: String) -> Bool {
    let isKnown = NetworkAddress(address).map(addresses.contains) == true
    hasStrayed = hasStrayed || !isKnown
    return isKnown
  }

  private func addHeader(_ line: UnsafeRawBufferPointer) -> Bool {
    head.add(line)
    if head.size > limits.head { refusal = "its head has more than \(limits.head >> 10) KiB" }
    return refusal == nil
  }

  private func addBody(_ bytes: UnsafeRawBufferPointer, received: Int) -> Bool {
    let count = body.count + bytes.count
    if count > mostBytes {
      refusal = Self.tooLong(mostBytes)
    } else if count > 1 << 20, count / limits.ratio > max(received, 1) {
      refusal = "unpacked it is more than \(limits.ratio) times as long as what came: a bomb"
    } else {
      body.append(contentsOf: bytes)
    }
    return refusal == nil
  }

  private static func tooLong(_ bytes: Int) -> String { "it is longer than \(bytes >> 20) MiB" }

  private func status(of answer: mahdar_fetch_answer) throws(AddressError) -> Int {
    let name = target.host
    if let refusal { throw AddressError(.tooLong, "\(target.url): \(refusal)") }
    // Where libcurl went elsewhere than it was told, nothing of it is taken.
    let connected = String(
      decoding: withUnsafeBytes(of: answer.address) { Array($0.prefix { $0 != 0 }) }, as: UTF8.self)
    if hasStrayed || !connected.isEmpty && NetworkAddress(connected).map(addresses.contains) != true {
      throw AddressError(.forbidden, "\(name): leads to another address than the one that was checked")
    }
    func unreachable(_ words: String) -> AddressError { AddressError(.unreachable, "\(target.url): \(words)") }
    switch answer.result {
    case MAHDAR_FETCH_DONE: return answer.status
    case MAHDAR_FETCH_MISSING: throw TargetAddress.missing
    case MAHDAR_FETCH_TOO_SLOW:
      throw unreachable("too slow: no answer, or too little of it, within \(Int(limits.totalSeconds)) s")
    case MAHDAR_FETCH_NO_CONNECTION: throw unreachable("\(name) takes no connection")
    case MAHDAR_FETCH_TLS: throw unreachable("\(name) does not speak TLS, or not as it should")
    case MAHDAR_FETCH_CERTIFICATE:
      throw unreachable("its certificate is not valid, so it may be somebody else's answer")
    case MAHDAR_FETCH_CUT: throw unreachable("the answer broke off before its end")
    case MAHDAR_FETCH_TOO_LONG: throw AddressError(.tooLong, "\(target.url): \(Self.tooLong(mostBytes))")
    case MAHDAR_FETCH_NO_HTTP: throw unreachable("answers in something else than HTTP")
    case MAHDAR_FETCH_BAD_CODING: throw unreachable("the answer can't be unpacked")
    case MAHDAR_FETCH_RESET: throw unreachable("the connection was ended without an answer")
    case MAHDAR_FETCH_ENDED: throw Fetcher.wasEnded
    default: throw unreachable("can't be fetched [curl \(answer.code)]")
    }
  }
}
