/// The words and phrases that questions are made of.
///
/// - Source: `Data/ar/question-words.tsv`, `question-offices.tsv`.
public struct QuestionWords: Sendable {
  public enum Class: String, Sendable, CaseIterable {
    // What is asked for.
    case when, `where`, howMuch = "how-much", howLong = "how-long", times, who, whoElse = "who-else", which, what,
      whether
    case why, how, opinion, aboutWhat = "about-what", list
    // What it is asked of.
    case lasting, timeUnit = "time-unit", dayNoun = "day-noun", placeNoun = "place-noun", personNoun = "person-noun"
    case topicNoun = "topic-noun", discuss, source, reveal, confirm, independent, takePart = "take-part"
    case officeNoun = "office-noun", holdOffice = "hold-office", be, new, statusNoun = "status-noun", say, `do`
    // Which of many.
    case last, first, next, early, middle, late, firstHalf = "first-half", secondHalf = "second-half"
    case planned, proposed, postponed, cancelled, denied, held
    case notWhether = "not-whether", elsewhere, visitNoun = "visit-noun", carryOut = "carry-out"
    case receiveNoun = "receive-noun", toThem = "to-them", whom
    case outside, directedBase = "directed-base", title, former, never, not, pronoun, relative, conference, secret,
      three, more, less, or, conflict,
      coming,
      remote, visit, call, message, receiveMessage =
      "receive-message", meet, receive, speak, exchange
    // What stands between.
    case `in`, to, from, with, between, and, by, about, that, before, after, since, until, during
    /// What does not narrow a question.
    case plain

    /// Whether a word of it stands for all its forms.
    var isInflected: Bool {
      switch self {
      case .conflict, .lasting, .topicNoun, .discuss, .source, .reveal, .confirm, .independent, .takePart, .officeNoun,
        .holdOffice,
        .say, .planned, .proposed, .postponed, .cancelled, .denied, .held, .secret, .visit, .call, .message,
        .receiveMessage, .meet, .receive, .visitNoun, .speak, .exchange, .do, .personNoun, .placeNoun:
        true
      default: false
      }
    }
  }

  private var phrases: [String: Set<Class>] = [:]
  private var stems: [[UInt8]: Set<Class>] = [:]
  private var directed: Set<String> = []
  private var months: [String: Int] = [:]
  /// The offices that plurals («وزراء») and nouns of what is held («حقيبة») stand for.
  public private(set) var plurals: [String: String] = [:]
  public private(set) var fields: [String: String] = [:]
  private let terms: SearchTerms
  /// The words of the longest phrase.
  public private(set) var longest = 1

  /// Reads the table in `folder`, the one that holds `ar/`.
  ///
  /// - Errors: `DataError` of a table that is missing or has an unknown class.
  public init(reading folder: String, terms: SearchTerms) throws(DataError) {
    self.terms = terms
    var builder = LexiconBuilder(folder: folder)
    for row in try builder.table("question-offices", ["use", "office", "ar"]).rows {
      if row[0] == "plural" {
        plurals[Spelling.folded(row[2])] = row[1]
      } else {
        fields[Spelling.folded(row[2])] = row[1]
      }
    }
    let table = try builder.table("question-words", ["class", "lang", "words"])
    for row in table.rows {
      let folded = Spelling.folded(row[2])
      if row[0].hasPrefix("month-"), let month = Int(row[0].dropFirst(6)) {
        months[folded] = month
        continue
      }
      if row[0] == "directed" {
        directed.insert(folded)
        continue
      }
      guard let name = Class(rawValue: row[0]) else { throw table.error(row, "unknown class '\(row[0])'") }
      phrases[folded, default: []].insert(name)
      longest = max(longest, folded.split(separator: " ").count)
      guard name.isInflected, row[1] == "ar", !folded.contains(" ") else { continue }
      for stem in Self.stems(of: row[2], terms) { stems[stem, default: []].insert(name) }
    }
  }

  private static func stems(of word: String, _ terms: SearchTerms) -> [[UInt8]] {
    terms.terms(of: word).filter { !$0.isAlternative && $0.letters.count > 1 }.map(\.letters)
  }

  /// The classes of words as folded, separated by single spaces; empty for words that the table has not.
  public func classes(of folded: String) -> Set<Class> { phrases[folded] ?? [] }

  /// The classes of a word by its other forms.
  public func inflected(_ word: String) -> Set<Class> {
    let found = Self.stems(of: word, terms).reduce(into: Set<Class>()) { $0.formUnion(stems[$1] ?? []) }
    guard found.isEmpty else { return found }
    // «تحدثت», «بعثوا», «زيارتها»: verbs and nouns that the search has no lemma of.
    let folded = Spelling.folded(word)
    for (ending, instead) in Self.endings where folded.hasSuffix(ending) && folded.count > ending.count + 2 {
      let classes = self.classes(of: folded.dropLast(ending.count) + instead).filter(\.isInflected)
      if !classes.isEmpty { return classes }
    }
    return []
  }

  /// Endings of verbs and possessives, as folded, with what stands in their place.
  private static let endings = [
    ("ت", ""), ("تا", ""), ("ا", ""), ("وا", ""), ("و", ""), ("ن", ""), ("ته", "ه"), ("تها", "ه"), ("تهم", "ه"),
    ("تهما", "ه"), ("ه", ""), ("ها", ""), ("هم", ""), ("هما", ""), ("ان", ""), ("ون", ""),
  ]

  /// Whether a verb tells by its subject who began: «اتصل», “called”.
  public func isDirected(_ folded: String) -> Bool { directed.contains(folded) }

  /// The classes of a word of content that is written with a letter more or less: «محادثاث».
  public func near(_ folded: String) -> Set<Class> {
    guard folded.count > 4 else { return [] }
    let word = Array(folded)
    let found = phrases.filter { phrase, classes in
      abs(phrase.count - word.count) < 2 && !phrase.contains(" ") && !classes.filter(\.isInflected).isEmpty
        && EditDistance.of(word, Array(phrase)) == 1
    }
    return found.reduce(into: []) { $0.formUnion($1.value.filter(\.isInflected)) }
  }

  /// The number of a month named in English.
  public func month(_ folded: String) -> Int? { months[folded] }
}
