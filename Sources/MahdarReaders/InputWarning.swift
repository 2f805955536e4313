/// What is to be told of an article that was taken all the same.
public struct InputWarning: Hashable, Sendable {
  public var message: String
  /// The article's id.
  public var id: String
  public var place: InputPlace

  public init(_ message: String, id: String, place: InputPlace) {
    self.message = message
    self.id = id
    self.place = place
  }
}
