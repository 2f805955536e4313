/// An article as it was handed in.
public struct Article: Sendable {
  /// What a page, feed or file may tell of an article in several places.
  public enum Field: String, Sendable, CaseIterable { case title, text, published, outlet, url, author, language }

  public var id: String
  public var title: String?
  public var text: String
  /// RFC 3339 date or date-time, as given: the reference of relative dates.
  public var published: String?
  public var outlet: String?
  public var url: String?
  public var language: String?
  /// Who wrote it, as its source names him.
  public var author: String?
  /// Where fields were read where that is not the member of their name: `json-ld`, `og:title`, `time`, `feed`, `address` ….
  public var origins: [Field: String] = [:]
  /// Further members that the article came with, as JSON (`"key":value,…`): written out as they came.
  public var carried: [UInt8] = []
  /// The date of publication as it came, where no day could be read off it.
  public var unreadDate: String?
  /// What its reader could not make out, in words for the user.
  public var remarks: [String] = []

  public init(
    id: String, title: String? = nil, text: String, published: String? = nil, outlet: String? = nil,
    url: String? = nil, language: String? = nil, author: String? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.published = published
    self.outlet = outlet
    self.url = url
    self.language = language
    self.author = author
  }
}
