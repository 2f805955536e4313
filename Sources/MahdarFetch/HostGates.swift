import Foundation
import MahdarReaders

/// Lets one request a host through at a time, and none before the host's last is long enough ago.
///
/// `@unchecked`: every member is read and written under `condition`, in which those sleep who wait for their turn.
final class HostGates: @unchecked Sendable {
  private struct Gate {
    var isTaken = false
    /// Before this moment no request begins.
    var opens = Date.distantPast
    /// Before this moment the host wants to hear nothing.
    var rests = Date.distantPast
  }

  /// A host that wants longer quiet than this is told to be so, and not waited for.
  private static let patience = 5.0
  /// Hosts that are kept in mind.
  private static let limit = 10_000

  private let condition = NSCondition()
  private var gates: [String: Gate] = [:]
  private var isEnded = false

  /// Waits for the turn of a request; `leave` ends it.
  ///
  /// - Errors: `ended`, or that the host wants to be left alone.
  func enter(_ host: String) throws(AddressError) {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if isEnded { throw Fetcher.wasEnded }
      let gate = gates[host] ?? Gate()
      let rest = gate.rests.timeIntervalSinceNow
      if rest > Self.patience {
        throw AddressError(
          .status(429), "\(host) wants to be left alone for another \(Int(rest.rounded(.up))) s",
          retryAfter: Int(rest.rounded(.up)))
      }
      let begin = max(gate.opens, gate.rests)
      if !gate.isTaken, begin.timeIntervalSinceNow <= 0 {
        forgetOld()
        gates[host, default: Gate()].isTaken = true
        return
      }
      _ = condition.wait(until: gate.isTaken ? Date(timeIntervalSinceNow: 1) : begin)
    }
  }

  /// - Parameter delay: the seconds before the next request.
  func leave(_ host: String, delay: Double) {
    condition.lock()
    gates[host]?.isTaken = false
    gates[host]?.opens = Date(timeIntervalSinceNow: delay)
    condition.broadcast()
    condition.unlock()
  }

  /// The host wants no request for so many seconds.
  func rest(_ host: String, seconds: Int) {
    condition.lock()
    gates[host, default: Gate()].rests = Date(timeIntervalSinceNow: Double(min(seconds, 86_400)))
    condition.unlock()
  }

  func end() {
    condition.lock()
    isEnded = true
    condition.broadcast()
    condition.unlock()
  }

  private func forgetOld() {
    guard gates.count >= Self.limit else { return }
    gates = gates.filter { $0.value.isTaken || max($0.value.opens, $0.value.rests) > Date.now }
  }
}
