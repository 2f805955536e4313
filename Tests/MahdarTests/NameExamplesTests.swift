import Testing

@testable import Mahdar

@Test(arguments: try Examples.read("names"))
func names(_ example: Example) throws {
  let analysis = try Examples.analysis(of: example)
  Examples.check(example, analysis.mentions.flatMap { rows(of: $0, in: analysis) })
}

private func rows(of mention: Mention, in analysis: Analysis) -> [String] {
  let chain = analysis.chains[mention.chain]
  let side = mention.side ?? "-"
  guard mention.kind == .person else { return ["\(mention.kind) \(side) \(analysis.text(mention.span))"] }
  var rows: [String] = []
  if let name = mention.name { rows.append("person \(chain.side ?? "-") \(analysis.text(name))") }
  if let office = mention.office { rows.append("office \(side) \(analysis.text(office))") }
  if analysis.text(chain.name) != (mention.name ?? mention.office).map(analysis.text) {
    rows.append("is \(analysis.text(chain.name))")
  }
  if chain.isResolved, let label = chain.label { rows.append("held by \(label)") }
  return rows
}
