import Foundation
import Testing

/// `mahdar sql`: bounded in time and memory, and clear about what is wrong.
struct SQLTests {
  private static let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"

  private func sql(_ query: String, _ options: String..., shell: String? = nil) throws -> Command {
    try Command(["sql", query, "--store", HostileStore.shared.get().path] + options, shell: shell)
  }

  @Test func aQueryWithoutEndIsEnded() throws {
    let start = ContinuousClock.now
    let run = try sql("\(Self.endless) SELECT count(*) FROM n", "--timeout", "0.5")
    #expect(run.status == 2)
    #expect(
      run.errors == "mahdar: sql: the query took more than 0.5 s and was ended (give it longer: --timeout SECONDS)\n")
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test(arguments: ["csv", "json", "jsonl", "table"]) func rowsComeBeforeTheQueryEnds(_ format: String) throws {
    let run = try sql(
      "\(Self.endless) SELECT x FROM n", "--format", format, "--timeout", "300",
      shell: "\"$0\" \"$@\" | head -c 100000")
    #expect(run.output.count == 100_000)
    #expect(run.errors.isEmpty, "\(run.errors)")
  }

  @Test func columnsOfOneNameAreBothKept() throws {
    let query = "SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a, NULL AS b, x'00ff' AS c"
    #expect(try sql(query, "--format", "csv").text == "a,a_3,a_2,a_4,b,c\r\n1,2,3,4,,00ff\r\n")
    #expect(
      try sql(query, "--format", "json").text
        == #"[{"a":"1","a_3":"2","a_2":"3","a_4":"4","b":null,"c":"00ff"}]"# + "\n")
    #expect(try sql(query).text == "a  a_3  a_2  a_4  b  c\n1  2    3    4    —  00ff\n")
  }

  @Test func anAnswerWithoutRowsIsStillOne() throws {
    let query = "SELECT key, title FROM article WHERE key = 'none'"
    let expected = ["csv": "key,title\r\n", "json": "[]\n", "jsonl": "", "table": "key  title\n"]
    for (format, text) in expected {
      let run = try sql(query, "--format", format)
      #expect(run.status == 1 && run.text == text)
    }
  }

  @Test(arguments: [
    ("selec 1", "not understood at \"selec\""), ("SELECT * FROM nix", "there is no table 'nix'"),
    ("SELECT nix FROM article", "there is no column 'nix'"), ("SELECT nix(1)", "there is no function 'nix'"),
    ("SELECT 1; SELECT 2", "one query at a time"), ("", "there is no query"), ("SELECT (", "the query is not complete"),
    ("SELECT * FROM words WHERE words MATCH '('", "the words to search for are not understood"),
    ("DELETE FROM article", "only questions are answered"), ("VACUUM INTO '/tmp/x.db'", "only questions are answered"),
    ("ATTACH '/tmp/x.db' AS x", "only questions are answered"), ("SELECT zeroblob(900000000)", "a value is too long"),
    ("SELECT json('{')", "the query can't be answered [SQLite 1]"),
  ])
  func whatIsWrongIsToldInOurWords(_ query: String, _ words: String) throws {
    let run = try sql(query)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("mahdar: sql: " + words), "\(run.errors)")
  }

  @Test(arguments: ["0", "-1", "nan", "x"]) func aTimeThatIsNoneIsRefused(_ time: String) throws {
    let run = try sql("SELECT 1", "--timeout=" + time)
    #expect(run.status == 2 && run.errors.contains("--timeout"))
  }
}
