import Foundation
import MahdarStore

/// What `mahdar follow` tells on standard error: a line for each feed of which something was added, and on a terminal one below
/// them that says what is going on.
struct FollowProgress {
  private let isTerminal = StandardError.isTerminal
  private let isQuiet: Bool
  private let isListing: Bool
  private var isShown = false
  private var last: Follower.State?

  init(isQuiet: Bool, isListing: Bool) {
    self.isQuiet = isQuiet
    self.isListing = isListing
  }

  mutating func show(_ event: Follower.Event) {
    switch event {
    case .added(let feed, let articles):
      if isListing {
        // Where ids can't be written the run goes on, for the articles are safe: the end of the command tells.
        for id in articles { try? StandardOutput.print("\(id)") }
        try? StandardOutput.flush()
      }
      if !isQuiet { tell("\(feed): \(articles.count) new") }
    case .failed(let feed, let problem, let isGone):
      if !isQuiet { tell("\(feed): \(problem)\(isGone ? "; it is not asked again" : "")") }
    case .unread(let error): tell("\(error.id ?? error.file ?? ""): \(error.message)")
    case .state(let state): if isTerminal, !isQuiet, state != last { show(state) }
    }
  }

  private mutating func tell(_ line: String) {
    clear()
    StandardError.print("mahdar: \(line)")
  }

  private mutating func show(_ state: Follower.State) {
    last = state
    let time = Date.now.formatted(.iso8601.time(includingFractionalSeconds: false))
    let waiting = state.waiting > 0 ? ", \(state.waiting) waiting" : ""
    let next = state.next > 0 ? "next in \(state.next) s" : "asking"
    StandardError.write("\r\u{1B}[K\(time)  \(state.feeds) feeds, \(state.added) added\(waiting); \(next)")
    isShown = true
  }

  /// Takes the line off the terminal.
  mutating func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
    last = nil
  }
}
