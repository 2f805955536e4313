/// The offices that a participant is told to hold, by what tells them from others: the head and what it is of.
///
///     «وزيرة خارجية كينيا», «وزير الخارجية» // one office
///     «رئيس كينيا», «رئيس وزراء كينيا» // two
package struct OfficeKey: Sendable, Hashable {
  struct Office: Sendable, Hashable {
    /// The head, whatever its gender and number.
    var head: UInt64
    /// Stems of the words that it is completed by, sorted; states, nisbas and words that every office may have left out.
    var rest: [UInt64]
  }

  private(set) var offices: [Office] = []

  package var isEmpty: Bool { offices.isEmpty }

  package init() {}

  init(_ offices: [Office]) { self.offices = Array(offices.prefix(Self.most)) }

  /// Nobody is told with more offices that matter.
  private static let most = 8

  /// Whether some office of one is that of the other.
  package func shares(_ other: OfficeKey) -> Bool {
    offices.contains { one in other.offices.contains { Self.areSame(one, $0) } }
  }

  /// Whether some office of each has the same head: «مبعوث», «مبعوث الاتحاد الأفريقي».
  package func sharesHead(_ other: OfficeKey) -> Bool {
    offices.contains { one in other.offices.contains { one.head == $0.head } }
  }

  /// Whether it tells heads alone: «المبعوث».
  package var isPlain: Bool { offices.allSatisfy(\.rest.isEmpty) }

  /// Whether each holds one office and the two have nothing in common: «وزير الخارجية», «الرئيس».
  func differs(from other: OfficeKey) -> Bool {
    guard offices.count == 1, other.offices.count == 1, let one = offices.first, let two = other.offices.first else {
      return false
    }
    return one.head != two.head || !Self.areSame(one, two) && Set(one.rest).isDisjoint(with: two.rest)
  }

  /// «وزير الدفاع والإنتاج» is «وزير الدفاع», but «رئيس الوزراء» is not «الرئيس».
  private static func areSame(_ one: Office, _ other: Office) -> Bool {
    guard one.head == other.head else { return false }
    if one.rest == other.rest { return true }
    let (few, many) = one.rest.count <= other.rest.count ? (one.rest, other.rest) : (other.rest, one.rest)
    return !few.isEmpty && few.allSatisfy(many.contains)
  }

  // MARK: Bytes

  init(_ bytes: inout ByteReader) {
    offices = (0..<min(bytes.byte(), Self.most)).map { _ in Office(head: bytes.word(), rest: bytes.words()) }
  }

  func write(to bytes: inout ByteWriter) {
    bytes.add(byte: offices.count)
    for office in offices {
      bytes.add(office.head)
      bytes.add(office.rest)
    }
  }
}

extension RecordLexicon {
  /// The offices that a text tells.
  ///
  /// A head begins an office, but for one right behind another: «نائب رئيس الوزراء» is one. A head that says nothing alone
  /// («الوزير») is none.
  func offices(_ text: String) -> OfficeKey {
    var offices: [OfficeKey.Office] = []
    var isBehindHead = false
    let words = FoldedText.words(text)
    for (index, word) in words.enumerated() {
      let (bare, classes) = read(word)
      let stem = WordHash(root(bare)).value
      // «رئيس مجلس الوزراء»: what any office may have leaves the head in mind.
      if isOfAnyOffice(stem) { continue }
      if classes.contains(.office), !isBehindHead {
        offices.append(.init(head: UInt64(bitPattern: Int64(lemma(bare))), rest: []))
        isBehindHead = true
        continue
      }
      defer { isBehindHead = false }
      guard !offices.isEmpty, word.count > 2 else { continue }
      guard
        isBehindHead && classes.contains(.office)
          || classes.isDisjoint(with: [.function, .nisba, .title, .modifier])
            && !isState(words, index)
      else { continue }
      offices[offices.count - 1].rest.append(alike(stem))
    }
    for index in offices.indices { offices[index].rest = Array(Set(offices[index].rest)).sorted() }
    return OfficeKey(offices.filter { !$0.rest.isEmpty || !isVague($0.head) })
  }

  /// The side that the words of a source tell, and the stems of what it deals with, sorted: «الناطق باسم الخارجية الكينية».
  func source(_ words: [ArraySlice<Letter>]) -> (side: String?, deals: [UInt64]) {
    var side = nisba(among: words)
    var deals: Set<UInt64> = []
    for (index, word) in words.enumerated() {
      if isState(words, index) {
        let named =
          states(named: [word]) + (index + 1 < words.count ? states(named: Array(words[index...index + 1])) : [])
        side = side ?? named.first { $0.side != nil }?.side
        continue
      }
      let classes = classes(word)
      // «للكرملين»
      let isUnderTo = word.count > 4 && word.starts(with: [Letters.lam, Letters.lam])
      let stem = WordHash(root(isUnderTo ? word.dropFirst(2) : word)).value
      guard word.count > 2, classes.isDisjoint(with: [.function, .nisba, .title, .modifier]), !isOfAnyOffice(stem),
        !isOfAnySource(stem), !classes.contains(.office)
      else { continue }
      deals.insert(alike(stem))
    }
    return (side, deals.sorted())
  }

  /// Whether a word is a state's name or a part of one of two words.
  func isState(_ words: [ArraySlice<Letter>], _ index: Int) -> Bool {
    if !states(named: [words[index]]).isEmpty { return true }
    return index > 0 && !states(named: Array(words[index - 1...index])).isEmpty
      || index + 1 < words.count && !states(named: Array(words[index...index + 1])).isEmpty
  }

  /// The word, less و where only that makes it known.
  private func read(_ word: ArraySlice<Letter>) -> (ArraySlice<Letter>, WordClass) {
    let classes = classes(word)
    guard word.first == Letters.waw, !classes.contains(.office) else { return (word, classes) }
    let rest = word.dropFirst()
    return self.classes(rest).contains(.office) ? (rest, self.classes(rest)) : (word, classes)
  }
}
