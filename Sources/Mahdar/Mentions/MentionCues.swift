/// The closed classes of words around names and offices: `Data/ar/mention-cues.tsv`.
struct MentionCues: Sendable {
  enum OfficeLink: UInt8, Sendable {
    /// Goes on with the office itself: باسم, شؤون.
    case name
    /// Goes on with the place of the office or its post: في, لدى, إلى.
    case post
  }

  private(set) var place = WordSet()
  private(set) var partner = WordSet()
  private(set) var actor = WordSet()
  private(set) var chain = WordSet()
  private(set) var kunya = WordSet()
  private(set) var honorific = WordSet()
  private(set) var describer = WordSet()
  private(set) var groupLink = WordSet()
  private(set) var news = WordSet()
  private(set) var says = WordSet()
  private(set) var partitive = WordSet()
  private(set) var relative = WordSet()
  private(set) var eponym = WordSet()
  private(set) var meets = WordSet()
  private(set) var field = WordSet()
  private(set) var realm = WordSet()
  /// «آنذاك», «حينه»: between an office and its holder of then.
  private(set) var then = WordSet()
  /// «بالوكالة», «بالإنابة»: closes an office.
  private(set) var closer = WordSet()
  /// «الأول», «السادس»: the number of a king or pope.
  private(set) var regnal = WordSet()
  /// «بزعامة», «برئاسة»: a name follows.
  private(set) var led = WordSet()
  /// «يضم», «بينهم»: members follow.
  private(set) var members = WordSet()
  /// «يتألف», «كل» before «من»: members follow.
  private(set) var membersOf = WordSet()
  /// «حزب», «حركة»: a party to talks of its own, known or not.
  private(set) var party = WordSet()
  /// «الحزب», «الحركة»: with an adjective behind it, a party as well.
  private(set) var theParty = WordSet()
  /// «الشعبية», «الديمقراطي»: what a party is called behind «الحزب», «الحركة».
  private(set) var political = WordSet()
  /// «جيش», «قوات»: with a word of `liberation` behind it, a party as well.
  private(set) var army = WordSet()
  /// «تحرير», «الاستقلال»: what an army of rebels is for.
  private(set) var liberation = WordSet()
  /// «المعارضة»: with a nisba behind it, a side of its own.
  private(set) var opposition = WordSet()
  /// «الحكومة», «النظام»: with a delegation before it, that of the state.
  private(set) var government = WordSet()
  /// «متمردو», «ثوار»: people who act for themselves and not for the state that their nisba tells.
  private(set) var rebels = WordSet()
  /// «حركتا», before the names of two.
  private(set) var bothParties = WordSet()
  /// «بصحبة», «يرافقه»: who is told behind is of one side.
  private(set) var company = WordSet()
  /// «معالي», «صاحب السمو»: belongs to the office or name behind it.
  private(set) var excellency = WordSet()
  /// «إخبارية», «صحافية»: tells a medium with its noun.
  private(set) var mediaAdjective = WordSet()
  /// «صحيفة», «إذاعة»: nouns behind which any words are a medium's name.
  private(set) var press = WordSet()
  /// «يقود», «ترأس»: a delegation and its leader follow.
  private(set) var leads = WordSet()
  /// «برئاسة», «يرأسه»: the leader of what was told follows.
  private(set) var ledBy = WordSet()
  /// «لي», «كي»: family names of one syllable that are particles too.
  private(set) var syllable = WordSet()
  /// «كيم», «نغوين»: family names of the Far East.
  private(set) var easternFamily = WordSet()
  /// «هي», «جونغ»: syllables of first names there.
  private(set) var eastern = WordSet()
  /// «لا», «لوس»: articles behind a particle in names of other languages.
  private(set) var article = WordSet()
  /// «المقيمين», «بالخارج»: citizens of whom a ministry tells in its name.
  private(set) var abroad = WordSet()
  /// «لقاء», «محادثات»: between whom follows.
  private(set) var encounter = WordSet()
  /// «المرافق»: comes along with somebody.
  private(set) var attending = WordSet()
  /// «السفن», «المرور»: what moves, so that its «حركة» is no movement.
  private(set) var traffic = WordSet()
  /// «سبع», «عشرين»: how many states a group is of.
  private(set) var number = WordSet()
  /// «دولة», «بلدا»: counted states.
  private(set) var stateNoun = WordSet()
  /// «حكومة», «خطة», «زيارة»: somebody's.
  private(set) var owner = WordSet()
  /// «أعده», «بقلم»: who wrote the report follows.
  private(set) var author = WordSet()
  /// «بلاده», «وزرائها», «البلاد»: in an office, what was told before.
  private(set) var possessed = WordSet()
  /// «لزيارة», «للقاء»: what somebody is to do, behind ل, and no part of his office.
  private(set) var purpose = WordSet()
  /// «طرف», «قبل» behind «من»: who did what the passive tells.
  private(set) var agent = WordSet()
  /// «إن», «أنه»: what was said follows.
  private(set) var that = WordSet()
  private(set) var teen: WordID = 0
  /// «الدولة» in «كاتب الدولة».
  private(set) var state: WordID = 0
  /// «كل» before «من»: each for himself.
  private(set) var each: WordID = 0
  /// «رئيس الدبلوماسية» is «وزير الخارجية».
  private(set) var diplomacy: WordID = 0
  private(set) var foreign: [WordID] = []
  /// «القطري»: of Qatar, or of a country.
  private(set) var country: WordID = 0
  /// «المستوى» behind «رفيع».
  private(set) var level: WordID = 0
  private(set) var between: WordID = 0
  /// «برس», «تايمز»: ends the name of a medium.
  private(set) var medium = WordSet()
  /// «البلدين»: the two told before.
  private(set) var both = WordSet()
  /// «رأسه» behind «مسقط»: where somebody was born.
  private(set) var birthplace = WordSet()
  private(set) var links = WordMap<OfficeLink>()
  private(set) var ala: WordID = 0
  /// «إلى»
  private(set) var ila: WordID = 0
  private(set) var abd: WordID = 0
  private(set) var anna: WordID = 0
  private(set) var anne: WordID = 0
  private(set) var arabs: WordID = 0
  private(set) var ayatollah: WordID = 0

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    let table = try builder.table("mention-cues", ["class", "ar"])
    for row in table.rows {
      let words = builder.words(row[1], closed: false)
      guard words.count == 1, let word = words.first else { throw table.error(row, "'\(row[1])' is not one word") }
      switch row[0] {
      case "place": place.insert(word)
      case "partner": partner.insert(word)
      case "actor": actor.insert(word)
      case "chain": chain.insert(word)
      case "kunya": kunya.insert(word)
      case "honorific": honorific.insert(word)
      case "describer":
        describer.insert(word)
        // «وفدا برلمانيا»
        for accusative in builder.words(row[1] + "ا", closed: false) { describer.insert(accusative) }
      case "group-link": groupLink.insert(word)
      case "news": news.insert(word)
      case "says": says.insert(word)
      case "partitive": partitive.insert(word)
      case "relative": relative.insert(word)
      case "eponym": eponym.insert(word)
      case "meets": meets.insert(word)
      case "field": field.insert(word)
      case "realm": realm.insert(word)
      case "then": then.insert(word)
      case "closer": closer.insert(word)
      case "regnal": regnal.insert(word)
      case "led": led.insert(word)
      case "members": members.insert(word)
      case "members-of": membersOf.insert(word)
      case "party":
        party.insert(word)
        for definite in builder.words("ال" + row[1], closed: false) { theParty.insert(definite) }
      case "political": political.insert(word)
      case "army": army.insert(word)
      case "liberation": liberation.insert(word)
      case "opposition": opposition.insert(word)
      case "government": government.insert(word)
      case "rebels": rebels.insert(word)
      case "both-parties": bothParties.insert(word)
      case "company": company.insert(word)
      case "excellency": excellency.insert(word)
      case "media-adjective": mediaAdjective.insert(word)
      case "press": press.insert(word)
      case "leads": leads.insert(word)
      case "led-by": ledBy.insert(word)
      case "syllable": syllable.insert(word)
      case "eastern-family": easternFamily.insert(word)
      case "eastern": eastern.insert(word)
      case "article": article.insert(word)
      case "abroad": abroad.insert(word)
      case "encounter": encounter.insert(word)
      case "attending": attending.insert(word)
      case "traffic": traffic.insert(word)
      case "number": number.insert(word)
      case "state-noun": stateNoun.insert(word)
      case "owner": owner.insert(word)
      case "author": author.insert(word)
      case "that": that.insert(word)
      case "possessed": possessed.insert(word)
      case "purpose": purpose.insert(word)
      case "agent": agent.insert(word)
      case "medium": medium.insert(word)
      case "both": both.insert(word)
      case "birthplace": birthplace.insert(word)
      case "link-name": links.set(word, .name)
      case "link-post": links.set(word, .post)
      default: throw table.error(row, "unknown class '\(row[0])'")
      }
    }
    ala = builder.words("على", closed: false).first ?? 0
    ila = builder.words("إلى", closed: false).first ?? 0
    ayatollah = builder.words("آية", closed: false).first ?? 0
    anne = builder.words("آن", closed: false).first ?? 0
    anna = builder.words("آنا", closed: false).first ?? 0
    arabs = builder.words("العرب", closed: false).first ?? 0
    between = builder.words("بين", closed: false).first ?? 0
    state = builder.words("الدولة", closed: false).first ?? 0
    each = builder.words("كل", closed: false).first ?? 0
    diplomacy = builder.words("الدبلوماسية", closed: false).first ?? 0
    foreign = (builder.words("الخارجية", closed: false) + builder.words("خارجية", closed: false))
    level = builder.words("المستوى", closed: false).first ?? 0
    country = builder.words("القطري", closed: false).first ?? 0
    teen = builder.words("عشر", closed: false).first ?? 0
    abd = builder.words("عبد", closed: false).first ?? 0
  }

  init() {}

  mutating func transfer(_ image: inout LexiconImage) {
    place.transfer(&image)
    partner.transfer(&image)
    actor.transfer(&image)
    chain.transfer(&image)
    kunya.transfer(&image)
    honorific.transfer(&image)
    describer.transfer(&image)
    both.transfer(&image)
    birthplace.transfer(&image)
    groupLink.transfer(&image)
    news.transfer(&image)
    says.transfer(&image)
    partitive.transfer(&image)
    relative.transfer(&image)
    eponym.transfer(&image)
    meets.transfer(&image)
    field.transfer(&image)
    realm.transfer(&image)
    then.transfer(&image)
    closer.transfer(&image)
    regnal.transfer(&image)
    led.transfer(&image)
    members.transfer(&image)
    membersOf.transfer(&image)
    party.transfer(&image)
    theParty.transfer(&image)
    political.transfer(&image)
    army.transfer(&image)
    liberation.transfer(&image)
    rebels.transfer(&image)
    bothParties.transfer(&image)
    government.transfer(&image)
    opposition.transfer(&image)
    company.transfer(&image)
    excellency.transfer(&image)
    mediaAdjective.transfer(&image)
    press.transfer(&image)
    leads.transfer(&image)
    ledBy.transfer(&image)
    syllable.transfer(&image)
    easternFamily.transfer(&image)
    eastern.transfer(&image)
    article.transfer(&image)
    abroad.transfer(&image)
    encounter.transfer(&image)
    attending.transfer(&image)
    traffic.transfer(&image)
    number.transfer(&image)
    stateNoun.transfer(&image)
    owner.transfer(&image)
    author.transfer(&image)
    that.transfer(&image)
    image.transfer(&teen)
    image.transfer(&state)
    image.transfer(&each)
    image.transfer(&diplomacy)
    image.transfer(&foreign)
    image.transfer(&country)
    image.transfer(&level)
    image.transfer(&between)
    possessed.transfer(&image)
    purpose.transfer(&image)
    agent.transfer(&image)
    medium.transfer(&image)
    links.transfer(&image)
    image.transfer(&ala)
    image.transfer(&ila)
    image.transfer(&abd)
    image.transfer(&anna)
    image.transfer(&anne)
    image.transfer(&arabs)
    image.transfer(&ayatollah)
  }
}
