/// What an input may weigh: what is heavier is refused, so that no input can take the memory.
///
/// The longest of 5,580 press articles has 16 KB; `article` is 128 times that.
public enum Limits {
  /// Bytes of one file or of one line of JSON Lines.
  public static let input = 16 << 20
  /// UTF-8 bytes of one article's title and text.
  public static let article = 2 << 20
  /// UTF-8 bytes of an article's id: as many as a path may have.
  public static let id = 4 << 10
  /// Marks of one kind in an article: each is held beside each that was read.
  public static let marks = 2_000
  /// Bytes of a table's row.
  static let row = 4 << 20
  /// Columns of a table.
  static let columns = 4096
  /// Bytes that an input may unpack to whatever its size; beyond, `ratio` times its size and `unpacked` at most.
  static let unpackedFreely = 64 << 20
  static let ratio = 200
  static let unpacked = 256 << 30
  /// Files of one archive, with those of archives in it.
  static let members = 1 << 20
  /// Archives in archives, and compressed files in compressed files.
  static let nesting = 3
  /// Bytes of an archive that must be held, for it is read from its end.
  static let held = 64 << 20
  /// Bytes of lines that are handed to a worker at once.
  static let batch = 128 << 10
}
