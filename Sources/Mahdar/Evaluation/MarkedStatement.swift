/// A statement made ready to be compared.
struct MarkedStatement {
  let kind: StatementKind
  let speaker: MarkWords
  let text: MarkWords
  let via: MarkWords?

  init(_ statement: Marks.Statement) {
    kind = statement.kind
    speaker = MarkWords(statement.speaker)
    text = MarkWords(statement.text)
    via = MarkWords(told: statement.via)
  }

  func isSame(as found: MarkedStatement) -> Bool {
    kind == found.kind && text.isSameText(as: found.text) && isOfSameSpeaker(as: found)
  }

  private func isOfSameSpeaker(as found: MarkedStatement) -> Bool {
    speaker.isSameName(as: found.speaker) || speaker.isSameOffice(as: found.speaker)
  }

  /// Why it is none of those that are left over, and which of them it comes nearest to.
  func cause(among others: [(index: Int, statement: MarkedStatement)]) -> (String?, Int?) {
    if let other = others.first(where: { kind == $0.statement.kind && text.isSameText(as: $0.statement.text) }) {
      return ("speaker", other.index)
    }
    if let other = others.first(where: { text.isSameText(as: $0.statement.text) }) { return ("kind", other.index) }
    if let other = others.first(where: { text.overlaps($0.statement.text) }) { return ("where it ends", other.index) }
    return (nil, nil)
  }
}

extension StatementKind {
  /// What a fault calls it.
  var part: String { self == .direct ? "quote" : "indirect" }
}
