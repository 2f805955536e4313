import Foundation
import Mahdar
import Testing

@testable import MahdarReaders

/// Figures of docs/evaluation.md: `MEASURE_CHARSETS=articles.jsonl swift test --filter CharsetMeasurement`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["MEASURE_CHARSETS"] != nil))
struct CharsetMeasurement {
  private let lines: [String]

  init() throws {
    let path = ProcessInfo.processInfo.environment["MEASURE_CHARSETS"] ?? ""
    let all = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").flatMap { line -> [String] in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object?["text"] as? String ?? "").split(separator: "\n").map(String.init)
    }
    let step = Int(ProcessInfo.processInfo.environment["MEASURE_STEP"] ?? "") ?? 1
    lines = stride(from: 0, to: all.count, by: max(step, 1)).map { all[$0] }
  }

  /// How many lines, cut to some bytes, are not decoded to what they were.
  @Test func detection() {
    let charsets: [Charset] = [.utf8, .utf16LittleEndian, .utf16BigEndian] + Charset.arabic
    for length in [40, 80, 200, 1000] {
      for charset in charsets {
        var (count, wrong) = (0, 0)
        var shown = 0
        for line in lines {
          guard let bytes = Encoding.bytes(line, charset), bytes.count >= length else { continue }
          let unit = charset == .utf16BigEndian || charset == .utf16LittleEndian ? 2 : 1
          let cut = Array(bytes.prefix(length / unit * unit))
          // A piece without Arabic letters is of no charset.
          guard cut.contains(where: { $0 >= 0x80 }) || unit == 2 else { continue }
          cut.withUnsafeBufferPointer { cut in
            count += 1
            let found = Charset(detecting: cut)
            if found != charset, found.decode(cut) != charset.decode(cut) {
              wrong += 1
              if shown < 2, length >= 80 {
                shown += 1
                print("  as \(found.rawValue): \(charset.decode(cut).prefix(80))")
              }
            }
          }
        }
        let rate = count == 0 ? 0 : Double(wrong) / Double(count) * 100
        print(
          "charset \(charset.rawValue) \(length) bytes: \(wrong) of \(count) wrong, \((rate * 1000).rounded() / 1000) %"
        )
      }
    }
  }

  /// How many sound lines are taken for garbled ones or for ones in the order of sight, and how many such are not mended.
  @Test func mending() {
    var (touched, turned, kept) = (0, 0, 0)
    var unmended = [0, 0, 0, 0]
    for line in lines where !line.isEmpty {
      if !Mojibake(line).remarks.isEmpty {
        touched += 1; print("  mended: \(line.prefix(100)) → \(Mojibake(line).text.prefix(100))")
      }
      if VisualOrder.mended(line) != nil { turned += 1; print("  turned: \(line.prefix(100))") }
      let reversed = String(String.UnicodeScalarView(VisualOrder.reversed(Array(line.unicodeScalars))))
      if VisualOrder.mended(reversed) == nil { kept += 1; if kept < 5 { print("  kept: \(line.prefix(100))") } }
      let garbled = [
        Encoding.misread(line, .utf8, as: .windows1252), Encoding.misread(line, .utf8, as: .windows1256),
        Encoding.misread(Encoding.misread(line, .utf8, as: .windows1252), .utf8, as: .windows1252),
      ]
      for (index, text) in garbled.enumerated() where Mojibake(text).text != line {
        unmended[index] += 1
        if unmended[index] < 3 { print("  unmended \(index): \(line.prefix(60)) → \(Mojibake(text).text.prefix(60))") }
      }
      let plain = (Encoding.bytes(line, .windows1256) ?? []).withUnsafeBufferPointer { Charset.windows1256.decode($0) }
      if Mojibake(Encoding.misread(plain, .windows1256, as: .windows1252)).text != plain {
        unmended[3] += 1
        if unmended[3] < 5 { print("  unmended 3: \(line.prefix(60))") }
      }
    }
    let count = lines.count { !$0.isEmpty }
    print("of \(count) lines: sound ones mended \(touched), turned \(turned); turned ones kept \(kept)")
    print(
      "garbled ones not mended: UTF-8 as 1252 \(unmended[0]), as 1256 \(unmended[1]), twice \(unmended[2]), 1256 as 1252 \(unmended[3])"
    )
  }
}
