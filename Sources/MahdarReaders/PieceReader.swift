/// Reads pieces of work off one input, in order.
protocol PieceReader: AnyObject {
  /// The next piece; nil at the end.
  ///
  /// - Errors: what ends the reading of this input.
  func next() throws(InputError) -> InputQueue.Piece?
}
