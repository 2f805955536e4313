import Mahdar
import Synchronization

/// Pages as they were made, for as long as the store, the day and the reader's choices are the same.
final class PageCache: Sendable {
  /// What a page depends on.
  struct Key: Hashable, Sendable {
    private let address: String
    private let preferences: Preferences
    private let revision: String
    private let counted: String
    private let day: String
    /// Since when changes are told, to the minute; only the first page asks.
    private let visit: Int?

    init(_ page: PageRequest, _ desk: Desk) throws {
      address =
        "\(page.language)/\(page.path.joined(separator: "\u{0}"))?\(page.isJSON)&"
        + page.query.map { "\($0.name)=\($0.value)" }.joined(separator: "\u{0}")
      preferences = page.preferences
      revision = try desk.store.revision()
      counted = try desk.overview().revision
      day = page.today
      visit = page.path.isEmpty ? page.visit.before : nil
    }
  }

  /// Bytes of pages that are kept.
  private static let limit = 48 << 20

  private struct State {
    var answers: [Key: Answer] = [:]
    /// The oldest first.
    var order: [Key] = []
    var size = 0
  }
  private let state = Mutex(State())

  subscript(key: Key) -> Answer? {
    get { state.withLock { $0.answers[key] } }
    set {
      guard let answer = newValue else { return }
      let size = answer.bytes.count + (answer.packed?.count ?? 0)
      guard size < Self.limit / 16 else { return }
      state.withLock { state in
        guard state.answers.updateValue(answer, forKey: key) == nil else { return }
        state.order.append(key)
        state.size += size
        guard state.size > Self.limit else { return }
        // A quarter goes at once, so that what is kept is not moved for each.
        let dropped = state.order.prefix(max(1, state.order.count / 4))
        for old in dropped {
          if let gone = state.answers.removeValue(forKey: old) {
            state.size -= gone.bytes.count + (gone.packed?.count ?? 0)
          }
        }
        state.order.removeFirst(dropped.count)
      }
    }
  }
}
