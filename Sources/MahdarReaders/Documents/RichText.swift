import Mahdar

/// A document of RTF: letters by code page or by their number in Unicode; pictures, headers, fields and hidden text left out,
/// footnotes at the end.
///
/// It is read here, for no library of Debian does it in process, and unrtf, a program, knows neither the code pages of fonts,
/// by which Arabic is written, nor a limit.
///
/// - Source: Rich Text Format Specification 1.9.1.
struct RichText {
  /// Groups nested deeper than this are read as if they stood at this depth.
  private static let depthLimit = 256
  private static let fontLimit = 10_000

  private struct State {
    var destination = Destination.text
    var isHidden = false
    /// Letters that stand for one of Unicode and are passed over after it.
    var fallback = 1
    var font = 0
    /// Whether the group began with `\*`: what is not known of such is passed over.
    var isOptional = false
  }

  private enum Destination { case text, note, fonts, title, author, created, skipped }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var states = [State()]
  /// Groups that were opened beyond the limit.
  private var overflow = 0
  private var text = DocumentText()
  /// The paragraph, note or property that is being read.
  private var paragraph = ""
  private var note = ""
  private var property = ""
  /// Bytes in the code page of the font, which may take two for a letter.
  private var pending: [UInt8] = []
  private var codePage = "windows-1252"
  private var fonts: [Int: String] = [:]
  private var skipped = 0
  private var highSurrogate: UInt32?
  private var date: [String: Int] = [:]

  static func article(_ bytes: UnsafeBufferPointer<UInt8>, id: String) throws(InputError) -> Article {
    guard bytes.starts(with: "{\\rtf".utf8) else {
      throw InputError(.unreadable, "broken: it does not begin as RTF does", id: id)
    }
    var reading = RichText(bytes)
    reading.read()
    return try reading.text.article(id: id, kind: "RTF")
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var state: State {
    get { states[states.count - 1] }
    set { states[states.count - 1] = newValue }
  }

  private mutating func read() {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"): openGroup()
      case UInt8(ascii: "}"): closeGroup()
      case UInt8(ascii: "\\"): control()
      case 0x0A, 0x0D: break
      default: addByte(byte)
      }
    }
    while states.count > 1 { closeGroup() }
    endParagraph()
    if let year = date["yr"], let month = date["mo"], let day = date["dy"] {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      text.created = PublicationDate.sound("\(year)-\(two(month))-\(two(day))")
    }
  }

  // MARK: Groups

  private mutating func openGroup() {
    flush()
    skipped = 0
    guard states.count < Self.depthLimit else {
      overflow += 1
      return
    }
    states.append(state)
    state.isOptional = false
  }

  private mutating func closeGroup() {
    flush()
    skipped = 0
    if overflow > 0 {
      overflow -= 1
      return
    }
    guard states.count > 1, let closed = states.popLast() else { return }
    guard closed.destination != state.destination else { return }
    switch closed.destination {
    case .note:
      text.addNote(note)
      note = ""
    case .title: text.title = property
    case .author: text.author = property
    default: break
    }
    property = ""
  }

  // MARK: Text

  private mutating func addByte(_ byte: UInt8) {
    if skipped > 0 {
      skipped -= 1
    } else if state.destination != .skipped, state.destination != .fonts, !state.isHidden {
      pending.append(byte)
    }
  }

  /// Decodes the bytes that wait.
  private mutating func flush() {
    if highSurrogate != nil, !pending.isEmpty { highSurrogate = nil }
    guard !pending.isEmpty else { return }
    let charset = Charset(label: fonts[state.font] ?? codePage) ?? .windows1252
    append(pending.withUnsafeBufferPointer { charset.decode($0) })
    pending = []
  }

  private mutating func append(_ words: String) {
    switch state.destination {
    case .text: paragraph += words
    case .note: note += words
    case .title, .author: property += words
    case .created, .fonts, .skipped: break
    }
  }

  private mutating func add(_ words: String) {
    flush()
    if !state.isHidden { append(words) }
  }

  private mutating func add(unit: Int) {
    flush()
    skipped = state.fallback
    let value = UInt32(truncatingIfNeeded: unit < 0 ? unit + 0x10000 : unit)
    guard !state.isHidden else { return }
    if (0xD800...0xDBFF).contains(value) {
      highSurrogate = value
      return
    }
    if let high = highSurrogate, (0xDC00...0xDFFF).contains(value) {
      highSurrogate = nil
      if let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (value - 0xDC00)) {
        append(String(Character(scalar)))
      }
      return
    }
    append(Unicode.Scalar(value).map { String(Character($0)) } ?? "\u{FFFD}")
  }

  private mutating func endParagraph() {
    flush()
    guard state.destination == .text else { return append(" ") }
    text.add(paragraph)
    paragraph = ""
  }

  // MARK: Control words

  private mutating func control() {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "'"):
      guard index + 1 < bytes.count, let high = MailEncoding.hexadecimal(bytes[index]),
        let low = MailEncoding.hexadecimal(bytes[index + 1])
      else { return }
      index += 2
      addByte(high << 4 | low)
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): addByte(byte)
    case UInt8(ascii: "~"): add(" ")
    case UInt8(ascii: "_"): add("-")
    case UInt8(ascii: "*"): state.isOptional = true
    case 0x0A, 0x0D: endParagraph()
    case 0x61...0x7A, 0x41...0x5A:
      index -= 1
      word()
    default: break
    }
  }

  private mutating func word() {
    let start = index
    while index < bytes.count, index - start < 32, bytes[index] | 0x20 >= 0x61, bytes[index] | 0x20 <= 0x7A {
      index += 1
    }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    var number: Int?
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") {
      isNegative = true
      index += 1
    }
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
      number = min((number ?? 0) * 10 + Int(bytes[index]) - 0x30, 1 << 31)
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    apply(name, number.map { isNegative ? -$0 : $0 })
  }

  private mutating func apply(_ name: String, _ number: Int?) {
    if let destination = Self.destinations[name] {
      flush()
      state.destination = state.destination == .skipped ? .skipped : destination
      return
    }
    if state.isOptional, !Self.known.contains(name) {
      flush()
      state.destination = .skipped
      return
    }
    switch name {
    case "par", "sect", "page", "line", "row": endParagraph()
    case "tab", "cell", "nestcell": add(" ")
    case "u": add(unit: number ?? 0xFFFD)
    case "uc": state.fallback = min(max(number ?? 1, 0), 100)
    case "ansicpg": codePage = number.map { $0 == 0 ? "windows-1252" : "cp\($0)" } ?? codePage
    case "mac": codePage = "macintosh"
    case "bin":
      flush()
      index += min(max(number ?? 0, 0), bytes.count - index)
    case "v": hide(number != 0)
    case "deleted": hide(number != 0)
    case "plain":
      flush()
      state.isHidden = false
    case "f", "af": selectFont(number ?? 0, isOther: name == "af")
    case "fcharset": addFont(number ?? 0)
    case "yr", "mo", "dy", "hr", "min": if state.destination == .created, let number { date[name] = number }
    default: if let mark = Self.marks[name] { add(mark) }
    }
  }

  private mutating func hide(_ isHidden: Bool) {
    flush()
    state.isHidden = isHidden
  }

  private mutating func selectFont(_ number: Int, isOther: Bool) {
    // The associated font is that of the other script, which the text is not written by here.
    guard !isOther else { return }
    flush()
    state.font = number
  }

  private mutating func addFont(_ charset: Int) {
    guard state.destination == .fonts, fonts.count < Self.fontLimit else { return }
    fonts[state.font] = Self.codePages[charset]
  }

  /// The charsets of fonts.
  private static let codePages = [
    128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255",
    178: "cp1256", 179: "cp1256", 180: "cp1256", 186: "cp1257", 204: "cp1251", 222: "windows-874", 238: "cp1250",
  ]

  private static let marks = [
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "zwj": "\u{200D}", "zwnj": "\u{200C}",
  ]

  private static let known: Set<String> = ["u", "uc", "f", "v", "fcharset"]

  private static let destinations: [String: Destination] = {
    var destinations: [String: Destination] = [
      "fonttbl": .fonts, "footnote": .note, "title": .title, "author": .author, "creatim": .created,
    ]
    let skipped = """
      colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst listtable \
      listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles filetbl annotation \
      atnid atnauthor atndate xmlnstbl bkmkstart bkmkend nonshppict shpinst revtim printim buptim operator company subject \
      keywords doccomm category manager comment hlinkbase userprops mmathPr wgrffmtfilter pnseclvl listtext pntext
      """
    for name in skipped.split(separator: " ") where name != "info" { destinations[String(name)] = .skipped }
    return destinations
  }()
}
