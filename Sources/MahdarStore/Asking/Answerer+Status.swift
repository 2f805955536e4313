import GRDB
import Mahdar

/// Answers of what became of contacts: whether they were held, put off, called off, denied, and who says so.
extension Answerer {
  /// Yes and no, and why.
  func whether(_ matched: [AskedContact]) throws -> Part {
    // «ألم يلتقِ …؟ بلى»
    let yes = words.text(question.isNegative ? "بلى، " : "نعم، ", "Yes: ")
    let no = words.text("لا، ", "No: ")
    guard !matched.isEmpty else {
      var part = try contacts(.list, [])
      part.text = no + part.text
      return part
    }
    if question.order != .any, question.order != .next,
      !question.places.isEmpty || question.from != nil || question.to != nil
    {
      return try ofOrder(yes, no)
    }
    if question.status == "denied" { return denied(matched, yes, no) }
    if let teller = question.teller.map({ question.parties[$0] }) { return told(matched, by: teller, yes, no) }
    let found = ofStatus(matched)
    guard let first = found.first else {
      let told = matched.prefix(2).map { words.sentence($0.summary) }.joined(separator: words.text("؛ ", "; "))
      let isDoubtful = question.status == "planned" && matched.contains(where: \.isHeld)
      return Part(
        text: (isDoubtful ? words.text("لا، بل ", "No, but ") : no) + told, contacts: matched, total: matched.count)
    }
    switch question.status {
    case "postponed": return Part(text: yes + moved(found).text, contacts: found, total: found.count)
    case "cancelled", "proposed", "planned":
      return Part(text: yes + words.sentence(first.summary), contacts: found, total: found.count)
    default:
      let told = found.count == 1 ? words.sentence(first.summary) : list(found).text
      let deniers = deniers(of: found)
      let but = deniers.isEmpty ? "" : words.text("؛ ونفى ذلك: ", "; denied by: ") + words.list(deniers)
      return Part(text: yes + told + but, contacts: found, total: found.count)
    }
  }

  /// Whether those who are told beside the contact's parties denied it: «هل نفت طهران لقاء ظريف وكيري؟».
  private func denied(_ matched: [AskedContact], _ yes: String, _ no: String) -> Part {
    let all = matched.filter { $0.claims.contains { $0.status == .denied } }
    let by = deniers(of: all)
    if let denier = question.denier.map({ question.parties[$0] }), let first = all.first,
      !all.contains(where: { isDenied($0, by: denier) })
    {
      return Part(
        text: no + words.text("نفاه غير «\(denier.words)»: ", "others than \(denier.words) denied it: ")
          + words.list(by) + words.text("؛ ", "; ")
          + words.sentence(first.summary), contacts: all, total: all.count)
    }
    guard let first = all.first else {
      return Part(
        text: words.text("لا، ليس في السجل نفي لذلك؛ ", "No, the record has no denial of it; ")
          + matched.prefix(2).map { words.sentence($0.summary) }.joined(separator: words.text("؛ ", "; ")),
        contacts: matched, total: matched.count)
    }
    return Part(
      text: yes
        + words.text("نُفي \(words.definite(first.summary)) من: ", "\(words.definite(first.summary)) was denied by: ")
        + words.list(by), contacts: all, total: all.count)
  }

  /// Whether the last or first of all is the one: «هل كان آخر لقاء بين … في جنيف؟».
  private func ofOrder(_ yes: String, _ no: String) throws -> Part {
    var wider = question
    wider.places = []
    (wider.from, wider.to, wider.periods) = (nil, nil, [])
    let all = ofStatus(try ContactMatcher(db: db, terms: terms, names: names, question: wider).contacts()).filter {
      $0.summary.date != nil
    }
    guard let chosen = question.order == .first ? all.last : all.first else { return none() }
    let isSo = try matcher.contacts().contains { $0.summary.id == chosen.summary.id }
    return Part(text: (isSo ? yes : no) + words.sentence(chosen.summary), contacts: [chosen], total: 1)
  }

  /// Whether somebody told of the contacts: «هل أعلنت الرئاسة …».
  private func told(_ matched: [AskedContact], by teller: AskedParty, _ yes: String, _ no: String) -> Part {
    let told = ofStatus(matched).filter { contact in
      contact.claims.filter { $0.status != .denied }.contains { claim in
        claim.by.contains { isSource($0.name, teller) }
          || teller.isOutlet && claim.outlet.map { isSource($0, teller) } == true
      }
    }
    guard let first = told.first ?? matched.first else { return none() }
    let isSo = !told.isEmpty
    return Part(
      text: (isSo ? yes : no + words.text("ليس في السجل أنه من «\(teller.words)»؛ ", "not told by \(teller.words); "))
        + words.sentence(first.summary),
      contacts: isSo ? told : matched, total: isSo ? told.count : matched.count)
  }

  /// Whether a source is somebody asked about, or speaks for the state asked about.
  private func isSource(_ name: String, _ party: AskedParty) -> Bool {
    if party.isOutlet { return AskedWords(outlet: party.words, terms).areHeld(by: name) }
    if party.isNamed {
      let key = names.key(name)
      return party.people.contains {
        names.key($0.name).isSame(as: key)
          || names.side(in: $0.name) != nil && names.side(in: $0.name) == names.side(in: name)
      }
    }
    return names.side(in: name) == party.side
  }

  /// Whether a state, a body or a person denied a contact.
  private func isDenied(_ contact: AskedContact, by denier: AskedParty) -> Bool {
    contact.claims.filter { $0.status == .denied }.flatMap(\.by).contains { isSource($0.name, denier) }
  }

  /// Who denied them, each with the outlet that tells it.
  private func deniers(of contacts: [AskedContact]) -> [String] {
    contacts.flatMap(\.claims).filter { $0.status == .denied }.map { claim in
      let who = claim.by.filter { $0.kind != .outlet }.map(\.name).last ?? claim.by.last?.name
      let outlet = claim.outlet
      guard let who else { return outlet ?? claim.article }
      return outlet.map { "\(who) (\($0))" } ?? who
    }
  }

  func deniers(_ matched: [AskedContact]) -> Part {
    let all = matched.filter { $0.claims.contains { $0.status == .denied } }
    guard let first = all.first else { return notOfStatus("denied", matched) }
    return Part(
      text: words.text("نفى \(words.definite(first.summary)): ", "\(words.definite(first.summary)) was denied by: ")
        + words.list(deniers(of: all)), contacts: all, total: all.count)
  }

  /// To which day they were put off.
  func moved(_ matched: [AskedContact]) -> Part {
    let all = matched.filter { $0.claims.contains { $0.status == .postponed } }
    guard let first = all.first else { return notOfStatus("postponed", matched) }
    let day = first.claims.last { $0.status == .postponed && $0.date != nil }?.date
    let what = words.definite(first.summary)
    let verb = wording.isFeminine(first.summary.form) || first.summary.form == "visit" ? "أُجّلت" : "أُجّل"
    guard let day else {
      return Part(
        text: words.text("\(verb) \(what)، ولا يذكر السجل موعدًا جديدًا", "\(what) was postponed; no new day is told"),
        contacts: all, total: all.count)
    }
    return Part(
      text: words.text("\(verb) \(what) إلى \(wording.date(day))", "\(what) was postponed to \(wording.date(day))"),
      contacts: all, total: all.count)
  }

  func status(_ matched: [AskedContact]) -> Part {
    let chosen = question.order == .first ? matched.suffix(1) : matched.prefix(question.order == .any ? 3 : 1)
    return Part(
      text: chosen.map { words.sentence($0.summary) }.joined(separator: words.text("؛ ", "; ")),
      contacts: Array(chosen),
      total: matched.count)
  }

  // MARK: Sources

  /// Who told it first, by whose word, and who else.
  func sources(_ matched: [AskedContact]) -> Part {
    let contact = ofStatus(matched).first ?? matched[0]
    let telling = contact.claims.filter { $0.status != .denied && matcher.isOfPlace($0) }
    guard let first = (telling.isEmpty ? contact.claims : telling).first else { return none() }
    func chain(_ claim: RecordClaim) -> String {
      let names = claim.by.map(\.name)
      let outlet = claim.outlet ?? claim.article
      if names.isEmpty || names == [outlet] { return outlet }
      return words.text(
        "\(words.list(names.reversed()))، كما نقلت \(outlet)", "\(words.list(names.reversed())), as told by \(outlet)")
    }
    let day = first.published.map { words.text(" في ", " on ") + wording.date(String($0.prefix(10))) } ?? ""
    let others = telling.dropFirst().map { claim in
      claim.by.last?.name ?? claim.outlet ?? claim.article
    }
    return Part(
      text: words.text("أول من ذكر ذلك: ", "First told by: ") + chain(first) + day,
      contacts: [contact], total: matched.count,
      also: others.isEmpty ? [] : [words.text("وذكره أيضًا: ", "Told also by: ") + words.list(others) + "."])
  }

  /// How many roots the reports go back to, but for denials.
  func independent(_ matched: [AskedContact]) throws -> Part {
    let contact = ofStatus(matched).first ?? matched[0]
    let detail = try Store.contact(db, contact.summary.id, pipeline: pipeline)
    let denying = Set(detail.reports.filter { $0.status == "denied" }.map(\.number))
    let roots = detail.roots.filter { root in
      root.reports.contains { !denying.contains($0) } || contact.summary.status == "denied"
    }
    let number = wording.count(roots.count, "source", isObject: true)
    let isMore = !question.isOfMore ? "" : roots.count > 1 ? words.text("نعم، ", "Yes: ") : words.text("لا، ", "No: ")
    return Part(
      text: isMore
        + words.text(
          "يعود \(words.definite(contact.summary)) في السجل إلى \(number): \(words.list(roots.map(\.name)))",
          "\(words.definite(contact.summary)) goes back to \(number): \(words.list(roots.map(\.name)))"),
      contacts: [contact], total: roots.count)
  }

  /// What reports tell differently.
  func conflicts(_ matched: [AskedContact]) throws -> Part {
    guard !matched.isEmpty else { return none() }
    let told = try matched.prefix(limit).compactMap { contact -> (AskedContact, String)? in
      guard !contact.summary.conflicts.isEmpty else { return nil }
      let detail = try Store.contact(db, contact.summary.id, pipeline: pipeline)
      let sides = detail.conflicts.map { conflict in
        conflict.sides.map { side in
          let outlets = side.reports.compactMap { detail.reports[$0 - 1].outlet }
          return side.value + (outlets.isEmpty ? "" : " (\(words.list(outlets)))")
        }.joined(separator: words.text(" أو ", " or "))
      }
      return (contact, words.list(sides))
    }
    guard !told.isEmpty else {
      return Part(
        text: words.text("لا، لا خلاف في السجل: ", "No, the accounts agree: ") + words.sentence(matched[0].summary),
        contacts: matched, total: matched.count)
    }
    return Part(
      text: words.text("نعم، اختلفت الروايات: ", "Yes, the accounts differ: ")
        + told.map(\.1).joined(separator: words.text("؛ ", "; ")),
      contacts: told.map(\.0), total: told.count)
  }

  /// What is new in the record since a day.
  func changes() throws -> Part {
    let since = question.from ?? ""
    let rows = try Row.fetchAll(
      db, sql: "SELECT kind, count(*) AS number FROM change WHERE at >= ? GROUP BY kind ORDER BY number DESC, kind",
      arguments: [since])
    guard !rows.isEmpty else { return none() }
    let names = [
      "new": ("جديد", "new"), "status": ("تغير وضعه", "with another status"),
      "date": ("تغير موعده", "with another date"),
      "sources": ("زادت مصادره", "with more sources"), "merged": ("دُمج", "merged"), "gone": ("زال", "gone"),
    ]
    let told = rows.map { row -> String in
      let (kind, number): (String, Int) = (row["kind"], row["number"])
      let name = names[kind] ?? (kind, kind)
      return words.text("\(number) \(name.0)", "\(number) \(name.1)")
    }
    let ids = try String.fetchAll(
      db,
      sql:
        "SELECT DISTINCT contact.id FROM change JOIN contact ON contact.id = change.contact WHERE at >= ? ORDER BY change.id DESC LIMIT ?",
      arguments: [since, limit])
    let contacts = try ids.compactMap { id in
      try Row.fetchOne(db, sql: "SELECT * FROM contact WHERE id = ?", arguments: [id]).map {
        try AskedContacts(db: db).contact(try Store.summary(db, $0))
      }
    }
    return Part(
      text: words.text("في السجل: ", "In the record: ") + words.list(told), contacts: contacts,
      total: rows.map { $0["number"] as Int }.reduce(0, +))
  }
}
