import Foundation
import Testing

/// A store of articles whose every field means no good to a terminal or a spreadsheet, and questions to all commands.
struct HostileStore: Sendable {
  /// Sets the window's title, rings, colours, turns the line round; and marks that only lie in wait.
  static let marks = "\u{1B}]0;PWNED\u{7}\u{1B}[31m\u{9B}31m\u{202E}\u{2067}\u{7F}\r\u{8}\u{2028}"

  let path: String
  let articles: String
  /// The articles with marks that mean no better.
  let gold: String
  /// The id of the contact that two articles tell of.
  let contact: String
  private let scratch: Scratch

  struct Unmade: Error { var errors: String }

  /// Made once: what the tests do to it adds nothing to what is found.
  static let shared: Result<HostileStore, any Error> = Result {
    atexit { HostileStore.remove() }
    return try HostileStore()
  }

  private static func remove() { if case .success(let store) = shared { try? store.scratch.remove() } }

  private init() throws {
    scratch = try Scratch()
    path = scratch.url.appendingPathComponent("hostile.db").path
    let marks = Self.marks
    let lines = try [("a", "أنقرة"), ("b", "إسطنبول")].map { id, place in
      let article = [
        "id": id + marks, "published": "2025-10-21", "title": "=HYPERLINK(\"http://x\";\"x\")\(marks)",
        "outlet": "@صحيفة \(id)\(marks)", "url": "http://x/\(id)\(marks)",
        "text": """
        التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في \(place) يوم 20 أكتوبر\(marks). \
        وقال لافروف: «إن المباحثات\(marks) كانت مثمرة جدا وسنعود إليها».
        """,
      ]
      return try JSONSerialization.data(withJSONObject: article, options: .sortedKeys) + Data([0x0A])
    }
    articles = try scratch.file("hostile.jsonl", Data(lines.joined()))
    gold = try scratch.file("marked.jsonl", Data(lines.map(Self.marked).joined()))
    let run = try Command(["add", articles, "--store", path])
    // An error of its own: one of #require would be told in one test, and let all others pass.
    guard run.status == 0 else { throw Unmade(errors: run.errors) }
    let list = try Command(["contacts", "--with", "لافروف", "--format", "csv", "--store", path])
    let rows = list.text.split(whereSeparator: \.isNewline)
    guard rows.count == 2 else { throw Unmade(errors: list.text) }
    contact = String(rows[1].prefix { $0 != "," })
    for decision in [["note", contact, "=1" + marks, "--reason", "x" + marks], ["alias", "بومبو" + marks, "لافروف"]] {
      _ = try Command(decision + ["--store", path])
    }
  }

  private static func marked(_ line: Data) throws -> Data {
    var article = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
    let party = ["name": "سيرغي لافروف\(marks)", "kind": "person", "side": "RU\(marks)"]
    article["gold"] = [
      "contacts": [
        [
          "form": "meeting", "status": "held", "participants": [party, party], "date": "2025\(marks)",
          "evidence": "التقى\(marks)", "topics": [marks],
        ]
      ], "statements": [["kind": "direct", "speaker": "=1\(marks)", "text": "إن المباحثات\(marks)"]],
      "dates": [["text": "أمس\(marks)", "type": "DATE", "value": marks]], "people": [["name": "@\(marks)"]],
    ]
    return try JSONSerialization.data(withJSONObject: article, options: .sortedKeys) + Data([0x0A])
  }

  /// Commands that print, with their arguments; what asks a store gets it.
  func questions() -> [[String]] {
    let asks: [[String]] = [
      ["contacts"], ["contacts", "--format", "csv"], ["contacts", "--format", "json"],
      ["contacts", "--format", "jsonl"], ["quotes", "--format", "jsonl"], ["conflicts", "--format", "csv"],
      ["contacts", "--sort", "score", "--legend"],
      ["show", contact, "--why"], ["show", contact, "--why", "--format", "json"],
      ["person", "لافروف"], ["person", "لافروف", "--format", "json"], ["pair", "RU", "TR"],
      ["pair", "RU", "TR", "--format", "csv"],
      ["quotes"], ["quotes", "--format", "csv"], ["quotes", "--format", "json"],
      ["search", "مثمرة"], ["search", "مثمرة", "--format", "csv"], ["search", "مثمرة", "--format", "json"],
      ["conflicts"], ["conflicts", "--format", "json"], ["changes", "--since", "2000"],
      ["changes", "--since", "2000", "--format", "csv"],
      ["ask", "متى التقى لافروف فيدان؟"], ["ask", "ماذا قال لافروف؟"],
      ["ask", "أين التقى لافروف فيدان؟", "--format", "json"],
      ["log"], ["log", "--format", "csv"], ["log", "--format", "json"],
      ["sql", "SELECT key, title, outlet, url, text FROM article"],
      ["sql", "SELECT key, title, outlet, url, text FROM article", "--format", "csv"],
      ["sql", "SELECT key, title, outlet, url, text FROM article", "--format", "json"],
      ["add", articles, "--list"], ["add", articles, "--format", "json"],
    ]
    return asks.map { $0 + ["--store", path] } + [
      ["read", articles], ["read", articles, "--explain"], ["read", articles, "--format", "jsonl"],
      ["read", articles, "--format", "json"], ["link", articles, "--why"],
      ["evaluate", gold, "--errors", "9", "--by", "outlet"],
      ["evaluate", gold, "--errors", "9", "--by", "outlet", "--format", "json"], ["--help"], ["help", "add"],
      ["--version"],
      ["read", "--help"], ["--generate-completion-script", "bash"],
    ]
  }

  /// One command of each way to print.
  func fewQuestions() -> [[String]] {
    [
      ["contacts", "--store", path], ["quotes", "--format", "csv", "--store", path],
      ["show", contact, "--format", "json", "--store", path], ["sql", "SELECT * FROM contact", "--store", path],
      ["read", articles], ["read", articles, "--format", "json"], ["link", articles], ["--help"],
    ]
  }

  /// Commands that something is wrong with, told of in words that hold what was given.
  func mistakes() throws -> [[String]] {
    let marks = Self.marks
    let bad = try scratch.file("bad.jsonl", Data("{\"id\":\"x\\u001b[31m\",\"text\":1}\nno\u{1B}[31m\n".utf8))
    let named = try scratch.file("bad\u{1B}[31m\u{202E}.jsonl", Data("no\n".utf8))
    let asks: [[String]] = [
      ["show", marks], ["person", marks + "x"], ["search", "\u{1B}\u{202E}"], ["ask", "\u{1B}\u{202E}؟"],
      ["contacts", "--with", marks],
      ["contacts", "--status", marks], ["pair", marks, "x"], ["quotes", "--kind", marks], ["quotes", "--by", marks],
      ["merge", marks, "b"], ["split", contact, marks], ["reject", marks], ["confirm", marks], ["note", marks, "x"],
      ["alias", "x", marks], ["sql", "SELECT '\(marks)' FROM \"\(marks)\""], ["sql", marks],
      ["contacts", "--between", marks], ["changes", "--since", marks], ["add", bad], ["add", named],
    ]
    return asks.map { $0 + ["--store", path] } + [
      ["contacts", "--store", "/nowhere/" + marks], ["add", bad, "--store", "/nowhere/\(marks)/x.db"],
      ["read", bad], ["read", named], ["link", bad], ["read", "/nowhere" + marks], ["evaluate", bad],
      ["evaluate", articles], ["evaluate", "/nowhere" + marks],
      ["read", "-", "--data", "/" + marks],
      ["read", "-", "--jobs", marks], ["read", "-", "--" + marks], [marks], ["read", "-", "--published", marks],
    ]
  }
}
