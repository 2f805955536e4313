/// What the letters of a name sound like: the classes of letters by which spellings of one name meet.
struct NameSpelling: Sendable {
  private enum Sound { static let silent: UInt8 = 0, other: UInt8 = 0x7F }

  /// The sound of each letter.
  private var sounds = [UInt8](repeating: Sound.other, count: 256)
  /// Pairs of letters that are one sound.
  private var pairs = KeyMap<UInt8>()
  /// Letters that are silent at a word's end.
  private var ends: [Letter] = []
  private var natives = KeyMap<Bool>()
  /// Particles to leave out: true for those of other languages, which may be written together with the name.
  private var particles = KeyMap<Bool>()
  /// Words that the next one completes: «عبد», «أبو».
  private var joined: [[Letter]] = []

  init() {}

  init(_ builder: inout LexiconBuilder) throws(DataError) {
    for letter in 0..<256 where Letters.isArabic(UInt8(letter)) { sounds[letter] = UInt8(letter) }
    let spelling = try builder.table("name-spelling", ["sound", "ar"])
    var numbers: [String: UInt8] = ["silent": Sound.silent]
    for row in spelling.rows {
      let letters = FoldedText.key(row[1])
      if row[0] == "joined" {
        joined.append(letters)
        continue
      }
      if row[0] == "end", letters.count == 1 {
        ends.append(letters[0])
        continue
      }
      let sound = numbers[row[0]] ?? UInt8(numbers.count)
      numbers[row[0]] = sound
      switch letters.count {
      case 1: sounds[Int(letters[0])] = sound
      case 2: pairs.set(Self.pair(letters[0], letters[1]), sound)
      default: throw spelling.error(row, "neither one letter nor two")
      }
    }
    for row in try builder.table("native-names", ["ar"]).rows {
      natives.set(Self.hash(FoldedText.key(row[0])[...]), true)
    }
    let particles = try builder.table("name-particles", ["class", "ar"])
    for row in particles.rows where row[0] != "tail" {
      self.particles.set(Self.hash(FoldedText.key(row[1])[...]), row[0] == "foreign")
    }
  }

  private static func pair(_ first: Letter, _ second: Letter) -> UInt64 { UInt64(first) << 8 | UInt64(second) }

  static func hash(_ word: ArraySlice<Letter>) -> UInt64 { WordHash(word).value }

  /// Whether a word is completed by the next one.
  func isJoined(_ word: [Letter]) -> Bool { joined.contains(word) }

  /// The key of a name's folded words.
  func key(_ words: [ArraySlice<Letter>]) -> NameKey {
    var parts: [NameKey.Part] = []
    var all: [UInt8] = []
    var pending: [Letter] = []
    for (index, word) in words.enumerated() {
      let isLast = index == words.count - 1
      let hash = Self.hash(word)
      if pending.isEmpty, !isLast, joined.contains(where: { word.elementsEqual($0) }) {
        pending = Array(word)
        continue
      }
      if pending.isEmpty, words.count > 1, let isForeign = particles[hash] {
        if isForeign { all += sounds(of: word).consonants }
        continue
      }
      let letters = pending + bare(word, over: pending.isEmpty ? 4 : 3)
      pending = []
      let part = part(compact(letters)[...])
      parts.append(part.part)
      all += part.sounds
    }
    return NameKey(parts: parts, whole: WordHash(all).value)
  }

  /// The word without its article, when it has more letters than `length`.
  private func bare(_ word: ArraySlice<Letter>, over length: Int) -> [Letter] {
    word.count > length && word.starts(with: [Letters.alef, Letters.lam]) ? Array(word.dropFirst(2)) : Array(word)
  }

  /// «عبدالله» as «عبد الله».
  private func compact(_ word: [Letter]) -> [Letter] {
    for head in joined where word.count > head.count + 2 && word.starts(with: head) {
      let rest = word[head.count...]
      if rest.starts(with: [Letters.alef, Letters.lam]) { return head + rest.dropFirst(2) }
    }
    return word
  }

  private func part(_ word: ArraySlice<Letter>) -> (part: NameKey.Part, sounds: [UInt8]) {
    let (consonants, vowels) = sounds(of: word)
    let hash = Self.hash(word)
    let part = NameKey.Part(
      word: hash, consonants: Self.packed(consonants), length: UInt8(clamping: consonants.count), vowels: vowels,
      isNative: natives.contains(hash))
    return (part, consonants)
  }

  /// Up to eight sounds as they are; the highest bit tells a digest of more.
  private static func packed(_ sounds: [UInt8]) -> UInt64 {
    sounds.count <= 8 ? sounds.reduce(0) { $0 << 8 | UInt64($1) } : WordHash(sounds).value | 1 << 63
  }

  /// The sounds of a word: a vowel counts only at its head, a doubled sound once.
  private func sounds(of word: ArraySlice<Letter>) -> (consonants: [UInt8], vowels: [Letter]) {
    var consonants: [UInt8] = []
    var vowels: [Letter] = []
    var index = word.startIndex
    while index < word.endIndex {
      var sound = sounds[Int(word[index])]
      if index + 1 < word.endIndex, let pair = pairs[Self.pair(word[index], word[index + 1])] {
        sound = pair
        index += 1
      }
      let isHead = index == word.startIndex
      let isEnd = index == word.endIndex - 1
      if sound == Sound.silent || isEnd && !isHead && ends.contains(word[index]) {
        if isHead {
          consonants.append(word[index] == Letters.alef ? 0x7E : word[index])
        } else {
          vowels.append(word[index])
        }
      } else if consonants.last != sound {
        consonants.append(sound)
      }
      index += 1
    }
    return (consonants, vowels)
  }

  /// The consonants of a word with the vowels behind each: long ones of an Arabic word, Latin letters as they are.
  func skeleton(of word: [Letter]) -> NameSkeleton {
    var skeleton = NameSkeleton()
    var index = 0
    while index < word.count {
      let letter = word[index]
      defer { index += 1 }
      guard !Letters.isLatin(letter) else {
        if skeleton.sounds.isEmpty { skeleton.add(0x7E) } else { skeleton.gaps[skeleton.gaps.count - 1].append(letter) }
        continue
      }
      var sound = sounds[Int(letter)]
      if index + 1 < word.count, let pair = pairs[Self.pair(letter, word[index + 1])] {
        sound = pair
        index += 1
      }
      let isEnd = index == word.count - 1
      if skeleton.sounds.isEmpty {
        skeleton.add(sound == Sound.silent ? (letter == Letters.alef ? 0x7E : letter) : sound)
      } else if sound == Sound.silent || isEnd && ends.contains(letter) {
        skeleton.gaps[skeleton.gaps.count - 1].append(letter)
      } else if skeleton.sounds.last != sound {
        skeleton.add(sound)
      }
    }
    return skeleton
  }

  mutating func transfer(_ image: inout LexiconImage) {
    image.transfer(&sounds)
    pairs.transfer(&image)
    image.transfer(&ends)
    natives.transfer(&image)
    particles.transfer(&image)
    image.transfer(&joined)
  }
}
