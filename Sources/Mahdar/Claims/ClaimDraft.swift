/// One telling of a contact, before the tellings of an article are put together.
struct ClaimDraft {
  /// A participant found, with the words that name it here.
  struct Party {
    var chain: Int
    var span: TextSpan
    /// Filled in from the context (the subject a pronoun stands for, the host of a visit), not read in the clause.
    var isInferred = false
    /// The state that a visited place belongs to.
    var isHost = false
    /// Named later as one of a group: «حضر الاجتماع …».
    var isMember = false
  }

  var frame: String
  var form: ContactForm
  var parties: [Party]
  /// The token of the verb or noun that tells it.
  var trigger: Int
  /// The noun of the contact, where it has one behind its verb.
  var noun: Int?
  /// The time that its own words govern.
  var time: Int?
  /// The tokens whose dates and places are its own.
  var segment: Range<Int>
  var sentence: Range<Int>
  /// The sentence that shows it best; nil for its own. A headline gives way to the sentence that tells the news.
  var evidence: Range<Int>?
  var status: ContactStatus = .held
  /// Whether the status was read off a tense or a cue, not assumed.
  var isStatusTold = false
  var channel: ContactChannel = .official
  var date: String?
  var dateSpan: TextSpan?
  var place: ContactClaim.Place?
  var venue: TextSpan?
  var occasion: TextSpan?
  var duration: String?
  /// Whether it lasts so long from its date on: «زيارة تستغرق يومين».
  var lasts = false
  var topics: [TextSpan] = []
  var by: [ContactClaim.Source] = []
  /// Of an anaphor: the sides of all who are named in its sentence.
  var beside: Set<String> = []
  /// «اللقاء», «المحادثات»: tells more of a contact told before, none of its own.
  var isAnaphor = false
  /// The frame of the journey made for it, which vouches for it.
  var arrival: String?
  /// How it is told apart from others of its kind: «جولة سابقة», «الجولة المقبلة», «الجولة الثانية».
  var order = Order.none
  enum Order { case none, further, coming, ordinal }
  /// The noun's dictionary word, which an anaphor repeats.
  var lemma: Int?
  var isVisit: Bool { form == .visit }
  /// Told by a verb by which somebody comes.
  var isArrival: Bool { ["go", "visit", "stay"].contains(frame) }
  var isRemote: Bool { form == .call || form == .message }
  /// The triggers of the tellings put together, in text order.
  var triggers: [Int] = []
  var isInTitle = false
  /// «كما التقى», «والتقى أيضا»: told beside the contact before it.
  var isLikewise = false
  /// «وكان قد التقى»: told as what was before the news.
  var isRecalled = false
}
