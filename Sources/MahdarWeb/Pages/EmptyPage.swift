import MahdarStore

/// A store that holds nothing yet: how to fill it.
struct EmptyPage: Page {
  static let template = "empty"

  func value(_ request: PageRequest, _ desk: Desk) throws -> StoreNumbers { try desk.overview().numbers }

  func view(_ numbers: StoreNumbers, _ show: Show) -> View {
    [
      "title": show.w("nav-today"), "store": show.desk.store.path, "tryHref": show.link("try"),
      "samples": show.request.offersSamples ? show.link("samples") as Any : false,
    ]
  }
}
