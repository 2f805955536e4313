import CLibraries

/// The entities of HTML, as libxml2 knows them.
enum HTMLEntity {
  static func isKnown(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = name.baseAddress, !name.isEmpty else { return false }
    return start.withMemoryRebound(to: CChar.self, capacity: name.count) { mahdar_markup_entity($0, name.count) } != 0
  }
}
