/// A verb's inflected form, as far as the written word tells it.
public struct VerbForm: Sendable, Hashable, BitwiseCopyable {
  public enum Tense: UInt8, Sendable, BitwiseCopyable { case past, present }
  public enum Number: UInt8, Sendable, BitwiseCopyable { case singular, dual, plural }

  public var tense: Tense
  public var number: Number
  public var isFeminine: Bool
  /// First person: «التقينا», «نلتقي».
  public var isFirst = false
  /// Carries an object pronoun: «استقبله», «يلتقيها».
  public var hasObject = false
}

/// Makes the written forms of a verb from its third person masculine singular, past and present.
///
/// Vowels are not written, so active and passive mostly share a form. Forms that no news text uses (second person,
/// feminine plural) are left out.
enum VerbInflection {
  /// The folded forms of one verb; where two forms are spelled alike the first one stands.
  ///
  ///     VerbInflection.forms(past: "التقى", present: "يلتقي") // التقي، التقت، التقيا، التقوا، يلتقي، تلتقي، يلتقون …
  static func forms(past: String, present: String) -> [(letters: [UInt8], form: VerbForm)] {
    var result: [(letters: [UInt8], form: VerbForm)] = []
    var seen: Set<[UInt8]> = []
    func add(_ letters: [UInt8], _ form: VerbForm) {
      if !letters.isEmpty, seen.insert(letters).inserted { result.append((letters, form)) }
    }
    if !past.isEmpty { addPast(FoldedText.key(past), isFirm: endsInHamza(past), add) }
    if !present.isEmpty { addPresent(FoldedText.key(present), isFirm: endsInHamza(present), add) }
    return result
  }

  private static let waw = Letters.waw
  private static let yeh = Letters.yeh
  private static let alef = Letters.alef
  private static let noon = Letters.noon
  private static let teh = Letters.teh
  private static let objects = ["ه", "ها", "هم", "هما", "نا"].map { FoldedText.key($0) }

  /// «بدأ» ends in a consonant, though its hamza's carrier is folded to ا.
  private static func endsInHamza(_ verb: String) -> Bool { verb.last.map { "أئؤء".contains($0) } ?? false }

  private static func isWeak(_ letter: Letter?) -> Bool { letter == alef || letter == yeh || letter == waw }

  private static func addPast(_ base: [UInt8], isFirm: Bool, _ add: ([UInt8], VerbForm) -> Void) {
    let last = base.last
    let defective = !isFirm && (last == yeh || last == alef)
    let short = defective ? Array(base.dropLast()) : base
    // دعا has و before endings, التقى has ي.
    let long = defective && last == alef ? short + [waw] : base
    let plain = VerbForm(tense: .past, number: .singular, isFeminine: false)
    let feminine = VerbForm(tense: .past, number: .singular, isFeminine: true)
    add(base, plain)
    add(short + [teh], feminine)
    add(short + [waw, alef], VerbForm(tense: .past, number: .plural, isFeminine: false))
    add(long + [alef], VerbForm(tense: .past, number: .dual, isFeminine: false))
    add(short + [teh, alef], VerbForm(tense: .past, number: .dual, isFeminine: true))
    let hollow = base.count == 3 && base[1] == alef
    let first = hollow ? [base[0], base[2]] : long
    add(first + [noon, alef], VerbForm(tense: .past, number: .plural, isFeminine: false, isFirst: true))
    add(first + [teh], VerbForm(tense: .past, number: .singular, isFeminine: false, isFirst: true))
    for object in objects {
      var form = plain
      form.hasObject = true
      add((defective ? short + [alef] : base) + object, form)
      form.isFeminine = true
      add(short + [teh] + object, form)
      form.isFeminine = false
      form.number = .plural
      add(short + [waw] + object, form)
    }
  }

  private static func addPresent(_ base: [UInt8], isFirm: Bool, _ add: ([UInt8], VerbForm) -> Void) {
    guard base.count > 2 else { return }
    let stem = Array(base.dropFirst())
    let last = stem.last
    let short = !isFirm && isWeak(last) ? Array(stem.dropLast()) : stem
    let singular = VerbForm(tense: .present, number: .singular, isFeminine: false)
    let feminine = VerbForm(tense: .present, number: .singular, isFeminine: true)
    add([yeh] + stem, singular)
    add([teh] + stem, feminine)
    for (prefix, isFeminine) in [(yeh, false), (teh, true)] {
      let dual = VerbForm(tense: .present, number: .dual, isFeminine: isFeminine)
      add([prefix] + stem + [alef, noon], dual)
      add([prefix] + stem + [alef], dual)
    }
    let plural = VerbForm(tense: .present, number: .plural, isFeminine: false)
    add([yeh] + short + [waw, noon], plural)
    add([yeh] + short + [waw, alef], plural)
    // After لم: the last weak letter goes («لم يلتق»), or the one before the last («لم يزر»).
    let jussive = isFirm || isWeak(last) ? short : Self.jussive(stem)
    add([yeh] + jussive, singular)
    add([teh] + jussive, feminine)
    add([noon] + stem, VerbForm(tense: .present, number: .plural, isFeminine: false, isFirst: true))
    add([alef] + stem, VerbForm(tense: .present, number: .singular, isFeminine: false, isFirst: true))
    for object in objects {
      for (prefix, isFeminine) in [(yeh, false), (teh, true)] {
        add(
          [prefix] + stem + object,
          VerbForm(tense: .present, number: .singular, isFeminine: isFeminine, hasObject: true))
      }
    }
  }

  private static func jussive(_ stem: [UInt8]) -> [UInt8] {
    guard stem.count > 2, isWeak(stem[stem.count - 2]) else { return stem }
    return Array(stem.dropLast(2)) + [stem[stem.count - 1]]
  }
}
