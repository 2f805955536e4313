/// The content that an analysis's rows are grounded in: writes each row with its words and their spans.
struct Grounds {
  private let analysis: Analysis
  private let content: [UInt8]
  private let offsets: ScalarOffsets
  /// Whether all spans of a chain lie in the content, of the chains that are written: people and participants.
  private let soundChains: [Bool]

  init(_ analysis: Analysis) {
    self.analysis = analysis
    content = analysis.tokens.content
    let offsets = ScalarOffsets(content)
    self.offsets = offsets
    var isWritten = analysis.chains.map(\.isNamedPerson)
    for contact in analysis.contacts {
      for party in contact.participants where isWritten.indices.contains(party.chain) { isWritten[party.chain] = true }
    }
    soundChains = zip(analysis.chains, isWritten).map { chain, isWritten in
      isWritten && offsets.isSound(chain.name) && chain.office.map(offsets.isSound) ?? true
        && analysis.nameSpans(of: chain).allSatisfy(offsets.isSound)
    }
  }

  /// One remark for each layer that has rows with unsound spans.
  var remarks: [String] {
    var remarks: [String] = []
    func check(_ layer: String, _ bad: Int) {
      if bad > 0 { remarks.append("\(bad) of the \(layer) left out: their spans lie outside the text") }
    }
    check("contacts", analysis.contacts.count { !areSound($0) })
    check("statements", analysis.statements.count { !areSound($0) })
    check("dates", analysis.times.count { !isSound($0.span) })
    check("people", analysis.people.count - people.count)
    return remarks
  }

  // MARK: Soundness

  func isSound(_ span: TextSpan) -> Bool { offsets.isSound(span) }
  func isSound(_ span: TextSpan?) -> Bool { span.map(offsets.isSound) ?? true }

  func areSound(_ contact: ContactClaim) -> Bool {
    isSound(contact.evidence) && isSound(contact.dateSpan) && isSound(contact.place?.name) && isSound(contact.venue)
      && isSound(contact.occasion) && contact.topics.allSatisfy(isSound) && contact.by.allSatisfy { isSound($0.name) }
      && contact.participants.allSatisfy {
        $0.spans.allSatisfy(isSound) && soundChains.indices.contains($0.chain) && soundChains[$0.chain]
      }
  }

  func areSound(_ statement: Statement) -> Bool {
    isSound(statement.span) && isSound(statement.speaker) && isSound(analysis.speaker(of: statement))
      && isSound(statement.via) && isSound(statement.cue)
  }

  /// The people whose spans are sound.
  var people: [Chain] {
    zip(analysis.chains, soundChains).filter { $0.isNamedPerson && $1 }.map(\.0)
  }

  // MARK: Rows

  func write(_ contact: ContactClaim, to json: inout JSONBytes) {
    json.object { json in
      json.key("form")
      json.value(contact.form.rawValue)
      json.key("status")
      json.value(contact.status.rawValue)
      json.key("channel")
      json.value(contact.channel.rawValue)
      json.key("participants")
      json.array(contact.participants) { write($1, to: &$0) }
      json.key("date")
      json.value(contact.date)
      json.key("dateSpan")
      span(contact.dateSpan, to: &json)
      json.key("place")
      write(contact.place, to: &json)
      json.key("venue")
      text(contact.venue, to: &json)
      json.key("venueSpan")
      span(contact.venue, to: &json)
      json.key("occasion")
      text(contact.occasion, to: &json)
      json.key("occasionSpan")
      span(contact.occasion, to: &json)
      json.key("duration")
      json.value(contact.duration)
      json.key("topics")
      json.array(contact.topics) { text($1, to: &$0) }
      json.key("topicSpans")
      json.array(contact.topics) { span($1, to: &$0) }
      json.key("by")
      json.array(contact.by) { write($1, to: &$0) }
      json.key("evidence")
      text(contact.evidence, to: &json)
      json.key("evidenceSpan")
      span(contact.evidence, to: &json)
      json.key("central")
      json.value(contact.isCentral)
      json.key("rule")
      json.value(contact.rule)
      json.key("score")
      json.share(contact.score)
    }
  }

  private func write(_ participant: ContactClaim.Participant, to json: inout JSONBytes) {
    let chain = analysis.chains[participant.chain]
    json.object { json in
      json.key("name")
      if let known = chain.knownName { json.value(known) } else { name(chain.name, to: &json) }
      json.key("kind")
      json.value(chain.kind.participantKind)
      json.key("side")
      json.value(chain.side)
      json.key("office")
      name(chain.office, to: &json)
      json.key("id")
      json.value(chain.id)
      json.key("label")
      json.value(chain.label)
      json.key("role")
      json.value(participant.role)
      if chain.isResolved {
        json.key("resolved")
        json.value(true)
      }
      json.key("spans")
      json.array(participant.spans) { span($1, to: &$0) }
    }
  }

  private func write(_ place: ContactClaim.Place?, to json: inout JSONBytes) {
    guard let place else { return json.null() }
    json.object { json in
      json.key("name")
      if let known = place.knownName { json.value(known) } else { text(place.name, to: &json) }
      json.key("country")
      json.value(place.country)
      json.key("id")
      json.value(place.id)
      if place.knownName != nil {
        json.key("resolved")
        json.value(true)
      }
      json.key("span")
      span(place.name, to: &json)
    }
  }

  private func write(_ source: ContactClaim.Source, to json: inout JSONBytes) {
    json.object { json in
      json.key("name")
      name(source.name, to: &json)
      json.key("kind")
      json.value(source.kind.rawValue)
      json.key("span")
      span(source.name, to: &json)
    }
  }

  func write(_ statement: Statement, to json: inout JSONBytes) {
    let chain = statement.chain.flatMap { analysis.chains.indices.contains($0) ? analysis.chains[$0] : nil }
    json.object { json in
      json.key("speaker")
      if statement.joint.count > 1 || statement.speakerKind == .anonymous {
        json.value(analysis.speakerName(of: statement))
      } else {
        name(analysis.speaker(of: statement), to: &json)
      }
      json.key("speaker_kind")
      json.value(statement.speakerKind.rawValue)
      json.key("speaker_id")
      json.value(chain?.id)
      json.key("speakerSpan")
      span(statement.speaker, to: &json)
      json.key("kind")
      json.value(statement.kind.rawValue)
      json.key("text")
      text(statement.span, to: &json)
      json.key("span")
      span(statement.span, to: &json)
      json.key("via")
      text(statement.via, to: &json)
      json.key("viaSpan")
      span(statement.via, to: &json)
      json.key("cue")
      text(statement.cue, to: &json)
      json.key("cueSpan")
      span(statement.cue, to: &json)
      json.key("rule")
      json.value(statement.rule)
    }
  }

  func write(_ time: TimeMention, to json: inout JSONBytes) {
    json.object { json in
      json.key("text")
      text(time.span, to: &json)
      json.key("type")
      json.value(time.type.rawValue)
      json.key("value")
      json.value(time.value)
      json.key("span")
      span(time.span, to: &json)
      json.key("rule")
      json.value(time.rule)
    }
  }

  func write(_ person: Chain, to json: inout JSONBytes) {
    json.object { json in
      json.key("name")
      name(person.name, to: &json)
      json.key("side")
      json.value(person.side)
      json.key("office")
      name(person.office, to: &json)
      json.key("id")
      json.value(person.id)
      json.key("label")
      json.value(person.label)
      json.key("spans")
      json.array(analysis.nameSpans(of: person)) { span($1, to: &$0) }
    }
  }

  // MARK: Words and spans

  private func text(_ span: TextSpan?, to json: inout JSONBytes) {
    guard let span else { return json.null() }
    content.withUnsafeBufferPointer {
      json.value(utf8: UnsafeBufferPointer(rebasing: $0[Int(span.start)..<Int(span.end)]))
    }
  }

  /// The words of a name, with the article that «للخارجية» is written without.
  private func name(_ span: TextSpan?, to json: inout JSONBytes) {
    guard let span, LostArticle.stands(before: Int(span.start), { $0 < 0 ? 0 : content[$0] }) else {
      return text(span, to: &json)
    }
    json.value("ال" + String(decoding: content[Int(span.start)..<Int(span.end)], as: UTF8.self))
  }

  private func span(_ span: TextSpan?, to json: inout JSONBytes) {
    guard let span else { return json.null() }
    json.open("[")
    json.value(offsets.scalar(at: span.start))
    json.value(offsets.scalar(at: span.end))
    json.close("]")
  }
}

extension MentionKind {
  /// The kind of participant that a chain of this kind is in the analysis format.
  public var participantKind: String {
    switch self {
    case .person: "person"
    case .state, .place: "state"
    case .organisation, .outlet, .venue: "organisation"
    case .group, .source: "group"
    }
  }
}
