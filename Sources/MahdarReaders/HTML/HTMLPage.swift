import Mahdar

/// A web page, read for its article: libxml2 reads the page, `PageMetadata` what it says of its article, `PageBody` chooses the lines
/// that are its text.
public struct HTMLPage {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let declared: String?
  private let words: PageWords
  private let day: (String) -> String?

  /// - Parameters:
  ///   - charset: what the server said; the bytes have the last word.
  ///   - words: what pages say around their articles.
  ///   - day: reads the day off a written date, as `Pipeline.day` does.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, charset: String? = nil, words: PageWords = .none,
    day: @escaping (String) -> String? = { _ in nil }
  ) {
    self.bytes = bytes
    declared = charset
    self.words = words
    self.day = day
  }

  /// Fewer words than this that a page's data tell are no article.
  private static let few = 40
  /// A page of more boxes that lead elsewhere is a list of articles where little else is found.
  private static let manyCards = 8

  /// The page's article; its text is empty, with a remark, where none was found.
  ///
  /// - Errors: `unreadable` where libxml2 is missing.
  public func article(id: String) throws(InputError) -> Article {
    let charset = Charset(detecting: bytes, declared: [declared, Charset.label(inPage: bytes)])
    var text = charset.decode(bytes)
    let tree = try read(&text)
    var page = PageTree(tree)
    let metadata = PageMetadata(page, words: words)
    let title = metadata.title.map { PageText.folded($0.text) } ?? ""
    var found = PageBody.Found()
    var rest: [PageBlock] = []
    var cards = 0
    var isCard: [Bool] = []
    for trust in PageTree.Trust.allCases {
      page.mark(around: metadata.heading, trusting: trust)
      let body = PageBody(page, heading: metadata.heading, title: title, standIns: trust == .none, words: words)
      let next = body()
      cards = max(cards, body.cards)
      isCard = body.isCard
      if trust == .strong { rest = body.rest }
      if next.isSure || next.size > 2 * found.size { found = next }
      if found.isSure { break }
    }
    let isList = cards >= Self.manyCards && found.size < Self.few && metadata.isList
    if isList { found.lines = [] } else if found.lines.isEmpty, cards == 0 { found.lines = rest }
    var article = Article(id: id, text: found.lines.map(\.string).joined(separator: "\n"))
    useStructured(metadata.structured, found.size, &article)
    fill(&article, metadata)
    page.mark(around: metadata.heading, trusting: .strong)
    if !isList, let published = PageDate(page, metadata, isCard: isCard, words: words, day: day)() {
      article.published = published.text
      article.origins[.published] = published.origin
    }
    if article.text.isEmpty {
      article.remarks.append(
        isList
          ? "the page is a list of articles, none of which it holds"
          : "no paragraphs of an article were found on the page")
    }
    if tree.isCut { article.remarks.append("elements are nested deeper than \(MarkupTree.depthLimit)") }
    if let remark = charset.remark(on: bytes) { article.remarks.append(remark) }
    article.mendCharset()
    return article
  }

  private func read(_ text: inout String) throws(InputError) -> MarkupTree {
    let result: Result<MarkupTree, InputError> = text.withUTF8 { bytes in
      Result { () throws(InputError) in try MarkupTree(bytes, as: .html) }
    }
    return try result.get()
  }

  /// Where scripts put the text into the page, its own data have it.
  private func useStructured(_ structured: StructuredData, _ found: Int, _ article: inout Article) {
    guard let body = structured.body else { return }
    let size = PageText.size(Array(body.utf8))
    guard size >= Self.few, found * 2 < size else { return }
    article.text = body.split(whereSeparator: \.isNewline).map { PageText.clean(String($0)) }.filter { !$0.isEmpty }
      .joined(separator: "\n")
    article.origins[.text] = "json-ld"
  }

  private func fill(_ article: inout Article, _ metadata: PageMetadata) {
    func take(_ field: Article.Field, _ path: WritableKeyPath<Article, String?>, _ found: PageMetadata.Found?) {
      guard let found else { return }
      article[keyPath: path] = found.text
      article.origins[field] = found.origin
    }
    take(.title, \.title, metadata.title)
    take(.outlet, \.outlet, metadata.outlet)
    take(.url, \.url, metadata.url)
    take(.author, \.author, metadata.author)
    take(.language, \.language, metadata.language)
  }
}
