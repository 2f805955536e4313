#define _GNU_SOURCE
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// A file in memory that holds the bytes; -1 on failure.
static int file_of(const char *bytes, size_t count) {
  int file = memfd_create("mahdar", MFD_CLOEXEC);
  while (file >= 0 && count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      int error = errno;
      close(file);
      errno = error;
      return -1;
    }
    bytes += written;
    count -= (size_t)written;
  }
  if (file >= 0) lseek(file, 0, SEEK_SET);
  return file;
}

static int spawn(pid_t *process, const char *const *arguments, int input, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  char path[4096];
  const char *known = getenv("PATH");
  snprintf(path, sizeof path, "PATH=%s", known ? known : "/usr/bin:/bin");
  char locale[] = "LC_ALL=C.UTF-8";
  char *environment[] = {path, locale, NULL};
  // Signals that this program lets pass or blocks are none of that one's.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  int error = posix_spawnp(process, arguments[0], &actions, &attributes, (char *const *)arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

static void limit(pid_t process, __rlimit_resource_t resource, size_t most) {
  struct rlimit limits = {most, most};
  prlimit(process, resource, &limits, NULL);
}

mahdar_program_result mahdar_program_run(const char *const *arguments, const void *bytes, size_t count, size_t memory,
                                         size_t most, int seconds,
                                         void (*write)(void *context, const void *bytes, size_t count), void *context) {
  mahdar_program_result result = {0};
  int input = file_of(bytes, count);
  int pipes[2];
  if (input < 0 || pipe2(pipes, O_CLOEXEC) != 0) {
    result.error = errno;
    if (input >= 0) close(input);
    return result;
  }
  pid_t process = 0;
  result.error = spawn(&process, arguments, input, pipes[1]);
  close(input);
  close(pipes[1]);
  if (result.error) {
    close(pipes[0]);
    return result;
  }
  limit(process, RLIMIT_AS, memory);
  limit(process, RLIMIT_CPU, (size_t)seconds);
  limit(process, RLIMIT_CORE, 0);
  int64_t end = milliseconds() + (int64_t)seconds * 1000;
  size_t told = 0;
  static const size_t portion = 64 << 10;
  char *buffer = malloc(portion);
  while (buffer) {
    int64_t left = end - milliseconds();
    if (left <= 0) {
      result.is_late = 1;
      break;
    }
    struct pollfd state = {.fd = pipes[0], .events = POLLIN};
    int ready = poll(&state, 1, (int)left);
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    ssize_t got = read(pipes[0], buffer, portion);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    told += (size_t)got;
    if (told > most) {
      result.is_too_long = 1;
      break;
    }
    write(context, buffer, (size_t)got);
  }
  free(buffer);
  close(pipes[0]);
  if (result.is_late || result.is_too_long) kill(process, SIGKILL);
  // One that has closed its output may still run.
  for (;;) {
    pid_t ended = waitpid(process, &result.status, result.is_late || result.is_too_long ? 0 : WNOHANG);
    if (ended == process || (ended < 0 && errno != EINTR)) break;
    if (milliseconds() >= end && !result.is_late) {
      result.is_late = 1;
      kill(process, SIGKILL);
    }
    if (ended == 0) usleep(1000);
  }
  return result;
}
