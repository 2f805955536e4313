/// A part of a message that holds something: no multipart, no message.
struct MailPart {
  var header: MailHeader
  /// In small letters: `text/plain`.
  var type: String
  var body: Range<Int>
  /// The number of the alternatives that it is one of; nil where it is none.
  var alternative: Int?
  /// Whether it is named as a file or as attached.
  var isAttached: Bool

  var charset: String? { header.parameters("content-type")?["charset"] }

  /// The name that the file has, less the folders that lead to it.
  var fileName: String? {
    let name =
      header.parameters("content-disposition")?["filename"] ?? header.parameters("content-type")?["name"]
    return name.flatMap { $0.split { $0 == "/" || $0 == "\\" }.last.map { String($0.prefix(200)) } }
  }

  /// What its bytes are, once decoded.
  func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    MailEncoding.decode(
      bytes[body], header.raw("content-transfer-encoding").map { String(decoding: $0, as: UTF8.self) })
  }
}
