import Testing

@testable import MahdarReaders

private let arabic =
  "قال وزير الخارجية في حديث له إن المباحثات التي جرت أمس مع الوفد كانت مثمرة، وأضاف أن الجانبين اتفقا على لقاء جديد"

private func isArabic(_ words: String, isMarkup: Bool = true) -> Bool {
  words.bytes.withUnsafeBufferPointer { PageLanguage.isArabic($0, isMarkup: isMarkup) }
}

@Test(arguments: [
  "وزیر امور خارجه گفت که گفتگوهای دیروز با هیئت میهمان در تهران مفید بود و دو طرف بر سر دیدار تازه‌ای توافق کردند",
  "وزير امور خارجه اعلام كرد كه اين ديدار با هيات مهمان در تهران انجام شد و براي دو كشور مفيد است",
  "وزیر خارجہ نے کہا ہے کہ کل مہمان وفد کے ساتھ ہونے والی بات چیت مفید رہی اور دونوں ممالک نئی ملاقات پر متفق ہو گئے",
  "د بهرنیو چارو وزیر وویل چې پرون یې له مېلمه پلاوي سره خبرې ګټورې وې او دواړه خواوې په نوې ناستې سلا شوې",
  "وەزیری دەرەوە گوتی گفتوگۆکانی دوێنێ لەگەڵ شاندی میوان سوودبەخش بوون و هەردوو لا لەسەر دیداری نوێ ڕێککەوتن",
  "تاشقى ئىشلار مىنىستىرى تۈنۈگۈنكى سۆھبەتلەرنىڭ ئۈنۈملۈك بولغانلىقىنى ۋە ئىككى تەرەپنىڭ يېڭى ئۇچرىشىشقا قوشۇلغانلىقىنى ئېيتتى",
  "The minister said yesterday that the talks of the two sides were fruitful, العربية", "", "قال",
  "Министр сказал вчера",
])
func otherLanguagesAreNotArabic(_ words: String) {
  #expect(!isArabic("<p>\(words)</p>") && !isArabic("<p>\(words) \(words)</p>"))
}

@Test(arguments: [
  arabic, "\(arabic) كما التقى گلبدین حکمتیار وپرویز چمران", "<script>var x = 'the quick brown fox';</script>\(arabic)",
  // Typed with the letters of another keyboard.
  arabic.replacing("ي", with: "ی").replacing("ك", with: "ک"),
  arabic.unicodeScalars.map { $0.value < 0x80 ? String($0) : "&#\($0.value);" }.joined(),
  arabic.unicodeScalars.map { $0.value < 0x80 ? String($0) : "&#x\(String($0.value, radix: 16))" }.joined(),
  "ذكر تقرير أن لقاء سريًا عُقد في فيينا بين وفدين، وأن اللقاء الذي دام ساعتين لم يعلن عنه من قبل",
])
func arabicPagesAreTold(_ words: String) { #expect(isArabic("<html><body><p>\(words)</p></body></html>")) }

@Test func arabicIsToldInItsCharsets() {
  let page = "<html><body><p>\(arabic.filter { $0 != "،" })</p></body></html>"
  func oneByte(_ table: [UInt16]) -> [UInt8] {
    page.unicodeScalars.compactMap { scalar -> UInt8? in
      if scalar.value < 0x80 { return UInt8(scalar.value) }
      return table.firstIndex(of: UInt16(scalar.value)).map { UInt8($0 + 0x80) }
    }
  }
  let wide = page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  for bytes in [oneByte(OneByteCharsets.windows1256), oneByte(OneByteCharsets.iso88596), wide, [0xFF, 0xFE] + wide] {
    #expect(bytes.withUnsafeBufferPointer { PageLanguage.isArabic($0, isMarkup: true) })
  }
}

/// What is Russian in windows-1251 has letters of Arabic in windows-1256.
@Test func otherOneByteCharsetsAreNotArabic() {
  var russian: [UInt8] = []
  for place in 0..<2000 { russian.append(place % 7 == 0 ? 0x20 : UInt8(0xE0 + place * 37 % 32)) }
  #expect(!russian.withUnsafeBufferPointer { PageLanguage.isArabic($0, isMarkup: true) })
}

@Test func scriptsAndStylesAndCommentsAreNoText() {
  for (open, close) in [("<script>", "</script>"), ("<STYLE>", "</Style>"), ("<!--", "-->"), ("<p title='", "'>")] {
    #expect(!isArabic("<p>The minister said yesterday.</p>\(open)\(arabic)\(close)<p>The end.</p>"))
  }
  #expect(isArabic("3 < 4 > \(arabic)", isMarkup: false))
}
