import Mahdar

extension ArticleReader {
  /// The articles of a message, its own first.
  func mail(_ bytes: [UInt8], _ id: String, _ context: InputContext) -> [Result<Article, InputError>] {
    bytes.withUnsafeBufferPointer { bytes in
      do throws(InputError) {
        let reader = try MailReader(bytes, id: id, context: context)
        return reader.units.enumerated().map { number, unit in
          let article = article(unit)
          guard reader.isCut, number == 0 else { return article }
          return article.map { article in
            var article = article
            article.remarks.append("a message of very many parts: not all of them were read")
            return article
          }
        }
      } catch {
        return [.failure(error)]
      }
    }
  }

  private func article(_ unit: MailUnit) -> Result<Article, InputError> {
    let readings = unit.bodies.map { body in
      var context = unit.context
      context.charset = body.charset
      return unit.isBody ? message(body, unit.id, context) : read(body.bytes, unit.id, body.format, context)
    }
    // The page is the fuller way of writing it, unless its text is elsewhere.
    let articles = readings.compactMap { try? $0.get() }
    let page = zip(unit.bodies, readings).first { $0.0.format == .html }.flatMap { try? $0.1.get() }
    let longest = articles.max { $0.text.utf8.count < $1.text.utf8.count }
    if let page, let longest, page.text.utf8.count * 2 > longest.text.utf8.count { return .success(page) }
    return longest.map { .success($0) } ?? readings[0]
  }

  /// A message's own text: its head tells title and day better than the text can.
  private func message(_ body: MailUnit.Body, _ id: String, _ context: InputContext) -> Result<Article, InputError> {
    checked(context) { () throws(InputError) in
      var article: Article
      switch body.format {
      case .html:
        let page = body.bytes.withUnsafeBufferPointer { bytes in
          Result { () throws(InputError) in
            try HTMLPage(bytes, charset: context.charset, words: words, day: day).article(id: id)
          }
        }
        article = try page.get()
      default:
        article = body.bytes.withUnsafeBufferPointer { bytes in
          let charset = Charset(detecting: bytes, declared: [context.charset])
          let text = MailText.paragraphs(
            charset.decode(bytes), isFlowed: body.isFlowed, deletesSpace: body.deletesSpace)
          var article = Article(id: id, text: text)
          if let remark = charset.remark(on: bytes) { article.remarks.append(remark) }
          article.mend()
          return article
        }
      }
      if context.title != nil { article.title = nil }
      if context.published != nil {
        article.published = nil
        article.origins[.published] = nil
      }
      if context.outlet != nil { article.outlet = nil }
      return article
    }
  }
}
