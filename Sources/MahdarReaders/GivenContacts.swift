import Foundation
import Mahdar

/// Reads the contacts that a line of JSON Lines gives beside its article, in the analysis format.
public enum GivenContacts {
  /// A contact as it was given and as the record takes it.
  public struct Given: Sendable {
    /// The object's bytes, as given.
    public var json: [UInt8]
    public var claim: RecordClaim
  }

  /// The contacts of a line, spans in UTF-8 bytes of `article`'s content; nil when it gives none.
  ///
  /// - Errors: `InputError` when the line is no JSON or `contacts` is not as the analysis format has it.
  public static func read(_ line: UnsafeBufferPointer<UInt8>, of article: Article) throws(InputError) -> [Given]? {
    var scanner = JSONScanner(line)
    try scanner.expect("{")
    if scanner.take("}") { return nil }
    repeat {
      let key = try scanner.string()
      try scanner.expect(":")
      if key == "contacts", scanner.peek() == UInt8(ascii: "[") {
        let objects = try objects(&scanner)
        let content = ScalarPlaces(Array(((article.title.map { $0 + "\n" } ?? "") + article.text).utf8))
        return try objects.enumerated().map { index, range throws(InputError) in
          try given(line[range], at: index, article, content)
        }
      }
      _ = try scanner.skipValue()
    } while scanner.take(",")
    return nil
  }

  private static func objects(_ scanner: inout JSONScanner) throws(InputError) -> [Range<Int>] {
    try scanner.expect("[")
    var objects: [Range<Int>] = []
    if scanner.take("]") { return objects }
    repeat {
      guard scanner.peek() == UInt8(ascii: "{") else {
        throw InputError(.badField, "\"contacts\" holds what is no object")
      }
      objects.append(try scanner.skipValue())
    } while scanner.take(",")
    try scanner.expect("]")
    return objects
  }

  private static func given(
    _ json: Slice<UnsafeBufferPointer<UInt8>>, at index: Int, _ article: Article, _ content: ScalarPlaces
  ) throws(InputError) -> Given {
    let bytes = Array(json)
    do {
      var claim = try JSONDecoder().decode(RecordClaim.self, from: Data(bytes))
      claim.article = article.id
      claim.outlet = article.outlet
      claim.published = article.published
      ground(&claim, content)
      return Given(json: bytes, claim: claim)
    } catch {
      throw InputError(
        .badField, "\"contacts\" \(index + 1) is not as the analysis format has it: \(InputError.problem(error))")
    }
  }

  /// Turns code points into bytes; evidence that comes without a span is looked for in the content.
  private static func ground(_ claim: inout RecordClaim, _ content: ScalarPlaces) {
    claim.dateSpan = content.bytes(claim.dateSpan)
    claim.evidenceSpan = content.bytes(claim.evidenceSpan)
    let place = content.bytes(claim.place?.span)
    claim.place?.span = place
    for index in claim.participants.indices {
      let spans = claim.participants[index].spans?.compactMap { content.bytes($0) }
      claim.participants[index].spans = spans
    }
    for index in claim.by.indices {
      let span = content.bytes(claim.by[index].span)
      claim.by[index].span = span
    }
    if claim.evidenceSpan == nil, !claim.evidence.isEmpty { claim.evidenceSpan = content.first(claim.evidence) }
  }
}
