import GRDB
import Mahdar
import Testing

@testable import MahdarStore

/// What a report costs does not grow with what is told of its contact already.
struct LinkingWorkTests {
  private let subjects = ["الطاقة", "الحدود", "المياه", "التجارة", "الهدنة", "الانتخابات", "اللاجئين"]

  private func report(_ number: Int) -> Article {
    Article(
      id: "r\(number)",
      text: """
        التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأمريكي مايك بومبيو في جنيف يوم 10 مارس 2019 \
        وبحثا \(subjects[number % 7]) و\(subjects[number / 7 % 7]).
        """, published: "2019-03-11", outlet: "صحيفة \(number % 9)")
  }

  /// Adds articles in batches to a store; returns the work for each.
  private func add(_ batches: [[Article]], to store: Store) throws -> [Linker.Work] {
    let pipeline = try Project.pipeline.get()
    return try store.database.writeWithoutTransaction { db in
      let now = "2025-01-01T00:00:00Z"
      let names = try NameWriter(db, terms: store.terms)
      let engine = Engine(pipeline)
      let writer = try ArticleWriter(db, engine: engine, names: names, now: now)
      let linker = try Linker(db, names: names, pipeline: pipeline, now: now)
      return try batches.map { batch in
        let before = linker.work
        try db.inTransaction(.immediate) {
          for article in batch {
            _ = try writer.write(ReadArticle(pipeline(article), pipeline, ContentHash(of: article)), linker)
          }
          try linker.link()
          return .commit
        }
        return Linker.Work(
          comparisons: linker.work.comparisons - before.comparisons, claims: linker.work.claims - before.claims)
      }
    }
  }

  private func batches(_ numbers: [Int], of size: Int) -> [[Article]] {
    stride(from: 0, to: numbers.count, by: size).map { numbers[$0..<min($0 + size, numbers.count)].map(report) }
  }

  @Test func aBatchCostsNoMoreThanTheOnesBeforeIt() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    let work = try add(batches(Array(0..<400), of: 40), to: store)
    let all = work.reduce(0) { $0 + $1.comparisons }
    // Each with each would be 80,000.
    #expect(all < 400 * Leaders.atMost, "\(work.map(\.comparisons))")
    let (early, late) = (work[2..<5].map(\.comparisons).reduce(0, +), work[7..<10].map(\.comparisons).reduce(0, +))
    #expect(late <= early * 3 / 2, "\(work.map(\.comparisons))")
    // One more, in a run of its own: what tells alike is read once.
    let one = try add([[report(400)]], to: store)[0]
    #expect(one.comparisons < 400 && one.claims <= 4, "\(one)")
    #expect(try store.texts("SELECT claims || ' ' || articles || ' ' || roots FROM contact") == ["401 401 1"])
  }

  private func links(_ store: Store) throws -> [String] {
    try store.texts(
      """
      SELECT a.digest || b.digest || verdict || link.score FROM link
        JOIN claim AS a ON a.id = link.claim JOIN claim AS b ON b.id = link.other
      UNION ALL SELECT a.digest || b.digest || verdict || follower.score FROM follower
        JOIN claim AS a ON a.id = follower.claim JOIN claim AS b ON b.id = follower.leader
      UNION ALL SELECT key || digest FROM block JOIN claim ON claim.id = block.claim ORDER BY 1
      """)
  }

  @Test func leadersAreTheSameInBatchesOfAnySize() throws {
    let scratch = try Scratch()
    let numbers = Array(0..<90)
    var seen: [[String]] = []
    for (index, size) in [90, 7, 30].enumerated() {
      let store = try Store(scratch.path("\(index).db"), .write, search: try Project.search.get())
      _ = try add(batches(index == 1 ? numbers.reversed() : numbers, of: size), to: store)
      seen.append(try store.record() + links(store))
      #expect(try store.count("follower") > 60)
    }
    #expect(seen[0] == seen[1] && seen[0] == seen[2])
  }

  @Test func leadersThatGoLeaveTheirPlaceToOthers() throws {
    let scratch = try Scratch()
    let search = try Project.search.get()
    let store = try Store(scratch.path("a.db"), .write, search: search)
    _ = try add(batches(Array(0..<60), of: 60), to: store)
    // Half of them are of other news now.
    let other = (0..<30).map { Article(id: "r\($0)", text: "لا جديد اليوم", published: "2019-03-11") }
    _ = try add([Array(other[0..<10]), Array(other[10...])], to: store)
    let fresh = try Store(scratch.path("b.db"), .write, search: search)
    _ = try add(batches(Array(30..<60), of: 30), to: fresh)
    #expect(try store.record() == fresh.record())
    #expect(try links(store) == links(fresh))
  }

  @Test func partingOneOfManyIsTakenBackWhole() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    let pipeline = try Project.pipeline.get()
    _ = try add(batches(Array(0..<60), of: 60), to: store)
    let (record, before) = (try store.record(), try links(store))
    let contact = try #require(try store.contacts().first)
    let now = "2025-01-02T00:00:00Z"
    _ = try store.decide(.split(contact: contact.id, reports: ["r7"]), reason: nil, now: now, pipeline: pipeline)
    #expect(Set(try store.contacts().map(\.articles)) == [1, 59])
    _ = try add([[report(60)]], to: store)
    #expect(try store.contacts().map(\.articles).sorted() == [1, 60])
    _ = try add([[Article(id: "r60", text: "لا جديد اليوم")]], to: store)
    _ = try store.undo(nil, reason: nil, now: now, pipeline: pipeline)
    #expect(try store.record() == record)
    #expect(try links(store) == before)
    // All that is told of it is there to see.
    let detail = try store.contact(contact.id, pipeline: pipeline)
    #expect(detail.reports.count == 60 && detail.why.count == 59)
    #expect(Wording(.en).support(detail.support) == "60 articles, 1 root (1 outlet)")
  }
}
