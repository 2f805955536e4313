import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

private let lines = [
  "استقبل الوزير ضيفه في القاهرة أمس وبحثا معا", "الأوضاع في المنطقة (كلها) مع 12 نائبا من", "الحزب.",
]

private var isInstalled: Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext")
  }
}

private func article(_ pdf: PDFBuilder) throws -> Article {
  try #require(try Reading.articles(pdf.bytes, file: "a.pdf").first).get()
}

@Suite(.enabled(if: isInstalled), .timeLimit(.minutes(5)))
struct PDFTests {
  @Test func linesAreParagraphsInTheOrderOfReading() throws {
    var pdf = PDFBuilder(information: "/Author(Somebody)/CreationDate(D:20150812100000Z)")
    pdf.addPage(
      [(560, 700, 24, "لقاء في القاهرة")] + lines.enumerated().map { (560, 650 - $0 * 16, 12, $1) } + [
        (560, 570, 12, "وقال إنه راض عن اللقاء.")
      ])
    let article = try article(pdf)
    #expect(article.title == "لقاء في القاهرة")
    // The number is written as it is seen.
    #expect(article.text.replacing("21", with: "12") == lines.joined(separator: " ") + "\nوقال إنه راض عن اللقاء.")
    #expect(article.author == "Somebody")
    #expect(article.published == "2015-08-12T10:00:00Z")
    #expect(article.origins[.published] == "document properties")
  }

  @Test func headsAndNumbersOfPagesAreLeftOut() throws {
    var pdf = PDFBuilder()
    for page in 1...3 {
      pdf.addPage(
        [(560, 770, 10, "صحيفة الصباح"), (300, 20, 10, "صفحة \(page)")]
          + lines.enumerated().map { (560, 650 - $0 * 16, 12, $1) })
    }
    let article = try article(pdf)
    #expect(!article.text.contains("صحيفة"))
    #expect(!article.text.contains("صفحة"))
    #expect(article.text.split(separator: "\n").count == 3)
  }

  @Test func columnsAreReadFromTheRight() throws {
    var pdf = PDFBuilder()
    let left = (0..<6).map { (250, 650 - $0 * 16, 12, "العمود الثاني في السطر") }
    let right = (0..<6).map { (560, 650 - $0 * 16, 12, "العمود الأول في السطر") }
    pdf.addPage(left + right)
    let text = try article(pdf).text
    let first = try #require(text.range(of: "الأول"))
    let second = try #require(text.range(of: "الثاني"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(text.range(of: "الأول", options: .backwards)?.lowerBound ?? text.startIndex < second.lowerBound)
  }

  @Test func picturesAndGarbageAreErrors() throws {
    var pdf = PDFBuilder()
    pdf.addPicture()
    pdf.addPicture()
    let scanned = try Reading.articles(pdf.bytes, file: "a.pdf").first?.error
    #expect(scanned?.code == .empty)
    #expect(scanned?.message.contains("2 pages are pictures") == true)
    let garbage = Array("%PDF-1.4\n".utf8) + (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }
    for bytes in [
      Array("%PDF-1.4\n%âãÏÓ\n1 0 obj <</Type /Catalog>> endobj\n".utf8), garbage, Array(pdf.bytes.prefix(200)),
    ] {
      #expect(try Reading.articles(bytes, file: "a.pdf").first?.error?.code == .unreadable)
    }
  }
}
