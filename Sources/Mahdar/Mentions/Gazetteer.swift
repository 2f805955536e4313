/// A row of the gazetteer.
struct GazetteerEntry: Sendable, Hashable {
  var kind: MentionKind
  var row: Int32
}

/// How a gazetteer name is used.
enum NameUse: UInt8, Sendable { case name, alias, ambiguous, capital, capitalPhrase, metonym, demonym }

/// A name in the phrase map and the row that it names.
struct GazetteerName: Sendable {
  var entry: GazetteerEntry
  var use: NameUse
}

/// The rows of the gazetteer, by kind.
struct Gazetteer: Sendable {
  struct Row: Sendable {
    var id: String
    var label: String
    /// The side or country, an index into `sides`; 0 where there is none.
    var side: SideID
  }

  private(set) var people: [Row] = []
  private(set) var states: [Row] = []
  private(set) var organisations: [Row] = []
  private(set) var outlets: [Row] = []
  private(set) var places: [Row] = []
  private(set) var venues: [Row] = []

  subscript(entry: GazetteerEntry) -> Row {
    let row = Int(entry.row)
    return switch entry.kind {
    case .person: people[row]
    case .state: states[row]
    case .organisation, .group, .source: organisations[row]
    case .outlet: outlets[row]
    case .place: places[row]
    case .venue: venues[row]
    }
  }

  mutating func add(_ row: Row, _ kind: MentionKind) -> GazetteerEntry {
    switch kind {
    case .person: people.append(row)
    case .state: states.append(row)
    case .organisation, .group, .source: organisations.append(row)
    case .outlet: outlets.append(row)
    case .place: places.append(row)
    case .venue: venues.append(row)
    }
    return GazetteerEntry(kind: kind, row: Int32(count(kind) - 1))
  }

  private func count(_ kind: MentionKind) -> Int {
    switch kind {
    case .person: people.count
    case .state: states.count
    case .organisation, .group, .source: organisations.count
    case .outlet: outlets.count
    case .place: places.count
    case .venue: venues.count
    }
  }
}

/// A side's number; 0 is no side.
typealias SideID = Int16

/// All sides, numbered from 1 by their code.
struct Sides: Sendable {
  private var ids: [String: SideID] = [:]
  private var codes: [String?] = [nil]

  mutating func id(_ code: String) -> SideID {
    if code.isEmpty { return 0 }
    if let id = ids[code] { return id }
    codes.append(code)
    ids[code] = SideID(codes.count - 1)
    return SideID(codes.count - 1)
  }

  func known(_ code: String) -> SideID { ids[code] ?? 0 }
  subscript(id: SideID) -> String? { codes[Int(id)] }
}
