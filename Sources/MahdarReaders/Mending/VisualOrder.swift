/// Lines whose letters stand in the order in which they are seen, from left to right, as bad PDF text has them.
///
/// Each line is judged by its pairs of letters, read both ways, and by the forms of letters where it has any.
enum VisualOrder {
  /// Half bits by which the pairs must speak for reading a line from its end.
  private static let margin = 20
  /// By so much a line speaks for itself; short lines of sound text reach 35 (one in 40,000 of the press).
  private static let sure = 45
  /// What a pair of forms that join only one way speaks for it.
  private static let joint = 8

  /// The text with such lines in the order of reading; nil where it has none.
  static func mended(_ text: String) -> String? {
    let leanings = leanings(text)
    let isAllVisual = !leanings.contains { $0 < -margin }
    // Less than sure is enough where several lines agree and none speaks against it.
    guard leanings.contains(where: { $0 > sure }) || isAllVisual && leanings.count(where: { $0 > margin }) > 1 else {
      return nil
    }
    var isVisual = isAllVisual
    var mended = String.UnicodeScalarView()
    for (index, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { mended.append("\n") }
      // A line that tells little is as those around it.
      if !isAllVisual, abs(leanings[index]) > margin { isVisual = leanings[index] > 0 }
      let isReversed = abs(leanings[index]) > margin / 2 ? leanings[index] > 0 : isVisual
      mended.append(contentsOf: isReversed ? reversed(Array(line)) : Array(line))
    }
    return String(mended)
  }

  /// For each line how much speaks for reading it from its end rather than as it stands; 0 for one without Arabic.
  private static func leanings(_ text: String) -> [Int] {
    var leanings: [Int] = []
    var leaning = Leaning()
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        leanings.append(leaning.end())
        leaning = Leaning()
      } else {
        leaning.add(scalar)
      }
    }
    return leanings + [leaning.end()]
  }

  private struct Leaning {
    private var sum = 0
    /// The letters that the last sign begins and ends with, as it is read.
    private var first = LetterPairs.border
    private var last = LetterPairs.border
    private var form: PresentationForms.Form?

    mutating func add(_ scalar: Unicode.Scalar) {
      if LetterPairs.isTransparent(scalar.value) { return }
      let form = PresentationForms.form(scalar)
      if let form {
        if let before = self.form {
          if before.joinsAfter, form.joinsBefore { sum -= joint }
          if before.joinsBefore, form.joinsAfter { sum += joint }
        }
        let letters = form.letters.lazy.filter { !LetterPairs.isTransparent($0.value) }
        add(LetterPairs.letter(letters.first?.value ?? 0), LetterPairs.letter(letters.last?.value ?? 0))
      } else {
        let letter = LetterPairs.letter(scalar.value)
        add(letter, letter)
      }
      self.form = form
    }

    private mutating func add(_ nextFirst: Int, _ nextLast: Int) {
      if first != LetterPairs.border || nextFirst != LetterPairs.border {
        sum += LetterPairs.gain(nextLast, first) - LetterPairs.gain(last, nextFirst)
      }
      (first, last) = (nextFirst, nextLast)
    }

    mutating func end() -> Int {
      add(LetterPairs.border, LetterPairs.border)
      return sum
    }
  }

  private static func letters(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    PresentationForms.form(scalar)?.letters ?? [scalar]
  }

  /// A line from its end, forms as letters; numbers and words in Latin letters, which are seen as they are read, kept.
  ///
  /// - Parameter marksFollow: whether signs of vowels stand after their letters; else before them, as whatever turns a line
  ///   letter by letter puts them.
  static func reversed(_ line: [Unicode.Scalar], marksFollow: Bool = false) -> [Unicode.Scalar] {
    var units: [Range<Int>] = []
    var index = 0
    while index < line.count {
      var end = isLatin(line[index]) ? latinEnd(line, index) : isDigit(line[index]) ? numberEnd(line, index) : index + 1
      while marksFollow, end == index + 1 || isMark(line[end - 1]), end < line.count, isMark(line[end]),
        isArabic(line[index])
      {
        end += 1
      }
      units.append(index..<end)
      index = end
    }
    let isMirrored = isMirrored(line, units)
    var reversed: [Unicode.Scalar] = []
    reversed.reserveCapacity(line.count)
    for unit in units.reversed() {
      if unit.count > 1 || isLatin(line[unit.lowerBound]) {
        reversed.append(contentsOf: line[unit].flatMap(letters))
      } else {
        let scalar = line[unit.lowerBound]
        reversed.append(contentsOf: letters(isMirrored ? mirror[scalar] ?? scalar : scalar))
      }
    }
    return reversed
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
      || (0xC0...0x24F).contains(scalar.value)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x64B...0x655).contains(scalar.value) || scalar.value == 0x670
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0x660...0x669).contains(scalar.value)
      || (0x6F0...0x6F9).contains(scalar.value)
  }

  static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    (0x600...0x77F).contains(scalar.value) && !isDigit(scalar) || PresentationForms.contains(scalar)
  }

  /// The end of words in Latin letters, numbers and marks between them included.
  private static func latinEnd(_ line: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start + 1
    var index = end
    while index < line.count, !isArabic(line[index]), mirror[line[index]] == nil {
      if isLatin(line[index]) || isDigit(line[index]) { end = index + 1 }
      index += 1
    }
    return end
  }

  /// The end of a number: digits, single marks between digits, a sign of per cent.
  private static func numberEnd(_ line: [Unicode.Scalar], _ start: Int) -> Int {
    let marks: Set<Unicode.Scalar> = [".", ",", ":", "/", "-", "\u{66B}", "\u{66C}", "\u{60C}"]
    var end = start + 1
    while end < line.count {
      if isDigit(line[end]) || line[end] == "%" || line[end] == "\u{66A}" {
        end += 1
      } else if end + 1 < line.count, marks.contains(line[end]), isDigit(line[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Brackets turn with the order of reading, but some programs turn the letters alone.
  private static func isMirrored(_ line: [Unicode.Scalar], _ units: [Range<Int>]) -> Bool {
    for unit in units.reversed() where unit.count == 1 {
      let scalar = line[unit.lowerBound]
      if opening.contains(scalar) { return false }
      if mirror[scalar] != nil { return true }
    }
    return true
  }

  private static let opening: Set<Unicode.Scalar> = ["(", "[", "{", "«", "‹"]
  private static let mirror: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«", "‹": "›", "›": "‹",
  ]
}
