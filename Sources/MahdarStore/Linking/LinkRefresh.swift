import Foundation
import GRDB
import Mahdar

extension Store {
  /// Links the whole record anew when it was linked by features of another version, part by part, so that others may write in
  /// between; a no-op otherwise.
  ///
  /// Whoever comes next goes on where a run was broken off.
  func refreshLinks(_ pipeline: Pipeline, now: String) throws {
    while try !read({ try Linker.isFresh($0, pipeline.linking) }) {
      try write { db in
        try Linker(db, names: try NameWriter(db, terms: terms), pipeline: pipeline, now: now).refreshPart()
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
  }
}
