import Mahdar
import MahdarReaders

extension InputError {
  /// Writes the `error` member of the object that stands in the article's place.
  func write(to json: inout JSONBytes) {
    json.key("error")
    json.object { json in
      json.key("code")
      json.value(code.rawValue)
      json.key("message")
      json.value(message)
      json.key("line")
      if let line { json.value(line) } else { json.null() }
    }
  }
}
