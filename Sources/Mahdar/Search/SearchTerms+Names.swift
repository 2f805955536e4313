/// Names that are written in several words or as one: «عبد الله» and «عبدالله», «أبو ظبي» and «أبوظبي», «نور الدين» and «نورالدين».
///
/// A name of several words stands at one place, where the text is found by the whole, in one spelling for all, and by each
/// of its words. A question asks for the whole alone.
extension SearchTerms {
  /// A name of several words in a text.
  struct JoinedName {
    /// Its letters without the clitics before it, written as one word; «أبي» and «أبا» as «أبو».
    var letters: [UInt8]
    /// Where the first word ends, and where the rest stands.
    var firstEnd: Int
    var rest: Range<Int>
    /// The letters before a word like «الدين» that it ends with; 0 for other names.
    var stemCount = 0
    /// Whether the rest stands for itself («بن سلمان»).
    var isKin = false
  }

  typealias LetterBuffer = UnsafeBufferPointer<UInt8>

  /// The name of several words whose first word stands at a place.
  func joinedName(_ letters: LetterBuffer, _ word: Range<Int>) -> JoinedName? {
    guard let next = Self.nextWord(letters, word.upperBound) else { return nil }
    if let front = front(letters, word) {
      let rest = joinedName(letters, next)
      let end = rest?.rest.upperBound ?? next.upperBound
      return JoinedName(
        letters: front.letters + (rest?.letters ?? Array(letters[next])), firstEnd: word.upperBound,
        rest: next.lowerBound..<end, isKin: front.isKin)
    }
    guard word.count > 1, Self.backs.contains(next.count), lexicon.isBack(letters[next]) else { return nil }
    return JoinedName(
      letters: Array(letters[word]) + letters[next], firstEnd: word.upperBound, rest: next, stemCount: word.count)
  }

  /// The longest word that names are joined with behind it, with a clitic before it.
  private static let longestFront = 6
  /// The letters of the words that names are joined with before them.
  private static let backs = 4...7

  private func front(_ letters: LetterBuffer, _ word: Range<Int>) -> (letters: [UInt8], isKin: Bool)? {
    guard word.count > 1, word.count <= Self.longestFront else { return nil }
    for start in word.lowerBound..<min(word.lowerBound + 3, word.upperBound - 1) {
      if start > word.lowerBound {
        // «سأل» is no «آل»: س stands before verbs alone.
        guard Self.isClitic(letters[start - 1]), letters[start - 1] != Letters.seen else { return nil }
      }
      if let front = lexicon.front(letters[start..<word.upperBound]) { return (Array(front.letters), front.isKin) }
    }
    return nil
  }

  /// The Arabic word behind one space or hyphen.
  private static func nextWord(_ letters: LetterBuffer, _ end: Int) -> Range<Int>? {
    guard end + 1 < letters.count, letters[end] == Letters.space || letters[end] == UInt8(ascii: "-"),
      Letters.isArabic(letters[end + 1])
    else { return nil }
    return (end + 1)..<runEnd(letters, end + 1)
  }

  /// The terms of a name of several words, all at one place.
  func terms(
    of name: JoinedName, _ letters: LetterBuffer, _ word: Range<Int>, _ place: Place, _ body: Body
  ) -> Bool {
    var isFirst = !place.isAlternative
    var go = true
    func emit(_ letters: LetterBuffer, _ span: TextSpan, _: Bool) -> Bool {
      go = body(letters, span, !isFirst)
      isFirst = false
      return go
    }
    let part = Place(span: place.span, isQuestion: place.isQuestion, isAlternative: true)
    func whole() -> Bool { name.letters.withUnsafeBufferPointer { joined($0, name.stemCount, part, emit) } }
    func rest() -> Bool {
      let range = name.rest.lowerBound..<Self.runEnd(letters, name.rest.lowerBound)
      if range.upperBound < name.rest.upperBound, let inner = joinedName(letters, range) {
        return terms(of: inner, letters, range, part, emit)
      }
      return stems(LetterBuffer(rebasing: letters[range]), part, emit)
    }
    if place.isQuestion { return whole() }
    let first = LetterBuffer(rebasing: letters[word.lowerBound..<name.firstEnd])
    // The first term is the one that names are compared by.
    guard name.isKin ? rest() && whole() : whole() && rest() else { return go }
    return stems(first, part, emit)
  }

  /// The terms of a name written as one word: the known word that it is, or its stem.
  ///
  /// - Parameter stemCount: the letters before a word like «الدين» at its end, whose own stem is taken; 0 for other names.
  func joined(_ word: LetterBuffer, _ stemCount: Int, _ place: Place, _ body: Body) -> Bool {
    if stemCount == 0 {
      let id = lexicon.word(WordHash(word))
      if id != 0, !lexicon.term(of: id).isEmpty { return known(id, word, 0, place, body) }
      let stem = LetterBuffer(rebasing: word[..<LightStem.length(of: word)])
      return body(stem, place.span, place.isAlternative)
    }
    let (id, head) = reading(of: word)
    if id != 0 { return known(id, word, head, place, body) }
    let back = word[stemCount...]
    return stems(LetterBuffer(rebasing: word[..<stemCount]), place) { stem, span, isAlternative in
      (Array(stem) + back).withUnsafeBufferPointer { body($0, span, isAlternative) }
    }
  }

  /// The number of letters before a word like «الدين» at the end of one that is such a name («نورالدين»); nil for other words.
  func stemCount(of word: LetterBuffer) -> Int? {
    for count in Self.backs where word.count > count + 1 {
      let start = word.count - count
      if word[start] == Letters.alef, lexicon.isBack(word[start...]) { return start }
    }
    return nil
  }

  /// Whether a word that reads as one with clitics («ب» and «نعلي») is as well a name behind a word that begins with a clitic's
  /// letter («بن» and «علي»).
  func isJoinedName(_ word: LetterBuffer) -> Bool {
    guard Self.isClitic(word[0]) else { return false }
    return (2...3).contains { count in
      word.count - count >= 3 && lexicon.front(word[..<count]) != nil
        && lexicon.isBase(lexicon.word(WordHash(word[count...])))
    }
  }

  /// Whether a word is «آل» and a name: in a text, the madda tells it from the article.
  func isHouse(_ word: LetterBuffer, _ bytes: LetterBuffer, at origin: ArraySlice<Int32>) -> Bool {
    guard word.count > 4 else { return false }
    let head = word[0] == Letters.alef ? 0 : Self.isClitic(word[0]) ? 1 : 2
    guard head < 2, word[head] == Letters.alef, word[head + 1] == Letters.lam else { return false }
    let start = Int(origin[origin.startIndex + head])
    guard start + 1 < bytes.count, bytes[start] == 0xD8, bytes[start + 1] == 0xA2 else { return false }
    let bare = LetterBuffer(rebasing: word[head...])
    let stem = bare[..<LightStem.length(of: bare)]
    return lexicon.word(WordHash(bare)) == 0 && lexicon.word(WordHash(stem)) == 0
  }
}
