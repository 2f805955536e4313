/// What a record tells of a contact: its status and why, its support, its fields.
extension Wording {
  /// «held: told by 2 roots since 2015-08-03; denied before by the ministry».
  public func because(_ reason: StatusReason, of form: String) -> String {
    let status = status(reason.status.rawValue, of: form)
    let names = { (names: [String]) in names.joined(separator: "، ") }
    guard isArabic else {
      return "\(status): told by \(tally(reason.roots, "root"))" + (reason.since.map { " since \($0)" } ?? "")
        + (reason.deniedBefore.isEmpty ? "" : "; denied before by " + reason.deniedBefore.joined(separator: ", "))
        + (reason.denied.isEmpty ? "" : "; denied by " + reason.denied.joined(separator: ", "))
    }
    let it = isFeminine(form) ? "ها" : "ه"
    let verb = reason.roots > 2 ? "تروي" : "يروي"
    return "\(status): \(verb)\(it) \(tally(reason.roots, "root"))"
      + (reason.since.map { " منذ " + date($0) } ?? "")
      + (reason.deniedBefore.isEmpty ? "" : "؛ وسبق أن نفا\(it): " + names(reason.deniedBefore))
      + (reason.denied.isEmpty ? "" : "؛ وينفي\(it): " + names(reason.denied))
  }

  /// «9 articles, 2 roots (1 official, 1 unnamed)».
  public func support(_ support: Support) -> String {
    let kinds = support.kinds.map { kind, count in
      isArabic ? tally(count, kind.rawValue) : "\(count) \(kind == .anonymous ? "unnamed" : kind.rawValue)"
    }.joined(separator: comma)
    return tally(support.articles, "article") + text(" من ", ", ") + tally(support.roots, "root", isObject: true)
      + " (\(kinds))"
  }

  private static let kinds = ["outlet": "وسيلة إعلام", "official": "رسمي", "anonymous": "مجهول", "document": "وثيقة"]

  /// The kind of a source or a root, beside its name.
  public func sourceKind(_ kind: String) -> String { isArabic ? Self.kinds[kind] ?? kind : kind }

  /// What a step of the status tells, with what it does to what was told before.
  public func step(_ status: String, _ turn: String, of form: String) -> String {
    let words = self.status(status, of: form)
    switch (turn, status) {
    case ("again", "scheduled"), ("again", "proposed"):
      return isArabic ? isFeminine(form) ? "لا تزال \(words)" : "لا يزال \(words)ًا" : "still \(words)"
    case ("again", _): return words + text(" رغم ذلك", " all the same")
    case ("redated", _): return words + text(" في يوم آخر", ", another day")
    case ("beside", "denied"): return words
    case ("beside", _): return "(\(words))"
    default: return words
    }
  }

  /// The date that is told with a status, behind it: what took place has a day, what is planned one that is set for it.
  public func about(_ date: String, _ status: String, of form: String) -> String {
    guard isArabic else { return " for " + when(date) }
    if status == "held" || status == "underway" { return " في " + self.date(date) }
    return (isFeminine(form) ? "، موعدها " : "، موعده ") + self.date(date)
  }

  /// What a report adds to a field.
  public func change(of field: String, _ values: [String]) -> String {
    self(.field(field)) + text(": ", " ") + values.joined(separator: "، ")
  }

  /// What it does to what was told before, field by field.
  public func changes(_ turn: Term, _ fields: [String]) -> String {
    self(turn) + text(" – ", ": ") + fields.joined(separator: semicolon)
  }

  /// The value of a field of a contact.
  public func value(_ value: String, of field: String, in form: String) -> String {
    switch field {
    case "form": self.form(value)
    case "status": status(value, of: form)
    case "date": when(value)
    case "duration": length(value)
    default: value
    }
  }

  /// How much of a list is shown: «5 من أصل 69 تواصلًا».
  ///
  /// - Parameters:
  ///   - total: nil for more than `counted`.
  ///   - what: the rest of what is counted: “with conflicts”.
  public func total(_ shown: Int, of total: Int?, counted: Int, _ name: String, _ what: String?) -> String {
    let rest = what.map { " " + $0 } ?? ""
    guard isArabic else {
      let all = total.map(String.init) ?? "more than \(counted)"
      return total == 0 ? "no \(plural(name))\(rest) found" : "\(shown) of \(all) \(plural(name))\(rest)"
    }
    if total == 0 { return "لا \(plural(name))\(rest)" }
    return "\(shown) من أصل " + (total.map { tally($0, name, isObject: true) } ?? "أكثر من \(tally(counted, name))")
      + rest
  }

  /// From a day on, as a heading of what changed has it.
  public func since(_ day: String) -> String { self(.since) + " " + when(day) }

  /// What the sign of a doubtful contact means.
  public func lessLikely(than doubt: Double) -> String {
    text("احتماله دون \(doubt): انظر نصّه", "less likely than \(doubt): see its words")
  }

  /// Of how many contacts it can't be told whether they are of the days asked for.
  public func roughlyDated(_ number: Int) -> String {
    text("وقد يقع في هذه الأيام أيضًا \(tally(number, "contact"))", "\(number) more may fall into these days")
      + " (--loose)"
  }
}

// MARK: For programs

/// Programs have sentences in English, whatever a person reads.
extension StatusReason: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Wording(.en).because(self, of: ""))
  }
}

extension Support: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Wording(.en).support(self))
  }
}

extension Support {
  /// The kinds of roots, with how many are of each, in what `encode` writes: “3 articles, 2 roots (1 official, 1 unnamed)”.
  package static func kinds(in words: String) -> [String: Int] {
    let parts = words.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.split(separator: ",")
    return parts.reduce(into: [:]) { kinds, part in
      let words = part.split(separator: " ")
      guard words.count == 2, let count = Int(words[0]) else { return }
      kinds[words[1] == "unnamed" ? SourceRoot.Kind.anonymous.rawValue : String(words[1])] = count
    }
  }
}

extension Comparison.Reason: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Wording(.en).reason(self))
  }
}
