/// What linking compares of a claim: numbers alone, so that many are at hand and one is read from a few hundred bytes.
///
/// - Shape: a function of the claim and the language data; a class, for linking hands it round by the thousand.
public final class ClaimFeatures: Sendable {
  /// The number that `RecordClaim.id` writes in hexadecimal.
  public let number: UInt64
  let article: UInt64
  let form: ContactForm
  let status: ContactStatus
  let isCentral: Bool
  let parties: [AttendeeFeatures]
  /// The sides told, each once; a participant without one stands for itself.
  let sides: [UInt64]
  /// One bit for the side of each participant, none where it isn't known; sides from the 64th on share the last.
  let sideBits: [UInt64]
  /// How many sides `sideBits` tell.
  let sideCount: Int
  let time: ClaimTime
  /// The city's id or the sounds of its name; nil when only a country is told.
  let city: UInt64?
  let country: UInt64?
  /// Whether `city` is told as one that holds cities.
  let isRegion: Bool
  /// Words that tell subjects apart, sorted, as are the next three.
  let topics: [UInt64]
  let wording: [UInt64]
  let occasion: [UInt64]
  let venue: [UInt64]
  let round: Int?
  /// Where the claim comes from in the end.
  let roots: ClaimRoots
  /// A digest of all that lists of contacts show of the claim, but for its sources.
  public let telling: UInt64
  /// A digest of all that comparing weighs but the words: claims of one likeness stand in the same blocks.
  public let likeness: UInt64
  /// A digest of all that comparing weighs: what claims of one meaning are compared with, they compare alike.
  let meaning: UInt64

  /// `RecordClaim.id`.
  public var id: String { ContentDigest.text(of: number) }

  var isRemote: Bool { form == .call || form == .message }
  var isPlanned: Bool { status == .scheduled || status == .proposed || status == .postponed }
  /// Whether reports name only some of those who take part.
  var isOpen: Bool { form == .conference || form == .talks }
  /// Whether it may take days.
  var isLong: Bool { isOpen || form == .visit }
  var isLarge: Bool { form == .conference && sides.count > 3 }
  var isBilateral: Bool { form != .conference && form != .talks && sides.count == 2 }
  /// Whether a meeting may be a part of what it tells.
  func isWhole(of part: ClaimFeatures) -> Bool {
    if form == .visit { return part.form == .meeting || part.form == .talks }
    guard part.isBilateral, part.form == .meeting else { return false }
    return isLarge || form == .conference && sides.count > 2 && !part.occasion.isEmpty
  }
  var isMultilateral: Bool { form == .conference || sides.count > 2 }

  init(
    _ claim: RecordClaim, parties: [AttendeeFeatures], city: String?, country: String?, isRegion: Bool,
    topics: [UInt64], wording: [UInt64], occasion: [UInt64], venue: [UInt64], round: Int?, roots: ClaimRoots,
    telling: UInt64
  ) {
    // As many as `bytes` holds, so that what is read back is the same.
    let parties = Array(parties.prefix(255))
    number = claim.digest
    article = ContentDigest.of(claim.article)
    form = claim.form
    status = claim.status
    isCentral = claim.isCentral
    self.parties = parties
    (sides, sideBits, sideCount) = Self.sides(parties)
    time = ClaimTime(date: claim.date, published: claim.published, status: claim.status)
    self.city = city.map { ContentDigest.of($0) }
    self.country = country.map { ContentDigest.of($0) }
    self.isRegion = isRegion
    self.topics = topics
    self.wording = wording
    self.occasion = occasion
    self.venue = venue
    self.round = round.map { $0 & 0xFF }
    self.roots = roots
    self.telling = telling
    likeness = Self.likeness(
      form, status, isCentral, isRegion, parties, time, city: self.city, country: self.country, round: self.round)
    meaning = Self.meaning(likeness, [topics, wording, occasion, venue])
  }

  private static func sides(_ parties: [AttendeeFeatures]) -> (all: [UInt64], bits: [UInt64], count: Int) {
    var sides: [UInt64] = []
    for party in parties where !sides.contains(party.side ?? party.identity) {
      sides.append(party.side ?? party.identity)
    }
    let bits = parties.map { party -> UInt64 in
      party.side.flatMap { sides.firstIndex(of: $0) }.map { 1 << UInt64(min($0, 63)) } ?? 0
    }
    return (sides, bits, bits.reduce(0, |).nonzeroBitCount)
  }

  // MARK: Digests

  private static func likeness(
    _ form: ContactForm, _ status: ContactStatus, _ isCentral: Bool, _ isRegion: Bool, _ parties: [AttendeeFeatures],
    _ time: ClaimTime,
    city: UInt64?,
    country: UInt64?, round: Int?
  ) -> UInt64 {
    // The words of the bytes that tell it, for these hold each field in a place of its own.
    var bytes = ByteWriter()
    bytes.add(byte: form.place)
    bytes.add(byte: status.place)
    bytes.add(byte: isCentral ? 1 : 0)
    bytes.add(byte: isRegion ? 1 : 0)
    for party in parties { party.write(to: &bytes) }
    time.write(to: &bytes)
    for place in [city, country] { bytes.add(place) { $0.add($1) } }
    bytes.add(round) { $0.add(byte: $1) }
    var digest = ContentDigest()
    digest.add(bytes: bytes.bytes)
    return digest.value
  }

  private static func meaning(_ likeness: UInt64, _ words: [[UInt64]]) -> UInt64 {
    var digest = ContentDigest()
    digest.add(likeness)
    for list in words {
      digest.add(UInt64(list.count))
      for word in list { digest.add(word) }
    }
    return digest.value
  }

  // MARK: Bytes

  /// Changes whenever the layout of `bytes`, or what its numbers mean, does.
  public static let version = 4

  /// Reads what `bytes` wrote; nil for other bytes.
  public init?(_ bytes: [UInt8]) {
    var bytes = ByteReader(bytes)
    guard bytes.byte() == Self.version, let form = ContactForm.allCases[at: bytes.byte()],
      let status = ContactStatus.allCases[at: bytes.byte()]
    else { return nil }
    self.form = form
    self.status = status
    isCentral = bytes.byte() == 1
    isRegion = bytes.byte() == 1
    number = bytes.word()
    article = bytes.word()
    parties = (0..<bytes.byte()).map { _ in AttendeeFeatures(&bytes) }
    (sides, sideBits, sideCount) = Self.sides(parties)
    time = ClaimTime(
      told: bytes.optional {
        .init(first: $0.day(), last: $0.day(), grain: .init(rawValue: UInt8($0.byte())) ?? .interval)
      },
      published: bytes.optional { $0.day() }, status: status)
    city = bytes.optional { $0.word() }
    country = bytes.optional { $0.word() }
    topics = bytes.words()
    wording = bytes.words()
    occasion = bytes.words()
    venue = bytes.words()
    round = bytes.optional { $0.byte() }
    roots = ClaimRoots(&bytes)
    telling = bytes.word()
    likeness = Self.likeness(
      form, status, isCentral, isRegion, parties, time, city: city, country: country, round: round)
    meaning = Self.meaning(likeness, [topics, wording, occasion, venue])
    if bytes.isBroken { return nil }
  }

  public var bytes: [UInt8] {
    var bytes = ByteWriter()
    for value in [Self.version, form.place, status.place, isCentral ? 1 : 0, isRegion ? 1 : 0] {
      bytes.add(byte: value)
    }
    bytes.add(number)
    bytes.add(article)
    bytes.add(byte: min(parties.count, 255))
    for party in parties.prefix(255) { party.write(to: &bytes) }
    time.write(to: &bytes)
    for place in [city, country] { bytes.add(place) { $0.add($1) } }
    for words in [topics, wording, occasion, venue] { bytes.add(words) }
    bytes.add(round) { $0.add(byte: $1) }
    roots.write(to: &bytes)
    bytes.add(telling)
    return bytes.bytes
  }
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
  /// Its place among the cases.
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Array {
  fileprivate subscript(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
