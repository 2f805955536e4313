import Foundation
import Mahdar
import Testing

@testable import MahdarStore

/// Each filter finds what it is for, and nothing else.
struct ContactListTests {
  private let scratch: Scratch
  private let store: Store

  init() throws {
    scratch = try Scratch()
    store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles(
      [
        Article(
          id: "sochi",
          text: """
            أعلنت وزارة الخارجية الروسية في بيان أن الوزير سيرغي لافروف التقى نظيره الأميركي مايك بومبيو في سوتشي \
            يوم 14 مايو 2019، وبحث معه الملف النووي الإيراني.
            """, published: "2019-05-15", outlet: "صحيفة الأفق"),
        Article(
          id: "call", text: "أجرى لافروف اتصالا هاتفيا مع نظيره المصري سامح شكري يوم 3 فبراير 2021.",
          published: "2021-02-04", outlet: "الميزان"),
        Article(
          id: "munich",
          text: "يلتقي وزير الخارجية المصري سامح شكري نظيره الألماني هايكو ماس في ميونخ يوم 9 يونيو 2020.",
          published: "2020-06-07", outlet: "الميزان"),
        Article(
          id: "year", text: "التقى الرئيس الفرنسي إيمانويل ماكرون نظيره المصري عبد الفتاح السيسي في باريس عام 2020.",
          published: "2021-06-04", outlet: "الميزان"),
        Article(
          id: "undated", text: "التقى وزير الخارجية العماني بدر البوسعيدي نظيره الأردني أيمن الصفدي في مدينة صلالة.",
          outlet: "الأفق"),
      ], to: store)
  }

  private func ids(_ change: (inout ContactRequest) -> Void) throws -> [String] {
    var request = ContactRequest()
    change(&request)
    return try store.contacts(request).map { contact in
      try store.contact(contact.id, pipeline: Project.pipeline.get()).reports[0].article
    }
  }

  @Test func theNewestStandFirstAndTheUndatedLast() throws {
    #expect(try ids { _ in } == ["call", "munich", "year", "sochi", "undated"])
    #expect(try ids { $0.order = .oldest } == ["sochi", "year", "munich", "call", "undated"])
  }

  @Test(arguments: [
    ("سوتشي", ["sochi"]), ("Sochi", ["sochi"]), ("روسيا", ["sochi"]), ("Russia", ["sochi"]), ("RU", ["sochi"]),
    ("بافاريا", ["munich"]), ("Bavaria", ["munich"]), ("ألمانيا", ["munich"]), ("ظفار", ["undated"]),
    ("صلالة", ["undated"]), ("Oman", ["undated"]), ("France", ["year"]), ("باري", []), ("الإسكندرية", []),
  ])
  func aPlaceHoldsWhatLiesInIt(_ place: String, _ found: [String]) throws {
    #expect(try ids { $0.place = place } == found, "\(place)")
  }

  @Test func aRoughDateIsFoundOnlyWhereItIsAskedFor() throws {
    func days(_ from: String, _ to: String, loose: Bool = false, undated: Bool = false) throws -> [String] {
      try ids { request in
        request.from = from
        request.to = to
        request.isLoose = loose
        request.isUndated = undated
      }
    }
    #expect(try days("2020-06-09", "2020-06-09") == ["munich"])
    #expect(try days("2020-06-09", "2020-06-09", loose: true) == ["munich", "year"])
    #expect(try days("2020", "2020") == ["munich", "year"])
    #expect(try days("2020-06", "2020-06", undated: true) == ["munich", "undated"])
    #expect(try ids { $0.isUndated = true } == ["undated"])
    var request = ContactRequest()
    request.from = "2020-06-09"
    request.to = "2020-06-09"
    let list = try store.contactList(request)
    #expect(list.total == 1 && list.roughlyDated == 1)
  }

  @Test func statusFormSideAndPairAreFilters() throws {
    #expect(try ids { $0.statuses = ["scheduled"] } == ["munich"])
    #expect(try ids { $0.statuses = ["scheduled", "held"] }.count == 5)
    #expect(try ids { $0.forms = ["call", "message"] } == ["call"])
    #expect(try ids { $0.channels = ["secret"] }.isEmpty)
    #expect(try ids { $0.sides = ["EG", "روسيا"] } == ["call"])
    #expect(try ids { $0.sides = ["Germany"] } == ["munich"])
    #expect(try ids { $0.pairs = [["روسيا", "مصر"], ["لافروف", "بومبيو"]] } == ["call", "sochi"])
    #expect(throws: StoreError.self) { try ids { $0.statuses = ["done"] } }
    #expect(throws: StoreError.self) { try ids { $0.channels = ["private"] } }
    #expect(throws: StoreError.self) { try ids { $0.from = "yesterday" } }
  }

  @Test func whoTellsOfItAndWhatItWasAboutAreFilters() throws {
    #expect(try ids { $0.outlet = "الأفق" } == ["sochi", "undated"])
    #expect(try ids { $0.topic = "ملف نووي" } == ["sochi"])
    #expect(try ids { $0.topic = "اقتصاد" }.isEmpty)
    #expect(try ids { $0.source = "الخارجية الروسية" } == ["sochi"])
    #expect(try ids { $0.minScore = 1.1 }.isEmpty)
    #expect(try ids { $0.minScore = 0.1 }.count == 5)
  }

  @Test func anOutletIsFoundByEachOfItsNames() throws {
    _ = try Adding.articles(
      [
        Article(
          id: "okaz",
          text: "التقى أمير الكويت الرئيس اللبناني ميشال عون يوم 3 فبراير 2018، وقال عون: «لا بديل عن الحوار».",
          published: "2018-02-04", outlet: "Okaz")
      ], to: store)
    var quotes = QuoteRequest()
    for name in ["عكاظ", "صحيفة عكاظ", "Okaz", "okaz"] {
      #expect(try ids { $0.outlet = name } == ["okaz"], "\(name)")
      quotes.filter.outlet = name
      #expect(try store.quotes(quotes).quotes.map(\.article) == ["okaz"], "\(name)")
      var search = SearchRequest("الحوار")
      search.filter.outlet = name
      #expect(try store.search(search).hits.map(\.id) == ["okaz"], "\(name)")
    }
    #expect(try ids { $0.outlet = "الرياض" }.isEmpty)
  }

  @Test func theTotalIsToldHoweverFewAreShown() throws {
    for (limit, shown) in [(0, 0), (2, 2), (9, 5)] {
      var request = ContactRequest()
      request.limit = limit
      let list = try store.contactList(request)
      #expect(list.contacts.count == shown && list.total == 5)
    }
    #expect(try store.changes(since: "2000").total == 5)
    var request = ContactRequest()
    request.with = ["ماكرون"]
    #expect(try store.changes(since: "2000", request).changes.map(\.contact?.place) == ["باريس"])
  }

  @Test func keysWithoutValueAreNull() throws {
    let contacts = try store.contacts()
    let json = try JSONEncoder().encode(contacts)
    let rows = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    #expect(Set(rows.map { $0.keys.sorted() }).count == 1)
    #expect(rows.last?["date"] is NSNull && rows.last?["partOf"] is NSNull)
    let parties = rows.flatMap { $0["parties"] as? [[String: Any]] ?? [] }
    #expect(Set(parties.map { $0.keys.sorted() }).count == 1)
  }

  @Test func aPageIsOfOneWho() throws {
    _ = try Adding.articles(
      [
        Article(
          id: "namesake", text: "التقى وزير التجارة التونسي منصف شكري السفير الياباني في تونس يوم 2 مارس 2018.",
          published: "2018-03-03")
      ], to: store)
    #expect(try store.person("سامح شكري").total == 2)
    #expect(try store.person("Sameh Shoukry").total == 2)
    let error = #expect(throws: StoreError.self) { try store.person("شكري") }
    guard case .several(_, let bearers)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bearers.count == 2 && bearers[0].contains("سامح شكري") && bearers[1].contains("منصف شكري"))
    // The id that is told with each leads to one.
    let id = try #require(bearers[1].split(separator: " ").first { $0.hasPrefix("local:") })
    #expect(try store.person(String(id)).total == 1)
  }

  @Test func theSameWordsInSeveralPapersAreOneQuote() throws {
    let words = "قال وزير الخارجية الروسي سيرغي لافروف: «لا سبيل غير الحوار»."
    _ = try Adding.articles(
      [
        Article(id: "late", text: words + " وأضاف أن بلاده مستعدة.", published: "2022-01-03", outlet: "الضحى"),
        Article(id: "early", text: words, published: "2022-01-02", outlet: "البيان الجديد"),
        Article(
          id: "other", text: words.replacing("الحوار", with: "التفاوض"), published: "2022-01-02", outlet: "الضحى"),
      ], to: store)
    var request = QuoteRequest()
    request.kind = "direct"
    let list = try store.quotes(request)
    #expect(list.total == 2 && list.quotes.map(\.article) == ["early", "other"])
    #expect(list.quotes.first?.articles == ["early", "late"])
    #expect(list.quotes.first?.outlets == ["البيان الجديد", "الضحى"])
    request.filter.outlet = "الضحى"
    #expect(try store.quotes(request).total == 2)
    request.limit = 1
    #expect(try store.quotes(request).quotes.count == 1)
  }
}
