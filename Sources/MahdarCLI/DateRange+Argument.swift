import ArgumentParser
import MahdarStore

extension DateRange {
  /// - Errors: says what a range looks like.
  @Sendable static func parse(_ argument: String) throws -> DateRange {
    guard let range = DateRange(argument) else {
      throw ValidationError("'\(argument)' is no range of days, such as 2019-01..2021-12, 2019.. or 2020-02-29")
    }
    return range
  }
}
