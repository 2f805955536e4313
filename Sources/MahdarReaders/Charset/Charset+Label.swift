extension Charset {
  /// The charset that a label of HTTP, HTML or MIME names; nil for names that are not of the list.
  public init?(label: String) {
    let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    guard let name = Self.names[label] else { return nil }
    self.init(rawValue: name)
  }

  /// Names by labels.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in labels.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for word in words { names[word.lowercased()] = words[0] }
    }
    return names
  }()

  /// A line for each charset: its name, then its other labels.
  ///
  /// - Source: WHATWG Encoding Standard, "Names and labels"; MacArabic and DOS's code pages from IANA and Microsoft. Big5
  ///   and the like are named as `iconv` knows what browsers take them for.
  private static let labels = """
    UTF-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8
    UTF-16LE utf-16 ucs-2 iso-10646-ucs-2 csunicode unicode unicodefeff
    UTF-16BE unicodefffe
    windows-1256 cp1256 x-cp1256 cswindows1256
    ISO-8859-6 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 iso-8859-6-e iso-8859-6-i iso-ir-127 arabic asmo-708 \
    ecma-114 csisolatinarabic csiso88596e csiso88596i
    MacArabic x-mac-arabic x-macarabic
    DOS-720 cp720 ibm720 dos720
    CP864 ibm864 ibm-864 csibm864
    windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 latin1 l1 \
    csisolatin1 cp819 ibm819 ascii us-ascii ansi_x3.4-1968
    ISO-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 latin2 l2 csisolatin2
    ISO-8859-3 iso8859-3 iso88593 iso_8859-3 latin3 l3
    ISO-8859-4 iso8859-4 iso88594 iso_8859-4 latin4 l4
    ISO-8859-5 iso8859-5 iso88595 iso_8859-5 cyrillic csisolatincyrillic
    ISO-8859-7 iso8859-7 iso88597 iso_8859-7 greek greek8 ecma-118 elot_928 sun_eu_greek csisolatingreek
    ISO-8859-8 iso8859-8 iso88598 iso_8859-8 iso-8859-8-e iso-8859-8-i hebrew visual logical csisolatinhebrew
    ISO-8859-10 iso8859-10 iso885910 latin6 l6
    ISO-8859-13 iso8859-13 iso885913
    ISO-8859-14 iso8859-14 iso885914
    ISO-8859-15 iso8859-15 iso885915 iso_8859-15 l9 csisolatin9
    ISO-8859-16 iso8859-16
    KOI8-R koi koi8 koi8_r cskoi8r
    KOI8-U koi8-ru
    MACINTOSH mac x-mac-roman csmacintosh
    CP866 866 ibm866 csibm866
    CP874 windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
    windows-1250 cp1250 x-cp1250
    windows-1251 cp1251 x-cp1251
    windows-1253 cp1253 x-cp1253
    windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5
    windows-1255 cp1255 x-cp1255
    windows-1257 cp1257 x-cp1257
    windows-1258 cp1258 x-cp1258
    GB18030 gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese csgb2312 iso-ir-58
    BIG5-HKSCS big5 big5-hkscs cn-big5 x-x-big5 csbig5
    EUC-JP x-euc-jp cseucpkdfmtjapanese
    ISO-2022-JP csiso2022jp
    CP932 shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis
    UHC euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 iso-ir-149 cseuckr
    """
}
