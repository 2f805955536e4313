import Mahdar

/// What bodies that are sides of their own are called: «الأمم المتحدة» for `UN`.
///
/// - Source: `Data/ar/gazetteer/organisations.tsv` and `organisation-names.tsv`.
struct BodyNames: Sendable {
  private var arabic: [String: String] = [:]
  private var english: [String: String] = [:]

  init(reading folder: String) throws(DataError) {
    let path = folder + "/ar/gazetteer/"
    var bodies: [String: (side: String, rank: Int)] = [:]
    var ranks: [String: Int] = [:]
    for row in try Table(reading: path + "organisations.tsv", columns: ["id", "kind", "side", "wikidata", "en"]).rows
    where SideNames.isBody(row[2]) {
      // Of several bodies of a side the one that it is called by.
      let side = row[2]
      let isItself = row[0] == side.lowercased() || row[4] == side || row[4].hasSuffix("(\(side))")
      let rank = isItself ? 0 : row[1] == "IGO" ? 1 : 2
      bodies[row[0]] = (side, rank)
      if rank < ranks[side] ?? 3 {
        ranks[side] = rank
        english[side] = row[4]
      }
    }
    var taken: [String: Int] = [:]
    for row in try Table(reading: path + "organisation-names.tsv", columns: ["id", "use", "ar"]).rows
    where row[1] == "name" {
      guard let body = bodies[row[0]], body.rank < taken[body.side] ?? 3 else { continue }
      taken[body.side] = body.rank
      arabic[body.side] = row[2]
    }
  }

  func name(_ side: String, _ language: Wording.Language) -> String? {
    language == .ar ? arabic[side] : english[side]
  }
}
