import Foundation
import GRDB
import Mahdar
import MahdarStore
import Testing

@testable import MahdarStore

struct StoreTests {
  @Test func theSchemaIsTheCommittedOne() throws {
    let scratch = try Scratch()
    let schema = try Store(scratch.path("a.db"), .write, search: try Project.search.get()).schema()
    let file = Project.root.appending(path: "Sources/MahdarStore/Migrations/schema.sql")
    if ProcessInfo.processInfo.environment["UPDATE_SCHEMA"] != nil {
      try schema.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == schema,
      "the migrations make another schema than schema.sql; run: UPDATE_SCHEMA=1 swift test --filter theSchemaIsTheCommittedOne"
    )
  }

  @Test func hashesAreThoseOfTheStandard() {
    func hex(_ text: String) -> String {
      ContentHash(Array(text.utf8)).bytes.map { String(format: "%02x", $0) }.joined()
    }
    #expect(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func addingTwiceChangesNothing() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    let first = try Adding.articles(Adding.made(50), to: store)
    let second = try Adding.articles(Adding.made(50), to: store)
    #expect(first.added == 50 && second.added == 0 && second.unchanged == 50)
    #expect(try store.count("article") == 50)
    #expect(try store.count("reading") == 50)
  }

  @Test func aChangedTextTakesTheOldOnesPlace() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles([Article(id: "x", text: "زار الوزير باريس")], to: store)
    let summary = try Adding.articles([Article(id: "x", text: "زار الوزير لندن")], to: store)
    #expect(summary.changed == 1)
    #expect(try store.search(SearchRequest("باريس")).hits.isEmpty)
    #expect(try store.search(SearchRequest("لندن")).hits.map(\.id) == ["x"])
    #expect(try store.count("article") == 2)
  }

  @Test func claimsOfAnotherEngineReplaceTheOldOnes() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles(Adding.made(20), to: store)
    let before = try store.texts("SELECT id FROM contact ORDER BY id")
    try store.execute("UPDATE engine SET version = 'mahdar 0.0.1'")
    let summary = try Adding.articles(Adding.made(20), to: store)
    #expect(summary.reread == 20)
    #expect(try store.texts("SELECT id FROM contact ORDER BY id") == before)
    #expect(try store.count("reading") == 40)
    #expect(try store.count("contact_claim") == store.count("claim") / 2)
  }

  @Test func theRecordDoesNotDependOnTheOrderOfArrival() throws {
    let scratch = try Scratch()
    let articles = Adding.made(120)
    var records: [[String]] = []
    for (number, order) in [articles, articles.reversed(), articles.shuffled()].enumerated() {
      let store = try Store(scratch.path("\(number).db"), .write, search: try Project.search.get())
      for start in stride(from: 0, to: order.count, by: 40) {
        _ = try Adding.articles(Array(order[start..<start + 40]), to: store)
      }
      records.append(try store.record())
    }
    #expect(records[0].count > 10)
    #expect(records[0] == records[1] && records[0] == records[2])
  }

  @Test func contactsOfManyReportsDependOnNoOrderEither() throws {
    let scratch = try Scratch()
    let subjects = ["الطاقة", "الحدود", "المياه", "التجارة", "الهدنة", "الانتخابات", "اللاجئين"]
    func article(_ number: Int, _ day: Int) -> Article {
      Article(
        id: "r\(number)",
        text: """
          التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأمريكي مايك بومبيو في جنيف يوم \(day) مارس 2019 \
          وبحثا \(subjects[number % 7]) و\(subjects[number / 7 % 7]).
          """, published: "2019-03-\(day + number % 3)", outlet: "صحيفة \(number % 9)")
    }
    let articles = (0..<90).map { article($0, $0 % 4 == 0 ? 20 : 10) }
    var records: [[String]] = []
    for (number, order) in [articles, articles.reversed(), articles.shuffled()].enumerated() {
      let store = try Store(scratch.path("\(number).db"), .write, search: try Project.search.get())
      // What is replaced later leaves no trace.
      if number > 0 { _ = try Adding.articles((0..<90).map { article($0, number == 1 ? 20 : 10) }, to: store) }
      for start in stride(from: 0, to: order.count, by: 30) {
        _ = try Adding.articles(Array(order[start..<start + 30]), to: store)
      }
      records.append(try store.record())
      #expect(try store.texts("SELECT articles FROM contact ORDER BY articles") == ["23", "67"])
    }
    #expect(records[0] == records[1] && records[0] == records[2])
  }

  @Test func programsThatMakeAStoreAtOnceAllAdd() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.jsonl", Adding.made(3).map(Adding.line).joined())
    for round in 0..<3 {
      let programs = try (0..<4).map { _ in
        let process = Process()
        process.executableURL = Project.program
        process.arguments = ["add", file, "--store", scratch.path("\(round).db"), "--quiet"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
      }
      for program in programs {
        program.waitUntilExit()
        #expect(program.terminationStatus == 0)
      }
      let store = try Store(scratch.path("\(round).db"), .read, search: try Project.search.get())
      #expect(try store.count("article") == 3)
    }
  }

  @Test func aStoreThatIsRemovedMeanwhileIsMissed() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.jsonl", Adding.made(300).map(Adding.line).joined())
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    #expect(throws: StoreError.self) {
      try Adding.file(file, to: store, batch: 10, workers: Adding.worker) { _ in
        try? FileManager.default.removeItem(atPath: store.path)
      } failure: { _ in
      }
    }
  }

  /// Killed before its first transaction was over, a program leaves a journal that only who may write can take back.
  @Test func aStoreWhoseMakingWasBrokenOffIsMadeWhole() throws {
    let scratch = try Scratch()
    let (path, made) = (scratch.path("a.db"), scratch.path("made.db"))
    let search = try Project.search.get()
    let queue = try DatabaseQueue(path: made)
    try queue.writeWithoutTransaction { db in
      // With so little memory for pages, they are written before the end.
      try db.execute(
        sql: """
          PRAGMA cache_size = 1; BEGIN; CREATE TABLE t (x);
          WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 200)
            INSERT INTO t SELECT randomblob(2000) FROM n;
          """)
      for ending in ["", "-journal"] { try FileManager.default.copyItem(atPath: made + ending, toPath: path + ending) }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(throws: StoreError.self) {
      try StoreFile(path: path).openForReading { _ in throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
    }
    let store = try Store(path, .write, search: search)
    #expect(try Adding.articles(Adding.made(3), to: store).added == 3)
    #expect(try store.texts("SELECT name FROM sqlite_master WHERE name = 't'").isEmpty)
  }

  @Test func aStoreOfAnOlderVersionIsBroughtUpToDate() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.db")
    let search = try Project.search.get()
    let store = try Store(path, .write, search: search)
    _ = try Adding.articles(Adding.made(60), to: store)
    let (record, links) = (try store.record(), try store.count("link"))
    let people = try store.person("لافروف").names
    // The store as it was before the third migration.
    try store.execute(
      Adding.withoutListIndexes + """
        DROP TABLE claim_features; DROP TABLE link; DROP TABLE name_word; DROP INDEX person_name;
        CREATE TABLE link (a INTEGER, b INTEGER); CREATE INDEX block_claim ON block (claim);
        CREATE INDEX statement_known ON statement (known) WHERE known IS NOT NULL;
        ALTER TABLE name RENAME TO new_name; DROP INDEX name_identity;
        CREATE TABLE name (folded TEXT NOT NULL, identity TEXT NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL,
          kind TEXT NOT NULL, side TEXT, PRIMARY KEY (folded, identity)) STRICT, WITHOUT ROWID;
        CREATE INDEX name_identity ON name (identity);
        INSERT INTO name SELECT folded, identity, name, '', kind, side FROM new_name; DROP TABLE new_name;
        DELETE FROM setting WHERE name = 'linking'; DROP VIEW current_article; DROP TABLE follower;
        DROP INDEX article_file; ALTER TABLE article DROP COLUMN file; ALTER TABLE article DROP COLUMN line;
        DROP INDEX contact_part_of; ALTER TABLE contact DROP COLUMN part_of;
        DELETE FROM grdb_migrations WHERE identifier >= '3';
        """)
    #expect(throws: StoreError.older(path: path)) { try Store(path, .read, search: search) }
    let renewed = try Store(path, .write, search: search)
    _ = try Adding.articles([], to: renewed)
    #expect(try renewed.record() == record)
    #expect(try renewed.count("link") == links)
    #expect(try renewed.person("لافروف").names == people && !people.isEmpty)
  }

  @Test func whatAnotherVersionLinkedIsLinkedAnew() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles(Adding.made(60), to: store)
    let (record, links) = (try store.record(), try store.count("link"))
    let changes = try store.count("change")
    try store.execute("DELETE FROM link; DELETE FROM block; UPDATE claim_features SET bytes = x'00'")
    try store.execute("UPDATE setting SET value = '0' WHERE name = 'linking'")
    _ = try Adding.articles([], to: store)
    #expect(try store.record() == record)
    #expect(try store.count("link") == links && links > 0)
    #expect(try store.count("change") == changes)
  }

  @Test func aFullDiskLeavesTheStoreIntact() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles(Array(Adding.made(100)), to: store)
    let pages = try #require(try store.texts("PRAGMA page_count").first.flatMap { Int($0) })
    try store.execute("PRAGMA max_page_count = \(pages + 20)")
    #expect(throws: StoreError.full(path: store.path)) { try Adding.articles(Adding.made(2000), to: store) }
    #expect(try store.texts("PRAGMA integrity_check") == ["ok"])
    #expect(try store.count("article") >= 100)
    try store.execute("PRAGMA max_page_count = 1000000")
    _ = try Adding.articles(Adding.made(2000), to: store)
    #expect(try store.count("article") == 2000)
  }

  @Test func aLockedStoreSaysSo() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: store.path, configuration: configuration)
    try other.unsafeReentrantWrite { try $0.execute(sql: "BEGIN IMMEDIATE") }
    #expect(throws: StoreError.locked(path: store.path)) { try Adding.articles(Adding.made(5), to: store) }
    try other.unsafeReentrantWrite { try $0.execute(sql: "ROLLBACK") }
    #expect(try Adding.articles(Adding.made(5), to: store).added == 5)
  }

  @Test func storesThatCantBeUsedSayWhy() throws {
    let scratch = try Scratch()
    let search = try Project.search.get()
    #expect(throws: StoreError.missing(path: scratch.path("none.db"))) {
      try Store(scratch.path("none.db"), .read, search: search)
    }
    let text = try scratch.file("text.db", String(repeating: "no database ", count: 100))
    #expect(throws: StoreError.notAStore(path: text)) { try Store(text, .write, search: search) }
    let store = try Store(scratch.path("new.db"), .write, search: search)
    try store.execute("INSERT INTO grdb_migrations VALUES ('9 from the future')")
    #expect(throws: StoreError.newer(path: store.path)) { try Store(store.path, .write, search: search) }
    #expect(throws: StoreError.newer(path: store.path)) { try Store(store.path, .read, search: search) }
  }
}

extension Store {
  /// The contacts, a line each.
  func record() throws -> [String] {
    try texts(
      """
      SELECT contact.id || status || coalesce(date, '') || articles || (SELECT group_concat(name) FROM
        (SELECT name FROM party WHERE contact = contact.id ORDER BY ordinal)) FROM contact ORDER BY contact.id
      """)
  }
  func count(_ table: String) throws -> Int {
    try texts("SELECT count(*) FROM \(table)").first.flatMap { Int($0) } ?? -1
  }
  func texts(_ sql: String) throws -> [String] { try database.read { try String.fetchAll($0, sql: sql) } }
  func execute(_ sql: String) throws { try database.write { try $0.execute(sql: sql) } }
}
