import Mahdar
import MahdarReaders
import Testing

@testable import MahdarStore

/// What an article no longer says is in no answer.
struct CurrentArticleTests {
  private static let before = Article(
    id: "x",
    text: """
      التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأمريكي مايك بومبيو في جنيف يوم 10 مارس 2019. \
      وقال لافروف: «سنوقع الاتفاق القديم غدا».
      """, published: "2019-03-11")
  private static let after = Article(
    id: "x",
    text: """
      التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأمريكي مايك بومبيو في باريس يوم 12 مارس 2019. \
      وقال لافروف: «لن نوقع شيئا».
      """, published: "2019-03-12")

  private static let agreement: QuoteRequest = {
    var request = QuoteRequest()
    request.speaker = "لافروف"
    request.about = "الاتفاق"
    return request
  }()

  /// A store of an article that was changed.
  private func changed(_ scratch: Scratch) throws -> Store {
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles([Self.before], to: store)
    #expect(try store.quotes().quotes.map(\.text) == ["سنوقع الاتفاق القديم غدا"])
    #expect(try Adding.articles([Self.after], to: store).changed == 1)
    return store
  }

  /// Every question, asked of a store that holds one changed article.
  private func expectOnlyTheNewText(_ store: Store) throws {
    let pipeline = try Project.pipeline.get()
    #expect(try store.quotes().quotes.map(\.text) == ["لن نوقع شيئا"])
    #expect(try store.quotes(Self.agreement).quotes.isEmpty)
    let person = try store.person("لافروف")
    #expect(person.articles == 1 && person.quotes.map(\.text) == ["لن نوقع شيئا"])
    #expect(person.contacts.map(\.date) == ["2019-03-12"])
    #expect(try store.pair("لافروف", "بومبيو").contacts.map(\.articles) == [1])
    func ask(_ question: String) throws -> AskAnswer {
      try store.ask(question, pipeline: pipeline, folder: Project.data, now: "2020-01-01")
    }
    #expect(try ask("ماذا قال لافروف؟").quotes.map(\.text) == ["لن نوقع شيئا"])
    #expect(try ask("متى التقى لافروف بومبيو؟").answer.contains("12 مارس/آذار 2019"))
    #expect(try ask("متى التقى لافروف بومبيو؟").sources.count == 1)
    #expect(try store.search(SearchRequest("القديم")).total == 0)
    #expect(try store.search(SearchRequest("شيئا")).hits.map(\.id) == ["x"])
    let contact = try #require(try store.contacts().first)
    #expect(try store.contacts().count == 1 && contact.place == "باريس")
    #expect(try store.contact(contact.id, pipeline: pipeline).reports.map(\.date) == ["2019-03-12"])
    #expect(try store.contacts().flatMap(\.conflicts).isEmpty)
  }

  @Test func questionsSeeTheChangedTextAlone() throws {
    let scratch = try Scratch()
    let store = try changed(scratch)
    try expectOnlyTheNewText(store)
    // The id of the old claim leads to the contact that its article tells of now.
    let old = try #require(try store.texts("SELECT digest FROM claim ORDER BY id").first)
    #expect(try store.contact("c" + old, pipeline: try Project.pipeline.get()).contact.date == "2019-03-12")
  }

  @Test func linkingAnewLeavesOldClaimsOut() throws {
    let scratch = try Scratch()
    let store = try changed(scratch)
    try store.execute("UPDATE setting SET value = '0' WHERE name = 'linking'")
    _ = try Adding.articles([], to: store)
    try expectOnlyTheNewText(store)
  }

  @Test func decisionsLeaveOldClaimsOut() throws {
    let scratch = try Scratch()
    let store = try changed(scratch)
    _ = try store.decide(
      .alias(name: "سيرغي لافروف", of: "لافروف"), reason: nil, now: "2025-01-01T00:00:00Z",
      pipeline: try Project.pipeline.get())
    #expect(try store.count("contact") == 1 && store.count("contact_claim") == 1)
    try expectOnlyTheNewText(store)
  }

  @Test func anIndexMadeAnewLeavesOldTextsOut() throws {
    let scratch = try Scratch()
    let store = try changed(scratch)
    try store.execute("UPDATE setting SET value = 'other' WHERE name = 'search data'")
    let renewed = try Store(store.path, .write, search: try Project.search.get())
    #expect(try renewed.count("words_docsize") == 1)
    try expectOnlyTheNewText(renewed)
  }

  @Test func storesThatHoldOldClaimsAndTextsAreMended() throws {
    let scratch = try Scratch()
    let store = try changed(scratch)
    // As earlier versions left them: old texts in the index, old claims in contacts.
    try store.execute(
      Adding.withoutListIndexes + """
        INSERT INTO words (words) VALUES ('rebuild');
        DROP INDEX article_file; ALTER TABLE article DROP COLUMN file; ALTER TABLE article DROP COLUMN line;
        DROP INDEX contact_part_of; ALTER TABLE contact DROP COLUMN part_of;
        INSERT INTO contact SELECT 'old', form, status, channel, date, first_day, last_day, place, place_country, claims,
          articles, roots, support, conflicts FROM contact;
        INSERT INTO contact_claim SELECT min(id), 'old' FROM claim;
        DROP TABLE follower; DROP VIEW current_article; DELETE FROM grdb_migrations WHERE identifier >= '4';
        """)
    let renewed = try Store(store.path, .write, search: try Project.search.get())
    _ = try Adding.articles([], to: renewed)
    #expect(try renewed.texts("PRAGMA foreign_key_check").isEmpty)
    try expectOnlyTheNewText(renewed)
  }

  @Test func theSecondArticleOfAnIDIsRefusedHoweverFarItStands() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    // Far enough for them to lie in different pieces of work.
    let between = Adding.made(1000)
    let file = try scratch.file(
      "a.jsonl", ([Self.before] + between + [Self.after, Self.after]).map(Adding.line).joined())
    for round in 0..<4 {
      var errors: [InputError] = []
      let summary = try Adding.file(file, to: store, workers: Adding.worker) { errors.append($0) }
      #expect(errors.map(\.code) == [.duplicateID, .duplicateID])
      #expect(Set(errors.map(\.line)) == [1002, 1003] && errors.map(\.id) == ["x", "x"])
      #expect(summary.added == (round == 0 ? 1001 : 0) && summary.unchanged == (round == 0 ? 0 : 1001))
      #expect(summary.changed == 0)
    }
    #expect(try store.count("article") == 1001 && store.count("reading") == 1001)
    #expect(try store.quotes(Self.agreement).quotes.map(\.text) == ["سنوقع الاتفاق القديم غدا"])
  }
}
