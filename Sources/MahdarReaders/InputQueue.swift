import Foundation

/// The inputs of a run as pieces of work, in order: batches of lines, whole files, and what could not be opened.
///
/// Folders are walked in the order of their names' bytes, subfolders and files alike; hidden names, links to folders,
/// links to nothing, files that are no input by their names, and `gold.jsonl`, which holds the articles once
/// more with marks, are passed over. Archives are walked as folders are, in their own order.
///
/// Unchecked, for its reader is no value: nothing else holds it, and a queue can't be copied.
public struct InputQueue: ~Copyable, @unchecked Sendable {
  public enum Piece: Sendable {
    /// Lines of JSON Lines, or objects of a JSON document.
    case lines(LineBatch)
    case file(path: String, id: String, format: InputFormat)
    /// Bytes that were read already: standard input, a pipe, a file whose name no `String` holds.
    /// With what is known of it from elsewhere.
    case content(path: String, id: String, bytes: [UInt8], format: InputFormat, context: InputContext? = nil)
    case failure(InputError)
  }

  private enum Entry: Sendable {
    case input(String)
    case piece(Piece)
    case found(InputPath)
    case folder(InputPath, depth: Int)
    case failure(InputError)
  }

  /// The file of a folder in which its articles are marked: they would come twice.
  static let marks = "gold.jsonl"

  /// Folders nested deeper than this are refused.
  private static let depthLimit = 64

  /// What is left to read, the next last.
  private var entries: [Entry]
  private var reader: (any PieceReader)?
  /// The files that were opened, whatever names lead to them: each is read once.
  private var files: Set<FileIdentity> = []

  private struct FileIdentity: Hashable { var device, number: UInt64 }
  private let format: InputFormat?
  private let fetcher: (any AddressFetching)?
  private let opener: InputOpener

  /// - Parameters:
  ///   - format: the format of every input; nil to tell it from names and first bytes.
  ///   - mapping: names of columns and members, before what their names tell.
  ///   - fetcher: who asks inputs that are addresses; without one they are refused.
  ///   - note: told once of each input which column was taken for what.
  public init(
    _ inputs: [String], format: InputFormat? = nil, mapping: FieldMapping? = nil, fetcher: (any AddressFetching)? = nil,
    note: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    entries = inputs.reversed().map(Entry.input)
    self.format = format
    self.fetcher = fetcher
    opener = InputOpener(mapping: mapping, note: note)
  }

  /// Pieces that were made elsewhere.
  package init(pieces: [Piece]) {
    entries = pieces.reversed().map(Entry.piece)
    format = nil
    fetcher = nil
    opener = InputOpener()
  }

  /// What is passed over, as far as was read.
  public var tally: InputTally { opener.tally }

  /// The next piece; nil when all is read.
  public mutating func next() -> Piece? {
    while true {
      do {
        if let piece = try reader?.next() { return piece }
        reader = nil
        guard let entry = entries.popLast() else { return nil }
        try open(entry)
      } catch {
        reader = nil
        return .failure(error)
      }
    }
  }

  private mutating func open(_ entry: Entry) throws(InputError) {
    switch entry {
    case .piece(let piece): reader = WholeInput(piece)
    case .input("-"): try open(InputFile.standardInput(), format: format)
    case .input(let address) where WebAddress.isAddress(address): reader = try fetch(address)
    case .input(let argument):
      let path = InputPath(argument: argument)
      guard let state = path.state(followingLinks: true) else { throw InputFile.failure(path.text) }
      switch state.st_mode & S_IFMT {
      case S_IFDIR: try walk(path, depth: 0)
      case S_IFREG where !isNew(state): break
      case S_IFREG: try open(InputFile(opening: path), at: path, format: format)
      default: try open(InputFile(opening: path), format: format)
      }
    case .found(let path):
      if let state = path.state(followingLinks: true), !isNew(state) { break }
      try open(InputFile(opening: path), at: path)
    case .folder(let path, let depth): try walk(path, depth: depth)
    case .failure(let error): throw error
    }
  }

  private mutating func isNew(_ state: stat) -> Bool {
    files.insert(FileIdentity(device: UInt64(state.st_dev), number: UInt64(state.st_ino))).inserted
  }

  /// What an address of the web answers.
  private func fetch(_ address: String) throws(InputError) -> any PieceReader {
    guard let fetcher else { throw InputError(.unreadable, "is an address, and here only files are read", id: address) }
    let answer: AddressAnswer
    do throws(AddressError) {
      answer = try fetcher.fetch(AddressRequest(address))
    } catch {
      // The place of the error tells the address already.
      let start = address + ": "
      let message = error.message.hasPrefix(start) ? String(error.message.dropFirst(start.count)) : error.message
      throw InputError(.unreadable, message, id: address)
    }
    let format = self.format ?? answer.format
    if format.isOneArticle || format == .feed {
      return WholeInput(
        .content(path: answer.address, id: answer.address, bytes: answer.body, format: format, context: answer.context))
    }
    return try opener.open(
      HeldBytes(answer.body), path: answer.address, name: "", format: format,
      layers: InputOpener.Layers(budget: UnpackingBudget(of: nil)))
  }

  /// - Parameter path: where it lies, unless it is a pipe, which tells its format by its first bytes alone.
  private mutating func open(_ file: InputFile, at path: InputPath? = nil, format: InputFormat? = nil)
    throws(InputError)
  {
    reader = try opener.open(
      file, path: file.path, name: path?.text ?? "", format: format,
      layers: InputOpener.Layers(budget: UnpackingBudget(of: file)), file: path)
  }

  private mutating func walk(_ folder: InputPath, depth: Int) throws(InputError) {
    guard depth < Self.depthLimit else {
      throw InputError(.unreadable, "can't be read: folders nested more than \(Self.depthLimit) deep", id: folder.text)
    }
    guard let directory = folder.withCString({ opendir($0) }) else { throw InputFile.failure(folder.text) }
    defer { closedir(directory) }
    var found: [(name: [UInt8], entry: Entry)] = []
    while true {
      errno = 0
      guard let item = readdir(directory) else { break }
      let name = withUnsafeBytes(of: &item.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first == UInt8(ascii: ".") || name.elementsEqual(Self.marks.utf8) { continue }
      if let entry = Self.entry(folder.appending(name), depth: depth + 1) { found.append((name, entry)) }
    }
    // What was listed before is read all the same.
    if errno != 0 { entries.append(.failure(InputFile.failure(folder.text))) }
    found.sort { $0.name.lexicographicallyPrecedes($1.name) }
    entries.append(contentsOf: found.reversed().map(\.entry))
  }

  /// Whether a file of XML is a feed: of other XML there is much that is no news.
  private static func isFeed(_ path: InputPath) -> Bool {
    guard path.text.lowercased().hasSuffix(".xml"), let state = path.state(followingLinks: true),
      state.st_mode & S_IFMT == S_IFREG
    else { return false }
    var bytes: [UInt8] = []
    do throws(InputError) {
      _ = try InputFile(opening: path).read(InputFormat.sniffed, onto: &bytes)
    } catch {
      // Whoever may not read it may not know what it is.
      return false
    }
    return InputFormat(sniffing: bytes) == .feed
  }

  /// What a name of a folder stands for; nil when it is to be passed over.
  private static func entry(_ path: InputPath, depth: Int) -> Entry? {
    guard let named = path.state(followingLinks: false) else { return .failure(InputFile.failure(path.text)) }
    if named.st_mode & S_IFMT == S_IFDIR { return .folder(path, depth: depth) }
    guard Packing.isReadable(path.text) || isFeed(path) else { return nil }
    guard let target = path.state(followingLinks: true) else {
      // A link to a file that is gone is none of ours.
      return errno == ENOENT ? nil : .failure(InputFile.failure(path.text))
    }
    switch target.st_mode & S_IFMT {
    case S_IFREG: return .found(path)
    // A link to a folder: what is in it is read where it stands, or may lead round in a circle.
    case S_IFDIR: return nil
    // A pipe among files may never come to an end.
    default: return .failure(InputError(.unreadable, "is no file (name it alone to read it)", id: path.text))
    }
  }
}
