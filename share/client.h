/* The client of a server's routes: sends jobs, follows them, fetches results. HTTP alone; the
 * engine's side of remote=True is remote.h.
 *
 * Every call tries again, with growing pauses, after lost connections and answers of 5xx and 429; a
 * job is sent with an idempotency key, so none ever runs twice. Ctrl-C ends any call at once with
 * KeyboardInterrupt. One thread at a time. */
#ifndef GB_SHARE_CLIENT_H
#define GB_SHARE_CLIENT_H

#include "graph/base/json.h"
#include "share/state.h"

#include <stdatomic.h>

typedef struct gb_client gb_client;

enum { GB_CLIENT_ID = 64, GB_CLIENT_CURSOR = 64 };

/* `host`: "https://server:8000", or without "http://". `key` may be NULL. Both copied. */
gb_client *gb_client_new(const char *host, const char *key, gb_error *err) GB_MUST_CHECK;
void gb_client_free(gb_client *client);

/* "127.0.0.1:8000" */
const char *gb_client_host(const gb_client *client);

/* When *cancel (NULL: none) becomes true, the call in progress ends as if interrupted. */
void gb_client_watch(gb_client *client, const atomic_bool *cancel);

/* GET of a path of the server ("/v1/models"): a JSON object, owned. An error that the server
 * answers with is filled as it stands. */
json_t *gb_client_get(gb_client *client, const char *path, gb_error *err) GB_MUST_CHECK;

/* The path of a model's description, for gb_client_get: "/v1/models/owner/name". Owned. */
char *gb_client_model_path(const char *id, gb_error *err) GB_MUST_CHECK;

/* Sends a job's block; its id. */
bool gb_client_send(gb_client *client, const gb_buffer *block, char id[GB_CLIENT_ID],
                    gb_error *err) GB_MUST_CHECK;

/* The job's state as the server tells it (README.md), waiting at most `seconds` for news after
 * `cursor` ("" at first), which moves on. Owned. */
json_t *gb_client_look(gb_client *client, const char *id, char cursor[GB_CLIENT_CURSOR],
                       double seconds, gb_error *err) GB_MUST_CHECK;

/* Fetches the result's block (appended), going on where a lost connection left off, and compares it
 * with the checksum. `size` and `sha256` are the server's. */
bool gb_client_fetch(gb_client *client, const char *id, int64_t size, const char *sha256,
                     gb_buffer *out, gb_error *err) GB_MUST_CHECK;

/* Cancels a job, once and quickly, also when interrupted; who cannot be reached is not told. */
void gb_client_cancel(gb_client *client, const char *id);

#endif
