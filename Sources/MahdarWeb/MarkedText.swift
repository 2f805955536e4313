import Mahdar

/// A text cut into pieces by what was read of it, each piece inside the marks that go over it.
///
/// Marks may overlap: what begins inside another and ends behind it is cut in two, and its second piece goes on behind.
struct MarkedText {
  struct Mark {
    /// Bytes of the content.
    var span: TextSpan
    /// What it looks like, to the sheet.
    var classes: String
    /// Its own place, and where it leads.
    var id: String?
    var href: String?
    var label = ""
    var title: String?
    /// The sign of a status before the words.
    var sign: String?
    /// Whether the words themselves are the link; else a mark before them.
    var isLink = false
    /// Lower goes around higher.
    var depth: Int
    var isContinued = false
    var isCut = false
  }

  let content: [UInt8]
  private var marks: [Mark]

  init(_ content: [UInt8], _ marks: [Mark]) {
    self.content = content
    self.marks = marks.filter { $0.span.start >= 0 && $0.span.start < $0.span.end && Int($0.span.end) <= content.count }
      .sorted { ($0.span.start, -$0.span.end, $0.depth) < ($1.span.start, -$1.span.end, $1.depth) }
  }

  /// The marked text of a range that no letter is cut by.
  func markup(_ range: Range<Int>) -> Markup {
    var pending = marks.filter { Int($0.span.start) < range.upperBound && Int($0.span.end) > range.lowerBound }
    for index in pending.indices {
      // What goes over the paragraph's ends goes on in the next.
      if Int(pending[index].span.start) < range.lowerBound {
        pending[index].span.start = Int32(range.lowerBound)
        pending[index].isContinued = true
      }
      if Int(pending[index].span.end) > range.upperBound {
        pending[index].span.end = Int32(range.upperBound)
        pending[index].isCut = true
      }
    }
    pending.sort(by: Self.goesBefore)
    var text: Markup = ""
    var open: [Mark] = []
    var at = range.lowerBound
    func write(to end: Int) {
      guard end > at else { return }
      text += "\(String(decoding: content[at..<end], as: UTF8.self))"
      at = end
    }
    func close(before start: Int) {
      while let last = open.last, Int(last.span.end) <= start {
        write(to: Int(last.span.end))
        text += Self.end(last)
        open.removeLast()
      }
    }
    var index = 0
    while index < pending.count {
      var mark = pending[index]
      index += 1
      close(before: Int(mark.span.start))
      if let outer = open.last, mark.span.end > outer.span.end {
        var rest = mark
        rest.span.start = outer.span.end
        rest.isContinued = true
        mark.span.end = outer.span.end
        mark.isCut = true
        let place = pending[index...].firstIndex { Self.goesBefore(rest, $0) } ?? pending.count
        pending.insert(rest, at: place)
      }
      // A link in a link is none.
      if mark.isLink, open.contains(where: \.isLink) { continue }
      write(to: Int(mark.span.start))
      text += Self.start(mark)
      open.append(mark)
    }
    close(before: range.upperBound)
    write(to: range.upperBound)
    return text
  }

  private static func goesBefore(_ one: Mark, _ other: Mark) -> Bool {
    (one.span.start, -one.span.end, one.depth) < (other.span.start, -other.span.end, other.depth)
  }

  private static func start(_ mark: Mark) -> Markup {
    let id: Markup = mark.isContinued ? "" : mark.id.map { " id=\"\($0)\"" } ?? ""
    let title: Markup = mark.title.map { " title=\"\($0)\"" } ?? ""
    let ends = mark.classes + (mark.isContinued ? " cont" : "") + (mark.isCut ? " more" : "")
    if mark.isLink { return "<a class=\"\(ends)\" href=\"\(mark.href ?? "#")\"\(id)\(title)>" }
    var text: Markup = "<span class=\"\(ends)\"\(id)\(title)>"
    guard !mark.isContinued, let href = mark.href else { return text }
    if let sign = mark.sign {
      text +=
        "<a class=\"sg\" href=\"\(href)\" aria-label=\"\(mark.label)\"><svg class=\"ic \(sign)\"><use href=\"#\(sign)\"/></svg></a>"
    } else {
      text += "<a class=\"bk\" href=\"\(href)\" aria-label=\"\(mark.label)\">\u{2060}</a>"
    }
    return text
  }

  private static func end(_ mark: Mark) -> Markup { mark.isLink ? "</a>" : "</span>" }
}
