/// The figures of some articles.
public struct Figures: Sendable, Hashable {
  public var articles = 0
  public private(set) var layers: [EvaluatedLayer: Tally] = [:]
  public private(set) var fields: [EvaluatedField: Accuracy] = [:]
  /// The contacts that articles are about: of them only recall is told.
  public private(set) var central = Tally()

  public init() {}

  public subscript(layer: EvaluatedLayer) -> Tally { layers[layer] ?? Tally() }
  public subscript(field: EvaluatedField) -> Accuracy { fields[field] ?? Accuracy() }

  mutating func count(_ layer: EvaluatedLayer, _ right: Int, of marked: Int, found: Int) {
    layers[layer, default: Tally()] += Tally(right: right, marked: marked, found: found)
  }

  mutating func count(_ field: EvaluatedField, isRight: Bool) {
    fields[field, default: Accuracy()] += Accuracy(right: isRight ? 1 : 0, of: 1)
  }

  mutating func countCentral(_ right: Int, of marked: Int) { central += Tally(right: right, marked: marked) }

  public static func += (all: inout Figures, one: Figures) {
    all.articles += one.articles
    all.central += one.central
    all.layers.merge(one.layers) { $0 + $1 }
    all.fields.merge(one.fields) { $0 + $1 }
  }
}
