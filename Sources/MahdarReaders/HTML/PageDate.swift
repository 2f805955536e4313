import Foundation
import Mahdar

/// Finds when a page's article was published.
struct PageDate {
  private let page: PageTree
  private let metadata: PageMetadata
  /// By node: whether it stands in a box that leads elsewhere.
  private let isCard: [Bool]
  private let words: PageWords
  private let day: (String) -> String?

  init(_ page: PageTree, _ metadata: PageMetadata, isCard: [Bool], words: PageWords, day: @escaping (String) -> String?)
  {
    self.page = page
    self.metadata = metadata
    self.isCard = isCard
    self.words = words
    self.day = day
  }

  /// The first that can be read: what the page says of itself, an element of time beside the title, a line of the page there, the
  /// address; else the first that is written and can't be read.
  func callAsFunction() -> PageMetadata.Found? {
    for found in metadata.dates { if let date = date(found.text) { return (date, found.origin) } }
    return element() ?? line() ?? address() ?? metadata.dates.first
  }

  private func date(_ text: String) -> String? { PublicationDate.read(PageText.clean(text), day: day) }

  /// How far behind the title, in nodes, elements and lines are looked at, and how far before it, where the day of reading stands
  /// as often as that of publication.
  private static let reach = (behind: 400, before: 60)

  private func isBeside(_ node: Int) -> Bool {
    let heading = metadata.heading ?? 0
    return node >= heading - Self.reach.before && node <= heading + Self.reach.behind && !isCard[node]
  }

  private func element() -> PageMetadata.Found? {
    let found = page.tree.nodes.indices.filter {
      page.element(of: $0) == .time && !page.tree.nodes[$0].isText && isBeside($0) && !isOutside($0) && !tellsChange($0)
    }
    // Before the title stand other articles as often.
    let heading = metadata.heading ?? 0
    for node in found.filter({ $0 >= heading }) + found.filter({ $0 < heading }).reversed() {
      let written = page.tree.attribute("datetime", of: node) ?? ""
      if let date = date(written) ?? date(page.cleanText(of: node)) { return (date, "time") }
    }
    return nil
  }

  /// A line of few words beside the title, first those whose element says that it holds a day.
  private func line() -> PageMetadata.Found? {
    let lines = PageBlocks(page, standIns: false).blocks.filter {
      $0.size <= 25 && isBeside($0.node) && $0.marks.isDisjoint(with: [.related, .comments, .menu, .card, .footer])
    }
    let heading = metadata.heading ?? 0
    let (behind, before) = (lines.filter { $0.node >= heading }, lines.filter { $0.node < heading }.reversed())
    // Of others only what is no sentence: a day that the article tells of is no day of publication.
    let unnamed = behind.filter {
      !isNamed($0) && ($0.size <= 16 || tellsPublication($0)) && $0.headingLevel == 0
        && !PageText.endsWithStop($0.text)
    }
    for line in behind.filter(isNamed) + unnamed + before.filter(isNamed)
    where Self.hasDigits(line.text) {
      for part in line.string.split(whereSeparator: { "|•·".contains($0) }).map(String.init) {
        guard let told = beforeChange(part) else { continue }
        if let date = date(Self.withoutLabel(told)) { return (date, "page text") }
      }
    }
    return nil
  }

  private func tellsPublication(_ line: PageBlock) -> Bool {
    let text = PageText.folded(line.string)
    return words.published.contains(where: text.hasPrefix)
  }

  /// Whether its element says that it holds a day.
  private func isNamed(_ line: PageBlock) -> Bool { line.marks.contains(.byline) }

  private static func hasDigits(_ text: [UInt8]) -> Bool {
    text.contains { $0 >= 0x30 && $0 <= 0x39 }
      || String(decoding: text, as: UTF8.self).unicodeScalars.contains { (0x660...0x669).contains($0.value) }
  }

  private func isOutside(_ node: Int) -> Bool {
    var node: Int? = node
    while let current = node {
      if !page.marks(of: current).isDisjoint(with: [.related, .comments, .menu, .aside, .footer]) { return true }
      node = page.parent(of: current)
    }
    return false
  }

  /// Whether it is the day of a change: by its own name or the words around it.
  private func tellsChange(_ node: Int) -> Bool {
    let names = (page.tree.attribute("class", of: node) ?? "") + " " + (page.tree.attribute("itemprop", of: node) ?? "")
    if names.lowercased().contains("modified") || names.lowercased().contains("updated") && !names.contains("published")
    {
      return true
    }
    guard let parent = page.parent(of: node) else { return false }
    let around = page.cleanText(of: parent)
    return around.utf8.count < 80 && isChange(around)
  }

  private func isChange(_ text: String) -> Bool { beforeChange(text)?.contains(where: \.isNumber) != true }

  /// What stands before the word of a change: nil where that comes first.
  private func beforeChange(_ text: String) -> String? {
    var end = text.endIndex
    for word in words.changed {
      guard let range = text.range(of: word, options: .caseInsensitive) else { continue }
      end = min(end, range.lowerBound)
    }
    return end == text.startIndex ? nil : String(text[..<end])
  }

  /// «نشر في: …», "Published: …": the words before the first colon that no digit stands before.
  private static func withoutLabel(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains(where: \.isNumber) else { return text }
    return String(text[text.index(after: colon)...])
  }

  /// `/2023/10/24/` or `2023-10-24` in the address.
  private func address() -> PageMetadata.Found? {
    guard let url = metadata.url?.text else { return nil }
    let parts = url.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    for (year, rest) in zip(parts.indices, parts) where rest.count == 4 && year + 2 < parts.count {
      let (month, day) = (parts[year + 1], parts[year + 2])
      guard month.count <= 2, day.count <= 2, (1990..<2100).contains(Int(rest) ?? 0) else { continue }
      let text = rest + "-" + (month.count == 1 ? "0" : "") + month + "-" + (day.count == 1 ? "0" : "") + day
      if let date = PublicationDate.sound(text),
        url.contains("\(rest)/\(month)/\(day)") || url.contains("\(rest)-\(month)-\(day)")
      {
        return (date, "address")
      }
    }
    return nil
  }
}
