/// Who vouches for what a statement says.
extension VoucherReader {
  /// Who vouches for what a statement says.
  func source(of statement: Statement) -> Voucher {
    let start = token(at: statement.speaker.start)
    let end = max(start + 1, token(at: statement.speaker.end))
    let cue = token(at: statement.cue.start)
    let kind = statement.chain.map { chains[$0].kind }
    var limit = tokens.sentence(of: start).upperBound
    // «مصدر مطلع على الملف قال إن …»: the description ends before what is told.
    for told in [cue, statement.tokens.lowerBound] where told > start { limit = min(limit, told) }
    limit = max(limit, end)
    if kind != .person {
      // «وأوضح البيان أن …» where the statement names the body that issued it.
      if end <= cue || start >= statement.tokens.upperBound, let named = document(behind: cue, statement) {
        return named
      }
      // «قال بيان صادر عن الرئاسة».
      if cue < start {
        var index = start - 1
        while index > max(cue, start - 6), tokens[index].kind != .mark {
          if !classes(index).classes.isDisjoint(with: [.document, .communique]) {
            return Voucher(name: span(index..<end), kind: .document, token: index)
          }
          index -= 1
        }
      }
    }
    var (classes, word, _) = classes(start)
    // «ثلاثة مسؤولين»: the noun behind the number tells what they are.
    if tokens[start].kind == .number || classes.contains(.number) { classes.formUnion(self.classes(start + 1).classes) }
    if classes.contains(.same), !self.classes(start + 1).classes.isEmpty {
      let (next, word, _) = self.classes(start + 1)
      if let anaphor = anaphor(start + 1, next, word) { return anaphor }
    }
    if kind != .person, end - start == 1, kind == nil || kind == .source,
      var anaphor = anaphor(start, classes, word)
    {
      if anaphor.kind == .official, isInCommunique(statement, start) { anaphor.kind = .document }
      return anaphor
    }
    if kind == .person, let chain = statement.chain {
      return Voucher(name: chains[chain].name, kind: .official, token: start, chain: chain)
    }
    if !classes.isDisjoint(with: [.document, .communique]) {
      return Voucher(
        name: span(start..<max(end, description(from: start, to: limit))), kind: .document, token: start)
    }
    if kind == .outlet || classes.contains(.outlet) {
      let behind = kind == .outlet ? quoted(behind: end, to: limit) ?? end : description(from: start, to: limit)
      return Voucher(
        name: span(start..<(end - start <= 2 ? max(end, behind) : end)), kind: .outlet, token: start,
        chain: statement.chain)
    }
    if kind == .source || classes.contains(.unnamed) || self.classes(start - 1).classes.contains(.unnamed) {
      return Voucher(
        name: span(head(start)..<max(end, description(from: start, to: limit))), kind: .anonymous, token: start,
        chain: statement.chain)
    }
    let name = kind == .organisation ? statement.chain.map { chains[$0].name } : nil
    return Voucher(
      name: name ?? statement.speaker, kind: isInCommunique(statement, start) ? .document : .official, token: start,
      chain: statement.chain)
  }

  /// The document right behind a verb of saying.
  private func document(behind cue: Int, _ statement: Statement) -> Voucher? {
    let start = cue + 1
    let end = statement.tokens.lowerBound > start ? min(start + 3, statement.tokens.lowerBound) : start + 3
    for index in start..<max(start, end) {
      let (classes, word, _) = classes(index)
      if map.mentionAt[index] < 0, let anaphor = anaphor(index, classes, word) { return anaphor }
      if !classes.isDisjoint(with: [.document, .communique]) {
        return document(index, to: tokens.sentence(of: index).upperBound)
      }
    }
    return nil
  }

  /// «قالت الوزارة في بيان إن …».
  private func isInCommunique(_ statement: Statement, _ speaker: Int) -> Bool {
    let cue = token(at: statement.cue.start)
    // «وقالت الحركة، في بيان، إنها …، وتابعت أن …»: who is told before goes on in it.
    let opening = tokens.sentence(of: cue).lowerBound
    var (start, end) = (speaker < opening ? opening : min(cue, speaker), statement.tokens.lowerBound)
    if end < start { (start, end) = (speaker, speaker + Self.reach) }
    return (start..<min(end, start + Self.longest * 3)).contains { index in
      let (classes, _, reading) = classes(index)
      guard classes.contains(.communique), !classes.contains(.definite) else { return false }
      let before = map.function(index - 1)
      return before == .in || before == .by || reading == .preposition || reading == .both
    }
  }

  /// «أكدت الإذاعة وأحد النواب أن …»: the sources without a name that و joins to the speaker.
  func joined(behind statement: Statement) -> [Voucher] {
    var limit = tokens.sentence(of: token(at: statement.speaker.start)).upperBound
    if statement.tokens.lowerBound > token(at: statement.speaker.start) {
      limit = min(limit, statement.tokens.lowerBound)
    }
    let start = token(at: statement.speaker.end)
    let (classes, _, reading) = classes(start)
    guard start < limit, reading == .conjunction || reading == .both,
      !classes.isDisjoint(with: [.unnamed, .outlet, .number])
    else { return [] }
    return source(behind: start, to: limit).map { [$0] } ?? []
  }
}
