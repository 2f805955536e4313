// Markup read by libxml2.
#ifndef CLIBRARIES_MARKUP_H
#define CLIBRARIES_MARKUP_H

#include <stddef.h>

// What is told of a document, in its order. Strings are UTF-8; names live as long as the call of mahdar_markup.
typedef struct {
  // `attributes` holds names and values in turn, a value NULL where there is none, and ends with NULL; it may itself be NULL.
  void (*_Nonnull start)(void *_Nonnull context, const char *_Nonnull name,
                         const char *_Nullable const *_Nullable attributes);
  void (*_Nonnull end)(void *_Nonnull context, const char *_Nonnull name);
  void (*_Nonnull text)(void *_Nonnull context, const char *_Nonnull bytes, size_t count);
} mahdar_markup_events;

typedef enum {
  MAHDAR_MARKUP_READ = 0,
  // libxml2 is not there.
  MAHDAR_MARKUP_MISSING = 1,
  // There was no memory for it.
  MAHDAR_MARKUP_FAILED = 2,
  // Elements were nested deeper than `depth`: of HTML those that are deeper are told without a start and an end, of XML nothing
  // that follows is told.
  MAHDAR_MARKUP_TOO_DEEP = 3,
} mahdar_markup_result;

// Reads UTF-8 as HTML or as XML, whatever is wrong with it. Nothing is fetched; entities that a document declares are not
// expanded, those of HTML are known in XML as well.
mahdar_markup_result mahdar_markup(int is_html, const char *_Nonnull bytes, size_t count, int depth,
                                   const mahdar_markup_events *_Nonnull events, void *_Nonnull context);

// The scalar of an entity of HTML 4 whose name has `count` bytes; 0 where there is none.
unsigned int mahdar_markup_entity(const char *_Nonnull name, size_t count);

#endif
