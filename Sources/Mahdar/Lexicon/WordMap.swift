/// Values of single words: a dense array over word ids, quick to ask of a word that has none.
struct WordMap<Value: BitwiseCopyable & Sendable>: Sendable {
  private var slots: [Int32] = []
  private(set) var values: [Value] = []

  @inline(__always) subscript(id: WordID) -> Value? {
    guard id > 0, Int(id) < slots.count else { return nil }
    let slot = slots[Int(id)]
    return slot == 0 ? nil : values[Int(slot) - 1]
  }

  @inline(__always) func contains(_ id: WordID) -> Bool {
    id > 0 && Int(id) < slots.count && slots[Int(id)] != 0
  }

  /// Sets a word's value; a second value for the same word replaces the first.
  mutating func set(_ id: WordID, _ value: Value) {
    while slots.count <= Int(id) { slots.append(0) }
    if slots[Int(id)] == 0 {
      values.append(value)
      slots[Int(id)] = Int32(values.count)
    } else {
      values[Int(slots[Int(id)]) - 1] = value
    }
  }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&slots)
    image.transfer(&values)
  }
}
