import Mahdar

extension ReadArticle {
  /// Reads what `bytes` wrote; nil for other bytes.
  init?(_ bytes: [UInt8]) {
    var bytes = ByteReader(bytes)
    var article = Article(
      id: bytes.text(), title: bytes.optionalText(), text: bytes.text(), published: bytes.optionalText(),
      outlet: bytes.optionalText(), url: bytes.optionalText(), language: bytes.optionalText(),
      author: bytes.optionalText())
    for (field, origin) in bytes.all({ (Article.Field(rawValue: $0.text()), $0.text()) }) {
      if let field { article.origins[field] = origin }
    }
    self.article = article
    hash = ContentHash(known: bytes.run())
    let profiles = bytes.all { ClaimProfile(&$0) }
    self.profiles = profiles.compactMap { $0 }
    statements = bytes.all { StatementRow(&$0) }
    people = bytes.all { PersonRow(&$0) }
    if bytes.isBroken || self.profiles.count < profiles.count { return nil }
  }

  /// All that a store keeps: what an article carries along, and what its reader remarked, is not.
  var bytes: [UInt8] {
    var bytes = ByteWriter()
    bytes.add(article.id)
    bytes.add(article.title)
    bytes.add(article.text)
    for text in [article.published, article.outlet, article.url, article.language, article.author] {
      bytes.add(text)
    }
    bytes.add(all: article.origins.sorted { $0.key.rawValue < $1.key.rawValue }) {
      $0.add($1.key.rawValue)
      $0.add($1.value)
    }
    bytes.add(run: hash.bytes)
    bytes.add(all: profiles) { $1.write(to: &$0) }
    bytes.add(all: statements) { $1.write(to: &$0) }
    bytes.add(all: people) { $1.write(to: &$0) }
    return bytes.bytes
  }
}

extension ReadArticle.StatementRow {
  fileprivate init(_ bytes: inout ByteReader) {
    self.init(
      kind: bytes.value(or: .direct), span: bytes.span(), speaker: bytes.text(),
      speakerKind: bytes.value(or: .anonymous), known: bytes.optionalText(), via: bytes.optionalText(),
      cue: bytes.span(), rule: bytes.text())
  }

  fileprivate func write(to bytes: inout ByteWriter) {
    bytes.add(kind.rawValue)
    bytes.add(span)
    for text in [speaker, speakerKind.rawValue] { bytes.add(text) }
    for text in [known, via] { bytes.add(text) }
    bytes.add(cue)
    bytes.add(rule)
  }
}

extension ReadArticle.PersonRow {
  fileprivate init(_ bytes: inout ByteReader) {
    self.init(
      name: bytes.text(), side: bytes.optionalText(), office: bytes.optionalText(), known: bytes.optionalText(),
      label: bytes.optionalText(), spans: bytes.text())
  }

  fileprivate func write(to bytes: inout ByteWriter) {
    bytes.add(name)
    for text in [side, office, known, label] { bytes.add(text) }
    bytes.add(spans)
  }
}
