// What the C library has beyond the standard, which Swift does not see.
#ifndef CLIBRARIES_SEARCH_H
#define CLIBRARIES_SEARCH_H

#include <stddef.h>

// Where `pattern` stands first in `bytes`; `count` where it does not.
size_t mahdar_search(const void *_Nonnull bytes, size_t count, const void *_Nonnull pattern, size_t length);

#endif
