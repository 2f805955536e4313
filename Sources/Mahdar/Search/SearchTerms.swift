/// Cuts text into the terms that it is found by.
///
/// Both the index and the questions go through it, so they meet. A word gives one term, or several at one place where
/// the spelling leaves open where the word begins («وكيسلياك») or what it stands for. Function words give none.
///
/// - Units: places are UTF-8 bytes.
public struct SearchTerms: Sendable {
  /// How the words of a text become terms.
  public enum Mode: Sendable {
    /// Stems, for text.
    case stems
    /// Stems, for questions: of a name of several words only the whole.
    case question
    /// The folded words with their clitics, for exact search.
    case words
    /// Folded beginnings of words, for questions like «أمري*».
    case beginnings
  }

  /// A term at a place.
  public struct Term: Sendable, Hashable {
    public var letters: [UInt8]
    public var span: TextSpan
    /// Whether it stands at the place of the term before it.
    public var isAlternative: Bool
  }

  public let lexicon: SearchLexicon

  public init(lexicon: SearchLexicon) { self.lexicon = lexicon }

  /// The digest of the search data and of what is done with it.
  public var digest: String { lexicon.digest + "-5" }

  typealias Body = (UnsafeBufferPointer<UInt8>, TextSpan, Bool) -> Bool

  /// Where a word stands, and what is asked of it.
  struct Place {
    var span: TextSpan
    var isQuestion: Bool
    /// Whether its first term stands at the place of the term before it.
    var isAlternative = false
    /// Whether it is written with ة at its end, which folding makes ه.
    var hasMarbuta = false
  }

  /// The terms of a text.
  public func terms(of text: String, _ mode: Mode = .stems) -> [Term] {
    var text = text
    var terms: [Term] = []
    text.withUTF8 { bytes in
      forEach(in: bytes, mode) { letters, span, isAlternative in
        terms.append(Term(letters: Array(letters), span: span, isAlternative: isAlternative))
        return true
      }
    }
    return terms
  }

  /// Calls `body` with the terms of a text in order until it returns false.
  public func forEach(
    in bytes: UnsafeBufferPointer<UInt8>, _ mode: Mode = .stems,
    _ body: (UnsafeBufferPointer<UInt8>, TextSpan, Bool) -> Bool
  ) {
    let folded = FoldedText(bytes)
    folded.letters.withUnsafeBufferPointer { letters in
      var index = 0
      while index < letters.count {
        let end = Self.runEnd(letters, index)
        guard end > index else {
          index += 1
          continue
        }
        let span = TextSpan(folded.origin[index], folded.origin[end])
        var next = end
        let go: Bool
        if !Letters.isArabic(letters[index]) || mode == .words || mode == .beginnings {
          go = plain(letters, index..<end, bytes, span, mode, body)
        } else {
          var place = Place(span: span, isQuestion: mode == .question)
          if let name = joinedName(letters, index..<end) {
            next = name.rest.upperBound
            place.span = TextSpan(span.start, folded.origin[next])
            go = terms(of: name, letters, index..<end, place, body)
          } else {
            let word = UnsafeBufferPointer(rebasing: letters[index..<end])
            let last = Int(folded.origin[end - 1])
            place.hasMarbuta = last + 1 < bytes.count && bytes[last] == 0xD8 && bytes[last + 1] == 0xA9
            go =
              isHouse(word, bytes, at: folded.origin[index..<end])
              ? house(word, place, body) : stems(word, place, body)
          }
        }
        if !go { return }
        index = next
      }
    }
  }

  /// The end of the run of letters of one script at `index`; `index` itself where none starts.
  static func runEnd(_ letters: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    var end = index
    if Letters.isArabic(letters[index]) {
      while end < letters.count, Letters.isArabic(letters[end]) { end += 1 }
    } else if Letters.isDigit(letters[index]) {
      while end < letters.count, Letters.isDigit(letters[end]) { end += 1 }
    } else if Letters.isLatin(letters[index]) {
      while end < letters.count, Letters.isLatin(letters[end]) { end += 1 }
    }
    return end
  }

  /// Numbers, Latin words, and words as they stand.
  private func plain(
    _ letters: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan,
    _ mode: Mode, _ body: Body
  ) -> Bool {
    var word = UnsafeBufferPointer(rebasing: letters[range])
    if word.contains(Letters.foreign) {
      // Folding makes all foreign letters one: keep the text's own.
      let raw = String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self).lowercased()
      return Array(raw.utf8).withUnsafeBufferPointer { body($0, span, false) }
    }
    if mode == .beginnings, word.count > 3, word[0] == Letters.alef, word[1] == Letters.lam {
      guard body(word, span, false) else { return false }
      word = UnsafeBufferPointer(rebasing: word[2...])
      return body(word, span, true)
    }
    return body(word, span, false)
  }

  // MARK: Stems

  @inline(__always) static func isClitic(_ letter: UInt8) -> Bool {
    letter == Letters.waw || letter == Letters.feh || letter == Letters.beh || letter == Letters.lam
      || letter == Letters.kaf || letter == Letters.seen
  }

  @inline(__always) private static func isAnd(_ letter: UInt8) -> Bool {
    letter == Letters.waw || letter == Letters.feh
  }

  /// The numbers of letters that may be clitics and article at the head of a word, as a bit set.
  @inline(__always) private static func heads(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var heads: UInt32 = 1
    let count = word.count
    func addArticle(_ at: Int) {
      guard at + 3 < count else { return }
      if word[at + 1] == Letters.lam, word[at] == Letters.alef || word[at] == Letters.lam {
        heads |= 1 << UInt32(at + 2)
      }
    }
    addArticle(0)
    var at = 0
    if count > 2, isAnd(word[0]) {
      heads |= 2
      at = 1
      addArticle(1)
    }
    if at + 2 < count, isClitic(word[at]), word[at] != Letters.waw, word[at] != Letters.feh {
      heads |= 1 << UInt32(at + 1)
      addArticle(at + 1)
    }
    return heads
  }

  func stems(_ word: UnsafeBufferPointer<UInt8>, _ place: Place, _ body: Body) -> Bool {
    let (id, head) = reading(of: word)
    if id == 0 {
      if let count = stemCount(of: word) { return joined(word, count, place, body) }
      return unknown(word, Self.heads(word), place, body)
    }
    var place = place
    if head == 0, let name = nameBehindAnd(word, id, place) {
      guard known(name, word, 1, place, body) else { return false }
      if place.hasMarbuta { return true }
      place.isAlternative = true
    }
    guard known(id, word, head, place, body) else { return false }
    place.isAlternative = true
    return head > 0 && isJoinedName(word) ? joined(word, 0, place, body) : true
  }

  /// What a word is read as, less as few clitics as may be, and how many letters these have; 0 for a word that no table knows.
  func reading(of word: UnsafeBufferPointer<UInt8>) -> (id: WordID, head: Int) {
    let heads = Self.heads(word)
    var hash = WordHash()
    var best: WordID = 0
    var bestHead = 0
    var position = word.count
    while position > 0 {
      position -= 1
      hash = hash.preceded(by: word[position])
      if position < 5, heads >> UInt32(position) & 1 == 1 {
        let id = lexicon.word(hash)
        // «للأزمة» is أزمة with ل and its article, not لازمة with ل.
        let isArticle =
          bestHead == position + 1 && position > 0 && word[position] == Letters.lam
          && word[position - 1] == Letters.lam
        if id != 0, !isArticle {
          best = id
          bestHead = position
        }
      }
    }
    return (best, bestHead)
  }

  /// The noun or name behind و or ف where a word reads as another word's inflection: «وجودة» is جودة with و, «وجوده» his presence.
  private func nameBehindAnd(_ word: UnsafeBufferPointer<UInt8>, _ id: WordID, _ place: Place) -> WordID? {
    guard word.count > (place.hasMarbuta ? 3 : 4), Self.isAnd(word[0]), !lexicon.isBase(id) else { return nil }
    // A pronoun is no ة, and ه more often a pronoun. A question with another ending means the word that it reads as.
    guard place.hasMarbuta || word[word.count - 1] != Letters.heh && !place.isQuestion else { return nil }
    let name = lexicon.word(WordHash(word[1...]))
    return name != 0 && lexicon.isBase(name) && !lexicon.term(of: name).isEmpty ? name : nil
  }

  /// «آل» and a name in one word: in a text it is found by the name as well.
  private func house(_ word: UnsafeBufferPointer<UInt8>, _ place: Place, _ body: Body) -> Bool {
    var place = place
    if !place.isQuestion {
      guard stems(word, place, body) else { return false }
      place.isAlternative = true
    }
    let bare = word[0] == Letters.alef ? word : UnsafeBufferPointer(rebasing: word[1...])
    return joined(bare, 0, place, body)
  }

  func known(
    _ id: WordID, _ word: UnsafeBufferPointer<UInt8>, _ head: Int, _ place: Place, _ body: Body
  ) -> Bool {
    let term = lexicon.term(of: id)
    if term.isEmpty { return true }
    guard term.withUnsafeBufferPointer({ body($0, place.span, place.isAlternative) }) else { return false }
    // The spelling itself, where a beginning of it would not find the term.
    let surface = word[head...]
    let common = zip(term, surface).prefix { $0 == $1 }.count
    if common < min(term.count, 4), common < surface.count {
      guard body(UnsafeBufferPointer(rebasing: surface), place.span, true) else { return false }
    }
    // «السورية» is the adjective, «سورية» the country as well.
    let isFeminineWithArticle = head > 1 && word[head - 1] == Letters.lam && surface.last == Letters.heh
    if !isFeminineWithArticle, let second = lexicon.secondTerm(of: id) {
      return second.withUnsafeBufferPointer { body($0, place.span, true) }
    }
    return true
  }

  /// A word that no table knows: less its article and endings; and once more less letters that may be clitics.
  private func unknown(
    _ word: UnsafeBufferPointer<UInt8>, _ heads: UInt32, _ place: Place, _ body: Body
  ) -> Bool {
    let span = place.span
    var isFirst = !place.isAlternative
    // With an article the clitics before it are sure; without, every head is a guess and needs four letters behind it.
    var start = 0
    for head in stride(from: 4, through: 2, by: -1) where heads >> UInt32(head) & 1 == 1 {
      if word[head - 1] == Letters.lam, word[head - 2] == Letters.alef || word[head - 2] == Letters.lam,
        word.count - head >= 3
      {
        start = head
        break
      }
    }
    for head in 0..<5 where head == start || start == 0 && heads >> UInt32(head) & 1 == 1 {
      // «وأون»: behind و and ف three letters are enough.
      guard head == start || word.count - head >= (head == 1 && Self.isAnd(word[0]) ? 3 : 4) else { continue }
      let rest = UnsafeBufferPointer(rebasing: word[head...])
      let stem = UnsafeBufferPointer(rebasing: rest[..<LightStem.length(of: rest)])
      let id = lexicon.word(WordHash(stem))
      if id == 0 {
        guard body(stem, span, !isFirst) else { return false }
      } else {
        let term = lexicon.term(of: id)
        if term.isEmpty { continue }
        guard term.withUnsafeBufferPointer({ body($0, span, !isFirst) }) else { return false }
      }
      isFirst = false
    }
    return true
  }
}
