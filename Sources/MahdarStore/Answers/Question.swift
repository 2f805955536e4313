import GRDB
import Mahdar

/// A question as the record can answer it, read by the engine that reads articles.
struct Question {
  enum Kind: String { case when, place = "where", count, who, whether, status, said, list }
  enum Order { case any, last, first }

  var kind = Kind.list
  var order = Order.any
  /// The names as the question has them.
  var names: [String] = []
  var forms: [String] = []
  var statuses: [String] = []
  var from: String?
  var to: String?
  /// A city, or the code of a country, that it asks about: «في باريس».
  var place: String?
  /// What was spoken about, in a question for words.
  var about: String?

  /// The kinds in the order in which they are looked for, with their words.
  private static let kinds: [(kind: Kind, words: QuestionWords.Class)] = [
    (.when, .when), (.place, .where), (.count, .count), (.status, .status), (.whether, .whether), (.who, .who),
  ]
  private static let meetings = ["meeting", "talks", "conference", "visit"]
  private static let formsAsked: [(words: QuestionWords.Class, forms: [String])] = [
    (.visit, meetings), (.call, ["call"]), (.message, ["message"]), (.meeting, meetings),
  ]

  private let vocabulary: QuestionWords

  init(_ text: String, pipeline: Pipeline, terms: SearchTerms, vocabulary: QuestionWords, now: String) {
    self.vocabulary = vocabulary
    let words = Spelling.folded(text).split(separator: " ").map(String.init)
    func stems(_ text: String) -> Set<[UInt8]> { Set(terms.terms(of: text).map(\.letters)) }
    let stemsAsked = stems(text)
    // A word of the table stands for all its forms.
    func asks(_ name: QuestionWords.Class, _ asked: Set<[UInt8]>) -> Bool {
      !stems(vocabulary[name].joined(separator: " ")).isDisjoint(with: asked)
    }
    if vocabulary.has(.what, in: words), asks(.said, stemsAsked) { kind = .said }
    if kind == .list {
      // «من» is who only at the head: elsewhere it is the preposition.
      let found = Self.kinds.first { vocabulary.has($0.words, in: $0.kind == .who ? Array(words.prefix(2)) : words) }
      kind = found?.kind ?? .list
    }
    if vocabulary.has(.last, in: words) {
      order = .last
    } else if vocabulary.has(.first, in: words) {
      order = .first
    }
    for (name, forms) in Self.formsAsked where asks(name, stemsAsked) { self.forms += forms }
    // «متى يلتقي»: the present asks for what is to come.
    let isComing = words.contains { word in
      guard let first = word.unicodeScalars.first, first == "ي" || first == "ت" else { return false }
      return asks(.coming, stems(word))
    }
    let isFuture = words.contains { word in vocabulary[.future].contains { word.hasPrefix($0) } }
    if isFuture || isComing || vocabulary.has(.planned, in: words) {
      statuses = ["scheduled", "proposed", "postponed"]
    } else if [.when, .place, .count, .whether, .who].contains(kind), !forms.isEmpty {
      statuses = ["held", "underway"]
    }
    read(pipeline(Article(id: "question", text: text, published: now)), text)
  }

  private mutating func read(_ analysis: Analysis, _ text: String) {
    var bounds = Int32.max
    if kind == .said, let range = topic(in: text) {
      about = String(text[range])
      bounds = Int32(text.utf8.distance(from: text.startIndex, to: range.lowerBound))
    }
    for chain in analysis.chains where chain.name.start < bounds {
      if chain.kind == .place || chain.kind == .state, isPlace(chain.name, in: text) {
        place = chain.kind == .state && chain.id?.hasPrefix("geonames") != true ? chain.side : analysis.text(chain.name)
        continue
      }
      switch chain.kind {
      // A state may be named by its capital.
      case .state where chain.side != nil: names.append(chain.side ?? "")
      case .person where chain.isNamed, .state, .organisation:
        names.append(
          chain.id.flatMap { id in chain.isNamed || chain.kind != .person ? nil : id } ?? analysis.text(chain.name))
      default: break
      }
    }
    if let value = analysis.times.lazy.filter({ $0.type == .date }).compactMap(\.value).compactMap(DayRange.init).first
    {
      from = value.first
      to = value.last
    }
    if names.isEmpty || text.unicodeScalars.contains(where: { $0.value >= 0x41 && $0.value <= 0x7A }) {
      let latin = text.split { !$0.isLetter && $0 != "-" }.filter { word in
        word.first?.isUppercase == true && word.unicodeScalars.allSatisfy { $0.value < 0x250 }
          && !(Self.kinds.map(\.words) + [.what]).contains { vocabulary.has($0, in: [word.lowercased()]) }
      }
      names += latin.map(String.init)
    }
  }

  /// Whether «في» stands before it.
  private func isPlace(_ span: TextSpan, in text: String) -> Bool {
    let before = String(decoding: Array(text.utf8.prefix(Int(span.start))), as: UTF8.self)
    return before.split(whereSeparator: \.isWhitespace).last.map { vocabulary[.in].contains(String($0)) } ?? false
  }

  /// What stands behind «عن» or “about”.
  private func topic(in text: String) -> Range<String.Index>? {
    for marker in vocabulary[.about] {
      guard let range = text.ranges(of: " " + marker + " ").first else { continue }
      let rest = text[range.upperBound...].prefix { !"؟?.!".contains($0) }
      if !rest.isEmpty { return rest.startIndex..<rest.endIndex }
    }
    return nil
  }
}
