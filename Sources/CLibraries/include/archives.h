// Archives and compressed files read by libarchive.
#ifndef CLIBRARIES_ARCHIVES_H
#define CLIBRARIES_ARCHIVES_H

#include <stddef.h>
#include <stdint.h>

typedef struct mahdar_archive mahdar_archive;

// Where the packed bytes come from.
typedef struct {
  // The next bytes, which stay until the next call: how many, 0 at the end, -1 on failure.
  ptrdiff_t (*_Nonnull read)(void *_Nonnull context, const void *_Nullable *_Nonnull bytes);
  // Goes to a place: 0, or -1 on failure.
  int (*_Nonnull seek)(void *_Nonnull context, int64_t place);
  // How many there are; -1 where `seek` can't be called.
  int64_t size;
} mahdar_archive_source;

typedef enum {
  MAHDAR_ARCHIVE_OK = 0,
  MAHDAR_ARCHIVE_END = 1,
  // libarchive is not there.
  MAHDAR_ARCHIVE_MISSING = 2,
  // This member can't be read; the next may be.
  MAHDAR_ARCHIVE_BROKEN_MEMBER = 3,
  // Nothing more can be read.
  MAHDAR_ARCHIVE_BROKEN = 4,
} mahdar_archive_result;

typedef struct {
  // Lives until the next call.
  const char *_Nullable name;
  int is_file;
  int is_encrypted;
} mahdar_archive_member;

// Opens a zip, 7z or tar archive; `is_single`: something that xz, zstd or bzip2 made smaller, which has one member.
// `context` is handed to the functions of `source`. mahdar_archive_close frees what was opened, on failure too.
mahdar_archive_result mahdar_archive_open(mahdar_archive *_Nullable *_Nonnull archive, int is_single,
                                          const mahdar_archive_source *_Nonnull source, void *_Nonnull context);

mahdar_archive_result mahdar_archive_next(mahdar_archive *_Nonnull archive, mahdar_archive_member *_Nonnull member);

// Reads bytes of the member that was told of last; `*got` is 0 at its end.
mahdar_archive_result mahdar_archive_read(mahdar_archive *_Nonnull archive, void *_Nonnull bytes, size_t count,
                                          size_t *_Nonnull got);

void mahdar_archive_close(mahdar_archive *_Nullable archive);

#endif
