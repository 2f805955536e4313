import ArgumentParser
import Foundation
import Mahdar
import MahdarReaders
import MahdarStore

/// What the signs of lists and pages mean.
struct Legend: ParsableArguments {
  @Flag(help: "Tell what the signs of a table or page mean.") var legend = false

  enum Sign: String, CaseIterable {
    case confirmed = "✓"
    case conflict = "≠"
    case doubtful = "?"
    case reports = "[1]"
    case roots
    case weight

    fileprivate func name(_ wording: Wording) -> String {
      switch self {
      case .roots: wording(.roots)
      case .weight: wording(.weight)
      default: rawValue
      }
    }

    fileprivate func meaning(_ wording: Wording) -> String {
      switch self {
      case .confirmed: wording(.signConfirmed)
      case .conflict: wording(.signConflict)
      case .doubtful: wording.lessLikely(than: ContactSummary.doubt)
      case .reports: wording(.signReports)
      case .roots: wording(.signRoots)
      case .weight: wording(.signWeight)
      }
    }
  }

  /// The signs that stand at a contact in a list.
  static func signs(of contact: ContactSummary) -> String { marks(of: contact).map(\.rawValue).joined() }

  private static func marks(of contact: ContactSummary) -> [Sign] {
    var signs: [Sign] = []
    if contact.isConfirmed { signs.append(.confirmed) }
    if !contact.conflicts.isEmpty { signs.append(.conflict) }
    if contact.isDoubtful { signs.append(.doubtful) }
    return signs
  }

  /// Tells below a list or page what its signs mean: where it is asked for, and the first time on a terminal.
  ///
  /// - Parameter others: what is not a sign of a contact.
  func tell(_ contacts: [ContactSummary], others: [Sign] = [], _ wording: Wording) {
    guard legend || StandardOutput.isTerminal && Self.isFirstTime() else { return }
    let shown = Set(contacts.flatMap(Self.marks) + others)
    for sign in Sign.allCases where shown.contains(sign) {
      StandardError.print("  \(sign.name(wording).padding(to: 9))\(sign.meaning(wording))")
    }
  }

  /// Whether the signs were never told to this user; that they are told now is noted beside the images of the language data.
  private static func isFirstTime() -> Bool {
    guard let folder = LanguageData.userImages else { return false }
    let file = open(folder + "/legend-told", O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    close(file)
    return true
  }
}
