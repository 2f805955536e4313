import Mahdar

/// What holds for every analysis, whatever the text: the public part of the laws that the engine's tests hold.
enum Laws {
  static func check(_ analysis: Analysis) {
    let content = analysis.tokens.content
    func isSound(_ span: TextSpan) -> Bool {
      span.start >= 0 && span.start < span.end && Int(span.end) <= content.count && isBorder(span.start)
        && isBorder(span.end)
    }
    func isBorder(_ byte: Int32) -> Bool { Int(byte) == content.count || content[Int(byte)] & 0xC0 != 0x80 }
    func isOrdered(_ spans: [TextSpan]) -> Bool { zip(spans, spans.dropFirst()).allSatisfy { $0.start <= $1.start } }

    precondition(analysis.times.allSatisfy { isSound($0.span) } && isOrdered(analysis.times.map(\.span)))
    for mention in analysis.mentions {
      precondition(isSound(mention.span) && mention.name.map(isSound) ?? true && mention.office.map(isSound) ?? true)
      precondition(analysis.chains.indices.contains(mention.chain))
    }
    precondition(isOrdered(analysis.mentions.map(\.span)))
    for chain in analysis.chains {
      precondition(isSound(chain.name) && chain.mentions.allSatisfy(analysis.mentions.indices.contains))
    }
    for statement in analysis.statements {
      precondition(isSound(statement.span) && isSound(statement.speaker) && isSound(statement.cue))
      precondition(statement.chain.map(analysis.chains.indices.contains) ?? true)
    }
    precondition(isOrdered(analysis.statements.map(\.span)))
    for contact in analysis.contacts {
      precondition(isSound(contact.evidence) && contact.participants.allSatisfy { $0.spans.allSatisfy(isSound) })
      precondition(contact.participants.allSatisfy { !$0.spans.isEmpty && analysis.chains.indices.contains($0.chain) })
      precondition(contact.score >= 0 && contact.score <= 1)
      precondition(contact.date == nil || contact.dateSpan != nil)
    }
  }
}
