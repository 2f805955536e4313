import GRDB
import Mahdar

/// Claims as the store holds them, and their profiles for linking, the last used of which are kept at hand.
///
/// - Shape: the claims of one reading are read together, for their people explain each other.
final class StoredClaims {
  private let db: Database
  private let reader: @Sendable ([RecordClaim]) -> [ClaimProfile]
  private let findFeatures, findOrigin: RowWriter
  /// Enough for the claims that a batch adds and those of their contacts, at about 2 KB each.
  private var profiles = Recent<Int, ClaimProfile>(limit: 4000)
  /// Enough for those that a batch is compared with, at about half a KB each.
  private var features = Recent<Int, ClaimFeatures>(limit: 30_000)
  /// The articles of those that contacts are made of, at about 150 bytes each.
  private var origins = Recent<Int, ArticleOrigin>(limit: 30_000)
  /// How many claims were read from their tables.
  private(set) var profilesRead = 0
  /// What people decided: names that stand for an identity.
  var aliases: [String: String] = [:]

  init(_ db: Database, profiles reader: @escaping @Sendable ([RecordClaim]) -> [ClaimProfile]) throws {
    self.db = db
    self.reader = reader
    findFeatures = try RowWriter("SELECT bytes FROM claim_features WHERE claim = ?", db)
    findOrigin = try RowWriter(
      """
      SELECT article.id, article.key, article.published, article.published IS NOT NULL FROM claim
        JOIN reading ON reading.id = claim.reading JOIN article ON article.id = reading.article WHERE claim.id = ?
      """, db)
  }

  func keep(_ profile: ClaimProfile, _ claim: Int) {
    profiles[claim] = profile
    features[claim] = profile.features
  }

  func forget(_ claim: Int) {
    profiles[claim] = nil
    features[claim] = nil
    origins[claim] = nil
  }

  /// What linking compares of a claim; nil when there is none of this number.
  func features(_ claim: Int) throws -> ClaimFeatures? {
    if let known = features[claim] { return known }
    findFeatures.bind(claim)
    if let bytes = try findFeatures.first({ $0.blob(0) }), let stored = ClaimFeatures(bytes) {
      features[claim] = stored
      return stored
    }
    return try profile(claim)?.features
  }

  /// The article that tells a claim; nil when there is no claim of this number.
  func origin(_ claim: Int) throws -> ArticleOrigin? {
    if let known = origins[claim] { return known }
    findOrigin.bind(claim)
    let found = try findOrigin.first {
      ArticleOrigin(article: $0.int(0), key: $0.text(1), published: $0.int(3) == 1 ? $0.text(2) : nil)
    }
    origins[claim] = found
    return found
  }

  /// The profile of a claim; nil when there is none of this number.
  func profile(_ claim: Int) throws -> ClaimProfile? {
    if let known = profiles[claim] { return known }
    guard
      let reading = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT reading FROM claim WHERE id = ?"), arguments: [claim])
    else { return nil }
    let claims = try Self.claims(db, reading: reading)
    profilesRead += claims.count
    var found: ClaimProfile?
    for (id, profile) in zip(claims.map(\.id), reader(aliased(claims.map(\.claim)))) {
      keep(profile, id)
      if id == claim { found = profile }
    }
    return found
  }

  /// Gives participants whose names have an alias the identity that it stands for.
  func aliased(_ claims: [RecordClaim]) -> [RecordClaim] {
    guard !aliases.isEmpty else { return claims }
    return claims.map { claim in
      var claim = claim
      for index in claim.participants.indices {
        if let id = aliases[Spelling.folded(claim.participants[index].name)] { claim.participants[index].id = id }
      }
      return claim
    }
  }

  /// The claims of a reading, in their order.
  static func claims(_ db: Database, reading: Int) throws -> [(id: Int, claim: RecordClaim)] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT claim.*, article.key, article.outlet, article.published FROM claim
            JOIN reading ON reading.id = claim.reading JOIN article ON article.id = reading.article
          WHERE claim.reading = ? ORDER BY claim.ordinal
          """), arguments: [reading])
    return try rows.map { (id: $0["id"], claim: try claim(db, $0)) }
  }

  /// A claim of its row, joined with its article's `key`, `outlet` and `published`.
  static func claim(_ db: Database, _ row: Row) throws -> RecordClaim {
    let id: Int = row["id"]
    var claim = RecordClaim(
      article: row["key"], outlet: row["outlet"], published: row["published"],
      form: ContactForm(rawValue: row["form"]) ?? .meeting, status: ContactStatus(rawValue: row["status"]) ?? .held,
      channel: ContactChannel(rawValue: row["channel"]) ?? .official, participants: try participants(db, id),
      date: row["date"],
      place: (row["place"] as String?).map { .init(name: $0, country: row["place_country"], id: row["place_id"]) },
      venue: row["venue"], occasion: row["occasion"], duration: row["duration"],
      topics: try String.fetchAll(
        db.cachedStatement(sql: "SELECT name FROM topic WHERE claim = ? ORDER BY ordinal"), arguments: [id]),
      by: try sources(db, id), evidence: row["evidence"], isCentral: row["is_central"])
    claim.dateSpan = span(row["date_start"], row["date_end"])
    claim.place?.span = span(row["place_start"], row["place_end"])
    claim.evidenceSpan = span(row["evidence_start"], row["evidence_end"])
    claim.rule = row["rule"]
    claim.score = row["score"]
    return claim
  }

  private static func participants(_ db: Database, _ claim: Int) throws -> [RecordClaim.Participant] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM participant WHERE claim = ? ORDER BY ordinal"), arguments: [claim]
    ).map { row in
      var one = RecordClaim.Participant(
        name: row["name"], kind: row["kind"], side: row["side"], office: row["office"], id: row["known"])
      one.label = row["label"]
      one.role = row["role"]
      one.resolved = (row["is_resolved"] as Bool) ? true : nil
      one.spans = spans(row["spans"])
      return one
    }
  }

  private static func sources(_ db: Database, _ claim: Int) throws -> [RecordClaim.Source] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM source WHERE claim = ? ORDER BY ordinal"), arguments: [claim]
    ).map { row in
      var one = RecordClaim.Source(name: row["name"], kind: ContactClaim.SourceKind(rawValue: row["kind"]) ?? .outlet)
      one.span = span(row["start"], row["end"])
      return one
    }
  }

  /// What `ReadArticle.spans` writes: `[[11,69],[80,91]]`.
  private static func spans(_ text: String) -> [TextSpan] {
    let numbers = text.split { !$0.isNumber }.compactMap { Int32($0) }
    return stride(from: 0, to: numbers.count - 1, by: 2).map { TextSpan(numbers[$0], numbers[$0 + 1]) }
  }

  private static func span(_ start: Int32?, _ end: Int32?) -> TextSpan? {
    start.flatMap { start in end.map { TextSpan(start, $0) } }
  }
}
