import Mahdar

/// The lines of one analysis.
struct TerminalPage {
  private static let indent = 4
  private static let labelWidth = 7

  private(set) var text = ""
  let analysis: Analysis
  private let style: TerminalStyle
  /// Tells what each fact rests on; nil where that is not asked for.
  private let explaining: Pipeline?
  private let offsets: ScalarOffsets

  init(_ analysis: Analysis, style: TerminalStyle, explaining: Pipeline?) {
    self.analysis = analysis
    self.style = style
    self.explaining = explaining
    offsets = ScalarOffsets(analysis.tokens.content)
  }

  // MARK: Sections

  mutating func addHead() {
    let article = analysis.article
    if let title = article.title { add(TerminalRuns.words(title).inked(.heading)) }
    let origin = [article.id, article.outlet, article.published].compactMap { $0 }.map(TerminalRuns.words)
    add(TerminalRuns.joined(origin, " · ").inked(.label))
    if analysis.isEmpty { text += "\nNothing found.\n" }
  }

  mutating func addContacts() {
    addHeading("CONTACTS", analysis.contacts.count)
    for (index, contact) in analysis.contacts.enumerated() {
      if index > 0 { text += "\n" }
      add(contact, number: index + 1)
    }
  }

  /// The sentences with a word of contact that gave no contact.
  mutating func addUntold() {
    guard let explaining else { return }
    let sentences = explaining.untoldClauses(of: analysis)
    addHeading("NO CONTACT READ", sentences.count)
    for (index, lines) in sentences.enumerated() {
      if index > 0 { text += "\n" }
      add(lines)
    }
  }

  mutating func addStatements() {
    addHeading("STATEMENTS", analysis.statements.count)
    for statement in analysis.statements {
      let together = statement.joint.filter { analysis.chains.indices.contains($0) }.map { analysis.chains[$0].name }
      var speaker = words(together.first ?? analysis.speaker(of: statement))
      for name in together.dropFirst() { speaker += .plain(", ", .label) + words(name) }
      if let via = statement.via { speaker += .plain(" via ", .label) + words(via) }
      addRow([(statement.kind.rawValue, 8), (statement.speakerKind.rawValue, 9)], speaker)
      add(words(statement.span), indent: Self.indent)
      if explaining != nil {
        addReason("rule", .plain(statement.rule))
        addReason("cue", place(statement.cue))
        addReason("speaker", place(statement.speaker))
      }
    }
  }

  mutating func addDates() {
    addHeading("DATES", analysis.times.count)
    for time in analysis.times {
      addRow([(time.value ?? "unresolved", 18), (time.type.rawValue, 8)], words(time.span))
      if explaining != nil { addReason("rule", .plain("\(range(time.span)) · \(time.rule)")) }
    }
  }

  mutating func addPeople() {
    addHeading("PEOPLE", analysis.people.count)
    for person in analysis.people {
      var row = words(person.name)
      if let office = person.office { row += .plain(", ") + words(office) }
      let known = [person.id, person.label].compactMap { $0 }.joined(separator: " ")
      if !known.isEmpty { row += TerminalRuns.plain(" · ", .label) + TerminalRuns.words(known).inked(.label) }
      addRow([(person.side ?? "–", 6)], row)
      if explaining != nil { addReasons(of: person) }
    }
  }

  mutating func addRemarks() {
    let remarks = analysis.article.remarks + analysis.remarks
    addHeading("REMARKS", remarks.count)
    for remark in remarks { add(.words(remark), indent: 2) }
  }

  // MARK: Contacts

  private mutating func add(_ contact: ContactClaim, number: Int) {
    var notes = contact.channel == .official ? [] : [contact.channel.rawValue]
    if contact.isCentral { notes.append("central") }
    notes.append("score \(Self.decimals(contact.score))")
    let head = TerminalRuns.plain("\(contact.status.rawValue) \(contact.form.rawValue)", ink(contact.status))
    addRow([("\(number)", 3)], head + .plain(" · " + notes.joined(separator: " · "), .label), indent: 0)
    for (index, participant) in contact.participants.enumerated() {
      addField(index == 0 ? "who" : "with", described(analysis.chains[participant.chain], participant))
    }
    let when: [TerminalRuns?] = [
      contact.date.map { .plain($0) }, contact.dateSpan.map(words), contact.duration.map { .plain("for \($0)") },
    ]
    addField("when", .joined(when.compactMap { $0 }, " · "))
    addField("where", .joined([contact.place.map(described), contact.venue.map(words)].compactMap { $0 }, ", "))
    addField("during", .joined([contact.occasion].compactMap { $0 }.map(words), ""))
    addField("about", .joined(contact.topics.map(words), " · "))
    let sources = contact.by.map { words($0.name) + .plain(" (\($0.kind.rawValue))") }
    addField("by", sources.isEmpty ? .plain("the article itself") : .joined(sources, ", "))
    add(words(contact.evidence), indent: Self.indent)
    if let explaining { addReasons(of: contact, explaining) }
  }

  private func described(_ chain: Chain, _ participant: ContactClaim.Participant) -> TerminalRuns {
    var description = words(chain.name)
    if let office = chain.office, office != chain.name { description += .plain(", ") + words(office) }
    if let side = chain.side { description += .plain(" [\(side)]") }
    if chain.isResolved, let label = chain.label { description += .plain(" = ") + .words(label) }
    if let role = participant.role { description += .plain(" (\(role))") }
    return description
  }

  private func described(_ place: ContactClaim.Place) -> TerminalRuns {
    (place.knownName.map(TerminalRuns.words) ?? words(place.name)) + .plain(place.country.map { " [\($0)]" } ?? "")
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

  private mutating func addReasons(of contact: ContactClaim, _ pipeline: Pipeline) {
    addReason("rule", .plain(contact.rule))
    for participant in contact.participants {
      for span in participant.spans {
        let mention = analysis.mentions.first { $0.chain == participant.chain && $0.span.overlaps(span) }
        addReason("who", place(span) + .plain(mention.map { " · \($0.rule)" } ?? ""))
      }
    }
    if let span = contact.dateSpan {
      let time = analysis.times.first { $0.span == span }
      addReason("when", place(span) + .plain(time.map { " · \($0.rule)" } ?? ""))
    }
    if let place = contact.place { addReason("where", self.place(place.name)) }
    if let venue = contact.venue { addReason("where", place(venue)) }
    if let occasion = contact.occasion { addReason("during", place(occasion)) }
    for topic in contact.topics { addReason("about", place(topic)) }
    for source in contact.by { addReason("by", place(source.name)) }
    addReason("words", .plain(range(contact.evidence)))
    for (feature, weight) in pipeline.weights(of: contact) {
      addReason("score", .plain("\(weight > 0 ? "+" : "")\(weight) \(feature)"))
    }
    add(pipeline.clauses(of: analysis, in: contact.evidence))
  }

  private mutating func add(_ clauses: [ClauseLine]) {
    for line in clauses {
      let runs = line.parts.map { part in
        switch part {
        case .label(let label): TerminalRuns.plain(label)
        case .words(let span): words(span)
        }
      }
      addReason("clause", .joined(runs, ""))
    }
  }

  private mutating func addReasons(of person: Chain) {
    for index in person.mentions where analysis.mentions.indices.contains(index) {
      let mention = analysis.mentions[index]
      addReason("mention", place(mention.span) + .plain(" · \(mention.rule)"))
    }
  }

  private mutating func addReason(_ label: String, _ reason: TerminalRuns) {
    addRow([("·", 1), (label, 8)], reason.inked(.label), indent: Self.indent)
  }

  /// Words and where they stand.
  private func place(_ span: TextSpan) -> TerminalRuns { .plain(range(span) + " ") + words(span) }

  /// A span in code points of the content.
  private func range(_ span: TextSpan) -> String {
    "[\(offsets.scalar(at: span.start)), \(offsets.scalar(at: span.end)))"
  }

  // MARK: Lines

  private mutating func addHeading(_ heading: String, _ count: Int) {
    if count > 0 { text += "\n" + style.paint("\(heading) \(count)", .heading) + "\n" }
  }

  private mutating func addField(_ label: String, _ value: TerminalRuns) {
    if !value.runs.isEmpty { addRow([(label, Self.labelWidth - 1)], value, indent: Self.indent) }
  }

  /// Columns of fixed width, and what stands behind them, its further lines under its first.
  private mutating func addRow(_ columns: [(text: String, width: Int)], _ value: TerminalRuns, indent: Int = 2) {
    let head = columns.map { Self.padded($0.text, $0.width) + " " }
    let margin = indent + head.reduce(0) { $0 + $1.count }
    for (index, line) in value.lines(style.width - margin, style).enumerated() {
      text += String(repeating: " ", count: index == 0 ? indent : margin)
      if index == 0 { text += style.paint(head.joined(), .label) }
      text += line + "\n"
    }
  }

  private mutating func add(_ runs: TerminalRuns, indent: Int = 0) {
    for line in runs.lines(style.width - indent, style) { text += String(repeating: " ", count: indent) + line + "\n" }
  }

  private func words(_ span: TextSpan) -> TerminalRuns { .words(analysis.text(span)) }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func decimals(_ share: Double) -> String {
    let hundredths = Int((min(max(share, 0), 1) * 100).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }
}
