/// Values of 64-bit keys: an open-addressing table in plain arrays.
struct KeyMap<Value: BitwiseCopyable & Sendable>: Sendable {
  /// By slot: a place in `keys` and `values`, counted from 1; 0 is an empty slot.
  private var slots: [Int32] = []
  private var keys: [UInt64] = []
  private var values: [Value] = []

  var isEmpty: Bool { values.isEmpty }

  @inline(__always) subscript(key: UInt64) -> Value? {
    guard !slots.isEmpty else { return nil }
    let place = slots[slot(key)]
    return place == 0 ? nil : values[Int(place) - 1]
  }

  @inline(__always) func contains(_ key: UInt64) -> Bool { !slots.isEmpty && slots[slot(key)] != 0 }

  /// Sets a key's value; a second value for the same key replaces the first.
  mutating func set(_ key: UInt64, _ value: Value) {
    if (values.count + 1) * 2 > slots.count { grow() }
    let slot = slot(key)
    if slots[slot] == 0 {
      keys.append(key)
      values.append(value)
      slots[slot] = Int32(values.count)
    } else {
      values[Int(slots[slot]) - 1] = value
    }
  }

  /// The slot of a key, or the empty one where it would stand.
  @inline(__always) private func slot(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    // Keys are made of word numbers, which differ in their low bits: the product's high bits depend on all of them.
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: max(8, slots.count * 2))
    for place in keys.indices { slots[slot(keys[place])] = Int32(place + 1) }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&slots)
    image.transfer(&keys)
    image.transfer(&values)
  }
}
