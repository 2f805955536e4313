import Mahdar

/// A drawing for one direction of reading: lengths run from the start edge, so that later is left where one reads from the right.
struct Drawing {
  let width: Double
  let isRightToLeft: Bool

  /// Where a length from the start edge lies.
  func x(_ length: Double) -> Double { isRightToLeft ? width - length : length }

  var direction: String { isRightToLeft ? "rtl" : "ltr" }

  /// A line of text; `anchor` start is where one begins to read.
  func text(_ words: String, _ length: Double, _ y: Double, _ anchor: Anchor = .start, _ classes: String = "") -> Markup
  {
    "<text x=\"\(x(length))\" y=\"\(y)\" text-anchor=\"\(anchor.rawValue)\" class=\"\(classes)\"\(lang(words))>\(words)</text>"
  }

  /// The language of words that are Arabic in a drawing of an English page.
  func lang(_ words: String) -> Markup { !isRightToLeft && Show.isArabic(words) ? " lang=\"ar\"" : "" }

  enum Anchor: String { case start, middle, end }

  func line(_ from: (Double, Double), _ to: (Double, Double), _ classes: String) -> Markup {
    "<line class=\"\(classes)\" x1=\"\(x(from.0))\" x2=\"\(x(to.0))\" y1=\"\(from.1)\" y2=\"\(to.1)\"/>"
  }

  /// The sign of a status, its middle at a place.
  func sign(_ status: String, _ length: Double, _ y: Double, size: Double = 16) -> Markup {
    "<use href=\"#\(status)\" class=\"shape \(status)\" x=\"\(x(length) - size / 2)\" y=\"\(y - size / 2)\" width=\"\(size)\" height=\"\(size)\"/>"
  }

  func svg(_ height: Double, _ label: String, _ classes: String, _ content: Markup) -> Markup {
    """
    <svg class="\(classes)" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="group" \
    aria-label="\(label)" direction="\(direction)">\(content)</svg>
    """
  }
}
