import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

/// Bytes with a few of them changed, taken out or put in, the same on every run.
private func mutated(_ bytes: [UInt8], seed: UInt64) -> [UInt8] {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % bound
  }
  var bytes = bytes
  for _ in 0...next(8) where !bytes.isEmpty {
    let place = next(bytes.count)
    switch next(4) {
    case 0: bytes[place] = UInt8(next(256))
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + next(20)))
    case 2: bytes.insert(contentsOf: Array("<>\"'&\\{}[]/=".utf8).shuffled(by: next), at: place)
    default: bytes.removeSubrange(place...)
    }
  }
  return bytes
}

extension [UInt8] {
  fileprivate func shuffled(by next: (Int) -> Int) -> [UInt8] { (0..<3).map { _ in self[next(count)] } }
}

@Test func anyBytesAreSomePage() throws {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let page = try Data(contentsOf: root.appendingPathComponent("Samples/2025-06-17-trilateral.html"))
  for seed in 0..<3000 {
    let bytes = mutated([UInt8](page), seed: UInt64(seed))
    let article = try bytes.withUnsafeBufferPointer { try HTMLPage($0).article(id: "page") }
    #expect(article.text.utf8.count <= bytes.count * 3)
  }
}

@Test func anyBytesAreALineOrAnError() {
  let line =
    #"{"id":"a","title":"عنوان","text":"قال \"نعم\" \u0642\ud83d\ude00","x":[1,{"y":-1.5e3,"z":[true,null]}],"url":null}"#
  var read = 0
  for seed in 0..<20000 {
    let bytes = mutated(Array(line.utf8), seed: UInt64(seed))
    let article = bytes.withUnsafeBufferPointer { try? ArticleLine.article($0) }
    if article != nil { read += 1 }
    // What is read here is JSON to others too, but for lone surrogates and for text that is no UTF-8, which is mended before.
    if article?.remarks == [], String(validating: bytes, as: UTF8.self) != nil {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }
  }
  #expect(read > 100)
}

@Test func anyBytesAreSomeText() {
  for seed in 0..<2000 {
    let bytes = mutated(Array("قال وزير الخارجية إنه يؤيد «الحوار»".utf8), seed: UInt64(seed))
    bytes.withUnsafeBufferPointer { _ = Charset(detecting: $0).decode($0) }
  }
}

/// Reads any bytes as what `seed` was, twice; the readings must be the same.
private func checkAnyBytes(of seed: [UInt8], file: String, count: Int) throws {
  for number in 0..<count {
    let bytes = mutated(seed, seed: UInt64(number))
    let (once, again) = (try Reading.run(bytes, file: file), try Reading.run(bytes, file: file))
    #expect(once.texts == again.texts && once.passedOver == again.passedOver)
    #expect(once.errors.allSatisfy { !$0.message.isEmpty })
  }
}

@Test func anyBytesAreSomeTable() throws {
  let table = "id;text;date\r\n1;\"قال \"\"نعم\"\";\nثم\";2024-05-01\r\n2;نص;\r\n".bytes
  try checkAnyBytes(of: table, file: "t.csv", count: 1000)
  try checkAnyBytes(of: [0xFF, 0xFE] + table.flatMap { [$0, 0] }, file: "t.csv", count: 300)
}

@Test func anyBytesAreSomeArchive() throws {
  let files = [("a.txt", "نص".bytes), ("b/c.jsonl", "{\"id\":\"a\",\"text\":\"نص\"}\n".bytes)].map {
    (name: $0.0, bytes: $0.1)
  }
  for packed in [Packed.zip(files), Packed.tar(files), Packed.gzip(Packed.tar(files))] {
    try checkAnyBytes(of: packed, file: "x.zip", count: 500)
  }
}

@Test func anyBytesAreSomeCrawl() throws {
  let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<p>قال\r\n0\r\n\r\n"
  let record = """
    WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\nContent-Length: \
    \(page.utf8.count)\r\n\r\n\(page)\r\n\r\n
    """
  try checkAnyBytes(of: (record + record).bytes, file: "x.warc", count: 1000)
  try checkAnyBytes(of: Packed.gzip(record.bytes) + Packed.gzip(record.bytes), file: "x.warc.gz", count: 500)
}
@Test func anyBytesAreADocumentOrAnError() {
  let sentence = "قال الوزير (أمس) إن «اللقاء» في 12 آب تم"
  let word =
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>\(sentence)</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
  let open =
    "<office:body><text:h>x</text:h><text:p>\(sentence)<text:note><text:note-body/></text:note></text:p></office:body>"
  let rich =
    "{\\rtf1\\ansicpg1256{\\fonttbl{\\f0\\fcharset178 A;}}{\\info{\\title x}}\\f0 \\u1575?\\'c7{\\v x}\\par{\\footnote y}\\bin1 }}"
  let mail =
    "From: =?utf-8?B?2YU=?= <a@b>\nSubject: =?cp1256?Q?=C7?=\nDate: Wed, 12 Aug 2015 10:00 GMT\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n\(sentence)\n--b\nContent-Type: text/html; name*0*=utf-8''a; name*1=.html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=D8=\n=A7</p>\n--b--\n"
  for seed in 0..<600 {
    let seed = UInt64(seed)
    let documents: [(InputFormat, [UInt8])] = [
      (
        .docx,
        ZipArchive(["word/document.xml": String(decoding: mutated(Array(word.utf8), seed: seed), as: UTF8.self)]).bytes
      ),
      (.odt, ZipArchive(["content.xml": String(decoding: mutated(Array(open.utf8), seed: seed), as: UTF8.self)]).bytes),
      (.docx, mutated(ZipArchive(["word/document.xml": word]).bytes, seed: seed)),
      (.rtf, mutated(Array(rich.utf8), seed: seed)), (.eml, mutated(Array(mail.utf8), seed: seed)),
      (.text, mutated(Array(Encoding.misread(sentence, .utf8, as: .windows1252).utf8), seed: seed)),
      (.text, mutated(Array(("<p>&#1575;&quot;</p>" + String(sentence.reversed())).utf8), seed: seed)),
    ]
    for (format, bytes) in documents {
      let context = InputContext(origin: "mail", charset: seed % 2 == 0 ? "iso-8859-1" : "gbk", line: 1)
      let piece = InputQueue.Piece.content(path: "a", id: "a", bytes: bytes, format: format, context: context)
      ArticleReader().forEach(in: piece) { article in
        switch article {
        case .success(let article): #expect(!article.id.isEmpty && !article.text.utf8.contains(0))
        case .failure(let error): #expect(!error.message.isEmpty)
        }
      }
    }
  }
}
