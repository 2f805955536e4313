import CLibraries
import MahdarReaders

/// An address as libcurl reads it: what is checked is what is asked for.
struct TargetAddress: Sendable {
  let url: String
  let isSecure: Bool
  /// In ASCII and small letters; an IPv6 address without brackets.
  let host: String
  let port: Int

  /// - Parameter base: the address that `text` is relative to.
  /// - Errors: `malformed` for what is no address of http or https, or holds a password.
  init(_ text: String, base: TargetAddress? = nil) throws(AddressError) {
    guard text.utf8.count <= 8192, !text.utf8.contains(0) else {
      throw AddressError(.malformed, "an address of more than 8 KiB")
    }
    var address = mahdar_address()
    let result = mahdar_address_read(text, base?.url, &address)
    defer { mahdar_address_free(&address) }
    switch result {
    case MAHDAR_ADDRESS_READ: break
    case MAHDAR_ADDRESS_MISSING: throw Self.missing
    case MAHDAR_ADDRESS_CREDENTIALS:
      throw AddressError(.malformed, "\(text): holds a name or a password, and mahdar sends none")
    default: throw AddressError(.malformed, "\(text): is no address of http or https")
    }
    guard let url = address.url, let host = address.host, let scheme = address.scheme.map({ String(cString: $0) }),
      scheme == "http" || scheme == "https"
    else { throw AddressError(.malformed, "\(text): is no address of http or https") }
    self.url = String(cString: url)
    self.host = String(cString: host).lowercased()
    isSecure = scheme == "https"
    port = address.port
  }

  static let missing = AddressError(
    .missing, "libcurl is missing, which addresses are asked by (install the package libcurl4)")

  /// Scheme, host and port: what one robots.txt is for.
  var origin: String { "\(isSecure ? "https" : "http")://\(bracketed):\(port)" }

  /// Path and query.
  var path: String {
    let rest = url.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst(3).drop {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?")
    }
    return rest.first == UInt8(ascii: "/") ? String(Substring(rest)) : "/" + String(Substring(rest))
  }

  private var bracketed: String { host.contains(":") ? "[\(host)]" : host }

  /// The host's name and what it may stand for, as libcurl takes it; nil where it is a number.
  func resolved(to addresses: [NetworkAddress]) -> String? {
    guard NetworkAddress(host) == nil else { return nil }
    let numbers = addresses.map { "\($0)".contains(":") ? "[\($0)]" : "\($0)" }
    return "\(bracketed):\(port):\(numbers.joined(separator: ","))"
  }
}
