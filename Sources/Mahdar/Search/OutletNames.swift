/// The names of one outlet, by any of them: «عكاظ», «صحيفة عكاظ» and “Okaz”.
///
/// - Source: `Data/ar/gazetteer/outlets.tsv`, `outlet-names.tsv`.
public struct OutletNames: Sendable {
  /// Folded names, those of one outlet behind each other.
  private var names = Texts()
  /// By outlet: its names.
  private var runs: [Run] = []
  /// The outlet that a folded name stands for; the first of those that bear it.
  private var outlets = KeyMap<Int32>()

  private struct Run: BitwiseCopyable {
    var start: Int32
    var end: Int32
  }

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("gazetteer/outlets", ["id", "kind", "country", "en"])
    var arabic: [String: [String]] = [:]
    for row in try builder.table("gazetteer/outlet-names", ["id", "use", "ar"]).rows {
      arabic[row[0], default: []].append(row[2])
    }
    for row in table.rows {
      let start = Int32(names.count)
      for name in Set(([row[3]] + (arabic[row[0]] ?? [])).map(Spelling.folded)).sorted() {
        names.append(name)
        let key = Self.key(name)
        if !outlets.contains(key) { outlets.set(key, Int32(runs.count)) }
      }
      runs.append(Run(start: start, end: Int32(names.count)))
    }
  }

  private static func key(_ folded: String) -> UInt64 { WordHash(FoldedText.key(folded)).value }

  /// All folded names of the outlet of this name; empty for an unknown one.
  public func names(of name: String) -> [String] {
    guard let outlet = outlets[Self.key(Spelling.folded(name))] else { return [] }
    let run = runs[Int(outlet)]
    return (run.start..<run.end).map { names[Int($0)] }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    names.transfer(&image)
    image.transfer(&runs)
    outlets.transfer(&image)
  }
}
