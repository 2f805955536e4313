/// Joins the lines of pages to paragraphs.
enum PDFParagraphs {
  /// Flows of a page are put in the order of reading up to so many.
  private static let flowLimit = 200

  static func paragraphs(_ pages: [PDFDocument.Page]) -> [DocumentText.Paragraph] {
    let lines = pages.flatMap { ordered($0.lines) }
    let title = titleLines(lines)
    var paragraphs: [DocumentText.Paragraph] = []
    for (index, line) in lines.enumerated() {
      let role: DocumentText.Role = title.contains(index) ? .title : .body
      if index > 0, let last = paragraphs.indices.last,
        paragraphs[last].role == role, role == .title || goesOn(lines, index)
      {
        join(line.text, to: &paragraphs[last].text)
      } else {
        paragraphs.append(.init(text: line.text, role: role))
      }
    }
    return paragraphs
  }

  /// Lines with the columns of Arabic pages from right to left.
  private static func ordered(_ lines: [PDFDocument.Line]) -> [PDFDocument.Line] {
    guard lines.count(where: \.isArabic) * 2 > lines.count else { return lines }
    var flows: [(lines: [PDFDocument.Line], left: Double, right: Double, top: Double, bottom: Double)] = []
    var last: Int?
    for line in lines {
      if line.flow == last, let place = flows.indices.last {
        flows[place].lines.append(line)
        flows[place].left = min(flows[place].left, line.left)
        flows[place].right = max(flows[place].right, line.right)
        flows[place].top = min(flows[place].top, line.top)
        flows[place].bottom = max(flows[place].bottom, line.bottom)
      } else {
        flows.append(([line], line.left, line.right, line.top, line.bottom))
      }
      last = line.flow
    }
    guard flows.count <= flowLimit else { return lines }
    var ordered: [Int] = []
    for (index, flow) in flows.enumerated() {
      // A column comes before the first that lies to its left at the same height.
      let place = ordered.firstIndex { other in
        let other = flows[other]
        return other.right <= flow.left + 1 && min(other.bottom, flow.bottom) - max(other.top, flow.top) > 0
      }
      ordered.insert(index, at: place ?? ordered.count)
    }
    return ordered.flatMap { flows[$0].lines }
  }

  /// The lines that are clearly larger than most, the first of them on the first pages' beginning.
  private static func titleLines(_ lines: [PDFDocument.Line]) -> Range<Int> {
    let heights = lines.prefix(400).map(\.height).sorted()
    guard heights.count > 2 else { return 0..<0 }
    let usual = heights[heights.count / 2]
    // Before the text: what is large within it is a heading.
    var letters = 0
    let head = lines.prefix(12).prefix { line in
      defer { letters += line.text.unicodeScalars.count }
      return letters < 200
    }
    guard let largest = head.map(\.height).max(), largest > usual * 1.25,
      let first = head.firstIndex(where: { $0.height > largest * 0.9 })
    else { return 0..<0 }
    let end = lines[first...].prefix(4).firstIndex { $0.height < largest * 0.9 } ?? first + 1
    return first..<max(end, first + 1)
  }

  /// Whether a line goes on with the paragraph of the line before: that one is full, and this one is of its size and near.
  private static func goesOn(_ lines: [PDFDocument.Line], _ index: Int) -> Bool {
    let (line, last) = (lines[index], lines[index - 1])
    let height = max(last.height, 1)
    guard abs(line.height - last.height) < height * 0.2, line.isArabic == last.isArabic,
      let first = line.text.unicodeScalars.first, !["•", "●", "▪", "-", "–", "*", "\u{F0B7}"].contains(first)
    else { return false }
    let gap = line.top - last.bottom
    // On the next page or in the next column the sentence tells: it is not over.
    if gap < -height || line.flow != last.flow && gap > height * 2 {
      return !isSentenceEnd(last.text) && isFull(lines, index - 1)
    }
    return gap < height * 1.1 && isFull(lines, index - 1)
  }

  /// Whether a line reaches to where its neighbours end.
  private static func isFull(_ lines: [PDFDocument.Line], _ index: Int) -> Bool {
    let line = lines[index]
    let near = lines[max(0, index - 8)..<min(lines.count, index + 9)].filter {
      min($0.right, line.right) - max($0.left, line.left) > 0
    }
    let left = near.map(\.left).min() ?? line.left
    let right = near.map(\.right).max() ?? line.right
    let slack = (right - left) * 0.12
    return line.isArabic ? line.left - left < slack : right - line.right < slack
  }

  private static func isSentenceEnd(_ text: String) -> Bool {
    text.last { !$0.isWhitespace }.map { ".!?؟»\"”:".contains($0) } ?? true
  }

  private static func join(_ line: String, to text: inout String) {
    // A word that was broken for the line.
    if text.last == "-", text.dropLast().last?.isLetter == true, line.first?.isLowercase == true {
      text.removeLast()
      text += line
    } else {
      text += " " + line
    }
  }
}
