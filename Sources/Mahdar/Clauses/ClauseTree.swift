/// One sentence as its clauses: what is predicated of whom, under which clause.
///
/// - Shape: clauses, predicates and phrases in text order; they name each other by index, -1 standing for none.
struct ClauseTree {
  var sentence: Range<Int>
  var clauses: [Clause] = []
  var predicates: [Predicate] = []
  var phrases: [Phrase] = []
  /// The office without a name that a name completes, by their mentions: «وكيل الوزارة لشؤون أفريقيا أ».
  var offices: [Int: Int] = [:]
  /// The delegation that a leader stands for, by their mentions: «وفد … برئاسة أ».
  var delegations: [Int: Int] = [:]
  /// The tokens behind «في مقدمة مستقبليه».
  var greetings: [Int] = []
  /// The times of the sentence, each with the predicate that it dates, -1 where none does.
  var times: [(time: Int, predicate: Int)] = []
}

/// What binds a clause to the one above it.
enum ClauseKind: UInt8 {
  case main
  /// Behind أن and إن.
  case complement
  /// Behind الذي, or a verb right behind an indefinite noun.
  case relative
  /// Behind عندما, بعد أن, حيث …
  case adverbial
}

struct Clause {
  var kind: ClauseKind
  /// The clause above.
  var parent: Int
  /// The clause that و or a comma joins it to: one subject may serve both.
  var previous = -1
  var start: Int
  /// The verb; -1 for a clause that has none.
  var predicate = -1
  /// The predicate of the clause above that it completes, or the noun that a relative clause describes.
  var governor = -1
  /// The phrase that a relative clause describes.
  var antecedent = -1
  /// The bare phrase before the verb.
  var topic = -1
  /// «حيث», «أنه», «ليلتقي»: its subject is told before it, so that a phrase behind its verb is the object.
  var isContinued = false
}

/// A verb, or a noun of contact: verb, verbal noun and participle have the same slots.
struct Predicate {
  enum Word {
    case verb(ContactVerb)
    case noun(ContactNoun)
    /// A verbal noun of taking part: «حضور», «المشاركة».
    case joining
    /// Any other verb that the tables know.
    case other(OtherVerb)
  }
  var word: Word
  var token: Int
  var clause: Int
  /// The preposition over a noun: «خلال لقائه», «للقاء».
  var role: FunctionWord?
  /// The predicate over a noun, whose object or subject it is or in whose construct it stands.
  var governor = -1
  /// Bare phrases and those under prepositions, in text order.
  var phrases: [Int] = []
  /// The genitive right behind a noun.
  var genitive = -1
  /// «على هامش المؤتمر»: the setting of another contact; who stands behind it meets there.
  var isSetting = false
  /// Whether a noun stands right behind another noun of contact: «جولة محادثات».
  var isConstruct = false

  var noun: ContactNoun? { if case .noun(let noun) = word { noun } else { nil } }
  var verb: ContactVerb? { if case .verb(let verb) = word { verb } else { nil } }
  /// The inflection of a verb of any kind.
  var inflection: VerbForm? {
    switch word {
    case .verb(let verb): verb.inflection
    case .other(let verb): verb.inflection
    default: nil
    }
  }
}

/// A noun phrase: a mention, or several joined ones, with the preposition over it.
struct Phrase {
  enum Reference: UInt8 {
    /// Named by its mentions.
    case named
    /// «معه», «بها»: a pronoun.
    case pronoun
    /// «الجانبان», «بينهما»: two or more sides told before.
    case pair
    /// «اللجنتان الكينية والأوغندية»: two of a kind, each told by its adjective.
    case distributive
    /// «سموه»: somebody told before by that title.
    case titled
  }
  var reference = Reference.named
  /// Mentions in text order, each one a member.
  var members: [Int] = []
  /// The preposition over it; nil for a bare one.
  var role: FunctionWord?
  var tokens: Range<Int>
  var clause: Int
  var predicate = -1
  /// A plain noun stands right before the preposition, which it may complete: «الأزمة في سوريا».
  var isComplement = false
  /// Plain words stand between its preposition and its name, or right before a bare one: it is their genitive.
  var isGenitive = false
  var isAfterComma = false
  /// «كلا من أ وب»: each of them for himself.
  var isEach = false
  /// «بلاده», «بين بلاده وب»: the state of whoever tells of it, before its members.
  var isOfHomeland = false
}
