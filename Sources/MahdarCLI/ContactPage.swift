import Mahdar
import MahdarStore

/// All that is known of a contact, on one page.
struct ContactPage {
  let detail: ContactDetail
  let wording: Wording
  /// Whether it tells why its reports are of one contact.
  let why: Bool

  private var form: String { detail.contact.form }

  func lines() -> [TerminalText] {
    var lines = wording.head(detail.contact) + [""] + fields
    if let whole = detail.partOf { lines += [heading(.partOf), "  \(wording.line(whole))"] }
    if !detail.parts.isEmpty { lines += [heading(.parts)] + detail.parts.map { "  \(wording.line($0))" } }
    lines += history + roots + reports
    if !detail.notes.isEmpty { lines += [heading(.notes)] + detail.notes.map { "  \($0)" } }
    if !detail.possibly.isEmpty {
      lines.append(heading(.possibly))
      lines += detail.possibly.map { "  \(wording.line($0.contact))  (\(Self.tenths($0.score)))" }
    }
    return lines + (why ? reasons : [])
  }

  private var fields: [TerminalText] {
    detail.fields.flatMap { field in
      field.values.enumerated().map { index, value in
        let name = index == 0 ? wording(.field(field.name)) : ""
        let words = wording.value(value.value, of: field.name, in: form)
        let mark = value.isAtOdds ? "  ≠" : ""
        return "  \(name.padding(to: 14))\(words)  [\(Self.numbers(value.reports))]\(mark)"
      }
    }
  }

  private var history: [TerminalText] {
    var lines = [heading(.history), "  \(wording.because(detail.because, of: form))"]
    for step in detail.history {
      let head = [
        wording.day(step.said), wording.step(step, of: form), step.outlet, "[\(Self.numbers(step.reports))]",
      ]
      lines += ["  \(head.compactMap { $0 }.joined(separator: "  "))", "      «\(step.evidence)»"]
    }
    return lines
  }

  private var roots: [TerminalText] {
    ["\n\(wording.heading(.support)): \(wording.support(detail.support))"]
      + detail.roots.map { root in
        let kind = wording.sourceKind(root.kind)
        let way = root.way.isEmpty ? "" : "  " + root.way.joined(separator: " ← ")
        return "  \(root.name) (\(kind))  [\(Self.numbers(root.reports))]\(way)"
      }
  }

  private var reports: [TerminalText] {
    var lines = [heading(.sources)]
    for report in detail.reports {
      let head = [report.outlet, report.published.map(wording.day), report.title, report.url].compactMap { $0 }
      lines.append("  [\(report.number)] \(report.article)  \(head.joined(separator: " · "))")
      if let first = report.copies { lines.append("      \(wording(.copies)) [\(first)]") }
      if !report.cites.isEmpty { lines.append("      \(wording(.cites)) [\(Self.numbers(report.cites))]") }
      if !report.by.isEmpty { lines.append("      \(wording(.by)) \(wording.vouchers(report.by))") }
      lines.append("      «\(report.evidence)»")
    }
    return lines
  }

  private var reasons: [TerminalText] {
    var lines = [heading(.why)]
    if detail.why.isEmpty { lines.append("  \(wording(.alone))") }
    for link in detail.why {
      let reports = link.reports.map(String.init).joined(separator: "]\(wording(.and))[")
      lines.append("  [\(reports)]  \(wording(.weight)) \(Self.tenths(link.score))")
      lines += link.reasons.map { "      \(wording.reason($0))" }
    }
    return lines
  }

  private func heading(_ term: Wording.Term) -> TerminalText { "\n\(wording.heading(term))" }

  private static func tenths(_ score: Double) -> Double { (score * 10).rounded() / 10 }

  static func numbers(_ reports: [Int]) -> String { reports.map(String.init).joined(separator: ",") }
}
