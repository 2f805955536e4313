import Foundation

/// The inputs of a run as pieces of work, in order: batches of lines, whole files, and what could not be opened.
///
/// Folders are walked in the order of their names' bytes, subfolders and files alike; hidden names, links to folders,
/// links to nothing, files that are no text, HTML or JSON by their names, and `gold.jsonl`, which holds the articles once
/// more with marks, are passed over.
public struct InputQueue: ~Copyable, Sendable {
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
    case found(InputPath, InputFormat)
    case folder(InputPath, depth: Int)
    case failure(InputError)
  }

  /// The file of a folder in which its articles are marked: they would come twice.
  private static let marks = "gold.jsonl"

  /// Folders nested deeper than this are refused.
  private static let depthLimit = 64

  /// What is left to read, the next last.
  private var entries: [Entry]
  private var reader: LineReader?
  private var document: JSONDocument?
  private var mailbox: MailboxReader?
  /// The files that were opened, whatever names lead to them: each is read once.
  private var files: Set<FileIdentity> = []

  private struct FileIdentity: Hashable { var device, number: UInt64 }
  private let format: InputFormat?

  /// - Parameter format: the format of every input; nil to tell it from names and first bytes.
  public init(_ inputs: [String], format: InputFormat? = nil) {
    entries = inputs.reversed().map(Entry.input)
    self.format = format
  }

  /// The next piece; nil when all is read.
  public mutating func next() -> Piece? {
    while true {
      do {
        if let batch = try reader?.next() { return .lines(batch) }
        reader = nil
        if let batch = try document?.next() { return .lines(batch) }
        document = nil
        if let message = try mailbox?.next() { return message }
        mailbox = nil
        guard let entry = entries.popLast() else { return nil }
        if let piece = try open(entry) { return piece }
      } catch {
        reader = nil
        document = nil
        mailbox = nil
        return .failure(error)
      }
    }
  }

  private mutating func open(_ entry: Entry) throws(InputError) -> Piece? {
    switch entry {
    case .input("-"): return try open(InputFile.standardInput())
    case .input(let argument):
      let path = InputPath(argument: argument)
      guard let state = path.state(followingLinks: true) else { throw InputFile.failure(path.text) }
      switch state.st_mode & S_IFMT {
      case S_IFDIR: try walk(path, depth: 0)
      case S_IFREG:
        if let format = format ?? InputFormat(path: path.text) { return try open(.found(path, format)) }
        return isNew(state) ? try open(InputFile(opening: path)) : nil
      default: return try open(InputFile(opening: path))
      }
    case .found(let path, _) where path.state(followingLinks: true).map { !isNew($0) } == true: return nil
    case .found(let path, .jsonl): reader = LineReader(try InputFile(opening: path))
    case .found(let path, .mbox): mailbox = MailboxReader(try InputFile(opening: path))
    case .found(let path, let format):
      if format != .json, format != .eml, path.isText { return .file(path: path.text, id: path.text, format: format) }
      return piece(try InputFile(opening: path).readAll(), path.text, format)
    case .folder(let path, let depth): try walk(path, depth: depth)
    case .failure(let error): throw error
    }
    return nil
  }

  private mutating func isNew(_ state: stat) -> Bool {
    files.insert(FileIdentity(device: UInt64(state.st_dev), number: UInt64(state.st_ino))).inserted
  }

  /// An input whose name does not tell its format.
  private mutating func open(_ file: consuming InputFile) throws(InputError) -> Piece? {
    if format == .jsonl {
      reader = LineReader(file)
      return nil
    }
    var bytes: [UInt8] = []
    // The first bytes of a slow producer may be an empty line or a byte order mark, which tell nothing.
    while bytes.count < 4 || bytes.count < 64 << 10 && bytes.allSatisfy({ $0 <= 0x20 }) {
      guard try file.read(64 << 10, onto: &bytes) > 0 else { break }
    }
    let format = self.format ?? InputFormat(sniffing: bytes)
    if format == .jsonl {
      reader = LineReader(file, after: bytes)
      return nil
    }
    if format == .mbox {
      mailbox = MailboxReader(file, after: bytes)
      return nil
    }
    bytes += try file.readAll()
    guard bytes.count <= Limits.input else {
      throw InputError(.tooLong, "longer than \(Limits.input >> 20) MiB", id: file.path)
    }
    return piece(bytes, file.path, format)
  }

  /// The piece that a file's bytes are; nil for a JSON document, which is handed on in several.
  private mutating func piece(_ bytes: [UInt8], _ path: String, _ format: InputFormat) -> Piece? {
    if format == .json {
      document = JSONDocument(bytes, path: path)
      return nil
    }
    // A message may hold several articles: none of them is the file.
    let context = format == .eml ? InputContext(origin: "mail", line: 1) : nil
    return .content(path: path, id: path, bytes: bytes, format: format, context: context)
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

  /// What a name of a folder stands for; nil when it is to be passed over.
  private static func entry(_ path: InputPath, depth: Int) -> Entry? {
    let format = InputFormat(path: path.text)
    guard let named = path.state(followingLinks: false) else { return .failure(InputFile.failure(path.text)) }
    if named.st_mode & S_IFMT == S_IFDIR { return .folder(path, depth: depth) }
    guard let format else { return nil }
    guard let target = path.state(followingLinks: true) else {
      // A link to a file that is gone is none of ours.
      return errno == ENOENT ? nil : .failure(InputFile.failure(path.text))
    }
    switch target.st_mode & S_IFMT {
    case S_IFREG: return .found(path, format)
    // A link to a folder: what is in it is read where it stands, or may lead round in a circle.
    case S_IFDIR: return nil
    // A pipe among files may never come to an end.
    default: return .failure(InputError(.unreadable, "is no file (name it alone to read it)", id: path.text))
    }
  }
}
