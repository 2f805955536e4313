/// The columns of a table, and which of them are fields of articles.
struct TableHead {
  let names: [String]
  let separator: UInt8
  let mapping: FieldMapping
  /// The key of each column in the objects that rows become, as JSON.
  private let keys: [[UInt8]]
  /// The column of ids.
  private let idColumn: Int?
  private let unknown: [String]

  init(_ names: [String], separator: UInt8, given: FieldMapping?) {
    self.names = names
    self.separator = separator
    // A given name may be written in other letters than the column's.
    var known: [FieldMapping.Field: String] = [:]
    var unknown: [String] = []
    for (field, name) in given?.names ?? [:] {
      if let column = names.first(where: { $0 == name }) ?? names.first(where: { $0.lowercased() == name.lowercased() })
      {
        known[field] = column
      } else {
        unknown.append(name)
      }
    }
    self.unknown = unknown.sorted()
    mapping = FieldMapping(guessing: names.filter { !$0.isEmpty }, given: FieldMapping(known))
    var taken: Set<String> = Set(FieldMapping.Field.allCases.map(\.rawValue))
    var left = mapping.names
    keys = names.enumerated().map { place, name in
      let key: String
      if let field = left.first(where: { $0.value == name })?.key {
        left[field] = nil
        key = field.rawValue
      } else {
        // Two columns of one name, one without a name, and one that has the name of a field and is not it.
        let plain = name.isEmpty ? "column \(place + 1)" : name
        key = taken.contains(plain) ? "\(plain) (\(place + 1))" : plain
      }
      taken.insert(key)
      var bytes: [UInt8] = []
      Self.append(quoted: Array(key.utf8), to: &bytes)
      return bytes
    }
    idColumn = mapping.names[.id].flatMap { names.firstIndex(of: $0) }
  }

  /// - Errors: `missingField` where no column can be the text, or one that was named is not there.
  func check(_ path: String) throws(InputError) {
    let columns =
      names.prefix(20).map { $0.isEmpty ? "(no name)" : "\"\($0.prefix(40))\"" }.joined(separator: ", ")
      + (names.count > 20 ? " …" : "")
    if let name = unknown.first {
      throw InputError(.missingField, "has no column \"\(name)\"; its columns: \(columns)", id: path)
    }
    guard mapping.names[.text] == nil else { return }
    throw InputError(
      .missingField, "no column has the name of a text; its columns: \(columns) (say which it is: --map text=NAME)",
      id: path)
  }

  /// The separator of a table's first row: the one that gives the most columns of known names, else the most columns.
  static func separator(in bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var best = (separator: UInt8(ascii: ","), known: -1, columns: 0)
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] {
      let row = TableRow(bytes, separator: separator)
      if row.isUnclosed { continue }
      let names = row.fields.map { FieldNames.plain(text($0, bytes, nil)) }
      let known = FieldMapping.Field.allCases.count { field in
        names.contains { FieldNames.rank($0, of: field) != nil }
      }
      if (known, row.fields.count) > (best.known, best.columns) { best = (separator, known, row.fields.count) }
    }
    return best.separator
  }

  /// A field in words.
  static func text(_ field: TableRow.Field, _ bytes: UnsafeBufferPointer<UInt8>, _ charset: Charset?) -> String {
    let raw = UnsafeBufferPointer(rebasing: bytes[field.range])
    if let charset, (try? UTF8Span(validating: raw.span)) == nil { return charset.decode(raw) }
    return String(decoding: raw, as: UTF8.self)
  }

  /// Writes a row as an object of JSON; empty fields are left out.
  ///
  /// - Parameter id: the id of a row that has none.
  func write(
    _ row: TableRow, _ bytes: UnsafeBufferPointer<UInt8>, _ charset: Charset?, id: String, to json: inout [UInt8]
  ) {
    json.append(UInt8(ascii: "{"))
    var isFirst = true
    func begin(_ key: some Collection<UInt8>) {
      if !isFirst { json.append(UInt8(ascii: ",")) }
      isFirst = false
      json.append(contentsOf: key)
      json.append(UInt8(ascii: ":"))
    }
    if idColumn.map({ !row.fields.indices.contains($0) || row.fields[$0].range.isEmpty }) ?? true {
      begin("\"id\"".utf8)
      Self.append(quoted: Array(id.utf8), to: &json)
    }
    for (field, key) in zip(row.fields, keys) {
      if field.range.isEmpty { continue }
      begin(key)
      let raw = UnsafeBufferPointer(rebasing: bytes[field.range])
      if let charset, (try? UTF8Span(validating: raw.span)) == nil {
        var text = charset.decode(raw)
        text.withUTF8 { Self.append(quoted: $0, isQuoted: field.isQuoted, to: &json) }
      } else {
        Self.append(quoted: raw, isQuoted: field.isQuoted, to: &json)
      }
    }
    json.append(UInt8(ascii: "}"))
  }

  private static func append(quoted text: [UInt8], to json: inout [UInt8]) {
    text.withUnsafeBufferPointer { append(quoted: $0, isQuoted: false, to: &json) }
  }

  /// Writes a text as a string of JSON.
  ///
  /// - Parameter isQuoted: whether `""` stands for one quotation mark.
  private static func append(quoted text: UnsafeBufferPointer<UInt8>, isQuoted: Bool, to json: inout [UInt8]) {
    json.append(0x22)
    var position = 0
    while position < text.count {
      let byte = text[position]
      position += 1
      switch byte {
      case 0x22:
        if isQuoted, position < text.count, text[position] == 0x22 { position += 1 }
        json.append(contentsOf: [0x5C, 0x22])
      case 0x5C: json.append(contentsOf: [0x5C, 0x5C])
      case 0x0D where position < text.count && text[position] == 0x0A: continue
      case 0x0A, 0x0D: json.append(contentsOf: [0x5C, UInt8(ascii: "n")])
      case 0x09: json.append(contentsOf: [0x5C, UInt8(ascii: "t")])
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        json.append(contentsOf: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      default: json.append(byte)
      }
    }
    json.append(0x22)
  }
}
