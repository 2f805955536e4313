@testable import Mahdar

/// Claims written for the tests, as one reads them: who, when, where.
enum Reports {
  static func person(_ name: String, _ side: String, _ office: String? = nil) -> RecordClaim.Participant {
    .init(name: name, kind: "person", side: side, office: office)
  }

  static func state(_ name: String, _ side: String) -> RecordClaim.Participant {
    .init(name: name, kind: "state", side: side)
  }

  static let minister = person("سيرغي لافروف", "RU", "وزير الخارجية الروسي")
  static let american = person("مايك بومبيو", "US", "وزير الخارجية الأمريكي")
  static let americanOtherwise = person("بومبو", "US")
  static let washington = RecordClaim.Place(name: "واشنطن", country: "US")
  static let sochi = RecordClaim.Place(name: "سوتشي", country: "RU")

  static func claim(
    _ article: String, _ published: String?, _ form: ContactForm, _ status: ContactStatus,
    _ participants: [RecordClaim.Participant], date: String? = nil, place: RecordClaim.Place? = nil,
    topics: [String] = [], by: [RecordClaim.Source] = [], outlet: String? = nil, evidence: String = ""
  ) -> RecordClaim {
    RecordClaim(
      article: article, outlet: outlet, published: published, form: form, status: status, participants: participants,
      date: date, place: place, topics: topics, by: by, evidence: evidence)
  }

  static func pipeline() throws -> Pipeline { Pipeline(lexicon: try Examples.lexicon.get()) }

  static func merger() throws -> RecordMerger { try pipeline().merger }

  static func profiles(_ claims: [RecordClaim]) throws -> [ClaimProfile] {
    let pipeline = try pipeline()
    return claims.flatMap { pipeline.profiles([$0]) }
  }

  static func compare(_ a: RecordClaim, _ b: RecordClaim) throws -> Comparison {
    let profiles = try profiles([a, b])
    return try merger().explain(profiles[0], profiles[1])
  }

  /// A record of claims that are taken to be one.
  static func record(_ claims: [RecordClaim], originals: [String: String] = [:]) throws -> Record {
    try pipeline().record(of: profiles(claims), originals: originals)
  }
}
