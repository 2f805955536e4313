#include "archives.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>

#include "library.h"

typedef struct {
  __typeof__(&archive_read_new) archive_read_new;
  __typeof__(&archive_read_free) archive_read_free;
  __typeof__(&archive_read_support_filter_xz) archive_read_support_filter_xz;
  __typeof__(&archive_read_support_filter_zstd) archive_read_support_filter_zstd;
  __typeof__(&archive_read_support_filter_bzip2) archive_read_support_filter_bzip2;
  __typeof__(&archive_read_support_format_raw) archive_read_support_format_raw;
  __typeof__(&archive_read_support_format_tar) archive_read_support_format_tar;
  __typeof__(&archive_read_support_format_zip) archive_read_support_format_zip;
  __typeof__(&archive_read_support_format_7zip) archive_read_support_format_7zip;
  __typeof__(&archive_read_set_read_callback) archive_read_set_read_callback;
  __typeof__(&archive_read_set_seek_callback) archive_read_set_seek_callback;
  __typeof__(&archive_read_set_callback_data) archive_read_set_callback_data;
  __typeof__(&archive_read_open1) archive_read_open1;
  __typeof__(&archive_read_next_header) archive_read_next_header;
  __typeof__(&archive_read_data) archive_read_data;
  __typeof__(&archive_entry_pathname_utf8) archive_entry_pathname_utf8;
  __typeof__(&archive_entry_pathname) archive_entry_pathname;
  __typeof__(&archive_entry_filetype) archive_entry_filetype;
  __typeof__(&archive_entry_hardlink) archive_entry_hardlink;
  __typeof__(&archive_entry_is_data_encrypted) archive_entry_is_data_encrypted;
} library_functions;

static library_functions library;
static int is_loaded;
// Names of members are in UTF-8 whatever the locale of the program: libarchive asks for the thread's.
static locale_t utf8;

static void load(void) {
  static const char *const names[] = {"libarchive.so.13", "libarchive.so", NULL};
  void *found = mahdar_library(names);
  if (!found) return;
  is_loaded =
      LOAD(found, &library, archive_read_new) && LOAD(found, &library, archive_read_free) &&
      LOAD(found, &library, archive_read_support_filter_xz) && LOAD(found, &library, archive_read_support_filter_zstd) &&
      LOAD(found, &library, archive_read_support_filter_bzip2) &&
      LOAD(found, &library, archive_read_support_format_raw) && LOAD(found, &library, archive_read_support_format_tar) &&
      LOAD(found, &library, archive_read_support_format_zip) && LOAD(found, &library, archive_read_support_format_7zip) &&
      LOAD(found, &library, archive_read_set_read_callback) && LOAD(found, &library, archive_read_set_seek_callback) &&
      LOAD(found, &library, archive_read_set_callback_data) && LOAD(found, &library, archive_read_open1) &&
      LOAD(found, &library, archive_read_next_header) && LOAD(found, &library, archive_read_data) &&
      LOAD(found, &library, archive_entry_pathname_utf8) && LOAD(found, &library, archive_entry_pathname) &&
      LOAD(found, &library, archive_entry_filetype) && LOAD(found, &library, archive_entry_hardlink) &&
      LOAD(found, &library, archive_entry_is_data_encrypted);
  utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

static int is_ready(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

struct mahdar_archive {
  struct archive *archive;
  mahdar_archive_source source;
  void *context;
  int64_t place;
};

static la_ssize_t read_more(struct archive *archive, void *state, const void **bytes) {
  (void)archive;
  mahdar_archive *reading = state;
  ptrdiff_t count = reading->source.read(reading->context, bytes);
  if (count > 0) reading->place += count;
  return count;
}

static la_int64_t seek(struct archive *archive, void *state, la_int64_t offset, int whence) {
  (void)archive;
  mahdar_archive *reading = state;
  int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? reading->place : reading->source.size;
  int64_t place;
  if (__builtin_add_overflow(from, offset, &place) || place < 0) return ARCHIVE_FATAL;
  if (place > reading->source.size) place = reading->source.size;
  if (reading->source.seek(reading->context, place) != 0) return ARCHIVE_FATAL;
  return reading->place = place;
}

mahdar_archive_result mahdar_archive_open(mahdar_archive **opened, int is_single, const mahdar_archive_source *source,
                                          void *context) {
  *opened = NULL;
  if (!is_ready()) return MAHDAR_ARCHIVE_MISSING;
  mahdar_archive *reading = calloc(1, sizeof *reading);
  if (!reading) return MAHDAR_ARCHIVE_BROKEN;
  *opened = reading;
  reading->source = *source;
  reading->context = context;
  struct archive *archive = reading->archive = library.archive_read_new();
  if (!archive) return MAHDAR_ARCHIVE_BROKEN;
  if (is_single) {
    library.archive_read_support_filter_xz(archive);
    library.archive_read_support_filter_zstd(archive);
    library.archive_read_support_filter_bzip2(archive);
    library.archive_read_support_format_raw(archive);
  } else {
    library.archive_read_support_format_tar(archive);
    library.archive_read_support_format_zip(archive);
    library.archive_read_support_format_7zip(archive);
  }
  library.archive_read_set_read_callback(archive, read_more);
  if (source->size >= 0) library.archive_read_set_seek_callback(archive, seek);
  library.archive_read_set_callback_data(archive, reading);
  return library.archive_read_open1(archive) >= ARCHIVE_WARN ? MAHDAR_ARCHIVE_OK : MAHDAR_ARCHIVE_BROKEN;
}

mahdar_archive_result mahdar_archive_next(mahdar_archive *reading, mahdar_archive_member *member) {
  struct archive_entry *entry = NULL;
  locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
  int code;
  // libarchive asks for another try where a header alone is broken; it has gone on meanwhile.
  do code = library.archive_read_next_header(reading->archive, &entry);
  while (code == ARCHIVE_RETRY);
  if (code >= ARCHIVE_WARN && code != ARCHIVE_EOF && entry) {
    const char *name = library.archive_entry_pathname_utf8(entry);
    member->name = name ? name : library.archive_entry_pathname(entry);
    member->is_file = library.archive_entry_filetype(entry) == AE_IFREG && !library.archive_entry_hardlink(entry);
    member->is_encrypted = library.archive_entry_is_data_encrypted(entry) != 0;
  }
  if (before) uselocale(before);
  if (code == ARCHIVE_EOF) return MAHDAR_ARCHIVE_END;
  if (code >= ARCHIVE_WARN && entry) return MAHDAR_ARCHIVE_OK;
  return code == ARCHIVE_FAILED ? MAHDAR_ARCHIVE_BROKEN_MEMBER : MAHDAR_ARCHIVE_BROKEN;
}

mahdar_archive_result mahdar_archive_read(mahdar_archive *reading, void *bytes, size_t count, size_t *got) {
  la_ssize_t read;
  do read = library.archive_read_data(reading->archive, bytes, count);
  while (read == ARCHIVE_RETRY);
  *got = read > 0 ? (size_t)read : 0;
  if (read >= 0) return MAHDAR_ARCHIVE_OK;
  return read == ARCHIVE_FATAL ? MAHDAR_ARCHIVE_BROKEN : MAHDAR_ARCHIVE_BROKEN_MEMBER;
}

void mahdar_archive_close(mahdar_archive *reading) {
  if (!reading) return;
  if (reading->archive) library.archive_read_free(reading->archive);
  free(reading);
}
