extension RecordClaim {
  init(_ bytes: inout ByteReader) {
    self.init(
      article: bytes.text(), outlet: bytes.optionalText(), published: bytes.optionalText(),
      form: bytes.value(or: .meeting), status: bytes.value(or: .held), channel: bytes.value(or: .official),
      participants: bytes.all { Participant(&$0) }, date: bytes.optionalText(), place: bytes.optional { Place(&$0) },
      venue: bytes.optionalText(), occasion: bytes.optionalText(), duration: bytes.optionalText(),
      topics: bytes.all { $0.text() }, by: bytes.all { Source(&$0) }, evidence: bytes.text(),
      isCentral: bytes.byte() == 1)
    dateSpan = bytes.optional { $0.span() }
    evidenceSpan = bytes.optional { $0.span() }
    rule = bytes.optionalText()
    score = bytes.optional { Double(bitPattern: $0.word()) }
  }

  func write(to bytes: inout ByteWriter) {
    bytes.add(article)
    for text in [outlet, published] { bytes.add(text) }
    for text in [form.rawValue, status.rawValue, channel.rawValue] { bytes.add(text) }
    bytes.add(all: participants) { $1.write(to: &$0) }
    bytes.add(date)
    bytes.add(place) { $1.write(to: &$0) }
    for text in [venue, occasion, duration] { bytes.add(text) }
    bytes.add(all: topics) { $0.add($1) }
    bytes.add(all: by) { $1.write(to: &$0) }
    bytes.add(evidence)
    bytes.add(byte: isCentral ? 1 : 0)
    for span in [dateSpan, evidenceSpan] { bytes.add(span) { $0.add($1) } }
    bytes.add(rule)
    bytes.add(score) { $0.add($1.bitPattern) }
  }
}

extension RecordClaim.Participant {
  fileprivate init(_ bytes: inout ByteReader) {
    self.init(
      name: bytes.text(), kind: bytes.text(), side: bytes.optionalText(), office: bytes.optionalText(),
      id: bytes.optionalText())
    label = bytes.optionalText()
    role = bytes.optionalText()
    resolved = bytes.optional { $0.byte() == 1 }
    spans = bytes.optional { $0.all { $0.span() } }
  }

  fileprivate func write(to bytes: inout ByteWriter) {
    for text in [name, kind] { bytes.add(text) }
    for text in [side, office, id, label, role] { bytes.add(text) }
    bytes.add(resolved) { $0.add(byte: $1 ? 1 : 0) }
    bytes.add(spans) { $0.add(all: $1) { $0.add($1) } }
  }
}

extension RecordClaim.Place {
  fileprivate init(_ bytes: inout ByteReader) {
    self.init(name: bytes.text(), country: bytes.optionalText(), id: bytes.optionalText())
    span = bytes.optional { $0.span() }
  }

  fileprivate func write(to bytes: inout ByteWriter) {
    bytes.add(name)
    for text in [country, id] { bytes.add(text) }
    bytes.add(span) { $0.add($1) }
  }
}

extension RecordClaim.Source {
  fileprivate init(_ bytes: inout ByteReader) {
    self.init(name: bytes.text(), kind: bytes.value(or: .outlet))
    span = bytes.optional { $0.span() }
  }

  fileprivate func write(to bytes: inout ByteWriter) {
    for text in [name, kind.rawValue] { bytes.add(text) }
    bytes.add(span) { $0.add($1) }
  }
}
