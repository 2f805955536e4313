/// Finds the articles of an export: one object with an array of objects among its members.
enum JSONExport {
  /// Names of such members, the surest first; any other is taken where it is the only array of objects.
  private static let names = [
    "articles", "items", "results", "documents", "docs", "records", "posts", "news", "stories", "entries", "rows",
    "data",
  ]

  /// Where the array stands; nil where the document is no export, as an article with lists among its members is none.
  static func array(in document: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var scanner = JSONScanner(document)
    var arrays: [(name: String, range: Range<Int>)] = []
    guard scanner.take("{"), !scanner.take("}") else { return nil }
    do throws(InputError) {
      repeat {
        let name = try scanner.string()
        try scanner.expect(":")
        let value = try scanner.skipValue()
        if document[value.lowerBound] == 0x22, FieldNames.isText(name) { return nil }
        guard document[value.lowerBound] == UInt8(ascii: "["), holdsObjects(document, value) else { continue }
        arrays.append((name, value))
      } while scanner.take(",")
      try scanner.expect("}")
    } catch {
      return nil
    }
    // Others behind it: they stand one after the other, each for itself.
    guard scanner.peek() == nil else { return nil }
    let known = names.lazy.compactMap { name in arrays.first { $0.name == name } }.first
    return known?.range ?? (arrays.count == 1 ? arrays.first?.range : nil)
  }

  private static func holdsObjects(_ document: UnsafeBufferPointer<UInt8>, _ array: Range<Int>) -> Bool {
    var scanner = JSONScanner(document, from: array.lowerBound)
    return scanner.take("[") && scanner.peek() == UInt8(ascii: "{")
  }
}
