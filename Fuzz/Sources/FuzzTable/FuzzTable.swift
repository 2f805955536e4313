import FuzzSupport
import MahdarReaders

/// Reads an input as a table.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTable(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reading.check(UnsafeBufferPointer(start: start, count: count), as: .csv)
  return 0
}
