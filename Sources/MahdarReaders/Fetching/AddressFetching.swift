/// Somebody who asks addresses of the web, politely and safely; who that is, readers and the store don't know.
public protocol AddressFetching: Sendable {
  func fetch(_ request: AddressRequest) throws(AddressError) -> AddressAnswer

  /// Ends what is being fetched; nothing is fetched after.
  func end()
}
