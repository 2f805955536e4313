/// Who held which office of which side when.
struct OfficeHolders: Sendable {
  /// A term of office; days are written as YYYYMMDD, 0 and 99991231 where open or unknown.
  struct Term: Sendable {
    var person: Int32
    var office: Int16
    /// The side or body that the office belongs to.
    var side: SideID
    /// The state that the person comes from when the office is a body's.
    var isBody: Bool
    var from: Int32
    var to: Int32
  }

  private(set) var terms: [Term] = []
  /// The first and last term of a person.
  private struct Run: BitwiseCopyable, Sendable {
    var first: Int32 = 0
    var last: Int32 = -1
  }
  private var byPerson: [Run] = []
  /// The terms of an office and side: the last of them, and before each the one before it.
  private var byOffice = KeyMap<Int32>()
  private var before: [Int32] = []
  /// Offices by their Arabic titles.
  private(set) var titles = PhraseMap<Int16>()
  /// Ranks by office, from 100 for a head of state.
  private var ranks: [Int16] = []

  init() {}

  init(
    _ builder: inout LexiconBuilder, people: [String: Int32], bodies qualifiers: [String: SideID], sides: inout Sides
  ) throws(DataError) {
    let offices = try builder.table("gazetteer/offices", ["id", "rank", "en"])
    var ids: [String: Int16] = [:]
    for row in offices.rows {
      ids[row[0]] = Int16(ids.count)
      ranks.append(Int16(row[1]) ?? 0)
    }
    let names = try builder.table("gazetteer/office-names", ["id", "ar"])
    for row in names.rows {
      guard let id = ids[row[0]] else { throw names.error(row, "no such office") }
      titles.add(builder.words(row[1], closed: false), id)
    }
    let bodies = try builder.table("gazetteer/jurisdictions", ["code", "side", "ar"])
    var codes: [String: SideID] = [:]
    for row in bodies.rows { codes[row[0]] = sides.id(row[1]) }
    byPerson = Array(repeating: Run(), count: people.count)
    let table = try builder.table("gazetteer/person-offices", ["id", "office", "of", "qualifier", "from", "to"])
    for row in table.rows {
      guard let person = people[row[0]] else { throw table.error(row, "no such person") }
      guard let office = ids[row[1]] else { throw table.error(row, "no such office") }
      // A qualified office («acting», a post abroad) is not the plain one; a body's name there is its side.
      let body = codes[row[2]] ?? (row[3].count > 2 ? qualifiers[row[3].uppercased()] : nil)
      let term = Term(
        person: person, office: office, side: body ?? sides.id(row[2]), isBody: body.map { $0 != 0 } ?? false,
        from: Self.day(row[4], open: 0, fill: "01"), to: Self.day(row[5], open: 99_991_231, fill: "31"))
      let index = Int32(terms.count)
      terms.append(term)
      before.append(-1)
      if byPerson[Int(person)].last < 0 { byPerson[Int(person)].first = index }
      byPerson[Int(person)].last = index
      if row[3].isEmpty {
        let key = Self.key(office, term.side)
        before[Int(index)] = byOffice[key] ?? -1
        byOffice.set(key, index)
      }
    }
  }

  private static func key(_ office: Int16, _ side: SideID) -> UInt64 {
    UInt64(UInt16(bitPattern: office)) << 16 | UInt64(UInt16(bitPattern: side))
  }

  /// YYYY, YYYY-MM or YYYY-MM-DD as a number, the missing parts filled up.
  static func day(_ text: String, open: Int32, fill: String) -> Int32 {
    var digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count >= 4 else { return open }
    let year = digits.prefix(4)
    if digits.count == 4 { digits = year + (fill == "01" ? Array("0101".utf8) : Array("1231".utf8)) }
    if digits.count == 6 { digits += Array(fill.utf8) }
    return digits.prefix(8).reduce(0) { $0 * 10 + Int32($1 - 0x30) }
  }

  /// The body that a person acted for on a day; 0 when none is known.
  func body(of person: Int32, on day: Int32) -> SideID {
    guard Int(person) < byPerson.count, byPerson[Int(person)].last >= 0 else { return 0 }
    let run = byPerson[Int(person)]
    var body: SideID = 0
    for term in terms[Int(run.first)...Int(run.last)] {
      if day == 0 {
        guard term.isBody else { return 0 }
        body = term.side
      } else if term.isBody, term.from <= day, day <= term.to {
        body = term.side
      }
    }
    return body
  }

  /// Whether a person held one of some offices at some time.
  func holds(_ person: Int32, _ offices: ArraySlice<Int16>) -> Bool {
    guard Int(person) < byPerson.count, byPerson[Int(person)].last >= 0 else { return false }
    let run = byPerson[Int(person)]
    return terms[Int(run.first)...Int(run.last)].contains { offices.contains($0.office) }
  }

  /// The one person who held an office of a side on a day.
  func holder(of offices: [Int16], _ side: SideID, on day: Int32) -> Int32? {
    guard day != 0, side != 0 else { return nil }
    for office in offices {
      var found: Int32?
      var isOne = true
      var index = byOffice[Self.key(office, side)] ?? -1
      while index >= 0 {
        let term = terms[Int(index)]
        index = before[Int(index)]
        guard term.from != 0, term.from <= day, day <= term.to else { continue }
        isOne = isOne && found ?? term.person == term.person
        found = term.person
      }
      if let found, isOne { return found }
    }
    return nil
  }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&terms)
    image.transfer(&byPerson)
    byOffice.transfer(&image)
    image.transfer(&before)
    titles.transfer(&image)
    image.transfer(&ranks)
  }
}
