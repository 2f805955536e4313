/// Countries by code and the nisbas that stand for them: «الروسي», «أميركية».
struct CountryNames: Sendable {
  struct Country: Sendable {
    /// ISO 3166-1 alpha-2.
    var code: String
    var name: String
    var wikidata: String
    var label: String
  }

  private(set) var countries: [Country] = []
  private var nisbas = WordMap<Int32>()
  private var byCode: [String: Int] = [:]
  /// The names of one word.
  private var singleNames = WordSet()
  /// The first words of names of several words.
  private var firstWords = WordSet()

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let base = try builder.table("gazetteer/countries", ["iso2", "iso3", "wikidata", "geonames", "en"])
    for row in base.rows {
      byCode[row[0]] = countries.count
      countries.append(Country(code: row[0], name: "", wikidata: row[2], label: row[4]))
    }
    let names = try builder.table("gazetteer/country-names", ["iso2", "use", "ar"])
    for row in names.rows {
      guard let index = byCode[row[0]] else { throw names.error(row, "unknown country '\(row[0])'") }
      switch row[1] {
      case "name":
        countries[index].name = row[2]
        let words = builder.words(row[2], closed: false)
        if words.count == 1 { singleNames.insert(words[0]) }
        if words.count > 1 { firstWords.insert(words[0]) }
      case "nisba", "nisba-f":
        // Words of «سانت لوسي» are names as well, and none of this class.
        if row[2].contains(" ") { continue }
        for form in row[1] == "nisba" ? ["", "ان", "ين", "ون", "ا"] : ["", "ات"] {
          let stem = row[1] == "nisba-f" && form == "ات" ? String(row[2].dropLast()) : row[2]
          for article in ["", "ال"] {
            let words = builder.words(article + stem + form, closed: true)
            if words.count == 1, !nisbas.contains(words[0]) { nisbas.set(words[0], Int32(index)) }
          }
        }
      default: break
      }
    }
  }

  /// The country that a nisba names.
  func nisba(_ word: WordID) -> Country? { nisbas[word].map { countries[Int($0)] } }

  /// Whether a word is a country's name.
  func isName(_ word: WordID) -> Bool { singleNames.contains(word) }

  /// Whether a country's name begins with a word: «جنوب», «كوريا».
  func beginsName(_ word: WordID) -> Bool { singleNames.contains(word) || firstWords.contains(word) }

  subscript(code: String) -> Country? { byCode[code].map { countries[$0] } }

  mutating func transfer(_ image: inout LexiconImage) {
    var fields: [String] = countries.flatMap { [$0.code, $0.name, $0.wikidata, $0.label] }
    image.transfer(&fields)
    countries = stride(from: 0, to: fields.count, by: 4).map {
      Country(code: fields[$0], name: fields[$0 + 1], wikidata: fields[$0 + 2], label: fields[$0 + 3])
    }
    nisbas.transfer(&image)
    singleNames.transfer(&image)
    firstWords.transfer(&image)
    byCode = Dictionary(countries.enumerated().map { ($1.code, $0) }) { first, _ in first }
  }
}
