/// What is counted of a layer: F1, precision and recall.
public enum EvaluatedLayer: String, Sendable, CaseIterable {
  case contacts, record, quotes, indirect, dates, people
  /// The sources and topics of the contacts found.
  case by, topics
}

/// What is counted on what was found: how much of it is right.
public enum EvaluatedField: String, Sendable, CaseIterable {
  case form, status, date, place, channel, sides, venue, occasion, duration
  /// Of the statements found, and of the people.
  case via
  case peopleSides = "people_sides"
}

/// Marks, what was read, and what of it is right.
public struct Tally: Sendable, Hashable {
  public var right = 0
  public var marked = 0
  public var found = 0

  static func + (one: Tally, other: Tally) -> Tally {
    Tally(right: one.right + other.right, marked: one.marked + other.marked, found: one.found + other.found)
  }

  static func += (all: inout Tally, one: Tally) { all = all + one }

  /// Whether there is nothing to have a share of.
  public var isEmpty: Bool { marked + found == 0 }

  private var shares: (precision: Double, recall: Double) {
    (found == 0 ? 0 : Double(right) / Double(found), marked == 0 ? 0 : Double(right) / Double(marked))
  }

  /// In per cent, with one decimal.
  public var precision: Double { Rounding.tenths(100 * shares.precision) }
  public var recall: Double { Rounding.tenths(100 * shares.recall) }
  public var f1: Double {
    let (precision, recall) = shares
    let sum = precision + recall
    return Rounding.tenths(100 * (sum == 0 ? 0 : 2 * precision * recall / sum))
  }
}

/// How many are right.
public struct Accuracy: Sendable, Hashable {
  public var right = 0
  public var of = 0

  static func + (one: Accuracy, other: Accuracy) -> Accuracy {
    Accuracy(right: one.right + other.right, of: one.of + other.of)
  }

  static func += (all: inout Accuracy, one: Accuracy) { all = all + one }

  /// In per cent, with one decimal.
  public var share: Double { of == 0 ? 0 : Rounding.tenths(100 * Double(right) / Double(of)) }
}

enum Rounding {
  /// The nearest tenth to the very value of a number, not to what is left of it when multiplied by ten.
  static func tenths(_ value: Double) -> Double {
    let scaled = value * 10
    let floor = scaled.rounded(.down)
    guard scaled - floor == 0.5 else { return scaled.rounded() / 10 }
    let rest = (-scaled).addingProduct(value, 10)
    if rest == 0 { return scaled.rounded(.toNearestOrEven) / 10 }
    return (rest > 0 ? floor + 1 : floor) / 10
  }
}
