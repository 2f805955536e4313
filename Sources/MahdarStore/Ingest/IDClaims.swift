import Foundation
import MahdarReaders

/// The ids of a run's articles, claimed in the order of the inputs, whichever worker is first: an id stands for the first article
/// that has it, and those after it are refused.
///
/// `@unchecked`: every member is read and written under `condition`, which lets workers sleep until it is their piece's turn.
final class IDClaims: @unchecked Sendable {
  private let condition = NSCondition()
  private var seen = SeenIDs()
  /// An article of the run, by its page and by its text.
  private struct Known {
    var id: String
    var text: Int64
    var start: Int64
    var size: Int
  }
  private var pages: [Int64: Known] = [:]
  private var texts: [Int64: Known] = [:]
  /// The first piece that may still claim ids.
  private var turn = 0
  /// Later pieces that have claimed all of theirs.
  private var done: Set<Int> = []

  /// Claims the ids of articles of piece `number`, once all pieces before it have claimed theirs.
  ///
  /// - Parameter places: where the articles stand.
  /// - Returns: for each article why it is refused, or nil.
  func claim(_ ids: [String], of number: Int, at places: [InputPlace]) -> [InputError?] {
    condition.lock()
    defer { condition.unlock() }
    while turn < number { condition.wait() }
    return zip(ids, places).map { seen.duplicate($0, file: $1.file, line: $1.line) }
  }

  /// Tells for articles of a piece, whose turn it is, which article of the run each is under another address; nil for those that are
  /// none that came before.
  func same(_ articles: [(id: String, sameness: Sameness?)]) -> [(key: String, relation: Sameness.Relation)?] {
    condition.lock()
    defer { condition.unlock() }
    return articles.map { id, sameness in
      guard let same = sameness else { return nil }
      let known = pages[same.page] ?? texts[same.text]
      let relation = known.map { same.relation(to: ($0.text, $0.start, $0.size)) } ?? .other
      let own = Known(
        id: relation == .other ? id : known?.id ?? id, text: same.text, start: same.start, size: same.size)
      if pages[same.page] == nil || relation == .fuller { pages[same.page] = own }
      if texts[same.text] == nil { texts[same.text] = own }
      guard let known, relation != .other, known.id != id else { return nil }
      return (known.id, relation)
    }
  }

  /// Piece `number` claims no more.
  func leave(_ number: Int) {
    condition.lock()
    defer { condition.unlock() }
    guard number >= turn else { return }
    done.insert(number)
    while done.remove(turn) != nil { turn += 1 }
    condition.broadcast()
  }
}
