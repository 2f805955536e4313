import Foundation
import GRDB
import Mahdar
import MahdarReaders

/// The tables of feeds: each change is one transaction, so that a program that is killed loses none and repeats none.
struct FeedRows {
  /// What the times of a change are.
  struct Moment {
    /// RFC 3339.
    var text: String
    /// Since 1970.
    var seconds: Int

    init(_ date: Date) {
      text = date.ISO8601Format()
      seconds = Int(date.timeIntervalSince1970)
    }
  }

  /// How often ten seconds are waited for another program that writes.
  private static let patience = 30

  let store: Store

  /// Writes, though another program may be at it for minutes.
  private func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    for _ in 1..<Self.patience {
      do { return try store.write(body) } catch StoreError.locked {}
    }
    return try store.write(body)
  }

  /// Notes the feeds that are to be followed; returns those and no others, or all where none are given.
  func follow(_ feeds: [FeedList.Entry], pace: Int) throws -> [Int] {
    try write { db in
      for feed in feeds {
        try db.execute(
          sql: "INSERT INTO feed (address, title, pace, next) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING",
          arguments: [feed.address, feed.title, pace])
      }
      // What a run that was killed had added but not noted.
      try db.execute(
        sql: """
          UPDATE feed_item SET state = 'added', article = NULL
          WHERE state = 'waiting' AND key IN (SELECT key FROM article)
          """)
      guard !feeds.isEmpty else { return try Int.fetchAll(db, sql: "SELECT id FROM feed ORDER BY id") }
      return try feeds.compactMap {
        try Int.fetchOne(db, sql: "SELECT id FROM feed WHERE address = ?", arguments: [$0.address])
      }
    }
  }

  /// The feeds of some that are due, those that wait longest first.
  func due(_ feeds: Set<Int>, at now: Int) throws -> [FollowedFeed] {
    try store.read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM feed WHERE is_gone = 0 AND next <= ? ORDER BY next, id", arguments: [now]
      ).map(Self.feed).filter { feeds.contains($0.id) }
    }
  }

  /// When one of some feeds, or one of the items that wait, is due next.
  func nextDue(_ feeds: Set<Int>) throws -> Int? {
    try store.read { db in
      let times = try Row.fetchAll(db, sql: "SELECT id, next FROM feed WHERE is_gone = 0")
        .filter { feeds.contains($0["id"]) }.map { $0["next"] as Int }
      let item = try Int.fetchOne(db, sql: "SELECT min(next) FROM feed_item WHERE state = 'waiting'")
      return (times + [item].compactMap { $0 }).min()
    }
  }

  private static func feed(_ row: Row) -> FollowedFeed {
    FollowedFeed(
      id: row["id"], address: row["address"], movedTo: row["moved_to"], title: row["title"], etag: row["etag"],
      lastModified: row["last_modified"], rest: row["rest"], pace: row["pace"], failures: row["failures"])
  }

  /// The address and the title of each feed.
  func titles() throws -> [Int: (address: String, title: String?)] {
    try store.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT id, address, title FROM feed")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"], ($0["address"], $0["title"])) })
    }
  }

  func waitingCount() throws -> Int {
    try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM feed_item WHERE state = 'waiting'") ?? 0 }
  }

  /// The items that are due and need no page, the oldest first.
  func whole(at now: Int, limit: Int) throws -> [WaitingItem] {
    try store.read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT * FROM feed_item WHERE state = 'waiting' AND is_whole = 1 AND next <= ? ORDER BY id LIMIT ?",
        arguments: [now, limit]
      ).compactMap(Self.item)
    }
  }

  /// Items that are due and need their page: the oldest few of each feed, so that none waits behind all of another's.
  func beginnings(at now: Int, ofEach count: Int) throws -> [WaitingItem] {
    try store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM feed_item WHERE id IN (
            SELECT id FROM (
              SELECT id, row_number() OVER (PARTITION BY feed ORDER BY id) AS place FROM feed_item
              WHERE state = 'waiting' AND is_whole = 0 AND next <= ?)
            WHERE place <= ?)
          ORDER BY id
          """, arguments: [now, count]
      ).compactMap(Self.item)
    }
  }

  private static func item(_ row: Row) -> WaitingItem? {
    guard let article = try? JSONDecoder().decode(ItemArticle.self, from: row["article"] as Data) else { return nil }
    return WaitingItem(
      id: row["id"], feed: row["feed"], key: row["key"], link: row["link"], tries: row["tries"], article: article)
  }

  // MARK: What became of feeds

  /// A feed answered; with it its new items are noted.
  ///
  /// - Parameter content: nil where nothing has changed.
  /// - Returns: how many items are new.
  func succeeded(
    _ feed: FollowedFeed, _ answer: AddressAnswer, _ content: Feed?, pacing: Pacing, at now: Moment
  ) throws -> Int {
    try write { db in
      var new = 0
      for item in content?.items ?? [] {
        guard let content, try insert(item, of: content, feed.id, db, now) else { continue }
        new += 1
      }
      let rest = content == nil ? feed.rest : content?.rest
      let pace = pacing.pace(after: feed.pace, new: new)
      let wish = max(rest ?? 0, answer.maxAge ?? 0)
      let next = now.seconds + pacing.rest(pace: pace, wish: wish, seed: feed.address)
      try db.execute(
        sql: """
          UPDATE feed SET title = coalesce(?, title), moved_to = coalesce(?, moved_to), etag = ?, last_modified = ?,
            rest = ?, pace = ?, next = ?, failures = 0, succeeded = ? WHERE id = ?
          """,
        arguments: [
          content?.title, answer.moved, answer.etag ?? (content == nil ? feed.etag : nil),
          answer.lastModified ?? (content == nil ? feed.lastModified : nil), rest, pace, next, now.text, feed.id,
        ])
      return new
    }
  }

  /// Notes an item; false where it was there before.
  private func insert(_ item: FeedItem, of feed: Feed, _ id: Int, _ db: Database, _ now: Moment) throws -> Bool {
    let page = item.link.map { WebAddress($0).key }
    let isSeen = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM feed_item WHERE key = ?1 OR page = ?2 LIMIT 1"),
      arguments: [item.id, page])
    if isSeen != nil { return false }
    let names = [item.id] + (item.link.map { WebAddress($0).variants } ?? [])
    let isKnown = try names.contains { name in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM article WHERE key = ?1 OR url = ?1 LIMIT 1"), arguments: [name]) != nil
    }
    let article = isKnown ? nil : try JSONEncoder().encode(ItemArticle(item, of: feed))
    try db.execute(
      sql: """
        INSERT INTO feed_item (feed, key, link, page, state, seen, next, article, is_whole)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, item.id, item.link, page, isKnown ? "known" : "waiting", now.text, now.seconds, article, item.isWhole,
      ])
    return !isKnown
  }

  /// A feed failed.
  ///
  /// - Parameter isGone: for good.
  func failed(
    _ feed: FollowedFeed, _ problem: String, retryAfter: Int?, isGone: Bool, pacing: Pacing, at now: Moment
  ) throws {
    let failures = feed.failures + 1
    let next = now.seconds + pacing.rest(failures: failures, wish: retryAfter, seed: feed.address)
    try write { db in
      try db.execute(
        sql: "UPDATE feed SET failures = ?, failed = ?, problem = ?, next = ?, is_gone = ? WHERE id = ?",
        arguments: [failures, now.text, problem, next, isGone, feed.id])
    }
  }

  // MARK: What became of items

  /// The items whose articles are safe.
  func added(_ items: [WaitingItem]) throws {
    try write { db in
      for item in items {
        try db.execute(
          sql:
            "UPDATE feed_item SET state = 'added', article = NULL, problem = NULL WHERE id = ? AND state = 'waiting'",
          arguments: [item.id])
      }
    }
  }

  /// An item's article could not be read.
  func failed(_ item: WaitingItem, _ problem: String) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE feed_item SET state = 'failed', article = NULL, problem = ? WHERE id = ?",
        arguments: [problem, item.id])
    }
  }

  /// An item's page gave nothing: it is tried again, or what the feed has of it is all there is.
  ///
  /// - Parameter rest: seconds until the next try; nil where there is no other.
  func pageFailed(_ item: WaitingItem, _ problem: String, rest: Int?, at now: Moment) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE feed_item SET tries = tries + 1, problem = ?, is_whole = ?, next = ? WHERE id = ?",
        arguments: [problem, rest == nil, now.seconds + (rest ?? 0), item.id])
    }
  }
}
