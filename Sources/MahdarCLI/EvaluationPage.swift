import Mahdar

/// An evaluation for people: the figures, those of each outlet, and the first faults of every cause.
struct EvaluationPage {
  private let result: EvaluationRun.Result
  private let faults: Int
  private let isByOutlet: Bool

  init(_ result: EvaluationRun.Result, faults: Int, isByOutlet: Bool) {
    self.result = result
    self.faults = faults
    self.isByOutlet = isByOutlet
  }

  func print() throws(OutputError) {
    try printFigures(result.evaluation.figures)
    if isByOutlet { try printOutlets() }
    if faults > 0 {
      for group in FaultGroup.groups(result.evaluation.faults) { try print(group) }
    }
  }

  private func printFigures(_ figures: Figures) throws(OutputError) {
    try StandardOutput.print("\(figures.articles) marked article\(figures.articles == 1 ? "" : "s")\n")
    var rows = EvaluatedLayer.allCases.map { layer -> [String?] in
      let tally = figures[layer]
      let shares = tally.isEmpty ? [nil, nil, nil] : [tally.f1, tally.precision, tally.recall].map(Self.decimal)
      return [layer.rawValue] + shares + [tally.marked, tally.found].map { Self.number($0, 6) }
    }
    let central = figures.central
    let recall = central.isEmpty ? nil : Self.decimal(central.recall)
    rows.append(["central", "", "", recall, Self.number(central.marked, 6), ""])
    try Output.table(["in per cent", "   F1", "precision", "recall", "marked", "found"], rows)
    func fields(_ fields: [EvaluatedField]) -> String {
      fields.map { field in
        let accuracy = figures[field]
        return "\(field == .peopleSides ? "sides" : field.rawValue) \(accuracy.of == 0 ? "—" : "\(accuracy.share)")"
      }.joined(separator: ", ")
    }
    let ofContacts = EvaluatedField.allCases.filter { $0 != .via && $0 != .peopleSides }
    try StandardOutput.print("\nRight of the contacts found: \(fields(ofContacts)).")
    try StandardOutput.print(
      "Of the statements found: \(fields([.via])). Of the people found: \(fields([.peopleSides])).")
  }

  private func printOutlets() throws(OutputError) {
    try StandardOutput.print("")
    let layers = EvaluatedLayer.allCases
    let rows = result.outlets.map { outlet -> [String?] in
      let (figures, central) = (outlet.figures, outlet.figures.central)
      return [
        outlet.name, Self.number(figures.articles, 8), central.isEmpty ? nil : Self.decimal(central.recall),
      ]
        + layers.map { layer in figures[layer].isEmpty ? nil : Self.decimal(figures[layer].f1) }
    }
    try Output.table(["outlet", "articles", "central"] + layers.map(\.rawValue), rows)
  }

  private func print(_ group: FaultGroup) throws(OutputError) {
    try StandardOutput.print("\n\(group.title) (\(group.faults.count))")
    for fault in group.faults.prefix(faults) {
      if let subject = fault.subject {
        try StandardOutput.print("  [\(fault.article)] \(Self.words(subject))")
        try StandardOutput.print("      marked \(Self.words(fault.marked)), read \(Self.words(fault.found))")
        continue
      }
      let (first, label, second) =
        fault.kind == .spurious ? (fault.found, "marked", fault.marked) : (fault.marked, "read", fault.found)
      try StandardOutput.print("  [\(fault.article)] \(Self.words(first))")
      if let second { try StandardOutput.print("      \(label) \(Self.words(second))") }
    }
  }

  /// Words of an article, on a terminal isolated from what is around them; a dash where nothing is told.
  private static func words(_ text: String?) -> TerminalText {
    guard let text, !text.isEmpty else { return "–" }
    let line = TerminalText.cleaned(text)
    return StandardOutput.isTerminal ? "\u{2068}\(line)\u{2069}" : "\(line)"
  }

  private static func decimal(_ share: Double) -> String {
    let text = "\(share)"
    return String(repeating: " ", count: max(0, 5 - text.count)) + text
  }

  private static func number(_ count: Int, _ width: Int) -> String {
    let text = String(count)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
