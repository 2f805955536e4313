/// HTML that is no page of its own: what feeds, exports and tables hold of an article.
enum HTMLFragment {
  /// Its text, a line for each paragraph, without captions and what leads to other articles; nil where libxml2 is missing.
  static func text(_ html: String) -> String? {
    var html = html
    guard let tree = html.withUTF8({ try? MarkupTree($0, as: .html) }) else { return nil }
    var page = PageTree(tree)
    page.mark(around: nil, trusting: .strong)
    return PageBlocks(page, standIns: false).blocks.filter { $0.marks.isDisjoint(with: .outside) }.map(\.string)
      .joined(separator: "\n")
  }
}
