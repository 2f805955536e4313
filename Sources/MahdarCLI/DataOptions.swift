import ArgumentParser
import Foundation
import Mahdar
import MahdarReaders

/// Where the language data lies.
struct DataOptions: ParsableArguments {
  @Option(
    help: "The folder of the language data, the one that holds 'ar'. Default: $MAHDAR_DATA, or Data near the program.")
  var data: String?

  func pipeline() throws(DataError) -> Pipeline {
    Pipeline(lexicon: try language().lexicon())
  }

  /// The pipeline for a command without a store: what is wrong with the data is told, with exit status 2.
  func open() throws -> Pipeline {
    do {
      return try pipeline()
    } catch {
      StandardError.print("mahdar: \(error)")
      throw ExitCode(2)
    }
  }

  /// Who reads articles; what is wrong with the data is told, with exit status 2.
  ///
  /// - Parameter published: the day of publication of articles that do not tell theirs.
  func reader(published: String?, _ pipeline: Pipeline) throws -> ArticleReader {
    do {
      return ArticleReader(published: published, words: try language().pages(), day: pipeline.day)
    } catch {
      StandardError.print("mahdar: \(error)")
      throw ExitCode(2)
    }
  }

  func language() throws(DataError) -> LanguageData { LanguageData(folder: try folder()) }

  func folder() throws(DataError) -> String {
    if let data { return data }
    if let data = ProcessInfo.processInfo.environment["MAHDAR_DATA"], !data.isEmpty { return data }
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    while true {
      for candidate in ["Data", "share/mahdar/Data"] {
        let data = folder.appendingPathComponent(candidate).path
        if holdsData(data) { return data }
      }
      if folder.path == "/" { break }
      folder.deleteLastPathComponent()
    }
    if holdsData("Data") { return "Data" }
    throw DataError(
      file: "Data", problem: "no folder of language data found near the program or here",
      fix: "give it with --data or MAHDAR_DATA")
  }

  private func holdsData(_ folder: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder + "/ar", isDirectory: &isFolder) && isFolder.boolValue
  }
}
