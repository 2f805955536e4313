import Foundation
import Testing

@testable import Mahdar

/// Long texts of one thing said again and again, as no editor writes them: the work per byte does not grow with the length.
///
/// Time is that of the thread alone, so that a busy machine does not count, and is compared with that of the same bytes
/// in short texts a moment before; the least of three such comparisons decides. A stage whose work grows with the square
/// of the length multiplies its own share of the time by twelve. Threads have a small stack, so that a function that
/// calls itself for each word does not pass either.
struct LongTextTests {
  /// Names that never come again, the same on every run.
  struct Names {
    private var state: UInt64 = 7

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }

    mutating func name() -> String {
      let first = ["سمير", "هاني", "وائل", "فارس", "مازن", "عادل", "رائد", "هشام"]
      let letters = Array("بتجحدرسصطعفقكلمنهي")
      let family = (0..<5 + next(2)).map { _ in String(letters[next(letters.count)]) }.joined()
      return first[next(first.count)] + " " + first[next(first.count)] + " ال" + family + "ي"
    }

    mutating func side() -> String {
      ["الروسي", "الأميركي", "التركي", "المصري", "السعودي", "الفرنسي", "الصيني", "العراقي"][next(8)]
    }
  }

  /// What is said again and again: «ن» stands for a new name, «ج» for a side.
  static let sentences = [
    "التقى وزير الخارجية ج ن نظيره ج ن يوم الأحد في عمان، وتناول اللقاء الحدود. وقال ن إن المحادثات كانت مفيدة.\n",
    "التقى الوزير ج نظيره ج في الدوحة وأعلن أن ن سافر إلى بغداد و", "استقبل ن ن. ", "استقبل الوزير الوزير و",
    "اجتمع لافروف وبلينكن. وتناول اللقاء سوريا. ", "زار ن تركيا والتقى ن. ", "نفى ن لقاء ن. ",
    "حضر الاجتماع ن ون. ", "السفير ن و", "أكد ن. ", "وزير الدفاع ج ن، ", "وقال الوزيران إن الوزير ج وصل. ",
    "وقال ن \"إن الأمر صعب ولا بد من الصبر\". ", "وأضاف المتحدث أن ", "قال بحسب ", "وقالت الوزارة في بيان إن ",
    "« كلمة ", "«كلمة. كلمة» قال. ", "وزير مالية ", "رئيس ", "أحد كبار ", "وفد من ", "سفير روسيا وتركيا و",
    "اجتمع وزراء دفاع مصر والعراق و", "عمان ", "ومئة ", "اليوم (", "يوم الأحد 3 مايو 2019 و", "كلمة\n", ") ",
    "بن سمير ",
  ]

  static func text(_ sentence: String, bytes: Int, _ names: inout Names) -> String {
    var text = ""
    while text.utf8.count < bytes {
      for part in sentence.split(separator: " ", omittingEmptySubsequences: false) {
        switch part {
        case "ن", "ن.", "ن،", "ون.": text += part.replacingOccurrences(of: "ن", with: names.name()) + " "
        case "ج": text += names.side() + " "
        default: text += part + " "
        }
      }
      text.removeLast()
    }
    return text
  }

  @Test(.serialized, arguments: sentences)
  func workPerByteDoesNotGrowWithTheLength(_ sentence: String) async throws {
    let pipeline = Pipeline(lexicon: try Examples.lexicon.get())
    let (short, many) = (16_000, 12)
    var names = Names()
    let texts = (0..<many).map { _ in Self.text(sentence, bytes: short, &names) }
    let long = Self.text(sentence, bytes: short * many, &names)
    let ratio = await withCheckedContinuation { continuation in
      let thread = Thread {
        var least = Double.infinity
        for _ in 0..<3 where least > Self.mostGrowth {
          let before = Self.seconds { for text in texts { Self.analyse(text, pipeline) } }
          let after = Self.seconds { Self.analyse(long, pipeline) }
          least = min(least, after / before)
        }
        continuation.resume(returning: least)
      }
      thread.stackSize = 512 * 1024
      thread.start()
    }
    #expect(ratio <= Self.mostGrowth)
  }

  /// What caches, and the windows that short texts do not fill, may cost; the square of the length costs twelve.
  private static let mostGrowth = 3.0

  private static func analyse(_ text: String, _ pipeline: Pipeline) {
    let analysis = pipeline(Article(id: "long", text: text, published: "2019-12-07"))
    _ = AnalysisWriter(data: "").line(analysis)
  }

  /// The time that this thread works, not waits.
  private static func seconds(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    work()
    return now() - start
  }
}
