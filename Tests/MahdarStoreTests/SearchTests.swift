import Foundation
import Mahdar
import MahdarStore
import Testing

struct SearchTests {
  /// A store of the sentences of a set.
  static func store(_ scratch: Scratch) throws -> Store {
    let store = try Store(scratch.path("search.db"), .write, search: try Project.search.get())
    let articles = try Project.lines("Tests/MahdarStoreTests/Sets/search-articles.txt").map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return Article(id: String(parts[0]), text: String(parts[1]))
    }
    _ = try Adding.articles(articles, to: store)
    return store
  }

  @Test func wordsAreFoundInAllTheirForms() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    var (right, found, wanted) = (0, 0, 0)
    var faults: [String] = []
    let queries = try Project.lines("Tests/MahdarStoreTests/Sets/search-queries.txt")
    #expect(queries.count >= 60)
    for line in queries {
      let parts = line.split(separator: "\t")
      let relevant = Set(parts[1].split(separator: " ").map(String.init))
      var request = SearchRequest(String(parts[0]))
      request.limit = 200
      let hits = Set(try store.search(request).hits.map(\.id))
      right += hits.intersection(relevant).count
      found += hits.count
      wanted += relevant.count
      let missed = relevant.subtracting(hits).sorted()
      let wrong = hits.subtracting(relevant).sorted()
      if !missed.isEmpty || !wrong.isEmpty { faults.append("\(parts[0]): missed \(missed), wrong \(wrong)") }
    }
    let recall = Double(right) / Double(wanted)
    let precision = Double(right) / Double(found)
    print("search: \(queries.count) queries, recall \(recall), precision \(precision)")
    for fault in faults { print("search: \(fault)") }
    #expect(recall > 0.97 && precision >= 0.95, "recall \(recall), precision \(precision): \(faults)")
  }

  @Test func exactSearchFindsTheVeryWords() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    var request = SearchRequest("لقاءات")
    request.isExact = true
    #expect(try store.search(request).hits.map(\.id) == ["a06"])
    request.query = "\"وزراء خارجية\""
    #expect(try store.search(request).hits.map(\.id) == ["a18"])
  }

  /// To Swift a quotation mark with a combining letter behind it is another letter; FTS5 goes by bytes.
  @Test(arguments: ["\"\u{301}بغداد", "بغداد\0", "\"\u{301}1", "«بغداد", "بغداد\"\""])
  func oddSignsAreNoErrors(_ query: String) throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let found = Result { try store.search(SearchRequest(query)) }
    switch found {
    case .success: break
    case .failure(let error): #expect((error as? StoreError)?.description.hasPrefix("search: ") == true, "\(error)")
    }
  }

  @Test func snippetsMarkWhatWasFound() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let hit = try #require(try store.search(SearchRequest("بومبو بغداد")).hits.first)
    let marked = hit.snippet.pieces().map { $0.isHit ? "<\($0.text)>" : $0.text }.joined()
    #expect(marked == "غادر مايك <بومبو> <بغداد> من دون تصريح")
  }

  @Test func moreThanCanBeAskedForAtOnceIsRefused() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let words = Array(repeating: "بومبيو", count: 2000).joined(separator: " ")
    func refusal(_ ask: () throws -> Void) -> String {
      do { try ask() } catch { return "\(error)" }
      return ""
    }
    let query = refusal { _ = try store.search(SearchRequest(words)) }
    #expect(query == "a query has 200 words at most, this one has 2000")
    #expect(refusal { _ = try store.person(words) } == "a name has 500 letters at most, this one has 13999")
    #expect(refusal { _ = try store.person(String(repeating: "ا ", count: 60)) }.hasPrefix("a name has 50 words"))
    var request = ContactRequest()
    request.with = [words]
    #expect(refusal { _ = try store.contacts(request) }.hasPrefix("a name has 500 letters"))
    request.with = Array(repeating: "بومبيو", count: 21)
    #expect(refusal { _ = try store.contacts(request) }.hasPrefix("20 names at most"))
    let question = refusal {
      _ = try store.ask(words, pipeline: Project.pipeline.get(), folder: Project.data, now: "2025-01-01")
    }
    #expect(question.hasPrefix("a question has 10000 letters at most"))
  }

  @Test func aQueryWithoutWordsIsRefused() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    #expect(throws: StoreError.self) { try store.search(SearchRequest("في من")) }
    for query in ["\" OR NEAR( بومبيو", "NEAR(بومبيو", "title: بومبيو AND", "بومبيو^ + * -", "«بومبيو"] {
      #expect(throws: Never.self, "\(query)") { try store.search(SearchRequest(query)) }
    }
  }
}
