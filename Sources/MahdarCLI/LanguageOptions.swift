import ArgumentParser
import Foundation
import Mahdar

extension Wording.Language: ExpressibleByArgument {}

/// The language of tables and pages; what programs read has none.
struct LanguageOptions: ParsableArguments {
  @Option(help: "The language of tables and pages: ar or en. Default: that of LC_ALL, LC_MESSAGES or LANG.")
  var lang: Wording.Language?

  private var language: Wording.Language { lang ?? Self.language(of: ProcessInfo.processInfo.environment) }

  /// The first of them that says something counts, as for other programs; any language but Arabic is told in English.
  static func language(of environment: [String: String]) -> Wording.Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.prefix { $0.isLetter } == "ar" ? .ar : .en
  }

  /// The words of pages that name no state.
  var wording: Wording { Wording(language) }

  /// The words of pages, states by their names.
  func wording(_ pipeline: Pipeline) -> Wording { Wording(language) { pipeline.countryName($0) } }

  /// The same; the language data is read where its names are needed alone.
  func wording(_ data: DataOptions) throws -> Wording { language == .ar ? wording(try data.pipeline()) : wording }
}
