/* Routes of a server, as calls. See client.h. */
#include "share/client.h"

#include "graph/base/hash.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "share/limit.h"
#include "share/transport.h"
#include "share/wire.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    TRIES_FIRST = 3, /* before the server was ever heard of */
    TRIES = 8,       /* afterwards: it may be starting again */
    MAX_JSON = 512 << 20,
    CANCEL_SECONDS = 2,
};
#define FIRST_PAUSE 0.25
#define LONGEST_PAUSE 8.0

struct gb_client {
    char *url;  /* without a slash at its end */
    char *host; /* the url without its scheme */
    char *key;
    gb_transport *transport;
    const atomic_bool *cancel;
    bool heard; /* it answered once */
};

/* --- life ------------------------------------------------------------------------------------- */

/* Only what is part of an address: nothing that could end a line or begin a query. */
static bool check_host(const char *host, gb_error *err)
{
    for (const char *c = host; *c; c++)
        if (!isalnum((unsigned char)*c) && !strchr("-._~:/[]@%", *c))
            return gb_fail(err, GB_ERR_VALUE, "'%.100s' is no address of a server", host);
    return *host || gb_fail(err, GB_ERR_VALUE, "the address of the server is empty");
}

gb_client *gb_client_new(const char *host, const char *key, gb_error *err)
{
    gb_client *client = gb_calloc(1, sizeof *client, err);
    gb_buffer url = GB_BUFFER_INIT;
    if (!client || !check_host(host, err)) return gb_free(client), NULL;
    const char *scheme = strstr(host, "://");
    gb_buffer_format(&url, "%s%s", scheme ? "" : "http://", host);
    while (url.size && url.data[url.size - 1] == '/')
        url.data[--url.size] = 0;
    client->url = gb_buffer_take(&url, NULL, err);
    client->host = client->url ? gb_strdup(strstr(client->url, "://") + 3, err) : NULL;
    client->key = key ? gb_strdup(key, err) : NULL;
    client->transport = gb_transport_new(err);
    if (client->host && (client->key || !key) && client->transport) return client;
    gb_client_free(client);
    return NULL;
}

void gb_client_free(gb_client *client)
{
    if (!client) return;
    gb_transport_free(client->transport);
    gb_free(client->url);
    gb_free(client->host);
    gb_free(client->key);
    gb_free(client);
}

const char *gb_client_host(const gb_client *client)
{
    return client->host;
}

void gb_client_watch(gb_client *client, const atomic_bool *cancel)
{
    client->cancel = cancel;
}

/* --- one call --------------------------------------------------------------------------------- */

static bool is_passing(long status)
{
    return status == 429 || (status >= 500 && status != 501);
}

/* The error that the answer's bytes from `start` on tell of. */
static bool fail_as_told(const gb_client *client, const gb_exchange *e, size_t start, gb_error *err)
{
    const char *text = e->answer.data ? e->answer.data + start : "";
    json_t *json = gb_json_parse(text, e->answer.size - start, "it", NULL);
    const json_t *error = json_object_get(json, "error");
    if (error)
        gb_wire_error_take(error, err);
    else
        (void)gb_fail(err, GB_ERR_CONNECTION,
                      "%s answered with status %ld; is it a server of glassbox?", client->url,
                      e->status);
    json_decref(json);
    return false;
}

/* Forgets what came after the first `size` bytes. */
static void cut_answer(gb_exchange *e, size_t size)
{
    if (e->answer.data) e->answer.data[size] = 0;
    e->answer.size = size;
}

/* Sends until an answer came that is not of a passing trouble. What a lost connection left of an
 * answer is kept when the call can go on from there (`resumes`). */
static bool call(gb_client *client, gb_exchange *e, bool resumes, gb_error *err)
{
    double pause = FIRST_PAUSE;
    int tries = client->heard ? TRIES : TRIES_FIRST;
    for (int i = 1;; i++) {
        gb_error why = GB_ERROR_INIT;
        size_t start = resumes ? e->answer.size : 0;
        cut_answer(e, start);
        e->from = (int64_t)start;
        bool came = gb_transport_run(client->transport, e, client->cancel, &why);
        if (why.cls == GB_ERR_INTERRUPT || why.cls == GB_ERR_VALUE) {
            if (err) *err = why;
            return false;
        }
        if (came) client->heard = true;
        if (came && e->status < 400) return true;
        if (came && (i >= tries || !is_passing(e->status)))
            return fail_as_told(client, e, start, err);
        if (came || !resumes) cut_answer(e, start);
        if (i >= tries)
            return gb_fail(err, GB_ERR_CONNECTION, "the server at %s cannot be reached: %s",
                           client->url, why.message);
        if (e->retry_after > pause) pause = e->retry_after;
        if (!gb_wait(pause < LONGEST_PAUSE ? pause : LONGEST_PAUSE, -1, err)) return false;
        pause *= 2;
    }
}

/* The answer as a JSON object. */
static json_t *take_json(const gb_client *client, const gb_exchange *e, gb_error *err)
{
    json_t *json = gb_json_parse(e->answer.data ? e->answer.data : "", e->answer.size,
                                 "the server's answer", err);
    if (!json || json_is_object(json)) return json;
    json_decref(json);
    (void)gb_fail(err, GB_ERR_CONNECTION, "%s does not answer as a server of glassbox",
                  client->url);
    return NULL;
}

static json_t *call_json(gb_client *client, gb_exchange *e, const char *path, gb_error *err)
{
    gb_buffer url = GB_BUFFER_INIT;
    gb_buffer_format(&url, "%s%s", client->url, path);
    json_t *json = NULL;
    if (gb_buffer_ok(&url, err)) {
        e->url = url.data;
        e->key = client->key;
        e->limit = MAX_JSON;
        if (call(client, e, false, err)) json = take_json(client, e, err);
    }
    gb_buffer_release(&e->answer);
    gb_buffer_release(&url);
    return json;
}

/* --- models ----------------------------------------------------------------------------------- */

json_t *gb_client_get(gb_client *client, const char *path, gb_error *err)
{
    gb_exchange e = {.method = "GET"};
    return call_json(client, &e, path, err);
}

char *gb_client_model_path(const char *id, gb_error *err)
{
    gb_buffer path = GB_BUFFER_INIT;
    gb_buffer_text(&path, "/v1/models/");
    for (const unsigned char *c = (const unsigned char *)id; *c; c++) {
        if (isalnum(*c) || strchr("-._~/", *c))
            gb_buffer_char(&path, (char)*c);
        else
            gb_buffer_format(&path, "%%%02X", *c);
    }
    return gb_buffer_take(&path, NULL, err);
}

/* --- jobs ------------------------------------------------------------------------------------- */

/* What a server calls a job: letters and digits, so that it can stand in a path. */
static bool take_id(const json_t *json, char id[GB_CLIENT_ID], gb_error *err)
{
    const char *text = gb_json_string_or(json, "id", "");
    size_t n = strlen(text);
    for (size_t i = 0; i < n; i++)
        if (!isalnum((unsigned char)text[i])) n = 0;
    if (n == 0 || n >= GB_CLIENT_ID)
        return gb_fail(err, GB_ERR_CONNECTION, "the server did not name the job it accepted");
    memcpy(id, text, n + 1);
    return true;
}

bool gb_client_send(gb_client *client, const gb_buffer *block, char id[GB_CLIENT_ID], gb_error *err)
{
    char key[33]; /* of gb_random_id */
    if (!gb_random_id(key, err)) return false;
    gb_exchange e = {
        .method = "POST", .idempotency = key, .body = block->data, .size = block->size};
    json_t *json = call_json(client, &e, "/v1/jobs", err);
    bool ok = json && take_id(json, id, err);
    json_decref(json);
    return ok;
}

json_t *gb_client_look(gb_client *client, const char *id, char cursor[GB_CLIENT_CURSOR],
                       double seconds, gb_error *err)
{
    char path[256];
    gb_exchange e = {.method = "GET"};
    snprintf(path, sizeof path, "/v1/jobs/%s?after=%s&wait=%.0f", id, *cursor ? cursor : "0",
             seconds);
    json_t *json = call_json(client, &e, path, err);
    const char *next = gb_json_string_or(json, "cursor", "");
    if (strspn(next, "0123456789.") == strlen(next))
        snprintf(cursor, GB_CLIENT_CURSOR, "%.*s", GB_CLIENT_CURSOR - 1, next);
    return json;
}

bool gb_client_fetch(gb_client *client, const char *id, int64_t size, const char *sha256,
                     gb_buffer *out, gb_error *err)
{
    gb_buffer url = GB_BUFFER_INIT;
    char hash[GB_SHA256_TEXT];
    gb_buffer_format(&url, "%s/v1/jobs/%s/result", client->url, id);
    gb_exchange e = {.method = "GET", .url = url.data, .key = client->key};
    bool ok = gb_buffer_ok(&url, err) &&
              gb_limit_holds(GB_LIMIT_RESULT, size < 0 ? INT64_MAX : size, NULL, err);
    e.limit = (size_t)size;
    ok = ok && call(client, &e, true, err) &&
         gb_sha256_hex(e.answer.data ? e.answer.data : "", e.answer.size, hash, err);
    if (ok && ((int64_t)e.answer.size != size || strcmp(hash, sha256) != 0))
        ok = gb_fail(err, GB_ERR_CONNECTION, "the result of job %s arrived damaged", id);
    if (ok) gb_buffer_put(out, e.answer.data, e.answer.size);
    gb_buffer_release(&e.answer);
    gb_buffer_release(&url);
    return ok && gb_buffer_ok(out, err);
}

void gb_client_cancel(gb_client *client, const char *id)
{
    gb_buffer url = GB_BUFFER_INIT;
    gb_buffer_format(&url, "%s/v1/jobs/%s", client->url, id);
    gb_exchange e = {.method = "DELETE",
                     .url = url.data,
                     .key = client->key,
                     .limit = MAX_JSON,
                     .seconds = CANCEL_SECONDS,
                     .must_be_quick = true};
    if (url.data) (void)!gb_transport_run(client->transport, &e, NULL, NULL);
    gb_buffer_release(&e.answer);
    gb_buffer_release(&url);
}
