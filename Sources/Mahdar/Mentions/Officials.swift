/// Whom an article calls by no more than a nationality: «المسؤول المغربي», «الدبلوماسي الأميركي» told before by name.
struct Officials {
  /// The named official of each side told last.
  private var named: [SideID: Int] = [:]
  /// The sides of which an official without a name was told last.
  private var unnamed: Set<SideID> = []

  /// The chain of the official whom a definite epithet with a nationality means.
  func called(_ draft: MentionDraft, _ builder: ChainBuilder) -> Int? {
    guard draft.chain < 0, draft.side != 0, !draft.isPlural, draft.name == nil, draft.tokens.count > 1,
      builder.lexicon.epithets.contains(draft.lemma), builder.lexicon.isState(draft.side), isDefinite(draft, builder),
      // «الدبلوماسي الكبير في الخارجية الأميركية» is whoever was told so before.
      draft.tokens.dropFirst().allSatisfy({
        builder.lexicon.nisba(builder.tokens[$0].word) != 0
          || builder.lexicon.classes(builder.tokens[$0].word).contains(.modifier)
      })
    else { return nil }
    return unnamed.contains(draft.side) || unnamed.contains(0) ? nil : named[draft.side]
  }

  private func isDefinite(_ draft: MentionDraft, _ builder: ChainBuilder) -> Bool {
    builder.lexicon.classes(builder.tokens[draft.tokens.lowerBound].word(draft.reading)).contains(.definite)
  }

  mutating func note(_ draft: MentionDraft, _ builder: ChainBuilder) {
    if builder.lexicon.epithets.contains(draft.lemma), draft.chain < 0, !draft.isPlural, !isDefinite(draft, builder) {
      unnamed.insert(draft.side)
    }
    switch draft.kind {
    case .source where !draft.isPlural: unnamed.insert(draft.side)
    case .person where draft.chain >= 0 && !draft.isPlural:
      let link = builder.links[draft.chain]
      let side = builder.chainSide(link, Array(link.offices.prefix(ChainBuilder.reach)))
      guard link.isNamed, side != 0, !link.offices.isEmpty || link.entry != nil else { return }
      named[side] = draft.chain
    default: break
    }
  }
}
