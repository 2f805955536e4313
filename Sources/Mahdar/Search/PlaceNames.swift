import Foundation

/// The names of places with what lies in them: a city in its region, a region in its country.
///
/// - Source: `Data/ar/gazetteer/cities.tsv`, `city-names.tsv`, `regions.tsv`, `region-places.tsv`, `countries.tsv`.
public struct PlaceNames: Sendable {
  private struct Place: BitwiseCopyable {
    /// Its folded names in `names`.
    var names: (start: Int32, end: Int32)
    var country: ShortText?
  }
  /// A place that a name stands for, and the next one of that name; -1 for none.
  private struct Called: BitwiseCopyable {
    var place: Int32
    var next: Int32
  }

  private var places: [Place] = []
  private var names = Texts()
  /// The first in `called`, by the hash of a folded name, Arabic or Latin.
  private var first = KeyMap<Int32>()
  private var called: [Called] = []
  /// Pairs of a region and what lies in it.
  private var wholes: [Int32] = []
  private var parts: [Int32] = []
  /// Folded words that may stand before a name: «مدينة», «ولاية».
  private var kinds: [String] = []
  /// The codes of countries by their English names and codes.
  private var countries = KeyMap<ShortText>()

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let cities = try builder.table("gazetteer/cities", ["id", "country", "population", "ambiguous", "en"])
    let regions = try builder.table("gazetteer/regions", ["id", "country", "ar"])
    var arabic: [String: [String]] = [:]
    for row in try builder.table("gazetteer/city-names", ["id", "use", "ar"]).rows {
      arabic[row[0], default: []].append(row[2])
    }
    for row in regions.rows { arabic[row[0], default: []].append(row[2]) }
    var placeOf: [String: Int32] = [:]
    for row in cities.rows {
      placeOf[row[0]] = add(arabic[row[0]] ?? [], latin: [row[4]], country: row[1])
    }
    for row in regions.rows where placeOf[row[0]] == nil {
      placeOf[row[0]] = add(arabic[row[0]] ?? [], latin: Self.latinNames(ofRegion: row[0]), country: row[1])
    }
    let within = try builder.table("gazetteer/region-places", ["region", "id"])
    for row in within.rows {
      guard let whole = placeOf[row[0]], let part = placeOf[row[1]] else { throw within.error(row, "no such place") }
      wholes.append(whole)
      parts.append(part)
    }
    for row in try builder.table("mention-nouns", ["class", "number", "ar"]).rows where row[0] == "place" {
      kinds += ["", "ال"].map { Spelling.folded($0 + row[2]) }
    }
    for row in try builder.table("gazetteer/countries", ["iso2", "iso3", "wikidata", "geonames", "en"]).rows {
      guard let code = ShortText(row[0]) else { continue }
      for name in [row[0], row[1], row[4]] { countries.set(Self.hash(name), code) }
    }
  }

  private mutating func add(_ arabic: [String], latin: [String], country: String) -> Int32 {
    let place = Int32(places.count)
    let start = Int32(names.count)
    for name in Set(arabic.map(Spelling.folded)).sorted() { names.append(name) }
    places.append(Place(names: (start, Int32(names.count)), country: country.isEmpty ? nil : ShortText(country)))
    for hash in Set((arabic + latin).map(Self.hash)).sorted() {
      called.append(Called(place: place, next: first[hash] ?? -1))
      first.set(hash, Int32(called.count - 1))
    }
    return place
  }

  /// The ids of regions are their English names: `idlib-province` is called “Idlib”, too.
  private static func latinNames(ofRegion id: String) -> [String] {
    let words = id.split(separator: "-")
    let kinds: Set<Substring> = ["province", "oblast", "state", "countryside"]
    let isKind = words.count > 1 && words.last.map(kinds.contains) == true
    return [id] + (isKind ? [words.dropLast().joined(separator: " ")] : [])
  }

  /// Of a name in Arabic or Latin letters: without marks on letters, case and apostrophes.
  private static func hash(_ name: String) -> UInt64 {
    let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter {
      !"'’‘ʻʿʾ`".contains($0)
    }
    return WordHash(FoldedText.key(Spelling.folded(plain))).value
  }

  // MARK: Questions

  /// Places of one country, or of none that is told, by their folded Arabic names.
  public struct Area: Sendable, Equatable {
    public var country: String?
    public var names: [String]
  }

  /// The code (ISO 3166-1 alpha-2) of a country by its English name or its code.
  public func country(_ name: String) -> String? { countries[Self.hash(name)]?.text }

  /// A place's folded name without the words that say what kind of place it is: «مدينة سوتشي» is «سوتشي».
  public func bare(_ name: String) -> String {
    var words = Spelling.folded(name).split(separator: " ")[...]
    while words.count > 1, let first = words.first, kinds.contains(String(first)) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  /// What a name stands for with all that lies in it, by country; empty for an unknown name.
  public func areas(called name: String) -> [Area] {
    var found: Set<Int32> = []
    var waiting: [Int32] = []
    var next = first[Self.hash(name)] ?? first[Self.hash(bare(name))] ?? -1
    while next >= 0 {
      waiting.append(called[Int(next)].place)
      next = called[Int(next)].next
    }
    while let place = waiting.popLast() {
      guard found.insert(place).inserted else { continue }
      for (whole, part) in zip(wholes, parts) where whole == place { waiting.append(part) }
    }
    var areas: [String: Set<String>] = [:]
    for place in found.map({ places[Int($0)] }) {
      areas[place.country?.text ?? "", default: []].formUnion(
        (place.names.start..<place.names.end).map { names[Int($0)] })
    }
    return areas.sorted { $0.key < $1.key }.map {
      Area(country: $0.key.isEmpty ? nil : $0.key, names: $0.value.sorted())
    }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&places)
    names.transfer(&image)
    first.transfer(&image)
    image.transfer(&called)
    image.transfer(&wholes)
    image.transfer(&parts)
    image.transfer(&kinds)
    countries.transfer(&image)
  }
}
