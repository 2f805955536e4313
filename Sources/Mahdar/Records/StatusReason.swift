/// Why the status of a contact is what it is.
public struct StatusReason: Sendable, Hashable {
  public var status: ContactStatus
  /// How many roots tell it.
  public var roots: Int
  /// The day on which it was said first.
  public var since: String?
  /// Who denied it before it was told, and who does since or at the same time.
  public var deniedBefore: [String]
  public var denied: [String]
}
