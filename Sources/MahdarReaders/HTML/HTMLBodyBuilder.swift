import Mahdar

/// Gathers a page's paragraphs and chooses those of the article.
struct HTMLBodyBuilder {
  /// Elements nested deeper than this are read as if they stood at this depth.
  private static let depthLimit = 512

  private struct Open {
    var name: Range<Int>
    var element: HTMLElement
    /// The container's index in `containers`; for others that of the container around them.
    var container: Int
    var isSkipped: Bool
  }

  private struct Container {
    var parent: Int
    /// The container after its last descendant.
    var end = Int.max
    /// How much its kind speaks for it, in quarters.
    var weight: Int
    var score = 0
  }

  private struct Paragraph {
    var text: String
    var container: Int
    var isLinks: Bool
    var isHeading: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var tokenizer: HTMLTokenizer
  private var metadata = HTMLMetadata()
  private var open: [Open] = []
  /// Start tags passed over at the depth limit whose end tags are still to come.
  private var overflow = 0
  private var containers = [Container(parent: 0, weight: 4)]
  private var paragraphs: [Paragraph] = []
  /// The paragraph being read.
  private var text: [UInt8] = []
  private var linkBytes = 0
  private var linkDepth = 0
  private var heading: Range<Int>?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokenizer = HTMLTokenizer(bytes)
  }

  mutating func read() {
    var last: (element: HTMLElement, attributes: Range<Int>) = (.inline, 0..<0)
    while let token = tokenizer.next() {
      switch token {
      case .start(let name, let attributes):
        let element = HTMLElement(bytes[name])
        last = (element, attributes)
        start(element, name, attributes)
      case .end(let name): end(name)
      case .text(let range): addText(range)
      case .rawText(let range): addRaw(range, of: last.element, last.attributes)
      }
    }
    endParagraph()
  }

  // MARK: Elements

  private mutating func start(_ element: HTMLElement, _ name: Range<Int>, _ attributes: Range<Int>) {
    readMetadata(element, attributes)
    if element.isBlock { endParagraph() }
    if element.isVoid { return }
    if element == .paragraph, open.last?.element == .paragraph { open.removeLast() }
    guard open.count < Self.depthLimit else {
      overflow += 1
      return
    }
    let outer = open.last
    var container = outer?.container ?? 0
    if element.isContainer {
      containers.append(Container(parent: container, weight: weight(element, attributes)))
      container = containers.count - 1
    }
    let isSkipped =
      outer?.isSkipped == true || element == .aside || element == .script || element == .style
      || element == .rawText || element == .title || isBoilerplate(element, attributes)
    open.append(Open(name: name, element: element, container: container, isSkipped: isSkipped))
    if element == .anchor { linkDepth += 1 }
    if element == .heading { heading = name }
  }

  private mutating func end(_ name: Range<Int>) {
    let element = HTMLElement(bytes[name])
    if element.isBlock { endParagraph() }
    if overflow > 0 {
      overflow -= 1
      return
    }
    guard let index = open.lastIndex(where: { isSame($0.name, name) }) else { return }
    for closed in open[index...] {
      if closed.element == .anchor { linkDepth -= 1 }
      if closed.element.isContainer { containers[closed.container].end = containers.count }
    }
    open.removeSubrange(index...)
    if element == .heading { heading = nil }
  }

  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && zip(bytes[a], bytes[b]).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  private func weight(_ element: HTMLElement, _ attributes: Range<Int>) -> Int {
    if !attributes.isEmpty, tokenizer.attribute("itemprop", in: attributes) == "articleBody" { return 8 }
    return element == .article ? 6 : 4
  }

  private func isBoilerplate(_ element: HTMLElement, _ attributes: Range<Int>) -> Bool {
    guard element == .block || element == .paragraph, attributes.count > 5 else { return false }
    for name in [tokenizer.attribute("class", in: attributes), tokenizer.attribute("id", in: attributes)] {
      guard let name else { continue }
      for word in name.lowercased().split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        if Self.boilerplate.contains(String(word.prefix { $0 != "-" && $0 != "_" })) { return true }
      }
    }
    return tokenizer.attribute("hidden", in: attributes) != nil
  }

  /// First words of classes and ids whose elements hold no article.
  private static let boilerplate: Set<String> = [
    "ad", "ads", "adv", "advert", "advertisement", "advertising", "banner", "breadcrumb", "breadcrumbs", "caption",
    "comment", "comments", "cookie", "cookies", "copyright", "footer", "menu", "navbar", "navigation", "newsletter",
    "popup", "promo", "recommended", "related", "share", "sharing", "sidebar", "social", "sponsored", "subscribe",
    "tags",
    "toolbar", "trending", "widget",
  ]

  // MARK: Text

  private mutating func addText(_ range: Range<Int>) {
    if open.last?.isSkipped == true { return }
    let before = text.count
    HTMLText.append(UnsafeBufferPointer(rebasing: bytes[range]), to: &text)
    if linkDepth > 0 { linkBytes += text.count - before }
  }

  private mutating func addRaw(_ range: Range<Int>, of element: HTMLElement, _ attributes: Range<Int>) {
    let raw = UnsafeBufferPointer(rebasing: bytes[range])
    if element == .title, !open.dropLast().contains(where: \.isSkipped) {
      metadata.addTitleElement(HTMLText.decode(raw))
    } else if element == .script, tokenizer.attribute("type", in: attributes)?.lowercased() == "application/ld+json" {
      metadata.add(structured: raw)
    }
  }

  private mutating func readMetadata(_ element: HTMLElement, _ attributes: Range<Int>) {
    func attribute(_ name: StaticString) -> String? { tokenizer.attribute(name, in: attributes) }
    switch element {
    case .meta:
      guard let content = attribute("content") else { return }
      if let key = attribute("property") ?? attribute("name") ?? attribute("itemprop") {
        metadata.add(meta: key, content)
      }
    case .link: if attribute("rel")?.lowercased() == "canonical" { metadata.setCanonical(attribute("href")) }
    case .html: metadata.setLanguage(attribute("lang"))
    case .time: if open.last?.isSkipped != true { metadata.addTime(attribute("datetime")) }
    default: break
    }
  }

  private mutating func endParagraph() {
    defer {
      text.removeAll(keepingCapacity: true)
      linkBytes = 0
    }
    if text.last == 0x20 { text.removeLast() }
    guard !text.isEmpty else { return }
    let container = open.last?.container ?? 0
    let words = String(decoding: text, as: UTF8.self)
    let isHeading = heading != nil
    if let heading, bytes[heading.upperBound - 1] == UInt8(ascii: "1") { metadata.addHeading(words) }
    let isLinks = linkBytes * 2 > text.count
    paragraphs.append(Paragraph(text: words, container: container, isLinks: isLinks, isHeading: isHeading))
    guard !isLinks, !isHeading else { return }
    let score = text.count - linkBytes
    containers[container].score += score * 2
    containers[containers[container].parent].score += score
  }

  // MARK: The article

  func article(id: String) -> Article {
    let title = metadata.headline
    var article = Article(
      id: id, title: title, text: body(without: title), published: metadata.publishedText, outlet: metadata.outletText,
      url: metadata.url, language: metadata.language)
    if article.text.isEmpty { article.remarks.append("no paragraphs of an article were found on the page") }
    return article
  }

  private func body(without title: String?) -> String {
    var best = 0
    for index in containers.indices where weighed(index) > weighed(best) { best = index }
    let members = best..<max(best + 1, min(containers[best].end, containers.count))
    var lines = paragraphs.filter { members.contains($0.container) && !$0.isLinks && $0.text != title }
    while lines.last?.isHeading == true { lines.removeLast() }
    return lines.map(\.text).joined(separator: "\n")
  }

  private func weighed(_ container: Int) -> Int { containers[container].score * containers[container].weight }
}
