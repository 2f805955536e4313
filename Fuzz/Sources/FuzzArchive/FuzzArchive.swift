import FuzzSupport
import MahdarReaders

/// Reads an input as what its first bytes say it is packed in: seeds are archives and compressed files of every kind.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArchive(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reading.check(UnsafeBufferPointer(start: start, count: count), as: nil)
  return 0
}
