import CLibraries
import Foundation

/// What `pdftotext` makes of a PDF, in a process of its own: its faults end nothing but itself.
enum PopplerText {
  /// Seconds that it may take.
  private static let patience = 30
  /// Bytes of memory and of output.
  private static let memoryLimit = 2 << 30
  private static let outputLimit = 32 << 20

  /// Whether `%PDF-` stands in the first bytes, as readers of PDF ask.
  static func isPDF(_ bytes: some Collection<UInt8>) -> Bool { Array(bytes.prefix(1024)).contains(Array("%PDF-".utf8)) }

  /// Words and their places, as the page that `pdftotext -bbox-layout` writes.
  ///
  /// - Errors: `unreadable` where the program is missing or can't read the PDF, `tooLong` where it writes too much.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, id: String) throws(InputError) -> [UInt8] {
    guard let start = bytes.baseAddress else { throw InputError(.empty, "a PDF without bytes", id: id) }
    let output = Output()
    let words: [String] = ["pdftotext", "-q", "-enc", "UTF-8", "-bbox-layout", "/dev/stdin", "-"]
    let arguments = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    let result = (arguments + [nil]).map { UnsafePointer($0) }.withUnsafeBufferPointer { arguments in
      arguments.baseAddress.map { arguments in
        mahdar_program_run(
          arguments, start, bytes.count, memoryLimit, outputLimit, Int32(patience),
          { context, bytes, count in
            Unmanaged<Output>.fromOpaque(context).takeUnretainedValue().bytes += UnsafeRawBufferPointer(
              start: bytes, count: count)
          }, Unmanaged.passUnretained(output).toOpaque())
      }
    }
    if let result, let problem = problem(result, bytes) { throw InputError(problem.code, problem.message, id: id) }
    return output.bytes
  }

  private final class Output { var bytes: [UInt8] = [] }

  private static func problem(
    _ result: mahdar_program_result, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (code: InputError.Code, message: String)? {
    if result.error == ENOENT {
      return (.unreadable, "PDF is read by pdftotext, which is missing (install the package poppler-utils)")
    }
    if result.error != 0 {
      return (.unreadable, "pdftotext can't be started: \(String(cString: strerror(result.error)))")
    }
    if result.is_too_long != 0 { return (.tooLong, "its text is longer than \(outputLimit >> 20) MiB") }
    if result.is_late != 0 { return (.unreadable, "reading it was not done within \(patience) seconds") }
    if result.status & 0x7F != 0 { return (.unreadable, "pdftotext was ended by it (signal \(result.status & 0x7F))") }
    if result.status == 0 { return nil }
    return (.unreadable, isLocked(bytes) ? "a PDF with a password: save it without" : "broken: no PDF that can be read")
  }

  private static func isLocked(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let mark = Array("/Encrypt".utf8)
    return bytes.indices.contains { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
  }
}
