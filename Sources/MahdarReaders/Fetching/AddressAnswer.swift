/// What an address answered.
public struct AddressAnswer: Sendable, Equatable {
  /// The address that answered, after redirects.
  public var address: String
  /// Where the address that was asked has moved for good; nil where it has not.
  public var moved: String?
  /// Whether nothing has changed since the answer that the request names; there is no body then.
  public var isUnchanged = false
  public var body: [UInt8] = []
  /// The media type, in small letters and without parameters.
  public var type: String?
  public var charset: String?
  public var etag: String?
  public var lastModified: String?
  /// For how many seconds the answer may be taken for the present one.
  public var maxAge: Int?

  public init(address: String) { self.address = address }

  /// What a reader is told of the body.
  public var context: InputContext { InputContext(origin: "http", url: address, charset: charset) }

  /// How the body is written: as its type says, unless its bytes are plainly something else.
  public var format: InputFormat {
    let sniffed = InputFormat(sniffing: Array(body.prefix(InputFormat.sniffed)))
    if sniffed == .feed { return .feed }
    return type.flatMap(InputFormat.init(contentType:)) ?? InputFormat(path: address) ?? sniffed
  }
}
