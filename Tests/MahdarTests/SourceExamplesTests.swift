import Testing

@testable import Mahdar

@Test(arguments: try Examples.read("sources"))
func sources(_ example: Example) throws {
  let analysis = try Examples.analysis(of: example)
  Examples.check(
    example,
    analysis.contacts.flatMap { $0.by.map { "by \($0.kind.rawValue) \(analysis.text($0.name))" } })
}

@Test(arguments: try Examples.read("topics"))
func topics(_ example: Example) throws {
  let analysis = try Examples.analysis(of: example)
  Examples.check(example, analysis.contacts.flatMap { $0.topics.map { "topic \(analysis.text($0))" } })
}

@Test(arguments: try Examples.read("venues"))
func venues(_ example: Example) throws {
  let analysis = try Examples.analysis(of: example)
  Examples.check(
    example,
    analysis.contacts.flatMap { contact in
      [contact.venue.map { "in \(analysis.text($0))" }, contact.occasion.map { "on \(analysis.text($0))" }].compactMap {
        $0
      }
    })
}
