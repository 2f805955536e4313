import Foundation

/// The inputs of a run as pieces of work, in order: batches of lines, whole files, and what could not be opened.
///
/// Folders are walked in the order of their names' bytes, subfolders and files alike; hidden names, links to folders and
/// files that are no text, HTML or JSON by their names are passed over.
public struct InputQueue: ~Copyable, Sendable {
  public enum Piece: Sendable {
    case lines(LineBatch)
    case file(path: String, format: InputFormat)
    /// Bytes that were read already: standard input, a pipe.
    case content(path: String, bytes: [UInt8], format: InputFormat)
    case failure(InputError)
  }

  private enum Entry: Sendable {
    case input(String)
    case found(String, InputFormat)
    case folder(String, depth: Int)
  }

  /// Folders nested deeper than this are refused.
  private static let depthLimit = 64

  /// What is left to read, the next last.
  private var entries: [Entry]
  private var reader: LineReader?
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
        guard let entry = entries.popLast() else { return nil }
        if let piece = try open(entry) { return piece }
      } catch {
        reader = nil
        return .failure(error)
      }
    }
  }

  private mutating func open(_ entry: Entry) throws(InputError) -> Piece? {
    switch entry {
    case .input("-"): return try open(InputFile.standardInput())
    case .input(let path):
      var state = stat()
      guard stat(path, &state) == 0 else { throw InputFile.failure(path) }
      switch state.st_mode & S_IFMT {
      case S_IFDIR: try walk(path, depth: 0)
      case S_IFREG:
        if let format = format ?? InputFormat(path: path) { return try open(.found(path, format)) }
        return try open(InputFile(opening: path))
      default: return try open(InputFile(opening: path))
      }
    case .found(let path, .jsonl): reader = LineReader(try InputFile(opening: path))
    case .found(let path, let format): return .file(path: path, format: format)
    case .folder(let path, let depth): try walk(path, depth: depth)
    }
    return nil
  }

  /// An input whose name does not tell its format.
  private mutating func open(_ file: consuming InputFile) throws(InputError) -> Piece? {
    if format == .jsonl {
      reader = LineReader(file)
      return nil
    }
    var bytes: [UInt8] = []
    _ = try file.read(64 << 10, onto: &bytes)
    let format = self.format ?? InputFormat(sniffing: bytes)
    if format == .jsonl {
      reader = LineReader(file, after: bytes)
      return nil
    }
    bytes += try file.readAll()
    guard bytes.count <= Limits.input else {
      throw InputError(.tooLong, "longer than \(Limits.input >> 20) MiB", id: file.path)
    }
    return .content(path: file.path, bytes: bytes, format: format)
  }

  private mutating func walk(_ folder: String, depth: Int) throws(InputError) {
    guard depth < Self.depthLimit else {
      throw InputError(.unreadable, "can't be read: folders nested more than \(Self.depthLimit) deep", id: folder)
    }
    guard let directory = opendir(folder) else { throw InputFile.failure(folder) }
    defer { closedir(directory) }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    var found: [(name: [UInt8], entry: Entry)] = []
    while let item = readdir(directory) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      var state = stat()
      guard lstat(base + name, &state) == 0 else { continue }
      if state.st_mode & S_IFMT == S_IFLNK {
        guard stat(base + name, &state) == 0, state.st_mode & S_IFMT == S_IFREG else { continue }
      }
      if state.st_mode & S_IFMT == S_IFDIR {
        found.append((Array(name.utf8), .folder(base + name, depth: depth + 1)))
      } else if state.st_mode & S_IFMT == S_IFREG, let format = InputFormat(path: name) {
        found.append((Array(name.utf8), .found(base + name, format)))
      }
    }
    found.sort { $0.name.lexicographicallyPrecedes($1.name) }
    entries.append(contentsOf: found.reversed().map(\.entry))
  }
}
