import FuzzSupport
import MahdarReaders

/// Reads an input as a crawl.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWARC(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reading.check(UnsafeBufferPointer(start: start, count: count), as: .warc)
  return 0
}
