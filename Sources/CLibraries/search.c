#define _GNU_SOURCE
#include "search.h"

#include <string.h>

size_t mahdar_search(const void *bytes, size_t count, const void *pattern, size_t length) {
  const char *found = memmem(bytes, count, pattern, length);
  return found ? (size_t)(found - (const char *)bytes) : count;
}
