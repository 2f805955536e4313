import Foundation
import Synchronization

/// A server on this machine that answers as it is told, right or wrong.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    var path = ""
    /// By names in small letters.
    var headers: [String: String] = [:]
  }

  enum Reply: Sendable {
    /// These bytes, head and all, and the end.
    case bytes([UInt8])
    /// These bytes, then a byte a second.
    case drip(String)
    /// These bytes, then more without end.
    case endless(String)
    /// The end, at once and unasked.
    case reset

    static func text(
      _ body: String, status: String = "200 OK", type: String = "text/html", headers: [String] = []
    ) -> Reply {
      .body(Array(body.utf8), status: status, type: type, headers: headers)
    }

    static func body(_ body: [UInt8], status: String = "200 OK", type: String, headers: [String] = []) -> Reply {
      let head = ["HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.count)"] + headers
      return .bytes(Array((head.joined(separator: "\r\n") + "\r\nConnection: close\r\n\r\n").utf8) + body)
    }

    static func redirect(_ address: String, _ status: String = "302 Found") -> Reply {
      .text("", status: status, headers: ["Location: \(address)"])
    }

    static let missing = Reply.text("", status: "404 Not Found")
  }

  struct Failed: Error {}

  let port: Int
  private let listener: Int32
  private let requests = Mutex<[Request]>([])
  private let answer: @Sendable (Request) -> Reply

  init(_ answer: @escaping @Sendable (Request) -> Reply) throws {
    signal(SIGPIPE, SIG_IGN)
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (socket, size) = (listener, length)
    let isBound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) == 0 && listen(socket, 64) == 0 }
    }
    guard isBound else { throw Failed() }
    _ = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
    }
    port = Int(in_port_t(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0, let self else { return }
        Thread.detachNewThread { self.serve(connection) }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  var address: String { "http://127.0.0.1:\(port)" }

  /// The paths that were asked for, in order.
  var paths: [String] { requests.withLock { $0.map(\.path) } }

  var last: Request? { requests.withLock { $0.last } }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while head.firstRange(of: Array("\r\n\r\n".utf8)) == nil {
      let count = recv(connection, &buffer, buffer.count, 0)
      // TLS begins with this byte, and no line follows.
      guard count > 0, head.count < 65_536 else { return }
      head += buffer[..<count]
      if head[0] == 0x16 { return send(connection, Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)) }
    }
    var request = Request()
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    request.path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    for line in lines.dropFirst() {
      let pair = line.split(separator: ":", maxSplits: 1)
      if pair.count == 2 { request.headers[pair[0].lowercased()] = pair[1].trimmingCharacters(in: .whitespaces) }
    }
    requests.withLock { $0.append(request) }
    switch answer(request) {
    case .bytes(let bytes):
      send(connection, bytes)
      // What the other side still sends shall not reset the connection before it has read all.
      shutdown(connection, Int32(SHUT_WR))
    case .drip(let start):
      send(connection, Array(start.utf8))
      for _ in 0..<60 where Foundation.send(connection, "x", 1, Int32(MSG_NOSIGNAL)) == 1 { sleep(1) }
    case .endless(let start):
      send(connection, Array(start.utf8))
      let more = [UInt8](repeating: UInt8(ascii: "x"), count: 65_536)
      while Foundation.send(connection, more, more.count, Int32(MSG_NOSIGNAL)) > 0 {}
    case .reset:
      var hard = linger(l_onoff: 1, l_linger: 0)
      setsockopt(connection, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
    }
  }

  private func send(_ connection: Int32, _ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}
