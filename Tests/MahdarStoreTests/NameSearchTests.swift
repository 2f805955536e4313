import Mahdar
import MahdarStore
import Testing

/// Names that are written in several words or as one, with clitics and hyphens: every spelling has the same finds.
struct NameSearchTests {
  private static let texts = [
    "a1": "غادر الشيخ عبد العزيز الدوحة.", "a2": "قال عبدالعزيز إن الزيارة ناجحة.", "a3": "رحب الوفد بعبد العزيز.",
    "b1": "عقدت الجلسة في أبو رديس.", "b2": "غادر أبورديس مساء.", "b3": "سافر إلى أبي رديس.",
    "c1": "التقت السفيرة ابن كيران.", "c2": "صرح بن كيران للصحافة.", "c3": "انتقد بنكيران القرار.",
    "d1": "زار وفد من آل خليفة القاهرة.", "d2": "استقبل الأمير آلخليفة ضيوفه.",
    "e1": "وصل السيد جاد الله إلى عمان.", "e2": "وصل السيد جادالله إلى عمان.",
    "f1": "تسلم خير الدين الرسالة.", "f2": "تسلم خيرالدين الرسالة وقرأها.",
    "g1": "غادر دي خيا المؤتمر.", "g2": "غادر ديخيا المؤتمر.",
    "h1": "حضرت أم البواقي الاحتفال.", "h2": "حضرت أمالبواقي الاحتفال.",
    "i1": "استقبلت ذي قار الوفد.", "i2": "قصد ذو قار.",
    "j1": "عاد جورج-باتريك غيرفاز من باريس.", "j2": "عاد جورج باتريك غيرفاز من باريس.",
    "k1": "الأمير تركي بن عبد الرحمن", "k2": "الأمير تركي بن عبدالرحمن", "k3": "الأمير تركي ابن عبد الرحمن",
    "l1": "حضر الصفدي وعودة الاجتماع.", "l2": "حضر عودة الاجتماع.", "l3": "أكد الوزير وعوده السابقة.",
    "m1": "تبادل الحديث مع زين فأون ثم وأون.",
  ]

  private static let spellings: [([String], [String])] = [
    (["عبد العزيز", "عبدالعزيز", "وعبد العزيز", "عبد-العزيز", "عبد   العزيز"], ["a1", "a2", "a3"]),
    (["أبو رديس", "أبورديس", "ابو رديس", "أبي رديس", "بأبو رديس"], ["b1", "b2", "b3"]),
    (["بن كيران", "ابن كيران", "بنكيران", "وابن كيران"], ["c1", "c2", "c3"]),
    (["آل خليفة", "ال خليفه", "آلخليفة", "آل-خليفة"], ["d1", "d2"]),
    (["جاد الله", "جادالله", "وجاد الله"], ["e1", "e2"]),
    (["خير الدين", "خيرالدين"], ["f1", "f2"]),
    (["دي خيا", "ديخيا", "دي-خيا"], ["g1", "g2"]),
    (["أم البواقي", "أمالبواقي"], ["h1", "h2"]),
    (["ذي قار", "ذو قار", "ذوقار"], ["i1", "i2"]),
    (["جورج باتريك", "جورج-باتريك", "باتريك جورج"], ["j1", "j2"]),
    (["تركي بن عبد الرحمن", "تركي بن عبدالرحمن", "\"تركي ابن عبد الرحمن\""], ["k1", "k2", "k3"]),
    (["عبد الرحمن", "عبدالرحمن"], ["k1", "k2", "k3"]),
    (["عودة", "وعودة"], ["l1", "l2"]), (["وعوده"], ["l3"]), (["أون"], ["m1"]),
    (["خليفة", "خليفه"], ["d1", "d2"]), (["كيران"], ["c1", "c2"]), (["عبد"], ["a1", "a3", "k1", "k3"]),
    (["غادر -الدوحة -\"دي خيا\" -أبو رديس", "غادر −الدوحة -ديخيا -أبورديس"], []),
    (["أبو رديس OR جاد الله"], ["b1", "b2", "b3", "e1", "e2"]),
  ]

  @Test func everySpellingOfANameHasTheSameFinds() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("names.db"), .write, search: try Project.search.get())
    _ = try Adding.articles(Self.texts.sorted { $0.key < $1.key }.map { Article(id: $0, text: $1) }, to: store)
    for (queries, wanted) in Self.spellings {
      for query in queries {
        #expect(try store.search(SearchRequest(query)).hits.map(\.id).sorted() == wanted, "\(query)")
      }
    }
  }

  @Test func aNameOfSeveralWordsIsOneHit() throws {
    let scratch = try Scratch()
    let store = try Store(scratch.path("names.db"), .write, search: try Project.search.get())
    _ = try Adding.articles([Article(id: "a", text: "وقال أبو رديس لصلاح الدين.")], to: store)
    for (query, marked) in [
      ("ابورديس", "وقال <أبو رديس> لصلاح الدين."), ("صلاحالدين", "وقال أبو رديس <لصلاح الدين>."),
    ] {
      let hit = try #require(try store.search(SearchRequest(query)).hits.first)
      #expect(hit.snippet.pieces().map { $0.isHit ? "<\($0.text)>" : $0.text }.joined() == marked)
    }
  }
}
