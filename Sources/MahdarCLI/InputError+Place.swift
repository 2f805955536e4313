import MahdarReaders

extension InputError {
  /// Where it stands, for a line that goes on with what is wrong: `articles.jsonl, line 3, 'a1': `
  var place: String {
    let place = [
      file.map { $0 == "-" ? "standard input" : $0 }, line.map { "line \($0)" }, id.map { "'\($0.prefix(200))'" },
    ].compactMap { $0 }
    return place.isEmpty ? "" : place.joined(separator: ", ") + ": "
  }
}
