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

  private static let kinds: [(Kind, Set<String>)] = [
    (.when, ["متي", "when"]), (.place, ["اين", "where"]), (.count, ["كم", "how", "many"]),
    (.status, ["حاله", "مصير", "وضع", "status"]), (.whether, ["هل", "did", "has", "have", "will"]),
    (.who, ["من", "بمن", "مع", "who", "whom"]),
  ]
  private static let last: Set<String> = ["اخر", "الاخير", "الاخيره", "last", "latest"]
  private static let first: Set<String> = ["اول", "first"]
  private static let planned: Set<String> = ["القادم", "المقبل", "المقرر", "next", "will"]
  // Words stand for all their forms: a question has the terms of one of them.
  private static let said = "قال يقول قول صرح يصرح تصريح ذكر يذكر أكد يؤكد علق يعلق say said"
  private static let meetings = ["meeting", "talks", "conference", "visit"]
  private static let formWords: [(words: String, forms: [String])] = [
    ("زار يزور زيارة visit visited", meetings), ("اتصل يتصل هاتف مكالمة اتصال call called phone", ["call"]),
    ("رسالة برقية letter message", ["message"]),
    ("التقى يلتقي اجتمع يجتمع لقاء اجتماع قابل يقابل meet met meeting", meetings),
  ]
  /// Verbs whose present asks for what is to come: «متى يلتقي».
  private static let coming = "التقى اجتمع زار قابل يقابل"

  init(_ text: String, pipeline: Pipeline, terms: SearchTerms, now: String) {
    let words = Spelling.folded(text).split(separator: " ").map(String.init)
    func stems(_ text: String) -> Set<[UInt8]> { Set(terms.terms(of: text).map(\.letters)) }
    let stemsAsked = stems(text)
    func asks(_ words: String) -> Bool { !stems(words).isDisjoint(with: stemsAsked) }
    if words.contains("ماذا") || words.contains("what"), asks(Self.said) { kind = .said }
    if kind == .list {
      for (kind, markers) in Self.kinds {
        // «من» is who only at the head: elsewhere it is the preposition.
        let isFound =
          kind == .who ? words.prefix(2).contains(where: markers.contains) : !markers.isDisjoint(with: words)
        if isFound {
          self.kind = kind
          break
        }
      }
    }
    if !Self.last.isDisjoint(with: words) {
      order = .last
    } else if !Self.first.isDisjoint(with: words) {
      order = .first
    }
    for (markers, forms) in Self.formWords where asks(markers) { self.forms += forms }
    let isComing = words.contains { word in
      (word.hasPrefix("ي") || word.hasPrefix("ت")) && !stems(word).isDisjoint(with: stems(Self.coming))
    }
    let isFuture = words.contains { $0.hasPrefix("سي") || $0.hasPrefix("ست") } || !Self.planned.isDisjoint(with: words)
    if isFuture || isComing {
      statuses = ["scheduled", "proposed", "postponed"]
    } else if [.when, .place, .count, .whether, .who].contains(kind), !forms.isEmpty {
      statuses = ["held", "underway"]
    }
    read(pipeline(Article(id: "question", text: text, published: now)), text)
  }

  private mutating func read(_ analysis: Analysis, _ text: String) {
    var bounds = Int32.max
    if kind == .said, let range = Self.topic(in: text) {
      about = String(text[range])
      bounds = Int32(text.utf8.distance(from: text.startIndex, to: range.lowerBound))
    }
    for chain in analysis.chains where chain.name.start < bounds {
      if chain.kind == .place || chain.kind == .state, Self.isPlace(chain.name, in: text) {
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
          && !Self.kinds.contains { $0.1.contains(word.lowercased()) } && word.lowercased() != "what"
      }
      names += latin.map(String.init)
    }
  }

  /// Whether «في» stands before it.
  private static func isPlace(_ span: TextSpan, in text: String) -> Bool {
    let before = String(decoding: Array(text.utf8.prefix(Int(span.start))), as: UTF8.self)
    return before.split(whereSeparator: \.isWhitespace).last == "في"
  }

  /// What stands behind «عن» or “about”.
  private static func topic(in text: String) -> Range<String.Index>? {
    for marker in [" عن ", " حول ", " بشأن ", " about ", " on "] {
      guard let range = text.ranges(of: marker).first else { continue }
      let rest = text[range.upperBound...].prefix { !"؟?.!".contains($0) }
      if !rest.isEmpty { return rest.startIndex..<rest.endIndex }
    }
    return nil
  }
}
