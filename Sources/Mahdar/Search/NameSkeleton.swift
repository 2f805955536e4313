/// What stays of a foreign name however it is written in Arabic letters: its consonants, in classes.
///
/// Long vowels inside come and go («بومبيو», «بومبو»), g is ج غ ق or ك, s is س ص ث, t is ت ط. Two words of the names of one
/// person that share it are one word; of two people, they need not be.
struct NameSkeleton: Hashable {
  private let classes: [UInt8]

  init(_ letters: [UInt8]) {
    var classes: [UInt8] = []
    for (index, letter) in letters.enumerated() {
      let known = Self.classOf[letter] ?? letter
      if known == 0 {
        // A vowel at the head is one, whichever it is.
        if index == 0 { classes.append(Letters.alef) }
        continue
      }
      if classes.last != known { classes.append(known) }
    }
    self.classes = classes
  }

  private static let classOf: [UInt8: UInt8] = {
    var map: [UInt8: UInt8] = [:]
    for letter in FoldedText.key("اويءه") { map[letter] = 0 }
    for group in ["غجقك", "سصثز", "تط", "دضذظ", "فب", "حخ"] {
      let letters = FoldedText.key(group)
      for letter in letters { map[letter] = letters[0] }
    }
    return map
  }()
}
