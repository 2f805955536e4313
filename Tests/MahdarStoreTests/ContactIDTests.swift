import Mahdar

import Testing

@testable import MahdarStore

/// Whatever id a contact had leads to it.
struct ContactIDTests {
  private let scratch: Scratch
  private let store: Store
  private let pipeline: Pipeline
  private static let articles = [
    Article(
      id: "rome", text: "التقى وزير الخارجية الإيطالي أنطونيو تاياني نظيره التونسي نبيل عمار في روما يوم 4 مارس 2023.",
      published: "2023-03-05", outlet: "أ"),
    Article(
      id: "oslo",
      text: "استقبل رئيس الوزراء النرويجي يوناس غار ستوره الرئيس الفنلندي ساولي نينيستو في أوسلو في 9 مايو 2022.",
      published: "2022-05-10", outlet: "ب"),
    Article(
      id: "doha",
      text: "اجتمع وزير الخارجية القطري محمد بن عبد الرحمن مع نظيره العماني بدر البوسعيدي في الدوحة يوم 1 فبراير 2021.",
      published: "2021-02-02", outlet: "ج"),
  ]

  init() throws {
    scratch = try Scratch()
    pipeline = try Project.pipeline.get()
    store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles(Self.articles, to: store)
  }

  private func decide(_ decision: HumanDecision, reason: String? = nil) throws -> Decided {
    try store.decide(decision, reason: reason, now: "2025-01-02T00:00:00Z", pipeline: pipeline)
  }

  private func id(_ id: String) throws -> String { try store.contact(id, pipeline: pipeline).contact.id }

  @Test func everyFormerIdAndItsBeginningLeadToTheMergedContact() throws {
    let ids = try store.contacts().map(\.id)
    #expect(ids.count == 3)
    let first = try decide(.merge([ids[0], String(ids[1].prefix(6))]))
    let second = try decide(.merge([String(ids[0].prefix(5)), String(ids[1].prefix(12)), ids[2]]))
    #expect(first.contacts.count == 1 && second.contacts.count == 1)
    for former in ids {
      for beginning in [former, String(former.prefix(8)), String(former.prefix(5))] {
        #expect(try id(beginning) == second.contacts[0], "\(beginning)")
        #expect(try decide(.note(contact: beginning), reason: "seen").contacts == second.contacts)
      }
    }
  }

  @Test func formerIdsHoldWhenArticlesAreReadAnewAndTheRecordIsLinkedAnew() throws {
    let ids = try store.contacts().map(\.id)
    let merged = try decide(.merge(ids)).contacts
    // The article changes, and with it the claim that gave the contact its id.
    let changed = try #require(
      Self.articles.first { article in
        (try? store.contact(merged[0], pipeline: pipeline).reports.contains {
          $0.article == article.id && "c" + $0.claim == merged[0]
        }) == true
      })
    try store.execute(
      "UPDATE engine SET version = 'mahdar 0.0.1'; UPDATE setting SET value = '0' WHERE name = 'linking'")
    var other = changed
    other.text += " وقال بيان إن اللقاء تناول التعاون."
    other.title = "لقاء"
    _ = try Adding.articles([other], to: store)
    for former in ids {
      #expect(try id(former) == id(String(former.prefix(7))), "\(former)")
    }
  }

  @Test func splittingTellsTheContactsThatItMakes() throws {
    let ids = try store.contacts().map(\.id)
    let merged = try decide(.merge([ids[0], ids[1]]))
    let parted = try decide(.split(contact: merged.contacts[0], reports: ["oslo"]))
    #expect(parted.contacts.count == 2)
    // One that an earlier decision keeps apart stays so, and it is told.
    #expect(try decide(.merge(parted.contacts)).contacts.count == 2)
  }

  @Test func whatWasTakenOutLeadsToNoOther() throws {
    let both = Article(
      id: "both", text: Self.articles[0].text + "\n\n" + Self.articles[1].text, published: "2023-03-06", outlet: "د")
    _ = try Adding.articles([both], to: store)
    let contact = try #require(try store.contacts().first { $0.date == "2021-02-01" })
    _ = try decide(.reject(contact.id))
    let error = #expect(throws: StoreError.self) { try id(contact.id) }
    #expect(error?.description.contains("there was one") == true)
    #expect(throws: StoreError.self) { try id(String(contact.id.prefix(6))) }
    #expect(throws: StoreError.self) { try id("c") }
    #expect(throws: StoreError.self) { try id("") }
  }
}
