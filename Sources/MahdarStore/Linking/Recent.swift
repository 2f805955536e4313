/// Values by key, the ones used last of which are kept.
///
/// - Shape: at most twice `limit`: what was not asked for while `limit` others came is forgotten.
struct Recent<Key: Hashable, Value> {
  private let limit: Int
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]

  init(limit: Int) { self.limit = limit }

  subscript(key: Key) -> Value? {
    mutating get {
      if let value = young[key] { return value }
      guard let value = old[key] else { return nil }
      self[key] = value
      return value
    }
    set {
      if newValue == nil { old[key] = nil }
      young[key] = newValue
      guard young.count >= limit else { return }
      old = young
      young = [:]
    }
  }
}
