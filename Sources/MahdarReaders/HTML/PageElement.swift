/// What an element means to the reader of articles.
enum PageElement: UInt8, Sendable {
  /// Part of a line: span, b, unknown elements without a hyphen ….
  case inline
  case anchor, image, time
  /// Ends a line: br, hr.
  case lineBreak
  /// Ends a paragraph and may hold some.
  case block
  /// A paragraph of its own: p.
  case paragraph
  case heading1, heading
  case item, quote, cell, row, article
  /// Tells of the page: head, meta, link, title, script.
  case metadata
  /// Holds controls, drawings and what is played: never text of an article.
  case skipped
  /// Holds what stands for the page where scripts don't run, or what scripts will put into it.
  case standIn
  case menu, aside, footer, caption, address

  init(_ name: String) {
    // Elements of one's own making (`news-body`) are boxes as often as not.
    self = Self.byName[name] ?? (name.utf8.contains(UInt8(ascii: "-")) ? .block : .inline)
  }

  private static let byName: [String: PageElement] = {
    let groups: [(PageElement, String)] = [
      (.anchor, "a"), (.image, "img"), (.time, "time"), (.lineBreak, "br hr"), (.paragraph, "p"), (.heading1, "h1"),
      (.heading, "h2 h3 h4 h5 h6"), (.item, "li dt dd"), (.quote, "blockquote pre"), (.cell, "td th"), (.row, "tr"),
      (.article, "article"), (.metadata, "head meta link title script base"), (.menu, "nav menu"), (.aside, "aside"),
      (.footer, "footer"), (.caption, "figcaption caption"), (.address, "address"),
      (
        .skipped,
        """
        style textarea xmp noframes noembed iframe button select option optgroup datalist svg object canvas math audio video \
        applet map picture input embed label progress meter area col colgroup param source track frame amp-img amp-ad \
        amp-sidebar amp-social-share amp-video amp-iframe amp-analytics amp-consent amp-embed amp-sticky-ad
        """
      ),
      (.standIn, "noscript template"),
      (
        .block,
        """
        html body main div section header ul ol dl table thead tbody tfoot figure form fieldset details summary center \
        hgroup dialog search frameset dir
        """
      ),
    ]
    var elements: [String: PageElement] = [:]
    for (element, names) in groups {
      for name in names.split(separator: " ") { elements[String(name)] = element }
    }
    return elements
  }()

  var isHeading: Bool { self == .heading || self == .heading1 }

  /// Whether its start and its end end a line.
  var isBlock: Bool {
    switch self {
    case .inline, .anchor, .image, .time, .skipped, .standIn, .metadata, .cell: false
    default: true
    }
  }

  /// Whether it is a paragraph by itself, so that what is counted for it speaks for what is around it.
  var isLine: Bool {
    switch self {
    case .paragraph, .heading, .heading1, .item, .quote, .inline, .anchor, .address, .row: true
    default: false
    }
  }
}
