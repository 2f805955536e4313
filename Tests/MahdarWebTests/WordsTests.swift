import Foundation
import Mahdar
import Testing

@testable import MahdarWeb

/// The words of the interface: whole in both languages, and each of them used.
struct WordsTests {
  private static let arabic = Result { try UIWords(reading: Project.data, .ar).words }
  private static let english = Result { try UIWords(reading: Project.data, .en).words }

  /// Keys that are made of a name and a code.
  private static let made = [
    "channel", "decision", "error", "facet", "field", "filter", "form", "hijri", "hop", "kind", "lead", "measure",
    "nav",
    "network", "party", "role", "root", "said", "search", "set", "sort", "status", "turn", "zoom", "days", "history",
    "parties", "conflicts",
  ]

  @Test func bothTablesHaveTheSameKeys() throws {
    let (ar, en) = (try Self.arabic.get(), try Self.english.get())
    #expect(Set(ar.keys).symmetricDifference(en.keys) == [])
    for key in ar.keys {
      #expect(!(ar[key] ?? "").isEmpty && !(en[key] ?? "").isEmpty, "\(key) is empty")
      #expect(
        (ar[key] ?? "").count { $0 == "%" } == (en[key] ?? "").count { $0 == "%" }, "\(key): values for one language")
    }
  }

  @Test func keysThatTemplatesAskForAreThere() throws {
    let known = try Self.arabic.get()
    for file in try Self.templates() {
      for match in try Project.text(file).matches(of: /\{\{\{?w\.([\w.-]+)\}/) {
        #expect(known[String(match.1)] != nil, "\(file): w.\(match.1)")
      }
    }
  }

  @Test func keysThatPagesAskForAreThere() throws {
    let known = try Self.arabic.get()
    for file in Project.sources("Sources/MahdarWeb") {
      for match in try Project.text(file).matches(of: /\bw\(\s*"([\w-]+)"[,)]/) {
        #expect(known[String(match.1)] != nil, "\(file): \(match.1)")
      }
    }
    for code in ["held", "underway", "scheduled", "proposed", "postponed", "cancelled", "denied"] {
      #expect(known["status-" + code] != nil)
    }
    for field in ["form", "status", "date", "place", "venue", "occasion", "duration", "participants", "topics"] {
      #expect(known["field-" + field] != nil)
    }
    for name in ContactQuery.names where !["pair", "sort", "text", "topic", "by"].contains(name) {
      #expect(known["filter-" + name] != nil, "filter-\(name)")
    }
  }

  @Test func keysAreUsed() throws {
    let texts = try (Self.templates() + Project.sources("Sources/MahdarWeb")).map(Project.text).joined()
    for key in try Self.arabic.get().keys {
      let isMade = Self.made.contains { key.hasPrefix($0 + "-") }
      #expect(isMade || texts.contains("w.\(key)}") || texts.contains("\"\(key)\""), "nobody asks for \(key)")
    }
  }

  @Test func figuresStandInTheEvaluation() throws {
    let page = try Project.text("docs/evaluation.md")
    for figure in try Figure.all(reading: Project.data) {
      #expect(
        page.contains(figure.value), "\(figure.measure) of \(figure.set): \(figure.value) is not in docs/evaluation.md")
      #expect(try Self.english.get()["measure-" + figure.measure] != nil)
      #expect(try Self.english.get()["set-" + figure.set] != nil)
    }
  }

  /// A style or script in a page is refused by the policy that the desk sends.
  @Test func templatesHaveNoStyleAndScriptOfTheirOwn() throws {
    for file in try Self.templates() {
      let text = try Project.text(file)
      #expect(text.firstMatch(of: /\sstyle=|\son\w+=|<style|javascript:/) == nil, "\(file)")
      #expect(text.firstMatch(of: /<script(?! src="\{\{script\}\}" defer>)/) == nil, "\(file)")
      #expect(text.firstMatch(of: /(href|src|action)="(https?:)?\/\//) == nil, "\(file): something from elsewhere")
    }
  }

  /// What is put into a page as it is, is made in Swift by `Markup`, which escapes.
  @Test func onlyDrawingsAndTextsGoInUnescaped() throws {
    let allowed = ["broad", "narrow", "drawing", "offices", "drawnMonths", "partners", "html"]
    for file in try Self.templates() {
      for match in try Project.text(file).matches(of: /\{\{\{(\w+)\}\}\}|\{\{&(\w+)/) {
        #expect(allowed.contains(String(match.1 ?? match.2 ?? "")), "\(file): \(match.0)")
      }
    }
  }

  @Test func theScriptIsSmallAndAsksNobodyElse() throws {
    let script = try Project.text("Data/ui/desk.js")
    #expect(script.utf8.count < 30_000)
    #expect(!script.contains("innerHTML") && !script.contains("eval(") && !script.contains("http"))
  }

  private static func templates() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Project.data + "/ui/pages").sorted().map {
      "Data/ui/pages/" + $0
    }
  }
}
