import Mahdar

/// What a page says of its article outside of the body, each with where it was read.
struct PageMetadata {
  typealias Found = (text: String, origin: String)

  private(set) var structured: StructuredData
  /// The node of the title on the page.
  private(set) var heading: Int?
  private(set) var title: Found?
  private(set) var author: Found?
  private(set) var outlet: Found?
  private(set) var url: Found?
  private(set) var language: Found?
  /// Written dates, the most trusted first.
  private(set) var dates: [Found] = []

  private let page: PageTree
  private let words: PageWords
  /// By name, the first of each.
  private var metas: [String: String] = [:]
  private var titleElement: String?
  private var headings: [(node: Int, text: String)] = []
  private var canonical: String?
  private var htmlLanguage: String?
  private var properties: [String: Found] = [:]

  init(_ page: PageTree, words: PageWords) {
    self.page = page
    self.words = words
    structured = StructuredData([])
    collect()
    setTitle()
    author = first(
      [
        (structured.author, "json-ld"), (properties["author"]?.text, "author"), (metas["author"], "meta author"),
        (metas["article:author"], "article:author"), (metas["dc.creator"], "dc.creator"),
        (metas["parsely-author"], "parsely-author"), (metas["sailthru.author"], "sailthru.author"),
        (byline(), "page text"),
      ].filter { $0.0.map { !$0.contains("://") } ?? false })
    author = author.map { (withoutBy($0.text), $0.origin) }
    outlet = first([
      (metas["og:site_name"], "og:site_name"), (structured.publisher, "json-ld"),
      (metas["application-name"], "application-name"), (metas["publisher"], "meta publisher"),
      (metas["dc.publisher"], "dc.publisher"),
    ])
    url = first([
      (Self.address(canonical), "canonical"), (Self.address(metas["og:url"]), "og:url"),
      (Self.address(structured.url), "json-ld"),
    ])
    language = first([
      (structured.language, "json-ld"), (htmlLanguage, "html lang"), (metas["content-language"], "content-language"),
      (metas["og:locale"].map { String($0.prefix { $0 != "_" }) }, "og:locale"),
    ])
    setDates()
    if outlet == nil { outlet = titleSuffix() }
  }

  private func first(_ values: [(String?, String)]) -> Found? {
    for (text, origin) in values { if let text, !text.isEmpty { return (text, origin) } }
    return nil
  }

  /// Only an absolute address says where an article is.
  private static func address(_ text: String?) -> String? {
    guard let text, text.hasPrefix("http://") || text.hasPrefix("https://") else { return nil }
    return text
  }

  private func withoutBy(_ name: String) -> String {
    for word in words.author where name.lowercased().hasPrefix(word) {
      let rest = name.dropFirst(word.count)
      // «كتبي» is no «كتب».
      guard rest.first.map({ $0 == ":" || $0 == " " || $0 == "/" }) == true else { continue }
      return PageText.clean(String(rest.drop { $0 == ":" || $0 == " " || $0 == "/" }))
    }
    return name
  }

  /// How far from the title, in nodes, its author is looked for.
  private static let reach = 300

  /// The author as an element beside the title names him that says what it is.
  private func byline() -> String? {
    guard let heading else { return nil }
    let tree = page.tree
    let last = min(heading + Self.reach, tree.nodes.count)
    for node in max(heading - Self.reach / 2, 0)..<last where !tree.nodes[node].isText {
      let names = (tree.attribute("class", of: node) ?? "").lowercased()
      let target = page.element(of: node) == .anchor ? tree.attribute("href", of: node)?.lowercased() ?? "" : ""
      guard
        ["author", "byline", "writer", "reporter", "journalist"].contains(where: names.contains)
          || target.contains("/author")
      else { continue }
      let links = (node..<Int(tree.nodes[node].end)).filter { page.element(of: $0) == .anchor }
      for part in links + [node] {
        let name = withoutBy(page.cleanText(of: part))
        let words = name.split(separator: " ").count
        if (2...6).contains(words), !name.contains(where: \.isNumber), !name.contains("@"), !name.hasSuffix(".") {
          return name
        }
      }
    }
    return nil
  }

  // MARK: Collecting

  private mutating func collect() {
    let tree = page.tree
    var scripts: [String] = []
    for node in tree.nodes.indices where !tree.nodes[node].isText {
      let element = page.element(of: node)
      switch element {
      case .metadata: collect(metadata: node, &scripts)
      case .heading1, .heading:
        // More than these no page needs to find its title among.
        if headings.count < 60 { headings.append((node, page.cleanText(of: node))) }
      default:
        if tree.name(of: node) == "html" { htmlLanguage = htmlLanguage ?? tree.attribute("lang", of: node) }
      }
      if let property = tree.attribute("itemprop", of: node) { collect(property: property, node) }
      if properties["author"] == nil, element == .anchor, tree.attribute("rel", of: node) == "author" {
        properties["author"] = (page.cleanText(of: node), "rel author")
      }
    }
    structured = StructuredData(scripts)
  }

  private mutating func collect(metadata node: Int, _ scripts: inout [String]) {
    let tree = page.tree
    switch tree.name(of: node) {
    case "meta":
      guard let content = tree.attribute("content", of: node) else { return }
      for name in ["property", "name", "itemprop", "http-equiv"] {
        guard let key = tree.attribute(name, of: node)?.lowercased() else { continue }
        if metas[key] == nil { metas[key] = PageText.clean(content) }
      }
    case "link":
      let relations = tree.attribute("rel", of: node)?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
      if relations.contains("canonical"), canonical == nil { canonical = tree.attribute("href", of: node) }
    case "title":
      // Drawings have titles, too.
      if titleElement == nil { titleElement = page.cleanText(of: node) }
    case "script": scripts.append(tree.text(of: node))
    default: break
    }
  }

  private mutating func collect(property: String, _ node: Int) {
    let tree = page.tree
    switch property.lowercased() {
    case "datepublished":
      let value =
        ["content", "datetime", "title"].lazy.compactMap { tree.attribute($0, of: node) }.first
        ?? page.cleanText(of: node)
      if properties["datepublished"] == nil { properties["datepublished"] = (value, "datePublished") }
    case "author":
      if properties["author"] == nil {
        properties["author"] = (tree.attribute("content", of: node) ?? page.cleanText(of: node), "author")
      }
    default: break
    }
  }

  // MARK: The title

  private mutating func setTitle() {
    let told: [Found] = [
      (structured.headline, "json-ld"), (metas["og:title"], "og:title"), (metas["twitter:title"], "twitter:title"),
      (metas["headline"], "headline"), (metas["dc.title"], "dc.title"), (titleElement, "title"),
    ].compactMap { text, origin in text.flatMap { $0.isEmpty ? nil : ($0, origin) } }
    let folded = told.map { PageText.folded($0.text) }
    let words = folded.map { Set($0.utf8.split(separator: 0x20).map(Array.init)) }
    // The part of `<title>` that is the outlet's is no title, be it a heading.
    let outlets = Set([titleElement, metas["og:title"]].compactMap { $0.flatMap(parts)?.outlet }.map(PageText.folded))
    // The longest, for the outlet's name is told there, too.
    let spelled = headings.map { PageText.folded($0.text) }
    let whole = headings.indices.filter { place in
      let text = spelled[place]
      return !outlets.contains(text) && text.utf8.count >= 8
        && folded.contains { $0 == text || $0.hasPrefix(text + " ") || $0.hasSuffix(" " + text) }
    }
    let match =
      whole.max { (spelled[$0].utf8.count, $1) < (spelled[$1].utf8.count, $0) }.map { headings[$0] }
      ?? headings.indices.first { place in
        let isFirst = page.element(of: headings[place].node) == .heading1
        return words.contains { Self.isAlike(spelled[place], $0, isFirst) }
      }.map { headings[$0] }
    let first = headings.first {
      page.element(of: $0.node) == .heading1 && !outlets.contains(PageText.folded($0.text))
        && PageText.size(Array($0.text.utf8)) >= 3
    }
    heading = (match ?? first)?.node
    if let match, page.element(of: match.node) == .heading1 {
      title = (match.text, "heading")
    } else if let headline = structured.headline {
      title = (headline, "json-ld")
    } else if let match {
      title = (match.text, "heading")
    } else if let best = told.first {
      title = (withoutOutlet(best.text), best.origin)
    } else if let first {
      title = (first.text, "heading")
    }
  }

  /// Whether four in five words of a heading are among those of a title, or half of either, for a heading of the first level: the
  /// title that a page tells others is often shorter than the one that it shows.
  private static func isAlike(_ text: String, _ words: Set<[UInt8]>, _ isFirst: Bool) -> Bool {
    let own = text.utf8.split(separator: 0x20)
    guard own.count >= 4, own.count <= 60 else { return false }
    let common = own.count { words.contains(Array($0)) }
    return common * 5 >= own.count * 4 || isFirst && common >= 3 && common * 2 >= min(own.count, words.count)
  }

  private static let marks = [" | ", " - ", " – ", " — ", " :: ", " » ", " • "]

  /// A title less the outlet's name, before it or behind it: the shorter part.
  private func withoutOutlet(_ text: String) -> String { parts(text)?.title ?? text }

  private func parts(_ text: String) -> (title: String, outlet: String)? {
    for mark in Self.marks {
      if let range = text.range(of: mark, options: .backwards) {
        let (head, tail) = (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
        let (headSize, tailSize) = (head.split(separator: " ").count, tail.split(separator: " ").count)
        if tailSize <= 5, headSize > tailSize || outlet?.text == tail { return (head, tail) }
      }
      if let range = text.range(of: mark) {
        let (head, tail) = (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
        let (headSize, tailSize) = (head.split(separator: " ").count, tail.split(separator: " ").count)
        if headSize <= 5, tailSize > headSize { return (tail, head) }
      }
    }
    return nil
  }

  /// What stands beside the title in `<title>`.
  private func titleSuffix() -> Found? {
    guard let titleElement, let title, titleElement != title.text else { return nil }
    for mark in Self.marks {
      if titleElement.hasPrefix(title.text + mark) {
        let tail = String(titleElement.dropFirst(title.text.count + mark.count))
        if !Self.marks.contains(where: tail.contains) { return (tail, "title") }
      }
      if titleElement.hasSuffix(mark + title.text) {
        let head = String(titleElement.dropLast(title.text.count + mark.count))
        if !Self.marks.contains(where: head.contains) { return (head, "title") }
      }
    }
    return nil
  }

  // MARK: The day

  private mutating func setDates() {
    let names = [
      "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "og:pubdate",
      "pubdate",
      "publishdate", "publish-date", "publication_date", "article.published", "parsely-pub-date", "sailthru.date",
      "date",
      "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date", "citation_publication_date",
      "article:published", "cxenseparse:recs:publishtime", "published_time", "displaydate", "iso-8601-publish-date",
    ]
    if let date = structured.published { dates.append((date, "json-ld")) }
    for name in names { if let date = metas[name] { dates.append((date, name)) } }
    if let date = properties["datepublished"] { dates.append(date) }
  }

  /// Whether the page says that it is one of a site, not an article.
  var isList: Bool {
    dates.isEmpty && structured.headline == nil && metas["og:type"].map { $0.lowercased() != "article" } ?? true
  }
}
