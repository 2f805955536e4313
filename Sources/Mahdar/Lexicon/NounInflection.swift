/// Makes the written forms of a noun from its indefinite singular or plural.
enum NounInflection {
  struct Form {
    var letters: [UInt8]
    var isDefinite = false
    var isDual = false
    /// The number of the possessive pronoun it carries: «لقائه», «لقائهما», «لقائهم».
    var pronoun: VerbForm.Number?
  }

  private static let article = FoldedText.key("ال")
  private static let pronouns: [(letters: [UInt8], number: VerbForm.Number)] = [
    (FoldedText.key("ه"), .singular), (FoldedText.key("ها"), .singular), (FoldedText.key("هما"), .dual),
    (FoldedText.key("هم"), .plural), (FoldedText.key("نا"), .plural),
  ]
  private static let duals = ["ان", "ين"].map { FoldedText.key($0) }
  private static let teh = FoldedText.key("ت")
  private static let hamza = FoldedText.key("ء")
  private static let hamzaSeats = ["ء", "ي", "و"].map { FoldedText.key($0) }

  /// The folded forms: bare, with article, accusative, dual, with a possessive pronoun.
  static func forms(of noun: String) -> [Form] {
    let base = FoldedText.key(noun)
    let isFeminine = noun.hasSuffix("ة")
    let stem = isFeminine ? Array(base.dropLast()) + teh : base
    var forms = [Form(letters: base), Form(letters: article + base, isDefinite: true)]
    if !isFeminine, base.last != hamza[0], base.last != Letters.yeh {
      forms.append(Form(letters: base + [Letters.alef]))
    }
    for ending in duals {
      let dual = stem + ending
      forms.append(Form(letters: dual, isDual: true))
      forms.append(Form(letters: article + dual, isDefinite: true, isDual: true))
    }
    for ending in [[Letters.alef], [Letters.yeh]] where isFeminine || ending[0] == Letters.yeh {
      forms.append(Form(letters: stem + ending, isDual: true))
    }
    let stems = base.last == hamza[0] ? hamzaSeats.map { Array(base.dropLast()) + $0 } : [stem]
    for stem in stems {
      for pronoun in pronouns {
        forms.append(Form(letters: stem + pronoun.letters, isDefinite: true, pronoun: pronoun.number))
      }
    }
    return forms
  }
}
