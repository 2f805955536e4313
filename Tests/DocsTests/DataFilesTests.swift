import Foundation
import Testing

/// The notation of the tables, which the reader of the engine does not ask about.
struct DataFilesTests {
  @Test(arguments: Project.files("Data/ar", ".tsv") + Project.files("Data/pages", ".tsv"))
  func rowsAreSortedByBytesAndUnique(_ file: String) throws {
    let rows = try Self.rows(file)
    for (row, next) in zip(rows, rows.dropFirst()) where !row.utf8.lexicographicallyPrecedes(next.utf8) {
      Issue.record("\(file): out of order or twice: \(next)")
    }
  }

  @Test(arguments: Project.files("Data/ar", ".tsv") + Project.files("Data/pages", ".tsv"))
  func fieldsAreCleanText(_ file: String) throws {
    for row in try Self.rows(file) {
      #expect(row.precomposedStringWithCanonicalMapping.utf8.elementsEqual(row.utf8), "\(file): no NFC: \(row)")
      let fields = row.components(separatedBy: "\t")
      #expect(
        !fields.contains { $0.first == " " || $0.last == " " || $0.contains("  ") }, "\(file): white space: \(row)")
    }
  }

  @Test(arguments: Project.files("Data", "") + Project.files("Examples", ""))
  func noBidiControls(_ file: String) throws {
    guard !Project.isFolder(file) else { return }
    let controls = try Project.text(file).unicodeScalars.filter {
      (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
        || [0x200E, 0x200F, 0x61C].contains($0.value)
    }
    #expect(controls.isEmpty, "\(file) holds bidi controls")
  }

  @Test func namesBelongToRowsOfTheirTable() throws {
    for (names, table) in [
      ("city-names", "cities"), ("country-names", "countries"), ("office-names", "offices"),
      ("organisation-names", "organisations"), ("outlet-names", "outlets"), ("person-names", "people"),
      ("person-offices", "people"), ("topic-names", "topics"), ("venue-names", "venues"),
    ] {
      let known = Set(try Self.rows("Data/ar/gazetteer/\(table).tsv").map(Self.key))
      let used = try Self.rows("Data/ar/gazetteer/\(names).tsv").map(Self.key)
      let stray = Set(used).subtracting(known).sorted()
      #expect(stray.isEmpty, "\(names).tsv has ids that \(table).tsv lacks: \(stray)")
    }
    let offices = Set(try Self.rows("Data/ar/gazetteer/offices.tsv").map(Self.key))
    for row in try Self.rows("Data/ar/gazetteer/person-offices.tsv") {
      #expect(offices.contains(row.components(separatedBy: "\t")[1]), "person-offices.tsv: no such office: \(row)")
    }
  }

  /// Two letters are a state's: a party «PT» would be Portugal's.
  @Test func partiesAndUnionsHaveNoCodesOfOtherStates() throws {
    for row in try Self.rows("Data/ar/gazetteer/organisations.tsv") {
      let cells = row.components(separatedBy: "\t")
      guard ["party", "IGO"].contains(cells[1]), cells[2].count == 2, cells[2].allSatisfy(\.isLetter) else { continue }
      #expect(["UN", "EU", "AU", "PS"].contains(cells[2]), "organisations.tsv: \(row)")
    }
  }

  private static func key(_ row: String) -> String { String(row.prefix { $0 != "\t" }) }

  private static func rows(_ file: String) throws -> [String] {
    try Project.text(file).components(separatedBy: "\n").filter { !$0.isEmpty && !$0.hasPrefix("#") }.dropFirst().map {
      $0
    }
  }
}
