import Foundation
import MahdarReaders

/// Tells which addresses a host's name stands for.
public typealias Resolver = @Sendable (_ host: String) throws(AddressError) -> [NetworkAddress]

/// Resolving by the system.
enum SystemResolver {
  @Sendable static func resolve(_ host: String) throws(AddressError) -> [NetworkAddress] {
    var wanted = addrinfo()
    wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var first: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, nil, &wanted, &first)
    guard code == 0 else {
      throw AddressError(.unreachable, "\(host) is not known: \(String(cString: gai_strerror(code)))")
    }
    defer { freeaddrinfo(first) }
    var found: [NetworkAddress] = []
    var next = first
    while let one = next?.pointee {
      if let address = one.ai_addr.flatMap({ NetworkAddress($0) }), !found.contains(address) { found.append(address) }
      next = one.ai_next
    }
    return found
  }
}
