/// Which country a paper is written for, by its name and address: what its reader needs not be told of an official.
struct OutletHomes: Sendable {
  /// The country of a known outlet by its English name.
  private var outlets: [String: SideID] = [:]
  /// The countries of further papers by their name without articles.
  private var names: [String: SideID] = [:]
  /// The country that a word of a name tells: «Sahel Libya TV».
  private var words: [String: SideID] = [:]
  /// The countries by whose code an address of the Arab press may end: `.sa`, `.com.eg`.
  private var domains: [String: SideID] = [:]

  private static let articles: Set<Substring> = ["al", "el", "the", "newspaper"]

  init() {}

  init(_ builder: inout LexiconBuilder, sides: inout Sides) throws(DataError) {
    let table = try builder.table("gazetteer/outlet-homes", ["side", "use", "en"])
    for row in table.rows {
      let side = sides.id(row[0])
      switch row[1] {
      case "name":
        names[row[2]] = side
        domains[row[0].lowercased()] = side
      case "word": words[row[2]] = side
      default: throw table.error(row, "unknown use '\(row[1])'")
      }
    }
  }

  mutating func add(_ outlet: String, _ side: SideID) { outlets[outlet] = side }

  /// The country of a paper; 0 where neither its name nor its address tells one.
  func home(_ outlet: String?, _ url: String?, _ sides: Sides) -> SideID {
    if let outlet {
      let plain = outlet.split(separator: " (").first.map(String.init) ?? outlet
      if let side = outlets[outlet] ?? outlets[plain] { return side }
      // «The Gazette (BH)»
      for word in outlet.split(whereSeparator: { !$0.isLetter }) where isCode(word, of: outlet) {
        let side = sides.known(String(word))
        if sides.isState(side) { return side }
      }
      let parts = outlet.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { !Self.articles.contains($0) }
      if let side = names[parts.joined(separator: " ")] { return side }
      for part in parts { if let side = words[String(part)] { return side } }
    }
    return url.flatMap(domain) ?? 0
  }

  /// Two capitals in brackets.
  private func isCode(_ word: Substring, of outlet: String) -> Bool {
    let before = outlet[..<word.startIndex]
    return word.count == 2 && word.allSatisfy { $0.isASCII && $0.isUppercase } && before.hasSuffix("(")
  }

  /// The country by whose code the host of an address ends.
  private func domain(_ url: String) -> SideID? {
    let rest = url.split(separator: "://", maxSplits: 1).last ?? ""
    let host = rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    return host.split(separator: ".").last.flatMap { domains[$0.lowercased()] }
  }

  /// Whether papers of a state are known: one whose press is Arabic.
  func hasPapers(_ side: SideID) -> Bool { domains.values.contains(side) }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&outlets)
    image.transfer(&names)
    image.transfer(&words)
    image.transfer(&domains)
  }
}
