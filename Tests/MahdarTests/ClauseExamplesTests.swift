import Testing

@testable import Mahdar

@Test(arguments: try Examples.read("clauses"))
func clauses(_ example: Example) throws {
  Examples.check(example, ClauseRendering(try Examples.analysis(of: example), try Examples.lexicon.get()).lines)
}

/// The clauses of a text as lines: their kind and verb; below, the nouns of contact and the phrases, each with its role and
/// the predicate that it belongs to.
struct ClauseRendering {
  private let map: ClauseMap

  init(_ analysis: Analysis, _ lexicon: Lexicon) {
    map = ClauseMap(analysis.tokens, analysis.times, analysis.mentions, lexicon: lexicon.clauses)
  }

  var lines: [String] { map.tokens.sentences.flatMap(lines) }

  private func lines(_ sentence: Range<Int>) -> [String] {
    var reader = ClauseReader(map, sentence: sentence)
    let tree = reader.read()
    func word(_ predicate: Int) -> String {
      predicate < 0 ? "-" : map.tokens.text(map.tokens[tree.predicates[predicate].token].span)
    }
    return tree.clauses.indices.flatMap { number -> [String] in
      let clause = tree.clauses[number]
      var lines = [
        "\(clause.kind) \(word(clause.predicate))" + (clause.governor < 0 ? "" : " of \(word(clause.governor))")
      ]
      for predicate in tree.predicates where predicate.clause == number && predicate.noun != nil {
        lines.append("noun \(map.tokens.text(map.tokens[predicate.token].span)) of \(word(predicate.governor))")
      }
      for phrase in tree.phrases where phrase.clause == number {
        let members = phrase.members.map { map.tokens.text(map.mentions[$0].span) }.joined(separator: " + ")
        let told = phrase.reference == .named ? members : map.tokens.text(map.tokens.span(phrase.tokens))
        lines.append("\(phrase.role.map(\.rawValue) ?? "bare") \(word(phrase.predicate)): \(told)")
      }
      return lines
    }
  }
}
