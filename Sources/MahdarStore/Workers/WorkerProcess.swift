import Foundation
import Synchronization

/// A worker that is a process of its own: a text at which it ends takes nothing else with it.
///
/// It has our end of a socket for its standard input and no other stream, so it can't print, and ends when we do.
public final class WorkerProcess: Worker {
  /// What a worker's memory may grow to: ten times what the greatest article takes.
  private static let memory: UInt = 4 << 30

  public let socket: FrameSocket
  /// Nil once it was waited for.
  private let id: Mutex<pid_t?>

  /// - Errors: `WorkerError`.
  public init(program: String, arguments: [String]) throws {
    let (ours, theirs) = try FrameSocket.pair()
    socket = ours
    id = Mutex(try Self.spawn(program, arguments, input: theirs.descriptor))
  }

  deinit { _ = end() }

  private static func spawn(_ program: String, _ arguments: [String], input: Int32) throws(WorkerError) -> pid_t {
    var streams = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawn_file_actions_init(&streams)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&streams)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&streams, input, 0)
    for stream: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&streams, stream, "/dev/null", O_WRONLY, 0) }
    // The thread that starts it may hold back signals; an interrupt from the keyboard is meant for it as well.
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var environment = ProcessInfo.processInfo.environment
    // Writing down where it ended would take seconds, and nobody would read it.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    let words = (["mahdar"] + arguments).map { strdup($0) }
    let variables = environment.map { strdup($0.key + "=" + $0.value) }
    defer { for word in words + variables { free(word) } }
    var id = pid_t()
    let code = posix_spawn(&id, program, &streams, &attributes, words + [nil], variables + [nil])
    guard code == 0 else { throw WorkerError(system: code) }
    return id
  }

  public func end() -> String {
    id.withLock { id in
      guard let process = id else { return "ended before" }
      id = nil
      kill(process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 { if errno != EINTR { return "lost" } }
      // As wait(2) has it: the signal in the lowest bits, the exit status in the next eight.
      let signal = status & 0x7F
      return signal == 0
        ? "exit status \(status >> 8 & 0xFF)" : "signal \(signal), \(String(cString: strsignal(signal)))"
    }
  }

  /// Makes this process one that may end over an article without harm to others: when memory is short it goes first, it leaves
  /// no image of itself on the disk.
  public static func prepare() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    var memory = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &memory) == 0 {
      memory.rlim_cur = min(memory.rlim_cur, Self.memory)
      setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &memory)
    }
    let file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)
    if file >= 0 {
      _ = write(file, "1000", 4)
      close(file)
    }
  }
}
