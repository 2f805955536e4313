import Foundation
import Testing

/// `mahdar evaluate` on marked articles.
struct EvaluateTests {
  private static let text = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في أنقرة أمس."
  private static let party = #"{"name":"سيرغي لافروف","kind":"person","side":"RU"}"#

  /// An article of one meeting that is read, with marks of it and of a call that is not told.
  private static func line(_ id: String, outlet: String = "صحيفة", status: String = "held") -> String {
    """
    {"id":"\(id)","outlet":"\(outlet)","published":"2025-10-21","title":null,"text":"\(text)","gold":{"contacts":[\
    {"form":"meeting","status":"\(status)","participants":[\(party),{"name":"هاكان فيدان","kind":"person","side":"TR"}],\
    "date":"2025-10-20","place":{"name":"أنقرة","country":"TR"},"evidence":"التقى"},\
    {"form":"call","status":"held","participants":[\(party),{"name":"زيد عبيد","kind":"person","side":"LB"}],\
    "evidence":"أمس"}],"statements":[],"dates":[{"text":"أمس","type":"DATE","value":"2025-10-20"}],\
    "people":[{"name":"سيرغي لافروف","side":"RU"},{"name":"هاكان فيدان","side":"TR"},{"name":"زيد عبيد"}]}}
    """
  }

  private static func run(_ lines: [String], _ options: [String] = []) throws -> Command {
    try Command(["evaluate", "-"] + options, input: Data(lines.joined(separator: "\n").utf8))
  }

  private static func object(_ run: Command) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  private static func figure(_ object: [String: Any], _ name: String, _ key: String) -> Double? {
    ((object[name] as? [String: Any])?[key] as? NSNumber)?.doubleValue
  }

  @Test func figuresAreThoseCountedByHand() throws {
    let run = try Self.run([Self.line("a"), Self.line("b")], ["--format", "json"])
    #expect(run.status == 0 && run.errors.contains("'a': marked words that are not in the article: زيد عبيد"))
    let object = try Self.object(run)
    #expect(object["articles"] as? Int == 2)
    // One meeting of two contacts, one person in three is missed, in each of two articles.
    let figures: [String: [Double?]] = [
      "contacts": [100, 50, 66.7, 4, 2], "record": [100, 50, 66.7, 4, 2], "dates": [100, 100, 100, 2, 2],
      "people": [100, 66.7, 80, 6, 4], "quotes": [0, 0, 0, 0, 0],
    ]
    for (name, figures) in figures {
      #expect(["p", "r", "f1", "gold", "found"].map { Self.figure(object, name, $0) } == figures, "\(name)")
    }
    #expect(Self.figure(object, "central", "r") == 50 && Self.figure(object, "central", "gold") == 4)
    #expect(Self.figure(object, "sides", "accuracy") == 100 && Self.figure(object, "sides", "of") == 4)
    let text = try Self.run([Self.line("a")])
    #expect(text.lines.first == "1 marked article" && text.lines.contains { $0.hasPrefix("contacts") })
  }

  @Test func faultsAreShownByTheirCauseAndOutletsApart() throws {
    let lines = [Self.line("a", status: "denied"), Self.line("b", outlet: "وكالة"), Self.line("c")]
    let run = try Self.run(lines, ["--errors", "2", "--by", "outlet"])
    #expect(run.text.contains("\nmissed contact: not found (3)\n  [a] call held: سيرغي لافروف [RU], زيد عبيد [LB]\n"))
    #expect(!run.text.contains("[c] call"))
    #expect(run.text.contains("\nwrong status (1)\n  [a] meeting denied 2025-10-20 أنقرة: "))
    #expect(run.text.contains("\n      marked denied, read held\n"))
    #expect(run.lines.contains { $0.hasPrefix("صحيفة") && $0.contains(" 2 ") })
    let object = try Self.object(try Self.run(lines, ["--errors", "2", "--by", "outlet", "--format", "json"]))
    let outlets = try #require(object["outlets"] as? [[String: Any]])
    #expect(outlets.map { $0["outlet"] as? String } == ["صحيفة", "وكالة"])
    #expect(Self.figure(outlets[0], "status", "accuracy") == 50)
    let faults = try #require(object["faults"] as? [[String: Any]])
    #expect(faults.count { $0["part"] as? String == "contact" } == 2)
    // What a fault has not is null, and so is what was not asked for.
    #expect(Set(faults.map { $0.keys.sorted() }).count == 1)
    let plain = try Self.object(try Self.run(lines, ["--format", "json"]))
    #expect(plain.keys.sorted() == object.keys.sorted() && plain["faults"] is NSNull)
  }

  @Test func theExampleOfThePageIsAsItSays() throws {
    let page = try String(contentsOf: Command.root.appendingPathComponent("Gold/README.md"), encoding: .utf8)
    let block = try #require(page.components(separatedBy: "```json\n").dropFirst().first)
    let example = block.components(separatedBy: "```")[0].replacing("\n", with: " ")
    let run = try Self.run([example])
    #expect(run.status == 0 && run.errors.isEmpty && run.text.hasPrefix("1 marked article\n"), "\(run.errors)")
  }

  @Test func aLineThatIsWrongIsToldAndTheOthersAreCounted() throws {
    let bad = [
      "no", #"{"id":"x","text":"خبر"}"#, Self.line("s", status: "done"),
      Self.line("k").replacing(#""kind":"person","side":"TR""#, with: #""kind":"man","side":"TR""#), Self.line("a"),
    ]
    let run = try Self.run([Self.line("a")] + bad, ["--format", "json"])
    #expect(run.status == 2)
    let object = try Self.object(run)
    #expect(object["articles"] as? Int == 1 && Self.figure(object, "contacts", "f1") == 66.7)
    #expect((object["unused"] as? [[String: Any]])?.compactMap { $0["line"] as? Int } == [2, 3, 4, 5, 6])
    for told in [
      "standard input, line 2: not JSON", "line 3, 'x': \"gold\" is missing: add",
      "line 4, 's': \"gold\" can't be compared: \"contacts.1.status\" has a value that is not allowed there: one of held, ",
      "line 5, 'k': \"gold\" can't be compared: \"contacts.1.participants.2.kind\" has a value",
      "line 6, 'a': an earlier article", "5 of 6 articles could not be evaluated",
    ] {
      #expect(run.errors.contains(told), "\(told)")
    }
    let none = try Self.run([])
    #expect(none.status == 1 && none.output.isEmpty && none.errors.contains("no marked articles"))
    #expect(try Command(["evaluate", "/nowhere.jsonl"]).status == 2)
    let text = try Command(["evaluate", "Samples/2014-04-08-sudan-talks.txt"])
    #expect(text.status == 2 && text.errors.contains("has no marks: give JSON Lines with \"gold\""))
    let date = #"{"text":"أمس","type":"DATE","value":"2025-10-20"}"#
    let many = Self.line("m").replacing(date, with: [String](repeating: date, count: 2001).joined(separator: ","))
    #expect(try Self.run([many]).errors.contains("has more than 2000 marks of one kind"))
    #expect(try Command(["evaluate", "-", "--errors", "-1"]).status == 2)
  }
}
