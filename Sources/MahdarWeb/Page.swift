import Mahdar
import MahdarStore

/// What templates show: values by their names.
typealias View = [String: Any]

/// A value for a template; false where there is none, for what lacks would be looked for in what stands around it.
func or(_ value: Any?) -> Any { value ?? false }

/// A page of the desk: the value that answers a request, and how it is shown.
///
/// `NAME.json` gives the value itself, as `value` makes it.
protocol Page {
  associatedtype Value: Encodable
  /// Its template in `ui/pages`.
  static var template: String { get }
  func value(_ request: PageRequest, _ desk: Desk) throws -> Value
  func view(_ value: Value, _ show: Show) throws -> View
}

extension Page {
  /// The whole answer.
  func answer(_ request: PageRequest, _ desk: Desk) throws -> PageAnswer {
    let value = try value(request, desk)
    if request.isJSON { return PageAnswer(bytes: try JSONValue.bytes(value), type: PageAnswer.json) }
    let show = Show(desk, request, try desk.overview())
    return try show.page(Self.template, try view(value, show))
  }
}

/// What is sent to the browser.
struct PageAnswer: Sendable {
  static let html = "text/html; charset=utf-8"
  static let json = "application/json; charset=utf-8"

  var bytes: [UInt8]
  var type: String
  var status = 200
}
