import Testing

@testable import Mahdar

/// How a contact's account grows, report by report.
struct StoryTests {
  private static func entries(_ claims: [RecordClaim]) throws -> [StoryEntry] {
    let pipeline = try Reports.pipeline()
    let profiles = try Reports.profiles(claims)
    return pipeline.story(of: pipeline.record(of: profiles), profiles)
  }

  private static func kinds(_ entry: StoryEntry) -> [StoryEntry.Change.Field: StoryEntry.Change.Kind] {
    Dictionary(entry.changes.map { ($0.field, $0.kind) }) { first, _ in first }
  }

  private static func report(
    _ article: String, _ published: String, _ status: ContactStatus, _ date: String?, _ place: RecordClaim.Place?
  ) -> RecordClaim {
    Reports.claim(
      article, published, .meeting, status, [Reports.minister, Reports.american], date: date, place: place)
  }

  @Test func eachReportTellsWhatNoneBeforeItDid() throws {
    let entries = try Self.entries([
      Self.report("a1", "2019-12-01", .scheduled, "2019-12", .init(name: "روسيا", country: "RU")),
      Self.report("a2", "2019-12-02", .scheduled, "2019-12-10", Reports.sochi),
      Self.report("a3", "2019-12-03", .scheduled, "2019-12-10", Reports.sochi),
      Self.report("a4", "2019-12-11", .held, "2019-12-11", Reports.washington),
    ])
    #expect(Self.kinds(entries[0]) == [.participants: .adds, .date: .adds, .place: .adds])
    #expect(Self.kinds(entries[1]) == [.date: .finer, .place: .finer])
    #expect(entries[2].changes.isEmpty && entries[2].step == nil)
    #expect(Self.kinds(entries[3]) == [.date: .against, .place: .against])
  }

  @Test func aDayThatWasPutOffIsMovedNotContradicted() throws {
    let entries = try Self.entries([
      Self.report("a1", "2019-12-01", .scheduled, "2019-12-10", nil),
      Self.report("a2", "2019-12-09", .postponed, "2019-12-10", nil),
      Self.report("a3", "2019-12-20", .held, "2019-12-19", nil),
    ])
    #expect(Self.kinds(entries[2]) == [.date: .moved])
    #expect(entries.map(\.step) == [0, 1, 2])
    let moved = try Reports.record([
      Self.report("a1", "2019-12-01", .scheduled, "2019-12-10", nil),
      Self.report("a2", "2019-12-09", .postponed, "2019-12-10", nil),
      Self.report("a3", "2019-12-20", .held, "2019-12-19", nil),
    ])
    // The day of the event stands, and the old one is no conflict.
    #expect(moved.date == "2019-12-19" && moved.conflicts.isEmpty)
  }
}
