import Mahdar

extension Store {
  /// What those who took part in a contact said, in the articles that tell of it; the first told first.
  public func statements(at contact: ContactSummary, limit: Int = 6) throws -> [QuoteAnswer] {
    var who = Who()
    who.identities = contact.parties.map(\.identity)
    who.names = contact.parties.map(\.name)
    var request = QuoteRequest()
    (request.contact, request.order, request.limit) = (contact.id, .oldest, limit)
    return try read { try Self.quotes($0, terms, request, who, about: nil).quotes }
  }
}
