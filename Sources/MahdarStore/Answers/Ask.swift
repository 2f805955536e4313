import GRDB
import Mahdar

/// The answer to a question in words, with the contacts or quotes that it rests on.
public struct AskAnswer: Sendable, Encodable {
  /// How words of the question were read.
  public struct Word: Sendable, Encodable {
    public var words: String
    /// `name`, `office`, `state`, `place`, `days`, `about`, `plain`, `not understood`, or the classes of a word of questions.
    public var role: String
    /// Whom or what it was taken for.
    public var meaning: String?
  }

  public struct Source: Sendable, Encodable {
    public var contact: String
    public var article: String
    public var title: String?
    public var outlet: String?
    public var published: String?
    public var evidence: String
  }

  /// What was taken to be asked: when, where, count, who, whether …; several where questions are joined.
  public var kind: String
  /// Whom it asks about, as the question names them.
  public var about: [String]
  /// Of the question and the answer (BCP 47): `ar` or `en`.
  public var language: String
  /// How each word of the question was read.
  public var understood: [Word]
  /// Whether all of it was understood; else `answer` tells what was not.
  public var isUnderstood: Bool
  /// The answer in the language of the question.
  public var answer: String
  /// Whether the record has an answer at all.
  public var isInRecord: Bool
  /// What else may be meant, or be of use.
  public var also: [String]
  /// How many contacts or statements the answer rests on; `contacts` and `quotes` are the first of them.
  public var total: Int
  public var contacts: [ContactSummary]
  public var quotes: [QuoteAnswer]
  public var sources: [Source]
}

extension Store {
  /// Answers a question from the record, and says so when the record has no answer or a word is not understood.
  ///
  /// - Parameters:
  ///   - folder: of the language data, the one that holds `ar/`.
  ///   - now: today, `YYYY-MM-DD`.
  ///   - limit: the number of contacts or statements to show.
  public func ask(_ text: String, pipeline: Pipeline, folder: String, now: String, limit: Int = 10) throws -> AskAnswer
  {
    try AskingLimit.question.check(text)
    let vocabulary = try QuestionWords(reading: folder, terms: terms)
    let english = try EnglishNames(reading: folder)
    let analysis = pipeline(Article(id: "question", text: text, published: now))
    return try read { db in
      let finder = NameFinder(db, terms, isCommon: pipeline.names.isCommon)
      var reader = QuestionReader(text, analysis, vocabulary, english, pipeline.names, finder, now: now)
      let question = try reader.read()
      let language: Wording.Language = reader.isLatin ? .en : .ar
      let answerer = Answerer(
        db: db, terms: terms, names: pipeline.names, english: english, question: question,
        words: AnswerWords(wording: Wording(language), names: pipeline.names, english: english), now: now, limit: limit,
        pipeline: pipeline)
      return try answerer.answer()
    }
  }
}
