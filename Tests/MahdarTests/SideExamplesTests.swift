import Testing

@testable import Mahdar

@Test(arguments: try Examples.read("sides"))
func sides(_ example: Example) throws {
  let analysis = try Examples.analysis(of: example)
  Examples.check(
    example,
    analysis.contacts.flatMap { contact in
      ["contact"]
        + contact.participants.map { participant in
          let chain = analysis.chains[participant.chain]
          return "who \(chain.side ?? "-") \(chain.knownName ?? analysis.text(chain.name))"
        }
    })
}
