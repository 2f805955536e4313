import Mahdar

/// Somebody whom the record has under a name.
struct NamedPerson: Hashable {
  var identity: String
  /// The fullest of the names.
  var name: String
  /// `person`, `state`, `organisation`, `group` or `speaker`.
  var kind: String
  var side: String?
  var names: [String]
}

/// Somebody that a question names, and whom it may mean.
struct AskedParty {
  /// As the question has it.
  var words: String
  var tokens: Range<Int>
  /// Whom the record has under the name; empty where it tells no name, or one that nobody bears.
  var people: [NamedPerson] = []
  /// Who else bears the name, beside somebody whom the gazetteer knows by it.
  var others: [NamedPerson] = []
  /// Whether it tells a name, which the record may not have.
  var isNamed = false
  /// The state or union that it is, or that the office is of.
  var side: String?
  /// The office, in Arabic.
  var office: String?
  var key = OfficeKey()
  /// The office that a named person is asked about in: «الجبير حين كان وزيرا للخارجية».
  var heldKey: OfficeKey?
  /// Whether several of one office are meant: «وزراء النقل».
  var isPlural = false
  /// Whether it must not take part: «مع غير لافروف».
  var isExcluded = false
  /// Whether the name was met with a letter more or less.
  var isGuess = false
  /// Whether it is the state that came: «زار لبنان فرنسا».
  var isVisitor = false
  /// Whether it was read as part of another party, or as a place.
  var isJoined = false
  /// Whether it is a medium.
  var isOutlet = false
  /// A state's names as a place.
  var placeNames: Set<String> = []

  /// Whether it is a state or a union that acts as a whole.
  var isSide: Bool { side != nil && office == nil && !isNamed }
  /// Whether it tells an office and not who holds it: «وزير الخارجية».
  var isVague: Bool { !isNamed && office != nil && side == nil }
}

/// A place that a question asks about.
struct AskedPlace {
  var words: String
  var tokens: Range<Int>
  /// As folded; empty for a country.
  var names: Set<String> = []
  /// The country, where it is one as a whole.
  var country: String?
  /// The state that a city may stand for, when it acts: «موسكو».
  var side: String?
  /// Whether it must be elsewhere: «خارج موسكو».
  var isExcluded = false
  /// Whether it was read as the state.
  var isActing = false

  /// Whether a place of the record is it or lies in it.
  func holds(_ place: String?, _ country: String?) -> Bool {
    if let asked = self.country, asked == country { return true }
    guard let place else { return false }
    let folded = " " + Spelling.folded(place) + " "
    return names.contains { folded.contains(" " + $0 + " ") }
  }
}
