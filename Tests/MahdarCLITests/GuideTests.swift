import Foundation
import Testing

/// The examples of the pages and of `--help` are run, in a folder that holds what they name.
struct GuideTests {
  /// Articles that the examples find something in.
  private static let articles: [(id: String, day: String, outlet: String, text: String)] = [
    ("a17", "", "الأفق", "لا خبر هنا."), ("b18", "2019-02-03", "Okaz", "لا خبر هنا أيضا."),
    (
      "2019-05-14-sochi.txt", "2019-05-17", "الضحى",
      "التقى الرئيس الفرنسي إيمانويل ماكرون نظيره المصري عبد الفتاح السيسي في باريس يوم 16 مايو 2019."
    ),
    (
      "article-16", "2019-05-15", "Okaz",
      """
      التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأميركي مايك بومبيو في سوتشي يوم 14 مايو 2019، وبحث وزير الخارجية الروسي \
      معه الأزمة في أوكرانيا.
      """
    ),
    (
      "article-17", "2019-05-16", "الأفق",
      "اجتمع لافروف في سوتشي في 14 مايو 2019 مع مايك بومبيو، وتناول اللقاء ملفات عدة، على أن يتواصل الحوار لاحقا."
    ),
    (
      "article-18", "2019-05-16", "الميزان",
      "عقد سيرغي لافروف ومايك بومبيو لقاء في سوتشي في 13 مايو 2019، ثم غادر الوزير الأميركي إلى بلاده."
    ),
    (
      "article-19", "2021-05-20", "الأفق",
      "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأميركي أنتوني بلينكن في ريكيافيك يوم 19 مايو 2021."
    ),
    (
      "article-20", "2022-01-04", "الميزان",
      """
      قالت المتحدثة باسم الخارجية الروسية ماريا زاخاروفا: «لن نقبل نشر السلاح قرب حدودنا في أوكرانيا، وسوف نرد على كل خطوة \
      من هذا القبيل ردا حازما».
      """
    ),
    (
      "article-21", "2022-01-05", "الأفق",
      "قالت المتحدثة باسم الخارجية الروسية ماريا زاخاروفا: «لن نقبل نشر السلاح قرب حدودنا في أوكرانيا»."
    ),
  ]

  private static var lines: Data {
    let lines = articles.map { article in
      """
      {"id":"\(article.id)","published":\(article.day.isEmpty ? "null" : "\"\(article.day)\""),"outlet":"\(article.outlet)","text":"\(article.text)"}

      """
    }
    return Data(lines.joined().utf8)
  }

  /// The examples of fenced blocks and of the help of commands, as a shell takes them.
  private static func examples() throws -> [String] {
    let pages = try [
      "README.md", "README.ar.md", "docs/guide.md", "docs/guide.ar.md", "docs/reference.md", "docs/store.md",
    ].flatMap { page in
      let text = try String(contentsOf: Command.root.appendingPathComponent(page), encoding: .utf8)
      let blocks = text.components(separatedBy: "```").enumerated().filter { !$0.offset.isMultiple(of: 2) }
      return blocks.flatMap { $0.element.components(separatedBy: "\n") }.filter { $0.hasPrefix("mahdar ") }
    }
    let help = try Command(["--experimental-dump-help"]).output
    let tool = try #require(try JSONSerialization.jsonObject(with: help) as? [String: Any])
    let commands = (tool["command"] as? [String: Any])?["subcommands"] as? [[String: Any]] ?? []
    let told = commands.flatMap { command in
      (command["discussion"] as? String ?? "").components(separatedBy: "\n").map {
        $0.replacing("Example: ", with: "").trimmingCharacters(in: .whitespaces)
      }.filter { $0.hasPrefix("mahdar ") }
    }
    // What begins so without being one is a synopsis.
    return (pages + told).filter { !$0.contains("[options]") }
  }

  /// The site that examples fetch from: a page and a feed.
  private static func site() throws -> LoopbackServer {
    func text(_ id: String) -> String { articles.first { $0.id == id }?.text ?? "" }
    let feed =
      "<rss><channel><title>صحيفة</title><item><guid>urn:1</guid><title>\(text("article-16"))</title></item></channel></rss>"
    let page = "<html><body><p>\(text("article-19"))</p></body></html>"
    return try LoopbackServer { request in
      switch request.path {
      case "/news/123": .text(page)
      case "/feed": .text(feed, type: "application/rss+xml")
      default: .missing
      }
    }
  }

  /// Fills a folder with what the examples name; returns the ids of two contacts.
  private static func fill(_ folder: URL, _ site: LoopbackServer) throws -> (one: String, other: String) {
    let files = FileManager.default
    for name in ["articles", "folder", "Gold"] {
      try files.createDirectory(at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    func text(_ id: String) -> Data { Data((articles.first { $0.id == id }?.text ?? "").utf8) }
    let page = Data("<html><body><p>".utf8) + text("article-19") + Data("</p></body></html>".utf8)
    for (name, data) in [
      ("articles.jsonl", lines), ("news.jsonl", lines), ("article.txt", text("article-16")),
      ("articles/one.txt", text("article-16")), ("folder/one.txt", text("article-16")), ("page.html", page),
      ("corrected.txt", text("article-19")),
    ] {
      try data.write(to: folder.appendingPathComponent(name))
    }
    let script = Command.root.appendingPathComponent("Tests/MahdarCLITests/newsroom.py").path
    let made = try Command([folder.path, script], shell: "exec python3 \"$2\" \"$1\"")
    #expect(made.status == 0, "\(made.errors)")
    let marked = Command.root.appendingPathComponent("Gold/own-1.jsonl")
    for name in ["marked.jsonl", "Gold/own-1.jsonl"] {
      try files.copyItem(at: marked, to: folder.appendingPathComponent(name))
    }
    let store = ["--store", folder.appendingPathComponent("base.db").path]
    let added = try Command(["add", folder.appendingPathComponent("news.jsonl").path] + store)
    #expect(added.status == 0, "\(added.errors)")
    let list = folder.appendingPathComponent("feeds.opml")
    try Data("<opml><body><outline xmlUrl='\(site.address)/feed'/></body></opml>".utf8).write(to: list)
    #expect(try Command(["follow", list.path, "--once", "--allow-private"] + store).status == 0)
    let rows = try Command(["contacts", "--sort", "articles", "--format", "csv"] + store).text.split(
      whereSeparator: \.isNewline)
    let ids = rows.dropFirst().map { String($0.prefix { $0 != "," }) }
    #expect(ids.count >= 2)
    // Three decisions, for those that are taken back.
    for _ in 0..<3 { #expect(try Command(["confirm", ids[0]] + store).status == 0) }
    return (ids[0], ids[1])
  }

  @Test func everyExampleDoesWhatItSays() throws {
    let scratch = try Scratch()
    let site = try Self.site()
    let (one, other) = try Self.fill(scratch.url, site)
    let examples = try Self.examples()
    #expect(examples.count > 40)
    for example in examples {
      var line = example
      for (name, id) in [("CONTACT", one), ("c19d3", one), ("c1a2b", one), ("cd696", other), ("c3c4d", other)] {
        line.replace(" " + name, with: " " + id)
      }
      line.replace("https://example.org", with: site.address)
      // What follows would be part of a comment.
      if let comment = line.range(of: "  #") { line = String(line[..<comment.lowerBound]) }
      if line.contains(site.address) || line.hasPrefix("mahdar follow") { line += " --allow-private" }
      // Several commands of one line are all to succeed.
      line.replace(" ; ", with: " && ")
      let shell = """
        cd "$1" && cp base.db mahdar.db && rm -f mahdar.db-wal mahdar.db-shm news.db || exit 99
        mahdar() {
          if [ "$1" = follow ] && [ "$2" != --once ]; then
            # It runs until it is told to end.
            "$0" "$@" & follower=$!
            sleep 5
            kill -TERM "$follower" && wait "$follower"
            return
          fi
          [ "$1" = serve ] || { "$0" "$@"; return; }
          # A desk runs until it is told to end.
          rm -f desk.txt
          "$0" "$@" --port 0 >desk.txt & desk=$!
          tries=0
          until [ -s desk.txt ] || [ "$tries" -gt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
          kill -TERM "$desk" && wait "$desk"
        }
        \(line)
        """
      let run = try Command([scratch.url.path], shell: shell)
      #expect(run.status == 0, "\(example): \(run.status) \(run.errors)")
    }
  }
}
