import Foundation

@testable import Mahdar

/// Weights of features fitted to samples: the same samples in the same order give the same weights.
struct Logistic {
  /// The features that a sample has, by index, and whether it is what is looked for.
  typealias Sample = (features: [Int], isRight: Bool)

  private static let rounds = 300

  /// The weights that make the samples likeliest, by Newton's steps along one feature after the other. The first feature,
  /// the bias, is not held small.
  ///
  /// - Parameters:
  ///   - penalty: how strongly weights are held small.
  ///   - least: a feature seen less often has no weight.
  static func fit(_ samples: [Sample], of features: Int, penalty strength: Double = 10, least: Int = 10) -> [Double] {
    var holders = [[Int]](repeating: [], count: features)
    for (index, sample) in samples.enumerated() {
      for feature in sample.features { holders[feature].append(index) }
    }
    var weights = [Double](repeating: 0, count: features)
    var sums = [Double](repeating: 0, count: samples.count)
    for _ in 0..<rounds {
      for (feature, holders) in holders.enumerated() where holders.count >= least {
        let penalty = feature == 0 ? 0 : strength
        var (slope, bend) = (penalty * weights[feature], penalty)
        for index in holders {
          let chance = 1 / (1 + exp(-sums[index]))
          slope += chance - (samples[index].isRight ? 1 : 0)
          bend += chance * (1 - chance)
        }
        guard bend > 0 else { continue }
        let step = slope / bend
        weights[feature] -= step
        for index in holders { sums[index] -= step }
      }
    }
    return weights
  }

  /// Writes hundredths of the weights into a table of `Data/ar`, whose head stays.
  static func write(_ weights: [(name: String, weight: Double)], to table: String) throws {
    let url = Examples.root.appendingPathComponent("Data/ar/\(table).tsv")
    let head = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("#") }
    let rows = weights.compactMap { name, weight -> String? in
      let whole = Int((weight * 100).rounded())
      return whole == 0 && name != "bias" ? nil : "\(name)\t\(whole)"
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let lines = head.map(String.init) + ["feature\tweight"] + rows
    try (lines.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
  }

  /// The articles of files of marked articles, each with what is marked.
  static func articles(_ files: [String], each: ([String: Any], Article) throws -> Void) throws {
    for file in files {
      for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
        guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { continue }
        try each(
          object,
          Article(
            id: "", title: object["title"] as? String, text: object["text"] as? String ?? "",
            published: object["published"] as? String, outlet: object["outlet"] as? String))
      }
    }
  }
}
