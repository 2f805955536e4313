/// What an element means to the reader of articles.
enum HTMLElement: Sendable {
  case script, style, title, meta, link, html, time, anchor, heading, paragraph, article
  /// Holds text that is no tags and no article: textarea, xmp, noframes ….
  case rawText
  /// Menus, forms, drawings and other parts that hold no article.
  case aside
  /// Ends a paragraph and may hold some.
  case block
  /// Ends a line: br, hr.
  case lineBreak
  /// An element without content: img, input ….
  case void
  case inline

  init(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
    guard name.count <= 15 else {
      self = .inline
      return
    }
    self = Self.byName[String(decoding: name, as: UTF8.self).lowercased()] ?? .inline
  }

  private static let byName: [String: HTMLElement] = {
    var elements: [String: HTMLElement] = [
      "script": .script, "style": .style, "title": .title, "meta": .meta, "link": .link, "html": .html, "time": .time,
      "a": .anchor, "p": .paragraph, "article": .article, "br": .lineBreak, "hr": .lineBreak,
    ]
    let groups: [(HTMLElement, String)] = [
      (.heading, "h1 h2 h3 h4 h5 h6"),
      (.rawText, "textarea xmp noframes noembed iframe"),
      (.aside, "nav footer aside form button select option noscript template svg object canvas math audio video"),
      (.aside, "dialog menu figcaption label fieldset applet map picture"),
      (.block, "body main div section header ul ol li dl dt dd table thead tbody tfoot tr td th caption blockquote"),
      (.block, "pre figure address details summary center hgroup"),
      (.void, "area base col embed img input param source track wbr"),
    ]
    for (element, names) in groups {
      for name in names.split(separator: " ") { elements[String(name)] = element }
    }
    return elements
  }()

  /// Whether the element takes no content and so has no end tag.
  var isVoid: Bool { self == .void || self == .meta || self == .link || self == .lineBreak }
  var isBlock: Bool {
    switch self {
    case .block, .paragraph, .heading, .article, .aside, .lineBreak, .html: true
    default: false
    }
  }
  /// Whether paragraphs are counted for it when the body is looked for.
  var isContainer: Bool { self == .block || self == .article || self == .html }
}
