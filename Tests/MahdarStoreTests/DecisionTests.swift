import Foundation
import Mahdar
import MahdarStore
import Testing

@testable import MahdarStore

struct DecisionTests {
  private let scratch: Scratch
  private let store: Store
  private let pipeline: Pipeline
  private let now = "2025-01-02T00:00:00Z"

  init() throws {
    scratch = try Scratch()
    pipeline = try Project.pipeline.get()
    store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles(
      [
        Article(
          id: "one",
          text: "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأميركي مايك بومبيو في سوتشي يوم 14 مايو 2019.",
          published: "2019-05-15", outlet: "أ"),
        Article(
          id: "two", text: "اجتمع سيرغي لافروف مع مايك بومبيو في سوتشي في 14 مايو 2019.", published: "2019-05-16",
          outlet: "ب"),
        Article(
          id: "three",
          text: "استقبل الرئيس الفرنسي إيمانويل ماكرون نظيره المصري عبد الفتاح السيسي في باريس يوم 3 يونيو 2020.",
          published: "2020-06-04", outlet: "ج"),
      ], to: store)
  }

  private func decide(_ decision: HumanDecision, reason: String? = nil) throws -> Decided {
    try store.decide(decision, reason: reason, now: now, pipeline: pipeline)
  }

  private func undo() throws { _ = try store.undo(nil, reason: nil, now: now, pipeline: pipeline) }

  private var record: [String] { get throws { try store.contacts().map { "\($0.id) \($0.articles)" } } }

  @Test func reportsOfOneMeetingAreOneContact() throws {
    let contacts = try store.contacts()
    #expect(contacts.map(\.articles) == [1, 2])
    #expect(contacts.last?.date == "2019-05-14")
  }

  @Test func mergingAndUndoingComeBackToTheStart() throws {
    let before = try record
    let contacts = try store.contacts()
    _ = try decide(.merge(contacts.map(\.id)), reason: "test")
    #expect(try store.contacts().map(\.articles) == [3])
    // Both ids still lead to it.
    for contact in contacts { #expect(try store.contact(contact.id, pipeline: pipeline).reports.count == 3) }
    try undo()
    #expect(try record == before)
  }

  @Test func splittingPartsReportsForGood() throws {
    let before = try record
    let contact = try #require(try store.contacts().last)
    _ = try decide(.split(contact: contact.id, reports: ["two"]))
    #expect(try store.contacts().map(\.articles) == [1, 1, 1])
    // It survives another engine's reading.
    try store.execute("UPDATE engine SET version = 'mahdar 0.0.1'")
    _ = try Adding.articles(
      [
        Article(
          id: "two", text: "اجتمع سيرغي لافروف مع مايك بومبيو في سوتشي في 14 مايو 2019.", published: "2019-05-16",
          outlet: "ب")
      ], to: store)
    #expect(try store.contacts().map(\.articles) == [1, 1, 1])
    try undo()
    #expect(try record == before)
  }

  @Test func rejectedContactsAreGoneUntilUndone() throws {
    let before = try record
    let contact = try #require(try store.contacts().first)
    _ = try decide(.reject(contact.id), reason: "no contact")
    #expect(try store.contacts().count == 1)
    try undo()
    #expect(try record == before)
    #expect(try store.decisions().map(\.kind) == ["undo", "reject"])
  }

  @Test func notesAndConfirmationsStandAtTheContact() throws {
    let contact = try #require(try store.contacts().last)
    _ = try decide(.note(contact: contact.id), reason: "seen")
    _ = try decide(.confirm(contact.id))
    let detail = try store.contact(contact.id, pipeline: pipeline)
    #expect(detail.notes == ["seen"] && detail.contact.isConfirmed)
    #expect(detail.why.count == 1)
  }

  @Test func namesLeadToPeopleHoweverTheyAreWritten() throws {
    for name in ["لافروف", "Lavrov", "بلافروف", "سيرغي لافروف", "Q58217", "RU", "روسيا"] {
      var request = ContactRequest()
      request.with = [name, "بومبو"]
      #expect((try? store.contacts(request).count) == 1, "\(name)")
    }
    var request = ContactRequest()
    request.with = ["لافروب"]
    let error = #expect(throws: StoreError.self) { try store.contacts(request) }
    #expect(error?.description.contains("did you mean") == true && error?.description.contains("لافروف") == true)
  }

  @Test(arguments: [
    ("متى التقى لافروف بومبيو آخر مرة؟", "عُقد اللقاء بين سيرغي لافروف ومايك بومبيو في سوتشي في 14 مايو/أيار 2019."),
    ("كم مرة التقى لافروف بومبيو؟", "في السجل لقاء واحد بين سيرغي لافروف ومايك بومبيو."),
    ("هل التقى لافروف ماكرون؟", "لا، ليس في السجل لقاء بين سيرغي لافروف وإيمانويل ماكرون."),
    (
      "When did Lavrov meet Pompeo?",
      "The meeting between Sergey Lavrov and Mike Pompeo took place in Sochi on 14 May 2019."
    ),
    (
      "هل التقى السيسي ماكرون في 2020؟",
      "نعم، عُقد اللقاء بين إيمانويل ماكرون وعبد الفتاح السيسي في باريس في 3 يونيو/حزيران 2020."
    ),
    ("من التقى ماكرون في باريس؟", "كان اللقاء مع عبد الفتاح السيسي، في باريس في 3 يونيو/حزيران 2020."),
    ("من التقى ماكرون في لندن؟", "ليس في السجل لقاء لـ«إيمانويل ماكرون» في لندن."),
    ("متى يلتقي لودريان شكري؟", "اللقاء بين جان إيف لودريان وسامح شكري مقرر في القاهرة في 9 يونيو/حزيران 2020."),
    ("هل التقى لافروف فيدان؟", "لا، أُجّل اللقاء بين سيرغي لافروف وهاكان فيدان."),
    ("ما مصير لقاء لافروف وفيدان؟", "أُجّل اللقاء بين سيرغي لافروف وهاكان فيدان."),
  ])
  func questionsAreAnsweredFromTheRecord(_ question: String, _ answer: String) throws {
    _ = try Adding.articles(
      [
        Article(
          id: "four",
          text: "تأجل اللقاء بين وزير الخارجية الروسي سيرغي لافروف ونظيره التركي هاكان فيدان في أنقرة.",
          published: "2024-06-04", outlet: "ج"),
        Article(
          id: "five",
          text: "يلتقي وزير الخارجية الفرنسي جان إيف لودريان نظيره المصري سامح شكري في القاهرة يوم 9 يونيو 2020.",
          published: "2020-06-07", outlet: "ج"),
      ], to: store)
    let given = try store.ask(
      question, pipeline: pipeline, folder: Project.data, now: "2025-01-01")
    #expect(given.answer == answer)
    #expect(given.isInRecord != given.sources.isEmpty)
  }

  @Test func queriesCanOnlyRead() throws {
    let reader = try Store(store.path, .read, search: try Project.search.get())
    func rows(_ sql: String) throws -> [[QueryValue]] {
      var rows: [[QueryValue]] = []
      try reader.query(sql, columns: { _ in }, row: { rows.append($0) })
      return rows
    }
    #expect(try rows("SELECT count(*) FROM words WHERE words MATCH 'باريس'") == [[.integer(1)]])
    for sql in [
      "DELETE FROM contact", "PRAGMA journal_mode = delete; DROP TABLE contact", "BEGIN", "COMMIT", "VACUUM",
      "ATTACH 'other.db' AS other", "PRAGMA query_only = 0; DELETE FROM contact",
    ] {
      #expect(throws: StoreError.self, "\(sql)") { try rows(sql) }
    }
    #expect(try store.count("contact") == 2)
  }
}
