import Foundation
import Testing

/// The stories of `Samples/`, as the commands tell them.
struct StoryTests {
  private static let stories = "Samples/2024-three-stories.jsonl"

  private static func store(_ scratch: Scratch) throws -> String {
    let store = scratch.url.appendingPathComponent("a.db").path
    let added = try Command(["add", stories, "--store", store])
    #expect(added.status == 0, "\(added.errors)")
    return store
  }

  private static func ids(_ arguments: [String], _ store: String) throws -> [String] {
    let run = try Command(["contacts", "--sort", "oldest", "--format", "csv", "--store", store] + arguments)
    return run.text.split(whereSeparator: \.isNewline).dropFirst().compactMap {
      $0.split(separator: ",").first.map(String.init)
    }
  }

  @Test func aRumourItsDenialAndItsDelayAreOneContact() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let ids = try Self.ids(["--with", "هوغلاند", "--between", "2024-05-20..2024-05-31"], store)
    #expect(ids.count == 1)
    let story = try Command(["story", ids[0], "--store", store])
    #expect(story.status == 0)
    for line in [
      "held: told by 1 root since 2024-05-24; denied before by وزارة الخارجية النرويجية",
      "proposed for 2024-W20", "denied for 2024-W20", "scheduled for 2024-05-16", "postponed for 2024-05-16",
      "held for 2024-05-23", "moved to: date 2024-05-23",
    ] {
      #expect(story.text.contains(line), "\(line)")
    }
    let json = try Command(["story", ids[0], "--format", "json", "--store", store])
    #expect(json.text.contains(#""by":["الموجز العربي (outlet)"]"#))
    let object = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    #expect((object["story"] as? [String: Any])?["because"] != nil && object["parts"] is [Any])
  }

  @Test func theMeetingsOfAVisitAreItsParts() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let visit = try #require(try Self.ids(["--with", "لاريغي", "--form", "visit"], store).first)
    let story = try Command(["story", visit, "--store", store])
    #expect(story.text.contains("with c") && story.text.contains("دوارتي فالاداريس"))
    let part = try #require(try Self.ids(["--with", "فالاداريس"], store).first)
    #expect(try Command(["show", part, "--store", store]).text.contains("Part of\n  \(visit)"))
  }

  @Test func oneStatementInThreePapersStandsTogether() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let run = try Command(["quotes", "--compare", "--by", "إيغلي", "--store", store])
    #expect(run.status == 0 && run.text.contains("leaves out: اتفق الطرفان على وقف لإطلاق النار مدته ستون يوماً"))
    #expect(try Command(["quotes", "--compare", "--by", "هوغلاند", "--store", store]).status == 1)
  }

  /// `mahdar link` and the store make the same contacts, wholes and parts of the same articles.
  @Test(arguments: [stories, "Gold/own-tales-1.jsonl"])
  func linkAndTheStoreAgree(_ file: String) throws {
    struct Told: Hashable {
      var contact: String
      var whole: String?
    }
    let scratch = try Scratch()
    // The articles alone: what is marked in them is not to be taken as given.
    let articles = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { line in
      var object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      object["gold"] = nil
      return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }.joined(separator: "\n")
    let input = Data(articles.utf8)
    var linked: [String: [Told]] = [:]
    for line in try Command(["link", "-"], input: input).lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      let contacts = object["contacts"] as? [[String: Any]] ?? []
      let told = contacts.map { Told(contact: $0["contact"] as? String ?? "", whole: $0["partOf"] as? String) }
      if !told.isEmpty { linked[object["id"] as? String ?? ""] = told }
    }
    let store = scratch.url.appendingPathComponent("a.db").path
    #expect(try Command(["add", "-", "--input", "jsonl", "--store", store], input: input).status == 0)
    let query = """
      SELECT key, contact_claim.contact AS contact, part_of FROM claim JOIN current_article USING (reading)
      JOIN contact_claim ON contact_claim.claim = claim.id JOIN contact ON contact.id = contact_claim.contact
      ORDER BY key, ordinal
      """
    let rows = try JSONSerialization.jsonObject(
      with: Command(["sql", query, "--format", "json", "--store", store]).output)
    var stored: [String: [Told]] = [:]
    for row in rows as? [[String: Any]] ?? [] {
      stored[row["key"] as? String ?? "", default: []].append(
        Told(contact: row["contact"] as? String ?? "", whole: row["part_of"] as? String))
    }
    #expect(linked == stored && !linked.isEmpty)
  }
}
