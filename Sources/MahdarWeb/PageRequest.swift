import Foundation
import Mahdar

/// What a page is asked with: its place, and what stands behind the question mark.
struct PageRequest: Sendable {
  /// The longest value that counts; more is cut off by nobody by accident.
  static let longest = 2000
  static let mostValues = 60

  var language: Wording.Language
  /// The parts of the path behind the language.
  var path: [String] = []
  /// In the order in which they stand.
  var query: [(name: String, value: String)] = []
  var isJSON = false
  var preferences = Preferences()
  var visit: Visit
  /// `YYYY-MM-DD`.
  var today: String
  /// Whether an empty store can be looked at through the samples.
  var offersSamples = false
  /// What was sent along, of forms.
  var form: [(name: String, value: String)] = []

  /// The first value of a name that says something.
  subscript(name: String) -> String? {
    query.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  func values(_ name: String) -> [String] { query.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

  /// A whole number, within bounds.
  func number(_ name: String, _ bounds: ClosedRange<Int>, or value: Int) -> Int {
    self[name].flatMap { Int($0) }.map { min(max($0, bounds.lowerBound), bounds.upperBound) } ?? value
  }

  /// The pairs of a query or form, decoded.
  ///
  /// - Errors: `PageError` where there are too many, or one is too long.
  static func pairs(_ text: String, longest: Int = Self.longest) throws(PageError) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for part in text.split(separator: "&") {
      guard pairs.count < mostValues else { throw .tooLong }
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let decoded = sides.map { decode(String($0).replacing("+", with: " ")) }
      guard decoded.allSatisfy({ $0.utf8.count <= longest }) else { throw .tooLong }
      pairs.append((decoded[0], decoded.count > 1 ? decoded[1].trimmingCharacters(in: .whitespacesAndNewlines) : ""))
    }
    return pairs
  }

  /// Percent signs decoded; bytes that are no UTF-8 become replacement characters.
  static func decode(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

  static func encode(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: plain) ?? "" }

  static func encode(_ query: [(name: String, value: String)]) -> String {
    query.map { encode($0.name) + "=" + encode($0.value) }.joined(separator: "&")
  }
}

/// Why a page can't be shown; everything else that goes wrong is a `StoreError`.
enum PageError: Error, Sendable {
  /// There is no such page.
  case missing
  case tooLong
  /// So many ask that this one has to wait.
  case busy
  case forbidden(String)
  case method
}
