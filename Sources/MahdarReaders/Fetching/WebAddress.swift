/// An address of the web as RFC 3986 takes it apart, for links of feeds; what is asked for is read by libcurl.
public struct WebAddress: Sendable, Hashable {
  /// Bytes of an address that is read.
  private static let longest = 8192

  private var scheme: Substring?
  /// Host and port.
  private var authority: Substring?
  private var path: Substring
  private var query: Substring?

  /// Whether an input is an address rather than a file.
  public static func isAddress(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// Takes a reference apart; what stands behind `#` is left out.
  public init(_ text: String) {
    var rest = text[...]
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<mark] }
    if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
      scheme = rest[..<colon]
      rest = rest[rest.utf8.index(after: colon)...]
    }
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    if rest.utf8.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = rest
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || $0 >= 0x30 && $0 <= 0x39 || [0x2B, 0x2D, 0x2E].contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// Whether it stands alone, as `urn:x` and `https://example.org` do.
  public var isAbsolute: Bool { scheme != nil }

  /// Whether it is of http or https and names a host.
  public var isOfTheWeb: Bool { authority?.isEmpty == false && Self.isAddress("\(scheme ?? "")://") }

  /// The host, in small letters; empty where there is none.
  public var host: String {
    guard var host = authority else { return "" }
    if let mark = host.lastIndex(of: "@") { host = host[host.index(after: mark)...] }
    if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") { host = host[..<colon] }
    return host.lowercased()
  }

  /// A reference that stands in a document at this address; nil where that is no whole address.
  ///
  ///     WebAddress("https://example.org/a/b").resolving("../c?d") // https://example.org/c?d
  public func resolving(_ reference: String) -> WebAddress? {
    // Longer ones are none, and would make each other longer.
    guard reference.utf8.count <= Self.longest, path.utf8.count <= Self.longest else { return nil }
    var other = WebAddress(reference.trimmingBlanks)
    if other.isAbsolute {
      other.path = Self.withoutDots(other.path, isAbsolute: other.authority != nil)
      return other
    }
    guard isAbsolute else { return nil }
    other.scheme = scheme
    if other.authority == nil {
      other.authority = authority
      if other.path.isEmpty {
        other.path = path
        other.query = other.query ?? query
        return other
      }
      if other.path.first != "/" {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? (authority == nil ? "" : "/")
        other.path = folder + other.path
      }
    }
    other.path = Self.withoutDots(other.path, isAbsolute: other.authority != nil)
    return other
  }

  private static func withoutDots(_ path: Substring, isAbsolute: Bool) -> Substring {
    guard isAbsolute, path.contains("/.") else { return path }
    var parts: [Substring] = []
    let all = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (place, part) in all.enumerated() {
      let isLast = place == all.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        _ = parts.popLast()
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")[...]
  }

  public var text: String {
    (scheme.map { $0.lowercased() + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
      + (query.map { "?" + $0 } ?? "")
  }

  /// Parts of a query that tell where a reader came from, not what he reads.
  private static let tracking: Set<Substring> = [
    "fbclid", "gclid", "dclid", "yclid", "msclkid", "igshid", "mc_cid", "mc_eid", "ref_src", "at_medium", "cmpid",
    "ocid",
    "ns_mchannel", "ns_source", "ns_campaign", "traffic_source", "_ga",
  ]

  /// The address without what tells where its reader came from.
  public var withoutTracking: WebAddress {
    guard let query else { return self }
    let kept = query.split(separator: "&", omittingEmptySubsequences: false).filter { pair in
      let name = pair.prefix { $0 != "=" }
      return !name.hasPrefix("utm_") && !Self.tracking.contains(name)
    }
    var address = self
    address.query = kept.isEmpty ? nil : kept.joined(separator: "&")[...]
    return address
  }

  /// Whether it is a site's first page, which is another one every day.
  public var isFirstPage: Bool { (path.isEmpty || path == "/") && withoutTracking.query?.isEmpty != false }

  /// What is the same for addresses that lead to one page: without scheme, `www`, the port of the scheme, the mark of a folder at
  /// the end, and what tells where the reader came from.
  public var key: String {
    var host = authority.map { $0.lowercased() } ?? ""
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.utf8.count) }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    let folder = path.hasSuffix("/") ? path.dropLast() : path
    return (isOfTheWeb ? "" : (scheme.map { $0.lowercased() + ":" } ?? "")) + host + folder
      + (withoutTracking.query.map { $0.isEmpty ? "" : "?" + $0 } ?? "")
  }

  /// The ways in which the address is usually written: http and https, with the mark of a folder at the end and without.
  public var variants: [String] {
    guard isOfTheWeb else { return [text] }
    return ["https", "http"].flatMap { scheme in
      [path, path.hasSuffix("/") ? path.dropLast() : path + "/"].map { path in
        var address = self
        address.scheme = scheme[...]
        address.path = path
        return address.text
      }
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmingBlanks: String {
    var text = self[...]
    while let first = text.unicodeScalars.first, first.properties.isWhitespace { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, last.properties.isWhitespace { text.unicodeScalars.removeLast() }
    return String(text)
  }
}
