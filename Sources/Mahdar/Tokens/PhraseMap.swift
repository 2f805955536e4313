/// Values of phrases of one word or more: a trie over word ids.
///
/// A phrase may hold several values (two people of one name); they are kept in the order they were added.
struct PhraseMap<Value: BitwiseCopyable & Sendable>: Sendable {
  private struct Node: BitwiseCopyable {
    /// The node's run of `values`.
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private var edges = KeyMap<Int32>()
  private var first = WordMap<Int32>()
  private var nodes: [Node] = []
  private var values: [Value] = []

  struct Match {
    /// The token after the last one matched.
    let end: Int
    let values: ArraySlice<Value>
  }

  var isEmpty: Bool { nodes.isEmpty }

  mutating func add(_ words: [WordID], _ value: Value) {
    guard let head = words.first else { return }
    var node = first[head] ?? -1
    if node < 0 {
      nodes.append(Node())
      node = Int32(nodes.count - 1)
      first.set(head, node)
    }
    for word in words.dropFirst() {
      let edge = Self.edge(node, word)
      if let next = edges[edge] {
        node = next
      } else {
        nodes.append(Node())
        node = Int32(nodes.count - 1)
        edges.set(edge, node)
      }
    }
    append(value, to: Int(node))
  }

  /// A run that is not the last moves to the end when it grows; few phrases have a second value, so little is left behind.
  private mutating func append(_ value: Value, to node: Int) {
    if Int(nodes[node].end) != values.count {
      let start = Int32(values.count)
      values += Array(values(of: node))
      nodes[node].start = start
    }
    values.append(value)
    nodes[node].end = Int32(values.count)
  }

  @inline(__always) private func values(of node: Int) -> ArraySlice<Value> {
    values[Int(nodes[node].start)..<Int(nodes[node].end)]
  }

  @inline(__always) private static func edge(_ node: Int32, _ word: WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// The values of the phrase that these words are, none if they are none.
  func values(of words: [WordID]) -> ArraySlice<Value> {
    guard let head = words.first, var node = first[head] else { return [] }
    for word in words.dropFirst() {
      guard let next = edges[Self.edge(node, word)] else { return [] }
      node = next
    }
    return values(of: Int(node))
  }

  /// Whether some phrase starts with this word.
  @inline(__always) func mayStart(_ word: WordID) -> Bool { first.contains(word) }

  /// The longest phrase that starts at `index` when its first word is read as `head`; hyphens between words are passed over.
  func longest(at index: Int, head: WordID, in tokens: Tokens) -> Match? {
    guard var node = first[head] else { return nil }
    var best: Match?
    var end = index + 1
    while true {
      if nodes[Int(node)].start != nodes[Int(node)].end { best = Match(end: end, values: values(of: Int(node))) }
      var next = end
      if next < tokens.count, tokens[next].letter == UInt8(ascii: "-"), next + 1 < tokens.count { next += 1 }
      guard next < tokens.count, tokens[next].whole != 0,
        let child = edges[Self.edge(node, tokens[next].whole)]
      else { return best }
      node = child
      end = next + 1
    }
  }

  /// The longest phrase at `index` under any reading of its first word, least clitics first.
  func longest(at index: Int, in tokens: Tokens) -> (match: Match, reading: Reading)? {
    let token = tokens[index]
    var best: (match: Match, reading: Reading)?
    for reading in Reading.allCases {
      let head = token.word(reading)
      guard head != 0, let match = longest(at: index, head: head, in: tokens) else { continue }
      if match.end > best?.match.end ?? 0 { best = (match, reading) }
    }
    return best
  }

  mutating func transfer(_ image: inout LexiconImage) {
    edges.transfer(&image)
    first.transfer(&image)
    image.transfer(&nodes)
    image.transfer(&values)
  }
}
