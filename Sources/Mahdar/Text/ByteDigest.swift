/// A 64-bit digest of runs of bytes, eight bytes at a time in four lanes: against accidents, not against malice.
///
/// - Shape: depends on the machine's byte order and on where one run ends and the next begins.
public struct ByteDigest: Sendable {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
  private var count = 0

  public init() {}

  public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index + 32 <= bytes.count {
      lanes.0 = Self.mixed(lanes.0, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      lanes.1 = Self.mixed(lanes.1, bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
      lanes.2 = Self.mixed(lanes.2, bytes.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self))
      lanes.3 = Self.mixed(lanes.3, bytes.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self))
      index += 32
    }
    while index < bytes.count {
      lanes.0 = Self.mixed(lanes.0, UInt64(bytes[index]))
      index += 1
    }
    count += bytes.count
    lanes.1 = Self.mixed(lanes.1, UInt64(count))
  }

  public var value: UInt64 {
    [lanes.1, lanes.2, lanes.3].reduce(lanes.0, Self.mixed)
  }

  @inline(__always) private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low &+ state
  }
}
