/* libcurl, interruptible. See transport.h. */
#include "share/transport.h"

#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <curl/curl.h>

enum {
    CONNECT_SECONDS = 10,
    STALL_SECONDS = 60, /* without a byte */
    LOOK_MS = 40,       /* between looks at the interrupt flag */
    MAX_LINE = 1024,
};

struct gb_transport {
    CURLM *multi;
    CURL *curl;
    char why[CURL_ERROR_SIZE];
};

/* What the callbacks of one request need. */
typedef struct receiver {
    gb_exchange *exchange;
    bool too_large;
} receiver;

gb_transport *gb_transport_new(gb_error *err)
{
    gb_transport *t = gb_calloc(1, sizeof *t, err);
    if (!t) return NULL;
    t->multi = curl_multi_init();
    t->curl = curl_easy_init();
    if (t->multi && t->curl) return t;
    gb_transport_free(t);
    (void)gb_fail(err, GB_ERR_MEMORY, "out of memory for a connection");
    return NULL;
}

void gb_transport_free(gb_transport *t)
{
    if (!t) return;
    if (t->curl) curl_easy_cleanup(t->curl);
    if (t->multi) curl_multi_cleanup(t->multi);
    gb_free(t);
}

static size_t on_header(char *line, size_t size, size_t count, void *context)
{
    static const char name[] = "retry-after:";
    receiver *r = context;
    size_t n = size * count;
    if (n > sizeof name && strncasecmp(line, name, sizeof name - 1) == 0) {
        char text[32];
        snprintf(text, sizeof text, "%.*s", (int)(n - sizeof name + 1), line + sizeof name - 1);
        r->exchange->retry_after = strtod(text, NULL);
    }
    return n;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
    receiver *r = context;
    size_t n = size * count;
    r->too_large = r->exchange->answer.size + n > r->exchange->limit;
    if (r->too_large) return 0;
    gb_buffer_put(&r->exchange->answer, bytes, n);
    return r->exchange->answer.failed ? 0 : n;
}

static struct curl_slist *headers_of(const gb_exchange *e)
{
    char line[MAX_LINE];
    struct curl_slist *list = curl_slist_append(NULL, "Content-Type: application/octet-stream");
    if (!e->idempotency || !list) return list;
    snprintf(line, sizeof line, "Idempotency-Key: %s", e->idempotency);
    return curl_slist_append(list, line);
}

static void set_options(gb_transport *t, const gb_exchange *e, receiver *r,
                        struct curl_slist *headers)
{
    CURL *curl = t->curl;
    curl_easy_reset(curl); /* the connection stays */
    t->why[0] = 0;
    curl_easy_setopt(curl, CURLOPT_URL, e->url);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, e->method);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, (long)STALL_SECONDS);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "glassbox/" GB_VERSION);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, r);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, r);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, t->why);
    if (e->seconds > 0) curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)(e->seconds * 1000));
    if (e->from > 0) curl_easy_setopt(curl, CURLOPT_RESUME_FROM_LARGE, (curl_off_t)e->from);
    if (e->body) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, e->body);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)e->size);
    }
    if (e->key && *e->key) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
        curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, e->key);
    }
}

static bool look(const gb_exchange *e, const atomic_bool *cancel, gb_error *err)
{
    if (e->must_be_quick) return true;
    if (cancel && atomic_load(cancel)) return gb_fail(err, GB_ERR_INTERRUPT, "%s", "");
    return gb_check_interrupt(err);
}

/* In small steps, so that an interrupt is seen at once. */
static bool perform(gb_transport *t, const gb_exchange *e, const atomic_bool *cancel,
                    CURLcode *result, gb_error *err)
{
    int running = 1, left;
    while (running) {
        if (!look(e, cancel, err)) return false;
        if (curl_multi_perform(t->multi, &running) != CURLM_OK)
            return gb_fail(err, GB_ERR_CONNECTION, "the connection could not go on");
        if (running) curl_multi_poll(t->multi, NULL, 0, LOOK_MS, NULL);
    }
    for (CURLMsg *m; (m = curl_multi_info_read(t->multi, &left));)
        if (m->msg == CURLMSG_DONE) *result = m->data.result;
    return true;
}

static bool judge(const gb_transport *t, const gb_exchange *e, const receiver *r, CURLcode result,
                  gb_error *err)
{
    if (result == CURLE_OK) return true;
    if (r->too_large)
        return gb_fail(err, GB_ERR_VALUE, "the answer of %s has more than %zu bytes", e->url,
                       e->limit);
    return gb_fail(err, result == CURLE_OPERATION_TIMEDOUT ? GB_ERR_TIMEOUT : GB_ERR_CONNECTION,
                   "%s", t->why[0] ? t->why : curl_easy_strerror(result));
}

bool gb_transport_run(gb_transport *t, gb_exchange *e, const atomic_bool *cancel, gb_error *err)
{
    receiver r = {e, false};
    CURLcode result = CURLE_OK;
    struct curl_slist *headers = headers_of(e);
    e->status = 0;
    e->retry_after = 0;
    set_options(t, e, &r, headers);
    curl_multi_add_handle(t->multi, t->curl);
    bool ok = perform(t, e, cancel, &result, err) && judge(t, e, &r, result, err);
    curl_easy_getinfo(t->curl, CURLINFO_RESPONSE_CODE, &e->status);
    curl_multi_remove_handle(t->multi, t->curl);
    curl_slist_free_all(headers);
    return ok;
}
