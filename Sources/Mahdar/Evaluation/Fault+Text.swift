/// What a fault shows of marks, in one line each.
extension RecordClaim {
  /// `visit scheduled 2025-10-22 مسقط: تميم بن حمد آل ثاني [QA], سلطنة عمان [OM, state]`
  var brief: String {
    let head = [form.rawValue, status.rawValue, date, place?.name].compactMap { $0 }.joined(separator: " ")
    let parties = participants.map { "\($0.name) [\($0.side ?? "–")\($0.kind == "person" ? "" : ", \($0.kind)")]" }
    return head + ": " + parties.joined(separator: ", ")
  }

  /// The value of a field.
  func text(_ field: EvaluatedField) -> String? {
    switch field {
    case .form: form.rawValue
    case .status: status.rawValue
    case .date: date
    case .place: place?.name
    case .channel: channel.rawValue
    case .venue: venue
    case .occasion: occasion
    case .duration: duration
    case .sides, .via, .peopleSides: nil
    }
  }
}

extension RecordClaim.Source {
  var brief: String { "\(name) (\(kind.rawValue))" }
}

extension Marks.Statement {
  var brief: String { "\(speaker): \(text)" }
}

extension Marks.Date {
  var brief: String { "\(text) = \(value ?? "–") (\(type.rawValue))" }
}
