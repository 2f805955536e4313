/// Which chains of people hold which office, asked by what plurals tell: «وزيرا خارجية روسيا وتركيا», «الوزيران».
struct OfficeChains {
  private struct Office: Hashable {
    let lemma: Int16
    let side: SideID
  }
  private struct Held: Hashable {
    let lemma: Int16
    let chain: Int
  }
  private var holders: [Office: Int] = [:]
  private var held: Set<Held> = []
  /// The chains told as somebody's counterpart, who holds the same office.
  private var counterparts: Set<Int> = []

  init(_ builder: ChainBuilder) {
    for (chain, link) in builder.links.enumerated() {
      let side = link.kind == .person ? builder.chainSide(link, []) : 0
      for index in link.offices {
        let draft = builder.drafts[index]
        held.insert(Held(lemma: draft.lemma, chain: chain))
        if draft.isCounterpart { counterparts.insert(chain) }
        let office = Office(lemma: draft.lemma, side: side)
        if link.kind == .person, !draft.isPlural, holders[office] == nil { holders[office] = chain }
      }
    }
  }

  /// The first chain of a side that holds an office.
  func holder(of lemma: Int16, _ side: SideID) -> Int? { holders[Office(lemma: lemma, side: side)] }

  func holds(_ lemma: Int16, _ chain: Int) -> Bool {
    counterparts.contains(chain) || held.contains(Held(lemma: lemma, chain: chain))
  }
}
