/// Writes analyses in the analysis format: one JSON object each, keys in a fixed order.
///
/// - Units: spans come in as UTF-8 bytes and go out as code points of the content (title, line end, text).
/// - Errors: none; a row whose span lies outside the content is left out, with a remark.
public struct AnalysisWriter: Sendable {
  /// The digest of the language data.
  let data: String

  public init(data: String) { self.data = data }

  /// The analysis as one line of JSON Lines, its line end included.
  public func line(_ analysis: Analysis) -> [UInt8] {
    var json = JSONBytes()
    write(analysis, to: &json)
    json.endLine()
    return json.bytes
  }

  package func write(_ analysis: Analysis, to json: inout JSONBytes) {
    let grounds = Grounds(analysis)
    json.object { json in
      json.key("id")
      json.value(analysis.article.id)
      json.key("engine")
      json.value("mahdar " + Pipeline.version)
      json.key("data")
      json.value(data)
      writeOrigin(analysis.article, to: &json)
      json.key("contacts")
      json.array(analysis.contacts.filter(grounds.areSound)) { grounds.write($1, to: &$0) }
      json.key("statements")
      json.array(analysis.statements.filter(grounds.areSound)) { grounds.write($1, to: &$0) }
      json.key("dates")
      json.array(analysis.times.filter { grounds.isSound($0.span) }) { grounds.write($1, to: &$0) }
      json.key("people")
      json.array(grounds.people) { grounds.write($1, to: &$0) }
      json.key("remarks")
      json.array(analysis.article.remarks + analysis.remarks + grounds.remarks) { $0.value($1) }
      json.raw(analysis.article.carried)
    }
  }

  /// What the article says of itself, where it does.
  private func writeOrigin(_ article: Article, to json: inout JSONBytes) {
    if let published = article.published {
      json.key("published")
      json.value(published)
    }
    if let outlet = article.outlet {
      json.key("outlet")
      json.value(outlet)
    }
    if let url = article.url {
      json.key("url")
      json.value(url)
    }
    if let language = article.language {
      json.key("language")
      json.value(language)
    }
  }
}

extension Analysis {
  /// The chains of the people that the article names, in the order of their first mentions.
  public var people: [Chain] { chains.filter(\.isNamedPerson) }

  /// The spans of the mentions that give a chain's name.
  func nameSpans(of chain: Chain) -> [TextSpan] {
    chain.mentions.compactMap { mentions.indices.contains($0) ? mentions[$0].name : nil }
  }

  /// Who made a statement: the speaker's fullest name, or those of all who speak together, joined by و.
  public func speakerName(of statement: Statement) -> String {
    let names = statement.joint.filter { chains.indices.contains($0) }.map { text(chains[$0].name) }
    if names.count > 1 { return names.joined(separator: " و") }
    let name = text(speaker(of: statement))
    return statement.speakerKind == .anonymous ? Self.nominative(name) : name
  }

  /// A description in the accusative that the text marks, «مصدرًا مطلعًا», as it is called: «مصدر مطلع».
  private static func nominative(_ description: String) -> String {
    guard description.unicodeScalars.contains(tanween) else { return description }
    return description.split(separator: " ").map { word in
      let scalars = Array(word.unicodeScalars)
      guard scalars.count > 3, scalars.suffix(2).contains(tanween), scalars.suffix(2).contains(alef) else {
        return String(word)
      }
      return String(String.UnicodeScalarView(scalars.dropLast(2)))
    }.joined(separator: " ")
  }

  private static let tanween: Unicode.Scalar = "\u{064B}"
  private static let alef: Unicode.Scalar = "\u{0627}"

  /// The span of the speaker's fullest name, when the article names them; else of the words that stand for the speaker.
  public func speaker(of statement: Statement) -> TextSpan {
    guard let chain = statement.chain, chains.indices.contains(chain), chains[chain].isNamed else {
      return statement.speaker
    }
    return chains[chain].name
  }
}
