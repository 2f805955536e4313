/// Which columns of a table, or members of JSON of others, are which fields of an article.
public struct FieldMapping: Sendable, Hashable, CustomStringConvertible {
  /// What an article has; a mapping names its parts in this order.
  public enum Field: String, CaseIterable, Sendable { case text, title, published, outlet, url, author, language, id }

  /// The name of each field's column; members of members have their names joined by dots.
  package private(set) var names: [Field: String] = [:]

  /// Reads `text=body,published=date`.
  ///
  /// - Errors: `badField` with what is wrong with it.
  public init(parsing words: String) throws(InputError) {
    for part in words.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1).map {
        $0.drop { $0 == " " }.description
      }
      let fields = Field.allCases.map(\.rawValue).joined(separator: ", ")
      guard sides.count == 2, !sides[1].isEmpty else {
        throw InputError(.badField, "'\(part)' is not FIELD=NAME, such as text=body")
      }
      guard let field = Field(rawValue: sides[0]) else {
        throw InputError(.badField, "'\(sides[0])' is no field of an article: one of \(fields)")
      }
      guard names.updateValue(sides[1], forKey: field) == nil else {
        throw InputError(.badField, "'\(sides[0])' is given twice")
      }
    }
  }

  package init(_ names: [Field: String]) { self.names = names }

  /// What the names of a table's columns tell, after what was given.
  init(guessing names: [String], given: FieldMapping? = nil) {
    self.names = given?.names ?? [:]
    var free = names.filter { name in !self.names.values.contains(name) }.map { ($0, FieldNames.plain($0)) }
    for field in Field.allCases where self.names[field] == nil {
      let ranks = free.indices.compactMap { place in FieldNames.rank(free[place].1, of: field).map { (place, $0) } }
      guard let best = ranks.min(by: { $0.1 < $1.1 }) else { continue }
      self.names[field] = free[best.0].0
      free.remove(at: best.0)
    }
  }

  /// What an object's members are; nil where it has the names of ours and nothing was given.
  init?(of members: MemberNames, given: FieldMapping?, isForeign: Bool = false) {
    guard given != nil || isForeign || !members.names.contains("text") else { return nil }
    self.init(guessing: members.names, given: given)
    if names[.text] == nil { return nil }
  }

  /// The name of a field's column or member.
  func name(of field: Field) -> String { names[field] ?? field.rawValue }

  /// `text = body, published = date`
  public var description: String {
    Field.allCases.compactMap { field in names[field].map { "\(field.rawValue) = \($0)" } }.joined(separator: ", ")
  }
}
