// A program that reads hostile bytes in a process of its own.
#ifndef CLIBRARIES_PROGRAM_H
#define CLIBRARIES_PROGRAM_H

#include <stddef.h>

typedef struct {
  // The number of the error for which it could not be started; 0 where it was.
  int error;
  // How it ended, as waitpid tells.
  int status;
  // Whether it was ended because it wrote too much, or took too long.
  int is_too_long;
  int is_late;
} mahdar_program_result;

// Runs a program of $PATH and tells what it writes. Its standard input is a file that holds `bytes` and lies in memory alone, in
// which it can go back and forth; its standard error is thrown away, its environment holds $PATH and the locale.
//
// `arguments` ends with NULL, the program's name first. `memory` and `most` are bytes that it may take and write, `seconds` what
// it may take of time and of the processor's.
mahdar_program_result mahdar_program_run(const char *_Nullable const *_Nonnull arguments, const void *_Nonnull bytes,
                                         size_t count, size_t memory, size_t most, int seconds,
                                         void (*_Nonnull write)(void *_Nonnull context, const void *_Nonnull bytes,
                                                                size_t count),
                                         void *_Nonnull context);

#endif
