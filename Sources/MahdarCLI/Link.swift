import ArgumentParser
import Foundation
import Mahdar
import MahdarReaders

struct Link: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Link the contacts of many articles: print which reports are of one contact.",
    discussion: """
      Inputs are JSON Lines, one article a line, as for 'mahdar read'; an article's 'contacts' in the analysis format \
      are taken as given, else its text is read. Prints a line for each article, in order: its id and its contacts, each \
      with the id of its contact in 'contact'. Contacts of one id are one; 'partOf' is the id of the visit or gathering \
      that a contact is a part of.

      Example:
        mahdar link - < articles.jsonl

      Exit status: 0 contacts were found, 1 none were, 2 an input could not be read.
      """)

  @Argument(help: "Files of JSON Lines; '-' reads standard input.", completion: .file()) var inputs: [String]
  @Flag(help: "Tell on standard error why reports are one, and which may be.") var why = false
  @OptionGroup var data: DataOptions

  /// An article's line of output in the making.
  private struct Row {
    var id: String
    var contacts: [[UInt8]] = []
    var profiles: [ClaimProfile] = []
    var error: InputError?
  }

  func run() throws {
    let pipeline = try data.open()
    let rows = read(pipeline)
    let profiles = rows.flatMap(\.profiles)
    let records = pipeline.merger.merge(profiles.map(\.features))
    let ids = records.groups.map { Record.id(of: profiles[$0[0]].id) }
    var names = [(id: String, whole: String?)](repeating: ("", nil), count: profiles.count)
    for (place, group) in records.groups.enumerated() {
      for index in group { names[index] = (ids[place], records.parts[place].map { ids[$0] }) }
    }
    if why { tell(records, profiles, pipeline.merger) }
    try print(rows, names)
    if rows.contains(where: { $0.error != nil }) { throw ExitCode(2) }
    if profiles.isEmpty { throw ExitCode(1) }
  }

  private func read(_ pipeline: Pipeline) -> [Row] {
    let writer = AnalysisWriter(data: pipeline.lexicon.digest)
    let reader = ArticleReader(day: pipeline.day)
    var queue = InputQueue(inputs, format: .jsonl)
    var seen = SeenIDs()
    var rows: [Row] = []
    while let piece = queue.next() {
      reader.forEach(in: piece) { article, source in
        do throws(InputError) {
          let article = try article.get()
          if let error = seen.duplicate(article.id, file: source.file, line: source.line) { throw error }
          rows.append(try row(article, source, pipeline, writer))
        } catch {
          rows.append(Row(id: error.id ?? "", error: error))
        }
      }
    }
    return rows
  }

  private func row(
    _ article: Article, _ source: ArticleSource, _ pipeline: Pipeline, _ writer: AnalysisWriter
  ) throws(InputError) -> Row {
    var row = Row(id: article.id)
    do throws(InputError) {
      if let json = source.json, let given = try GivenContacts.read(json, of: article) {
        row.contacts = given.map(\.json)
        row.profiles = pipeline.profiles(given.map(\.claim))
        return row
      }
    } catch {
      var error = error
      (error.id, error.line) = (article.id, source.line)
      throw error
    }
    let analysis = pipeline(article)
    row.contacts = writer.contacts(analysis)
    row.profiles = pipeline.profiles(analysis.claims)
    return row
  }

  private func print(_ rows: [Row], _ names: [(id: String, whole: String?)]) throws {
    var json = JSONBytes()
    var next = 0
    for row in rows {
      json.object { json in
        json.key("id")
        json.value(row.id)
        if let error = row.error {
          error.write(to: &json)
          return
        }
        json.key("contacts")
        json.array(row.contacts) { json, contact in
          var member = JSONBytes()
          member.key("contact")
          member.value(names[next].id)
          if let whole = names[next].whole {
            member.key("partOf")
            member.value(whole)
          }
          next += 1
          json.raw(Self.object(contact, with: member.bytes))
        }
      }
      json.endLine()
    }
    try StandardOutput.write(json: json.bytes)
  }

  private func tell(_ records: RecordMerger.Merging, _ profiles: [ClaimProfile], _ merger: RecordMerger) {
    for (word, links) in [("one", records.links), ("possibly one", records.doubts)] {
      for link in links {
        let (a, b) = (profiles[link.a].claim, profiles[link.b].claim)
        StandardError.print("\(word): \(a.article) \(a.evidence)\n  \(b.article) \(b.evidence)")
        for reason in merger.explain(profiles[link.a], profiles[link.b]).reasons {
          let sign = reason.weight < 0 ? "" : "+"
          StandardError.print("  \(sign)\(reason.weight) \(reason.subject): \(Wording(.en).finding(reason.finding))")
        }
      }
    }
  }

  /// A JSON object with a member more at its end.
  private static func object(_ object: [UInt8], with member: [UInt8]) -> [UInt8] {
    let body = object.dropLast()
    let isEmpty = body.last { $0 > 0x20 } == UInt8(ascii: "{")
    return body + (isEmpty ? [] : [UInt8(ascii: ",")]) + member + [UInt8(ascii: "}")]
  }
}
