import Mahdar

/// Reads an article of plain text.
///
/// The first line is the title when it is short and an empty line follows it. A file name that begins with a date
/// (`2019-11-27-talks.txt`) gives the day of publication.
public enum PlainText {
  /// The longest first line that is taken for a title, in scalars.
  private static let titleLimit = 200

  public static func article(_ content: String, id: String) -> Article {
    var article = Article(id: id, text: content, published: date(ofFile: id))
    let lines = content.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    if lines.count == 3, lines[1].allSatisfy(\.isWhitespace) {
      let title = lines[0].drop(while: \.isWhitespace)
      let end = title.lastIndex { !$0.isWhitespace }
      if let end, title.unicodeScalars.count <= titleLimit {
        article.title = String(title[...end])
        article.text = String(lines[2])
      }
    }
    return article
  }

  private static func date(ofFile path: String) -> String? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard name.count > 10, name.dropFirst(10).first.map({ $0 < 0x30 || $0 > 0x39 }) == true else { return nil }
    return PublicationDate.sound(String(decoding: name.prefix(10), as: UTF8.self))
  }
}
