import Mahdar

/// The lines of one analysis.
struct TerminalPage {
  private static let indent = 4
  private static let labelWidth = 7

  private(set) var text = ""
  let analysis: Analysis
  private let style: TerminalStyle
  let isExplaining: Bool
  private let offsets: ScalarOffsets

  init(_ analysis: Analysis, style: TerminalStyle, isExplaining: Bool) {
    self.analysis = analysis
    self.style = style
    self.isExplaining = isExplaining
    offsets = ScalarOffsets(analysis.tokens.content)
  }

  // MARK: Sections

  mutating func addHead() {
    let article = analysis.article
    let title = TerminalText.wrapped(article.title ?? "", style.width)
    for line in title { add(style.paint(TerminalText.isolated(line), .heading)) }
    let origin = [article.id, article.outlet, article.published].compactMap { $0 }.map(TerminalText.isolated)
    add(style.paint(origin.joined(separator: " · "), .label))
    if analysis.contacts.isEmpty, analysis.statements.isEmpty, analysis.times.isEmpty, analysis.people.isEmpty {
      add("\nNothing found.")
    }
  }

  mutating func addContacts() {
    addHeading("CONTACTS", analysis.contacts.count)
    for (index, contact) in analysis.contacts.enumerated() { add(contact, number: index + 1) }
  }

  mutating func addStatements() {
    addHeading("STATEMENTS", analysis.statements.count)
    for statement in analysis.statements {
      let kind = "\(statement.kind.rawValue) \(statement.speakerKind.rawValue)"
      let via = statement.via.map { " via \(words($0))" } ?? ""
      add("  \(style.paint(kind, .label))  \(words(analysis.speaker(of: statement)))\(via)")
      addWrapped(analysis.text(statement.span))
      if isExplaining {
        addReason("rule", statement.rule)
        addReason("cue", place(statement.cue))
        addReason("speaker", place(statement.speaker))
      }
    }
  }

  mutating func addDates() {
    addHeading("DATES", analysis.times.count)
    for time in analysis.times {
      let value = Self.padded(time.value ?? "unresolved", 18)
      add("  \(value) \(style.paint(Self.padded(time.type.rawValue, 8), .label)) \(words(time.span))")
      if isExplaining { addReason("rule", "\(time.rule)  \(range(time.span))") }
    }
  }

  mutating func addPeople() {
    addHeading("PEOPLE", analysis.people.count)
    for person in analysis.people {
      let office = person.office.map { ", \(words($0))" } ?? ""
      let known = [person.id, person.label].compactMap { $0 }.joined(separator: " ")
      let tail = known.isEmpty ? "" : "  " + style.paint(TerminalText.isolated(known), .label)
      add("  \(Self.padded(person.side ?? "–", 6)) \(words(person.name))\(office)\(tail)")
      if isExplaining { addReasons(of: person) }
    }
  }

  mutating func addRemarks() {
    let remarks = analysis.article.remarks + analysis.remarks
    addHeading("REMARKS", remarks.count)
    for remark in remarks { add("  \(TerminalText.isolated(remark))") }
  }

  // MARK: Contacts

  private mutating func add(_ contact: ContactClaim, number: Int) {
    let head = "\(contact.status.rawValue) \(contact.form.rawValue)"
    var notes = contact.channel == .official ? [] : [contact.channel.rawValue]
    if contact.isCentral { notes.append("central") }
    notes.append("score \(Self.decimals(contact.score))")
    let count = Self.padded("\(number)", 3)
    add("\(count) \(style.paint(head, ink(contact.status)))  \(style.paint(notes.joined(separator: " · "), .label))")
    for (index, participant) in contact.participants.enumerated() {
      addField(index == 0 ? "who" : "with", described(analysis.chains[participant.chain], participant))
    }
    if let date = contact.date {
      addField("when", [date, contact.dateSpan.map(words), contact.duration].compactMap { $0 }.joined(separator: "  "))
    } else if let duration = contact.duration {
      addField("when", duration)
    }
    let place = contact.place.map { place in
      (place.knownName.map(TerminalText.isolated) ?? words(place.name)) + (place.country.map { " [\($0)]" } ?? "")
    }
    let whereabouts = [place, contact.venue.map(words)].compactMap { $0 }
    if !whereabouts.isEmpty { addField("where", whereabouts.joined(separator: ", ")) }
    if let occasion = contact.occasion { addField("during", words(occasion)) }
    if !contact.topics.isEmpty { addField("about", contact.topics.map(words).joined(separator: " · ")) }
    let sources = contact.by.map { "\(words($0.name)) (\($0.kind.rawValue))" }
    addField("by", sources.isEmpty ? "the article itself" : sources.joined(separator: ", "))
    addWrapped(analysis.text(contact.evidence))
    if isExplaining { addReasons(of: contact) }
    add("")
  }

  private func described(_ chain: Chain, _ participant: ContactClaim.Participant) -> String {
    var description = words(chain.name)
    if let office = chain.office, office != chain.name { description += ", \(words(office))" }
    if let side = chain.side { description += " [\(side)]" }
    if chain.isResolved, let label = chain.label { description += " = \(TerminalText.isolated(label))" }
    if let role = participant.role { description += " (\(role))" }
    return description
  }

  private func ink(_ status: ContactStatus) -> TerminalStyle.Ink {
    switch status {
    case .held, .underway: .good
    case .scheduled: .planned
    case .proposed, .postponed: .doubtful
    case .cancelled, .denied: .bad
    }
  }

  // MARK: Reasons

  private mutating func addReasons(of contact: ContactClaim) {
    addReason("rule", contact.rule)
    for participant in contact.participants {
      for span in participant.spans {
        let mention = analysis.mentions.first { $0.chain == participant.chain && $0.span.overlaps(span) }
        addReason("who", place(span) + (mention.map { "  \($0.rule)" } ?? ""))
      }
    }
    if let span = contact.dateSpan {
      let time = analysis.times.first { $0.span == span }
      addReason("when", place(span) + (time.map { "  \($0.rule)" } ?? ""))
    }
    if let place = contact.place { addReason("where", self.place(place.name)) }
    if let venue = contact.venue { addReason("where", place(venue)) }
    if let occasion = contact.occasion { addReason("during", place(occasion)) }
    for topic in contact.topics { addReason("about", place(topic)) }
    for source in contact.by { addReason("by", place(source.name)) }
    addReason("words", range(contact.evidence))
  }

  private mutating func addReasons(of person: Chain) {
    for index in person.mentions where analysis.mentions.indices.contains(index) {
      let mention = analysis.mentions[index]
      addReason("mention", "\(place(mention.span))  \(mention.rule)")
    }
  }

  private mutating func addReason(_ label: String, _ reason: String) {
    add(String(repeating: " ", count: Self.indent) + style.paint("· \(Self.padded(label, 8)) \(reason)", .label))
  }

  /// Words and where they stand.
  private func place(_ span: TextSpan) -> String { "\(range(span)) \(words(span))" }

  /// A span in code points of the content.
  private func range(_ span: TextSpan) -> String {
    "[\(offsets.scalar(at: span.start)), \(offsets.scalar(at: span.end)))"
  }

  // MARK: Lines

  private mutating func add(_ line: String) { text += line + "\n" }

  private mutating func addHeading(_ heading: String, _ count: Int) {
    if count > 0 { add("\n" + style.paint("\(heading) \(count)", .heading)) }
  }

  private mutating func addField(_ label: String, _ value: String) {
    add(String(repeating: " ", count: Self.indent) + style.paint(Self.padded(label, Self.labelWidth), .label) + value)
  }

  /// Words of the article in as many lines as they need, each isolated.
  private mutating func addWrapped(_ words: String) {
    let margin = String(repeating: " ", count: Self.indent)
    for line in TerminalText.wrapped(words, style.width - Self.indent) { add(margin + TerminalText.isolated(line)) }
  }

  private func words(_ span: TextSpan) -> String { TerminalText.isolated(analysis.text(span)) }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func decimals(_ share: Double) -> String {
    let hundredths = Int((min(max(share, 0), 1) * 100).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }
}
