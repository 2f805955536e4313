import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

struct ArchiveTests {
  private let line = "{\"id\":\"a\",\"text\":\"خبر\"}\n"

  private func decoded(_ base64: String) throws -> [UInt8] { [UInt8](try #require(Data(base64Encoded: base64))) }

  @Test(arguments: [
    (
      "dump.jsonl.xz",
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAaeyJpZCI6ImEiLCJ0ZXh0Ijoi2K7YqNixIn0KAAByNYviYdM99gABMxv3GYheH7bzfQEAAAAABFla"
    ),
    (
      "dump.jsonl.bz2",
      "QlpoOTFBWSZTWYMsmMwAAAnZmgAQEAQAECYgBEoAQSAAAEAgACIj1GRp5RoUwAE0LxOjv2JZjAV0hVqFfF3JFOFCQgyyYzA="
    ),
    ("dump.jsonl.zst", "KLUv/SQb2QAAeyJpZCI6ImEiLCJ0ZXh0Ijoi2K7YqNixIn0KbBWzfQ=="),
    ("without-name", "KLUv/SQb2QAAeyJpZCI6ImEiLCJ0ZXh0Ijoi2K7YqNixIn0KbBWzfQ=="),
    ("another.html", "KLUv/SQb2QAAeyJpZCI6ImEiLCJ0ZXh0Ijoi2K7YqNixIn0KbBWzfQ=="),
  ])
  func compressedFilesAreReadAsWhatTheyHold(_ name: String, _ packed: String) throws {
    let run = try Reading.run(try decoded(packed), file: name, format: name == "another.html" ? .jsonl : nil)
    #expect(run.ids == ["a"] && run.texts == ["خبر"] && run.errors == [])
  }

  @Test func namesTellTheFormatOfWhatIsCompressed() throws {
    #expect(try Reading.run(Packed.gzip(line.bytes), file: "dump.jsonl.gz").ids == ["a"])
    let page = try Reading.run(
      Packed.gzip("<title>عنوان</title><article><p>صفحة</p></article>".bytes), file: "page.html.gz")
    #expect(page.ids == ["page.html.gz"] && page.articles.first?.title == "عنوان")
    let twice = try Reading.run(Packed.gzip(Packed.gzip(line.bytes)), file: "dump.jsonl.gz.gz")
    #expect(twice.ids == ["a"])
    #expect(
      try Reading.run(line.bytes, file: "dump.jsonl.gz").ids == ["a"], "it says that it is compressed, and is not")
    let foreign = try Reading.run([0, 1, 2, 3, 4, 5, 6, 7, 8], file: "dump.jsonl.gz")
    #expect(foreign.errors.first?.message.contains("is not what its name says") == true)
  }

  @Test func compressedLinesAreReadInBoundedMemory() throws {
    let lines = (0..<200_000).map { "{\"id\":\"\($0)\",\"text\":\"خبر \($0 &* 7919)\"}\n" }.joined()
    // Several streams, one behind the other.
    let half = lines.utf8.count / 2
    let packed = Packed.gzip(Array(lines.utf8.prefix(half))) + Packed.gzip(Array(lines.utf8.dropFirst(half)))
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString).jsonl.gz")
    try Data(packed).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var queue = InputQueue([file.path])
    var (count, largest) = (0, 0)
    while let piece = queue.next() {
      guard case .lines(let batch) = piece else { continue }
      count += batch.lines.count
      largest = max(largest, batch.bytes.count)
    }
    #expect(count == 200_000 && largest < 2 * Limits.batch)
  }

  @Test func membersAreReadInTheOrderOfTheArchive() throws {
    let files = [
      ("inner/ب.html", "<p>صفحة طويلة بعض الشيء</p>"), ("a.txt", "نص"), ("dump.jsonl", line), ("picture.png", "…"),
      (".hidden.txt", "لا"), ("__MACOSX/a.txt", "لا"), ("gold.jsonl", line), ("more/dump.jsonl.gz", ""),
    ].map { (name: $0.0, bytes: $0.1.bytes) }
    var all = files
    all[7].bytes = Packed.gzip("{\"id\":\"b\",\"text\":\"خبر\"}\n".bytes)
    let names = ["inner/ب.html", "a.txt"]
    for (name, packed) in [
      ("x.zip", Packed.zip(all)), ("x.tar", Packed.tar(all)), ("x.tar.gz", Packed.gzip(Packed.tar(all))),
      ("x.tgz", Packed.gzip(Packed.tar(all))), ("x", Packed.zip(all)), ("x.zip", Packed.tar(all)),
    ] {
      let run = try Reading.run(packed, file: name)
      #expect(run.ids == names.map { "\(name)/\($0)" } + ["a", "b"], "\(name)")
      #expect(run.errors == [] && run.passedOver.members == 4, "\(name)")
    }
  }

  @Test func sevenZipIsRead() throws {
    let packed = try decoded(
      """
      N3q8ryccAASpMiNepAAAAAAAAAAUAAAAAAAAAN5cU/IBACjZgtin2YQg2KfZhNmI2LLZitixINmG2LnZhTxwPti12YHYrdipPC9wPgDgAH4Ab10AAIEz\
      B64P0NNtfJ85EJxs6lYajuHOQhv33Yp9YfoprFt8h7ETiJga4D9ftlAPEKToydZu/WoRvX8WsfS4t6a1Ii6GX0sOEU8TXZ73gdH1+3jaxHZwPg1SAWOg\
      Ta+a4TC2TR+68bvm9oAZzqNQgAAAABcGLQEJdwAHCwEAASEhARgMfwAA
      """)
    let run = try Reading.run(packed, file: "p.7z")
    #expect(run.ids == ["p.7z/a.txt", "p.7z/inner/ب.html"] && run.texts.first == "قال الوزير نعم")
    let within = try Reading.run(Packed.zip([("p.7z", packed)]), file: "x.zip")
    #expect(within.ids == ["x.zip/p.7z/a.txt", "x.zip/p.7z/inner/ب.html"])
  }

  @Test func encryptedMembersAreErrorsAndTheRestIsRead() throws {
    let packed = try decoded(
      """
      UEsDBBQAAQBjAEpogV0AAAAAIQAAAAUAAAAKAAsAc2VjcmV0LnR4dAGZBwACAEFFAwAAAck5esDQA0IENRsPwgFPV/ujLyTLZEvyG8PQaAJ+2w79UEsD\
      BBQAAAAAAEpogV0pRkptBAAAAAQAAAAIAAAAb3Blbi50eHTZhti1UEsBAhQDFAABAGMASmiBXQAAAAAhAAAABQAAAAoACwAAAAAAAAAAAIABAAAAAHNl\
      Y3JldC50eHQBmQcAAgBBRQMAAFBLAQIUAxQAAAAAAEpogV0pRkptBAAAAAQAAAAIAAAAAAAAAAAAAACAAVQAAABvcGVuLnR4dFBLBQYAAAAAAgACAHkA\
      AAB+AAAAAAA=
      """)
    let run = try Reading.run(packed, file: "x.zip")
    #expect(run.ids == ["x.zip/open.txt"])
    #expect(run.errors.map(\.id) == ["x.zip/secret.txt"] && run.errors.first?.message.hasPrefix("encrypted") == true)
  }

  @Test func brokenMembersAreErrorsAndTheRestIsRead() throws {
    var packed = Packed.zip([("a.txt", "نص أول طويل".bytes), ("b.txt", "نص ثان".bytes)])
    packed[38] ^= 0xFF
    let run = try Reading.run(packed, file: "x.zip")
    #expect(run.ids == ["x.zip/b.txt"])
    #expect(run.errors.map(\.id) == ["x.zip/a.txt"])
  }

  @Test func whatStandsBeforeACutIsRead() throws {
    let tar = Packed.tar([("a.txt", "نص".bytes), ("b.txt", [UInt8](repeating: 0x61, count: 5000)), ("c.txt", [])])
    let cut = try Reading.run(Array(tar.prefix(3000)), file: "x.tar")
    #expect(cut.ids == ["x.tar/a.txt"] && cut.errors.count >= 1)
    let lines = (0..<20_000).map { "{\"id\":\"\($0)\",\"text\":\"خبر \($0 &* 7919)\"}\n" }.joined()
    let packed = Packed.gzip(lines.bytes)
    let run = try Reading.run(Array(packed.prefix(packed.count / 2)), file: "dump.jsonl.gz")
    #expect(run.articles.count > 5000 && run.errors.count == 1)
    #expect(run.errors.first?.message.contains("cut off") == true)
    let empty = try Reading.run([0x1F, 0x8B, 8, 0], file: "dump.jsonl.gz")
    #expect(empty.errors.count == 1)
  }

  @Test func pathsOfMembersLeadNowhere() throws {
    let files = ["../../etc/a.txt", "/etc/b.txt", "./c/../d.txt"].map { (name: $0, bytes: "نص".bytes) }
    // Nothing is written: they only name articles, and not such that lie elsewhere.
    for (name, packed) in [("x.zip", Packed.zip(files)), ("x.tar", Packed.tar(files))] {
      let run = try Reading.run(packed, file: name)
      #expect(run.ids == ["\(name)/etc/a.txt", "\(name)/etc/b.txt", "\(name)/c/d.txt"])
    }
    let links = try Reading.run(Packed.tar([("passwd.txt", [])], kind: "2"), file: "x.tar")
    #expect(links.articles.isEmpty && links.errors == [])
  }

  @Test func archivesAreNestedThreeDeep() throws {
    var packed = Packed.zip([("a.txt", "نص".bytes)])
    for _ in 0..<2 { packed = Packed.zip([("in.zip", packed)]) }
    #expect(try Reading.run(packed, file: "x.zip").ids == ["x.zip/in.zip/in.zip/a.txt"])
    packed = Packed.zip([("in.zip", packed), ("b.txt", "نص".bytes)])
    let run = try Reading.run(packed, file: "x.zip")
    #expect(run.ids == ["x.zip/b.txt"] && run.errors.map(\.code) == [.tooDeep])
    var layers = line.bytes
    for _ in 0..<4 { layers = Packed.gzip(layers) }
    #expect(try Reading.run(layers, file: "dump.jsonl.gz").errors.map(\.code) == [.tooDeep])
  }

  @Test func bombsAreNotUnpacked() throws {
    let start = ContinuousClock.now
    // 256 MB of empty lines in a quarter of a megabyte.
    let block = Packed.gzip([UInt8](repeating: 0x0A, count: 16 << 20))
    let bomb = Array(repeatElement(block, count: 16).joined())
    let lines = try Reading.run(bomb, file: "dump.jsonl.gz")
    #expect(lines.errors.map(\.code) == [.tooLong] && lines.errors[0].message.contains("200 times"))
    let text = try Reading.run(bomb, file: "page.html.gz")
    #expect(text.errors.map(\.code) == [.tooLong])
    // Members that are small enough each for itself.
    let member = [UInt8](repeating: 0x61, count: 15 << 20)
    let zip = Packed.zip((0..<8).map { ("\($0).txt", member) } + [("z.txt", "نص".bytes)])
    let members = try Reading.run(zip, file: "x.zip")
    #expect(members.errors.last?.message.contains("200 times") == true)
    #expect(!members.ids.contains("x.zip/z.txt"))
    let nested = try Reading.run(Packed.zip([("in.zip", zip), ("z.txt", "نص".bytes)]), file: "x.zip")
    #expect(nested.errors.last?.message.contains("200 times") == true)
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func filesOfAnArchiveThatAreTooLongAreErrors() throws {
    var long = [UInt8](repeating: 0x61, count: Limits.input + 10)
    for place in stride(from: 0, to: long.count, by: 3) {
      long[place] = UInt8(truncatingIfNeeded: place &* 31 >> 4) | 0x40
    }
    let run = try Reading.run(Packed.zip([("long.txt", long), ("a.txt", "نص".bytes)]), file: "x.zip")
    #expect(run.errors.map(\.code) == [.tooLong] && run.errors.first?.id == "x.zip/long.txt")
    #expect(run.ids == ["x.zip/a.txt"])
  }

  @Test func foldersAreSearchedForArchives() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mahdar-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in [
      ("a.zip", Packed.zip([("a.txt", "نص".bytes)])), ("b.jsonl.gz", Packed.gzip(line.bytes)),
      ("c.png.gz", Packed.gzip(line.bytes)),
    ] {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    let articles = Reading.articles([folder.path])
    #expect(try articles.map { try $0.get().id.replacing(folder.path + "/", with: "") } == ["a.zip/a.txt", "a"])
  }
}
