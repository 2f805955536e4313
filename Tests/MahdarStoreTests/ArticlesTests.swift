import Mahdar
import Testing

@testable import MahdarStore

/// What is in the store, and what is taken out of it or replaced.
struct ArticlesTests {
  private let scratch: Scratch
  private let store: Store
  private let pipeline: Pipeline
  private let now = "2025-01-02T00:00:00Z"
  private static let meeting =
    "اجتمع وزير الخارجية الإسباني خوسيه مانويل ألباريس مع نظيره المغربي ناصر بوريطة في الرباط يوم 12 أبريل 2022."
  private static let articles = [
    Article(id: "rabat", text: meeting, published: "2022-04-13", outlet: "البيان"),
    Article(id: "copy", text: meeting, published: "2022-04-14", outlet: "الراية"),
    Article(
      id: "visit", text: "قال ألباريس: «نرحب بالحوار مع شركائنا».", published: "2022-06-01", outlet: "البيان"),
    Article(id: "undated", title: "عنوان", text: "خبر قصير بلا يوم."),
  ]

  init() throws {
    scratch = try Scratch()
    pipeline = try Project.pipeline.get()
    store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles(Self.articles, to: store)
  }

  private func remove(_ article: String) throws -> Decided {
    try store.decide(.remove(article: article), reason: "test", now: now, pipeline: pipeline)
  }

  private func undo() throws { _ = try store.undo(nil, reason: nil, now: now, pipeline: pipeline) }

  private var ids: [String] { get throws { try store.articles().articles.map(\.id) } }

  @Test func articlesAreListedTheNewestFirst() throws {
    #expect(try ids == ["visit", "copy", "rabat", "undated"])
    let shown = try store.articles(limit: 1)
    #expect(shown.articles.map(\.id) == ["visit"] && shown.total == 4)
    #expect(try store.articles().articles.map(\.contacts)[1...] == [1, 1, 0])
    var filter = ArticleFilter()
    filter.outlet = "البيان"
    filter.to = "2022-04"
    #expect(try store.articles(filter).articles.map(\.id) == ["rabat"])
    filter = ArticleFilter()
    filter.isUndated = true
    #expect(try store.articles(filter).articles.map(\.id) == ["undated"])
  }

  @Test func copiesStandBehindTheFirst() throws {
    let copies = try store.articles(copies: true)
    #expect(copies.articles.map(\.id) == ["rabat", "copy"] && copies.total == 2)
    #expect(copies.articles.map(\.copyOf) == [nil, "rabat"])
    #expect(try store.article("copy").copies == ["rabat"])
  }

  @Test func anArticleIsFoundByIdBeginningAndFile() throws {
    #expect(try store.article("und").id == "undated")
    let file = try scratch.file("b.txt", "نص")
    _ = try Adding.file(file, to: store)
    #expect(try store.article(scratch.url.path + "/./b.txt").id == file)
    for wrong in ["", "x", "r4"] { #expect(throws: StoreError.self, "\(wrong)") { try store.article(wrong) } }
  }

  @Test func whatIsTakenOutIsInNoAnswer() throws {
    let before = try store.record()
    let contact = try #require(try store.contacts().first)
    for article in ["rabat", "copy"] { _ = try remove(article) }
    #expect(try ids == ["visit", "undated"])
    #expect(try store.contacts().isEmpty && store.search(SearchRequest("بوريطة")).hits.isEmpty)
    #expect(throws: StoreError.self) { try store.person("بوريطة") }
    #expect(throws: StoreError.self) { try store.contact(contact.id, pipeline: pipeline) }
    #expect(try store.article("rabat").removal?.reason == "test")
    // Names that another article uses stay.
    #expect(try store.person("ألباريس").articles == 1)
    #expect(throws: StoreError.self) { try remove("rabat") }
    try undo()
    try undo()
    #expect(try ids == ["visit", "copy", "rabat", "undated"])
    #expect(try store.record() == before)
    #expect(try store.search(SearchRequest("بوريطة")).hits.count == 2)
    #expect(try store.person("بوريطة").articles == 2)
    #expect(try store.texts("PRAGMA foreign_key_check").isEmpty)
  }

  @Test func aContactOfSeveralReportsKeepsTheOthersAndItsIds() throws {
    let contact = try #require(try store.contacts().first)
    let first = try #require(
      try store.contact(contact.id, pipeline: pipeline).reports.first { "c" + $0.claim == contact.id })
    _ = try remove(first.article)
    #expect(try store.contacts().map(\.articles) == [1])
    let left = try #require(try store.contacts().first)
    #expect(left.id != contact.id)
    #expect(try store.contact(contact.id, pipeline: pipeline).contact.id == left.id)
    #expect(try store.contact(String(contact.id.prefix(6)), pipeline: pipeline).contact.id == left.id)
  }

  @Test func whatWasTakenOutStaysOut() throws {
    _ = try remove("rabat")
    var changed = Self.articles
    changed[0].text += " وانتهى اللقاء."
    for articles in [Self.articles, changed] {
      let summary = try Adding.articles(articles, to: store)
      #expect(summary.removed == 1 && summary.unchanged == 3 && summary.added == 0 && summary.changed == 0)
    }
    // When the record is linked anew and the index made anew, too.
    try store.execute("UPDATE setting SET value = '0'")
    let renewed = try Store(store.path, .write, search: try Project.search.get())
    _ = try Adding.articles([], to: renewed)
    #expect(try renewed.search(SearchRequest("بوريطة")).hits.map(\.id) == ["copy"])
    #expect(try renewed.contacts().map(\.articles) == [1])
  }

  @Test func aReplacedTextDoesNotComeBack() throws {
    let before = try store.record()
    let file = try scratch.file("new.txt", "اجتمع ألباريس وبوريطة في طنجة أمس.")
    func replace(_ article: String, by file: String) throws -> Decided {
      try store.replace(article, by: file, reason: "test", now: now, pipeline: pipeline) { published in
        {
          try WorkerProcess(
            program: Project.program.path,
            arguments: ["worker", "--data=" + Project.root.appending(path: "Data").path]
              + (published.map { ["--published=" + $0] } ?? []))
        }
      }
    }
    _ = try replace("rabat", by: file)
    let detail = try store.article("rabat")
    #expect(detail.text.contains("طنجة") && detail.published == "2022-04-13" && detail.otherTexts == 1)
    #expect(try Adding.articles(Self.articles, to: store).unchanged == 4)
    #expect(try store.article("rabat").text.contains("طنجة"))
    #expect(throws: StoreError.self, "the same text") { try replace("rabat", by: file) }
    let other = try scratch.file("other.jsonl", #"{"id":"other","text":"نص"}"#)
    let error = #expect(throws: StoreError.self) { try replace("rabat", by: other) }
    #expect(error?.description.contains("is not 'rabat'") == true)
    #expect(throws: StoreError.self) { try replace("nobody", by: file) }
    try undo()
    #expect(try store.article("rabat").text == Self.meeting)
    #expect(try store.record() == before)
  }
}
