/// A JSON document, with what its members are where they have other names than ours.
final class DocumentInput: PieceReader {
  private var document: JSONDocument
  private let opener: InputOpener
  private var isStart = true

  init(_ bytes: [UInt8], path: String, opener: InputOpener) {
    document = JSONDocument(bytes, path: path, given: opener.mapping)
    self.opener = opener
  }

  func next() throws(InputError) -> InputQueue.Piece? {
    guard let batch = try document.next() else { return nil }
    if isStart, let mapping = batch.mapping { opener.tell(mapping, of: batch.source) }
    isStart = false
    return .lines(batch)
  }
}
