import Mahdar
import MahdarStore

/// How much of what the desk shows is right, as it was measured.
struct AboutPage: Page {
  static let template = "about"

  struct Value: Encodable {
    var version: String
    var figures: [Figure]
    var numbers: StoreNumbers
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    Value(version: Pipeline.version, figures: desk.figures, numbers: try desk.overview().numbers)
  }

  func view(_ value: Value, _ show: Show) -> View {
    var measures: [String] = []
    for figure in value.figures where !measures.contains(figure.measure) { measures.append(figure.measure) }
    return [
      "title": show.w("about"), "version": value.version, "store": show.desk.store.path,
      "measures": measures.map { measure -> View in
        [
          "word": show.w("measure-" + measure), "note": show.w("measure-" + measure + "-note"),
          "values": value.figures.filter { $0.measure == measure }.map {
            ["set": show.w("set-" + $0.set), "value": $0.value] as View
          },
        ]
      },
    ]
  }
}
