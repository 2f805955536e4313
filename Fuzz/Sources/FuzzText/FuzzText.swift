import Mahdar
import MahdarReaders

private let labels = [
  nil, "utf-8", "windows-1256", "iso-8859-6", "x-mac-arabic", "dos-720", "ibm864", "iso-8859-1", "utf-16", "gbk",
  "shift_jis",
  "iso-2022-jp", "windows-1251", "nonsense",
]

/// Decodes and mends a text: the first byte tells the charset that is declared.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return -1 }
  let content = Array(bytes.dropFirst())
  let context = InputContext(origin: "http", charset: labels[Int(first) % labels.count])
  let once = read(content, context)
  precondition(once == read(content, context), "two readings differ")
  return 0
}

private func read(_ bytes: [UInt8], _ context: InputContext) -> [String] {
  var told: [String] = []
  let piece = InputQueue.Piece.content(path: "a", id: "a", bytes: bytes, format: .text, context: context)
  ArticleReader().forEach(in: piece) { article in
    switch article {
    case .failure(let error): told.append(error.message)
    case .success(let article):
      precondition(!article.text.utf8.contains(0), "U+0000")
      // A byte of a charset becomes three of UTF-8 at most, a sign that is drawn as words some more.
      precondition(article.text.utf8.count <= bytes.count * 36 + 64, "a text that grows")
      told += [article.text, article.title ?? ""] + article.remarks
    }
  }
  return told
}
