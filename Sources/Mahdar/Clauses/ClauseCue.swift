/// What other words tell of a contact: `Data/ar/clause-cues.tsv`.
enum ClauseCue: String, Sendable {
  /// Before the larger event: «على هامش».
  case occasion
  /// Before how long it took: «لمدة», «استمر».
  case duration
  /// Told to be secret or unannounced.
  case secret
  case track15 = "track-1.5"
  case track2 = "track-2"
  /// By telephone or video: «هاتفي».
  case remote
  /// Three sides or more: «ثلاثي», «رباعي».
  case multilateral
  /// Before further participants: «بمشاركة», «بحضور», «يضم».
  case joining
  /// Members of a pair or group without names: «الجانبان», «الطرفان».
  case both
  /// Before a source named behind what it told: «حسبما أعلن».
  case attribution
  /// Before the head of a delegation: «برئاسة».
  case leading
  /// Several of a kind, none of them told: «عدة», «العديد من».
  case series
  /// Tells that others of the kind went before, none of them told: «ليست المرة الأولى».
  case notFirst = "not-first"
  /// One with each: «كلا على حدة».
  case separate
  /// «على شرف»: a feast for whoever is named behind it.
  case honour
  /// «في مقدمة مستقبليه»: who is named behind it received whom its pronoun means.
  case greeting
  /// Leads over to the sentence and governs nothing in it: «من جهة أخرى», «في المقابل».
  case transition
  /// Before more of a group's members: «بما فيها», «إضافة إلى».
  case including
  /// Before an official's name: «معالي», «صاحب السمو الملكي».
  case honorific
  /// What is called like a contact and is none: «مؤتمر صحفي», «دعوة إلى …».
  case none
}
