/// Which states have an office: «مجلس الشورى», «الديوان الأميري», «رئيس الجمهورية».
struct OfficeStates: Sendable {
  private var names = PhraseMap<SideID>()
  /// The states that have a king or prince.
  private var monarchies: [SideID] = []

  /// Stands in the table for all states that have no king.
  private static let republics: SideID = -1

  /// The states whose an office may be.
  struct Seat {
    /// The states that have it; empty where any may.
    var states: [SideID] = []
    /// Those that can't have it.
    var barred: [SideID] = []

    func admits(_ side: SideID) -> Bool { (states.isEmpty || states.contains(side)) && !barred.contains(side) }
  }

  init() {}

  init(_ builder: inout LexiconBuilder, sides: inout Sides) throws(DataError) {
    let table = try builder.table("office-states", ["side", "ar"])
    let kings = builder.words("الملك", closed: false) + builder.words("أمير البلاد", closed: false)
    for row in table.rows {
      let side = row[0] == "republics" ? Self.republics : sides.id(row[0])
      let words = builder.words(row[1], closed: false)
      names.add(words, side)
      if side > 0, words == [kings[0]] || words == Array(kings.dropFirst()) { monarchies.append(side) }
    }
    monarchies += [sides.id("OM"), sides.id("AE")]
  }

  /// Whose an office may be by the words of it that some states alone have.
  func seat(of office: Range<Int>, in tokens: Tokens, _ head: Reading) -> Seat {
    var seat = Seat()
    for index in office {
      let word = index == office.lowerBound ? tokens[index].word(head) : tokens[index].word
      guard let match = names.longest(at: index, head: word, in: tokens), match.end <= office.upperBound,
        match.end > index + 1 || office.count == 1
      else { continue }
      if match.values.contains(Self.republics) {
        seat.barred = monarchies
      } else if seat.states.isEmpty {
        seat.states = Array(match.values)
      }
    }
    return seat
  }

  mutating func transfer(_ image: inout LexiconImage) {
    names.transfer(&image)
    image.transfer(&monarchies)
  }
}
