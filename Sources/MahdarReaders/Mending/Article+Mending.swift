import Mahdar

extension Article {
  /// Mends what went wrong with the text on its way here, with a remark for each: markup and character references in text
  /// that is no page, text that was decoded amiss, lines in the order in which they are seen.
  mutating func mend() {
    if mendAll(MarkupInText.removed) { remarks.append("markup was taken out of the text") }
    if mendAll(EntitiesInText.decoded) {
      remarks.append("character references of HTML were read as what they stand for")
    }
    mendCharset()
    mendOrder()
  }

  /// Calls `mend` with title and text; returns whether it changed one.
  private mutating func mendAll(_ mend: (String) -> String?) -> Bool {
    var isMended = false
    if let title, let mended = mend(title) {
      self.title = mended.isEmpty ? nil : mended
      isMended = true
    }
    if let mended = mend(text) {
      text = mended
      isMended = true
    }
    return isMended
  }

  /// Decodes again what was decoded by a wrong charset.
  mutating func mendCharset() {
    var told: [String] = []
    func mend(_ text: String) -> String? {
      let mojibake = Mojibake(text)
      for remark in mojibake.remarks where !told.contains(remark) { told.append(remark) }
      return mojibake.remarks.isEmpty ? nil : mojibake.text
    }
    _ = mendAll(mend)
    for field in [\Article.outlet, \.author] {
      if let value = self[keyPath: field], let mended = mend(value) { self[keyPath: field] = mended }
    }
    remarks += told
  }

  /// Turns lines that stand in the order in which they are seen.
  mutating func mendOrder() {
    let head = title.map { $0 + "\n" } ?? ""
    guard let mended = VisualOrder.mended(head + text) else { return }
    let lines = mended.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    if title != nil, lines.count == 2 {
      title = String(lines[0])
      text = String(lines[1])
    } else {
      text = mended
    }
    remarks.append("lines whose letters stood in the order of sight were put in the order of reading")
  }
}
