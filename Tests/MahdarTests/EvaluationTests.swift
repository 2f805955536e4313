import Foundation
import Testing

@testable import Mahdar

/// Figures and faults of marks that are few enough to be counted by hand.
struct EvaluationTests {
  private static let marked = """
    {"contacts": [
      {"form": "meeting", "status": "held", "date": "2025-03-04", "place": {"name": "مدينة النور"}, "evidence": "",
       "participants": [{"name": "سامر حلواني", "kind": "person", "side": "LB", "office": "وزير الخارجية"},
                        {"name": "وزير الخارجية التشادي", "kind": "person", "side": "TD", "office": null}],
       "topics": ["أمن الحدود", "التجارة البينية"], "by": [{"name": "وكالة الضفة", "kind": "outlet"}]},
      {"form": "call", "status": "held", "evidence": "", "central": false,
       "participants": [{"name": "سامر حلواني", "kind": "person", "side": "LB"},
                        {"name": "بيترا لوندغرين", "kind": "person", "side": "SE"}]},
      {"form": "visit", "status": "scheduled", "evidence": "",
       "participants": [{"name": "بيترا لوندغرين", "kind": "person", "side": "SE"},
                        {"name": "تشاد", "kind": "state", "side": "TD"}]}],
     "statements": [
      {"kind": "direct", "speaker": "سامر حلواني", "text": "لن نترك الحدود وحدها بعد اليوم", "via": null},
      {"kind": "direct", "speaker": "بيترا لوندغرين", "text": "نحن مع الحوار بلا شرط", "via": "وكالة الضفة"},
      {"kind": "indirect", "speaker": "وزارة الخارجية", "text": "اللقاء كان مفيدا للطرفين وسيتكرر قريبا"}],
     "dates": [{"text": "أمس", "type": "DATE", "value": "2025-03-04"},
               {"text": "ثلاثة أيام", "type": "DURATION", "value": "P3D"}],
     "people": [{"name": "سامر حلواني", "side": "LB"}, {"name": "بيترا لوندغرين", "side": "SE"}]}
    """
  private static let read = """
    {"contacts": [
      {"form": "talks", "status": "underway", "date": "2025-03-05", "place": {"name": "النور"}, "evidence": "",
       "participants": [{"name": "سامر الحلواني", "kind": "person", "side": "LB"},
                        {"name": "إدريس دبي", "kind": "person", "side": "TD", "office": "وزير خارجية تشاد"}],
       "topics": ["أمن الحدود المشتركة"], "by": [{"name": "الضفة", "kind": "outlet"}, {"name": "مصدر", "kind": "anonymous"}]},
      {"form": "meeting", "status": "held", "evidence": "",
       "participants": [{"name": "حلواني", "kind": "person", "side": "LB"},
                        {"name": "بيترا لوندغرن", "kind": "person", "side": "SE"}]}],
     "statements": [
      {"kind": "direct", "speaker": "الحلواني", "text": "لن نترك الحدود وحدها بعد اليوم", "via": "وكالة الضفة"},
      {"kind": "direct", "speaker": "سامر حلواني", "text": "نحن مع الحوار بلا شرط"},
      {"kind": "indirect", "speaker": "وزارة الخارجية", "text": "اللقاء كان مفيدا"}],
     "dates": [{"text": "يوم أمس", "type": "DATE", "value": "2025-03-04"},
               {"text": "ثلاثة أيام", "type": "DURATION", "value": "P3Y"}],
     "people": [{"name": "سامر الحلواني", "side": "lb"}, {"name": "الضفة", "side": null}]}
    """

  private static func evaluation() throws -> Evaluation {
    let decoder = JSONDecoder()
    return Evaluation(
      of: "a1", marked: try decoder.decode(Marks.self, from: Data(marked.utf8)),
      read: try decoder.decode(Marks.self, from: Data(read.utf8)))
  }

  @Test func figuresAreThoseCountedByHand() throws {
    let figures = try Self.evaluation().figures
    func expect(_ layer: EvaluatedLayer, _ right: Int, _ marked: Int, _ found: Int, _ f1: Double) {
      #expect(figures[layer] == Tally(right: right, marked: marked, found: found), "\(layer)")
      #expect(figures[layer].f1 == f1, "\(layer)")
    }
    // The first meeting alone: the call was read as a meeting, the visit not at all.
    expect(.contacts, 1, 3, 2, 40)
    #expect(figures.central == Tally(right: 1, marked: 2, found: 0) && figures.central.recall == 50)
    // Its day is another.
    expect(.record, 0, 3, 2, 0)
    expect(.by, 1, 1, 2, 66.7)
    expect(.topics, 1, 2, 1, 66.7)
    // A quotation of another speaker, and a clause that ends too soon.
    expect(.quotes, 1, 2, 2, 50)
    expect(.indirect, 0, 1, 1, 0)
    expect(.dates, 1, 2, 2, 50)
    expect(.people, 1, 2, 2, 50)
    let right: [EvaluatedField: Int] = [
      .form: 0, .status: 1, .date: 0, .place: 1, .channel: 1, .venue: 1, .occasion: 1, .duration: 1, .via: 0,
      .peopleSides: 1,
    ]
    for (field, count) in right { #expect(figures[field] == Accuracy(right: count, of: 1), "\(field)") }
    #expect(figures[.sides] == Accuracy(right: 2, of: 2))
  }

  @Test func everyFaultHasItsCause() throws {
    let faults = try Self.evaluation().faults.map { fault in
      [fault.kind.rawValue, fault.part, fault.cause].compactMap { $0 }.joined(separator: " ")
    }
    #expect(
      Set(faults) == [
        "missed contact in person or not", "missed contact participants", "spurious contact in person or not",
        "wrong form", "wrong date", "wrong by", "wrong topics", "wrong via", "missed quote speaker",
        "spurious quote speaker", "missed indirect where it ends", "spurious indirect where it ends",
        "missed date value", "spurious date value", "missed person not found", "spurious person nothing is marked",
      ])
  }

  @Test func figuresOfSeveralArticlesAreAddedUp() throws {
    var all = Evaluation()
    for _ in 0..<3 { all += try Self.evaluation() }
    #expect(all.figures.articles == 3 && all.figures[.contacts] == Tally(right: 3, marked: 9, found: 6))
    #expect(all.faults.count == (try Self.evaluation().faults.count * 3))
  }

  @Test func contactsThatAgreeInMostGoTogether() throws {
    func contact(_ date: String, _ others: String...) -> RecordClaim {
      let names = ["زيد الأول"] + others
      return RecordClaim(
        article: "", form: .meeting, status: .held, participants: names.map { .init(name: $0, kind: "person") },
        date: date, evidence: "")
    }
    let marked = [contact("2020-01-01", "عمر الثاني"), contact("2020-02-01", "عمر الثاني")].map(MarkedContact.init)
    let found = [contact("2020-02-01", "عمر الثاني"), contact("2020-01-01", "عمر الثاني")].map(MarkedContact.init)
    let agreements = marked.map { mark in found.map { PartyAgreement(mark, $0) } }
    let pairs = Pairing(contacts: marked, found, agreements).pairs.sorted { $0.marked < $1.marked }
    #expect(pairs.map(\.found) == [1, 0])
  }

  @Test(arguments: [
    ("أحمد عليّ الكردي", "احمد على الكردى", true), ("بومبيو", "بومبو", true), ("كيري", "جون كيري", true),
    ("جون كيري", "تيريزا كيري", false), ("", "كيري", false), ("عمر", "عمرو", false),
    ("محمد بن سلمان بن عبد العزيز", "محمد عبدالعزيز", false),
  ])
  func namesAreTheSame(_ one: String, _ other: String, _ isSame: Bool) {
    #expect(MarkWords(one).isSameName(as: MarkWords(other)) == isSame)
  }

  @Test func wordsAreFoldedAsTheScorerFoldsThem() {
    let words = MarkWords("الـقِمّة (الـ24) «ﻻ»… بالرئاسة_x ABC ک۵ fi").words
    let texts = words.map { String(String.UnicodeScalarView($0.compactMap(Unicode.Scalar.init))) }
    #expect(texts == ["قمه", "ال24", "ل", "بالرياسه_x", "abc", "ك۵", "fi"])
  }

  @Test(arguments: [
    (68.25, 68.2), (68.35, 68.3), (4.35, 4.3), (2.675, 2.7), (0.05, 0.1), (99.95, 100), (66.666, 66.7), (100, 100),
  ])
  func tenthsAreThoseOfTheVeryNumber(_ value: Double, _ tenth: Double) {
    #expect(Rounding.tenths(value) == tenth)
    #expect(Rounding.tenths(value) == Double(String(format: "%.1f", value)))
  }
}
