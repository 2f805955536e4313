/// Finds who and what an article names, and which mentions are of one.
struct MentionFinder: Stage {
  static let name = "mentions"
  let lexicon: MentionLexicon

  struct Input {
    let tokens: Tokens
    let times: [TimeMention]
    let published: String?
    var outlet: String?
  }

  func callAsFunction(_ input: Input) -> (mentions: [Mention], chains: [Chain]) {
    var scanner = MentionScanner(tokens: input.tokens, lexicon: lexicon, times: input.times)
    let builder = ChainBuilder(
      tokens: input.tokens, lexicon: lexicon, drafts: scanner.scan(),
      day: OfficeHolders.day(input.published.map { String($0.prefix(10)) } ?? "", open: 0, fill: "01"),
      home: home(input.outlet))
    return builder.build()
  }

  /// The country of the outlet when its paper is written for that country and not for all Arabs.
  private func home(_ outlet: String?) -> SideID {
    guard let outlet else { return 0 }
    let plain = outlet.split(separator: " (").first.map(String.init) ?? outlet
    if let side = lexicon.outletSides[outlet] ?? lexicon.outletSides[plain] { return side }
    // «The Gazette (BH)»
    let code = outlet.suffix(4)
    return code.count == 4 && code.hasPrefix("(") && code.hasSuffix(")")
      ? lexicon.sides.known(String(code.dropFirst().dropLast())) : 0
  }
}
