import Foundation
import Mahdar

/// Reads what a careful reader marked in an article: the member `gold` beside its text.
public enum GoldMarks {
  /// The words that the marks choose from.
  private static let allowed: [String: [String]] = [
    "contacts.form": ContactForm.allCases.map(\.rawValue),
    "contacts.status": ContactStatus.allCases.map(\.rawValue),
    "contacts.channel": ["official", "secret", "track-1.5", "track-2"],
    "contacts.participants.kind": ["person", "state", "organisation", "group"],
    "contacts.by.kind": ["outlet", "official", "anonymous", "document"],
    "statements.kind": ["direct", "indirect"],
    "dates.type": ["DATE", "TIME", "DURATION", "SET"],
  ]

  /// The marks of a line of JSON Lines.
  ///
  /// - Errors: `InputError` when the line is no JSON, has no `gold`, or marks that can't be compared.
  public static func read(_ line: UnsafeBufferPointer<UInt8>) throws(InputError) -> Marks {
    var scanner = JSONScanner(line)
    try scanner.expect("{")
    guard !scanner.take("}") else { throw missing }
    repeat {
      let key = try scanner.string()
      try scanner.expect(":")
      let value = try scanner.skipValue()
      if key == "gold" { return try marks(line[value]) }
    } while scanner.take(",")
    throw missing
  }

  /// The words of marks that stand nowhere in their article: slips of whoever marked, which no reading can meet.
  public static func strays(_ marks: Marks, in article: Article) -> [String] {
    let content = ScalarPlaces(Array(((article.title.map { $0 + "\n" } ?? "") + article.text).utf8))
    let words =
      marks.contacts.map(\.evidence) + marks.statements.map(\.text) + marks.dates.map(\.text)
      + marks.people.map(\.name)
    return words.filter { !$0.isEmpty && content.first($0) == nil }
  }

  private static var missing: InputError {
    InputError(.missingField, "\"gold\" is missing: add to the article what should be read in it")
  }

  private static func marks(_ json: Slice<UnsafeBufferPointer<UInt8>>) throws(InputError) -> Marks {
    let marks: Marks
    do {
      marks = try JSONDecoder().decode(Marks.self, from: Data(json))
    } catch {
      throw InputError(.badField, "\"gold\" can't be compared: \(InputError.problem(error, allowed: allowed)); mend it")
    }
    let counts = [marks.contacts.count, marks.statements.count, marks.dates.count, marks.people.count]
    guard counts.allSatisfy({ $0 <= Limits.marks }) else {
      throw InputError(.tooLong, "\"gold\" has more than \(Limits.marks) marks of one kind")
    }
    let kinds = allowed["contacts.participants.kind"] ?? []
    for (number, contact) in marks.contacts.enumerated() {
      for (place, party) in contact.participants.enumerated() where !kinds.contains(party.kind) {
        throw InputError(
          .badField,
          """
          "gold" can't be compared: "contacts.\(number + 1).participants.\(place + 1).kind" has a value that is not \
          allowed there: one of \(kinds.joined(separator: ", ")); mend it
          """)
      }
    }
    return marks
  }
}
