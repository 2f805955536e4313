/// A line of the terminal view as runs of one direction and ink, and how it is broken into lines.
struct TerminalRuns {
  struct Run {
    var text: String
    var isIsolated: Bool
    var ink: TerminalStyle.Ink?
  }

  private(set) var runs: [Run] = []

  /// Words of an article, isolated from what is around them.
  static func words(_ text: String) -> TerminalRuns {
    TerminalRuns(runs: [Run(text: TerminalText.cleaned(text), isIsolated: true, ink: nil)])
  }

  /// Text of the program's own, in Latin letters.
  static func plain(_ text: String, _ ink: TerminalStyle.Ink? = nil) -> TerminalRuns {
    TerminalRuns(runs: [Run(text: text, isIsolated: false, ink: ink)])
  }

  static func + (left: TerminalRuns, right: TerminalRuns) -> TerminalRuns { TerminalRuns(runs: left.runs + right.runs) }
  static func += (left: inout TerminalRuns, right: TerminalRuns) { left.runs += right.runs }

  static func joined(_ items: [TerminalRuns], _ separator: String) -> TerminalRuns {
    var joined = TerminalRuns()
    for (index, item) in items.enumerated() {
      if index > 0 { joined += .plain(separator) }
      joined += item
    }
    return joined
  }

  func inked(_ ink: TerminalStyle.Ink) -> TerminalRuns {
    TerminalRuns(runs: runs.map { Run(text: $0.text, isIsolated: $0.isIsolated, ink: ink) })
  }

  private struct Word {
    var text: Substring
    var run: Int
    /// Whether a space parts it from the word before.
    var isSpaced: Bool
  }

  /// The runs in lines of at most `columns`, broken at spaces; every isolated run is closed at the end of its line.
  func lines(_ columns: Int, _ style: TerminalStyle) -> [String] {
    var lines: [[Word]] = [[]]
    var used = 0
    for word in spacedWords() {
      let width = TerminalText.width(word.text)
      if used > 0, word.isSpaced, used + 1 + width > columns {
        lines.append([])
        used = 0
      }
      used += width + (word.isSpaced && used > 0 ? 1 : 0)
      lines[lines.count - 1].append(word)
    }
    return lines.map { rendered($0, style) }
  }

  private func spacedWords() -> [Word] {
    var words: [Word] = []
    var isSpaced = false
    for (index, run) in runs.enumerated() {
      isSpaced = isSpaced || run.text.first == " "
      for text in run.text.split(separator: " ") {
        words.append(Word(text: text, run: index, isSpaced: isSpaced))
        isSpaced = true
      }
      isSpaced = run.text.last == " " || run.text.isEmpty && isSpaced
    }
    return words
  }

  private func rendered(_ words: [Word], _ style: TerminalStyle) -> String {
    var line = ""
    var index = 0
    while index < words.count {
      let run = runs[words[index].run]
      var text = ""
      if index > 0, words[index].isSpaced { line += " " }
      let first = index
      while index < words.count, words[index].run == words[first].run {
        if index > first, words[index].isSpaced { text += " " }
        text += words[index].text
        index += 1
      }
      if run.isIsolated { text = "\u{2068}\(text)\u{2069}" }
      line += run.ink.map { style.paint(text, $0) } ?? text
    }
    return line
  }
}
