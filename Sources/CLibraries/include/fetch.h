// One exchange over HTTP by libcurl: no redirects, no cookies, no proxies, no netrc.
#ifndef CLIBRARIES_FETCH_H
#define CLIBRARIES_FETCH_H

#include <stddef.h>

// The parts of an address as libcurl reads it, so that what is checked is what is asked for. Each string is owned by the caller
// and freed by mahdar_address_free.
typedef struct {
  char *_Nullable url;
  char *_Nullable scheme;
  // In ASCII, an IPv6 address without its brackets.
  char *_Nullable host;
  long port;
} mahdar_address;

typedef enum {
  MAHDAR_ADDRESS_READ = 0,
  MAHDAR_ADDRESS_MISSING = 1,
  MAHDAR_ADDRESS_MALFORMED = 2,
  // It holds a name or a password.
  MAHDAR_ADDRESS_CREDENTIALS = 3,
} mahdar_address_result;

// Reads an address, or one that is relative to `base`.
mahdar_address_result mahdar_address_read(const char *_Nonnull text, const char *_Nullable base,
                                          mahdar_address *_Nonnull address);
void mahdar_address_free(mahdar_address *_Nonnull address);

typedef struct {
  const char *_Nonnull url;
  // `host:port:address,address`: the only addresses that the host's name stands for; NULL where it is a number itself.
  const char *_Nullable resolved;
  const char *_Nonnull agent;
  // Lines of the head; the list ends with NULL.
  const char *_Nullable const *_Nonnull headers;
  long connect_milliseconds;
  long total_milliseconds;
  // Slower than this many bytes a second for this many seconds is too slow.
  long slow_bytes;
  long slow_seconds;
  long long most_bytes;
} mahdar_fetch_request;

typedef struct {
  // Whether a connection to a numeric address may be made.
  int (*_Nonnull may_connect)(void *_Nonnull context, const char *_Nonnull address);
  // A line of the head; 0 ends the exchange.
  int (*_Nonnull header)(void *_Nonnull context, const char *_Nonnull bytes, size_t count);
  // A part of the body, unpacked, and how many bytes came over the wire so far; 0 ends the exchange.
  int (*_Nonnull body)(void *_Nonnull context, const char *_Nonnull bytes, size_t count, long long received);
  // Asked now and then; 0 ends the exchange.
  int (*_Nonnull goes_on)(void *_Nonnull context);
} mahdar_fetch_events;

typedef enum {
  MAHDAR_FETCH_DONE = 0,
  MAHDAR_FETCH_MISSING,
  MAHDAR_FETCH_TOO_SLOW,
  MAHDAR_FETCH_NO_CONNECTION,
  MAHDAR_FETCH_TLS,
  MAHDAR_FETCH_CERTIFICATE,
  MAHDAR_FETCH_CUT,
  MAHDAR_FETCH_TOO_LONG,
  MAHDAR_FETCH_NO_HTTP,
  MAHDAR_FETCH_BAD_CODING,
  MAHDAR_FETCH_RESET,
  MAHDAR_FETCH_ENDED,
  MAHDAR_FETCH_FAILED,
} mahdar_fetch_result;

typedef struct {
  mahdar_fetch_result result;
  // What libcurl calls it, for a report.
  int code;
  long status;
  // The numeric address that was connected to.
  char address[64];
} mahdar_fetch_answer;

mahdar_fetch_answer mahdar_fetch(const mahdar_fetch_request *_Nonnull request, const mahdar_fetch_events *_Nonnull events,
                                 void *_Nonnull context);

#endif
