/// A mention as the scan of the text finds it, before chains are made.
struct MentionDraft: Sendable {
  var tokens: Range<Int>
  /// How the first token is read.
  var reading: Reading
  var kind: MentionKind
  /// The tokens of the name.
  var name: Range<Int>?
  /// The tokens of the office, and how its first token is read.
  var office: Range<Int>?
  var officeReading: Reading = .whole
  /// The side that the words tell; 0 when none.
  var side: SideID = 0
  /// Whether the words of the office tell the side, not the gazetteer.
  var toldSide = false
  var entry: GazetteerEntry?
  var isPlural = false
  /// How many honorifics its tokens begin with, which its span leaves out.
  var honorifics: UInt8 = 0
  /// Another name, in brackets behind the mention before: «محمد حمدان (حميدتي)».
  var isAlias = false
  /// Told as a member of something: «يضم …».
  var isListed = false
  /// The sides of several people told together: «وزيرا خارجية روسيا وتركيا».
  var sides: [SideID] = []
  /// The state where an ambassador or envoy is posted: «سفير هولندا لدى مصر».
  var post: SideID = 0
  /// «وزراء خارجية كل من مصر وقبرص»: each for himself.
  var isEach = false
  /// The name of somebody else within the office, and who that is: «مبعوث الرئيس الأميركي فلان».
  var inner: Range<Int>?
  var innerEntry: GazetteerEntry?
  /// The lemma of the office's head; 0 without an office.
  var lemma: Int16 = 0
  var isCounterpart = false
  /// Kept only when it joins a chain: «الوزير», «المحلل».
  var needsChain = false
  var rule: String
  var chain = -1
}
