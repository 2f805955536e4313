import Foundation
import Testing

/// The pages say what is there.
struct DocsTests {
  static let folders = [
    "Sources/", "Data/", "Samples/", "Examples/", "Tests/", "Benchmarks/", "Gold/", "docs/", ".ci/",
  ]

  @Test func pathsNamedInThePagesExist() throws {
    for page in Project.pages {
      for span in Project.codeSpans(try Project.text(page)) {
        guard Self.folders.contains(where: span.hasPrefix), !span.contains(where: { "*…<{ ".contains($0) }),
          !span.contains("NAME"), !span.contains("YYYY")
        else { continue }
        #expect(Project.exists(span), "\(page) names \(span)")
      }
    }
  }

  @Test func linksBetweenThePagesLead() throws {
    for page in Project.pages {
      let folder = page.contains("/") ? page.prefix { $0 != "/" } + "/" : ""
      for part in try Project.text(page).components(separatedBy: "](").dropFirst() {
        let target = part.prefix { $0 != ")" && $0 != "#" }
        guard !target.isEmpty, !target.contains("://") else { continue }
        #expect(Project.exists(folder + String(target)), "\(page) links to \(target)")
      }
    }
  }

  @Test func theGlossaryNamesTypesThatExist() throws {
    let code = try Project.files("Sources", ".swift").map { SwiftSource.code(try Project.text($0)) }
    let words = code.reduce(into: Set<String>()) { $0.formUnion(SwiftSource.words($1)) }
    for span in Project.codeSpans(try Project.text("docs/glossary.md")) {
      for name in span.split(separator: ".") where name.allSatisfy({ $0.isLetter || $0.isNumber }) {
        #expect(words.contains(String(name)), "docs/glossary.md names \(span)")
      }
    }
  }

  @Test func everyOptionIsInTheGuide() throws {
    let guide = try Project.text("docs/reference.md")
    for file in Project.files("Sources/MahdarCLI", ".swift") {
      let lines = try Project.text(file).components(separatedBy: "\n")
      for (line, next) in zip(lines, lines.dropFirst() + [""]) where line.contains("@Option(") || line.contains("@Flag")
      {
        let declaration = line.contains(" var ") ? line : next
        guard let name = declaration.components(separatedBy: " var ").dropFirst().first?.prefix(while: { $0.isLetter })
        else { continue }
        let option = "--" + name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
        #expect(guide.contains("`\(option)"), "docs/reference.md leaves out \(option) of \(file)")
      }
    }
  }

  @Test func everySampleIsDescribed() throws {
    let page = try Project.text("Samples/README.md")
    for file in Project.files("Samples", "") where !file.hasSuffix(".md") {
      #expect(page.contains("`" + file.dropFirst("Samples/".count) + "`"), "Samples/README.md leaves out \(file)")
    }
  }

  @Test func theTablesOfTheDataPageAreFresh() throws {
    try expectFresh("docs/data.md", DataPage.refreshed)
  }

  @Test func theTablesOfTheCommandPageAreFresh() throws {
    let commands = try CommandPage()
    try expectFresh("docs/cli.md", commands.refreshed)
    for command in commands.commands {
      #expect(command.statuses != nil, "mahdar \(command.commandName) --help tells no exit statuses 0, 1 and 2")
      for option in command.options {
        #expect(option.abstract?.isEmpty == false, "mahdar \(command.commandName) --\(option.name) has no words")
      }
    }
  }

  /// The generated part of a page is as it would be made now; it is made with `UPDATE_DOCS=1`.
  private func expectFresh(_ path: String, _ refreshed: (String) throws -> String) throws {
    let page = try Project.text(path)
    let fresh = try refreshed(page)
    if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
      try fresh.write(to: Project.root.appending(path: path), atomically: true, encoding: .utf8)
      return
    }
    #expect(page == fresh, "\(path) is stale; run: UPDATE_DOCS=1 swift test --filter DocsTests")
  }
}
