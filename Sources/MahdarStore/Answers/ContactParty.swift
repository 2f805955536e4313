/// Who takes part in a contact.
public struct ContactParty: Sendable, Hashable, Encodable {
  public var identity: String
  public var name: String
  public var kind: String
  public var side: String?
  public var office: String?
  public var label: String?
}
