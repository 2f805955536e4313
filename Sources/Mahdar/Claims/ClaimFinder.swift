/// Finds the contacts that an article tells of.
struct ClaimFinder: Stage {
  static let name = "claims"
  let clauses: ClauseLexicon
  let lexicon: ClaimLexicon

  struct Input {
    let tokens: Tokens
    let times: [TimeMention]
    let mentions: [Mention]
    let chains: [Chain]
    let statements: [Statement]
    let published: String?
    /// The medium that the article is in.
    let outlet: String?
  }

  /// The contacts, and the chains with those of states added that only a place or nisba tells.
  func callAsFunction(_ input: Input) -> (claims: [ContactClaim], chains: [Chain]) {
    let (claims, chains) = tellings(input)
    return (claims.filter { $0.score >= Self.leastScore }, chains)
  }

  /// What is more likely none is no contact.
  private static let leastScore = 0.5

  /// The contacts with those that are more likely none.
  func tellings(_ input: Input) -> (claims: [ContactClaim], chains: [Chain]) {
    let map = map(input)
    let (contacts, chains) = contacts(input, map)
    let lead = Self.lead(input.tokens)
    return (told(contacts, map, input, lead, chains).map { claim($0, input, lead, chains) }, chains)
  }

  func map(_ input: Input) -> ClauseMap {
    ClauseMap(input.tokens, input.times, input.mentions, lexicon: clauses)
  }

  /// No paragraph of fewer words tells news: it is where the agency writes from.
  private static let shortest = 8
  /// A line of so many tokens has as many words.
  private static let reach = 3 * shortest

  /// The first paragraph behind the headline.
  private static func lead(_ tokens: Tokens) -> Range<Int> {
    let body = tokens.paragraphs.filter { $0.lowerBound >= tokens.titleCount }
    return body.first { line in
      line.prefix(reach).count { tokens[$0].kind == .word } >= shortest
    } ?? body.first ?? 0..<0
  }

  /// The contacts told, but for their topics and sources, and the chains with those that only they need.
  func contacts(_ input: Input, _ map: ClauseMap) -> (contacts: [ClaimDraft], chains: [Chain]) {
    let frames = FrameReader(map, lexicon, chains: input.chains)
    frames.read()
    let status = StatusReader(map: map, lexicon: lexicon, trees: frames.trees)
    let published = input.published.flatMap { CalendarValue(String($0.prefix(10))) }
    let circumstances = CircumstanceReader(
      map: map, lexicon: lexicon, trees: frames.trees, chains: frames.chains, published: published)
    let drafts = frames.drafts.map { draft in
      var draft = draft
      status.read(&draft)
      circumstances.read(&draft)
      status.compare(&draft, with: published)
      return draft
    }
    let lead = Self.lead(input.tokens)
    let seat = NewsPlace(map: map, chains: frames.chains, circumstances: circumstances)
    let merger = ClaimMerger(
      chains: frames.chains, delegations: frames.delegations, officials: frames.officials,
      isOfOtherOffice: frames.isOfOtherOffice, published: published?.description)
    let contacts = merger.merge(drafts).map { contact in
      var contact = contact
      if contact.place == nil {
        contact.place = seat.place(of: contact, isCentral: isCentral(contact, input.tokens, lead))
      }
      return contact
    }
    let news = NewsDay(
      map: map, trees: frames.trees, published: published, morrow: lexicon.morrow,
      isOfOther: circumstances.isOfOther)
    var placed = contacts.map { contact in
      var contact = contact
      reconcile(&contact, published)
      // «التقى وفد الحكومة المتمردين»: of states and groups alone it is a round of talks.
      if contact.form == .meeting,
        !contact.parties.contains(where: { [.person, .organisation].contains(frames.chains[$0.chain].kind) }),
        contact.noun.flatMap({ map.noun($0) })?.form != .conference
      {
        contact.form = .talks
      }
      news?.date(&contact)
      extend(&contact)
      // «زيارته إلى كينيا … في نيروبي»: the city that the article tells of that country.
      if contact.isVisit, let place = contact.place, place.isCountry, let country = place.country,
        let city = city(of: country, contact, map, frames.chains)
      {
        contact.place = city
      }
      return contact
    }
    nameCapitals(of: &placed, map, frames.chains)
    return (merger.inheritDates(placed), frames.chains)
  }

  /// What is going on has no day to come or long gone, and what is to come none that is past: it is that of something told beside it.
  private func reconcile(_ contact: inout ClaimDraft, _ published: CalendarValue?) {
    guard [.scheduled, .proposed, .underway].contains(contact.status), let published,
      let date = contact.date.flatMap({ CalendarValue($0) })
    else { return }
    // «يصل غدا، حيث يلتقي ب»
    if contact.status == .underway, date.first > published.last { contact.status = .scheduled }
    guard date.last + (contact.status == .underway ? Self.longest : 0) < published.first else { return }
    contact.date = nil
    contact.dateSpan = nil
  }

  /// «بدأ اليوم زيارة تستغرق يومين»: from its first day to its last.
  private func extend(_ contact: inout ClaimDraft) {
    guard contact.lasts, let duration = contact.duration, duration.hasPrefix("P"), duration.hasSuffix("D"),
      let days = Int32(duration.dropFirst().dropLast()), days > 1, days <= Self.longest,
      let first = contact.date.flatMap({ CalendarValue($0) }), first.grain == .day
    else { return }
    let last = CalendarValue.day(first.first + days - 1)
    if last.isWritable { contact.date = "\(first.description)/\(last.description)" }
  }

  /// Longer stays are no encounter, in days.
  private static let longest: Int32 = 31

  /// «العاصمة القطرية»: the city by the name that the article has for it.
  private func nameCapitals(of contacts: inout [ClaimDraft], _ map: ClauseMap, _ chains: [Chain]) {
    var named: [String: ContactClaim.Place?] = [:]
    for index in contacts.indices {
      guard let place = contacts[index].place, let country = place.country,
        lexicon.isCapitalPhrase(place.name, map.tokens)
      else { continue }
      let city = named[country] ?? capital(of: country, map, chains)
      named[country] = city
      contacts[index].place = city ?? place
    }
  }

  private func capital(of country: String, _ map: ClauseMap, _ chains: [Chain]) -> ContactClaim.Place? {
    for mention in map.mentions where mention.side == country && (mention.kind == .place || mention.kind == .state) {
      // «الجزائر» is the state's name as well.
      guard lexicon.capital(at: mention.tokens.lowerBound, in: map.tokens) == country,
        !lexicon.countries.isName(map.tokens[mention.tokens.lowerBound].word)
      else { continue }
      let id = chains[mention.chain].id.flatMap { $0.hasPrefix("geonames") ? $0 : nil }
      return .init(name: mention.span, country: country, id: id)
    }
    return nil
  }

  /// The contacts with what they are about and who vouches for them.
  private func told(
    _ contacts: [ClaimDraft], _ map: ClauseMap, _ input: Input, _ lead: Range<Int>, _ chains: [Chain]
  ) -> [ClaimDraft] {
    if contacts.isEmpty { return [] }
    let reader = TopicReader(map: map, lexicon: lexicon.topics)
    let topics = reader.topics(of: contacts)
    let occasions = OccasionReader(map: map, finder: reader.finder, contacts: contacts)
    let venues = VenueReader(map: map, lexicon: lexicon)
    var attribution = AttributionReader(
      map: map, lexicon: lexicon.attribution, chains: chains, statements: input.statements, outlet: input.outlet)
    return zip(contacts, topics).map { contact, topics in
      var contact = contact
      contact.topics = topics
      contact.occasion = occasions.occasion(of: contact)
      contact.venue = contact.venue ?? venues.venue(of: contact)
      contact.by = attribution.sources(of: contact, isCentral: isCentral(contact, input.tokens, lead))
      return contact
    }
  }

  /// The one city of a country that the sentences of a contact tell: «زيارته إلى كينيا … في نيروبي».
  private func city(of country: String, _ contact: ClaimDraft, _ map: ClauseMap, _ chains: [Chain]) -> ContactClaim
    .Place?
  {
    var found: (id: String, place: ContactClaim.Place)?
    for trigger in contact.triggers.prefix(ClaimMerger.reach) {
      var index = map.tokens.sentence(of: trigger).lowerBound
      let end = min(map.tokens.sentence(of: trigger).upperBound, index + Self.sentenceReach)
      while index < end {
        guard map.mentionAt[index] >= 0 else {
          index += 1
          continue
        }
        let mention = map.mentions[Int(map.mentionAt[index])]
        index = max(index + 1, mention.tokens.upperBound)
        let chain = chains[mention.chain]
        guard mention.kind == .place, chain.side == country, let id = chain.id, id.hasPrefix("geonames"),
          mention.preposition == Letters.beh || [.in, .to].contains(map.function(mention.tokens.lowerBound - 1))
        else { continue }
        if let found, found.id != id { return nil }
        found = (id, .init(name: mention.span, country: country, id: id))
      }
    }
    return found?.place
  }

  /// So many tokens of a sentence are looked at for a city; hardly a press sentence is longer.
  private static let sentenceReach = 120

  private func claim(_ draft: ClaimDraft, _ input: Input, _ lead: Range<Int>, _ chains: [Chain]) -> ContactClaim {
    let isCentral = isCentral(draft, input.tokens, lead)
    let features = ClaimScore.features(of: draft, isCentral: isCentral, chains)
    return ContactClaim(
      form: draft.form, status: draft.status, channel: draft.channel,
      participants: draft.parties.map { party in
        ContactClaim.Participant(chain: party.chain, role: party.isHost ? "host" : nil, spans: [party.span])
      },
      date: draft.date, dateSpan: draft.dateSpan,
      place: draft.isRemote ? nil : draft.place.map { articled($0, input.tokens) }, venue: draft.venue,
      occasion: draft.occasion, duration: draft.duration, topics: distinct(draft.topics, input.tokens) { $0 },
      by: distinct(draft.by, input.tokens) { $0.name },
      evidence: evidence(draft, input.tokens), isCentral: isCentral, rule: draft.frame,
      score: lexicon.score(features), features: features)
  }

  /// «زيارته للقاهرة»: the place's name with the article that لل has lost.
  private func articled(_ place: ContactClaim.Place, _ tokens: Tokens) -> ContactClaim.Place {
    guard place.knownName == nil, LostArticle.stands(before: Int(place.name.start), tokens.byte) else { return place }
    var place = place
    place.knownName = "ال" + tokens.text(place.name)
    return place
  }

  /// The elements less those whose words came before: an article tells its source and subject again and again.
  private func distinct<Element>(_ all: [Element], _ tokens: Tokens, _ span: (Element) -> TextSpan) -> [Element] {
    guard all.count > 1 else { return all }
    var seen: Set<[Letter]> = []
    return all.filter { seen.insert(FoldedText.key(tokens.text(span($0)))).inserted }
  }

  /// The sentence, less white space, conjunctions' marks and the stop at its end.
  private func evidence(_ draft: ClaimDraft, _ tokens: Tokens) -> TextSpan {
    var range = draft.evidence ?? draft.sentence
    while range.count > 1, tokens[range.upperBound - 1].kind == .mark,
      tokens.mark(range.upperBound - 1) == 0x0A || tokens.mark(range.upperBound - 1) == UInt8(ascii: ".")
    {
      range = range.lowerBound..<range.upperBound - 1
    }
    return tokens.span(range)
  }

  /// What the headline or the lead tells is what the article is about.
  private func isCentral(_ draft: ClaimDraft, _ tokens: Tokens, _ lead: Range<Int>) -> Bool {
    if draft.isInTitle || draft.trigger < tokens.titleCount { return true }
    return lead.contains(draft.trigger) || draft.triggers.count > 2
  }
}
