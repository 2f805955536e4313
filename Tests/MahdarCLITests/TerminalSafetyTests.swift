import Foundation
import Testing

/// Nothing that an article or an argument holds reaches the terminal as a command to it.
struct TerminalSafetyTests {
  /// The characters of an output that a terminal would obey.
  private static func commands(in text: String, _ arguments: [String]) -> [String] {
    let isJSON = arguments.contains("json") || arguments.contains("jsonl") || arguments.first == "link"
    let isCSV = arguments.contains("csv")
    let isReading = arguments.first == "read"
    return text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x0D: !isCSV
      // The program's own isolates; what goes for isolates inside them is another thing: they come in pairs.
      case 0x2068, 0x2069: !isReading
      // Marks of direction alone turn nothing round, and JSON keeps the data as it is.
      case 0x200E, 0x200F, 0x61C, 0x2028, 0x2029: !isJSON
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066, 0x2067: true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }

  @Test func noAnswerHoldsACommand() throws {
    let store = try HostileStore.shared.get()
    for arguments in store.questions() {
      let run = try Command(arguments)
      #expect(run.status == 0, "\(arguments): \(run.status) \(run.errors)")
      #expect(Self.commands(in: run.text, arguments) == [], "\(arguments)")
      #expect(Self.commands(in: run.errors, []) == [], "\(arguments)")
    }
    let unknown = ["ask", "متى التقى زيد\(HostileStore.marks) لافروف", "--store", store.path]
    #expect(try Self.commands(in: Command(unknown).text, unknown) == [])
  }

  @Test func noErrorHoldsACommandOrTheWordsOfALibrary() throws {
    for arguments in try HostileStore.shared.get().mistakes() {
      let run = try Command(arguments)
      #expect(run.status == 2, "\(arguments): \(run.status)")
      #expect(!run.errors.isEmpty || !run.output.isEmpty, "\(arguments)")
      #expect(Self.commands(in: run.text, arguments + ["json"]) == [], "\(arguments)")
      #expect(Self.commands(in: run.errors, []) == [], "\(arguments): \(run.errors)")
      for word in ["SQLite error", "Database", "GRDB", "NSCocoa", "Error Domain", "DecodingError"] {
        #expect(!run.errors.contains(word), "\(arguments): \(run.errors)")
      }
    }
  }

  @Test func jsonKeepsTheDataAsItIs() throws {
    let store = try HostileStore.shared.get()
    let run = try Command([
      "sql", "SELECT title, key FROM article ORDER BY key", "--format", "json", "--store", store.path,
    ])
    let rows = try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: String]])
    #expect(rows.map { $0["key"] } == ["a" + HostileStore.marks, "b" + HostileStore.marks])
    #expect(rows[0]["title"]?.hasSuffix(HostileStore.marks) == true)
  }

  @Test func noCellOfCSVBeginsAFormula() throws {
    let store = try HostileStore.shared.get()
    for arguments in store.questions() where arguments.contains("csv") {
      let text = try Command(arguments).text
      for start in ["=", "+", "-", "@", "\t"] {
        for before in [",", "\n", "\"", ",\"", ";"] {
          #expect(!text.contains(before + start), "\(arguments): \(text)")
        }
      }
    }
    let run = try Command([
      "sql", "SELECT -5, -0.5, '-5', '=1', '+1', ' @x', '＝1', char(9) || '=1', 'a;=1', 'a\"b', 'c'", "--format", "csv",
      "--store", store.path,
    ])
    #expect(
      run.text.split(separator: "\r\n").last == """
        -5,-0.5,"'-5","'=1","'+1","' @x","'＝1","' =1","a;=1","a""b",c
        """)
  }
}
