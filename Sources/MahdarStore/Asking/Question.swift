import Mahdar

/// A question as the record can answer it: what is asked for, of which contacts or statements, and how each word was read.
struct Question {
  enum Kind: String {
    case when, place = "where", count, howLong = "how long", topic, who, visitor, destination, tookPart = "took part"
    case whether, status, movedTo = "moved to", deniedBy = "denied by", source, independent
    case people, whenTold = "when told"
    case said, whoSaid = "who said", whetherSaid = "whether said", whenSaid = "when said", whoIs = "who is", office,
      holder
    case conflict, changes, list, outside
  }
  enum Order { case any, last, first, next }

  /// What is asked for: several where questions are joined, as in «متى وأين».
  var kinds: [Kind] = []
  var order = Order.any
  var parties: [AskedParty] = []
  var places: [AskedPlace] = []
  /// The days asked about, `YYYY-MM-DD`.
  var from: String?
  var to: String?
  /// Several periods, where the question joins them: «في 2021 و2023».
  var periods: [DayRange] = []
  /// Whether visits are counted as reports tell them: «كم زيارة», not «كم مرة زار».
  var isVisitCounted = false
  /// Whether the one who is named received the visit: «من زار دي ميستورا؟».
  var isHostAsked = false
  /// Whether all who are named came together: «زيارة لافروف وشويغو».
  var isVisitShared = false
  /// The forms of contact; all where it is empty.
  var forms: [String] = []
  /// Whether it asks about a visit: then who came is one thing, who was there another.
  var isVisit = false
  /// The forms by the noun to count and to speak of them by.
  var noun = "contact"
  /// What was asked to be true of the contacts: `held`, `planned`, `proposed`, `postponed`, `cancelled` or `denied`.
  var status: String?
  var isSecret = false
  /// The party that began and the one that it came to, by their places, where the question tells: «اتصل لافروف بفيدان».
  var beginner: Int?
  var receiver: Int?
  /// The party that is told to have denied, by its place: «هل نفت طهران لقاء …».
  var denier: Int?
  /// Whether more than one independent source is asked for.
  var isOfMore = false
  var isOfLess = false
  /// Whether it asks in the negative: «ألم يلتقِ …؟».
  var isNegative = false
  /// Whether it gives a choice: «في الدوحة أم في نيروبي؟».
  var isOfChoice = false
  /// How long is asked about, as TIMEX3: «أكثر من ساعة».
  var duration: String?
  /// The party that tells whom it asks for, by its place: «من الوزيرة التي التقت …».
  var asked: Int?
  /// The party that is told to have announced, by its place: «هل أعلنت الرئاسة …».
  var teller: Int?
  /// Whether it asks for contacts of three and more: «الاجتماع الثلاثي».
  var isOfThree = false
  /// The free words of what was said or spoken about.
  var about: String?
  /// What they are in Arabic where the question is in English: of each topic its names.
  var aboutArabic: [[String]] = []
  /// How each word was read.
  var words: [AskAnswer.Word] = []
  /// The words that were not understood.
  var unknown: [String] = []

  /// Those who are asked about as taking part.
  var contactParties: [AskedParty] {
    parties.enumerated().filter { !$1.isJoined && !$1.isOutlet && $0 != denier && $0 != teller }.map(\.element)
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The ways to tell in Arabic what was spoken about.
  var topics: [String] {
    guard let about else { return [] }
    guard !aboutArabic.isEmpty else { return [about] }
    return aboutArabic.reduce([""]) { ways, names in ways.flatMap { way in names.map { (way + " " + $0) } } }.prefix(16)
      .map { $0 }
  }

  static let inPerson = ["meeting", "talks", "conference"]
}
