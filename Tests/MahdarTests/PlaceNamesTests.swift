import Foundation
import Mahdar
import Testing

/// City ⊂ region ⊂ country, in Arabic and Latin letters.
struct PlaceNamesTests {
  private static let places = Result {
    try SearchLexicon(reading: Examples.root.appending(path: "Data").path).places
  }

  @Test(arguments: [
    ("ألاسكا", "أنكوراج"), ("Alaska", "أنكوراج"), ("الضفة الغربية", "رام الله"), ("قطاع غزة", "خان يونس"),
    ("إقليم كردستان العراق", "أربيل"), ("Kurdistan Iraq", "دهوك"), ("دارفور", "نيالا"), ("صعيد مصر", "أسيوط"),
    ("شبه جزيرة سيناء", "العريش"), ("Bavaria", "ميونخ"), ("كاليفورنيا", "سان فرانسيسكو"), ("Sicily", "باليرمو"),
  ])
  func regionsHoldTheirCities(_ region: String, _ city: String) throws {
    let areas = try Self.places.get().areas(called: region)
    #expect(areas.contains { $0.names.contains(Spelling.folded(city)) }, "\(region): \(areas)")
    #expect(!areas.contains { $0.names.contains(Spelling.folded("لندن")) })
  }

  @Test(arguments: [
    ("Geneva", "جنيف"), ("Abu Ghurayb", "أبو غريب"), ("Şabyā", "صبيا"), ("sanaa", "صنعاء"), ("مدينة سوتشي", "سوتشي"),
  ])
  func citiesAreFoundBySeveralNames(_ name: String, _ city: String) throws {
    #expect(try Self.places.get().areas(called: name).contains { $0.names.contains(Spelling.folded(city)) })
  }

  @Test func citiesOfOneNameAreToldApartByCountry() throws {
    let countries = try Self.places.get().areas(called: "الإسكندرية").map(\.country)
    #expect(countries == ["EG", "US"])
  }

  @Test func countriesAreFoundByNameAndCode() throws {
    let places = try Self.places.get()
    #expect(["Saudi Arabia", "SA", "SAU", "saudi arabia"].map(places.country) == Array(repeating: "SA", count: 4))
    #expect(places.country("Narnia") == nil && places.areas(called: "Narnia").isEmpty)
  }

  @Test func theKindOfAPlaceIsNoPartOfItsName() throws {
    let places = try Self.places.get()
    #expect(places.bare("العاصمة كابول") == "كابول" && places.bare("مدينة") == "مدينه")
  }
}
