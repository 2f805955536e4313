/// The members of noun phrases: what و, commas, apposition, «بينهم» and «برئاسة» join.
extension ClauseReader {
  /// The members of a list that begins with a mention: joined by و, in apposition, or told behind «بينهم».
  mutating func list(from mention: Int, _ end: Int) -> (members: [Int], end: Int) {
    var members = [mention]
    var isOfficeBehind = false
    var upper = map.mentions[mention].tokens.upperBound
    var isListed = false
    while members.count < Self.mostMembers {
      guard let (next, start, link) = following(upper, end) else { break }
      let (last, other) = (map.mentions[members[members.count - 1]], map.mentions[next])
      if link != .including, other.preposition != 0, other.preposition != last.preposition || link != .joined { break }
      switch link {
      case .apposed, .comma:
        if isApposition(other, of: last, isApart: link == .comma) {
          isOfficeBehind = last.name != nil && other.name == nil
          if tellsMore(other, than: last) {
            if last.isPlural {
              tree.delegations[next] = members[members.count - 1]
            } else if last.chain != other.chain {
              tree.offices[next] = members[members.count - 1]
            }
            members[members.count - 1] = next
          } else if isOfficeBehind, last.chain != other.chain {
            tree.offices[members[members.count - 1]] = next
          }
        } else if let named = nameBehind(next, of: last, end) {
          // «رئيس المرحلة الانتقالية، رئيس الدولة، الفريق أ»
          tree.offices[named] = members[members.count - 1]
          members[members.count - 1] = named
          upper = map.mentions[named].tokens.upperBound
          continue
        } else if link == .comma, isListed || continues(next, end), isAlike(other, last) {
          members.append(next)
          isListed = true
        } else {
          return (members, upper)
        }
      case .joined where isOfficeBehind && other.kind == .person && other.name == nil && !other.isPlural:
        // «أ، رئيس الحكومة ورئيس الدورة»: two posts of one man.
        break
      case .joined
      where last.kind == .person && last.name != nil && map.mentions[mention].isPlural && behindState(next, end) >= 0:
        // «وزراء خارجية مصر أ والأردن ب»: each behind his state.
        let person = behindState(next, end)
        tree.delegations[person] = next
        members.append(person)
        upper = map.mentions[person].tokens.upperBound
        isListed = true
        continue
      case .joined:
        guard isAlike(other, last) || last.kind == .place && other.kind == .state else { return (members, upper) }
        members.append(next)
        isListed = true
      case .including:
        if last.kind == .group || last.isPlural, last.kind != .person || last.sides.count < 2 {
          members.removeLast()
        }
        members.append(next)
        isListed = true
      case .led:
        guard last.kind == .group else { return (members, upper) }
        tree.delegations[next] = members[members.count - 1]
        members[members.count - 1] = next
      }
      upper = max(other.tokens.upperBound, start + 1)
    }
    return (members, upper)
  }

  enum Link { case joined, comma, apposed, including, led }

  /// The mention behind a list's last member, where it starts and what joins it.
  func following(_ upper: Int, _ end: Int) -> (mention: Int, start: Int, link: Link)? {
    var index = upper
    var isComma = false
    var isJoined = false
    var passed = 0
    while index < end, passed < 4 {
      if map.timeAt[index] >= 0 { return nil }
      if map.mentionAt[index] >= 0 {
        let mention = Int(map.mentionAt[index])
        let other = map.mentions[mention]
        let start = map.head(of: other.tokens.lowerBound)
        if isJoined || other.conjunction == Letters.waw || isLoneWaw(start - 1) { return (mention, start, .joined) }
        return (mention, start, isComma ? .comma : .apposed)
      }
      switch tokens.mark(index) {
      case UInt8(ascii: "("):
        index = closing(index, end)
        continue
      case UInt8(ascii: ","):
        isComma = true
        index += 1
        continue
      case Letters.openQuote, Letters.closeQuote, Letters.straightQuote, UInt8(ascii: "-"):
        index += 1
        passed += 1
        continue
      case 0: break
      default: return nil
      }
      if let (match, _) = cues.longest(at: index, in: tokens) {
        if match.values.contains(.including), let next = mention(behind: match.end, end) {
          return (next, map.mentions[next].tokens.lowerBound, .including)
        }
        if match.values.contains(.leading), !isComma, let next = mention(behind: match.end, end),
          map.mentions[next].kind == .person
        {
          return (next, map.mentions[next].tokens.lowerBound, .led)
        }
        if match.values.contains(.honorific), map.mentionAt[match.end] >= 0 {
          let mention = Int(map.mentionAt[match.end])
          let link: Link =
            tokens[index].conjunction == Letters.waw || isLoneWaw(index - 1) ? .joined : isComma ? .comma : .apposed
          return (mention, index, link)
        }
      }
      if isLoneWaw(index) {
        isJoined = true
        index += 1
        passed += 1
        continue
      }
      // «أ من الجانب الروسي وب من المصرف»: the side belongs to the person before it.
      if map.function(index) == .from, !isComma, let end = endOfSide(index + 1) {
        index = end
        continue
      }
      // «دبلوماسيين كينيين متقاعدين ووفد من أ»: adjectives of the plural before it.
      if !isComma, isPluralAdjective(index), map.mentionAt[index + 1] >= 0,
        map.mentions[Int(map.mentionAt[index + 1])].conjunction == Letters.waw
      {
        index += 1
        continue
      }
      // «وفد من الائتلاف المعارض برئاسة أ»: adjectives of the group.
      if !isComma, map.function(index) == nil, map.verb(index) == nil, tokens[index].conjunction == 0,
        isLeading(index + 1) || isLeading(index + 2)
      {
        index += 1
        passed += 1
        continue
      }
      return nil
    }
    return nil
  }

  /// The end of a state or body at `index` behind which و joins another person, a comma between them or none.
  private func endOfSide(_ index: Int) -> Int? {
    guard map.mentionAt[index] >= 0 else { return nil }
    let side = map.mentions[Int(map.mentionAt[index])]
    let end = side.tokens.upperBound
    let next = map.mentionAt[tokens.mark(end) == UInt8(ascii: ",") ? end + 1 : end]
    guard side.kind == .state || side.kind == .organisation, next >= 0, map.mentions[Int(next)].kind == .person,
      map.mentions[Int(next)].conjunction == Letters.waw
    else { return nil }
    return end
  }

  /// «متقاعدين», «بارزون»: a plain word with the ending of a plural, which no preposition or و parts from the noun before.
  func isPluralAdjective(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    guard tokens[index].kind == .word, tokens[index].conjunction == 0, tokens[index].preposition == 0,
      letters.count > 4, letters.last == Letters.noon, map.function(index) == nil, map.verb(index) == nil
    else { return false }
    let ending = letters[letters.index(letters.endIndex, offsetBy: -2)]
    return ending == Letters.yeh || ending == Letters.waw
  }

  func isLeading(_ index: Int) -> Bool {
    cues.longest(at: index, in: tokens)?.match.values.contains(.leading) ?? false
  }

  func mention(behind index: Int, _ end: Int) -> Int? {
    // «بينهم كل من», «برئاسة معالي»: a word or two.
    for position in index..<max(index, min(end, index + 4)) where map.mentionAt[position] >= 0 {
      return Int(map.mentionAt[position])
    }
    return nil
  }

  func isLoneWaw(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens.letters(index).elementsEqual([Letters.waw])
  }

  /// «أ، ب وج»: whether a list that goes on with commas comes to its و.
  func continues(_ mention: Int, _ end: Int) -> Bool {
    guard let (next, _, link) = following(map.mentions[mention].tokens.upperBound, end) else { return false }
    switch link {
    case .joined: return isAlike(map.mentions[next], map.mentions[mention])
    case .comma:
      guard let (_, _, after) = following(map.mentions[next].tokens.upperBound, end) else { return false }
      return after == .joined || after == .comma
    default: return false
    }
  }

  /// Whether two mentions may be members of one list: people and bodies, or states and places.
  func isAlike(_ a: Mention, _ b: Mention) -> Bool {
    func isPlace(_ mention: Mention) -> Bool { mention.kind == .place || mention.kind == .venue }
    if isPlace(a) != isPlace(b) { return a.kind == .state || b.kind == .state }
    // «سفير المملكة لدى إيطاليا ومالطا»: of the office, not of the company.
    if a.kind == .state, b.kind == .person { return false }
    if a.kind == .outlet || b.kind == .outlet { return a.kind == b.kind }
    return true
  }

  /// «رئيس الوزراء وزير الخارجية القطري الشيخ محمد», «وزير الخارجية، أ»: one person, told twice.
  func isApposition(_ other: Mention, of last: Mention, isApart: Bool) -> Bool {
    if other.chain == last.chain { return true }
    guard other.conjunction == 0, !last.isPlural else {
      return last.isPlural && isNameAlone(other) && !isApart
    }
    if last.kind == .group || last.kind == .organisation, other.kind == .outlet { return true }
    guard last.kind == .person, other.kind == .person else {
      return last.kind == .place && (other.kind == .place || other.kind == .state) && last.side == other.side
    }
    // «السيد أ، رئيس الحزب»
    if last.name != nil, last.office == nil, other.name == nil {
      return last.side == other.side || last.side == nil || other.side == nil
    }
    guard last.name == nil, other.name != nil || !isApart else { return false }
    return last.side == other.side || last.side == nil || other.side == nil
  }

  /// The name that follows two offices of one man, told one behind the other.
  private func nameBehind(_ second: Int, of first: Mention, _ end: Int) -> Int? {
    let other = map.mentions[second]
    guard first.kind == .person, first.name == nil, !first.isPlural, other.kind == .person, other.name == nil,
      !other.isPlural,
      other.conjunction == 0, first.side == other.side || first.side == nil || other.side == nil,
      let (third, _, link) = following(other.tokens.upperBound, end), link == .comma || link == .apposed,
      case let named = map.mentions[third], named.kind == .person, named.name != nil, named.conjunction == 0,
      named.side == other.side || named.side == nil || other.side == nil
    else { return nil }
    return third
  }

  /// The name right behind a state; -1 where none is.
  func behindState(_ mention: Int, _ end: Int) -> Int {
    guard map.mentions[mention].kind == .state,
      let (next, _, link) = following(map.mentions[mention].tokens.upperBound, end),
      link == .apposed, isNameAlone(map.mentions[next])
    else { return -1 }
    return next
  }

  func isNameAlone(_ mention: Mention) -> Bool {
    mention.kind == .person && mention.name != nil && mention.office == nil
  }

  func tellsMore(_ a: Mention, than b: Mention) -> Bool {
    a.kind == .person && a.name != nil && (b.name == nil || b.isPlural)
  }
}
