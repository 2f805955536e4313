import Mahdar

/// What is searched for: words, "phrases", beginnings* and -words that must not be there; OR between two.
struct SearchQuery {
  struct Item {
    var text: String
    var isPhrase = false
    var isBeginning = false
    var isExcluded = false
    /// Joined with the item before it by OR.
    var isAlternative = false

    /// Whether it is neither in quotation marks nor a beginning.
    var isWord: Bool { !isPhrase && !isBeginning }
  }

  private(set) var items: [Item] = []
  private let terms: SearchTerms

  /// - Errors: `StoreError.search` when no word is left to search for, `StoreError.request` when there are too many.
  init(_ text: String, _ terms: SearchTerms) throws {
    try AskingLimit.query.check(text)
    self.terms = terms
    items = Self.joined(Self.items(of: text), terms).filter {
      !terms.terms(of: $0.text, $0.isBeginning ? .beginnings : .question).isEmpty
    }
    guard items.contains(where: { !$0.isExcluded }) else {
      throw StoreError.search("'\(text)' has no word to search for (words like في and من are passed over)")
    }
  }

  /// The items, words of one name in one («عبد» and «الله»), however many blanks stand between them.
  private static func joined(_ items: [Item], _ terms: SearchTerms) -> [Item] {
    var joined: [Item] = []
    for item in items {
      if let last = joined.last, last.isWord, item.isWord, !item.isExcluded, !item.isAlternative {
        let both = last.text + " " + item.text
        let lastWord = last.text.utf8.split { $0 == 0x20 }.last?.count ?? 0
        let end = last.text.utf8.count
        if terms.terms(of: both, .question).contains(where: { $0.span.start <= end - lastWord && $0.span.end > end }) {
          joined[joined.count - 1].text = both
          continue
        }
      }
      joined.append(item)
    }
    return joined
  }

  private static let openers: [Character: Character] = ["\"": "\"", "«": "»", "“": "”"]

  private static func items(of text: String) -> [Item] {
    var items: [Item] = []
    var isAlternative = false
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
        continue
      }
      var item = Item(text: "")
      if first == "-" || first == "−", rest.count > 1 {
        item.isExcluded = true
        rest.removeFirst()
      }
      if let opener = rest.first, let closer = openers[opener] {
        rest.removeFirst()
        item.text = String(rest.prefix { $0 != closer })
        item.isPhrase = true
        rest = rest.dropFirst(item.text.count + 1)
      } else {
        let word = rest.prefix { !$0.isWhitespace }
        rest = rest.dropFirst(word.count)
        if word == "OR" || word == "|" {
          isAlternative = !items.isEmpty
          continue
        }
        item.isBeginning = word.count > 1 && word.last == "*"
        item.text = String(item.isBeginning ? word.dropLast() : word)
      }
      item.isAlternative = isAlternative
      isAlternative = false
      items.append(item)
    }
    return items
  }

  /// The query as FTS5 has it: OR binds tighter than AND.
  var expression: String {
    func quoted(_ text: String, _ item: Item) -> String {
      // By scalars: with a combining letter behind it a quotation mark is another `Character`, but FTS5 goes by bytes.
      "\"" + String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\"" || $0 == "\0" ? " " : $0 })) + "\""
        + (item.isBeginning ? "*" : "")
    }
    func wanted(_ item: Item) -> String {
      let parts = parts(of: item)
      let all = parts.map { quoted($0, item) }.joined(separator: " AND ")
      return parts.count == 1 ? all : "(" + all + ")"
    }
    var groups: [[String]] = []
    for item in items where !item.isExcluded {
      if item.isAlternative, !groups.isEmpty {
        groups[groups.count - 1].append(wanted(item))
      } else {
        groups.append([wanted(item)])
      }
    }
    let all = groups.map { $0.count == 1 ? $0[0] : "(" + $0.joined(separator: " OR ") + ")" }.joined(
      separator: " AND ")
    let unwanted = items.filter(\.isExcluded).map { quoted($0.text, $0) }
    return unwanted.isEmpty ? all : "(" + all + ") NOT (" + unwanted.joined(separator: " OR ") + ")"
  }

  /// The words of an item that may stand anywhere: «جان-إيف» asks for what «جان إيف» does. A phrase is one.
  private func parts(of item: Item) -> [String] {
    guard item.isWord, !item.isExcluded else { return [item.text] }
    let bytes = Array(item.text.utf8)
    let spans = terms.terms(of: item.text, .question).filter { !$0.isAlternative }.map(\.span)
    guard spans.count > 1 else { return [item.text] }
    return spans.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
  }

  // MARK: Hits in a text

  /// The terms at one place of a text.
  private struct Place {
    var span: TextSpan
    var letters: [[UInt8]]
  }

  /// The spans of a text that the wanted items are found at, with the item's number.
  func hits(in text: String, exactly: Bool) -> [(span: TextSpan, item: Int)] {
    let places = places(in: text, exactly ? .words : .stems)
    var hits: [(span: TextSpan, item: Int)] = []
    let wantedParts = items.enumerated().filter { !$0.element.isExcluded }.flatMap { number, item in
      (exactly ? [item.text] : parts(of: item)).map { (number, item, $0) }
    }
    for (number, item, part) in wantedParts {
      let mode: SearchTerms.Mode = exactly ? .words : item.isBeginning ? .beginnings : .question
      let wanted = self.places(in: part, mode)
      guard !wanted.isEmpty, wanted.count <= places.count else { continue }
      for start in 0...(places.count - wanted.count) {
        let isHit = wanted.indices.allSatisfy { offset in
          let isLast = offset == wanted.count - 1
          return places[start + offset].letters.contains { found in
            wanted[offset].letters.contains { item.isBeginning && isLast ? found.starts(with: $0) : found == $0 }
          }
        }
        if isHit { hits.append((places[start].span.union(places[start + wanted.count - 1].span), number)) }
      }
    }
    return hits.sorted { $0.span < $1.span }
  }

  private func places(in text: String, _ mode: SearchTerms.Mode) -> [Place] {
    var places: [Place] = []
    for term in terms.terms(of: text, mode) {
      if term.isAlternative, !places.isEmpty {
        places[places.count - 1].letters.append(term.letters)
      } else {
        places.append(Place(span: term.span, letters: [term.letters]))
      }
    }
    return places
  }

  /// Whether the text holds what is asked for in the very words.
  func isFound(exactlyIn text: String) -> Bool {
    let found = Set(hits(in: text, exactly: true).map(\.item))
    var isOpen = false
    for (number, item) in items.enumerated() where !item.isExcluded {
      if !item.isAlternative, isOpen { return false }
      isOpen = item.isAlternative ? isOpen && !found.contains(number) : !found.contains(number)
    }
    return !isOpen
  }
}
