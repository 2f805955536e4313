import Foundation
import Testing

@testable import Mahdar

/// Fits the weights of the topics to marked articles and writes `Data/ar/topic-weights.tsv`.
///
/// `TRAIN_TOPICS=dev.jsonl,seeds.jsonl swift test --filter trainTopics`. The same articles give the same table. The
/// figures printed are by cross-validation over articles, of the topics of all marked contacts.
@Test(.enabled(if: ProcessInfo.processInfo.environment["TRAIN_TOPICS"] != nil))
func trainTopics() throws {
  let files = (ProcessInfo.processInfo.environment["TRAIN_TOPICS"] ?? "").split(separator: ",").map(String.init)
  let training = try TopicTraining(files: files, lexicon: Examples.lexicon.get())
  let bias = training.crossValidate()
  try training.write(bias: bias)
}

struct TopicTraining {
  /// A phrase in reach of a marked contact, and whether it is one of its topics.
  struct Sample {
    var features: [TopicFeature]
    var words: Set<[UInt8]>
    var isTopic: Bool
  }

  /// A marked contact.
  struct Contact {
    var article: Int
    var samples: [Sample]
    var topics: [Set<[UInt8]>]
  }

  private var contacts: [Contact] = []
  private var articles = 0

  /// Into how many parts the articles are cut, one way after the other.
  private static let folds = [5, 7, 8]

  init(files: [String], lexicon: Lexicon) throws {
    try Logistic.articles(files) { object, article in
      read(object, article, lexicon)
      articles += 1
    }
  }

  // MARK: Samples

  private mutating func read(_ object: [String: Any], _ article: Article, _ lexicon: Lexicon) {
    let analysis = Pipeline(lexicon: lexicon)(article)
    let input = ClaimFinder.Input(
      tokens: analysis.tokens, times: analysis.times, mentions: analysis.mentions, chains: analysis.chains,
      statements: analysis.statements, published: article.published, outlet: article.outlet)
    let finder = ClaimFinder(clauses: lexicon.clauses, lexicon: lexicon.claims)
    let map = finder.map(input)
    let (found, chains) = finder.contacts(input, map)
    let gold = (object["gold"] as? [String: Any])?["contacts"] as? [[String: Any]] ?? []
    let told = gold.map { triggers(of: $0, map, found, chains) }
    let all = Set(told.joined()).sorted()
    let reader = TopicReader(map: map, lexicon: lexicon.claims.topics)
    for (contact, own) in zip(gold, told) where !own.isEmpty {
      let form = ContactForm(rawValue: contact["form"] as? String ?? "") ?? .meeting
      let topics = (contact["topics"] as? [String] ?? []).map(Self.words)
      let status = ContactStatus(rawValue: contact["status"] as? String ?? "") ?? .held
      let samples = reader.judge(own, .init(form), .init(status), among: all).map { phrase, features in
        let words = Self.words(analysis.text(analysis.tokens.span(phrase.tokens, reading: phrase.reading)))
        return Sample(features: features, words: words, isTopic: topics.contains { Self.tellAlike($0, words) })
      }
      contacts.append(Contact(article: articles, samples: samples, topics: topics))
    }
  }

  /// The tellings of a marked contact: those of the contact found with its participants, and what stands in its
  /// evidence.
  private func triggers(of contact: [String: Any], _ map: ClauseMap, _ found: [ClaimDraft], _ chains: [Chain]) -> [Int]
  {
    let text = String(decoding: map.tokens.content, as: UTF8.self)
    guard let evidence = contact["evidence"] as? String, let place = text.range(of: evidence) else { return [] }
    let start = Int32(text.utf8.distance(from: text.startIndex, to: place.lowerBound))
    let span = TextSpan(start, start + Int32(evidence.utf8.count))
    let range = (0..<map.tokens.count).filter { span.contains(map.tokens[$0].span) }
    guard let first = range.first, let last = range.last else { return [] }
    let names = (contact["participants"] as? [[String: Any]] ?? []).map { Self.words($0["name"] as? String ?? "") }
    var best: (triggers: [Int], shared: Int, inEvidence: Int)?
    for draft in found {
      let triggers = draft.triggers + [draft.trigger]
      let parties = draft.parties.map { Self.words(map.tokens.text(chains[$0.chain].name)) }
      let shared = names.count { name in parties.contains { $0.isSubset(of: name) || name.isSubset(of: $0) } }
      let inEvidence = triggers.count { (first...last).contains($0) }
      if shared < 2, inEvidence == 0 { continue }
      if let best, (best.shared, best.inEvidence) >= (shared, inEvidence) { continue }
      best = (triggers, shared, inEvidence)
    }
    let own = Set(best?.triggers ?? [])
    if own.contains(where: { (first...last).contains($0) }) { return own.sorted() }
    return own.union([range.first { map.verb($0) != nil || map.noun($0) != nil } ?? first]).sorted()
  }

  /// The words of a text, less the article and what joins words.
  private static func words(_ text: String) -> Set<[UInt8]> {
    let article = FoldedText.key("ال")
    let words = FoldedText.key(text).split(separator: Letters.space).map { word -> [UInt8] in
      Array(word.count > 4 && word.starts(with: article) ? word.dropFirst(2) : word)
    }
    return Set(words).subtracting(["في", "من", "على", "ال", "و"].map { FoldedText.key($0) })
  }

  private static func tellAlike(_ a: Set<[UInt8]>, _ b: Set<[UInt8]>) -> Bool {
    !a.isEmpty && !b.isEmpty && a.intersection(b).count * 2 >= min(a.count, b.count)
  }

  // MARK: Fitting

  private func fit(_ contacts: [Contact]) -> [Double] {
    Logistic.fit(
      contacts.flatMap(\.samples).map { ($0.features.map(\.index), $0.isTopic) }, of: TopicFeature.names.count)
  }

  /// How many of a contact's topics are chosen right, how many are marked and how many chosen.
  private func count(_ contact: Contact, _ weights: [Double], _ bias: Double) -> (right: Int, marked: Int, chosen: Int)
  {
    let likely = contact.samples.map { sample in
      (sample, sample.features.reduce(bias) { $0 + weights[$1.index] })
    }.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
    var chosen: [Set<[UInt8]>] = []
    for (sample, _) in likely where chosen.count < 8 && !chosen.contains(where: { Self.tellAlike($0, sample.words) }) {
      chosen.append(sample.words)
    }
    var left = chosen
    var right = 0
    for topic in contact.topics {
      guard let index = left.firstIndex(where: { Self.tellAlike(topic, $0) }) else { continue }
      left.remove(at: index)
      right += 1
    }
    return (right, contact.topics.count, chosen.count)
  }

  /// Prints the figures for several biases, and returns the best.
  func crossValidate() -> Double {
    let biases = stride(from: 0.0, through: 1.0, by: 0.1)
    var counts = biases.map { _ in (right: 0, marked: 0, chosen: 0) }
    for (folds, fold) in Self.folds.flatMap({ folds in (0..<folds).map { (folds, $0) } }) {
      let weights = fit(contacts.filter { $0.article % folds != fold })
      for contact in contacts where contact.article % folds == fold {
        for (index, bias) in biases.enumerated() {
          let more = count(contact, weights, bias)
          counts[index].right += more.right
          counts[index].marked += more.marked
          counts[index].chosen += more.chosen
        }
      }
    }
    let figures = zip(biases, counts).map { bias, count in
      (bias: bias, f1: 200 * Double(count.right) / Double(max(1, count.marked + count.chosen)))
    }
    for (bias, f1) in figures { print("bias \(bias): F1 \((f1 * 10).rounded() / 10)") }
    return figures.max { $0.f1 < $1.f1 }?.bias ?? 0.5
  }

  /// Writes the weights fitted to all articles.
  func write(bias: Double) throws {
    var weights = fit(contacts)
    weights[0] += bias
    try Logistic.write(Array(zip(TopicFeature.names, weights)), to: "topic-weights")
  }
}
