import Mahdar
import MahdarStore
import Testing

@testable import MahdarStore

struct ChangeTests {
  private static let plan =
    "من المقرر أن يلتقي وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في أنقرة يوم 20 أكتوبر."
  private static let held = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في أنقرة يوم 20 أكتوبر."

  /// A contact is called by the first of its claims: a report may give it another id, but it stays the one that was planned.
  @Test func aContactThatIsCalledAnewIsToldAsChanged() throws {
    var renamed = 0
    for number in 0..<8 {
      let scratch = try Scratch()
      let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
      func article(_ id: String, _ text: String, _ day: String) -> Article {
        Article(id: "\(id)-\(number)", title: "خبر", text: text, published: day, outlet: "صحيفة \(id) \(number)")
      }
      _ = try Adding.articles([article("plan", Self.plan, "2025-10-18")], to: store)
      let before = try #require(try store.contacts().first)
      #expect(before.status == "scheduled")
      _ = try Adding.articles([article("held", Self.held, "2025-10-21")], to: store)
      let now = try #require(try store.contacts().first)
      #expect(try store.contacts().count == 1 && now.status == "held")
      if now.id != before.id { renamed += 1 }
      let changes = try store.changes(since: "2000").changes.filter { $0.kind == "status" && $0.id == now.id }
      #expect(changes.map(\.before) == ["scheduled"] && changes.map(\.after) == ["held"])
    }
    // Which claim comes first is told by its digest: of so many pairs the second is for some.
    #expect(renamed > 0)
  }

  @Test(arguments: [
    ("2021-Q1", "2021-01-01", "2021-03-31"), ("2021-Q4", "2021-10-01", "2021-12-31"),
    ("2024-H1", "2024-01-01", "2024-06-30"),
    ("2024-W36", "2024-09-02", "2024-09-08"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2021", "2021-01-01", "2021-12-31"),
    ("2025-10-22/2025-10-23", "2025-10-22", "2025-10-23"),
  ])
  func datesHaveTheirDays(_ date: String, _ first: String, _ last: String) throws {
    let range = try #require(DayRange(date))
    #expect(range.first == first && range.last == last)
  }

  @Test(arguments: ["2021-Q5", "2021-H0", "2021-SP", "2021-13", "soon"])
  func whatNamesNoDaysHasNone(_ date: String) { #expect(DayRange(date) == nil) }
}
