/// A phrase that may name what a contact is about, and what led to it.
struct TopicPhrase: Sendable {
  /// What leads to a phrase.
  enum Lead: Int, Sendable, CaseIterable {
    case discuss, include, focus, agree, say
    case discussing, saying, agreeing, signing, focusing
    /// «لبحث», «لمناقشة».
    case toDiscuss
    /// «لتعزيز», «لإنهاء».
    case purpose
    case aim, about, concerning, towards, occasion
    /// «مشاورات الملف الاقتصادي»: what the noun of a contact governs.
    case genitive
    /// A noun of topics where no other word leads to it, by what governs it.
    case bare, bareIn, bareOn, bareTo, bareFrom, bareBy
    /// The same with the article.
    case theIn, theOn, theTo, theFrom
  }

  /// Leads that do alike at a distance from the telling.
  enum Kind: Int, Sendable, CaseIterable {
    case discuss, verb, discussing, noun, toDiscuss, purpose, preposition, occasion, genitive, bare, the
  }

  /// The word that a phrase begins with.
  enum Head: Int, Sendable, CaseIterable {
    case way, issue, relation, act, thing, event, theWay, theIssue, theRelation, theAct, theThing, theEvent
    case quantity, definite, hollow, other
  }

  var tokens: Range<Int>
  /// How the first token is read.
  var reading: Reading
  var lead: Lead
  /// How many phrases it is joined to by و or a list's comma.
  var place: Int

  var kind: Kind {
    switch lead {
    case .discuss: .discuss
    case .include, .focus, .agree, .say: .verb
    case .discussing: .discussing
    case .saying, .agreeing, .signing, .focusing: .noun
    case .toDiscuss: .toDiscuss
    case .purpose, .aim: .purpose
    case .about, .concerning, .towards: .preposition
    case .occasion: .occasion
    case .genitive: .genitive
    case .bare, .bareIn, .bareOn, .bareTo, .bareFrom, .bareBy: .bare
    case .theIn, .theOn, .theTo, .theFrom: .the
    }
  }
}
