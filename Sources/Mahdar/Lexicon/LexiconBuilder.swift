import Foundation

/// Reads the tables of a data folder into one vocabulary.
///
/// - Errors: `DataError` of the first table that can't be used.
struct LexiconBuilder {
  /// The folder that holds `ar/`.
  let folder: String
  var vocabulary = Vocabulary()
  /// FNV-1a over the tables read so far, in reading order.
  private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325

  init(folder: String) { self.folder = folder }

  /// The table `ar/NAME.tsv`; with no columns given it may have any.
  mutating func table(_ name: String, _ columns: [String]) throws(DataError) -> Table {
    let table = try Table(reading: folder + "/ar/" + name + ".tsv", columns: columns)
    digest = (digest ^ table.digest) &* 0x0000_0100_0000_01B3
    return table
  }

  /// The word ids of a key: its folded words, hyphens counting as white space, other marks left out.
  mutating func words(_ key: String, closed: Bool) -> [WordID] {
    var ids: [WordID] = []
    let letters = FoldedText.key(key)
    var start: Int?
    for index in 0...letters.count {
      let letter = index < letters.count ? letters[index] : Letters.space
      let isPart = Letters.isArabic(letter) || Letters.isDigit(letter) || Letters.isLatin(letter)
      if isPart {
        // A run ends where the script changes, as the tokenizer has it.
        if let begun = start, Self.script(letters[begun]) != Self.script(letter) {
          ids.append(vocabulary.intern(letters[begun..<index], closed: closed))
          start = index
        }
        start = start ?? index
      } else if let begun = start {
        ids.append(vocabulary.intern(letters[begun..<index], closed: closed))
        start = nil
      }
    }
    return ids
  }

  private static func script(_ letter: Letter) -> Int {
    Letters.isArabic(letter) ? 0 : Letters.isDigit(letter) ? 1 : 2
  }

  /// The word id of a one-word key.
  mutating func word(_ key: String, _ table: Table, _ row: Table.Row) throws(DataError) -> WordID {
    let ids = words(key, closed: true)
    guard ids.count == 1 else { throw table.error(row, "'\(key)' is not one word") }
    return ids[0]
  }

  /// Interns closed-class words and returns their ids.
  mutating func closed(_ keys: String...) -> [WordID] {
    keys.flatMap { words($0, closed: true) }
  }
}
