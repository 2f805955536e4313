import Mahdar
import MahdarStore

/// What was read of one text, paragraph by paragraph: its words with marks, and beside them what they tell.
struct ReadText {
  /// So many paragraphs are shown; an article of more is none.
  private static let mostParagraphs = 400
  private static let mostMarks = 4000

  /// A contact that the text tells, with where the record has it.
  struct Told {
    var claim: RecordClaim
    var contact: String?
  }

  let analysis: Analysis
  let told: [Told]
  let show: Show

  private var content: [UInt8] { analysis.tokens.content }

  /// What stands beside a paragraph.
  private struct Fact {
    var at: Int32
    var view: View
  }

  func paragraphs() -> [View] {
    let facts = contacts() + statements() + dates()
    let text = MarkedText(content, Array(marks().prefix(Self.mostMarks)))
    var views: [View] = []
    var at = 0
    while at < content.count, views.count < Self.mostParagraphs {
      let end = content[at...].firstIndex(of: 0x0A) ?? content.count
      defer { at = end + 1 }
      let isHead = at == 0 && analysis.article.title?.isEmpty == false
      guard content[at..<end].contains(where: { $0 > 0x20 }) else { continue }
      let beside = facts.filter { Int($0.at) >= at && Int($0.at) < max(end, at + 1) }.sorted { $0.at < $1.at }
      views.append([
        "html": text.markup(at..<end).description, "isHead": isHead, "facts": beside.map(\.view),
        "hasFacts": !beside.isEmpty,
      ])
    }
    return views
  }

  // MARK: Marks

  private func marks() -> [MarkedText.Mark] {
    var marks: [MarkedText.Mark] = []
    for (index, one) in told.enumerated() {
      guard let span = one.claim.evidenceSpan else { continue }
      let status = one.claim.status.rawValue
      marks.append(
        .init(
          span: span, classes: "ev \(status)", id: "m\(index + 1)", href: "#f\(index + 1)",
          label: show.w("mark-contact", String(index + 1)), sign: status, depth: 0))
    }
    for (index, statement) in analysis.statements.enumerated() {
      marks.append(
        .init(
          span: statement.span, classes: statement.kind == .direct ? "s lk" : "s in lk", id: "s\(index + 1)",
          href: "#fs\(index + 1)",
          label: show.w("mark-statement", String(index + 1)), depth: 1))
    }
    for (index, time) in analysis.times.enumerated() where time.value != nil {
      marks.append(
        .init(
          span: time.span, classes: "t", id: "d\(index + 1)", href: "#fd\(index + 1)", title: time.value, isLink: true,
          depth: 3))
    }
    for mention in analysis.mentions where Self.isNamed(mention) {
      let chain = analysis.chains.indices.contains(mention.chain) ? analysis.chains[mention.chain] : nil
      let href = chain.flatMap { link($0) }
      marks.append(
        .init(
          span: mention.span, classes: "w", href: href, title: chain?.label, isLink: href != nil, depth: 2))
    }
    return marks
  }

  private static func isNamed(_ mention: Mention) -> Bool {
    switch mention.kind {
    case .person, .state, .organisation, .place: true
    default: false
    }
  }

  /// Where the record may have whom the chain stands for: of those known by an id, or named in full.
  private func link(_ chain: Chain) -> String? {
    switch chain.kind {
    case .state: return chain.side.map(show.personLink)
    case .person, .organisation:
      if let id = chain.id { return show.personLink(id) }
      return chain.isNamed ? show.link("people", [("name", analysis.text(chain.name))]) : nil
    default: return nil
    }
  }

  // MARK: Facts

  private func contacts() -> [Fact] {
    told.enumerated().compactMap { index, one -> Fact? in
      guard let span = one.claim.evidenceSpan else { return nil }
      let claim = one.claim
      let names = claim.participants.prefix(4).map { show.isArabic ? $0.name : $0.label ?? $0.name }
      let details: [String?] = names.map { $0 } + [claim.place?.name, claim.date.map { show.day($0) }]
      return Fact(
        at: span.start,
        view: [
          "id": "f\(index + 1)", "to": "#m\(index + 1)", "sign": claim.status.rawValue,
          "contact": [
            "state": show.status(claim.status.rawValue), "form": show.form(claim.form.rawValue),
            "names": details.compactMap(\.self).enumerated().map { place, words in
              ["gap": place > 0, "name": show.run(words)] as View
            },
            "href": or(one.contact.map(show.contactLink)),
            "anchor": "c-\(claim.id)",
            "squares": (claim.by.isEmpty ? ["outlet"] : claim.by.map(\.kind.rawValue)).prefix(3).map {
              ["class": Show.square($0), "word": show.w("kind-" + $0)] as View
            },
            "tellers": show.tellers(claim.by.isEmpty ? [show.w("tellers-itself")] : claim.by.map(\.name)),
          ] as View, "statement": false, "date": false,
        ])
    }
  }

  private func statements() -> [Fact] {
    analysis.statements.enumerated().map { index, statement in
      let speaker = analysis.speakerName(of: statement)
      return Fact(
        at: statement.span.start,
        view: [
          "id": "fs\(index + 1)", "to": "#s\(index + 1)", "contact": false, "date": false, "sign": false,
          "statement": [
            "kind": show.w(statement.kind == .direct ? "said-direct" : "said-indirect"),
            "isIndirect": statement.kind == .indirect,
            "speaker": show.run(speaker), "cue": analysis.text(statement.cue),
            "via": or(statement.via.map { show.run(analysis.text($0)) }),
          ] as View,
        ])
    }
  }

  private func dates() -> [Fact] {
    analysis.times.enumerated().compactMap { index, time -> Fact? in
      guard let value = time.value else { return nil }
      return Fact(
        at: time.span.start,
        view: [
          "id": "fd\(index + 1)", "to": "#d\(index + 1)", "contact": false, "statement": false, "sign": false,
          "date": [
            "words": analysis.text(time.span),
            "day": time.type == .set ? "" : time.type == .duration ? show.wording.length(value) : show.day(value),
            "value": value,
          ] as View,
        ])
    }
  }
}
