/// Cuts text into the terms that it is found by.
///
/// Both the index and the questions go through it, so they meet. A word gives one term, or several at one place where
/// the spelling leaves open where the word begins («وكيسلياك») or what it stands for. Function words give none.
///
/// - Units: places are UTF-8 bytes.
public struct SearchTerms: Sendable {
  /// How the words of a text become terms.
  public enum Mode: Sendable {
    /// Stems, for text and questions.
    case stems
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
  public var digest: String { lexicon.digest + "-4" }

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
        if !Letters.isArabic(letters[index]) || mode != .stems {
          go = plain(letters, index..<end, bytes, span, mode, body)
        } else if let joined = joinedEnd(letters, index, end) {
          next = joined
          go = join(letters, index, end, joined, TextSpan(span.start, folded.origin[joined]), body)
        } else {
          go = stems(UnsafeBufferPointer(rebasing: letters[index..<end]), span, false, body)
        }
        if !go { return }
        index = next
      }
    }
  }

  /// The end of the run of letters of one script at `index`; `index` itself where none starts.
  private static func runEnd(_ letters: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
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
    _ mode: Mode, _ body: (UnsafeBufferPointer<UInt8>, TextSpan, Bool) -> Bool
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

  // MARK: Names of two words

  private static let abd = FoldedText.key("عبد")
  private static let abu = FoldedText.key("ابو")

  /// The end of a name that the press writes in one word or two («عبد الله», «أبو ظبي»), when one starts here.
  private func joinedEnd(_ letters: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard end - start >= 3, end - start <= 5, end + 2 < letters.count, letters[end] == Letters.space,
      Letters.isArabic(letters[end + 1])
    else { return nil }
    let stem = letters[(end - 3)..<end]
    let isAbd = stem.elementsEqual(Self.abd)
    guard isAbd || stem.elementsEqual(Self.abu) else { return nil }
    guard (start..<end - 3).allSatisfy({ Self.isClitic(letters[$0]) }) else { return nil }
    if isAbd, letters[end + 1] != Letters.alef || letters[end + 2] != Letters.lam { return nil }
    return Self.runEnd(letters, end + 1)
  }

  private func join(
    _ letters: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ joined: Int, _ span: TextSpan,
    _ body: (UnsafeBufferPointer<UInt8>, TextSpan, Bool) -> Bool
  ) -> Bool {
    let both = Array(letters[(end - 3)..<end]) + Array(letters[(end + 1)..<joined])
    let go = both.withUnsafeBufferPointer { stems($0, span, false, body) }
    guard go else { return false }
    return stems(UnsafeBufferPointer(rebasing: letters[(end + 1)..<joined]), span, true, body)
  }

  // MARK: Stems

  @inline(__always) static func isClitic(_ letter: UInt8) -> Bool {
    letter == Letters.waw || letter == Letters.feh || letter == Letters.beh || letter == Letters.lam
      || letter == Letters.kaf || letter == Letters.seen
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
    if count > 2, word[0] == Letters.waw || word[0] == Letters.feh {
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

  private func stems(
    _ word: UnsafeBufferPointer<UInt8>, _ span: TextSpan, _ isAlternative: Bool,
    _ body: (UnsafeBufferPointer<UInt8>, TextSpan, Bool) -> Bool
  ) -> Bool {
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
    if best != 0 { return known(best, word, bestHead, span, isAlternative, body) }
    return unknown(word, heads, span, isAlternative, body)
  }

  private func known(
    _ id: WordID, _ word: UnsafeBufferPointer<UInt8>, _ head: Int, _ span: TextSpan, _ isAlternative: Bool,
    _ body: (UnsafeBufferPointer<UInt8>, TextSpan, Bool) -> Bool
  ) -> Bool {
    let term = lexicon.term(of: id)
    if term.isEmpty { return true }
    guard term.withUnsafeBufferPointer({ body($0, span, isAlternative) }) else { return false }
    // The spelling itself, where a beginning of it would not find the term.
    let surface = word[head...]
    let common = zip(term, surface).prefix { $0 == $1 }.count
    if common < min(term.count, 4), common < surface.count {
      guard body(UnsafeBufferPointer(rebasing: surface), span, true) else { return false }
    }
    // «السورية» is the adjective, «سورية» the country as well.
    let isFeminineWithArticle = head > 1 && word[head - 1] == Letters.lam && surface.last == Letters.heh
    if !isFeminineWithArticle, let second = lexicon.secondTerm(of: id) {
      return second.withUnsafeBufferPointer { body($0, span, true) }
    }
    return true
  }

  /// A word that no table knows: less its article and endings; and once more less letters that may be clitics.
  private func unknown(
    _ word: UnsafeBufferPointer<UInt8>, _ heads: UInt32, _ span: TextSpan, _ isAlternative: Bool,
    _ body: (UnsafeBufferPointer<UInt8>, TextSpan, Bool) -> Bool
  ) -> Bool {
    var isFirst = !isAlternative
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
    for head in 0..<5 where head == start || start == 0 && heads >> UInt32(head) & 1 == 1 && word.count - head >= 4 {
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
