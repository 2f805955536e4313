import Foundation
import Testing

@testable import Mahdar

private let words = ["أمس", "إلى", "آخر", "مؤتمر", "رئيس", "وزراء", "مُحَمَّدٌ", "شؤون", "نائباً", "هيئة"]

@Test(arguments: words)
func decomposedLettersAreTheirComposedForms(_ word: String) {
  let decomposed = word.decomposedStringWithCanonicalMapping
  #expect(FoldedText(decomposed).letters == FoldedText(word).letters)
}

@Test func presentationFormsAreTheirLetters() {
  // «الأمس», «سلام» with lam and alef as one sign, «محمد» in its forms.
  #expect(FoldedText("\u{FE8D}\u{FEF7}\u{FEE3}\u{FEB2}").letters == FoldedText("الأمس").letters)
  #expect(FoldedText("\u{FEB3}\u{FEFC}\u{FEE1}").letters == FoldedText("سلام").letters)
  #expect(FoldedText("\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA}").letters == FoldedText("محمد").letters)
}

@Test func spansOfDecomposedTextHoldTheirMarks() {
  let text = FoldedText("ا\u{654}مس")
  #expect(text.letters == FoldedText("أمس").letters)
  #expect(text.origin == [0, 4, 6, 8])
}
