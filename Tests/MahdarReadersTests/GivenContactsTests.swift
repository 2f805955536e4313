import Mahdar
import Testing

@testable import MahdarReaders

@Test func spansOfScalarsBecomeSpansOfBytes() {
  let content = String(repeating: "أ😀a\n", count: 100)
  let places = ScalarPlaces(Array(content.utf8))
  let scalars = Array(content.unicodeScalars)
  for (start, end) in [(0, 0), (0, 1), (1, 2), (63, 65), (64, 200), (399, 400), (0, 400), (400, 400)] {
    let bytes = places.bytes(TextSpan(Int32(start), Int32(end)))
    let before = String(String.UnicodeScalarView(scalars[..<start])).utf8.count
    let inside = String(String.UnicodeScalarView(scalars[start..<end])).utf8.count
    #expect(bytes == TextSpan(Int32(before), Int32(before + inside)))
  }
  for (start, end) in [(-1, 2), (2, 1), (0, 401), (401, 401)] {
    #expect(places.bytes(TextSpan(Int32(start), Int32(end))) == nil)
  }
  #expect(places.first("a\nأ") == TextSpan(6, 10))
  #expect(places.first("b") == nil && places.first("a\0") == nil)
  #expect(ScalarPlaces([]).first("a") == nil && ScalarPlaces([]).bytes(TextSpan(0, 0)) == TextSpan(0, 0))
}
