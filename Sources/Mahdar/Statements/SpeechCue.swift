/// A word that says that somebody said something: a verb of saying, a participle («مضيفا»), or «قوله».
struct SpeechCue: Sendable, Hashable {
  /// What follows the cue.
  enum Frame: String, Sendable, CaseIterable {
    /// A clause with إن or أن, or a quotation.
    case say
    /// The same, of opinions and hopes.
    case think
    /// Quotations only: a clause after «دعا إلى» or «رفض» tells no words.
    case urge
    /// «وصف القرار بأنه …», «ما يسميه "…"»: somebody's word for something.
    case describe
    /// Words of somebody else, after عن: «نقلت الوكالة عن الوزير قوله».
    case relay
    /// «جاء في البيان», «ورد في التقرير»: the document speaks.
    case place
  }

  enum Shape: UInt8, Sendable { case verb, participle, noun }

  var frame: Frame
  var shape: Shape
  /// The number and gender of a verb or participle.
  var form: VerbForm
  /// Whether a common noun or particle is spelled alike: «بين», «ذكر», «رد».
  var isLoose: Bool
  /// Whether the present without a subject is a passive: «يذكر أن», «يتوقع أن».
  var isImpersonal = false
  /// Whether its past starts with a bare alef, so that one written with أ is the first person: «أعتقد».
  var isBare = false
  /// The prepositions that lead to its clause besides بـ, عن, من and في, and what else it takes.
  var prepositions: Prepositions = []

  struct Prepositions: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let ala = Prepositions(rawValue: 1)
    static let ila = Prepositions(rawValue: 2)
    /// It says something only with its preposition: «أجمع على أن», «ذهب إلى أن».
    static let only = Prepositions(rawValue: 4)
    /// It has an object, whom it tells, accuses or describes.
    static let object = Prepositions(rawValue: 8)
    /// Without a clause it tells no speech: «واصل», «تابع», «نشر».
    static let weak = Prepositions(rawValue: 16)
    /// It goes on with whoever spoke before: «أضاف», «تابع».
    static let same = Prepositions(rawValue: 32)
  }
}
