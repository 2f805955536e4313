import Foundation
import GRDB
import Mahdar

/// A store of articles, what was read off them, and the record made of it: one SQLite file.
///
/// - Errors: `StoreError` for what a user can mend; every call maps SQLite's errors to it.
public final class Store: Sendable {
  public let path: String
  /// The words of questions and texts become the terms of the index by this.
  public let terms: SearchTerms
  let database: any DatabaseWriter
  /// Whether words and names were indexed with other search data: searching finds less, until the store is opened for writing.
  public let isIndexStale: Bool

  public enum Access: Sendable, Equatable {
    case read, write
    /// Reading for many at once, each answer in so many seconds at most.
    case serve(seconds: Double)
  }

  /// The time that an answer may take.
  let seconds: Double?

  /// Which file it was when it was opened.
  private let file: StoreFile.Identity?

  /// What the file was when it was opened without locks; nil where SQLite's locks keep others from changing it.
  private let unlocked: StoreFile.State?

  /// Opens the store at `path`; for writing, makes it or brings it up to date.
  public init(_ path: String, _ access: Access, search: SearchLexicon) throws {
    self.path = path
    terms = SearchTerms(lexicon: search)
    if case .serve(let limit) = access { seconds = limit } else { seconds = nil }
    let exists = FileManager.default.fileExists(atPath: path)
    if access != .write, !exists { throw StoreError.missing(path: path) }
    do {
      let terms = self.terms
      if access == .write {
        if exists { try Self.check(path) }
        (database, unlocked) = (try Self.writer(path, terms), nil)
      } else {
        (database, unlocked) = try StoreFile(path: path).openForReading { path in
          try Self.check(path)
          return access == .read ? try Self.reader(path, terms) : try Self.readers(path, terms)
        }
      }
      if access == .write { try Self.migrate(database, terms, path) }
      if try database.read(Self.migrator.hasBeenSuperseded) { throw StoreError.newer(path: path) }
      if try !database.read(Self.migrator.hasCompletedMigrations) {
        let isBegun = try database.read { try $0.tableExists("article") }
        throw isBegun ? StoreError.older(path: path) : StoreError.missing(path: path)
      }
      isIndexStale = try database.read(Self.builtWith) != terms.digest
      file = StoreFile(path: path).identity
    } catch {
      throw StoreError.of(error, path: path)
    }
  }

  /// `mahd` in ASCII: tells a store from other SQLite files.
  private static let applicationID = 0x6D61_6864

  /// Refuses files that are no stores before anything is done to them.
  private static func check(_ path: String) throws {
    do {
      try check(path, readonly: true)
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
      // A program was killed while it made the store: what it had begun is taken back by whoever may write.
      try check(path, readonly: false)
    }
  }

  private static func check(_ path: String, readonly: Bool) throws {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(2)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    let (id, tables) = try queue.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id"),
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
      )
    }
    guard id == applicationID || tables == 0 else { throw StoreError.notAStore(path: path) }
  }

  private static func configuration(_ terms: SearchTerms) -> Configuration {
    var configuration = Configuration()
    // Asked often, so that a moment in which the store is free is not slept through.
    configuration.busyMode = .callback { tries in
      usleep(10_000)
      return tries < 1000
    }
    configuration.prepareDatabase { db in
      try SearchTokenizer.add(terms, to: db)
      db.add(function: SQLFunctions.passage)
      db.add(function: SQLFunctions.fold)
      db.add(function: SQLFunctions.holds(terms))
      try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA temp_store = memory")
    }
    return configuration
  }

  private static func writer(_ path: String, _ terms: SearchTerms) throws -> any DatabaseWriter {
    var configuration = configuration(terms)
    configuration.maximumReaderCount = max(2, ProcessInfo.processInfo.activeProcessorCount)
    configuration.prepareDatabase { db in
      if !db.configuration.readonly {
        try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 25000")
      }
    }
    return try DatabasePool(path: path, configuration: configuration)
  }

  private static func reader(_ path: String, _ terms: SearchTerms) throws -> any DatabaseWriter {
    var configuration = configuration(terms)
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Several connections, where the store's log lets readers go beside each other.
  private static func readers(_ path: String, _ terms: SearchTerms) throws -> any DatabaseWriter {
    let one = try reader(path, terms)
    guard !path.hasPrefix("file:"), try one.read({ try String.fetchOne($0, sql: "PRAGMA journal_mode") }) == "wal"
    else {
      return one
    }
    try one.close()
    var configuration = configuration(terms)
    configuration.readonly = true
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA mmap_size = \(1 << 33)") }
    configuration.maximumReaderCount = max(4, ProcessInfo.processInfo.activeProcessorCount)
    return try DatabasePool(path: path, configuration: configuration)
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration(ArticlesAndClaims.name, migrate: ArticlesAndClaims.migrate)
    migrator.registerMigration(Contacts.name, migrate: Contacts.migrate)
    migrator.registerMigration(Scale.name, migrate: Scale.migrate)
    migrator.registerMigration(CurrentArticles.name, migrate: CurrentArticles.migrate)
    migrator.registerMigration(Followers.name, migrate: Followers.migrate)
    migrator.registerMigration(Parts.name, migrate: Parts.migrate)
    migrator.registerMigration(Places.name, migrate: Places.migrate)
    migrator.registerMigration(Removals.name, migrate: Removals.migrate)
    migrator.registerMigration(ListIndexes.name, migrate: ListIndexes.migrate)
    migrator.registerMigration(Feeds.name, migrate: Feeds.migrate)
    migrator.registerMigration(Addresses.name, migrate: Addresses.migrate)
    return migrator
  }

  private static func migrate(_ database: any DatabaseWriter, _ terms: SearchTerms, _ path: String) throws {
    if try database.read(migrator.hasBeenSuperseded) { throw StoreError.newer(path: path) }
    // First of all, so that a program killed while it makes the store leaves one that the next can finish.
    try database.writeWithoutTransaction { db in
      if try Int.fetchOne(db, sql: "PRAGMA application_id") != applicationID {
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      }
    }
    try migrateBesideOthers(database)
    try refreshIndex(database, terms)
  }

  /// Brings the store up to date, though other programs may be doing the same: what one has begun fails for the others, who see
  /// then how far it has come.
  private static func migrateBesideOthers(_ database: any DatabaseWriter) throws {
    var tries = 0
    while true {
      do {
        return try migrator.migrate(database)
      } catch let error as DatabaseError where tries < 100 {
        guard [.SQLITE_ERROR, .SQLITE_BUSY, .SQLITE_CONSTRAINT, .SQLITE_SCHEMA].contains(error.resultCode) else {
          throw error
        }
        tries += 1
        usleep(50_000)
      }
    }
  }

  /// The digest of the search data that the index was built with; nil in a store that has none yet.
  private static func builtWith(_ db: Database) throws -> String? {
    guard try db.tableExists("setting") else { return nil }
    return try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'search data'")
  }

  /// Builds the index of words and names anew when it was built with other search data.
  private static func refreshIndex(_ database: any DatabaseWriter, _ terms: SearchTerms) throws {
    // Asked without the lock first, so that opening does not wait for another program that writes.
    if try database.read({ try builtWith($0) == terms.digest && !NameWriter.lacksWords($0) }) { return }
    try database.write { db in
      let built = try builtWith(db)
      let isOther = built != nil && built != terms.digest
      if isOther { try rebuildIndex(db) }
      if try isOther || NameWriter.lacksWords(db) { try NameWriter.refresh(db, terms) }
      try db.execute(
        sql: "INSERT INTO setting VALUES ('search data', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        arguments: [terms.digest])
    }
  }

  private static func rebuildIndex(_ db: Database) throws {
    // SQLite takes in every row of `article`, those of old texts too.
    try db.execute(
      sql: """
        INSERT INTO words (words) VALUES ('rebuild');
        INSERT INTO words (words, rowid, title, text) SELECT 'delete', id, title, text FROM article WHERE is_current = 0;
        """)
  }

  /// Makes sure that what was written went to the file that stands at the path.
  ///
  /// - Errors: `StoreError` when it was removed or put elsewhere.
  func expectFile() throws(StoreError) {
    guard StoreFile(path: path).identity != file else { return }
    throw .request(
      "\(path): was removed or put elsewhere while it was written to; what was added last is not there (run the command again)"
    )
  }

  /// The schema as SQL, in the order it was made.
  public func schema() throws -> String {
    try database.read { db in
      try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'words_%' ORDER BY rowid"
      )
      .joined(separator: ";\n") + ";\n"
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      let value = try database.read { db in
        guard let seconds else { return try body(db) }
        return try QueryClock(seconds: seconds).limiting(db) { try body(db) }
      }
      try checkUnchanged()
      return value
    } catch {
      throw StoreError.of(error, path: path)
    }
  }

  /// After reading without locks: refuses what was read while another program wrote.
  func checkUnchanged() throws {
    if let unlocked, unlocked != StoreFile(path: path).state { throw StoreError.locked(path: path) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try database.write(body) } catch { throw StoreError.of(error, path: path) }
  }
}
