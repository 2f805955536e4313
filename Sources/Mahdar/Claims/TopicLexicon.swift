/// What is known of words that tell the topics of contacts.
struct TopicLexicon: Sendable {
  private var words = WordMap<TopicWord>()
  /// The subjects of diplomacy that the gazetteer knows, of two words or more: «الملف النووي».
  private(set) var names = PhraseMap<Bool>()
  private(set) var weights = TopicWeights()
  /// «عن» of «بحث عن».
  private(set) var seeking: WordID = 0
  /// «جولة», «جولته»: the journey that a visit is part of.
  private var tours: [WordID] = []
  /// «غير» of «غير النظامية».
  private(set) var un: WordID = 0

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("topic-words", ["class", "ar"])
    for row in table.rows {
      let kind = try Self.kind(row, table)
      // They are nouns, which names hold too: a closed class would change how other stages read them.
      guard let word = builder.words(row[1], closed: false).first else { continue }
      add(kind, word)
      if !TopicWord.heads.contains(kind), kind != .hollow { continue }
      if let definite = builder.words("ال" + row[1], closed: false).first { add(kind.union(.definite), definite) }
    }
    let verbs = try builder.table("topic-verbs", ["class", "present", "past"])
    for row in verbs.rows {
      let kind = try Self.kind(row, verbs)
      for (letters, form) in VerbInflection.forms(past: row[2], present: row[1]) where !form.isFirst {
        add(kind, builder.vocabulary.intern(letters, closed: false))
      }
    }
    for row in try builder.table("tense-verbs", ["past", "present"]).rows {
      for (letters, form) in VerbInflection.forms(past: row[0], present: row[1]) {
        let word = builder.vocabulary.intern(letters, closed: false)
        // The bare past is spelled like a noun: «دعم», «نقل».
        if form.tense == .past, form.number == .singular, !form.isFeminine, !form.hasObject {
          add(.past, word)
        } else if words[word] == nil {
          words.set(word, .telling)
        }
      }
    }
    seeking = builder.words("عن", closed: true).first ?? 0
    for word in ["جولة", "جولته", "جولتها", "جولتهما"] { tours += builder.words(word, closed: false) }
    un = builder.words("غير", closed: true).first ?? 0
    let known = try builder.table("gazetteer/topic-names", ["id", "ar"])
    for row in known.rows {
      let words = builder.words(row[1], closed: false)
      if words.count > 1 { names.add(words, true) }
    }
    weights = try TopicWeights(&builder)
  }

  private static func kind(_ row: Table.Row, _ table: Table) throws(DataError) -> TopicWord {
    guard let kind = TopicWord(named: row[0]) else {
      throw table.error(
        row, "unknown class '\(row[0])'", fix: "one of \(TopicWord.allNames.joined(separator: ", "))")
    }
    return kind
  }

  private mutating func add(_ kind: TopicWord, _ word: WordID) {
    words.set(word, self[word].union(kind))
  }

  @inline(__always) subscript(word: WordID) -> TopicWord { words[word] ?? [] }

  func isTour(_ word: WordID) -> Bool { tours.contains(word) }

  mutating func transfer(_ image: inout LexiconImage) {
    words.transfer(&image)
    names.transfer(&image)
    weights.transfer(&image)
    image.transfer(&seeking)
    image.transfer(&un)
    image.transfer(&tours)
  }
}
