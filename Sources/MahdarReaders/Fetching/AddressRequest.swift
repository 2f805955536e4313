/// What is asked of an address.
public struct AddressRequest: Sendable, Equatable {
  public var address: String
  /// What the last answer was marked with: where nothing has changed, the answer is without a body.
  public var etag: String?
  public var lastModified: String?

  public init(_ address: String, etag: String? = nil, lastModified: String? = nil) {
    self.address = address
    self.etag = etag
    self.lastModified = lastModified
  }
}
