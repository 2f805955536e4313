import Foundation

/// The path of an input as the system knows it: bytes, which need be no UTF-8.
struct InputPath: Hashable, Sendable {
  private let bytes: [UInt8]

  init(_ path: String) { bytes = Array(path.utf8) }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The path that was given to the program as `argument`, which Swift hands over with U+FFFD for what is no UTF-8.
  init(argument: String) {
    let given = CommandLine.unsafeArgv
    for index in 0..<Int(CommandLine.argc) where argument.unicodeScalars.contains("\u{FFFD}") {
      guard let start = given[index] else { break }
      let path = InputPath(Array(UnsafeRawBufferPointer(start: start, count: strlen(start))))
      if path.text == argument {
        self = path
        return
      }
    }
    self.init(argument)
  }

  /// The path for people, and the id of the article in it: what is no UTF-8 as U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether `text` leads to the same file.
  var isText: Bool { text.utf8.elementsEqual(bytes) }

  func appending(_ name: [UInt8]) -> InputPath {
    InputPath(bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name)
  }

  /// Calls `body` with the path as C takes it.
  func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    let terminated = bytes.map(CChar.init(bitPattern:)) + [0]
    return terminated.withUnsafeBufferPointer { chars in chars.baseAddress.map(body) ?? body("") }
  }

  /// What the system knows of it, links followed or not; nil with `errno`.
  func state(followingLinks: Bool) -> stat? {
    var state = stat()
    let code = withCString { followingLinks ? stat($0, &state) : lstat($0, &state) }
    return code == 0 ? state : nil
  }
}
