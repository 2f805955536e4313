import GRDB
import Mahdar

/// Answers of contacts: when, where, with whom, how often, how long, about what.
extension Answerer {
  /// The contacts of the status asked for.
  func ofStatus(_ contacts: [AskedContact]) -> [AskedContact] {
    guard let status = question.status else { return contacts }
    let found = contacts.filter { contact in
      switch status {
      case "held": contact.isHeld
      case "planned": ["scheduled", "proposed", "postponed"].contains(contact.summary.status)
      case "proposed": contact.summary.status == "proposed"
      default: contact.summary.status == status || contact.claims.contains { $0.status.rawValue == status }
      }
    }
    guard question.order == .next else { return found }
    return found.filter { ($0.summary.date.flatMap(DayRange.init)?.last ?? "") >= now }.reversed()
  }

  /// The contacts that an answer is made of, by the order asked for.
  private func chosen(_ contacts: [AskedContact]) -> [AskedContact] {
    switch question.order {
    case .any: contacts
    case .last, .next: contacts.first.map { [$0] } ?? []
    case .first: (contacts.last { $0.summary.date != nil } ?? contacts.last).map { [$0] } ?? []
    }
  }

  func contacts(_ kind: Question.Kind, _ matched: [AskedContact]) throws -> Part {
    var all = ofStatus(matched)
    // «كم كان مقررا أن تدوم»: how long and about what is told of what was held, too.
    if all.isEmpty, [.howLong, .topic].contains(kind), question.status == "planned" { all = matched }
    guard !all.isEmpty else { return kind == .count ? count([]) : otherwise(matched) }
    let chosen = chosen(all)
    switch kind {
    case .when: return when(chosen)
    case .place: return place(chosen)
    case .destination: return destination(chosen)
    case .count: return count(all)
    case .howLong: return howLong(chosen)
    case .topic: return topic(chosen)
    case .who: return try who(chosen)
    case .visitor: return visitors(chosen)
    case .tookPart: return tookPart(chosen)
    default: return list(chosen)
    }
  }

  /// What the record has of them where nothing is of the status asked for: «when was it held?», and it was called off.
  func otherwise(_ matched: [AskedContact]) -> Part {
    guard let status = question.status else { return none(also: nearby()) }
    return notOfStatus(status, matched)
  }

  /// That nothing is of a status, and what there is instead.
  func notOfStatus(_ status: String, _ matched: [AskedContact]) -> Part {
    guard !matched.isEmpty else { return none(also: nearby()) }
    let told = matched.prefix(2).map { words.sentence($0.summary) }.joined(separator: words.text("؛ ", "; "))
    return Part(
      text: words.notOfStatus(status) + words.text("؛ ", "; ") + told, contacts: Array(matched.prefix(limit)),
      total: matched.count)
  }

  /// What else there is of the same parties: other forms, other days.
  private func nearby() -> [String] {
    guard parties.count > 1 else { return [] }
    var wider = question
    wider.forms = []
    wider.isVisit = false
    wider.places = []
    (wider.from, wider.to, wider.about, wider.isSecret) = (nil, nil, nil, false)
    (wider.beginner, wider.receiver) = (nil, nil)
    let found = (try? ContactMatcher(db: db, terms: terms, names: names, question: wider).contacts()) ?? []
    return found.prefix(3).map { words.text("في السجل: ", "In the record: ") + words.sentence($0.summary) + "." }
  }

  // MARK: One thing of each contact

  private func dated(_ contact: AskedContact, _ value: String) -> String {
    contact.summary.date.map { "\(value) (\(wording.date($0)))" } ?? value
  }

  private func when(_ contacts: [AskedContact]) -> Part {
    let dated = contacts.filter { $0.summary.date != nil }
    guard let first = dated.first else {
      return Part(
        text: words.text("لا يذكر السجل متى كان ذلك", "The record does not tell when"), isInRecord: false,
        contacts: contacts, total: contacts.count)
    }
    if dated.count == 1 {
      let rest =
        first.summary.conflicts.contains("date") ? otherValues(first, \.date, first.summary.date).map(wording.date) : []
      return Part(text: words.sentence(first.summary) + inOther(rest), contacts: dated, total: 1)
    }
    let days = dated.map { contact in
      let place = contact.summary.place.map { " (\(words.place($0)))" } ?? ""
      return wording.date(contact.summary.date ?? "") + place
    }
    return Part(
      text: "\(headline(dated)): \(words.list(days))", contacts: dated, total: dated.count)
  }

  /// «في السجل ثلاثة لقاءات بين …», with the status and the days asked for.
  private func headline(_ contacts: [AskedContact]) -> String {
    let nouns = Set(contacts.map(\.summary.form))
    let noun = question.noun != "contact" ? question.noun : nouns.count == 1 ? nouns.first ?? "contact" : "contact"
    let shown = parties.filter { !$0.isExcluded }.map { words.name($0, in: contacts.map(\.summary), matcher) }
    let whom = shown.isEmpty ? "" : " " + (shown.count > 1 ? words.between(shown) : words.of(shown[0]))
    let places = question.places.filter { !$0.isExcluded }.map { words.text(" في ", " in ") + words.bare($0) }.joined()
    let days = words.days(question).map { " " + $0 } ?? ""
    let status =
      question.status.flatMap { $0 == "held" ? nil : words.adjective($0, contacts.count, noun) }.map { " " + $0 } ?? ""
    return words.text("في السجل ", "The record has ") + wording.count(contacts.count, noun) + status + whom + places
      + days
  }

  var matcher: ContactMatcher { ContactMatcher(db: db, terms: terms, names: names, question: question) }

  /// What is planned, put off or called off is told as that, contact by contact.
  private func sentences(_ contacts: [AskedContact]) -> Part {
    Part(
      text: contacts.prefix(3).map { words.sentence($0.summary) }.joined(separator: words.text("؛ ", "; "))
        + (contacts.count > 3
          ? words.text("؛ و\(contacts.count - 3) غير ذلك", "; and \(contacts.count - 3) more") : ""),
      contacts: contacts, total: contacts.count)
  }

  /// Values of a field that some reports tell against the others.
  private func otherValues(_ contact: AskedContact, _ value: (RecordClaim) -> String?, _ first: String?) -> [String] {
    contact.values(value).filter { $0 != first }
  }

  private func inOther(_ values: [String]) -> String {
    values.isEmpty ? "" : words.text("؛ وفي رواية أخرى: ", "; by another account: ") + words.list(values)
  }

  private func place(_ contacts: [AskedContact]) -> Part {
    let placed = contacts.filter { $0.summary.place != nil || $0.summary.country != nil }
    guard let first = placed.first else {
      return Part(
        text: words.text("لا يذكر السجل مكانه", "The record does not tell where"), isInRecord: false,
        contacts: contacts,
        total: contacts.count)
    }
    if placed.count == 1 {
      let rest =
        first.summary.conflicts.contains("place")
        ? otherValues(first, { $0.place?.name }, first.summary.place).map(words.place) : []
      return Part(text: words.sentence(first.summary) + inOther(rest), contacts: placed, total: 1)
    }
    let places = placed.map { dated($0, words.place($0.summary.place ?? $0.summary.country ?? "")) }
    return Part(text: "\(headline(placed)): \(words.list(places))", contacts: placed, total: placed.count)
  }

  private func destination(_ contacts: [AskedContact]) -> Part {
    let places = contacts.map { contact in
      let state = contact.summary.parties.first { $0.kind == "state" && contact.isHost($0) }.map(words.name)
      let city = contact.summary.place.map(words.place)
      let both = [state, city == state ? nil : city].compactMap(\.self).joined(separator: words.text("، ", ", "))
      return both.isEmpty ? "" : dated(contact, both)
    }
    guard places.contains(where: { !$0.isEmpty }) else { return place(contacts) }
    return Part(text: words.list(places), contacts: contacts, total: contacts.count)
  }

  func count(_ contacts: [AskedContact]) -> Part {
    guard !contacts.isEmpty else { return none(also: nearby()) }
    return Part(text: headline(contacts), contacts: contacts, total: contacts.count)
  }

  private func howLong(_ contacts: [AskedContact]) -> Part {
    var part = each(
      contacts, { contact in contact.values(\.duration).map(wording.duration) },
      { contact, lengths in
        let verb = wording.isFeminine(contact.summary.form) ? "استمرت" : "استمر"
        let what = words.definite(contact.summary)
        return words.text("\(verb) \(what) \(lengths)", "\(what) lasted \(lengths)")
      }, words.text("لا يذكر السجل كم استمر ذلك", "The record does not tell how long"))
    // «أكثر من ساعة؟»
    if let asked = question.duration.flatMap(Wording.minutes), question.isOfMore || question.isOfLess,
      let told = contacts.lazy.flatMap({ $0.values(\.duration) }).compactMap(Wording.minutes).first
    {
      let isSo = question.isOfMore ? told > asked : told < asked
      part.text = (isSo ? words.text("نعم، ", "Yes: ") : words.text("لا، ", "No: ")) + part.text
    }
    return part
  }

  private func topic(_ contacts: [AskedContact]) -> Part {
    each(
      contacts, \.topics,
      { contact, topics in
        words.text(
          "\(wording.isFeminine(contact.summary.form) ? "تناولت" : "تناول") \(words.definite(contact.summary)): \(topics)",
          "\(words.definite(contact.summary)) was about: \(topics)")
      }, words.text("لا يذكر السجل عمّ كان ذلك", "The record does not tell what it was about"))
  }

  /// What each contact that has it has of something: of one in a sentence, of several as a list with days.
  private func each(
    _ contacts: [AskedContact], _ values: (AskedContact) -> [String], _ sentence: (AskedContact, String) -> String,
    _ none: String
  ) -> Part {
    let told = contacts.filter { !values($0).isEmpty }
    guard let first = told.first else {
      return Part(text: none, isInRecord: false, contacts: contacts, total: contacts.count)
    }
    if told.count == 1 {
      return Part(text: sentence(first, words.list(values(first))), contacts: told, total: 1)
    }
    return Part(
      text: told.prefix(5).map { dated($0, words.list(values($0))) }.joined(separator: words.text("؛ ", "; ")),
      contacts: told, total: told.count)
  }

  // MARK: People

  /// Those who are not asked about; where all are, those whom the question tells by office or state alone.
  private func who(_ contacts: [AskedContact]) throws -> Part {
    if !contacts.allSatisfy(\.isHeld) { return sentences(contacts) }
    var found: [ContactParty] = []
    for contact in contacts {
      let named = parties.filter { $0.isNamed || contact.summary.parties.count > parties.count }
      var others = contact.summary.parties.filter { party in
        !named.contains { matcher.parties(of: contact.summary, like: $0).contains { $0.identity == party.identity } }
      }
      if others.isEmpty {
        others = try contact.summary.parties.filter { party in
          try parties.contains { asked in
            try !asked.isNamed
              && matcher.parties(of: contact.summary, like: asked).contains { $0.identity == party.identity }
              && (asked.office == nil || matcher.holds(party, asked, contact))
          }
        }
      }
      found += others
    }
    if let asked = question.asked.map({ question.parties[$0] }) {
      found = found.filter {
        $0.office.map { names.offices($0).sharesHead(names.offices(asked.office ?? "")) || asked.key.isEmpty } ?? true
      }
    }
    guard let first = contacts.first, !found.isEmpty else { return list(contacts) }
    let people = words.list(once(found).map(words.described))
    guard contacts.count == 1 else {
      return Part(
        text: "\(headline(contacts))\(words.text("، مع: ", ", with: "))\(people)", contacts: contacts,
        total: contacts.count)
    }
    let verb = wording.isFeminine(first.summary.form) ? "كانت" : "كان"
    let circumstances = words.circumstances(first.summary)
    let rest = circumstances.isEmpty ? "" : words.text("، ", ", ") + circumstances
    return Part(
      text: words.text(
        "\(verb) \(wording.definite(first.summary.form)) مع \(people)",
        "\(wording.definite(first.summary.form)) was with \(people)") + rest,
      contacts: contacts, total: 1)
  }

  /// How many others took part: «كم وزيرا التقى لافروف؟».
  func people(_ matched: [AskedContact]) -> Part {
    let all = ofStatus(matched)
    guard !all.isEmpty else { return otherwise(matched) }
    let others = once(
      all.flatMap { contact in
        contact.summary.parties.filter { party in
          party.kind == "person"
            && !parties.contains {
              matcher.parties(of: contact.summary, like: $0).contains { $0.identity == party.identity }
            }
        }
      })
    return Part(
      text: words.text("عددهم في السجل \(others.count): ", "In the record there are \(others.count): ")
        + words.list(others.map(words.described)),
      contacts: all, total: others.count)
  }

  /// The day on which it was first told: revealed, denied, called off.
  func whenTold(_ matched: [AskedContact]) -> Part {
    let told = matched.flatMap { contact in
      contact.claims.filter { claim in question.status.map { claim.status.rawValue == $0 } ?? (claim.status != .denied)
      }.map { (contact, $0) }
    }
    guard let first = told.first else { return matched.isEmpty ? none() : otherwise(matched) }
    guard let day = first.1.published else {
      return Part(
        text: words.text("لا يذكر السجل متى قيل ذلك", "The record does not tell when that was said"), isInRecord: false,
        contacts: matched)
    }
    let outlet = first.1.outlet.map { words.text("، في \($0)", ", in \($0)") } ?? ""
    return Part(
      text: words.text("ورد ذلك أول مرة في ", "It was first told on ") + wording.date(String(day.prefix(10))) + outlet,
      contacts: [first.0], total: 1)
  }

  /// Each once, under whatever spellings the record has them.
  private func once(_ parties: [ContactParty]) -> [ContactParty] {
    parties.reduce(into: []) { all, party in
      let isThere = all.contains { one in
        one.identity == party.identity
          || one.kind == "person" && party.kind == "person" && one.side == party.side
            && names.key(one.name).isSame(as: names.key(party.name))
      }
      if !isThere { all.append(party) }
    }
  }

  private func visitors(_ contacts: [AskedContact]) -> Part {
    let asked = Set(parties.flatMap { $0.people.map(\.identity) })
    let office = question.asked.map { question.parties[$0] }
    let found = contacts.flatMap { contact in
      contact.visitors.filter { one in
        !asked.contains(one.identity)
          && (office.map { asked in one.office.map { names.offices($0).sharesHead(asked.key) } ?? false } ?? true)
      }.map { dated(contact, words.described($0)) }
    }
    guard !found.isEmpty else { return none() }
    if !contacts.allSatisfy(\.isHeld) { return sentences(contacts) }
    let places =
      (question.places.map(words.bare) + parties.map { words.name($0, in: contacts.map(\.summary), matcher) }).joined(
        separator: words.text("، ", ", "))
    return Part(
      text: words.text("زار \(places): \(words.list(found))", "To \(places) came: \(words.list(found))"),
      contacts: contacts,
      total: contacts.count)
  }

  private func tookPart(_ contacts: [AskedContact]) -> Part {
    if !contacts.allSatisfy(\.isHeld) { return sentences(contacts) }
    let told = contacts.prefix(5).map { contact in
      let others = contact.summary.parties.filter { party in
        !parties.contains { matcher.parties(of: contact.summary, like: $0).contains { $0.identity == party.identity } }
      }
      let people = words.list((others.isEmpty ? contact.summary.parties : others).map(words.described))
      let circumstances = words.circumstances(contact.summary)
      return words.text(
        "شارك في \(wording.definite(contact.summary.form))", "In \(wording.definite(contact.summary.form))")
        + (circumstances.isEmpty ? "" : " " + circumstances) + words.text(" كل من: \(people)", " took part: \(people)")
    }
    return Part(text: told.joined(separator: words.text("؛ ", "; ")), contacts: contacts, total: contacts.count)
  }

  func list(_ contacts: [AskedContact]) -> Part {
    if contacts.count == 1 {
      return Part(text: words.sentence(contacts[0].summary), contacts: contacts, total: 1)
    }
    return Part(text: headline(contacts), contacts: contacts, total: contacts.count)
  }
}
