import Testing

@testable import Mahdar

@Test func foldingDropsMarksAndUnifiesLetters() {
  #expect(FoldedText("إِلـى").letters == FoldedText("الي").letters)
  #expect(FoldedText("ﻻﺀ").letters == FoldedText("لاء").letters)
}
