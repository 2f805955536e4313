import Mahdar
import MahdarStore

/// A text that is read and not kept.
struct TryPage: Page {
  static let template = "try"
  /// The longest text that is read, in letters.
  private static let longest = 60_000

  struct Value: Encodable {
    var published: String?
    var contacts: [RecordClaim]
    var statements: [Said]
    var dates: [Dated]
    var problem: String?
    /// What it was made of; programs have the fields above.
    var analysis: Analysis?

    private enum CodingKeys: CodingKey { case published, contacts, statements, dates, problem }

    struct Said: Encodable {
      var kind: String
      var speaker: String
      var text: String
      var cue: String
    }
    struct Dated: Encodable {
      var text: String
      var value: String
    }
  }

  private func form(_ request: PageRequest, _ name: String) -> String? {
    (request.form + request.query).first { $0.name == name && !$0.value.isEmpty }?.value
  }

  private func analysis(_ request: PageRequest, _ desk: Desk) -> Analysis? {
    guard let text = form(request, "text"), text.count <= Self.longest else { return nil }
    // Where no day is given, «أمس» has none.
    let published = form(request, "published").map { desk.pipeline.day(in: $0) ?? $0 }
    return desk.pipeline(Article(id: "try", text: text.replacing("\r", with: ""), published: published))
  }

  func value(_ request: PageRequest, _ desk: Desk) throws -> Value {
    if let text = form(request, "text"), text.count > Self.longest {
      return Value(contacts: [], statements: [], dates: [], problem: "try-long")
    }
    guard let analysis = analysis(request, desk) else { return Value(contacts: [], statements: [], dates: []) }
    return Value(
      published: analysis.article.published, contacts: analysis.claims,
      statements: analysis.statements.map {
        .init(
          kind: $0.kind.rawValue, speaker: analysis.speakerName(of: $0), text: analysis.text($0.span),
          cue: analysis.text($0.cue))
      },
      dates: analysis.times.compactMap { time in time.value.map { .init(text: analysis.text(time.span), value: $0) } },
      analysis: analysis)
  }

  func view(_ value: Value, _ show: Show) -> View {
    let request = show.request
    let read = value.analysis.map { analysis in
      ReadText(analysis: analysis, told: analysis.claims.map { .init(claim: $0, contact: nil) }, show: show)
        .paragraphs()
    }
    return [
      "title": show.w("nav-try"), "action": show.link("try"), "text": form(request, "text") ?? show.w("try-example"),
      "published": form(request, "published") ?? (form(request, "text") == nil ? request.today : ""),
      "isRead": read != nil, "paragraphs": read ?? [],
      "counts": [
        show.count(value.contacts.count, "contact"), show.count(value.statements.count, "statement"),
        show.w("count-dates", String(value.dates.count)),
      ],
      "problem": or(value.problem.map { show.w($0) }),
      "isNothing": read != nil && value.contacts.isEmpty && value.statements.isEmpty && value.dates.isEmpty,
    ]
  }
}
