/// The character references of HTML that pages of the press use.
///
/// - Source: HTML Living Standard, 13.5 "Named character references" (a part of them) and 13.2.5.80 (windows-1252 numbers).
enum HTMLReferences {
  /// The scalar of the reference whose `&` stands before `start`, and the byte after it.
  ///
  /// Names that HTML 4 had may lack their semicolon, and then the longest name that fits is taken: `&laquoقال`, `&nbsp5`.
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> (UInt32, end: Int)? {
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "#") { return number(bytes, after: start + 1) }
    var end = start
    while end < bytes.count, end - start < 10, isNameByte(bytes[end]) { end += 1 }
    var length = end - start
    let hasSemicolon = end < bytes.count && bytes[end] == UInt8(ascii: ";")
    while length >= 2 {
      let name = String(decoding: bytes[start..<start + length], as: UTF8.self)
      if let scalar = named[name] {
        if hasSemicolon, length == end - start { return (scalar, end + 1) }
        if scalar <= 0xFF { return (scalar, start + length) }
      }
      length -= 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> (UInt32, end: Int)? {
    var index = start
    let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x30, byte <= 0x39 {
        value = value * (isHexadecimal ? 16 : 10) + UInt32(byte - 0x30)
      } else if isHexadecimal, byte | 0x20 >= 0x61, byte | 0x20 <= 0x66 {
        value = value * 16 + UInt32(byte | 0x20) - 0x57
      } else {
        break
      }
      value = min(value, 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    if value == 0 || value > 0x10_FFFF { value = 0xFFFD }
    if value >= 0x80, value <= 0x9F { value = UInt32(windows1252[Int(value) - 0x80]) }
    return (value, index)
  }

  /// The scalars that numbers from 0x80 to 0x9F stand for on pages.
  private static let windows1252: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  private static let named: [String: UInt32] = {
    var names: [String: UInt32] = [
      "amp": 0x26, "AMP": 0x26, "lt": 0x3C, "LT": 0x3C, "gt": 0x3E, "GT": 0x3E, "quot": 0x22, "QUOT": 0x22,
      "apos": 0x27, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E,
      "rlm": 0x200F, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A,
      "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "dagger": 0x2020, "bull": 0x2022, "hellip": 0x2026,
      "permil": 0x2030, "prime": 0x2032, "Prime": 0x2033, "lsaquo": 0x2039, "rsaquo": 0x203A, "euro": 0x20AC,
      "trade": 0x2122, "larr": 0x2190, "rarr": 0x2192, "minus": 0x2212, "OElig": 0x152, "oelig": 0x153,
      "Scaron": 0x160, "scaron": 0x161, "Yuml": 0x178, "fnof": 0x192, "circ": 0x2C6, "tilde": 0x2DC, "hyphen": 0x2010,
      "comma": 0x2C, "period": 0x2E, "colon": 0x3A, "lpar": 0x28, "rpar": 0x29, "sol": 0x2F, "num": 0x23, "excl": 0x21,
    ]
    // U+00A0…U+00FF, in order.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
      para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
      Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
      Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
      igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
      thorn yuml
      """
    for (offset, name) in latin.split(separator: " ").enumerated() { names[String(name)] = 0xA0 + UInt32(offset) }
    return names
  }()
}
