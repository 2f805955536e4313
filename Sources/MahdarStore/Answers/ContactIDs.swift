import GRDB

/// The ids that contacts have and had: a contact is called by the first of its claims, so its id changes when claims come and go.
/// Whatever id it had leads to it.
extension Store {
  /// The letters from which on the beginning of a former id is enough.
  private static let beginning = 5

  /// The contact of an id that it has or had, of the beginning of one, or of the id of one of its claims.
  ///
  /// - Errors: `StoreError.request` when none is meant, or several.
  static func resolve(_ db: Database, _ id: String) throws -> String {
    if let contact = try contact(db, ofWhole: id) { return contact }
    let ids = try begun(db, id)
    let meant = Set(try ids.compactMap { try contact(db, ofWhole: $0) })
    if meant.count == 1, let contact = meant.first { return contact }
    let hint =
      !meant.isEmpty
      ? "did you mean \(ids.prefix(3).joined(separator: ", "))?"
      : ids.isEmpty ? "see 'mahdar contacts'" : "there was one; see 'mahdar log' and 'mahdar changes'"
    throw StoreError.request("there is no contact '\(id)' (\(hint))")
  }

  /// The ids that contacts have or had with a beginning.
  private static func begun(_ db: Database, _ beginning: String) throws -> [String] {
    // Ids are hexadecimal digits behind «c».
    let range: StatementArguments = [beginning, beginning + "g"]
    let present = try String.fetchAll(
      db, sql: "SELECT id FROM contact WHERE id >= ? AND id < ? ORDER BY id LIMIT 100", arguments: range)
    guard beginning.count >= Self.beginning else { return present }
    let former = try String.fetchAll(
      db, sql: "SELECT DISTINCT contact FROM change WHERE contact >= ? AND contact < ? ORDER BY contact LIMIT 100",
      arguments: range)
    return present + former.filter { !present.contains($0) }
  }

  private static func contact(_ db: Database, ofWhole id: String) throws -> String? {
    if try Int.fetchOne(db, sql: "SELECT 1 FROM contact WHERE id = ?", arguments: [id]) != nil { return id }
    if let contact = try contact(db, ofClaim: id.hasPrefix("c") ? String(id.dropFirst()) : id) { return contact }
    // Its claim is gone: what became of the contact is noted. Whoever follows what is noted may come round in a circle.
    var seen: Set<String> = []
    var last = id
    while seen.insert(last).inserted {
      let row = try Row.fetchOne(
        db, sql: "SELECT kind, after FROM change WHERE contact = ? ORDER BY id DESC LIMIT 1", arguments: [last])
      guard let row, row["kind"] == "merged", let next = row["after"] as String? else { return nil }
      if try Int.fetchOne(db, sql: "SELECT 1 FROM contact WHERE id = ?", arguments: [next]) != nil { return next }
      last = next
    }
    return nil
  }

  /// The contact that a claim is of, or that the present reading of its article tells instead.
  private static func contact(_ db: Database, ofClaim digest: String) throws -> String? {
    let contact = try String.fetchOne(
      db,
      sql: """
        SELECT contact FROM contact_claim JOIN claim ON claim.id = contact_claim.claim WHERE digest = ?
        ORDER BY claim.id DESC
        """, arguments: [digest])
    // Else that of the claim of its article that tells most like it; one that was taken out of the record has none.
    return try contact
      ?? String.fetchOne(
        db,
        sql: """
          SELECT contact FROM claim AS old JOIN reading ON reading.id = old.reading JOIN article ON article.id = reading.article
            JOIN current_article ON current_article.key = article.key AND current_article.reading <> old.reading
            JOIN claim AS new ON new.reading = current_article.reading JOIN contact_claim ON contact_claim.claim = new.id
          WHERE old.digest = ?1 AND NOT EXISTS (
            SELECT 1 FROM claim AS same JOIN current_article USING (reading) WHERE same.digest = ?1)
          ORDER BY new.evidence = old.evidence DESC, abs(new.ordinal - old.ordinal) LIMIT 1
          """, arguments: [digest])
  }
}
