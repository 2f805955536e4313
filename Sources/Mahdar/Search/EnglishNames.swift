import Foundation

/// The English names of states, cities, bodies and offices, for questions in English.
///
/// - Source: the English columns of the gazetteer, `english-names.tsv` and `english-offices.tsv` beside them.
package struct EnglishNames: Sendable {
  package enum Entry: Sendable, Hashable {
    /// A state or union by its side; `isNisba` where it is an adjective.
    case side(String, isNisba: Bool)
    /// A city with its Arabic names and its country.
    case city(names: [String], country: String)
    /// An office, in Arabic.
    case office(String)
    /// A minister of something, in Arabic.
    case portfolio(String)
    /// Beside an office: “minister”, which a portfolio completes, and whoever is sent somewhere.
    case minister, sent
    /// An outlet with its Arabic names.
    case outlet(names: [String])
  }

  private var entries: [String: [Entry]] = [:]
  private var topics: [String: [String]] = [:]
  private var arabic: [String: [String]] = [:]
  private var labels: [String: String] = [:]
  /// The words of the longest name.
  package private(set) var longest = 1

  /// Reads the tables in `folder`, the one that holds `ar/`.
  package init(reading folder: String) throws(DataError) {
    var builder = LexiconBuilder(folder: folder)
    func names(_ table: String, _ columns: [String]) throws(DataError) -> [String: [String]] {
      var names: [String: [String]] = [:]
      for row in try builder.table(table, columns).rows { names[row[0], default: []].append(row[columns.count - 1]) }
      return names
    }
    for row in try builder.table("gazetteer/countries", ["iso2", "iso3", "wikidata", "geonames", "en"]).rows {
      add(row[4], .side(row[0], isNisba: false))
      labels[row[0]] = row[4]
    }
    for row in try builder.table("gazetteer/country-names", ["iso2", "use", "ar"]).rows
    where ["name", "alias"].contains(row[1]) {
      arabic[row[0], default: []].append(row[2])
    }
    for row in try builder.table("gazetteer/english-names", ["side", "use", "en"]).rows {
      add(row[2], .side(row[0], isNisba: row[1] == "nisba"))
    }
    let cities = try names("gazetteer/city-names", ["id", "use", "ar"])
    for row in try builder.table("gazetteer/cities", ["id", "country", "population", "ambiguous", "en"]).rows {
      let city = Entry.city(names: cities[row[0]] ?? [], country: row[1])
      add(row[4], city)
      // “New York”
      if row[4].hasSuffix(" City") { add(String(row[4].dropLast(5)), city) }
      for name in cities[row[0]] ?? [] where labels[name] == nil { labels[name] = row[4] }
    }
    for row in try builder.table("gazetteer/organisations", ["id", "kind", "side", "wikidata", "en"]).rows
    where !row[2].isEmpty {
      add(row[4], .side(row[2], isNisba: false))
      add(row[2], .side(row[2], isNisba: false))
    }
    let outlets = try names("gazetteer/outlet-names", ["id", "use", "ar"])
    for row in try builder.table("gazetteer/outlets", ["id", "kind", "country", "en"]).rows {
      add(row[3], .outlet(names: outlets[row[0]] ?? []))
    }
    let named = try names("gazetteer/topic-names", ["id", "ar"])
    for row in try builder.table("gazetteer/topics", ["id", "en"]).rows {
      topics[Self.folded(row[1]), default: []] += named[row[0]] ?? []
    }
    for row in try builder.table("english-topics", ["en", "ar"]).rows {
      topics[row[0], default: []].append(row[1])
    }
    for row in try builder.table("gazetteer/english-offices", ["use", "en", "ar"]).rows {
      add(row[1], row[0] == "portfolio" ? .portfolio(row[2]) : .office(row[2]))
      if row[0] == "minister" { add(row[1], .minister) }
      if row[0] == "sent" { add(row[1], .sent) }
    }
  }

  private mutating func add(_ name: String, _ entry: Entry) {
    // «Ansar Allah (Houthis)» has two names.
    for part in name.split(whereSeparator: { "()/".contains($0) }) {
      let folded = Self.folded(String(part))
      guard !folded.isEmpty, entries[folded]?.contains(entry) != true else { continue }
      entries[folded, default: []].append(entry)
      longest = max(longest, folded.split(separator: " ").count)
    }
  }

  /// What is called so; `name` as folded.
  package func callAsFunction(_ name: String) -> [Entry] { entries[name] ?? [] }

  /// What words of a question, as folded, speak about: the Arabic names of each topic, the longest first, and the words that are none.
  package func topics(_ words: [String]) -> (topics: [[String]], unknown: Set<String>) {
    var (found, unknown): ([[String]], Set<String>) = ([], [])
    var index = 0
    while index < words.count {
      let lengths = stride(from: min(5, words.count - index), to: 0, by: -1)
      if let length = lengths.first(where: { topics[words[index..<index + $0].joined(separator: " ")] != nil }) {
        found.append(topics[words[index..<index + length].joined(separator: " ")] ?? [])
        index += length
      } else {
        unknown.insert(words[index])
        index += 1
      }
    }
    return (found, unknown)
  }

  /// The Arabic names of a state.
  package func arabic(ofSide side: String) -> [String] { arabic[side] ?? [] }

  /// The English name of a country's code or of a city's Arabic name.
  package func label(_ key: String) -> String? { labels[key] }

  /// Latin letters in lower case without marks, words separated by single spaces: «Sao Paulo's» is `sao paulo`.
  package static func folded(_ text: String) -> String {
    var folded = ""
    for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x300...0x36F, 0x27, 0x2019, 0x2018, 0x60, 0x2E: continue
      case 0x61...0x7A, 0x30...0x39: folded.unicodeScalars.append(scalar)
      case 0x131: folded.append("i")
      case 0xF8: folded.append("o")
      case 0x142: folded.append("l")
      case 0x111, 0xF0: folded.append("d")
      case 0xDF: folded.append("ss")
      case 0xE6: folded.append("ae")
      default: if folded.last != " ", !folded.isEmpty { folded.append(" ") }
      }
    }
    if folded.last == " " { folded.removeLast() }
    return folded
  }
}
