import Foundation

/// How likely a contact read is right: a logistic over what speaks for and against it, with the weights of
/// `Data/ar/score-weights.tsv`.
struct ClaimScore: Sendable {
  /// What may speak for or against a contact, by the names of the table.
  enum Feature: String, Sendable, CaseIterable {
    case bias
    case another = "frame:another"
    case comeback = "frame:comeback"
    case confer = "frame:confer"
    case discuss = "frame:discuss"
    case dispatch = "frame:dispatch"
    case gather = "frame:gather"
    case get = "frame:get"
    case go = "frame:go"
    case hold = "frame:hold"
    case host = "frame:host"
    case inform = "frame:inform"
    case join = "frame:join"
    case leave = "frame:leave"
    case meet = "frame:meet"
    case nounCall = "frame:noun.call"
    case nounEncounter = "frame:noun.encounter"
    case nounInvitation = "frame:noun.invitation"
    case nounMessage = "frame:noun.message"
    case nounTalks = "frame:noun.talks"
    case nounVisit = "frame:noun.visit"
    case phone = "frame:phone"
    case receive = "frame:receive"
    case request = "frame:request"
    case send = "frame:send"
    case sign = "frame:sign"
    case stay = "frame:stay"
    case tour = "frame:tour"
    case visit = "frame:visit"
    case write = "frame:write"
    case central, dated, placed, inferred, repeated, undecided
    case noPerson = "no-person"
    case onePerson = "one-person"
    case people
    case manySides = "many-sides"
    case unknownSide = "unknown-side"
  }

  private static let frames = Dictionary(
    uniqueKeysWithValues: Feature.allCases.filter { $0.rawValue.hasPrefix("frame:") }.map {
      (String($0.rawValue.dropFirst("frame:".count)), $0)
    })

  /// Hundredths of a logarithm of odds, in the order of the features.
  private(set) var weights = [Int32](repeating: 0, count: Feature.allCases.count)

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("score-weights", ["feature", "weight"])
    for row in table.rows {
      guard let feature = Feature(rawValue: row[0]), let index = Feature.allCases.firstIndex(of: feature) else {
        throw table.error(row, "unknown feature '\(row[0])'")
      }
      guard let weight = Int32(row[1]) else { throw table.error(row, "'\(row[1])' is no whole number") }
      weights[index] = weight
    }
  }

  mutating func transfer(_ image: inout LexiconImage) { image.transfer(&weights) }

  /// The names of features with their weights in hundredths of a logarithm of odds, in the order of the table.
  func weights(of features: Set<Feature>) -> [(feature: String, weight: Int)] {
    zip(Feature.allCases, weights).filter { features.contains($0.0) }.map { ($0.rawValue, Int($1)) }
  }

  /// The likelihood that a contact with these features is right, in hundredths.
  func callAsFunction(_ features: Set<Feature>) -> Double {
    let sum = zip(Feature.allCases, weights).reduce(Int32(0)) { features.contains($1.0) ? $0 + $1.1 : $0 }
    return (100 / (1 + exp(-Double(sum) / 100))).rounded() / 100
  }

  /// What speaks for and against a contact.
  static func features(of draft: ClaimDraft, isCentral: Bool, _ chains: [Chain]) -> Set<Feature> {
    var features: Set<Feature> = [.bias]
    if let frame = frames[draft.arrival ?? draft.frame] { features.insert(frame) }
    if isCentral { features.insert(.central) }
    if draft.date != nil { features.insert(.dated) }
    if draft.place != nil { features.insert(.placed) }
    if draft.parties.contains(where: \.isInferred) { features.insert(.inferred) }
    if draft.triggers.count > 1 { features.insert(.repeated) }
    if !draft.isStatusTold { features.insert(.undecided) }
    let people = draft.parties.count { chains[$0.chain].kind == .person }
    features.insert(people == 0 ? .noPerson : people == 1 ? .onePerson : .people)
    if Set(draft.parties.map { chains[$0.chain].side }).count > 2 { features.insert(.manySides) }
    if draft.parties.contains(where: { chains[$0.chain].side == nil }) { features.insert(.unknownSide) }
    return features
  }
}
