/// The city that a known venue stands in.
struct VenueCity: Sendable {
  /// The city's name in Arabic; empty when the tables do not know the city.
  var name: String
  var country: String
  var id: String?

  /// Every name of a venue with its city: `gazetteer/venues.tsv`, `venue-names.tsv`, `cities.tsv` and `city-names.tsv`.
  static func names(_ builder: inout LexiconBuilder) throws(DataError) -> PhraseMap<VenueCity> {
    let venues = try builder.table("gazetteer/venues", ["id", "city", "country", "en"])
    let wanted = Set(venues.rows.map { $0[1] + "\t" + $0[2] })
    let cities = try builder.table("gazetteer/cities", ["id", "country", "population", "ambiguous", "en"])
    var idOf: [String: String] = [:]
    for row in cities.rows where wanted.contains(row[4] + "\t" + row[1]) { idOf[row[4] + "\t" + row[1]] = row[0] }
    let known = Set(idOf.values)
    var nameOf: [String: String] = [:]
    let cityNames = try builder.table("gazetteer/city-names", ["id", "use", "ar"])
    for row in cityNames.rows where row[1] == "name" && known.contains(row[0]) { nameOf[row[0]] = row[2] }
    var cityOf: [String: VenueCity] = [:]
    for row in venues.rows {
      let id = idOf[row[1] + "\t" + row[2]]
      cityOf[row[0]] = VenueCity(
        name: id.flatMap { nameOf[$0] } ?? "", country: row[2], id: id.map { "geonames:" + $0 })
    }
    var names = PhraseMap<VenueCity>()
    let table = try builder.table("gazetteer/venue-names", ["id", "ar"])
    for row in table.rows {
      guard let city = cityOf[row[0]] else { throw table.error(row, "unknown venue '\(row[0])'") }
      names.add(builder.words(row[1], closed: false), city)
    }
    return names
  }
}
