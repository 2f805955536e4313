import Foundation
import Testing

@testable import Mahdar

/// Texts that no editor wrote: words, marks, numbers and odd scalars in any order, the same on every run.
private struct HostileTexts {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % bound
  }

  private static let words = """
    التقى استقبل بحث زار سيزور نفى ألغى أرجأ هاتف تلقى اجتمع لقاء اجتماع قمة زيارة محادثات جولة اتصالاً هاتفياً رسالة \
    وزير الخارجية الروسي الأميركي نظيره الرئيس رئيس الوزراء سيرغي لافروف مايك بومبيو محمد بن سلمان أحمد علي الوزيران \
    وزراء خارجية مصر والأردن روسيا واشنطن موسكو القاهرة الأمم المتحدة البيت الأبيض وفد مسؤول مصدر مطلع وكالة رويترز \
    قال وقال أضاف وأضاف أكد أن إن أنه وأن نقلاً عن بحسب وفق من إلى في على مع بين عن قبل بعد منذ خلال حتى على هامش \
    اليوم أمس غداً الثلاثاء الأربعاء الماضي المقبل الجاري الأسبوع الشهر العام يناير كانون الثاني ديسمبر/كانون الأول \
    أول ثلاثة يومين ساعتين صباح مساء الساعة رمضان هـ عام 2019 12 ٢٠ 1441 12/10/2019 10:30 سوف قد لم لا لن من المقرر \
    الذي التي وهو كما حيث بشأن حول لبحث سوريا الأزمة إِلـى ﻻﺀ ک The Reuters و ف ب ل ك لل لـ "
    """.split(separator: " ").map(String.init)

  private static let marks = [
    ".", "،", ",", ":", "؟", "!", "؛", "…", "«", "»", "\"", "“", "”", "(", ")", "[", "]", "-", "–", "/", "\n", "\n\n",
    "'",
  ]

  mutating func text() -> String {
    var text = ""
    for _ in 0..<next(300) {
      switch next(20) {
      case 0..<13: text += Self.words[next(Self.words.count)] + " "
      case 13..<17: text += Self.marks[next(Self.marks.count)] + (next(2) == 0 ? " " : "")
      case 17: text += "\(next(40)) "
      case 18: text += Self.words[next(Self.words.count)]
      default: if let scalar = Unicode.Scalar(UInt32(next(0x11_0000))) { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }

  mutating func article(_ id: Int) -> Article {
    let published = ["2019-12-07", "2024-02-29T23:59:59+03:00", nil][next(3)]
    return Article(id: "\(id)", title: next(3) == 0 ? text() : nil, text: text(), published: published)
  }
}

/// What holds for every analysis, whatever the text.
enum StageLaws {
  static func check(_ analysis: Analysis) {
    let content = analysis.tokens.content
    let offsets = ScalarOffsets(content)
    func isSound(_ span: TextSpan) -> Bool { offsets.isSound(span) && !span.isEmpty }
    #expect(analysis.tokens.tokens.allSatisfy { isSound($0.span) })
    #expect(zip(analysis.tokens.tokens, analysis.tokens.tokens.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
    #expect(analysis.tokens.sentences.reduce(0) { $1.lowerBound == $0 ? $1.upperBound : -1 } == analysis.tokens.count)
    #expect(analysis.tokens.quotes.allSatisfy { offsets.isSound($0.span) })

    #expect(analysis.times.allSatisfy { isSound($0.span) })
    #expect(isOrdered(analysis.times.map(\.span)))
    #expect(
      analysis.mentions.allSatisfy {
        isSound($0.span) && $0.name.map(isSound) ?? true && $0.office.map(isSound) ?? true
      })
    #expect(isOrdered(analysis.mentions.map(\.span)))
    #expect(analysis.mentions.allSatisfy { analysis.chains.indices.contains($0.chain) })
    #expect(
      analysis.chains.allSatisfy {
        $0.mentions.allSatisfy { analysis.mentions.indices.contains($0) } && isSound($0.name)
      })
    #expect(analysis.statements.allSatisfy { isSound($0.span) && isSound($0.speaker) && isSound($0.cue) })
    #expect(analysis.statements.allSatisfy { $0.chain.map(analysis.chains.indices.contains) ?? true })
    #expect(isOrdered(analysis.statements.map(\.span)))
    for contact in analysis.contacts {
      #expect(isSound(contact.evidence))
      #expect(contact.participants.allSatisfy { analysis.chains.indices.contains($0.chain) })
      #expect(contact.participants.allSatisfy { !$0.spans.isEmpty && $0.spans.allSatisfy(isSound) })
      #expect(contact.score >= 0 && contact.score <= 1)
      #expect(contact.date == nil || contact.dateSpan != nil)
    }
    #expect(Grounds(analysis).remarks == [])
  }

  private static func isOrdered(_ spans: [TextSpan]) -> Bool {
    zip(spans, spans.dropFirst()).allSatisfy { $0.start <= $1.start }
  }
}

private func lexicon() throws -> Lexicon {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try Lexicon(reading: root.appendingPathComponent("Data").path)
}

@Test func anyTextIsAnalysedWithinItsBoundsAndTwiceAlike() throws {
  let pipeline = Pipeline(lexicon: try lexicon())
  let writer = AnalysisWriter(data: pipeline.lexicon.digest)
  var found = 0
  for seed in 0..<400 {
    var texts = HostileTexts(seed: UInt64(seed))
    let article = texts.article(seed)
    let analysis = pipeline(article)
    StageLaws.check(analysis)
    found += min(analysis.contacts.count, analysis.statements.count, analysis.times.count)
    #expect(writer.line(pipeline(article)) == writer.line(analysis), "\(article.text)")
  }
  // The texts are such that there is something to go wrong.
  #expect(found > 20)
}

@Test func anyCutOfATextIsAnalysed() throws {
  let pipeline = Pipeline(lexicon: try lexicon())
  let text =
    "قال الوزير «إن لقاء 12 ديسمبر/كانون الأول 2019 مع نظيره الروسي تأجل إلى الأسبوع المقبل»، وأضاف: (لن نقبل..."
  let scalars = Array(text.unicodeScalars)
  for start in scalars.indices {
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: scalars[start...])
    StageLaws.check(pipeline(Article(id: "a", text: String(cut), published: "2019-12-07")))
    cut = String.UnicodeScalarView()
    cut.append(contentsOf: scalars[..<start])
    StageLaws.check(pipeline(Article(id: "a", text: String(cut), published: "2019-12-07")))
  }
}

@Test func scalarOffsetsCountCodePoints() {
  let text = "a" + String(repeating: "قé😀", count: 100) + "\n"
  let content = Array(text.utf8)
  let offsets = ScalarOffsets(content)
  var bytes: Int32 = 0
  for (index, scalar) in text.unicodeScalars.enumerated() {
    #expect(offsets.scalar(at: bytes) == index)
    #expect(!offsets.isSound(TextSpan(0, bytes + 1)) == (UTF8.width(scalar) > 1))
    bytes += Int32(UTF8.width(scalar))
  }
  #expect(offsets.scalar(at: bytes) == text.unicodeScalars.count)
  #expect(!offsets.isSound(TextSpan(0, bytes + 1)))
}

@Test func jsonIsEscapedAsLittleAsItMay() {
  var json = JSONBytes()
  json.object { json in
    json.key("a")
    json.value("«\"\\\n\u{01}\u{7F}/قال😀")
    json.key("b")
    json.array([1, -20]) { $0.value($1) }
    json.key("c")
    json.share(0.905)
    json.key("d")
    json.value(nil as String?)
  }
  #expect(
    String(decoding: json.bytes, as: UTF8.self) == #"{"a":"«\"\\\n\u0001\#u{7F}/قال😀","b":[1,-20],"c":0.91,"d":null}"#)
}
