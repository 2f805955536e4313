/// States, unions and movements by any of their names, in Arabic and English: «الإمارات», “UAE”, «أنصار الله», «موسكو».
///
/// - Source: `Data/ar/gazetteer/country-names.tsv`, `english-names.tsv`, `organisations.tsv`, `organisation-names.tsv`.
public struct SideNames: Sendable {
  private var sides = Texts()
  /// By the hash of a folded name: the side in `sides`; of several the first.
  private var sideOf = KeyMap<Int32>()

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    var numbers: [String: Int32] = [:]
    func key(_ name: String) -> UInt64 { WordHash(FoldedText.key(Spelling.folded(name))).value }
    func add(_ name: String, _ side: String) {
      guard !name.isEmpty, !side.isEmpty, !sideOf.contains(key(name)) else { return }
      let number = numbers[side] ?? Int32(sides.count)
      if numbers[side] == nil {
        numbers[side] = number
        sides.append(side)
      }
      sideOf.set(key(name), number)
    }
    let countries = try builder.table("gazetteer/country-names", ["iso2", "use", "ar"]).rows
    for use in ["name", "alias", "capital", "metonym", "capital-phrase"] {
      for row in countries where row[1] == use { add(row[2], row[0]) }
    }
    for row in try builder.table("gazetteer/english-names", ["side", "use", "en"]).rows where row[1] == "alias" {
      add(row[2], row[0])
    }
    // A ministry is its state's, and no name of it.
    var bodies: [String: String] = [:]
    for row in try builder.table("gazetteer/organisations", ["id", "kind", "side", "wikidata", "en"]).rows
    where Self.isBody(row[2]) && (row[2].utf8.count > 2 || row[1] == "IGO") {
      bodies[row[0]] = row[2]
      add(row[2], row[2])
      for part in row[4].split(whereSeparator: { "()".contains($0) }) { add(String(part), row[2]) }
    }
    for row in try builder.table("gazetteer/organisation-names", ["id", "use", "ar"]).rows where row[1] != "ambiguous" {
      if let side = bodies[row[0]] { add(row[2], side) }
    }
  }

  /// Whether a side is a union, body or movement: two letters are a state's, but for three unions.
  package static func isBody(_ side: String) -> Bool { side.utf8.count > 2 || ["UN", "EU", "AU"].contains(side) }

  /// The side of this name: ISO 3166-1 alpha-2 or a short name.
  public func side(_ name: String) -> String? {
    sideOf[WordHash(FoldedText.key(Spelling.folded(name))).value].map { sides[Int($0)] }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    sides.transfer(&image)
    sideOf.transfer(&image)
  }
}
