/// A line of the clauses of a text: what something is, and the words that tell it.
public struct ClauseLine: Sendable {
  public enum Part: Sendable {
    case label(String)
    case words(TextSpan)
  }

  public var parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }
}

/// The clauses of a text as lines: their kind and verb; below, the nouns of contact and the phrases, each with its role and
/// the predicate that it belongs to.
struct ClauseRendering {
  let map: ClauseMap

  /// - Parameter span: only of the sentences that it touches; nil for all.
  func lines(in span: TextSpan? = nil) -> [ClauseLine] {
    map.tokens.sentences.filter { sentence in span.map { map.tokens.span(sentence).overlaps($0) } ?? true }
      .flatMap(lines)
  }

  /// The sentences that have a word of contact and lie outside all of `spans`.
  func untold(_ spans: [TextSpan]) -> [[ClauseLine]] {
    map.tokens.sentences.filter { sentence in
      let span = map.tokens.span(sentence)
      return sentence.contains { map.verb($0) != nil || map.noun($0) != nil } && !spans.contains { $0.overlaps(span) }
    }.map(lines)
  }

  private func lines(_ sentence: Range<Int>) -> [ClauseLine] {
    var reader = ClauseReader(map, sentence: sentence)
    let tree = reader.read()
    func word(_ predicate: Int) -> ClauseLine.Part {
      predicate < 0 ? .label("-") : .words(map.tokens[tree.predicates[predicate].token].span)
    }
    return tree.clauses.indices.flatMap { number -> [ClauseLine] in
      let clause = tree.clauses[number]
      let governor = clause.governor < 0 ? [] : [.label(" of "), word(clause.governor)]
      var lines = [ClauseLine([.label("\(clause.kind) "), word(clause.predicate)] + governor)]
      for predicate in tree.predicates where predicate.clause == number && predicate.noun != nil {
        let noun = ClauseLine.Part.words(map.tokens[predicate.token].span)
        lines.append(ClauseLine([.label("noun "), noun, .label(" of "), word(predicate.governor)]))
      }
      for phrase in tree.phrases where phrase.clause == number {
        let role = phrase.role.map(\.rawValue) ?? "bare"
        lines.append(ClauseLine([.label("\(role) "), word(phrase.predicate), .label(": ")] + words(of: phrase)))
      }
      return lines
    }
  }

  private func words(of phrase: Phrase) -> [ClauseLine.Part] {
    guard phrase.reference == .named else { return [.words(map.tokens.span(phrase.tokens))] }
    return Array(phrase.members.map { [.words(map.mentions[$0].span)] }.joined(separator: [.label(" + ")]))
  }
}
