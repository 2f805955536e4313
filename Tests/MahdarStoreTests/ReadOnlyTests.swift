import Foundation
import Mahdar
import Testing

@testable import MahdarStore

/// Stores in folders that nobody may write to.
@Suite(.enabled(if: UnprivilegedRun.isPossible, "the superuser may write anywhere, and there is no setpriv"))
struct ReadOnlyTests {
  private func withoutRights(_ scratch: Scratch, _ body: () throws -> Void) throws {
    #expect(chmod(scratch.url.path, 0o555) == 0)
    defer { chmod(scratch.url.path, 0o755) }
    try body()
  }

  @Test func storesInFoldersThatCantBeWrittenToAreAsked() throws {
    let other = try Scratch()
    let store = try Store(other.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles(Adding.made(20), to: store)
    try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(truncate)") }
    let scratch = try Scratch()
    // What an address would read as something else.
    let path = scratch.path("a b?c#d%41.db")
    try FileManager.default.copyItem(atPath: store.path, toPath: path)
    #expect(chmod(path, 0o644) == 0)
    try withoutRights(scratch) {
      let contacts = try UnprivilegedRun(["contacts", "--format", "csv", "--store", path])
      #expect(contacts.status == 0, "\(contacts.errors)")
      #expect(contacts.output.contains("held"))
      for question in [
        ["quotes"], ["search", "التعاون"], ["person", "لافروف"], ["changes", "--since", "2000"], ["conflicts"], ["log"],
        ["sql", "select count(*) from article"],
      ] {
        let answer = try UnprivilegedRun(question + ["--store", path])
        #expect(answer.status < 2, "\(question): \(answer.errors)")
      }
      let added = try UnprivilegedRun(["add", "Samples", "--store", path])
      #expect(added.status == 2 && added.errors.contains("can't be written to"), "\(added.errors)")
    }
  }

  @Test func changesThatLieBesideTheStoreAreNotPassedOver() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    _ = try Adding.articles(Adding.made(20), to: store)
    // A copy of a store in use: its last changes are in the log.
    let copy = try Scratch()
    let path = copy.path("b.db")
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: store.path + suffix, toPath: path + suffix)
      #expect(chmod(path + suffix, 0o644) == 0)
    }
    try withoutRights(copy) {
      let contacts = try UnprivilegedRun(["contacts", "--store", path])
      #expect(contacts.status == 2)
      #expect(contacts.errors.contains("its last changes lie in \(path)-wal"), "\(contacts.errors)")
    }
  }

  @Test func storesThatCantBeReadSaySo() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("a.db"), .write, search: try Project.search.get())
    try store.database.close()
    #expect(chmod(store.path, 0) == 0)
    let contacts = try UnprivilegedRun(["contacts", "--store", store.path])
    #expect(contacts.status == 2 && contacts.errors.contains("may not be read"), "\(contacts.errors)")
  }

  @Test func whatIsWrittenMeanwhileIsNoticed() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.db", "a")
    let file = StoreFile(path: path)
    let before = file.state
    #expect(file.state == before)
    _ = try scratch.file("a.db-wal", "log")
    #expect(file.state != before)
    try FileManager.default.removeItem(atPath: path + "-wal")
    #expect(file.state == before)
    _ = try scratch.file("a.db", "ab")
    #expect(file.state != before)
  }
}
