import Testing

@testable import Mahdar

@Test(arguments: try Examples.read("contacts"))
func contacts(_ example: Example) throws {
  Examples.check(example, ContactRendering(try Examples.analysis(of: example)).lines)
}

@Test(arguments: try Examples.read("fields"))
func fields(_ example: Example) throws {
  Examples.check(example, ContactRendering(try Examples.analysis(of: example)).lines)
}

/// The contacts of an analysis as lines: form, status and date; who with their sides; place, duration and occasion.
struct ContactRendering {
  let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  var lines: [String] { analysis.contacts.flatMap(lines) }

  private func lines(_ contact: ContactClaim) -> [String] {
    var lines = ["contact \(contact.form.rawValue) \(contact.status.rawValue) \(contact.date ?? "-")"]
    for participant in contact.participants {
      let chain = analysis.chains[participant.chain]
      lines.append("who \(chain.side ?? "-") \(chain.knownName ?? analysis.text(chain.name))")
    }
    if let place = contact.place { lines.append("at \(place.knownName ?? analysis.text(place.name))") }
    if let duration = contact.duration { lines.append("for \(duration)") }
    if let occasion = contact.occasion { lines.append("on \(analysis.text(occasion))") }
    return lines
  }
}
