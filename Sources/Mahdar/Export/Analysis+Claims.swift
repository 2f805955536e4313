extension Analysis {
  /// The contacts as claims that stand alone, those left out whose spans lie outside the text.
  public var claims: [RecordClaim] {
    let grounds = Grounds(self)
    return contacts.filter(grounds.areSound).map(claim)
  }

  private func claim(_ contact: ContactClaim) -> RecordClaim {
    var claim = RecordClaim(
      article: article.id, outlet: article.outlet, published: article.published, form: contact.form,
      status: contact.status, channel: contact.channel, participants: contact.participants.map(participant),
      date: contact.date, place: contact.place.map(place), venue: contact.venue.map(text),
      occasion: contact.occasion.map(text), duration: contact.duration, topics: contact.topics.map(text),
      by: contact.by.map(source), evidence: text(contact.evidence), isCentral: contact.isCentral)
    claim.dateSpan = contact.dateSpan
    claim.evidenceSpan = contact.evidence
    claim.rule = contact.rule
    claim.score = contact.score
    return claim
  }

  private func participant(_ participant: ContactClaim.Participant) -> RecordClaim.Participant {
    let chain = chains[participant.chain]
    var one = RecordClaim.Participant(
      name: chain.knownName ?? text(chain.name), kind: chain.kind.participantKind, side: chain.side,
      office: chain.office.map(text), id: chain.id)
    one.label = chain.label
    one.role = participant.role
    one.resolved = chain.isResolved ? true : nil
    one.spans = participant.spans
    return one
  }

  private func place(_ place: ContactClaim.Place) -> RecordClaim.Place {
    var one = RecordClaim.Place(name: place.knownName ?? text(place.name), country: place.country, id: place.id)
    one.span = place.name
    return one
  }

  private func source(_ source: ContactClaim.Source) -> RecordClaim.Source {
    var one = RecordClaim.Source(name: text(source.name), kind: source.kind)
    one.span = source.name
    return one
  }
}

extension AnalysisWriter {
  /// The contacts of an analysis as JSON objects of the analysis format, one for each of `analysis.claims`.
  package func contacts(_ analysis: Analysis) -> [[UInt8]] {
    let grounds = Grounds(analysis)
    return analysis.contacts.filter(grounds.areSound).map { contact in
      var json = JSONBytes()
      grounds.write(contact, to: &json)
      return json.bytes
    }
  }
}
