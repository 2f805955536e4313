import Foundation
import Mahdar
import MahdarStore
import Mustache
import Synchronization

/// What all pages of the desk share: the store, the engine, the words, the templates. It only reads.
public final class Desk: Sendable {
  let store: Store
  let pipeline: Pipeline
  /// Of the language data, the one that holds `ar/` and `ui/`.
  let folder: String
  let words: [Wording.Language: UIWords]
  /// What states, cities and bodies are in English.
  let english: EnglishNames
  let bodies: BodyNames
  let calendar: CalendarWords
  let figures: [Figure]
  let templates: MustacheLibrary
  let files: [String: StaticFile]
  /// Whether it shows the samples in place of an empty store.
  let isOfSamples: Bool
  /// What counts as today; nil for the clock's day.
  private let fixedToday: String?
  private let counted = Mutex<Counted?>(nil)
  private let isCounting = Atomic(false)

  private struct Counted {
    var overview: Overview
    /// How long counting took, and when it ended.
    var cost: Duration
    var at: ContinuousClock.Instant
  }

  /// - Errors: `DataError` for what is wrong with the files of `ui/`, `StoreError`.
  public init(store: Store, pipeline: Pipeline, folder: String, today: String? = nil, isOfSamples: Bool = false) throws
  {
    self.isOfSamples = isOfSamples
    (self.store, self.pipeline, self.folder, fixedToday) = (store, pipeline, folder, today)
    words = try [.ar: UIWords(reading: folder, .ar), .en: UIWords(reading: folder, .en)]
    english = try EnglishNames(reading: folder)
    bodies = try BodyNames(reading: folder)
    calendar = try CalendarWords(reading: folder)
    figures = try Figure.all(reading: folder)
    templates = try Self.templates(folder)
    files = try StaticFile.all(reading: folder)
    if try store.size() <= Self.small {
      _ = try count()
    } else {
      countBeside()
    }
  }

  /// The templates by the names of their files.
  private static func templates(_ folder: String) throws -> MustacheLibrary {
    MustacheContentTypes.register(HTMLText(), named: HTMLText.name)
    var library = MustacheLibrary()
    let path = folder + "/ui/pages"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names.sorted() where name.hasSuffix(".mustache") {
      let file = "\(path)/\(name)"
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw DataError(file: file, problem: "can't be read", fix: "give the folder of the language data with --data")
      }
      do {
        var text = String(decoding: bytes, as: UTF8.self)
        // Templates stand within lines of others.
        while text.last?.isNewline == true { text.removeLast() }
        // A template begins with how its values are escaped, each partial for itself.
        try library.register("{{% CONTENT_TYPE:\(HTMLText.name)}}" + text, named: String(name.dropLast(9)))
      } catch {
        throw DataError(file: file, problem: "is no template of Mustache: \(error)")
      }
    }
    guard !names.isEmpty else {
      throw DataError(
        file: path, problem: "no templates found", fix: "give the folder of the language data with --data")
    }
    return library
  }

  var today: String { fixedToday ?? String(Date.now.ISO8601Format().prefix(10)) }

  // MARK: Counts of the whole store

  /// A store of so many articles is counted before its first page; for a larger one pages don't wait.
  private static let small = 30_000

  /// What the whole store holds: counted anew when it has changed, but no more than a twentieth of the time is spent on it, and
  /// pages don't wait for a count that takes long.
  func overview() throws -> Overview {
    let revision = try store.revision()
    guard let known = counted.withLock({ $0 }) else {
      countBeside()
      return .pending
    }
    guard known.overview.revision != revision, ContinuousClock.now - known.at > known.cost * 20 else {
      return known.overview
    }
    if known.cost <= .milliseconds(50) { return try count() }
    countBeside()
    return known.overview
  }

  /// The facets of all contacts, or of those asked for.
  func facets(_ query: ContactQuery) throws -> Facets {
    let overview = try overview()
    return query.isOfAll && !overview.isPending ? overview.facets : try store.facets(query.request)
  }

  /// Counts on a thread of its own, unless that is being done; a count that failed is tried again by the next who asks.
  private func countBeside() {
    guard isCounting.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged else { return }
    Thread.detachNewThread {
      _ = try? self.count()
      self.isCounting.store(false, ordering: .relaxed)
    }
  }

  private func count() throws -> Overview {
    let start = ContinuousClock.now
    let overview = try store.overview()
    let end = ContinuousClock.now
    counted.withLock { $0 = Counted(overview: overview, cost: end - start, at: end) }
    return overview
  }
}
