import Mahdar

/// Strings as JSON writes them.
enum JSONText {
  static func quoted(_ text: String) -> String {
    var json = JSONBytes()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
