import Mahdar

/// Reads articles from pieces of work.
public struct ArticleReader: Sendable {
  /// The publication date of articles that do not tell theirs; it goes before a file name's.
  private let published: String?
  let words: PageWords
  let day: @Sendable (String) -> String?

  /// - Parameters:
  ///   - published: a date that `PublicationDate` finds sound, or nil.
  ///   - words: what pages say around their articles.
  ///   - day: reads the day off dates of publication that are not of RFC 3339, as `Pipeline.day` does.
  public init(
    published: String? = nil, words: PageWords = .none, day: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.published = published
    self.words = words
    self.day = day
  }

  /// Calls `body` with every article of a piece, or with why there is none, in order.
  public func forEach(in piece: InputQueue.Piece, _ body: (Result<Article, InputError>) -> Void) {
    forEach(in: piece) { article, _ in body(article) }
  }

  /// Calls `body` with every article of a piece, or with why there is none, and what it was read from, in order.
  public func forEach(in piece: InputQueue.Piece, _ body: (Result<Article, InputError>, ArticleSource) -> Void) {
    switch piece {
    case .failure(let error): body(.failure(error), ArticleSource(file: error.file ?? error.id ?? "-"))
    case .lines(let batch):
      batch.bytes.withUnsafeBufferPointer { bytes in
        for line in batch.lines {
          read(line, UnsafeBufferPointer(rebasing: bytes[line.bytes]), batch, body)
        }
      }
    case .content(let path, _, let bytes, .feed, let context): read(bytes, path, context, body)
    case .content(let path, let id, let bytes, .eml, let context):
      let context = context ?? InputContext(origin: "mail")
      for article in mail(bytes, id, context) {
        body(context.line.map { article.located(path, $0) } ?? article, ArticleSource(file: path, line: context.line))
      }
    case .content(let path, let id, let bytes, let format, let context):
      body(
        context?.line.map { read(bytes, id, format, context).located(path, $0) } ?? read(bytes, id, format, context),
        ArticleSource(file: path, line: context?.line))
    case .file(let path, let id, let format):
      do throws(InputError) {
        let bytes = try InputFile(opening: InputPath(path)).readAll(of: path)
        if format == .feed { return read(bytes, path, nil, body) }
        body(read(bytes, id, format), ArticleSource(file: path))
      } catch {
        body(.failure(error), ArticleSource(file: path))
      }
    }
  }

  /// A file that is one article.
  func read(
    _ bytes: [UInt8], _ id: String, _ format: InputFormat, _ context: InputContext? = nil
  ) -> Result<Article, InputError> {
    bytes.withUnsafeBufferPointer { bytes in
      switch format {
      case .html:
        checked(context) { () throws(InputError) in
          if let kind = BinaryFile.kind(bytes) { throw InputError(.unreadable, "no page: \(kind)", id: id) }
          let article = try HTMLPage(bytes, charset: context?.charset, words: words, day: day).article(id: id)
          // Of a crawl, most pages are lists.
          if article.text.isEmpty, context?.line == nil, context?.text == nil, let remark = article.remarks.first {
            throw InputError(.empty, remark, id: id)
          }
          return article
        }
      case .text:
        // A name may say text of what is a document.
        switch InputFormat.document(Array(bytes.prefix(InputFormat.sniffed))) {
        case let document? where document.isOneArticle: read(Array(bytes), id, document, context)
        default: checked(context) { () throws(InputError) in try text(bytes, id, context) }
        }
      case .docx: document(id, context) { () throws(InputError) in try WordDocument.article(bytes, id: id) }
      case .odt: document(id, context) { () throws(InputError) in try OpenDocument.article(bytes, id: id) }
      case .rtf: document(id, context) { () throws(InputError) in try RichText.article(bytes, id: id) }
      case .pdf: document(id, context) { () throws(InputError) in try PDFDocument.article(bytes, id: id) }
      // The others are handed on in parts.
      case .json, .jsonl, .csv, .warc, .feed, .eml, .mbox:
        Charset.withUTF8(bytes) { article($0, $1) }
      }
    }
  }

  /// The items of a feed, each an article whose line is its number.
  private func read(
    _ bytes: [UInt8], _ path: String, _ context: InputContext?,
    _ body: (Result<Article, InputError>, ArticleSource) -> Void
  ) {
    do throws(InputError) {
      let feed = try self.feed(bytes, address: context?.url ?? path, charset: context?.charset)
      for (place, item) in feed.items.enumerated() {
        let article = checked { () throws(InputError) in item.article(of: feed) }
        body(article.located(path, place + 1), ArticleSource(file: path, line: place + 1))
      }
    } catch {
      var error = error
      error.file = path
      body(.failure(error), ArticleSource(file: path))
    }
  }

  /// - Parameter address: what links of the feed are relative to.
  /// - Errors: `InputError` where the bytes are no feed.
  package func feed(_ bytes: [UInt8], address: String, charset: String?) throws(InputError) -> Feed {
    let reader = FeedReader(day: day)
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<Feed, InputError> in
      do throws(InputError) {
        return .success(try reader.feed(bytes, address: address, charset: charset))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func document(
    _ id: String, _ context: InputContext?, _ read: () throws(InputError) -> Article
  ) -> Result<Article, InputError> {
    checked(context) { () throws(InputError) in
      var article = try read()
      // What brought a document tells better when it was published than when it was written does.
      if context?.published != nil, article.origins[.published] != nil {
        article.published = nil
        article.origins[.published] = nil
      }
      article.mendCharset()
      article.mendOrder()
      return article
    }
  }

  private func text(
    _ bytes: UnsafeBufferPointer<UInt8>, _ id: String, _ context: InputContext?
  ) throws(InputError) -> Article {
    if let kind = BinaryFile.kind(bytes) { throw InputError(.unreadable, "no text: \(kind)", id: id) }
    let charset = Charset(detecting: bytes, declared: [context?.charset])
    var article = PlainText.article(charset.decode(bytes), id: id)
    if let remark = charset.remark(on: bytes) { article.remarks.append(remark) }
    article.mend()
    if let published { article.published = published }
    return article
  }

  private func read(
    _ line: LineBatch.Line, _ bytes: UnsafeBufferPointer<UInt8>, _ batch: LineBatch,
    _ body: (Result<Article, InputError>, ArticleSource) -> Void
  ) {
    Charset.withUTF8(bytes) { bytes, charset in
      let result: Result<Article, InputError> =
        line.isCut
        ? .failure(
          InputError(.tooLong, "longer than \(Limits.input >> 20) MiB", id: ArticleLine.id(ofCut: bytes)))
        : article(bytes, charset ?? batch.charset, batch.mapping, place: "\(batch.source)#\(line.number)")
      body(
        result.located(batch.source, line.number),
        ArticleSource(file: batch.source, line: line.number, json: bytes))
    }
  }

  private func article(
    _ object: UnsafeBufferPointer<UInt8>, _ charset: Charset?, _ mapping: FieldMapping? = nil, place: String = ""
  ) -> Result<Article, InputError> {
    checked { () throws(InputError) in
      var article =
        if let mapping {
          try ArticleLine.article(object, mapping, place: place)
        } else {
          try ArticleLine.article(object)
        }
      if let charset { article.remarks.append(charset.remark) }
      article.mend()
      return article
    }
  }

  /// What is told of a date of publication that no day can be read off.
  public static func remark(ofUnread date: String) -> String {
    "published \"\(date.prefix(40))\" tells no day that can be read: relative dates stay unresolved"
  }

  /// An article within the limits, with a publication date that can be read or none.
  func checked(
    _ context: InputContext? = nil, _ read: () throws(InputError) -> Article
  ) -> Result<Article, InputError> {
    do throws(InputError) {
      var article = try read()
      context?.complete(&article)
      guard article.text.utf8.count + (article.title?.utf8.count ?? 0) <= Limits.article else {
        throw InputError(.tooLong, "an article of more than \(Limits.article >> 20) MiB", id: article.id)
      }
      // What comes on standard input has no name of its own.
      if article.id == "-", let url = article.url, WebAddress(url).isOfTheWeb, url.utf8.count <= Limits.id {
        article.id = url
      }
      article.replaceNUL()
      if let date = article.published {
        article.published = PublicationDate.read(date, day: day)
        if article.published == nil {
          article.unreadDate = date
          article.remarks.append(Self.remark(ofUnread: date))
        }
      } else {
        article.published = published
      }
      return .success(article)
    } catch {
      return .failure(error)
    }
  }
}

extension Result<Article, InputError> {
  /// The result with the place of its error.
  fileprivate func located(_ file: String, _ line: Int) -> Self {
    mapError { error in
      var error = error
      error.file = file
      error.line = line
      return error
    }
  }
}
