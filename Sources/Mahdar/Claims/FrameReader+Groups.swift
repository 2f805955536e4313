/// Arguments put together: those joined by و, those in apposition, and those behind a relative clause.
extension FrameReader {
  /// Arguments in groups: each with those joined to it.
  func groups(_ arguments: [Argument]) -> [[Argument]] {
    var groups: [[Argument]] = []
    var dropped: Argument?
    for argument in arguments where isActor(argument) {
      if argument.isCoordinated, let last = groups.last?.last {
        if !isPlace(last), isPlace(argument), isPerson(last) {
          // «سفير المملكة لدى إيطاليا ومالطا»: of the office, not of the company.
          dropped = argument
          continue
        }
        if mentions[last.mention].kind == .place, !isPlace(argument) {
          groups.append([argument])
        } else {
          groups[groups.count - 1].append(argument)
        }
      } else if let state = dropped, isName(argument, of: state), !groups.isEmpty {
        // «وزراء خارجية تركيا أ والعراق ب»
        groups[groups.count - 1].append(argument)
      } else if let last = groups.last?.last, mentions[last.mention].kind == .group, isName(argument, of: last) {
        groups[groups.count - 1][groups[groups.count - 1].count - 1] = argument
      } else if let open = groups.lastIndex(where: { $0[0].role == nil }), let last = groups[open].last,
        isApposition(argument, of: last)
      {
        groups[open][groups[open].count - 1] = argument
      } else {
        groups.append([argument])
      }
    }
    return groups
  }

  /// «وزراء خارجية تركيا أ»: the name right behind an office of several, or behind its further state.
  private func isName(_ argument: Argument, of last: Argument) -> Bool {
    let (first, second) = (mentions[last.mention], mentions[argument.mention])
    return second.kind == .person && second.name != nil && second.office == nil && second.conjunction == 0
      && argument.role == nil && second.tokens.lowerBound == first.tokens.upperBound
      && (first.kind == .state || first.isPlural) && chains[first.chain].side == chains[second.chain].side
  }

  func isPerson(_ argument: Argument) -> Bool { mentions[argument.mention].kind == .person }

  /// «رئيس الوزراء وزير الخارجية القطري الشيخ محمد»: a second office of one person, the name behind it.
  private func isApposition(_ argument: Argument, of last: Argument) -> Bool {
    let (first, second) = (mentions[last.mention], mentions[argument.mention])
    guard first.kind == .person, second.kind == .person, argument.role == nil, second.conjunction == 0,
      first.name == nil || first.chain == second.chain, !first.isPlural
    else { return false }
    if first.chain == second.chain { return true }
    guard second.name != nil else { return false }
    let isNext = (first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)).allSatisfy {
      tokens[$0].kind == .mark
    }
    let (a, b) = (chains[first.chain].side, chains[second.chain].side)
    return a == b || last.isCoordinated && isNext || isNext && b == nil
  }

  /// The company behind a verb: its arguments, those behind a relative clause of the first one included.
  func company(behind index: Int, limit: Int) -> [[Argument]] {
    let (list, end) = map.arguments(from: index + 1, to: limit, stopAtNoun: true)
    let found = groups(list)
    guard found.count == 1, map.function(end) == .relative, let last = found[0].last, end - last.tokens.upperBound <= 1
    else { return found }
    // «يلتقي كارتر، الذي وصل صباحا إلى بغداد، رئيس الوزراء»
    let behind = map.arguments(from: end + 1, to: limit, passRelative: true).list
    guard
      let object = groups(behind).first(where: { group in
        let start = map.head(of: group[0].tokens.lowerBound)
        switch group[0].role {
        case nil: return !isPlace(group[0]) && start > end + 2 && map.verb(start - 1) == nil
        case .with: return tokens.mark(start - 2) == UInt8(ascii: ",") || tokens.mark(start - 2) == UInt8(ascii: "-")
        default: return false
        }
      })
    else { return found }
    return found + [object]
  }
}
