import GRDB
import Mahdar
import MahdarReaders

/// Writes articles and what was read off them, on the one connection that writes.
final class ArticleWriter {
  /// What became of an article.
  enum Outcome: Sendable {
    case added, reread, unchanged
    /// Kept out, for people took it out.
    case removed
    /// Took the place of another text of its id; with what is to be told, where that came from elsewhere.
    case changed(InputWarning?)
  }

  private let db: Database
  private let engine: Int
  private let now: String
  private let names: NameWriter
  private let find, isRemoved, isReplaced, supersede, unindex, addArticle, addAddress, textOf, index, addReading,
    setReading: RowWriter
  private let addClaim, addParticipant, addTopic, addSource, addStatement, addPerson: RowWriter

  init(_ db: Database, engine: Engine, names: NameWriter, now: String) throws {
    self.db = db
    self.names = names
    self.now = now
    try db.execute(
      sql: "INSERT INTO engine (version, data) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [engine.version, engine.data])
    self.engine =
      try Int.fetchOne(
        db, sql: "SELECT id FROM engine WHERE version = ? AND data = ?", arguments: [engine.version, engine.data]) ?? 0
    func values(_ count: Int) -> String { "(" + Array(repeating: "?", count: count).joined(separator: ", ") + ")" }
    find = try RowWriter(
      """
      SELECT article.id, article.hash, reading.engine, file, line, outlet, outlet IS NULL
      FROM article JOIN reading ON reading.id = article.reading WHERE key = ? AND is_current = 1
      """, db)
    isRemoved = try RowWriter(
      "SELECT id FROM decision WHERE kind = 'remove' AND subject = ? AND undone_by IS NULL", db)
    isReplaced = try RowWriter(
      """
      SELECT decision.id FROM decision JOIN article ON article.id = CAST(object AS INTEGER)
      WHERE kind = 'replace' AND subject = ? AND undone_by IS NULL AND hash = ?
      """, db)
    supersede = try RowWriter("UPDATE article SET is_current = 0 WHERE id = ?", db)
    unindex = try RowWriter(
      "INSERT INTO words (words, rowid, title, text) SELECT 'delete', id, title, text FROM article WHERE id = ?", db)
    addArticle = try RowWriter(
      "INSERT INTO article (key, hash, published, outlet, url, language, added, title, text, file, line, author, origins) VALUES \(values(13))",
      db)
    addAddress = try RowWriter(
      """
      INSERT INTO address (key, url, page, text, start, size, added) VALUES \(values(7))
      ON CONFLICT (key, url) DO UPDATE SET page = excluded.page, text = excluded.text, start = excluded.start, size = excluded.size
      """, db)
    textOf = try RowWriter("SELECT page, size FROM address WHERE key = ? AND page = ? ORDER BY size DESC LIMIT 1", db)
    index = try RowWriter("INSERT INTO words (rowid, title, text) VALUES \(values(3))", db)
    addReading = try RowWriter("INSERT INTO reading (article, engine, at) VALUES \(values(3))", db)
    setReading = try RowWriter("UPDATE article SET reading = ? WHERE id = ?", db)
    addClaim = try RowWriter(
      """
      INSERT INTO claim (reading, ordinal, digest, form, status, channel, date, date_start, date_end, place,
        place_country, place_id, place_start, place_end, venue, occasion, duration, evidence, evidence_start,
        evidence_end, is_central, rule, score) VALUES \(values(23))
      """, db)
    addParticipant = try RowWriter(
      """
      INSERT INTO participant (claim, ordinal, name, kind, side, office, known, label, role, is_resolved, spans)
      VALUES \(values(11))
      """, db)
    addTopic = try RowWriter("INSERT INTO topic (claim, ordinal, name) VALUES \(values(3))", db)
    addSource = try RowWriter("INSERT INTO source (claim, ordinal, name, kind, start, end) VALUES \(values(6))", db)
    addStatement = try RowWriter(
      """
      INSERT INTO statement (reading, ordinal, kind, speaker, speaker_kind, known, start, end, via, cue_start, cue_end,
        rule) VALUES \(values(12))
      """, db)
    addPerson = try RowWriter(
      "INSERT INTO person (reading, ordinal, name, side, office, known, label, spans) VALUES \(values(8))", db)
  }

  func write(_ read: ReadArticle, _ linker: Linker) throws -> Outcome {
    let article = read.article
    find.bind(article.id)
    let known = try find.first { row in
      (
        id: row.int(0), hash: row.blob(1), engine: row.int(2),
        place: InputPlace(file: row.text(3), line: row.int(4)), outlet: row.int(6) == 1 ? nil : row.text(5)
      )
    }
    if let known, known.hash == read.hash.bytes {
      if known.engine == engine { return .unchanged }
      try linker.remove(claimsOf: known.id)
      try write(read, article: known.id, linker)
      return .reread
    }
    if known == nil {
      isRemoved.bind(article.id)
      if try isRemoved.first({ _ in true }) != nil { return .removed }
    }
    if known != nil, let same = Sameness(article), try isTeaser(same, of: article.id) { return .unchanged }
    if let known {
      // A text that people replaced does not come back, either.
      isReplaced.bind(article.id)
      isReplaced.bind(blob: read.hash.bytes)
      if try isReplaced.first({ _ in true }) != nil { return .unchanged }
      try linker.remove(claimsOf: known.id)
      unindex.bind(known.id)
      try unindex.insert()
      supersede.bind(known.id)
      try supersede.insert()
    }
    addArticle.bind(article.id)
    addArticle.bind(blob: read.hash.bytes)
    for field in [article.published, article.outlet, article.url, article.language, now, article.title, article.text] {
      addArticle.bind(field)
    }
    addArticle.bind(read.place.file)
    addArticle.bind(read.place.line)
    addArticle.bind(article.author)
    addArticle.bind(Self.json(article.origins))
    try addArticle.insert()
    let id = Int(db.lastInsertedRowID)
    if let address = Sameness(article) { try write(address, of: article.id) }
    index.bind(id)
    index.bind(article.title)
    index.bind(article.text)
    try index.insert()
    try write(read, article: id, linker)
    return known.map { .changed(read.isFuller ? nil : Self.warning(of: read, replacing: $0.place, $0.outlet)) }
      ?? .added
  }

  /// Whether a text is so much shorter than that which the article has of the same page that it is a teaser of it: of a page that was
  /// read in full a feed tells its beginning again and again.
  private func isTeaser(_ address: Sameness, of key: String) throws -> Bool {
    textOf.bind(key)
    textOf.bind(Int(address.page))
    let size = try textOf.first { $0.int(1) }
    return size.map { Sameness.isFuller($0, than: address.size) } ?? false
  }

  /// Notes an address under which an article was found.
  func write(_ address: Sameness, of key: String) throws {
    addAddress.bind(key)
    addAddress.bind(address.url)
    addAddress.bind(Int(address.page))
    addAddress.bind(Int(address.text))
    addAddress.bind(Int(address.start))
    addAddress.bind(address.size)
    addAddress.bind(now)
    try addAddress.insert()
  }

  private static func json(_ origins: [Article.Field: String]) -> String? {
    guard !origins.isEmpty else { return nil }
    var json = JSONBytes()
    json.value(origins)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// What is told of an article that took the place of one from another file or outlet: they may be two that have one id by chance.
  private static func warning(
    of read: ReadArticle, replacing place: InputPlace, _ outlet: String?
  ) -> InputWarning? {
    let isOtherFile = place.file != "" && read.place.file.map { $0 != place.file } ?? false
    let isOtherOutlet = outlet.flatMap { old in read.article.outlet.map { Spelling.folded($0) != Spelling.folded(old) }
    }
    guard isOtherFile || isOtherOutlet == true else { return nil }
    let file = InputPlace(file: place.file, line: place.line == 0 ? nil : place.line).description
    let origin = [place.file == "" ? nil : "from \(file)", outlet.map { "of \($0)" }].compactMap { $0 }
    return InputWarning(
      "replaces another text of the same id, \(origin.joined(separator: ", ")) (two articles need two ids)",
      id: read.article.id, place: read.place)
  }

  /// Adds a reading of an article and makes it the one that counts.
  private func write(_ read: ReadArticle, article: Int, _ linker: Linker) throws {
    addReading.bind(article)
    addReading.bind(engine)
    addReading.bind(now)
    try addReading.insert()
    let reading = Int(db.lastInsertedRowID)
    setReading.bind(reading)
    setReading.bind(article)
    try setReading.insert()
    var digests: Set<String> = []
    for (ordinal, profile) in read.profiles.enumerated() where digests.insert(profile.id).inserted {
      linker.add(profile, claim: try write(profile.claim, profile.id, reading, ordinal))
    }
    for (ordinal, statement) in read.statements.enumerated() {
      addStatement.bind(reading)
      addStatement.bind(ordinal)
      addStatement.bind(statement.kind.rawValue)
      addStatement.bind(statement.speaker)
      addStatement.bind(statement.speakerKind.rawValue)
      addStatement.bind(statement.known)
      bind(statement.span, addStatement)
      addStatement.bind(statement.via)
      bind(statement.cue, addStatement)
      addStatement.bind(statement.rule)
      try addStatement.insert()
      try names.add(
        statement.speaker, identity: statement.known ?? Self.local(statement.speaker),
        kind: statement.speakerKind == .person ? "person" : "speaker", side: nil)
    }
    for (ordinal, person) in read.people.enumerated() {
      addPerson.bind(reading)
      addPerson.bind(ordinal)
      for field in [person.name, person.side, person.office, person.known, person.label, person.spans] {
        addPerson.bind(field)
      }
      try addPerson.insert()
      try names.add(person.name, identity: person.known ?? Self.local(person.name), kind: "person", side: person.side)
    }
  }

  private func write(_ claim: RecordClaim, _ digest: String, _ reading: Int, _ ordinal: Int) throws -> Int {
    addClaim.bind(reading)
    addClaim.bind(ordinal)
    for field in [digest, claim.form.rawValue, claim.status.rawValue, claim.channel.rawValue, claim.date] {
      addClaim.bind(field)
    }
    bind(claim.dateSpan, addClaim)
    for field in [claim.place?.name, claim.place?.country, claim.place?.id] { addClaim.bind(field) }
    bind(claim.place?.span, addClaim)
    for field in [claim.venue, claim.occasion, claim.duration, claim.evidence] { addClaim.bind(field) }
    bind(claim.evidenceSpan, addClaim)
    addClaim.bind(claim.isCentral)
    addClaim.bind(claim.rule)
    addClaim.bind(claim.score)
    try addClaim.insert()
    let id = Int(db.lastInsertedRowID)
    for (ordinal, participant) in claim.participants.enumerated() {
      addParticipant.bind(id)
      addParticipant.bind(ordinal)
      for field in [
        participant.name, participant.kind, participant.side, participant.office, participant.id, participant.label,
        participant.role,
      ] {
        addParticipant.bind(field)
      }
      addParticipant.bind(participant.resolved == true)
      addParticipant.bind(ReadArticle.spans(participant.spans ?? []))
      try addParticipant.insert()
    }
    for (ordinal, topic) in claim.topics.enumerated() {
      addTopic.bind(id)
      addTopic.bind(ordinal)
      addTopic.bind(topic)
      try addTopic.insert()
    }
    for (ordinal, source) in claim.by.enumerated() {
      addSource.bind(id)
      addSource.bind(ordinal)
      addSource.bind(source.name)
      addSource.bind(source.kind.rawValue)
      bind(source.span, addSource)
      try addSource.insert()
    }
    return id
  }

  /// What stands for somebody whom the gazetteer does not know and no contact tells of.
  static func local(_ name: String) -> String { "name:" + Spelling.folded(name) }

  /// An empty span is none.
  private func bind(_ span: TextSpan?, _ writer: RowWriter) {
    let span = span?.isEmpty == false ? span : nil
    writer.bind(span.map { Int($0.start) })
    writer.bind(span.map { Int($0.end) })
  }
}
