import Mahdar

/// The sentences that answers are made of, in the language of the question.
struct AnswerWords {
  let wording: Wording
  let names: NameLookup
  let english: EnglishNames

  var isArabic: Bool { wording.isArabic }

  /// One of two, by the language.
  func text(_ arabic: String, _ english: String) -> String { isArabic ? arabic : english }

  // MARK: Names

  func name(_ party: ContactParty) -> String { isArabic ? party.name : party.label ?? party.name }

  /// «سيرغي لافروف (وزير الخارجية الروسي)».
  func described(_ party: ContactParty) -> String {
    guard let office = party.office, !names.isCounterpart(office) else { return name(party) }
    return "\(name(party)) (\(office))"
  }

  func place(_ name: String) -> String {
    isArabic ? name : english.label(Spelling.folded(name)) ?? english.label(name) ?? name
  }

  /// Values in their order, each once; more than ten are counted.
  func list(_ values: [String]) -> String {
    var seen: Set<String> = []
    let once = values.filter { !$0.isEmpty && seen.insert($0).inserted }
    let shown = once.prefix(10).joined(separator: text("، ", ", "))
    return once.count > 10 ? shown + text(" و\(once.count - 10) غير ذلك", " and \(once.count - 10) more") : shown
  }

  /// «لـ» before a name: «للرئيس», «للافروف».
  func of(_ name: String) -> String {
    guard isArabic else { return "of " + name }
    return name.hasPrefix("ال") ? "لل" + name.dropFirst(2) : name.first?.isASCII == true ? "لـ" + name : "ل" + name
  }

  /// What a party is called in the contacts that were found; as the question has it where it is none's.
  func name(_ party: AskedParty, in contacts: [ContactSummary], _ matcher: ContactMatcher) -> String {
    if party.isSide { return bare(party.words) }
    let found = contacts.flatMap { matcher.parties(of: $0, like: party) }
    guard party.isNamed, let first = found.first else { return party.office == nil ? party.words : bare(party.words) }
    let same = found.filter { $0.identity == first.identity }
    return same.map(name).max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? name(first)
  }

  /// Words of the question without a clitic before them: «والكويت» is «الكويت».
  func bare(_ words: String) -> String {
    guard isArabic else { return words }
    if words.hasPrefix("لل") { return "ال" + words.dropFirst(2) }
    for clitic in ["وال", "بال", "فال"] where words.hasPrefix(clitic) { return String(words.dropFirst()) }
    return words
  }

  func bare(_ place: AskedPlace) -> String { bare(place.words) }

  /// A status beside a number of contacts: «مقررة», «ملغى».
  func adjective(_ status: String, _ count: Int, _ noun: String) -> String? {
    guard isArabic else { return status == "planned" ? "that is planned," : "that was \(status)," }
    let words = [
      "planned": ("مقرر", "مقررة"), "postponed": ("مؤجل", "مؤجلة"), "cancelled": ("ملغى", "ملغاة"),
      "denied": ("منفي", "منفية"),
      "proposed": ("مقترح", "مقترحة"),
    ][status]
    guard let words else { return nil }
    if count == 2 { return wording.isFeminine(noun) ? words.1.dropLast() + "تان" : words.0 + "ان" }
    return count == 1 && !wording.isFeminine(noun) ? words.0 : words.1
  }

  // MARK: Contacts

  /// «بين لافروف وبلينكن», “between Lavrov and Blinken”.
  func between(_ names: [String]) -> String {
    guard names.count > 1 else { return names.first.map { text("مع \($0)", "with \($0)") } ?? "" }
    return text("بين ", "between ") + wording.list(names)
  }

  /// «اللقاء بين لافروف وبلينكن», “the meeting between …”, «زيارة تبون إلى تونس».
  func definite(_ contact: ContactSummary) -> String {
    let people = contact.parties.filter { $0.kind != "state" }
    if contact.form == "visit", let place = contact.place ?? contact.parties.first(where: { $0.kind == "state" })?.name
    {
      let names = wording.list((people.isEmpty ? contact.parties : people).map(name))
      return text("زيارة \(names) إلى \(self.place(place))", "the visit of \(names) to \(self.place(place))")
    }
    return wording.definite(contact.form) + " " + between(contact.parties.map(name))
  }

  /// «في جنيف في 21 يناير/كانون الثاني 2022»; nothing where neither is told.
  func circumstances(_ contact: ContactSummary, isPlaceTold: Bool = false) -> String {
    let place = isPlaceTold ? nil : contact.place.map { text("في ", "in ") + self.place($0) }
    let date = contact.date.map { date in
      let ends = date.split(separator: "/").map { wording.date(String($0)) }
      return ends.count > 1
        ? text("من \(ends[0]) إلى \(ends[1])", "from \(ends[0]) to \(ends[1])")
        : text("في ", date.count == 10 ? "on " : "in ") + wording.date(date)
    }
    return [place, date].compactMap(\.self).joined(separator: " ")
  }

  /// A contact with its status in a sentence: «عُقد اللقاء بين … في …», «ألغي اللقاء …».
  func sentence(_ contact: ContactSummary) -> String {
    let what = definite(contact)
    let circumstances = circumstances(contact, isPlaceTold: contact.form == "visit" && contact.place != nil)
    let isFeminine = wording.isFeminine(contact.form)
    let ending = circumstances.isEmpty ? "" : " " + circumstances
    guard isArabic else {
      let state =
        switch contact.status {
        case "held": "took place"
        case "underway": "is under way"
        case "scheduled": "is scheduled"
        case "proposed": "was proposed, no more"
        case "postponed": "was postponed"
        case "cancelled": "was cancelled"
        default: "was denied"
        }
      let moved =
        contact.status == "postponed" && contact.date != nil ? " to " + wording.date(contact.date ?? "") : ending
      return "\(what) \(state)\(moved)"
    }
    let (masculine, feminine) =
      switch contact.status {
      case "held": contact.form == "visit" || contact.form == "call" || isFeminine ? ("جرى", "جرت") : ("عُقد", "جرت")
      case "underway": ("يجري", "تجري")
      case "scheduled": ("مقرر", "مقررة")
      case "proposed": ("مقترح لا أكثر", "مقترحة لا أكثر")
      case "postponed": ("أُجّل", "أُجّلت")
      case "cancelled": ("أُلغي", "أُلغيت")
      default: ("منفي", "منفية")
      }
    let verb = isFeminine ? feminine : masculine
    if contact.status == "postponed" {
      return "\(verb) \(what)" + (contact.date.map { " إلى \(wording.date($0))" } ?? "")
    }
    return ["held", "underway", "cancelled"].contains(contact.status)
      ? "\(verb) \(what)\(ending)" : "\(what) \(verb)\(ending)"
  }

  // MARK: None

  /// «ليس في السجل لقاء بين … في 2022», of what was asked for.
  func none(_ question: Question) -> String {
    let parties = question.contactParties
    let names = parties.filter { !$0.isExcluded }.map { party in
      // Of several who bear the name none is meant more than the others.
      party.people.count == 1
        ? party.people.first.map { isArabic ? $0.name : label($0) } ?? party.words : bare(party.words)
    }
    let what = wording.noun(question.noun == "contact" && !question.isVisit ? "contact" : question.noun)
    var parts = [text(what, "no " + what)]
    if !names.isEmpty {
      parts.append(names.count > 1 ? between(names) : text("لـ«\(names[0])»", "of \(names[0])"))
    }
    parts += question.places.map { ($0.isExcluded ? text("خارج ", "outside ") : text("في ", "in ")) + bare($0) }
    if let days = days(question) { parts.append(days) }
    let isFeminine = wording.isFeminine(question.noun)
    let status: [String: (String, String, String)] = [
      "planned": ("مقرر", "مقررة", "that is planned"), "postponed": ("مؤجل", "مؤجلة", "that was postponed"),
      "cancelled": ("ملغى", "ملغاة", "that was cancelled"), "denied": ("منفي", "منفية", "that was denied"),
      "proposed": ("مقترح", "مقترحة", "that was proposed"),
    ]
    if let words = question.status.flatMap({ status[$0] }) {
      parts.append(text(isFeminine ? words.1 : words.0, words.2))
    }
    if let about = question.about { parts.append(text("بشأن «\(about)»", "about '\(about)'")) }
    return text("ليس في السجل ", "The record has ") + parts.joined(separator: " ") + "."
  }

  /// That nothing is of the status asked for, before what there is instead: «ليس في السجل أنه عُقد».
  func notOfStatus(_ status: String) -> String {
    let words: [String: (String, String)] = [
      "held": ("عُقد", "held"), "planned": ("مقرر", "planned"), "postponed": ("أُجّل", "postponed"),
      "cancelled": ("أُلغي", "cancelled"),
      "denied": ("نُفي", "denied"), "proposed": ("مقترح", "proposed"),
    ]
    let word = words[status] ?? (status, status)
    return text("ليس في السجل أنه \(word.0)", "Not in the record as \(word.1)")
  }

  private func label(_ person: NamedPerson) -> String {
    person.names.first { $0.first?.isASCII ?? false } ?? person.name
  }

  func days(_ question: Question) -> String? {
    switch (question.from, question.to) {
    case (nil, nil): nil
    case (let from?, nil): text("منذ ", "since ") + wording.date(from)
    case (nil, let to?): text("حتى ", "up to ") + wording.date(to)
    case (let from?, let to?):
      from == to
        ? text("في ", "on ") + wording.date(from)
        : text(
          "بين \(wording.date(from)) و\(wording.date(to))", "between \(wording.date(from)) and \(wording.date(to))")
    }
  }

  func unknown(_ name: String) -> String {
    text("ليس في السجل أحد باسم «\(name)».", "The record knows nobody called '\(name)'.")
  }

  func notUnderstood(_ words: [String]) -> String {
    let quoted = words.map { text("«\($0)»", "'\($0)'") }.joined(separator: text("، ", ", "))
    return text("لم أفهم: \(quoted).", "I did not understand: \(quoted).")
  }

  func whom(_ name: String, _ choices: [String]) -> String {
    guard !choices.isEmpty else {
      return text(
        "من تقصد بـ«\(name)»؟ لا يُذكر من أي بلد ولا باسم.",
        "Whom do you mean by '\(name)'? Which one: tell the name or the country.")
    }
    let choices = choices.prefix(8).joined(separator: text(" أم ", ", or "))
    return text("من تقصد بـ«\(name)»: \(choices)؟", "Whom do you mean by '\(name)': \(choices)? (which one?)")
  }

  var nobody: String {
    text(
      "من تقصد؟ لا يذكر السؤال أحدًا ولا يومًا ولا مكانًا يعرفه السجل.",
      "Whom do you mean? The question names nobody, no day and no place that the record knows; say which.")
  }

  var outside: String {
    text(
      "السجل لا يجيب عن الأسباب والآراء: فيه من التقى من، ومتى، وأين، وعمّ، ومن قال ذلك.",
      "The record has no answer to why, how and what to think: it has who met whom, when, where, about what, and who says so."
    )
  }
}
