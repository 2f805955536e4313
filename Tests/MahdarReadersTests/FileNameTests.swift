import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

/// Files whose names no `String` holds, and those that can't be looked at.
struct FileNameTests {
  private func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  private func write(_ text: String, _ folder: String, _ name: [UInt8]) {
    let path = Array(folder.utf8) + [UInt8(ascii: "/")] + name + [0]
    let descriptor = path.withUnsafeBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
    }
    #expect(descriptor >= 0)
    _ = text.withCString { Foundation.write(descriptor, $0, strlen($0)) }
    close(descriptor)
  }

  @Test func namesThatAreNoUTF8AreRead() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    write("نص", folder, [0xFF, 0xFE] + Array(".txt".utf8))
    write("{\"id\":\"line\",\"text\":\"\"}", folder, [0xFD] + Array(".jsonl".utf8))
    write("<p>صفحة</p>", folder, [0xFE] + Array(".html".utf8))
    write("نص", folder, Array("a.txt".utf8))
    let ids = try Reading.articles([folder]).map { try $0.get().id.replacing(folder + "/", with: "") }
    #expect(ids == ["a.txt", "line", "\u{FFFD}.html", "\u{FFFD}\u{FFFD}.txt"])
  }

  @Test func filesThatCantBeLookedAtAreErrors() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    write("نص", folder, Array("a.txt".utf8))
    // Folders in folders, until the path is longer than the system takes.
    var place = open(folder, O_RDONLY | O_DIRECTORY)
    let name = String(repeating: "d", count: 250)
    for _ in 0..<17 {
      #expect(mkdirat(place, name, 0o700) == 0)
      let next = openat(place, name, O_RDONLY | O_DIRECTORY)
      close(place)
      place = next
    }
    close(place)
    let articles = Reading.articles([folder])
    #expect(articles.count == 2)
    #expect(try articles.first?.get().text == "نص")
    #expect(articles.last?.error?.code == .unreadable)
    #expect(articles.last?.error?.id?.hasSuffix(name) == true)
  }
}
