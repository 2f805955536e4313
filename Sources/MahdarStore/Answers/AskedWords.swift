import Mahdar

/// Words that a text is asked for: it has all of them, in any of their forms, or is another name of what they name.
struct AskedWords: Sendable {
  private let terms: SearchTerms
  private let asked: Set<[UInt8]>
  private let names: Set<String>

  init(_ words: String, _ terms: SearchTerms) { self.init(words, names: [], terms) }

  /// The words of an outlet's name, or any other name of it: «عكاظ» for “Okaz”.
  init(outlet: String, _ terms: SearchTerms) {
    self.init(outlet, names: terms.lexicon.outlets.names(of: outlet), terms)
  }

  private init(_ words: String, names: [String], _ terms: SearchTerms) {
    self.terms = terms
    asked = Set(terms.terms(of: words).filter { !$0.isAlternative }.map(\.letters))
    // Words that are not indexed must be the whole text.
    self.names = Set(names + (asked.isEmpty ? [Spelling.folded(words)] : []))
  }

  func areHeld(by text: String) -> Bool {
    if !names.isEmpty, names.contains(Spelling.folded(text)) { return true }
    return !asked.isEmpty && asked.isSubset(of: terms.terms(of: text).map(\.letters))
  }
}
