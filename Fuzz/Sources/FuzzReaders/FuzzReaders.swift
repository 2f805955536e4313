import FuzzSupport
import MahdarReaders

/// Reads an input whose first byte tells its format: `l` JSON Lines, `j` a JSON document, `h` a page, `f` a feed, `t` text, any other
/// by what follows.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return -1 }
  let format: InputFormat? =
    switch first {
    case UInt8(ascii: "l"): .jsonl
    case UInt8(ascii: "j"): .json
    case UInt8(ascii: "h"): .html
    case UInt8(ascii: "f"): .feed
    case UInt8(ascii: "t"): .text
    default: nil
    }
  Reading.check(UnsafeBufferPointer(rebasing: bytes.dropFirst()), as: format)
  return 0
}
