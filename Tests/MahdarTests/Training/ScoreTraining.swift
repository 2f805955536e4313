import Foundation
import Testing

@testable import Mahdar

/// Fits the weights of the contacts' likelihood to marked articles and writes `Data/ar/score-weights.tsv`.
///
/// `TRAIN_SCORES=dev.jsonl,seeds.jsonl swift test --filter trainScores`. The same articles give the same table. Printed is
/// by cross-validation over articles how many of the contacts of each likelihood are right.
@Test(.enabled(if: ProcessInfo.processInfo.environment["TRAIN_SCORES"] != nil))
func trainScores() throws {
  let files = (ProcessInfo.processInfo.environment["TRAIN_SCORES"] ?? "").split(separator: ",").map(String.init)
  let training = try ScoreTraining(files: files, lexicon: Examples.lexicon.get())
  training.crossValidate()
  try Logistic.write(
    Array(zip(ClaimScore.Feature.allCases.map(\.rawValue), training.fit { _ in true })), to: "score-weights")
}

struct ScoreTraining {
  private var samples: [(article: Int, sample: Logistic.Sample)] = []
  private static let folds = 8

  init(files: [String], lexicon: Lexicon) throws {
    let finder = ClaimFinder(clauses: lexicon.clauses, lexicon: lexicon.claims)
    let features = ClaimScore.Feature.allCases
    var article = 0
    try Logistic.articles(files) { object, text in
      let marks = try JSONDecoder().decode(
        Marks.self, from: JSONSerialization.data(withJSONObject: object["gold"] ?? [:]))
      var analysis = Pipeline(lexicon: lexicon)(text)
      let input = ClaimFinder.Input(
        tokens: analysis.tokens, times: analysis.times, mentions: analysis.mentions, chains: analysis.chains,
        statements: analysis.statements, published: text.published, outlet: text.outlet)
      (analysis.contacts, analysis.chains) = finder.tellings(input)
      let grounds = Grounds(analysis)
      let sound = analysis.contacts.indices.filter { grounds.areSound(analysis.contacts[$0]) }
      let (marked, found) = (marks.contacts.map { MarkedContact($0) }, analysis.claims.map { MarkedContact($0) })
      let agreements = marked.map { mark in found.map { PartyAgreement(mark, $0) } }
      let right = Set(Pairing(contacts: marked, found, agreements).pairs.map { sound[$0.found] })
      for (index, contact) in analysis.contacts.enumerated() {
        samples.append(
          (article, (features.indices.filter { contact.features.contains(features[$0]) }, right.contains(index))))
      }
      article += 1
    }
  }

  func fit(_ isLearnt: (Int) -> Bool) -> [Double] {
    Logistic.fit(samples.filter { isLearnt($0.article) }.map(\.sample), of: ClaimScore.Feature.allCases.count)
  }

  /// Prints how many contacts have a likelihood of each tenth, and how many of them are right.
  func crossValidate() {
    var tenths = [(count: Int, sum: Double, right: Int)](repeating: (0, 0, 0), count: 10)
    for fold in 0..<Self.folds {
      let weights = fit { $0 % Self.folds != fold }
      for (article, sample) in samples where article % Self.folds == fold {
        let chance = 1 / (1 + exp(-sample.features.reduce(0) { $0 + weights[$1] }))
        let tenth = min(9, Int(chance * 10))
        tenths[tenth].count += 1
        tenths[tenth].sum += chance
        tenths[tenth].right += sample.isRight ? 1 : 0
      }
    }
    for (tenth, row) in tenths.enumerated() where row.count > 0 {
      let (said, held) = (row.sum / Double(row.count), Double(row.right) / Double(row.count))
      print("0.\(tenth): \(row.count) contacts, said \((said * 100).rounded()), right \((held * 100).rounded())")
    }
  }
}
