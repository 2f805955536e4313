import Mahdar
import MahdarReaders

/// One run over marked articles: each is read as if it had no marks, and compared with them.
struct EvaluationRun {
  struct Result {
    var evaluation = Evaluation()
    /// Of each outlet, in the order of their first articles.
    var outlets: [(name: String?, figures: Figures)] = []
    /// Lines and inputs that could not be used.
    var unused: [InputError] = []
    /// Marks whose words stand nowhere in their articles.
    var strays: [(article: String, words: String)] = []
    private var places: [String?: Int] = [:]

    mutating func add(_ evaluation: Evaluation, _ outlet: String?) {
      self.evaluation += evaluation
      let place = places[outlet] ?? outlets.count
      if place == outlets.count {
        places[outlet] = place
        outlets.append((outlet, Figures()))
      }
      outlets[place].figures += evaluation.figures
    }
  }

  let pipeline: Pipeline

  func callAsFunction(_ inputs: [String]) -> Result {
    let reader = ArticleReader(day: pipeline.day)
    // Only standard input has no name that tells.
    var queue = InputQueue(inputs, format: inputs == ["-"] ? .jsonl : nil)
    var seen = SeenIDs()
    var result = Result()
    while let piece = queue.next() {
      reader.forEach(in: piece) { article, source in
        do throws(InputError) {
          let article = try article.get()
          if let error = seen.duplicate(article.id, file: source.file, line: source.line) { throw error }
          let marks = try Self.marks(of: article, source)
          result.strays += GoldMarks.strays(marks, in: article).map { (article.id, $0) }
          result.add(Evaluation(of: article.id, marked: marks, read: Marks(pipeline(article))), article.outlet)
        } catch {
          result.unused.append(error)
        }
      }
    }
    return result
  }

  private static func marks(of article: Article, _ source: ArticleSource) throws(InputError) -> Marks {
    guard let json = source.json else {
      throw InputError(.missingField, "has no marks: give JSON Lines with \"gold\"", id: source.file)
    }
    do throws(InputError) {
      return try GoldMarks.read(json)
    } catch {
      var error = error
      (error.id, error.file, error.line) = (article.id, source.file, source.line)
      throw error
    }
  }
}
