import Mahdar

/// A PDF, as poppler's `pdftotext` tells where each word of it stands.
///
/// Lines are put in the order of reading and joined to paragraphs; what stands at the head or foot of page after page and the
/// numbers of pages are left out. The title is the largest line before the text, or the property.
struct PDFDocument {
  /// A line of a page, in points from its upper left corner.
  struct Line {
    var text: String
    var left, top, right, bottom: Double
    /// The flow of text that it stands in: a column.
    var flow: Int
    var isArabic: Bool

    var height: Double { bottom - top }
  }

  struct Page {
    var height: Double
    var lines: [Line]
  }

  private var pages: [Page] = []
  private var text = DocumentText()

  static func article(_ bytes: UnsafeBufferPointer<UInt8>, id: String) throws(InputError) -> Article {
    guard PopplerText.isPDF(bytes) else {
      throw InputError(.unreadable, "broken: it does not begin as a PDF does", id: id)
    }
    var reading = PDFDocument()
    let tree = try MarkupTree(part: try PopplerText.read(bytes, id: id))
    reading.readProperties(tree)
    reading.readPages(tree)
    guard reading.pages.contains(where: { !$0.lines.isEmpty }) else {
      throw InputError(
        .empty,
        reading.pages.isEmpty
          ? "a PDF without pages"
          : "a PDF without text: its \(reading.pages.count) pages are pictures; recognise their text first (ocrmypdf)",
        id: id)
    }
    reading.pages = PDFFurniture.removed(from: reading.pages)
    for paragraph in PDFParagraphs.paragraphs(reading.pages) { reading.text.add(paragraph.text, role: paragraph.role) }
    var article = try reading.text.article(id: id, kind: "PDF")
    article.text = mended(article.text)
    article.title = article.title.map(mended)
    return article
  }

  private mutating func readProperties(_ tree: MarkupTree) {
    text.title = tree.text(ofFirst: "title")
    for node in tree.nodes.indices.prefix(200) where tree.localName(of: node) == "meta" {
      let content = tree.attribute("content", of: node)
      switch tree.attribute("name", of: node) {
      case "Author": text.author = content
      case "CreationDate": text.created = content.flatMap(PublicationDate.sound)
      default: break
      }
    }
  }

  private mutating func readPages(_ tree: MarkupTree) {
    var flow = 0
    var node = 0
    while node < tree.nodes.count {
      switch tree.localName(of: node) {
      case "page": pages.append(Page(height: Self.number("height", tree, node), lines: []))
      case "flow": flow += 1
      case "line":
        if let line = Self.line(tree, node, flow), !pages.isEmpty { pages[pages.count - 1].lines.append(line) }
        node = Int(tree.nodes[node].end)
        continue
      default: break
      }
      node += 1
    }
  }

  private static func number(_ name: String, _ tree: MarkupTree, _ node: Int) -> Double {
    let value = tree.attribute(name, of: node).flatMap { Double($0) } ?? 0
    return value.isFinite ? value : 0
  }

  /// A gap between words is wider than this part of the line's height.
  private static let gap = 0.1

  /// Words stand from left to right, the letters of each as they are seen, and marks after their letters.
  private static func line(_ tree: MarkupTree, _ node: Int, _ flow: Int) -> Line? {
    let height = number("yMax", tree, node) - number("yMin", tree, node)
    var words: [[Unicode.Scalar]] = []
    var end = -Double.infinity
    for inner in node..<Int(tree.nodes[node].end) where tree.localName(of: inner) == "word" {
      let letters = tree.text(of: inner).unicodeScalars.filter { $0.value >= 0x20 && !isDirection($0) }
      // Signs that are drawn for themselves, such as brackets, are told as words.
      if number("xMin", tree, inner) - end < height * gap, !words.isEmpty {
        words[words.count - 1] += letters
      } else {
        words.append(Array(letters))
      }
      end = number("xMax", tree, inner)
    }
    let scalars = Array(words.joined(separator: [" "]))
    let arabic = scalars.count { VisualOrder.isArabic($0) }
    let latin = scalars.count { $0.value | 0x20 >= 0x61 && $0.value | 0x20 <= 0x7A }
    let isArabic = arabic > 0 && arabic * 3 >= latin
    // Words of Arabic in a line of another script are few, and stand for themselves.
    func reversed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
      VisualOrder.reversed(scalars, marksFollow: true)
    }
    let ordered =
      isArabic
      ? reversed(scalars)
      : Array(words.map { $0.contains(where: VisualOrder.isArabic) ? reversed($0) : $0 }.joined(separator: [" "]))
    let text = String(String.UnicodeScalarView(ordered))
    guard !text.allSatisfy(\.isWhitespace) else { return nil }
    return Line(
      text: text, left: number("xMin", tree, node), top: number("yMin", tree, node), right: number("xMax", tree, node),
      bottom: number("yMax", tree, node), flow: flow, isArabic: isArabic)
  }

  private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x200E...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value)
  }

  /// Fonts draw «لله» as one sign, whose letters poppler turns.
  private static func mended(_ text: String) -> String {
    guard text.contains("هلل") else { return text }
    return text.replacing("اهلل", with: "الله")
  }
}
