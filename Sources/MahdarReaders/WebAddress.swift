/// Addresses of the web, to compare articles by.
public enum WebAddress {
  /// What tells a page apart: host and path, and of the query what is no trace of the way by which readers came.
  ///
  ///     WebAddress.plain("HTTP://www.Paper.example/a/?utm_source=x&id=7#top") // "paper.example/a?id=7"
  ///
  /// - Returns: nil for what is no address of http or https, and for a site's first page, which is another one every day.
  public static func plain(_ address: String) -> String? {
    var rest = address[...]
    guard let scheme = ["https://", "http://"].first(where: { address.prefix($0.count).lowercased() == $0 }) else {
      return nil
    }
    rest = rest.dropFirst(scheme.count)
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    let query = rest.firstIndex(of: "?")
    let place = rest[..<(query ?? rest.endIndex)]
    let slash = place.firstIndex(of: "/") ?? place.endIndex
    var host = place[..<slash].lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    var path = place[slash...]
    while path.last == "/" { path.removeLast() }
    let kept = query.map { rest[rest.index(after: $0)...].split(separator: "&").filter { !isTrace($0) } } ?? []
    guard !host.isEmpty, !(path.isEmpty && kept.isEmpty) else { return nil }
    return host + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  private static func isTrace(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || traces.contains(name)
  }

  private static let traces: Set<String> = [
    "fbclid", "gclid", "dclid", "yclid", "msclkid", "igshid", "mc_cid", "mc_eid", "ref", "referrer", "source", "cmpid",
    "ocid",
    "ns_mchannel", "ns_source", "ns_campaign", "ito", "traffic_source", "amp", "outputtype", "share", "_ga",
  ]
}
