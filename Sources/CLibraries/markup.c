#include "markup.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "library.h"

typedef struct {
  __typeof__(&htmlNewParserCtxt) htmlNewParserCtxt;
  __typeof__(&htmlCtxtReadMemory) htmlCtxtReadMemory;
  __typeof__(&htmlFreeParserCtxt) htmlFreeParserCtxt;
  __typeof__(&htmlEntityLookup) htmlEntityLookup;
  __typeof__(&xmlNewParserCtxt) xmlNewParserCtxt;
  __typeof__(&xmlCtxtReadMemory) xmlCtxtReadMemory;
  __typeof__(&xmlFreeParserCtxt) xmlFreeParserCtxt;
  __typeof__(&xmlFreeDoc) xmlFreeDoc;
  __typeof__(&xmlStopParser) xmlStopParser;
  __typeof__(&xmlGetPredefinedEntity) xmlGetPredefinedEntity;
  __typeof__(&xmlInitParser) xmlInitParser;
} xml_functions;

static xml_functions xml;
static int is_loaded;

static void load(void) {
  static const char *const names[] = {"libxml2.so.2", "libxml2.so.16", "libxml2.so", NULL};
  void *library = mahdar_library(names);
  if (!library) return;
  is_loaded = LOAD(library, &xml, htmlNewParserCtxt) && LOAD(library, &xml, htmlCtxtReadMemory) &&
              LOAD(library, &xml, htmlFreeParserCtxt) && LOAD(library, &xml, htmlEntityLookup) &&
              LOAD(library, &xml, xmlNewParserCtxt) && LOAD(library, &xml, xmlCtxtReadMemory) &&
              LOAD(library, &xml, xmlFreeParserCtxt) && LOAD(library, &xml, xmlFreeDoc) &&
              LOAD(library, &xml, xmlStopParser) && LOAD(library, &xml, xmlGetPredefinedEntity) &&
              LOAD(library, &xml, xmlInitParser);
  if (is_loaded) xml.xmlInitParser();
}

static int is_ready(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

// What the callbacks of a document need. That it stands in the place of the parser keeps libxml2 from knowing the entities that
// the document declares.
typedef struct {
  xmlParserCtxtPtr parser;
  const mahdar_markup_events *events;
  void *context;
  int depth;
  int is_too_deep;
  // The entity of HTML that was asked for last.
  xmlEntity entity;
  xmlChar content[8];
} reading;

static void start(void *state, const xmlChar *name, const xmlChar **attributes) {
  reading *document = state;
  xmlParserCtxtPtr parser = document->parser;
  if (parser->nameNr > document->depth) {
    document->is_too_deep = 1;
    if (parser->html) {
      // The element is forgotten, so that what is in it stands in the one around it: libxml2 goes through all that are open
      // at each end tag.
      parser->nameTab[--parser->nameNr] = NULL;
      parser->name = parser->nameTab[parser->nameNr - 1];
    } else {
      xml.xmlStopParser(parser);
    }
    return;
  }
  document->events->start(document->context, (const char *)name, (const char *const *)attributes);
}

static void end(void *state, const xmlChar *name) {
  reading *document = state;
  document->events->end(document->context, (const char *)name);
}

static void text(void *state, const xmlChar *bytes, int count) {
  reading *document = state;
  if (count > 0) document->events->text(document->context, (const char *)bytes, (size_t)count);
}

static xmlEntityPtr entity(void *state, const xmlChar *name) {
  reading *document = state;
  // Behind a fault the parser would read entities and throw them away.
  document->parser->wellFormed = 1;
  xmlEntityPtr known = xml.xmlGetPredefinedEntity(name);
  if (known) return known;
  const htmlEntityDesc *found = xml.htmlEntityLookup(name);
  if (!found) return NULL;
  unsigned int scalar = found->value;
  xmlChar *content = document->content;
  if (scalar < 0x80) {
    *content++ = (xmlChar)scalar;
  } else if (scalar < 0x800) {
    *content++ = (xmlChar)(0xC0 | scalar >> 6);
    *content++ = (xmlChar)(0x80 | (scalar & 0x3F));
  } else {
    *content++ = (xmlChar)(0xE0 | scalar >> 12);
    *content++ = (xmlChar)(0x80 | (scalar >> 6 & 0x3F));
    *content++ = (xmlChar)(0x80 | (scalar & 0x3F));
  }
  *content = 0;
  memset(&document->entity, 0, sizeof document->entity);
  document->entity.type = XML_ENTITY_DECL;
  document->entity.name = name;
  document->entity.content = document->content;
  document->entity.length = (int)(content - document->content);
  document->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  return &document->entity;
}

// The end of the tag that begins at `start`, a `<`; `*extra` is where its attribute after the first `most` begins, or NULL.
static const char *tag_end(const char *start, const char *end, int most, const char **extra) {
  const char *at = start + 1;
  char quote = 0;
  int is_value = 0;
  *extra = NULL;
  for (; at < end; at++) {
    char byte = *at;
    if (quote) {
      if (byte == quote) quote = 0;
    } else if (byte == '>') {
      return at;
    } else if (byte == '=') {
      is_value = 1;
    } else if ((byte == '"' || byte == '\'') && is_value) {
      quote = byte;
      is_value = 0;
    } else if (byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f' || byte == '/') {
      if (--most == 0) *extra = at;
    } else {
      is_value = 0;
    }
  }
  return end;
}

// Blanks what tags have beyond 1,000 attributes, for libxml2 compares each with all before it. Returns a copy where there was
// something to blank, else NULL.
static char *without_extra_attributes(const char *bytes, size_t count) {
  char *copy = NULL;
  const char *end = bytes + count;
  for (const char *at = bytes; (at = memchr(at, '<', (size_t)(end - at))); at++) {
    if (end - at < 2000 || ((at[1] | 0x20) < 'a') || ((at[1] | 0x20) > 'z')) continue;
    const char *extra;
    const char *stop = tag_end(at, end, 1000, &extra);
    if (!extra) continue;
    if (!copy && (copy = malloc(count))) memcpy(copy, bytes, count);
    if (!copy) return NULL;
    memset(copy + (extra - bytes), ' ', (size_t)(stop - extra));
    at = stop - 1;
  }
  return copy;
}

mahdar_markup_result mahdar_markup(int is_html, const char *bytes, size_t count, int depth,
                                   const mahdar_markup_events *events, void *context) {
  if (!is_ready()) return MAHDAR_MARKUP_MISSING;
  if (count > 0x7FFFFFFF) return MAHDAR_MARKUP_FAILED;
  xmlParserCtxtPtr parser = is_html ? xml.htmlNewParserCtxt() : xml.xmlNewParserCtxt();
  if (!parser) return MAHDAR_MARKUP_FAILED;
  char *copy = without_extra_attributes(bytes, count);
  if (copy) bytes = copy;
  reading document = {.parser = parser, .events = events, .context = context, .depth = depth};
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = start;
  parser->sax->endElement = end;
  parser->sax->characters = text;
  parser->sax->ignorableWhitespace = text;
  parser->sax->cdataBlock = text;
  parser->sax->getEntity = entity;
  parser->userData = &document;
  xmlDocPtr tree;
  if (is_html) {
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                  HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
    tree = xml.htmlCtxtReadMemory(parser, bytes, (int)count, NULL, "UTF-8", options);
    if (tree) xml.xmlFreeDoc(tree);
    xml.htmlFreeParserCtxt(parser);
  } else {
    int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_SAX1 |
                  XML_PARSE_OLDSAX | XML_PARSE_IGNORE_ENC;
    tree = xml.xmlCtxtReadMemory(parser, bytes, (int)count, NULL, "UTF-8", options);
    if (tree) xml.xmlFreeDoc(tree);
    xml.xmlFreeParserCtxt(parser);
  }
  free(copy);
  return document.is_too_deep ? MAHDAR_MARKUP_TOO_DEEP : MAHDAR_MARKUP_READ;
}

unsigned int mahdar_markup_entity(const char *name, size_t count) {
  xmlChar terminated[16];
  if (count >= sizeof terminated || !is_ready()) return 0;
  memcpy(terminated, name, count);
  terminated[count] = 0;
  const htmlEntityDesc *found = xml.htmlEntityLookup(terminated);
  return found ? found->value : 0;
}
