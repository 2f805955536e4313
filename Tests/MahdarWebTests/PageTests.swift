import Foundation
import Mahdar
import MahdarStore
import Testing

@testable import MahdarWeb

struct PageTests {
  private static let paths = [
    "", "contacts", "timeline", "calendar?month=2025-10", "people", "people?name=فؤاد", "person?id=QA",
    "person?id=Q56704276", "pair?of=QA&of=SG", "network", "network?by=people", "statements",
    "statements?speaker=فؤاد%20حسين&compare=1",
    "conflicts", "articles", "sources", "search", "search?q=متى%20التقى%20فؤاد%20حسين%20هاكان%20فيدان؟", "try", "about",
    "style",
    "contacts?status=held&side=IQ&sort=oldest", "contacts?text=لقاء",
  ]

  @Test(arguments: paths, [Wording.Language.ar, .en])
  func pagesAreWhole(_ path: String, _ language: Wording.Language) throws {
    let page = try TestDesk.samples.get().html(path, language)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>"))
    #expect(page.contains("<html lang=\"\(language.rawValue)\" dir=\"\(language == .ar ? "rtl" : "ltr")\""))
    #expect(page.utf8.count <= 150_000)
    // What lacks is told by nothing, not by a word of the program's.
    #expect(page.firstMatch(of: />\s*(false|true|nil)\s*</) == nil)
    #expect(!page.contains("Optional(") && !page.contains("{{"))
  }

  @Test(arguments: paths)
  func valuesAreTheSameForPrograms(_ path: String) throws {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let json = (parts.first.map { $0.isEmpty ? "" : $0 + ".json" } ?? "") + (parts.count > 1 ? "?" + parts[1] : "")
    guard !json.isEmpty else { return }
    #expect(try TestDesk.samples.get().json(json) is [String: Any] || TestDesk.samples.get().json(json) is [Any])
  }

  @Test func contactsAreFilteredByTheAddress() throws {
    let desk = try TestDesk.samples.get()
    func total(_ query: String) throws -> Int {
      let value = try #require(desk.json("contacts.json" + query) as? [String: Any])
      return try #require((value["list"] as? [String: Any])?["total"] as? Int)
    }
    let all = try total("")
    #expect(try total("?status=held") + total("?status=underway,scheduled,proposed,postponed,cancelled,denied") == all)
    #expect(try total("?side=IQ") < all && total("?side=IQ") > 0)
    #expect(try total("?side=IQ&side=TR") <= total("?side=IQ"))
    #expect(try total("?between=2025") == desk.desk.store.contactList(Self.year("2025")).total)
    #expect(try total("?conflicts=1") == 1)
    #expect(try total("?text=طريق%20التنمية") > 0)
  }

  private static func year(_ year: String) -> ContactRequest {
    var request = ContactRequest()
    (request.from, request.to) = (year, year)
    return request
  }

  /// What is counted beside a list is what following it finds.
  @Test func facetsTellWhatTheyLeadTo() throws {
    let desk = try TestDesk.samples.get()
    let facets = try desk.desk.store.facets(.init())
    #expect(facets.statuses.map(\.count).reduce(0, +) == facets.counted)
    for choice in facets.sides {
      var request = ContactRequest()
      request.sides = [choice.value]
      #expect(try desk.desk.store.contactList(request).total == choice.count, "side \(choice.value)")
    }
    for choice in facets.statuses {
      var request = ContactRequest()
      request.statuses = [choice.value]
      #expect(try desk.desk.store.contactList(request).total == choice.count, "status \(choice.value)")
    }
  }

  @Test func listsGoOnFromPageToPage() throws {
    let desk = try TestDesk.samples.get()
    func ids(_ page: Int) throws -> [String] {
      let value = try #require(desk.json("contacts.json?page=\(page)") as? [String: Any])
      let contacts = try #require((value["list"] as? [String: Any])?["contacts"] as? [[String: Any]])
      return contacts.compactMap { $0["id"] as? String }
    }
    let (first, second) = (try ids(1), try ids(2))
    #expect(first.count == ContactQuery.rows && !second.isEmpty)
    #expect(Set(first).isDisjoint(with: second))
  }

  @Test func aContactTellsItsQuarrel() throws {
    let desk = try TestDesk.samples.get()
    var request = ContactRequest()
    request.isConflicting = true
    let contact = try #require(desk.desk.store.contactList(request).contacts.first)
    let page = try desk.html("contacts/" + contact.id)
    #expect(page.contains("عُقد لقاء بين"))
    #expect(page.contains("وفي رواية في "))
    #expect(page.contains("class=\"alt\""))
    #expect(try desk.html("contacts/" + contact.id, .en).contains("or, by another account, in "))
    // Every number leads to words that stand on the page.
    for match in page.matches(of: /class="ref \w+" href="#r(\d+)"/) { #expect(page.contains("id=\"r\(match.1)\"")) }
  }

  @Test func wordsAndFactsLeadToEachOther() throws {
    let desk = try TestDesk.samples.get()
    let articles = try #require(desk.json("articles.json") as? [String: Any])["articles"] as? [[String: Any]] ?? []
    for article in articles {
      let id = try #require(article["id"] as? String)
      let page = try desk.html("article?id=" + PageRequest.encode(id))
      for match in page.matches(of: /href="#(fd?s?\d+)"/) {
        #expect(page.contains("id=\"\(match.1)\""), "\(id): \(match.1)")
      }
      for match in page.matches(of: /<div class="fact" id="[\w]+"><a href="#(\w+)"/) {
        #expect(page.contains("id=\"\(match.1)\""), "\(id): \(match.1)")
      }
    }
  }

  @Test func whatIsNotThereSaysSo() throws {
    let desk = try TestDesk.samples.get()
    #expect(throws: PageError.self) { try desk.page("nowhere") }
    #expect(throws: StoreError.self) { try desk.page("contacts?between=soon") }
    #expect(throws: StoreError.self) { try desk.page("contacts/c00000") }
    #expect(throws: StoreError.self) { try desk.page("person?id=" + PageRequest.encode("لا أحد بهذا الاسم")) }
    let problem = try Pages.failed(
      .request("there is no contact 'x'"), .init(language: .ar, visit: Visit(nil, now: 0), today: "2025-10-22"),
      desk.desk)
    #expect(problem.status == 404)
  }

  /// Without a day of publication «أمس» has no day, and none is guessed.
  @Test func aTextIsTriedWithTheDayThatIsGiven() throws {
    let desk = try TestDesk.samples.get()
    let text = PageRequest.encode("التقى الوزير بدر البوسعيدي نظيره التركي هاكان فيدان في مسقط أمس.")
    #expect(try desk.html("try?text=\(text)&published=2025-10-22").contains("2025-10-21"))
    #expect(try !desk.html("try?text=\(text)").contains("2025-10-21"))
  }

  @Test func anEmptyStoreTellsHowToFillIt() throws {
    let desk = try TestDesk(nil)
    #expect(try desk.html("").contains("mahdar add Samples --store "))
    for path in [
      "contacts", "timeline", "calendar", "people", "network", "statements", "conflicts", "articles", "sources",
    ] {
      #expect(try desk.page(path).status == 200)
    }
  }

  @Test func timeRunsFromTheStartEdge() throws {
    let desk = try TestDesk.samples.get()
    func places(_ language: Wording.Language) throws -> [Double] {
      let page = try desk.html("timeline?with=" + PageRequest.encode("سيغريد هاوغلاند"), language)
      let broad = try #require(
        page.components(separatedBy: "class=\"broad").dropFirst().first?.components(separatedBy: "</svg>").first)
      return broad.matches(of: /<text x="([\d.]+)" y="19"/).compactMap { Double($0.1) }
    }
    let (arabic, english) = (try places(.ar), try places(.en))
    #expect(arabic.count > 1 && arabic == arabic.sorted(by: >))
    #expect(english.count > 1 && english == english.sorted())
  }

  @Test func aNetworkIsDrawnTheSameEachTime() throws {
    let desk = try TestDesk.samples.get()
    #expect(try desk.html("network") == desk.html("network"))
  }
}
