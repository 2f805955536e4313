import ArgumentParser
import MahdarReaders

/// How inputs are written.
struct InputOptions: ParsableArguments {
  @Option(
    help: """
      How the inputs are written: text, html, jsonl, json, csv, feed, warc, docx, odt, rtf, pdf, eml or mbox. Default: by name, \
      then by the first bytes.
      """
  )
  var input: InputFormat?
  @Option(
    help: """
      Which columns of tables, or members of JSON, are which fields: text=body,published=date. Members of members are joined \
      by dots. Default: by their names.
      """, transform: { try InputOptions.mapping($0) })
  var map: FieldMapping?

  private static func mapping(_ words: String) throws -> FieldMapping {
    do {
      return try FieldMapping(parsing: words)
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// Opens inputs; tells on standard error which column was taken for what.
  ///
  /// - Parameters:
  ///   - format: the format where none is given.
  ///   - fetcher: who asks inputs that are addresses.
  func queue(_ inputs: [String], format: InputFormat? = nil, fetcher: any AddressFetching) -> InputQueue {
    InputQueue(inputs, format: input ?? format, mapping: map, fetcher: fetcher) { StandardError.print("mahdar: \($0)") }
  }

  /// Tells on standard error what was passed over.
  static func tell(_ passedOver: PassedOver) {
    let what = passedOver.description
    if !what.isEmpty { StandardError.print("mahdar: passed over: \(what)") }
  }
}

extension InputFormat: ExpressibleByArgument {}
