/// What stands at the head and foot of pages and is none of the text.
enum PDFFurniture {
  /// The parts of a page, above and below, where it stands.
  private static let margin = 0.12

  /// The pages without lines that stand in the same place of most pages, and without the numbers of pages.
  static func removed(from pages: [PDFDocument.Page]) -> [PDFDocument.Page] {
    var counts: [String: Int] = [:]
    for page in pages {
      for key in Set(page.lines.compactMap { key($0, page) }) { counts[key, default: 0] += 1 }
    }
    let wanted = max(2, (pages.count + 1) / 2)
    return pages.map { page in
      var page = page
      let lines = page.lines.filter { line in
        guard let key = key(line, page) else { return true }
        return !isNumber(line.text) && !isAddress(line.text) && counts[key, default: 0] < wanted
      }
      // A page that holds nothing else is no furniture.
      if !lines.isEmpty || pages.count > 1 { page.lines = lines }
      return page
    }
  }

  /// The place and words of a line at the head or foot, its digits left out, for they count pages; nil elsewhere.
  private static func key(_ line: PDFDocument.Line, _ page: PDFDocument.Page) -> String? {
    guard line.bottom < page.height * margin || line.top > page.height * (1 - margin) else { return nil }
    return "\(Int(clamping: Int64(max(-1e6, min(1e6, line.top / 4)).rounded()))) " + line.text.filter { !$0.isNumber }
  }

  /// `3`, `- 3 -`, `1/4`, «صفحة 3 من 4», `12/1/26, 12:58 PM`.
  private static func isNumber(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    let names = words.filter { word in !word.allSatisfy(\.isNumber) }
    return words.count > names.count && words.count <= 7
      && names.allSatisfy { ["صفحة", "الصفحة", "من", "page", "of", "p", "am", "pm"].contains($0.lowercased()) }
  }

  /// Browsers print the address and the time of printing.
  private static func isAddress(_ text: String) -> Bool {
    !text.contains(" ") && ["http://", "https://", "file://", "www."].contains { text.hasPrefix($0) }
  }
}
