/// Two days, months or years: `2019-01..2021-12`; either may be left out, and one alone is both.
public struct DateRange: Sendable {
  public var from: String?
  public var to: String?

  public init?(_ argument: String) {
    let parts = argument.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isRange = argument.contains("..")
    let ends = isRange ? [parts.first ?? "", parts.last ?? ""] : [argument, argument]
    guard !isRange || parts.count == 3, ends.contains(where: { !$0.isEmpty }),
      ends.allSatisfy({ $0.isEmpty || Self.isDate($0) })
    else { return nil }
    from = ends[0].isEmpty ? nil : ends[0]
    to = ends[1].isEmpty ? nil : ends[1]
    if let from, let to, from.prefix(to.count) > to { return nil }
  }

  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4 else { return false }
    let numbers = parts.map { $0.allSatisfy(\.isASCII) ? Int($0) ?? -1 : -1 }
    guard numbers[0] > 0, parts.dropFirst().allSatisfy({ $0.count == 2 }) else { return false }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
    guard numbers.count > 2 else { return true }
    let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][numbers[1] - 1]
    return (1...days).contains(numbers[2])
  }
}
