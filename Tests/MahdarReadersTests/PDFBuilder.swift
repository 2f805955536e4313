/// A PDF of words at places, as they are seen: no font is in it, only what its signs stand for.
struct PDFBuilder {
  private var objects: [String] = []
  private var pages: [Int] = []
  private let information: String

  init(information: String = "") {
    self.information = information
    // Catalog, pages, font and what its signs stand for; written at the end.
    objects = ["", "", "", "", "", ""]
  }

  /// - Parameter lines: the right end of each, its lower end in points from below, its size, its letters as they are read.
  mutating func addPage(_ lines: [(right: Int, bottom: Int, size: Int, text: String)]) {
    var content = "BT\n"
    for line in lines {
      let letters = Array(line.text.unicodeScalars.reversed())
      let left = line.right - letters.count * line.size / 2
      let signs = letters.map { String($0.value, radix: 16).leftPadded(4) }.joined()
      content += "/F1 \(line.size) Tf 1 0 0 1 \(left) \(line.bottom) Tm <\(signs)> Tj\n"
    }
    content += "ET"
    objects.append("<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream")
    objects.append(
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents \(objects.count) 0 R>>")
    pages.append(objects.count)
  }

  /// A page that is a picture.
  mutating func addPicture() {
    objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<>>>>")
    pages.append(objects.count)
  }

  var bytes: [UInt8] {
    var objects = objects
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      2 beginbfrange <0020> <00FF> <0020> <0600> <06FF> <0600> endbfrange endcmap end end
      """
    objects[0] = "<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = "<</Type/Pages/Count \(pages.count)/Kids[\(pages.map { "\($0) 0 R" }.joined(separator: " "))]>>"
    objects[2] = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>"
    objects[3] =
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>"
    objects[4] = "<</Length \(map.utf8.count)>>\nstream\n\(map)\nendstream"
    objects[5] = "<<\(information)>>"
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { text += String(place).leftPadded(10) + " 00000 n \n" }
    text += "trailer <</Size \(objects.count + 1)/Root 1 0 R/Info 6 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }
}

extension String {
  fileprivate func leftPadded(_ count: Int) -> String {
    String(repeating: "0", count: max(0, count - self.count)) + self
  }
}
