import ArgumentParser
import Foundation
import Mahdar
import MahdarReaders
import MahdarStore

/// What `add` and `follow` start to have articles read: nobody needs to run it by hand.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Read articles for another run of mahdar, which starts this.", shouldDisplay: false
  )

  @Option(help: "The day of publication (RFC 3339) of articles that do not carry theirs.") var published: String?
  @OptionGroup var data: DataOptions

  func run() throws {
    guard let socket = FrameSocket(descriptor: 0) else {
      throw ValidationError("'mahdar add' starts this; it has no use by hand")
    }
    WorkerProcess.prepare()
    socket.endWithPeer()
    let pipeline = try data.open()
    WorkerLoop(socket, reader: try data.reader(published: published, pipeline), pipeline: pipeline)()
  }
}
