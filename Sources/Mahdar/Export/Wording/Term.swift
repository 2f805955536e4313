extension Wording {
  /// Words of pages that stand alone: headings, labels, the names of fields and columns.
  public struct Term: Sendable {
    let en: String
    let ar: String

    /// What stands for it in answers.
    public var code: String { en }

    init(_ en: String, _ ar: String) { (self.en, self.ar) = (en, ar) }
  }
}

// MARK: Fields and columns

extension Wording.Term {
  public static let id = Self("id", "المعرّف")
  public static let date = Self("date", "الموعد")
  public static let form = Self("form", "الشكل")
  public static let status = Self("status", "الحالة")
  public static let place = Self("place", "المكان")
  public static let venue = Self("venue", "المقر")
  public static let occasion = Self("occasion", "المناسبة")
  public static let duration = Self("duration", "المدة")
  public static let participants = Self("participants", "المشاركون")
  public static let topics = Self("topics", "الموضوعات")
  public static let parties = Self("parties", "الأطراف")
  public static let articles = Self("articles", "المقالات")
  public static let roots = Self("roots", "المصادر")
  public static let contact = Self("contact", "التواصل")
  public static let contacts = Self("contacts", "تواصلات")
  public static let at = Self("at", "الوقت")
  public static let kind = Self("kind", "التغيير")
  public static let before = Self("before", "قبله")
  public static let after = Self("after", "بعده")
  public static let published = Self("published", "النشر")
  public static let outlet = Self("outlet", "الوسيلة")
  public static let title = Self("title", "العنوان")
  public static let copyOf = Self("copy of", "نسخة من")

  public static let feed = Self("feed", "الخلاصة")
  public static let address = Self("address", "العنوان على الشبكة")
  public static let state = Self("state", "الحال")
  public static let succeeded = Self("last success", "آخر نجاح")
  public static let failed = Self("last failure", "آخر إخفاق")
  public static let problem = Self("problem", "السبب")
  public static let items = Self("items", "المواد")
  public static let addedItems = Self("added", "المضاف")
  public static let next = Self("next", "الموعد التالي")

  private static let feedStates = [
    Self("new", "جديدة"), Self("well", "سليمة"), Self("failing", "متعثرة"), Self("gone", "زالت"),
  ]

  /// How a feed is, by its code.
  public static func feedState(_ code: String) -> Self { feedStates.first { $0.en == code } ?? Self(code, code) }

  public static let number = Self("number", "الرقم")
  public static let decision = Self("kind", "القرار")
  public static let subject = Self("subject", "موضوعه")
  public static let object = Self("object", "مقابله")
  public static let undoneBy = Self("undone by", "نقضه")
  public static let reason = Self("reason", "السبب")

  private static let fields = [
    form, status, date, place, venue, occasion, duration, participants, topics,
  ]

  /// The name of a field by its code.
  public static func field(_ code: String) -> Self { fields.first { $0.en == code } ?? Self(code, code) }

  private static let changes = [
    Self("new", "جديد"), Self("gone", "زال"), Self("merged", "دُمج"), Self("sources", "عدد المقالات"), status, date,
  ]

  /// What happened to a contact, by its code.
  public static func change(_ code: String) -> Self { changes.first { $0.en == code } ?? Self(code, code) }

  private static let decisions = [
    Self("alias", "اسم آخر"), Self("merge", "دمج"), Self("split", "فصل"), Self("reject", "رفض"),
    Self("confirm", "تأكيد"),
    Self("note", "ملاحظة"), Self("undo", "نقض"), Self("replace", "استبدال"), Self("remove", "إخراج"),
  ]

  /// What people decided, by its code.
  public static func decision(_ code: String) -> Self { decisions.first { $0.en == code } ?? Self(code, code) }
}

// MARK: Pages

extension Wording.Term {
  public static let undated = Self("undated", "بلا تاريخ")
  public static let confirmed = Self("confirmed", "مؤكد")
  public static let likelihood = Self("likelihood", "الاحتمال")
  public static let partOf = Self("part of", "جزء من")
  public static let parts = Self("parts", "الأجزاء")
  public static let with = Self("with", "يضم")
  public static let history = Self("history", "التسلسل")
  public static let support = Self("support", "السند")
  public static let sources = Self("sources", "المقالات")
  public static let notes = Self("notes", "ملاحظات")
  public static let possibly = Self("possibly the same", "ربما هو نفسه")
  public static let why = Self("why one contact", "لماذا هو تواصل واحد")
  public static let alone = Self("one report alone", "خبر واحد وحده")
  public static let weight = Self("weight", "الوزن")
  public static let and = Self(" and ", " و")
  public static let firstTold = Self("first told by", "أول من ذكره")
  public static let settled = Self("settled", "حُسم")
  public static let copies = Self("copies", "ينسخ")
  public static let cites = Self("cites", "ينقل عن")
  public static let by = Self("by", "بحسب")
  public static let nothingNew = Self("nothing new", "لا جديد")

  /// What a report does to what was told before, by its code, in the order in which pages have it.
  public static let turns = [
    ("adds", Self("new", "جديد")), ("finer", Self("more exactly", "أدق")), ("moved", Self("moved to", "نُقل إلى")),
    ("against", Self("against what was told", "خلافًا لما ذُكر")),
  ]

  public static let names = Self("names", "الأسماء")
  public static let knownAs = Self("known as", "باللاتينية")
  public static let side = Self("side", "الطرف")
  public static let offices = Self("offices", "المناصب")
  public static let namedIn = Self("named in", "ورد في")
  public static let byStatus = Self("by status", "بحسب الحالة")
  public static let byForm = Self("by form", "بحسب الشكل")
  public static let byYear = Self("by year", "بحسب السنة")
  public static let called = Self("as", "باسم")
  public static let via = Self("via", "عبر")
  public static let leavesOut = Self("leaves out", "يُغفل")
  public static let added = Self("added", "أُضيفت في")
  public static let from = Self("from", "من")
  public static let line = Self("line", "السطر")
  public static let takenOut = Self("taken out", "أُخرجت في")
  public static let byDecision = Self("by decision", "بالقرار")
  public static let underThisID = Self("under this id", "بهذا المعرّف")
  public static let textOf = Self("has the text of", "لها نص")
}

// MARK: Below lists

extension Wording.Term {
  public static let withConflicts = Self("with conflicts", "مع تضارب")
  public static let toldBySeveral = Self("told by several articles", "في مقالات عدة")
  public static let since = Self("since", "منذ")

  public static let signConfirmed = Self("a person has confirmed it", "أكده إنسان")
  public static let signConflict = Self(
    "reports exclude each other ('mahdar conflicts')", "أخبار ينفي بعضها بعضًا (mahdar conflicts)")
  public static let signReports = Self("the number of a report", "رقم الخبر")
  public static let signRoots = Self(
    "where reports come from in the end: copies and reports of one agency are one root",
    "من أين تأتي الأخبار في الأصل: النسخ وأخبار الوكالة الواحدة مصدر واحد")
  public static let signWeight = Self(
    "above 0 it speaks for one contact, below against", "فوق الصفر يؤيد أنه تواصل واحد، ودونه يعارضه")
}
