/// SHA-256 (FIPS 180-4), by which the store tells whether an article's text has changed.
struct ContentHash: Hashable, Sendable {
  let bytes: [UInt8]

  /// One that was computed before.
  init(known bytes: [UInt8]) { self.bytes = bytes }

  init(_ message: some Collection<UInt8>) {
    var state = Self.initial
    var block: [UInt8] = []
    block.reserveCapacity(message.count + 72)
    block.append(contentsOf: message)
    let bits = UInt64(block.count) * 8
    block.append(0x80)
    block.append(contentsOf: repeatElement(0, count: (120 - block.count % 64) % 64))
    for shift in stride(from: 56, through: 0, by: -8) { block.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    var schedule = [UInt32](repeating: 0, count: 64)
    block.withUnsafeBufferPointer { bytes in
      schedule.withUnsafeMutableBufferPointer { words in
        Self.constants.withUnsafeBufferPointer { constants in
          for start in stride(from: 0, to: bytes.count, by: 64) {
            Self.compress(UnsafeBufferPointer(rebasing: bytes[start..<start + 64]), words, constants, &state)
          }
        }
      }
    }
    bytes = state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) } }
  }

  @inline(__always) private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 {
    word >> by | word << (32 - by)
  }

  private static func compress(
    _ block: UnsafeBufferPointer<UInt8>, _ words: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>, _ state: inout [UInt32]
  ) {
    for index in 0..<16 {
      let at = index * 4
      words[index] =
        UInt32(block[at]) << 24 | UInt32(block[at + 1]) << 16 | UInt32(block[at + 2]) << 8 | UInt32(block[at + 3])
    }
    for index in 16..<64 {
      let early = words[index - 15]
      let late = words[index - 2]
      let one = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
      let two = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
      words[index] = words[index - 16] &+ one &+ words[index - 7] &+ two
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let sigma = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let one = h &+ sigma &+ (e & f ^ ~e & g) &+ constants[index] &+ words[index]
      let two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] = state[index] &+ value }
  }

  /// The first 32 bits of the fractional parts of √2, √3, √5 …: computed, for a table could hold a typing error.
  private static let initial: [UInt32] = primes(8).map { fraction(Double($0).squareRoot()) }
  /// Likewise of the cube roots of the first 64 primes, in integers, for doubles have too few bits.
  private static let constants: [UInt32] = primes(64).map(cubeRootFraction)

  private static func primes(_ count: Int) -> [UInt64] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  private static func fraction(_ root: Double) -> UInt32 { UInt32((root - root.rounded(.down)) * 4_294_967_296) }

  /// The first 32 fractional bits of a cube root: those of the greatest r with r³ ≤ prime · 2⁹⁶.
  private static func cubeRootFraction(_ prime: UInt64) -> UInt32 {
    var low: UInt64 = 0
    var high: UInt64 = 8 << 32
    let target = UInt128(prime) << 96
    while high - low > 1 {
      let middle = (low + high) / 2
      let wide = UInt128(middle)
      if wide * wide * wide <= target { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }
}
