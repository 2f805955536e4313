import Mahdar
import MahdarReaders
import MahdarStore

/// An evaluation for programs: figures by their names, and on request outlets and faults.
///
///     {"articles": 5, "contacts": {"p": 95.0, "r": 100.0, "f1": 97.4, "gold": 20, "found": 21}, …,
///      "central": {"r": 100.0, "gold": 6}, …, "form": {"accuracy": 89.5, "of": 19}, …}
struct EvaluationReport: Encodable {
  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private struct Row: Encodable {
    var outlet: String?
    var figures: Figures

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: Name.self)
      try members.encode(outlet, forKey: Name("outlet"))
      try EvaluationReport.encode(figures, to: &members)
    }
  }

  private struct Told: Encodable {
    var kind: String
    var part: String
    var cause: String?
    var article: String
    var subject: String?
    var marked: String?
    var found: String?
  }

  private struct Unused: Encodable {
    var id: String?
    var file: String?
    var line: Int?
    var code: String
    var message: String
  }

  private let figures: Figures
  private let outlets: [Row]?
  private let faults: [Told]?
  private let unused: [Unused]

  init(_ result: EvaluationRun.Result, faults: Int, isByOutlet: Bool) {
    figures = result.evaluation.figures
    outlets = isByOutlet ? result.outlets.map { Row(outlet: $0.name, figures: $0.figures) } : nil
    self.faults =
      faults == 0
      ? nil
      : FaultGroup.groups(result.evaluation.faults).flatMap { group in
        group.faults.prefix(faults).map { fault in
          Told(
            kind: fault.kind.rawValue, part: fault.part, cause: fault.cause, article: fault.article,
            subject: fault.subject, marked: fault.marked, found: fault.found)
        }
      }
    unused = result.unused.map { error in
      Unused(id: error.id, file: error.file, line: error.line, code: error.code.rawValue, message: error.message)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Name.self)
    try Self.encode(figures, to: &members)
    try members.encode(outlets, forKey: Name("outlets"))
    try members.encode(faults, forKey: Name("faults"))
    try members.encode(unused, forKey: Name("unused"))
  }

  private static func encode(_ figures: Figures, to members: inout KeyedEncodingContainer<Name>) throws {
    try members.encode(figures.articles, forKey: Name("articles"))
    for layer in EvaluatedLayer.allCases {
      let tally = figures[layer]
      var row = members.nestedContainer(keyedBy: Name.self, forKey: Name(layer.rawValue))
      try row.encode(tally.precision, forKey: Name("p"))
      try row.encode(tally.recall, forKey: Name("r"))
      try row.encode(tally.f1, forKey: Name("f1"))
      try row.encode(tally.marked, forKey: Name("gold"))
      try row.encode(tally.found, forKey: Name("found"))
    }
    var central = members.nestedContainer(keyedBy: Name.self, forKey: Name("central"))
    try central.encode(figures.central.recall, forKey: Name("r"))
    try central.encode(figures.central.marked, forKey: Name("gold"))
    for field in EvaluatedField.allCases {
      var row = members.nestedContainer(keyedBy: Name.self, forKey: Name(field.rawValue))
      try row.encode(figures[field].share, forKey: Name("accuracy"))
      try row.encode(figures[field].of, forKey: Name("of"))
    }
  }
}
