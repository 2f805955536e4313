import Foundation

/// Letters in the shape that they have in a word, as fonts and old files write them: U+FB50…U+FEFC.
enum PresentationForms {
  struct Form {
    /// What it stands for, in the order of reading.
    var letters: [Unicode.Scalar]
    var joinsBefore: Bool
    var joinsAfter: Bool
  }

  static func contains(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0xFB50 && scalar.value <= 0xFEFC }

  /// nil for a scalar that is no form of letters.
  static func form(_ scalar: Unicode.Scalar) -> Form? { contains(scalar) ? forms[scalar.value] : nil }

  private static let forms: [UInt32: Form] = {
    var forms: [UInt32: Form] = [:]
    for value in [0xFB50...0xFDF9, 0xFE70...0xFEFC].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)), let name = scalar.properties.name else { continue }
      let letters = String(Character(scalar)).precomposedStringWithCompatibilityMapping.unicodeScalars
      guard letters.first != scalar else { continue }
      forms[scalar.value] = Form(
        letters: letters.filter { $0 != " " },
        joinsBefore: name.hasSuffix("FINAL FORM") || name.hasSuffix("MEDIAL FORM"),
        joinsAfter: name.hasSuffix("INITIAL FORM") || name.hasSuffix("MEDIAL FORM"))
    }
    return forms
  }()
}
