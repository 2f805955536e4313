/// Finds out how an input is packed and written, and makes its reader.
struct InputOpener: Sendable {
  /// What an input is packed in.
  struct Layers {
    var budget: UnpackingBudget
    var archives = 0
    var compressions = 0
  }

  /// Given names of members and columns.
  var mapping: FieldMapping?
  let tally = InputTally()
  /// Tells the user something of an input, once.
  var note: @Sendable (String) -> Void = { _ in }

  /// Says which column is which field.
  func tell(_ mapping: FieldMapping, of path: String) { note("\(path == "-" ? "standard input" : path): \(mapping)") }

  /// - Parameters:
  ///   - path: the input, for people and as the id of its article.
  ///   - name: the name that tells the format; it is the path's, less what was unpacked.
  ///   - format: the format where it is given, whatever the name.
  ///   - file: the file where the source is one as it lies on the disk.
  func open(
    _ source: any ByteSource, path: String, name: String, format: InputFormat? = nil, layers: Layers,
    file: InputPath? = nil
  ) throws(InputError) -> any PieceReader {
    let named = InputFormat(path: name)
    // Documents that are archives themselves are for their own readers.
    if format ?? named == nil || !(format ?? named ?? .text).isPacked {
      let (head, source) = try source.peeked()
      if let document = InputFormat.document(head), document.isPacked {
        return try read(source, path, document, file: file)
      }
      if let packing = Packing(sniffing: head) {
        return try unpack(source, packing, path: path, name: name, format: format, layers: layers)
      }
      let claimed = Packing.named(name)
      if let claimed, Self.isBinary(head) {
        guard claimed.packing.isArchive else {
          throw InputError(.unreadable, "is not what its name says: its bytes are no \(claimed.packing) data", id: path)
        }
        return try unpack(source, claimed.packing, path: path, name: name, format: format, layers: layers)
      }
      var told = InputFormat(path: claimed?.within ?? name)
      if WARCReader.begins(head) { told = .warc } else if told == .warc { told = nil }
      if told == .json, InputFormat(sniffing: head) == .feed { told = .feed }
      return try read(
        source, path, format ?? told ?? InputFormat(sniffing: head), file: claimed == nil ? file : nil)
    }
    return try read(source, path, format ?? named ?? .text, file: file)
  }

  /// Whether bytes are no text in any charset.
  private static func isBinary(_ head: [UInt8]) -> Bool {
    guard head.contains(where: { $0 < 9 || $0 > 13 && $0 < 27 }) else { return false }
    let charset = head.withUnsafeBufferPointer { Charset(detecting: $0) }
    return charset != .utf16LittleEndian && charset != .utf16BigEndian
  }

  private func unpack(
    _ source: any ByteSource, _ packing: Packing, path: String, name: String, format: InputFormat?, layers: Layers
  ) throws(InputError) -> any PieceReader {
    var layers = layers
    if packing.isArchive { layers.archives += 1 } else { layers.compressions += 1 }
    guard layers.archives <= Limits.nesting, layers.compressions <= Limits.nesting else {
      throw InputError(.tooDeep, "archives nested more than \(Limits.nesting) deep: not read", id: path)
    }
    switch packing {
    case .gzip, .xz, .zstd, .bzip2:
      let unpacked: any ByteSource =
        packing == .gzip
        ? GzipSource(source, path: path, budget: layers.budget)
        : try SingleSource(source, path: path, budget: layers.budget)
      let within = Packing.named(name).map { $0.packing.isArchive ? "" : $0.within } ?? name
      return try open(unpacked, path: path, name: within, format: format, layers: layers)
    case .tar: return try ArchiveInput(source, packing, path: path, opener: self, layers: layers)
    case .zip, .sevenZip:
      // What lies where is told at the end.
      let held: any SeekableSource =
        if let seekable = source.seekable {
          seekable
        } else {
          HeldBytes(try source.readAll(of: path, limit: Limits.held))
        }
      return try ArchiveInput(held, packing, path: path, opener: self, layers: layers)
    }
  }

  private func read(
    _ source: any ByteSource, _ path: String, _ format: InputFormat, file: InputPath?
  ) throws(InputError) -> any PieceReader {
    switch format {
    case .jsonl: LineInput(LineReader(source, path: path), opener: self)
    case .json: DocumentInput(try source.readAll(of: path), path: path, opener: self)
    case .csv: TableReader(source, path: path, opener: self)
    case .warc: WARCReader(source, path: path, tally: tally)
    case .mbox: MailboxReader(source, path: path)
    // A message may hold several articles: none of them is the file.
    case .eml:
      WholeInput(
        .content(
          path: path, id: path, bytes: try source.readAll(of: path), format: .eml,
          context: InputContext(origin: "mail", line: 1)))
    case .text, .html, .feed, .docx, .odt, .rtf, .pdf:
      if let file, file.isText {
        WholeInput(.file(path: path, id: path, format: format))
      } else {
        WholeInput(.content(path: path, id: path, bytes: try source.readAll(of: path), format: format))
      }
    }
  }
}
