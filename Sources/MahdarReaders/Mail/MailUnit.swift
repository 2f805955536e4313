/// What one article is read from: the body of a message or a file that is attached to it.
struct MailUnit {
  /// The ways in which a body is written, each with its bytes and charset.
  struct Body {
    var format: InputFormat
    var bytes: [UInt8]
    var charset: String?
    var isFlowed = false
    var deletesSpace = false
  }

  var id: String
  /// More than one where the reader is to choose.
  var bodies: [Body]
  /// What the message tells of it.
  var context: InputContext
  /// Whether title and date are the message's own, whatever the body says.
  var isBody: Bool
}
