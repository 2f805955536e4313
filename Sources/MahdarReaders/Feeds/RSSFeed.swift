/// Reads RSS 0.9x, 1.0 (RDF) and 2.0.
struct RSSFeed {
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
    if let channel = document.all("channel").first ?? document.rootNode {
      feed.title = document.text(["title"], of: channel).map(FeedHTML.line)
      feed.language = document.text(["language", "dc:language"], of: channel) ?? document.language(of: channel)
      let link = document.text(["link"], of: channel)
      feed.link = link.flatMap { document.base(of: channel, in: address).resolving($0)?.text }
      feed.rest = FeedRest.seconds(
        ttl: document.text(["ttl"], of: channel), period: document.text(["sy:updateperiod"], of: channel),
        frequency: document.text(["sy:updatefrequency"], of: channel))
    }
    let base = WebAddress(address).isAbsolute ? address : feed.link ?? address
    feed.items = document.all("item").prefix(FeedReader.itemLimit).map { item($0, base) }
    return feed
  }

  private func item(_ node: Int, _ address: String) -> FeedItem {
    var item = FeedItem()
    let base = document.base(of: node, in: address)
    item.title = document.text(["title", "dc:title"], of: node).map(FeedHTML.line)
    let guid = document.children(["guid"], of: node).first
    item.id = guid.map(document.text) ?? document.attribute("rdf:about", of: node) ?? ""
    item.link = link(node, base)
    if item.link == nil, let guid, document.attribute("isPermaLink", of: guid)?.lowercased() != "false" {
      let address = WebAddress(item.id)
      if address.isOfTheWeb { item.link = address.text }
    }
    item.author = document.text(["dc:creator", "author", "itunes:author", "atom:author"], of: node).map(Self.name)
    let date = document.text(
      [
        "pubdate", "dc:date", "published", "atom:published", "dcterms:created", "date", "atom:updated",
        "dcterms:modified",
      ],
      of: node)
    item.published = date.map { PublicationDate.read($0, day: day) ?? $0 }
    item.language = document.text(["dc:language"], of: node) ?? document.attribute("xml:lang", of: node)
    var text = FeedText()
    text.content = longest(["content:encoded", "atom:content", "content", "body", "fulltext"], node)
    text.summary = longest(["description", "atom:summary", "summary", "itunes:summary"], node)
    text.fill(&item)
    return item
  }

  private func link(_ node: Int, _ base: WebAddress) -> String? {
    for link in document.children(["link", "feedburner:origlink"], of: node) {
      let text = document.text(of: link)
      let rel = document.attribute("rel", of: link) ?? "alternate"
      let reference = text.isEmpty && rel == "alternate" ? document.attribute("href", of: link) ?? "" : text
      if !reference.isEmpty, let address = base.resolving(reference), address.isOfTheWeb { return address.text }
    }
    for link in document.children(["atom:link"], of: node)
    where document.attribute("rel", of: link) ?? "alternate" == "alternate" {
      if let address = document.attribute("href", of: link).flatMap(base.resolving), address.isOfTheWeb {
        return address.text
      }
    }
    return nil
  }

  private func longest(_ names: [String], _ node: Int) -> String? {
    let texts = document.children(names, of: node).map { child in
      FeedHTML.text(document.holdsElements(child) ? document.markup(in: child) : document.text(of: child))
    }
    return texts.max { $0.utf8.count < $1.utf8.count }
  }

  /// The name in `desk@example.org (The desk)`.
  private static func name(_ author: String) -> String {
    guard author.contains("@"), let open = author.firstIndex(of: "("), author.hasSuffix(")") else { return author }
    return String(author[author.index(after: open)...].dropLast()).trimmingBlanks
  }
}
