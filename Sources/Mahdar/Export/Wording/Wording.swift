/// The words by which a person is told of contacts, in Arabic or English: what all pages and answers say.
public struct Wording: Sendable {
  public enum Language: String, Sendable, CaseIterable { case ar, en }

  public let language: Language
  /// The Arabic name of a state by its code.
  private let states: @Sendable (String) -> String?

  public init(_ language: Language, states: @escaping @Sendable (String) -> String? = { _ in nil }) {
    self.language = language
    self.states = states
  }

  public var isArabic: Bool { language == .ar }

  /// One of two, by language.
  func text(_ arabic: String, _ english: String) -> String { isArabic ? arabic : english }

  public func callAsFunction(_ term: Term) -> String { isArabic ? term.ar : term.en }

  /// A term as a heading has it.
  public func heading(_ term: Term) -> String {
    isArabic ? term.ar : term.en.prefix(1).uppercased() + term.en.dropFirst()
  }

  // MARK: Codes

  private static let statuses: [String: (masculine: String, feminine: String)] = [
    "held": ("عُقد", "جرت"), "underway": ("جارٍ", "جارية"), "scheduled": ("مقرر", "مقررة"),
    "proposed": ("مقترح", "مقترحة"), "postponed": ("مؤجل", "مؤجلة"), "cancelled": ("ملغى", "ملغاة"),
    "denied": ("منفي", "منفية"),
  ]

  /// Calls and messages are not «held» in Arabic.
  private static let held = ["call": "جرى", "message": "أُرسلت"]

  /// A status as a page has it, agreeing with the form that it is said of.
  public func status(_ status: String, of form: String = "meeting") -> String {
    guard isArabic, let words = Self.statuses[status] else { return status }
    if status == "held", let held = Self.held[form] { return held }
    return isFeminine(form) ? words.feminine : words.masculine
  }

  private static let channels = [
    "official": "رسمي", "secret": "سري", "track-1.5": "مسار 1.5", "track-2": "المسار الثاني",
  ]

  public func channel(_ channel: String) -> String { isArabic ? Self.channels[channel] ?? channel : channel }

  /// A state or another side: its name in Arabic, its code in English.
  public func side(_ code: String) -> String { isArabic ? states(code) ?? code : code }

  // MARK: Lists

  /// «أ وب وج», “a, b and c”.
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return isArabic ? items.joined(separator: " و") : items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What parts the items of a row: «، ».
  public var comma: String { isArabic ? "، " : ", " }

  /// What parts clauses: «؛ ».
  public var semicolon: String { isArabic ? "؛ " : "; " }
}
