/// What the mention stage knows of a word: the parts it can play in names, offices and descriptions.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32

  /// A given name.
  static let given = WordClass(rawValue: 1 << 0)
  /// A word of some known person's name.
  static let nameWord = WordClass(rawValue: 1 << 1)
  /// A word of ordinary language.
  static let common = WordClass(rawValue: 1 << 2)
  /// A closed-class word of another stage: verb, particle, month, cue.
  static let function = WordClass(rawValue: 1 << 3)
  /// An adjective of a state or body.
  static let nisba = WordClass(rawValue: 1 << 4)
  /// A state or city of one word.
  static let place = WordClass(rawValue: 1 << 5)
  static let definite = WordClass(rawValue: 1 << 6)
  static let feminine = WordClass(rawValue: 1 << 7)
  static let plural = WordClass(rawValue: 1 << 8)
  static let office = WordClass(rawValue: 1 << 9)
  static let occupation = WordClass(rawValue: 1 << 10)
  static let title = WordClass(rawValue: 1 << 11)
  static let modifier = WordClass(rawValue: 1 << 12)
  static let portfolio = WordClass(rawValue: 1 << 13)
  /// بن, آل, أبو, عبد: holds the next word to the name.
  static let son = WordClass(rawValue: 1 << 14)
  /// دي, فان: the same in names of other languages.
  static let foreignParticle = WordClass(rawValue: 1 << 15)
  /// الله, الدين: the second half of a compound name.
  static let tail = WordClass(rawValue: 1 << 16)
  static let sourceNoun = WordClass(rawValue: 1 << 17)
  static let groupNoun = WordClass(rawValue: 1 << 18)
  static let sideNoun = WordClass(rawValue: 1 << 19)
  static let organNoun = WordClass(rawValue: 1 << 20)
  static let outletNoun = WordClass(rawValue: 1 << 21)
  static let placeNoun = WordClass(rawValue: 1 << 22)
  static let venueNoun = WordClass(rawValue: 1 << 23)
  /// Never a part of a name.
  static let stop = WordClass(rawValue: 1 << 24)
  static let dual = WordClass(rawValue: 1 << 25)
  /// A given name that is an ordinary word too.
  static let ambiguous = WordClass(rawValue: 1 << 27)
  /// A city of one word.
  static let city = WordClass(rawValue: 1 << 28)
  /// Written with the article in some table.
  static let articled = WordClass(rawValue: 1 << 26)

  /// The first name of a known person of an Arab state.
  static let arabName = WordClass(rawValue: 1 << 29)
  /// The first name of a known person of another state.
  static let foreignName = WordClass(rawValue: 1 << 30)

  static let head: WordClass = [.office, .occupation, .title]
  static let noun: WordClass = [
    .sourceNoun, .groupNoun, .sideNoun, .organNoun, .outletNoun, .placeNoun, .venueNoun,
  ]
}
