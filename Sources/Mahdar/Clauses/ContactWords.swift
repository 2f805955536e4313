/// What kind of encounter a contact is.
public enum ContactForm: String, Sendable, CaseIterable, BitwiseCopyable {
  case meeting, visit, talks, conference, call, message
}

/// How a contact verb takes its arguments.
enum VerbFrame: String, Sendable {
  /// A meets B: «التقى أ ب», «التقى أ بـب / مع ب».
  case meet
  /// The host receives a guest: «استقبل أ ب».
  case receive
  /// Receives a guest or an event: «استضاف أ ب», «استضافت أ قمة».
  case host
  /// «اجتمع أ مع ب», «تباحث أ وب».
  case confer
  /// «بحث أ مع ب …»: a contact only with two sides.
  case discuss
  /// «أجرى أ محادثات مع ب»: a contact by its object noun.
  case hold
  /// «ترأس أ اجتماعا»: as `hold`; «ترأس أ الوفد»: who acts for a side of a contact told before.
  case lead
  /// «تلقى أ اتصالا من ب».
  case get
  /// «هاتف أ ب», «اتصل أ بـب».
  case phone
  /// «بعث أ رسالة إلى ب».
  case send
  /// «عرض أ على ب الخطة», «شرح أ لـب الموقف»: to a person named behind it.
  case present
  /// «زار أ المكان».
  case visit
  /// «وصل أ إلى المكان».
  case go
  /// «شارك أ في اجتماع».
  case join
  /// «انعقد اجتماع بين أ وب».
  case occur
  /// «جمع لقاء أ وب».
  case gather
  /// «وقع أ مع ب اتفاقا».
  case sign
  /// «جولة تشمل …»: several places.
  case tour
  /// «أطلع أ ب على …», «أخطرت أ ب بـ…»: one who is told something in person.
  case inform
  /// «غادر أ المكان»: a guest who leaves has visited.
  case leave
  /// «عاد أ من المكان»
  case comeback
  /// «مكث أ في المكان», «حل أ بالمكان».
  case stay
  /// «كتب أ إلى ب».
  case write
  /// «أوفد أ ب إلى المكان».
  case dispatch
  /// «طلب أ من ب عقد اجتماع», «دعا أ ب إلى زيارة …»: a contact that somebody proposes.
  case request

  /// «عقد أ اجتماعا», «ترأس أ اجتماعا»
  var isHolding: Bool { self == .hold || self == .lead }

  /// «التقى أ ب», «استقبل أ ب»: they are in one place.
  var isEncounter: Bool { [.meet, .receive, .confer, .hold].contains(self) }

  /// «وصل أ إلى المكان», «زار أ المكان»
  var isComing: Bool { [.go, .visit, .stay].contains(self) }

  /// «وصل أ إلى المكان», «زار أ المكان»
  var isTravel: Bool { [.visit, .go, .stay, .leave, .comeback].contains(self) }

  /// The name of the rule of a contact that the frame tells.
  var telling: String { self == .lead ? Self.hold.rawValue : rawValue }
}

struct ContactVerb: Sendable {
  var frame: VerbFrame
  var form: ContactForm
  var inflection: VerbForm
  /// Spelled like its verbal noun: «استضافه», «استضافة»; a verb only before its subject.
  var isLoose = false
}

/// A verb that is none of contact.
struct OtherVerb: Sendable {
  var inflection: VerbForm
  /// Says, thinks or wants what a clause behind أن tells.
  var takesClause: Bool
}

/// What a contact noun names.
enum ContactNounKind: String, Sendable {
  case encounter, talks, visit, travel, dispatch, call, message, invitation, credentials
}

struct ContactNoun: Sendable {
  var kind: ContactNounKind
  var form: ContactForm
  var number: VerbForm.Number
  var isDefinite: Bool
  /// The number of the possessive pronoun it carries: «لقائه», «زيارتها», «لقائهما».
  var pronoun: VerbForm.Number?
  var hasPronoun: Bool { pronoun != nil }
  /// The dictionary word, to tell «قمة» from «اجتماع».
  var lemma: Int
}
