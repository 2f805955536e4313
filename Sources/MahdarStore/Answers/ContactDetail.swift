import GRDB
import Mahdar

/// All that is known of one contact, each fact with those who tell it.
public struct ContactDetail: Sendable, Encodable {
  /// A value of a field, with the reports that give it.
  public struct Value: Sendable, Encodable {
    public var value: String
    public var reports: [Int]
    /// Whether it excludes another value of the field.
    public var isAtOdds = false
  }

  public struct Field: Sendable, Encodable {
    public var name: String
    /// The most supported first.
    public var values: [Value]
    public var isConflict: Bool
  }

  /// Values of a field that exclude each other, those of most roots first.
  public struct Conflict: Sendable, Encodable {
    public struct Side: Sendable, Encodable {
      public var value: String
      public var roots: Int
      public var reports: [Int]
    }
    public var field: String
    public var sides: [Side]
    /// Whether those who told another value took it back later.
    public var isSettled: Bool
  }

  /// What one article says of it.
  public struct Report: Sendable, Encodable {
    /// From 1, in the order of publication.
    public var number: Int
    public var claim: String
    public var article: String
    public var title: String?
    public var outlet: String?
    public var published: String?
    public var url: String?
    public var status: String
    public var date: String?
    /// Who vouches for it, from the nearest outward.
    public var by: [Source]
    public var evidence: String
    /// Where the evidence names its facts.
    public var marks: [Mark]
    /// The reports whose outlets it cites, and the one whose text it copies.
    public var cites: [Int]
    public var copies: Int?
    /// The step of the status that it begins, by its place in the history.
    public var step: Int?
    /// What it tells beyond the reports before it.
    public var changes: [Change]
  }

  /// Words of the evidence that tell a fact.
  public struct Mark: Sendable, Encodable {
    public enum Kind: String, Sendable, Encodable { case party, place, date, source }
    public var kind: Kind
    /// Unicode code points of the evidence, half-open.
    public var start: Int
    public var end: Int
  }

  /// One who vouches for a report; `NAME (KIND)` to programs.
  public struct Source: Sendable, Encodable {
    public var name: String
    public var kind: String

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode("\(name) (\(kind))")
    }
  }

  /// What a report adds to those before it, tells more exactly, or tells against them.
  public struct Change: Sendable, Encodable {
    public var field: String
    public var kind: String
    public var values: [String]
  }

  /// A step in what was told of the status.
  public struct Step: Sendable, Encodable {
    public var status: String
    /// What it does to what was told before: `first`, `moves`, `redated`, `again` or `beside`.
    public var turn: String
    public var reports: [Int]
    public var said: String?
    public var outlet: String?
    /// The date told with it.
    public var about: String?
    /// Whose word it is in the end.
    public var roots: [String]
    public var evidence: String
  }

  /// Where reports come from in the end; the first of its reports had it first.
  public struct Root: Sendable, Encodable {
    public var name: String
    public var kind: String
    public var reports: [Int]
    /// From the article outward.
    public var way: [String]
  }

  /// A reason for or against two reports being of one contact.
  public struct Reason: Sendable, Encodable {
    public var reports: [Int]
    public var score: Double
    public var reasons: [Comparison.Reason]
  }

  /// The day of the first dated reports of outlets, and those outlets.
  public struct FirstTold: Sendable, Encodable {
    public var day: String
    public var outlets: [String]

    init?(_ reports: [Report]) {
      let told = reports.compactMap { report -> (day: String, outlet: String)? in
        guard let outlet = report.outlet, !outlet.isEmpty, let said = report.published else { return nil }
        return (String(said.prefix(10)), outlet)
      }
      guard let day = told.first?.day else { return nil }
      self.day = day
      outlets = told.filter { $0.day == day }.reduce(into: []) { if !$0.contains($1.outlet) { $0.append($1.outlet) } }
    }
  }

  public struct Doubt: Sendable, Encodable {
    public var contact: ContactSummary
    public var score: Double
  }

  public var contact: ContactSummary
  /// How many articles go back to how many roots.
  public var support: Support
  /// The visit or gathering that it is a part of.
  public var partOf: ContactSummary?
  /// The contacts that are parts of it, in the order of their days.
  public var parts: [ContactSummary]
  /// Other ids that lead here.
  public var aliases: [String]
  public var fields: [Field]
  public var conflicts: [Conflict]
  /// Why the status is what it is.
  public var because: StatusReason
  public var history: [Step]
  public var roots: [Root]
  public var reports: [Report]
  /// Who had it first; nil where no report has both an outlet and a day.
  public var firstTold: FirstTold?
  public var notes: [String]
  /// Contacts that may be the same.
  public var possibly: [Doubt]
  public var why: [Reason]
}

extension Store {
  /// Everything about a contact.
  ///
  /// - Errors: `StoreError.request` when there is no such contact.
  public func contact(_ id: String, pipeline: Pipeline) throws -> ContactDetail {
    try read { try Self.contact($0, id, pipeline: pipeline) }
  }

  static func contact(_ db: Database, _ id: String, pipeline: Pipeline) throws -> ContactDetail {
    let id = try Self.resolve(db, id)
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM contact WHERE id = ?", arguments: [id]) else {
      throw StoreError.request("there is no contact '\(id)'")
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT claim.id, claim.digest, title, url
        FROM contact_claim JOIN claim ON claim.id = contact_claim.claim JOIN current_article USING (reading)
        WHERE contact = ? ORDER BY claim.id
        """, arguments: [id])
    let stored = try StoredClaims(db, profiles: pipeline.profiles)
    let decisions = try Decisions(db)
    stored.aliases = decisions.aliases
    let profiles = try rows.compactMap { try stored.profile($0["id"]) }
    let joins = pipeline.merger.merge(
      profiles.map(\.features), links: try Self.links(db, rows.map { $0["id"] }),
      followers: try Self.followers(db, rows.map { $0["id"] }), decisions: decisions.pairs
    ).links
    let record = pipeline.record(
      of: profiles,
      links: joins.map { link in
        var comparison = link.comparison
        comparison.reasons = pipeline.merger.explain(profiles[link.a], profiles[link.b]).reasons
        return ClaimLink(a: link.a, b: link.b, comparison: comparison)
      },
      originals: try Copies(db).originals(of: rows.compactMap { try stored.origin($0["id"]) }))
    let story = pipeline.story(of: record, profiles)
    let rowOf = Dictionary(rows.map { ($0["digest"] as String, $0) }) { first, _ in first }
    let reports = record.claims.enumerated().map { number, claim in
      let id = claim.id
      let row = rowOf[id]
      return ContactDetail.Report(
        number: number + 1, claim: id, article: claim.article, title: row?["title"], outlet: claim.outlet,
        published: claim.published, url: row?["url"], status: claim.status.rawValue, date: claim.date,
        by: claim.by.map { .init(name: $0.name, kind: $0.kind.rawValue) }, evidence: claim.evidence,
        marks: Self.marks(of: claim),
        cites: record.cited[number].map { $0 + 1 },
        copies: record.copied[number] == number ? nil : record.copied[number] + 1,
        step: story[number].step,
        changes: story[number].changes.map {
          .init(field: $0.field.rawValue, kind: $0.kind.rawValue, values: $0.values)
        })
    }
    return ContactDetail(
      contact: try Self.summary(db, row), support: record.support,
      partOf: try Self.related(db, "id = ?", row["part_of"]).first, parts: try Self.related(db, "part_of = ?", id),
      aliases: record.aliases,
      fields: Self.fields(record),
      conflicts: record.conflicts.map { conflict in
        ContactDetail.Conflict(
          field: conflict.field.rawValue,
          sides: zip(conflict.values, conflict.roots).map {
            .init(value: $0.value, roots: $1, reports: $0.claims.map { $0 + 1 })
          },
          isSettled: conflict.isSettled)
      },
      because: record.reason,
      history: record.history.map { step in
        ContactDetail.Step(
          status: step.status.rawValue, turn: step.turn.rawValue, reports: step.claims.map { $0 + 1 },
          said: step.said, outlet: step.outlet, about: step.about,
          roots: record.roots(of: step.claims).map { record.roots[$0].name },
          evidence: record.claims[step.claims[0]].evidence)
      },
      roots: record.roots.map { root in
        ContactDetail.Root(
          name: root.name, kind: root.kind.rawValue, reports: root.claims.map { $0 + 1 }, way: root.way)
      },
      reports: reports, firstTold: .init(reports), notes: try Self.notes(db, reports),
      possibly: try Self.doubts(db, id),
      why: record.links.map { link in
        ContactDetail.Reason(
          reports: [link.a + 1, link.b + 1].sorted(), score: link.comparison.score,
          reasons: link.comparison.reasons)
      })
  }

  /// The spans of a claim that lie in its evidence, none of them across another.
  private static func marks(of claim: RecordClaim) -> [ContactDetail.Mark] {
    guard let evidence = claim.evidenceSpan else { return [] }
    let bytes = Array(claim.evidence.utf8)
    func place(_ at: Int32) -> Int? {
      let offset = Int(at - evidence.start)
      guard (0...bytes.count).contains(offset) else { return nil }
      // Every byte but those that go on with a letter begins one.
      return bytes[..<offset].count { $0 & 0xC0 != 0x80 }
    }
    func marks(_ kind: ContactDetail.Mark.Kind, _ spans: [TextSpan]) -> [ContactDetail.Mark] {
      spans.compactMap { span in
        guard let start = place(span.start), let end = place(span.end), start < end else { return nil }
        return .init(kind: kind, start: start, end: end)
      }
    }
    let all =
      marks(.party, claim.participants.flatMap { $0.spans ?? [] })
      + marks(.place, [claim.place?.span].compactMap(\.self)) + marks(.date, [claim.dateSpan].compactMap(\.self))
      + marks(.source, claim.by.compactMap(\.span))
    return all.sorted { ($0.start, $1.end) < ($1.start, $0.end) }.reduce(into: []) { kept, mark in
      if mark.start >= kept.last?.end ?? 0 { kept.append(mark) }
    }
  }

  /// The links between claims, by their places.
  private static func links(_ db: Database, _ claims: [Int]) throws -> [ClaimLink] {
    let places = Dictionary(uniqueKeysWithValues: claims.enumerated().map { ($1, $0) })
    let find = try db.cachedStatement(sql: "SELECT other, verdict, score FROM link WHERE claim = ?")
    var links: [ClaimLink] = []
    var seen: Set<[Int]> = []
    for (place, claim) in claims.enumerated() {
      for row in try Row.fetchAll(find, arguments: [claim]) {
        guard let other = places[row["other"]], seen.insert([min(place, other), max(place, other)]).inserted else {
          continue
        }
        let verdict = Comparison.Verdict(rawValue: row["verdict"]) ?? .possibly
        links.append(.init(a: place, b: other, comparison: .init(verdict: verdict, score: row["score"], reasons: [])))
      }
    }
    return links
  }

  /// Those of the claims that follow another one of them, by their places.
  private static func followers(_ db: Database, _ claims: [Int]) throws -> [Leaders.Follower] {
    let places = Dictionary(uniqueKeysWithValues: claims.enumerated().map { ($1, $0) })
    let find = try db.cachedStatement(sql: "SELECT leader, verdict, score FROM follower WHERE claim = ?")
    return try claims.enumerated().compactMap { place, claim in
      guard let row = try Row.fetchOne(find, arguments: [claim]), let leader = places[row["leader"]] else { return nil }
      let verdict = Comparison.Verdict(rawValue: row["verdict"]) ?? .different
      return .init(
        claim: place, leader: leader, comparison: .init(verdict: verdict, score: row["score"], reasons: []))
    }
  }

  private static func related(_ db: Database, _ condition: String, _ id: String?) throws -> [ContactSummary] {
    guard let id else { return [] }
    return try Row.fetchAll(
      db, sql: "SELECT * FROM contact WHERE \(condition) ORDER BY first_day IS NULL, first_day, id", arguments: [id]
    ).map { try summary(db, $0) }
  }

  private static func fields(_ record: Mahdar.Record) -> [ContactDetail.Field] {
    typealias Value = ContactDetail.Value
    func field(_ name: String, _ values: [Value]) -> ContactDetail.Field? {
      guard !values.isEmpty else { return nil }
      let conflict = record.conflicts.first { $0.field.rawValue == name }
      let atOdds = Set(conflict?.values.map(\.value) ?? [])
      let marked = values.map { value in
        var value = value
        // A participant is told with his office.
        value.isAtOdds = atOdds.contains { value.value == $0 || value.value.hasPrefix($0 + " — ") }
        return value
      }
      return ContactDetail.Field(name: name, values: marked, isConflict: conflict != nil)
    }
    func values(_ values: [Mahdar.Record.Value]) -> [Value] {
      values.map { Value(value: $0.value, reports: $0.claims.map { $0 + 1 }) }
    }
    func told(_ value: (RecordClaim) -> String) -> [Value] {
      var values: [Value] = []
      for (index, claim) in record.claims.enumerated() {
        if let known = values.firstIndex(where: { $0.value == value(claim) }) {
          values[known].reports.append(index + 1)
        } else {
          values.append(Value(value: value(claim), reports: [index + 1]))
        }
      }
      return values.sorted { $0.reports.count > $1.reports.count }
    }
    let participants = record.participants.map { one in
      Value(value: ([one.name] + one.offices.prefix(1)).joined(separator: " — "), reports: one.claims.map { $0 + 1 })
    }
    return [
      field("form", told { $0.form.rawValue }), field("status", told { $0.status.rawValue }),
      field("date", values(record.dates)), field("place", values(record.places)), field("venue", values(record.venues)),
      field("occasion", values(record.occasions)), field("duration", values(record.durations)),
      field("participants", participants), field("topics", values(record.topics)),
    ].compactMap { $0 }
  }

  private static func notes(_ db: Database, _ reports: [ContactDetail.Report]) throws -> [String] {
    let find = try db.cachedStatement(
      sql: "SELECT reason FROM decision WHERE kind = 'note' AND subject = ? AND undone_by IS NULL ORDER BY id")
    return try reports.flatMap { try String.fetchAll(find, arguments: [$0.claim]) }
  }

  private static func doubts(_ db: Database, _ contact: String) throws -> [ContactDetail.Doubt] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH own AS (SELECT claim FROM contact_claim WHERE contact = ?1),
          near AS (
            SELECT other AS claim, score FROM own JOIN link USING (claim) WHERE verdict <> 'within'
            UNION ALL SELECT link.claim, score FROM own JOIN link ON link.other = own.claim WHERE verdict <> 'within'
            UNION ALL SELECT leader, score FROM own JOIN follower USING (claim) WHERE verdict IN ('same', 'possibly')
            UNION ALL SELECT follower.claim, score FROM own JOIN follower ON follower.leader = own.claim
              WHERE verdict IN ('same', 'possibly'))
        SELECT contact.*, max(near.score) AS nearness FROM near JOIN contact_claim ON contact_claim.claim = near.claim
          JOIN contact ON contact.id = contact_claim.contact
        WHERE contact.id <> ?1 GROUP BY contact.id ORDER BY nearness DESC, contact.id LIMIT 8
        """, arguments: [contact])
    return try rows.map { ContactDetail.Doubt(contact: try summary(db, $0), score: $0["nearness"]) }
  }
}
