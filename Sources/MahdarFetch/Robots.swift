/// What the robots.txt of a host asks of a program, as RFC 9309 has it.
struct Robots: Sendable {
  private struct Rule: Sendable {
    var isAllowed: Bool
    var pattern: [UInt8]
  }

  /// Bytes that are read of a file; RFC 9309 wants at least 500 KiB.
  static let limit = 512 << 10
  /// More rules, and longer ones, are left unread: each costs time for every address.
  private static let ruleLimit = 5000
  private static let patternLimit = 2000

  private var rules: [Rule] = []
  /// Seconds that shall pass between two requests, though RFC 9309 does not know it.
  private(set) var delay: Double?

  static let allowing = Robots()

  private init() {}

  /// - Parameter agent: the name by which groups are told, in small letters.
  init(_ text: [UInt8], agent: String) {
    var own = Robots()
    var others = Robots()
    var hasOwn = false
    var (isOwn, isForAll, isNaming) = (false, false, false)
    for line in text.prefix(Self.limit).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = Self.trimmed(line[..<colon]).lowercased()
      let value = Self.trimmed(line[(colon + 1)...])
      switch key {
      case "user-agent":
        if !isNaming { (isOwn, isForAll) = (false, false) }
        isNaming = true
        let name = value.lowercased().prefix { $0.isLetter || $0 == "-" || $0 == "_" }
        isOwn = isOwn || name == agent
        isForAll = isForAll || value == "*"
        hasOwn = hasOwn || isOwn
      case "allow", "disallow":
        isNaming = false
        guard !value.isEmpty else { continue }
        let rule = Rule(isAllowed: key == "allow", pattern: Self.normalized(value))
        if isOwn { own.add(rule) }
        if isForAll { others.add(rule) }
      case "crawl-delay":
        isNaming = false
        guard let seconds = Double(value), seconds >= 0 else { continue }
        if isOwn { own.delay = seconds }
        if isForAll { others.delay = seconds }
      default: break
      }
    }
    self = hasOwn ? own : others
  }

  private mutating func add(_ rule: Rule) {
    if rules.count < Self.ruleLimit, rule.pattern.count <= Self.patternLimit { rules.append(rule) }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a path with its query may be asked: the longest pattern that it matches decides, and of two of one length the one
  /// that allows.
  func allows(_ path: String) -> Bool {
    let path = Self.normalized(path)
    var best: (length: Int, isAllowed: Bool) = (-1, true)
    for rule in rules where rule.pattern.count >= best.length && Self.matches(rule.pattern[...], path[...]) {
      if rule.pattern.count > best.length || rule.isAllowed { best = (rule.pattern.count, rule.isAllowed) }
    }
    return best.isAllowed
  }

  /// `*` stands for any bytes, `$` at the end for the end. In time that grows with pattern times path at most.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pattern = isAnchored ? pattern.dropLast() : pattern
    var (place, at) = (pattern.startIndex, path.startIndex)
    var star: (place: Int, at: Int)?
    while true {
      if place == pattern.endIndex {
        if !isAnchored || at == path.endIndex { return true }
      } else if pattern[place] == UInt8(ascii: "*") {
        star = (place + 1, at)
        place += 1
        continue
      } else if at < path.endIndex, pattern[place] == path[at] {
        place += 1
        at += 1
        continue
      }
      guard let last = star, last.at < path.endIndex else { return false }
      star = (last.place, last.at + 1)
      (place, at) = (last.place, last.at + 1)
    }
  }

  /// The bytes with letters that are escaped without need as themselves, and those that need it escaped, in capitals.
  private static func normalized(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    let all = Array(text.utf8)
    var index = 0
    while index < all.count {
      var byte = all[index]
      var isEscaped = byte > 0x7E || byte <= 0x20
      if byte == UInt8(ascii: "%"), index + 2 < all.count,
        let value = UInt8(String(decoding: all[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        byte = value
        index += 2
        let isPlain =
          byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
          || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
        isEscaped = !isPlain
      }
      if isEscaped {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
      index += 1
    }
    return bytes
  }
}
