import Foundation
import MahdarStore

/// A network as a drawing: laid out by springs, from places that only the nodes' order decides, so that it is the same each time.
struct NetworkDrawing {
  private static let height = 640.0
  private static let rounds = 240

  let show: Show
  let network: Network
  let name: (Network.Node) -> String
  let href: (Network.Edge) -> String

  func markup() -> Markup {
    let drawing = Drawing(width: 1200, isRightToLeft: show.isArabic)
    let places = layout(width: drawing.width - 160, height: Self.height - 70)
    func point(_ node: Int) -> (Double, Double) { (drawing.x(places[node].0 + 80), places[node].1 + 30) }
    var content: Markup = ""
    var signs: Markup = ""
    for edge in network.edges {
      let (a, b) = (point(edge.a), point(edge.b))
      let title = "\(name(network.nodes[edge.a]))\(show.wording.comma)\(name(network.nodes[edge.b])): \(edge.count)"
      let width = 1.6 + min(6, Double(edge.count).squareRoot() * 1.1)
      content += """
        <a href="\(href(edge))"><title>\(title)</title><path class="edge \(edge.status)" d="M\(a.0) \(a.1)L\(b.0) \(b.1)" stroke-width="\(width)"/></a>
        """
      if ["cancelled", "denied", "postponed"].contains(edge.status) {
        let (x, y) = ((a.0 + b.0) / 2, (a.1 + b.1) / 2)
        signs += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"10\" class=\"hole\"/>"
        signs +=
          "<use href=\"#\(edge.status)\" class=\"shape \(edge.status)\" x=\"\(x - 7)\" y=\"\(y - 7)\" width=\"14\" height=\"14\"/>"
      }
    }
    content += signs
    let most = Double(network.nodes.map(\.contacts).max() ?? 1)
    for (index, node) in network.nodes.enumerated() {
      let (x, y) = point(index)
      let radius = 4.5 + 7 * (Double(node.contacts) / most).squareRoot()
      let word = LanesDrawing.cut(name(node), 24)
      content += """
        <a href="\(show.personLink(node.id))"><circle class="nd" cx="\(x)" cy="\(y)" r="\(radius)"/>\
        <text class="nm halo" x="\(x)" y="\(y + radius + 16)" text-anchor="middle"\(drawing.lang(word))>\(word)</text></a>
        """
    }
    return drawing.svg(Self.height, show.w("nav-network"), "wide1", content)
  }

  /// Fruchterman and Reingold's springs, cooling from a circle.
  private func layout(width: Double, height: Double) -> [(Double, Double)] {
    let count = network.nodes.count
    guard count > 0 else { return [] }
    var x: [Double] = []
    var y: [Double] = []
    for index in 0..<count {
      // A sunflower: those with most contacts in the middle, nobody on anybody.
      let angle = Double(index) * 2.399_963
      let radius = (Double(index) + 0.5).squareRoot() / Double(count).squareRoot()
      x.append(width / 2 + cos(angle) * radius * width / 2.2)
      y.append(height / 2 + sin(angle) * radius * height / 2.2)
    }
    let ideal = (width * height / Double(count)).squareRoot() * 0.82
    var heat = width / 9
    for _ in 0..<Self.rounds {
      var dx = [Double](repeating: 0, count: count)
      var dy = [Double](repeating: 0, count: count)
      for a in 0..<count {
        for b in (a + 1)..<max(a + 1, count) {
          // Names are wide: rows need less room between them than columns.
          let (ux, uy) = ((x[a] - x[b]) * 0.72, (y[a] - y[b]) * 1.25)
          let distance = max(1, (ux * ux + uy * uy).squareRoot())
          let force = ideal * ideal / distance
          dx[a] += ux / distance * force
          dy[a] += uy / distance * force
          dx[b] -= ux / distance * force
          dy[b] -= uy / distance * force
        }
      }
      for edge in network.edges {
        let (ux, uy) = (x[edge.a] - x[edge.b], y[edge.a] - y[edge.b])
        let distance = max(1, (ux * ux + uy * uy).squareRoot())
        let force = distance * distance / ideal * 0.6
        dx[edge.a] -= ux / distance * force
        dy[edge.a] -= uy / distance * force
        dx[edge.b] += ux / distance * force
        dy[edge.b] += uy / distance * force
      }
      for node in 0..<count {
        // A pull to the middle holds parts together that nothing ties.
        dx[node] += (width / 2 - x[node]) * 0.9
        dy[node] += (height / 2 - y[node]) * 1.6
        let length = max(1, (dx[node] * dx[node] + dy[node] * dy[node]).squareRoot())
        x[node] = min(width, max(0, x[node] + dx[node] / length * min(length, heat)))
        y[node] = min(height, max(0, y[node] + dy[node] / length * min(length, heat)))
      }
      heat = max(1.5, heat * 0.982)
    }
    return Array(zip(x, y))
  }
}
