import GRDB

/// One view of what counts, and what questions had let through before there was one: texts and claims that a changed article
/// no longer has.
enum CurrentArticles {
  static let name = "4 current articles"

  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        -- What counts: every article as it reads now, with the reading that counts. Questions ask this, never `article`.
        CREATE VIEW current_article AS
          SELECT article.id, article.key, article.published, article.outlet, article.url, article.language,
            article.title, article.text, reading.id AS reading
          FROM article JOIN reading ON reading.id = article.reading AND reading.article = article.id
          WHERE article.is_current = 1;

        -- An index made anew held old texts too: it is made anew when the store is opened.
        UPDATE setting SET value = '' WHERE name = 'search data' AND EXISTS (
          SELECT 1 FROM words_docsize WHERE id NOT IN (SELECT id FROM article WHERE is_current = 1));
        -- Claims of old texts that were linked anew: all is linked anew when the store is next added to.
        UPDATE setting SET value = '' WHERE name = 'linking' AND EXISTS (
          SELECT 1 FROM contact_claim JOIN claim ON claim.id = contact_claim.claim
          WHERE claim.reading NOT IN (SELECT reading FROM current_article));
        """)
  }
}
