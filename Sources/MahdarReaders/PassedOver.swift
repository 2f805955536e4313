/// What inputs hold that is not read, for it is none of ours or can't be.
public struct PassedOver: Sendable, Hashable {
  /// Pages and texts of a crawl that are not in Arabic.
  public var otherLanguages = 0
  /// Records of a crawl without a page: pictures, redirections, answers that tell of an error.
  public var withoutPage = 0
  /// Pages of a crawl in encodings that can't be unpacked.
  public var encodings = 0
  /// Records of a crawl that are longer than `Limits.input`.
  public var tooLong = 0
  /// Pages that a crawl fetched again: the first is read.
  public var repeated = 0
  /// Files of archives that are no text, page or other input by their names.
  public var members = 0

  /// The counts with the names that programs know them by, and with words for people.
  private var parts: [(key: String, count: Int, one: String, several: String)] {
    [
      ("languages", otherLanguages, "page in another language", "pages in other languages"),
      ("pageless", withoutPage, "record without a page", "records without a page"),
      ("repeated", repeated, "page fetched again", "pages fetched again"),
      (
        "encodings", encodings, "page in an encoding that can't be unpacked",
        "pages in encodings that can't be unpacked"
      ),
      (
        "long", tooLong, "record longer than \(Limits.input >> 20) MiB", "records longer than \(Limits.input >> 20) MiB"
      ),
      ("members", members, "file in an archive that is no input", "files in archives that are no inputs"),
    ]
  }

  /// `3 pages in other languages, 1 record without a page`; empty where nothing was passed over.
  public var description: String {
    parts.filter { $0.count > 0 }.map { "\($0.count) \($0.count == 1 ? $0.one : $0.several)" }.joined(separator: ", ")
  }

  /// The same as an object of JSON.
  public var json: String { "{" + parts.map { "\"\($0.key)\":\($0.count)" }.joined(separator: ",") + "}" }
}
