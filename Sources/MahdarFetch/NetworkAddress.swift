import Foundation

/// A numeric address of IPv4 or IPv6.
public struct NetworkAddress: Sendable, Hashable, CustomStringConvertible {
  /// Four bytes or sixteen, the first first.
  private let bytes: [UInt8]

  /// Reads `93.184.216.34` or `2606:2800::1`; nil for other texts, and for numbers written in other ways.
  public init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: &six) { Array($0) }
    } else {
      return nil
    }
  }

  /// - Parameter address: one of IPv4 or IPv6; nil for others.
  init?(_ address: UnsafePointer<sockaddr>) {
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { address in
        withUnsafeBytes(of: address.pointee.sin_addr) { Array($0) }
      }
    case AF_INET6:
      bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { address in
        withUnsafeBytes(of: address.pointee.sin6_addr) { Array($0) }
      }
    default: return nil
    }
  }

  /// Whether a text is a number that the system takes for an address though it is not written as one: `2130706433`, `0x7f.1`,
  /// `0177.0.0.1`.
  public static func isDisguised(_ text: String) -> Bool {
    var address = in_addr()
    return inet_aton(text, &address) != 0 && NetworkAddress(text) == nil
  }

  public var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    bytes.withUnsafeBytes { bytes in
      _ = inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes.baseAddress, &text, socklen_t(text.count))
    }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Networks that are not the public one, or lead to others: their first bytes, and how many bits of these count.
  ///
  /// - Source: the special-purpose address registries of IANA; AWS for fd00:ec2::254, which fc00::/7 holds.
  private static let reserved: [(first: NetworkAddress, bits: Int)] = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
    "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    // Teredo and 6to4 lead to addresses of IPv4; so do those in `::/96` and `::ffff:0:0/96`.
    "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "5f00::/16",
  ].compactMap { network in
    let parts = network.split(separator: "/")
    guard let first = parts.first.flatMap({ NetworkAddress(String($0)) }), let bits = parts.last.flatMap({ Int($0) })
    else { return nil }
    return (first, bits)
  }

  /// Whether it is of the public network, and leads nowhere else: of IPv6 only what is given to the public (2000::/3) is.
  public var isPublic: Bool {
    if bytes.count == 16, bytes[0] & 0xE0 != 0x20 { return false }
    return !Self.reserved.contains { isIn($0.first, $0.bits) }
  }

  /// Whether machines in the cloud are told of themselves there: nothing that is read leads to it, whatever is allowed.
  public var isMetadata: Bool { Self.metadata.contains(self) }

  private static let metadata = ["169.254.169.254", "fd00:ec2::254", "::ffff:169.254.169.254"].compactMap(
    NetworkAddress.init)

  private func isIn(_ network: NetworkAddress, _ bits: Int) -> Bool {
    guard bytes.count == network.bytes.count else { return false }
    return bytes.indices.allSatisfy { place in
      let counted = min(8, max(0, bits - place * 8))
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> counted)
      return bytes[place] & mask == network.bytes[place] & mask
    }
  }
}
