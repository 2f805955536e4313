import Foundation
import MahdarReaders

/// The ids of a run's articles, claimed in the order of the inputs, whichever worker is first: an id stands for the first article
/// that has it, and those after it are refused.
///
/// `@unchecked`: every member is read and written under `condition`, which lets workers sleep until it is their piece's turn.
final class IDClaims: @unchecked Sendable {
  private let condition = NSCondition()
  private var seen = SeenIDs()
  /// The first article of each address and of each text.
  private var pages: [Int64: String] = [:]
  private var texts: [Int64: String] = [:]
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

  /// Tells for articles of piece `number`, whose turn it is, which article each is under another address; nil for those that are
  /// none that came before.
  ///
  /// - Parameter stored: the article of the store that each is.
  func same(_ articles: [(id: String, sameness: Sameness?)], stored: [String?]) -> [String?] {
    condition.lock()
    defer { condition.unlock() }
    return zip(articles, stored).map { article, stored in
      guard let same = article.sameness else { return nil }
      let known = stored ?? pages[same.page] ?? texts[same.text]
      if pages[same.page] == nil { pages[same.page] = known ?? article.id }
      if texts[same.text] == nil { texts[same.text] = known ?? article.id }
      return known == article.id ? nil : known
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
