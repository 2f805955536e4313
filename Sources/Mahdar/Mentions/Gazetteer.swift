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
    fileprivate let rows: Rows
    fileprivate let index: Int

    var id: String { rows.ids[index] }
    var label: String { rows.labels[index] }
    /// The side or country, an index into `sides`; 0 where there is none.
    @inline(__always) var side: SideID { rows.sides[index] }
  }

  /// The rows of one kind.
  fileprivate struct Rows: Sendable {
    var ids = Texts()
    var labels = Texts()
    var sides: [SideID] = []

    mutating func transfer(_ image: inout LexiconImage) {
      ids.transfer(&image)
      labels.transfer(&image)
      image.transfer(&sides)
    }
  }

  /// By `place(of:)`.
  private var kinds = Array(repeating: Rows(), count: 6)

  @inline(__always) subscript(entry: GazetteerEntry) -> Row {
    Row(rows: kinds[Self.place(of: entry.kind)], index: Int(entry.row))
  }

  mutating func add(id: String, label: String, side: SideID, _ kind: MentionKind) -> GazetteerEntry {
    let place = Self.place(of: kind)
    kinds[place].ids.append(id)
    kinds[place].labels.append(label)
    kinds[place].sides.append(side)
    return GazetteerEntry(kind: kind, row: Int32(kinds[place].sides.count - 1))
  }

  @inline(__always) private static func place(of kind: MentionKind) -> Int {
    switch kind {
    case .person: 0
    case .state: 1
    case .organisation, .group, .source: 2
    case .outlet: 3
    case .place: 4
    case .venue: 5
    }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    for place in kinds.indices { kinds[place].transfer(&image) }
  }
}

/// A side's number; 0 is no side.
typealias SideID = Int16

/// All sides, numbered from 1 by their code.
struct Sides: Sendable {
  private var ids: [String: SideID] = [:]
  /// The first stands for no side.
  private var codes = [""]
  /// Whether each is a state: its code has two letters and is no body's.
  private var states = [false]

  mutating func id(_ code: String) -> SideID {
    if code.isEmpty { return 0 }
    if let id = ids[code] { return id }
    codes.append(code)
    states.append(Self.isState(code))
    ids[code] = SideID(codes.count - 1)
    return SideID(codes.count - 1)
  }

  func known(_ code: String) -> SideID { ids[code] ?? 0 }
  @inline(__always) func isState(_ id: SideID) -> Bool { states[Int(id)] }
  private static func isState(_ code: String) -> Bool { code.utf8.count == 2 && !["UN", "EU", "AU"].contains(code) }
  subscript(id: SideID) -> String? { id == 0 ? nil : codes[Int(id)] }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&codes)
    image.transfer(&states)
    ids = [:]
    for (id, code) in codes.enumerated().dropFirst() { ids[code] = SideID(id) }
  }
}
