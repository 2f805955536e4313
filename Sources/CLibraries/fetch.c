#define _GNU_SOURCE
#include "fetch.h"

#define CURL_DISABLE_TYPECHECK
#define CURL_DISABLE_DEPRECATION
#include <arpa/inet.h>
#include <curl/curl.h>
#include <dlfcn.h>
#include <locale.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "library.h"

// What versions of libcurl before it was known leave unread.
#ifndef CURLU_PUNYCODE
#define CURLU_PUNYCODE (1 << 12)
#endif

typedef struct {
  __typeof__(&curl_global_init) curl_global_init;
  __typeof__(&curl_easy_init) curl_easy_init;
  __typeof__(&curl_easy_setopt) curl_easy_setopt;
  __typeof__(&curl_easy_perform) curl_easy_perform;
  __typeof__(&curl_easy_getinfo) curl_easy_getinfo;
  __typeof__(&curl_easy_cleanup) curl_easy_cleanup;
  __typeof__(&curl_slist_append) curl_slist_append;
  __typeof__(&curl_slist_free_all) curl_slist_free_all;
  __typeof__(&curl_url) curl_url;
  __typeof__(&curl_url_set) curl_url_set;
  __typeof__(&curl_url_get) curl_url_get;
  __typeof__(&curl_url_cleanup) curl_url_cleanup;
  __typeof__(&curl_free) curl_free;
} curl_functions;

static curl_functions curl;
static int is_loaded;
// By which libidn2 takes the letters of names for UTF-8, whatever the user's language is.
static locale_t letters;

static void load(void) {
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.so", NULL};
  void *library = mahdar_library(names);
  if (!library) return;
  int has_all = LOAD(library, &curl, curl_global_init) && LOAD(library, &curl, curl_easy_init) &&
                LOAD(library, &curl, curl_easy_setopt) && LOAD(library, &curl, curl_easy_perform) &&
                LOAD(library, &curl, curl_easy_getinfo) && LOAD(library, &curl, curl_easy_cleanup) &&
                LOAD(library, &curl, curl_slist_append) && LOAD(library, &curl, curl_slist_free_all) &&
                LOAD(library, &curl, curl_url) && LOAD(library, &curl, curl_url_set) &&
                LOAD(library, &curl, curl_url_get) && LOAD(library, &curl, curl_url_cleanup) &&
                LOAD(library, &curl, curl_free);
  letters = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  is_loaded = has_all && curl.curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static int is_ready(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

// A part of an address as the caller may keep it.
static char *part(CURLU *handle, CURLUPart what, unsigned int flags) {
  char *text = NULL;
  if (curl.curl_url_get(handle, what, &text, flags) != CURLUE_OK || !text) return NULL;
  char *copy = strdup(text);
  curl.curl_free(text);
  return copy;
}

mahdar_address_result mahdar_address_read(const char *text, const char *base, mahdar_address *address) {
  memset(address, 0, sizeof *address);
  if (!is_ready()) return MAHDAR_ADDRESS_MISSING;
  CURLU *handle = curl.curl_url();
  if (!handle) return MAHDAR_ADDRESS_MALFORMED;
  mahdar_address_result result = MAHDAR_ADDRESS_MALFORMED;
  if (base && curl.curl_url_set(handle, CURLUPART_URL, base, CURLU_URLENCODE) != CURLUE_OK) goto end;
  CURLUcode code = curl.curl_url_set(handle, CURLUPART_URL, text, CURLU_URLENCODE | CURLU_DISALLOW_USER);
  if (code == CURLUE_USER_NOT_ALLOWED) result = MAHDAR_ADDRESS_CREDENTIALS;
  if (code != CURLUE_OK) goto end;
  curl.curl_url_set(handle, CURLUPART_FRAGMENT, NULL, 0);
  char *zone = part(handle, CURLUPART_ZONEID, 0);
  if (zone) {
    free(zone);
    goto end;
  }
  locale_t before = letters ? uselocale(letters) : (locale_t)0;
  address->host = part(handle, CURLUPART_HOST, CURLU_PUNYCODE);
  if (before) uselocale(before);
  if (!address->host) goto end;
  if (curl.curl_url_set(handle, CURLUPART_HOST, address->host, 0) != CURLUE_OK) goto end;
  address->scheme = part(handle, CURLUPART_SCHEME, 0);
  char *port = part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  address->port = port ? strtol(port, NULL, 10) : 0;
  free(port);
  address->url = part(handle, CURLUPART_URL, 0);
  size_t length = strlen(address->host);
  if (address->host[0] == '[' && length > 2) {
    memmove(address->host, address->host + 1, length - 2);
    address->host[length - 2] = 0;
  }
  if (address->scheme && address->url && address->port > 0) result = MAHDAR_ADDRESS_READ;
end:
  curl.curl_url_cleanup(handle);
  return result;
}

void mahdar_address_free(mahdar_address *address) {
  free(address->url);
  free(address->scheme);
  free(address->host);
  memset(address, 0, sizeof *address);
}

// What the callbacks of an exchange need.
typedef struct {
  CURL *handle;
  const mahdar_fetch_events *events;
  void *context;
} exchange;

static curl_socket_t open_socket(void *state, curlsocktype purpose, struct curl_sockaddr *to) {
  exchange *one = state;
  char text[INET6_ADDRSTRLEN];
  const void *address = NULL;
  if (to->family == AF_INET) address = &((struct sockaddr_in *)&to->addr)->sin_addr;
  if (to->family == AF_INET6) address = &((struct sockaddr_in6 *)&to->addr)->sin6_addr;
  if (purpose != CURLSOCKTYPE_IPCXN || !address || !inet_ntop(to->family, address, text, sizeof text)) {
    return CURL_SOCKET_BAD;
  }
  if (!one->events->may_connect(one->context, text)) return CURL_SOCKET_BAD;
  return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

static size_t take_header(char *bytes, size_t size, size_t count, void *state) {
  exchange *one = state;
  return one->events->header(one->context, bytes, size * count) ? size * count : 0;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *state) {
  exchange *one = state;
  curl_off_t received = 0;
  curl.curl_easy_getinfo(one->handle, CURLINFO_SIZE_DOWNLOAD_T, &received);
  return one->events->body(one->context, bytes, size * count, received) ? size * count : 0;
}

static int show(void *state, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
  (void)a, (void)b, (void)c, (void)d;
  exchange *one = state;
  return !one->events->goes_on(one->context);
}

static mahdar_fetch_result result_of(CURLcode code) {
  switch (code) {
    case CURLE_OK: return MAHDAR_FETCH_DONE;
    case CURLE_OPERATION_TIMEDOUT: return MAHDAR_FETCH_TOO_SLOW;
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST: return MAHDAR_FETCH_NO_CONNECTION;
    case CURLE_SSL_CONNECT_ERROR: return MAHDAR_FETCH_TLS;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR: return MAHDAR_FETCH_CERTIFICATE;
    case CURLE_PARTIAL_FILE: return MAHDAR_FETCH_CUT;
    case CURLE_FILESIZE_EXCEEDED: return MAHDAR_FETCH_TOO_LONG;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY: return MAHDAR_FETCH_NO_HTTP;
    case CURLE_BAD_CONTENT_ENCODING: return MAHDAR_FETCH_BAD_CODING;
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR: return MAHDAR_FETCH_RESET;
    case CURLE_WRITE_ERROR:
    case CURLE_ABORTED_BY_CALLBACK: return MAHDAR_FETCH_ENDED;
    default: return MAHDAR_FETCH_FAILED;
  }
}

mahdar_fetch_answer mahdar_fetch(const mahdar_fetch_request *request, const mahdar_fetch_events *events, void *context) {
  mahdar_fetch_answer answer = {.result = MAHDAR_FETCH_MISSING};
  if (!is_ready()) return answer;
  answer.result = MAHDAR_FETCH_FAILED;
  CURL *handle = curl.curl_easy_init();
  if (!handle) return answer;
  exchange one = {.handle = handle, .events = events, .context = context};
  struct curl_slist *headers = NULL;
  for (const char *const *header = request->headers; *header; header++) {
    struct curl_slist *longer = curl.curl_slist_append(headers, *header);
    if (longer) headers = longer;
  }
  struct curl_slist *resolved = request->resolved ? curl.curl_slist_append(NULL, request->resolved) : NULL;
#define SET(option, value) is_set = is_set && curl.curl_easy_setopt(handle, option, value) == CURLE_OK
  int is_set = resolved || !request->resolved;
  SET(CURLOPT_URL, request->url);
  SET(CURLOPT_RESOLVE, resolved);
  SET(CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_PROXY, "");
  SET(CURLOPT_NOPROXY, "*");
  SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  SET(CURLOPT_SSL_VERIFYPEER, 1L);
  SET(CURLOPT_SSL_VERIFYHOST, 2L);
  SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  SET(CURLOPT_HTTP09_ALLOWED, 0L);
  SET(CURLOPT_USERAGENT, request->agent);
  SET(CURLOPT_HTTPHEADER, headers);
  SET(CURLOPT_ACCEPT_ENCODING, "");
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  SET(CURLOPT_TIMEOUT_MS, request->total_milliseconds);
  SET(CURLOPT_LOW_SPEED_LIMIT, request->slow_bytes);
  SET(CURLOPT_LOW_SPEED_TIME, request->slow_seconds);
  SET(CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->most_bytes);
  SET(CURLOPT_FORBID_REUSE, 1L);
  SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  SET(CURLOPT_OPENSOCKETDATA, &one);
  SET(CURLOPT_HEADERFUNCTION, take_header);
  SET(CURLOPT_HEADERDATA, &one);
  SET(CURLOPT_WRITEFUNCTION, take_body);
  SET(CURLOPT_WRITEDATA, &one);
  SET(CURLOPT_NOPROGRESS, 0L);
  SET(CURLOPT_XFERINFOFUNCTION, show);
  SET(CURLOPT_XFERINFODATA, &one);
#undef SET
  if (is_set) {
    CURLcode code = curl.curl_easy_perform(handle);
    answer.code = (int)code;
    answer.result = result_of(code);
    curl.curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer.status);
    char *address = NULL;
    if (curl.curl_easy_getinfo(handle, CURLINFO_PRIMARY_IP, &address) == CURLE_OK && address) {
      snprintf(answer.address, sizeof answer.address, "%s", address);
    }
  }
  curl.curl_slist_free_all(headers);
  curl.curl_slist_free_all(resolved);
  curl.curl_easy_cleanup(handle);
  return answer;
}
