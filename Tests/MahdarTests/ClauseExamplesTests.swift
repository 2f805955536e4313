import Testing

@testable import Mahdar

@Test(arguments: try Examples.read("clauses"))
func clauses(_ example: Example) throws {
  let analysis = try Examples.analysis(of: example)
  let lines = Pipeline(lexicon: try Examples.lexicon.get()).rendering(of: analysis).lines().map { line in
    line.parts.map { part in
      switch part {
      case .label(let label): label
      case .words(let span): analysis.tokens.text(span)
      }
    }.joined()
  }
  Examples.check(example, lines)
}
