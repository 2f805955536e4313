/// Every name of a venue with its city: `gazetteer/venues.tsv`, `venue-names.tsv`, `cities.tsv` and `city-names.tsv`.
struct VenueCities: Sendable {
  /// The city that a known venue stands in.
  struct City: Sendable {
    /// The city's name in Arabic; empty when the tables do not know the city.
    var name: String
    var country: String
    var id: String?
  }

  private var cities: [City] = []
  private var names = PhraseMap<Int32>()

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let venues = try builder.table("gazetteer/venues", ["id", "city", "country", "en"])
    let wanted = Set(venues.rows.map { $0[1] + "\t" + $0[2] })
    let cities = try builder.table("gazetteer/cities", ["id", "country", "population", "ambiguous", "en"])
    var idOf: [String: String] = [:]
    for row in cities.rows where wanted.contains(row[4] + "\t" + row[1]) { idOf[row[4] + "\t" + row[1]] = row[0] }
    let known = Set(idOf.values)
    var nameOf: [String: String] = [:]
    let cityNames = try builder.table("gazetteer/city-names", ["id", "use", "ar"])
    for row in cityNames.rows where row[1] == "name" && known.contains(row[0]) { nameOf[row[0]] = row[2] }
    var cityOf: [String: Int32] = [:]
    for row in venues.rows {
      let id = idOf[row[1] + "\t" + row[2]]
      cityOf[row[0]] = Int32(self.cities.count)
      self.cities.append(
        City(name: id.flatMap { nameOf[$0] } ?? "", country: row[2], id: id.map { "geonames:" + $0 }))
    }
    let table = try builder.table("gazetteer/venue-names", ["id", "ar"])
    for row in table.rows {
      guard let city = cityOf[row[0]] else { throw table.error(row, "unknown venue '\(row[0])'") }
      names.add(builder.words(row[1], closed: false), city)
    }
  }

  /// The city of the venue whose name begins at `index`.
  func city(at index: Int, in tokens: Tokens) -> (city: City, end: Int, reading: Reading)? {
    guard let (match, reading) = names.longest(at: index, in: tokens), let city = match.values.first else { return nil }
    return (cities[Int(city)], match.end, reading)
  }

  mutating func transfer(_ image: inout LexiconImage) {
    var fields: [String] = cities.flatMap { [$0.name, $0.country, $0.id ?? ""] }
    image.transfer(&fields)
    cities = stride(from: 0, to: fields.count, by: 3).map {
      City(name: fields[$0], country: fields[$0 + 1], id: fields[$0 + 2].isEmpty ? nil : fields[$0 + 2])
    }
    names.transfer(&image)
  }
}
