/// An input that is one piece.
final class WholeInput: PieceReader {
  private var piece: InputQueue.Piece?

  init(_ piece: InputQueue.Piece) { self.piece = piece }

  func next() -> InputQueue.Piece? {
    defer { piece = nil }
    return piece
  }
}
