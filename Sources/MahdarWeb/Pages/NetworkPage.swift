import MahdarStore

/// Who meets whom in a period.
struct NetworkPage: Page {
  static let template = "network"

  struct Value: Encodable {
    var network: Network
    var facets: Facets
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    let query = try ContactQuery(request)
    let facets = try desk.facets(query)
    return Value(
      network: try desk.store.network(query.request, request["by"] == "people" ? .people : .sides), facets: facets)
  }

  func view(_ value: Value, _ show: Show) throws -> View {
    let query = try ContactQuery(show.request)
    let network = value.network
    func name(_ node: Network.Node) -> String {
      network.unit == .sides ? show.side(node.id) : (show.isArabic ? node.name : node.label ?? node.name) ?? node.id
    }
    func href(_ edge: Network.Edge) -> String {
      let name = network.unit == .sides ? "side" : "with"
      return show.link("contacts", query.query + [(name, network.nodes[edge.a].id), (name, network.nodes[edge.b].id)])
    }
    // All years stay in reach, whichever is chosen.
    let years = show.overview.facets.years
    let period = query.query.first { $0.name == "between" }?.value
    var view = FacetView(show, query, "network").view(value.facets)
    view["title"] = show.w("nav-network")
    view["nodesWord"] = show.w("network-nodes", String(network.allNodes))
    view["edgesWord"] = show.w("network-edges", String(network.allEdges))
    view["drawing"] = NetworkDrawing(show: show, network: network, name: name, href: href).markup().description
    view["isEmpty"] = network.nodes.isEmpty
    view["units"] = [Network.Unit.sides, .people].map { unit -> View in
      [
        "word": show.w("network-" + unit.rawValue), "href": show.link("network", query.setting("by", unit.rawValue)),
        "on": unit == network.unit,
      ]
    }
    view["years"] = years.filter { !$0.value.isEmpty }.prefix(14).map { year -> View in
      [
        "word": year.value, "on": period == year.value,
        "href": show.link("network", query.setting("between", period == year.value ? nil : year.value)),
      ]
    }
    view["edges"] = network.edges.prefix(40).map { edge -> View in
      let (a, b) = (network.nodes[edge.a], network.nodes[edge.b])
      return [
        "one": show.run(name(a)), "oneHref": show.personLink(a.id), "other": show.run(name(b)),
        "otherHref": show.personLink(b.id),
        "n": edge.count, "href": href(edge), "pairHref": show.pairLink(a.id, b.id),
        "states": edge.statuses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
          ["state": show.status($0.key), "n": $0.value] as View
        },
      ]
    }
    view["shown"] =
      network.total > network.counted
      ? show.w("network-latest", String(network.counted), String(network.total)) as Any : false
    view["cut"] =
      network.allNodes > network.nodes.count
      ? show.w("network-cut", String(network.nodes.count), String(network.allNodes)) as Any : false
    view["table"] = show.link("contacts", query.query)
    view["timeline"] = show.link("timeline", query.query)
    view["network"] = show.link("network", query.query)
    return view
  }
}
