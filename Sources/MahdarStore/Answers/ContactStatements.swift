import GRDB
import Mahdar

extension Store {
  /// What those who took part in a contact said, in the articles that tell of it; the first told first.
  public func statements(at contact: ContactSummary, limit: Int = 6) throws -> [QuoteAnswer] {
    try read { db in
      let names = contact.parties.map(\.name)
      let ids = contact.parties.map(\.identity).filter { !$0.contains(":") }
      func marks(_ values: [String]) -> String { values.map { _ in "?" }.joined(separator: ", ") }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT statement.*, passage(title, text, start, end) AS words, key, outlet, published
          FROM statement JOIN current_article USING (reading)
          WHERE reading IN (SELECT reading FROM contact_claim JOIN claim ON claim.id = contact_claim.claim
              WHERE contact = ? LIMIT 50)
            AND (speaker IN (\(marks(names))) OR statement.known IN (\(marks(ids))))
          ORDER BY published NULLS LAST, key, statement.ordinal LIMIT ?
          """, arguments: StatementArguments([contact.id] + names + ids) + [limit])
      return rows.map { row in
        let outlet: String? = row["outlet"]
        return QuoteAnswer(
          speaker: row["speaker"], speakerKind: row["speaker_kind"], side: nil, office: nil, speakerID: row["known"],
          kind: row["kind"], text: row["words"] ?? "", via: row["via"], article: row["key"], outlet: outlet,
          published: row["published"], articles: [row["key"]], outlets: outlet.map { [$0] } ?? [])
      }
    }
  }
}
