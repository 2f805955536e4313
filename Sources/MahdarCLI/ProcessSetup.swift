import Foundation

/// What a run needs of the system before it begins.
enum ProcessSetup {
  struct Problem: Error, CustomStringConvertible { var description: String }

  /// Files that are open at once in the smallest run that adds: the store's, its log's and its readers', and inputs.
  private static let files: rlim_t = 32
  /// Bytes of address space that reading one article takes beside the program itself.
  private static let memory = 64 << 20

  /// Keeps what is opened later off the three standard descriptors: a store opened while standard output is closed
  /// would become it, and be written over by the answer. Each is held in the mode in which using it still fails.
  static func holdStandardDescriptors() {
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free descriptor is given, which is this one.
      _ = open("/dev/null", mode)
    }
  }

  /// Has writing to a reader that has gone, or beyond the limit of a file's size, fail instead of killing.
  static func ignoreSignalsOfWriting() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// - Errors: says which limit is too small for any run; beyond it the system's libraries would crash.
  static func checkLimits() throws(Problem) {
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < files {
      limit.rlim_cur = min(files, limit.rlim_max)
      _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      guard limit.rlim_cur >= files else {
        throw Problem(
          description: """
            too few files may be open at once: \(limit.rlim_cur), and \(files) are needed (raise the limit: ulimit -n 256)
            """)
      }
    }
    guard hasMemory() else {
      throw Problem(
        description: """
          there is not enough memory: \(memory >> 20) MiB more are needed (raise the limit: ulimit -v, or close other \
          programs)
          """)
    }
  }

  /// Whether as much memory can be had as any work needs; asks the system alone.
  static func hasMemory() -> Bool {
    let room = mmap(nil, memory, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard room != MAP_FAILED else { return false }
    munmap(room, memory)
    return true
  }
}
