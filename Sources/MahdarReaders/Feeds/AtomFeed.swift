/// Reads Atom 0.3 and 1.0.
struct AtomFeed {
  private let document: FeedDocument
  private let address: String
  private let day: (String) -> String?

  init(_ document: FeedDocument, base address: String, day: @escaping (String) -> String?) {
    self.document = document
    self.address = address
    self.day = day
  }

  func feed() -> Feed {
    var feed = Feed()
    guard let root = document.rootNode else { return feed }
    let rootBase = document.base(of: root, in: address)
    feed.title = document.children(["title"], of: root).first.map { FeedHTML.line(markup(of: $0)) }
    feed.language = document.language(of: root)
    feed.link = link(root, rootBase)
    feed.rest = FeedRest.seconds(
      ttl: nil, period: document.text(["sy:updateperiod"], of: root),
      frequency: document.text(["sy:updatefrequency"], of: root))
    let base = WebAddress(address).isAbsolute ? address : feed.link ?? address
    feed.items = document.all("entry").prefix(FeedReader.itemLimit).map { item($0, base) }
    return feed
  }

  private func item(_ node: Int, _ address: String) -> FeedItem {
    var item = FeedItem()
    let base = document.base(of: node, in: address)
    item.id = document.text(["id"], of: node) ?? ""
    item.title = document.children(["title"], of: node).first.map { FeedHTML.line(markup(of: $0)) }
    item.link = link(node, base)
    let author = document.children(["author"], of: node).first
    item.author = author.flatMap { document.text(["name"], of: $0) } ?? document.text(["dc:creator"], of: node)
    let date = document.text(
      ["published", "issued", "created", "dc:date", "pubdate", "updated", "modified"], of: node)
    item.published = date.map { PublicationDate.read($0, day: day) ?? $0 }
    item.language = document.attribute("xml:lang", of: node)
    var text = FeedText()
    text.content = longest(["content", "content:encoded"], node)
    text.summary = longest(["summary", "description"], node)
    text.fill(&item)
    return item
  }

  private func link(_ node: Int, _ base: WebAddress) -> String? {
    let links = document.children(["link"], of: node).filter {
      document.attribute("rel", of: $0) ?? "alternate" == "alternate"
    }
    let page = links.first { document.attribute("type", of: $0)?.contains("html") == true } ?? links.first
    let reference = page.flatMap { document.attribute("href", of: $0) ?? document.text(of: $0) }
    return reference.flatMap(base.resolving).flatMap { $0.isOfTheWeb ? $0.text : nil }
  }

  private func longest(_ names: [String], _ node: Int) -> String? {
    document.children(names, of: node).map { FeedHTML.text(markup(of: $0)) }.max { $0.utf8.count < $1.utf8.count }
  }

  /// What an element of text holds, as HTML: XHTML stands in it as it is, HTML escaped; plain text that holds no tag is text in
  /// HTML, too.
  private func markup(of node: Int) -> String {
    document.holdsElements(node) ? document.markup(in: node) : document.text(of: node)
  }
}
