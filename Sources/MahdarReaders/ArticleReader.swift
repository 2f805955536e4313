import Mahdar

/// Reads articles from pieces of work.
public struct ArticleReader: Sendable {
  /// The publication date of articles that do not tell theirs; it goes before a file name's.
  private let published: String?

  /// - Parameter published: a date that `PublicationDate` finds sound, or nil.
  public init(published: String? = nil) { self.published = published }

  /// Calls `body` with every article of a piece, or with why there is none, in order.
  public func forEach(in piece: InputQueue.Piece, _ body: (Result<Article, InputError>) -> Void) {
    switch piece {
    case .failure(let error): body(.failure(error))
    case .lines(let batch):
      batch.bytes.withUnsafeBufferPointer { bytes in
        for line in batch.lines {
          body(article(of: line, UnsafeBufferPointer(rebasing: bytes[line.bytes])).located(batch.source, line.number))
        }
      }
    case .content(let path, let bytes, let format): read(bytes, path, format, body)
    case .file(let path, let format):
      do throws(InputError) {
        read(try InputFile(opening: path).readAll(), path, format, body)
      } catch {
        body(.failure(error))
      }
    }
  }

  private func read(
    _ bytes: [UInt8], _ path: String, _ format: InputFormat, _ body: (Result<Article, InputError>) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      switch format {
      case .html: body(checked { () throws(InputError) in HTMLPage(bytes).article(id: path) })
      case .text: body(checked { () throws(InputError) in text(bytes, path) })
      case .json, .jsonl: readDocument(bytes, path, body)
      }
    }
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ path: String) -> Article {
    let charset = Charset(detecting: bytes)
    var article = PlainText.article(charset.decode(bytes), id: path)
    if charset != .utf8 { article.remarks.append("read as \(charset.rawValue)") }
    if let published { article.published = published }
    return article
  }

  /// The articles of a JSON document: one object, or an array of objects.
  private func readDocument(
    _ bytes: UnsafeBufferPointer<UInt8>, _ path: String, _ body: (Result<Article, InputError>) -> Void
  ) {
    withUTF8(bytes) { bytes, charset in
      var scanner = JSONScanner(bytes)
      let isArray = scanner.take("[")
      if isArray, scanner.take("]") { return }
      repeat {
        let line = 1 + bytes[..<scanner.position].count { $0 == 0x0A }
        do throws(InputError) {
          let value = try scanner.skipValue()
          body(article(UnsafeBufferPointer(rebasing: bytes[value]), charset).located(path, line))
        } catch {
          body(Result.failure(error).located(path, line))
          return
        }
      } while isArray && scanner.take(",")
      if isArray, !scanner.take("]") || scanner.peek() != nil { body(.failure(scanner.problem("']' expected"))) }
    }
  }

  private func article(
    of line: LineBatch.Line, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Result<Article, InputError> {
    if line.isCut {
      let id = withUTF8(bytes) { bytes, _ in ArticleLine.id(ofCut: bytes) }
      return .failure(InputError(.tooLong, "longer than \(Limits.input >> 20) MiB", id: id))
    }
    return withUTF8(bytes) { bytes, charset in article(bytes, charset) }
  }

  private func article(
    _ object: UnsafeBufferPointer<UInt8>, _ charset: Charset?
  ) -> Result<Article, InputError> {
    checked { () throws(InputError) in
      var article = try ArticleLine.article(object)
      switch charset {
      case nil: break
      case .utf8: article.remarks.append("what is no UTF-8 was read as U+FFFD")
      case let charset?: article.remarks.append("read as \(charset.rawValue)")
      }
      return article
    }
  }

  /// An article within the limits, with a publication date that can be read or none.
  private func checked(_ read: () throws(InputError) -> Article) -> Result<Article, InputError> {
    do throws(InputError) {
      var article = try read()
      guard article.text.utf8.count + (article.title?.utf8.count ?? 0) <= Limits.article else {
        throw InputError(.tooLong, "an article of more than \(Limits.article >> 20) MiB", id: article.id)
      }
      if let date = article.published {
        article.published = PublicationDate.sound(date)
        if article.published == nil {
          article.remarks.append(
            "published \"\(date.prefix(40))\" is no date of RFC 3339: relative dates stay unresolved")
        }
      } else {
        article.published = published
      }
      return .success(article)
    } catch {
      return .failure(error)
    }
  }

  /// Hands `bytes` on as they are when they are sound UTF-8; else what they decode to, with the charset it was.
  private func withUTF8<Value>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Charset?) -> Value
  ) -> Value {
    let unmarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
    if (try? UTF8Span(validating: unmarked.span)) != nil { return body(unmarked, nil) }
    let charset = Charset(detecting: bytes)
    var text = charset.decode(bytes)
    return text.withUTF8 { body($0, charset) }
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
