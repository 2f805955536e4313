import Mahdar

/// Reads articles from pieces of work.
public struct ArticleReader: Sendable {
  /// The publication date of articles that do not tell theirs; it goes before a file name's.
  private let published: String?
  private let day: @Sendable (String) -> String?

  /// - Parameters:
  ///   - published: a date that `PublicationDate` finds sound, or nil.
  ///   - day: reads the day off dates of publication that are not of RFC 3339, as `Pipeline.day` does.
  public init(published: String? = nil, day: @escaping @Sendable (String) -> String? = { _ in nil }) {
    self.published = published
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
  private func read(
    _ bytes: [UInt8], _ id: String, _ format: InputFormat, _ context: InputContext? = nil
  ) -> Result<Article, InputError> {
    bytes.withUnsafeBufferPointer { bytes in
      switch format {
      case .html:
        checked(context) { () throws(InputError) in
          try HTMLPage(bytes, charset: context?.charset, day: day).article(id: id)
        }
      case .text: checked(context) { () throws(InputError) in text(bytes, id) }
      // The others are handed on in parts.
      case .json, .jsonl, .csv, .warc, .feed:
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

  private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ id: String) -> Article {
    let charset = Charset(detecting: bytes)
    var article = PlainText.article(charset.decode(bytes), id: id)
    if charset != .utf8 { article.remarks.append("read as \(charset.rawValue)") }
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
      switch charset {
      case nil: break
      case .utf8: article.remarks.append("what is no UTF-8 was read as U+FFFD")
      case let charset?: article.remarks.append("read as \(charset.rawValue)")
      }
      return article
    }
  }

  /// What is told of a date of publication that no day can be read off.
  public static func remark(ofUnread date: String) -> String {
    "published \"\(date.prefix(40))\" tells no day that can be read: relative dates stay unresolved"
  }

  /// An article within the limits, with a publication date that can be read or none.
  private func checked(
    _ context: InputContext? = nil, _ read: () throws(InputError) -> Article
  ) -> Result<Article, InputError> {
    do throws(InputError) {
      var article = try read()
      context?.complete(&article)
      guard article.text.utf8.count + (article.title?.utf8.count ?? 0) <= Limits.article else {
        throw InputError(.tooLong, "an article of more than \(Limits.article >> 20) MiB", id: article.id)
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
