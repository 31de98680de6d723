/* HTTP by libcurl, interruptible. See hub_transfer.h. */
#include "graph/weights/hub_transfer.h"

#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <curl/curl.h>

enum {
    CONNECT_SECONDS = 20,
    STALL_SECONDS = 60, /* without a byte */
    LOOK_MS = 50,       /* between looks at the interrupt flag */
};

/* Copies a header's value without spaces and quotes; a weak tag loses its W/. */
static void copy_value(char *out, size_t room, const char *value, size_t n)
{
    while (n && (*value == ' ' || *value == '\t')) {
        value++;
        n--;
    }
    while (n && strchr(" \t\r\n", value[n - 1]))
        n--;
    if (n > 2 && strncmp(value, "W/", 2) == 0) {
        value += 2;
        n -= 2;
    }
    if (n >= 2 && value[0] == '"' && value[n - 1] == '"') {
        value++;
        n -= 2;
    }
    if (n >= room) n = room - 1;
    memcpy(out, value, n);
    out[n] = '\0';
}

static bool is_header(const char *line, size_t n, const char *name)
{
    size_t m = strlen(name);
    return n > m && line[m] == ':' && strncasecmp(line, name, m) == 0;
}

static size_t on_header(char *line, size_t size, size_t count, void *context)
{
    gb_transfer *t = context;
    size_t n = size * count;
    char number[32];
    if (is_header(line, n, "x-linked-etag")) {
        copy_value(t->etag, sizeof t->etag, line + 14, n - 14);
    } else if (is_header(line, n, "etag") && !t->etag[0]) {
        copy_value(t->etag, sizeof t->etag, line + 5, n - 5);
    } else if (is_header(line, n, "x-linked-size")) {
        copy_value(number, sizeof number, line + 14, n - 14);
        t->size = strtoull(number, NULL, 10);
    } else if (is_header(line, n, "content-length") && !t->size && t->head_only) {
        copy_value(number, sizeof number, line + 15, n - 15);
        t->size = strtoull(number, NULL, 10);
    } else if (is_header(line, n, "x-repo-commit")) {
        copy_value(t->commit, sizeof t->commit, line + 14, n - 14);
    } else if (is_header(line, n, "location")) {
        copy_value(t->location, sizeof t->location, line + 9, n - 9);
    }
    return n;
}

typedef struct receiver {
    gb_transfer *t;
    CURL *curl;
    bool started;
} receiver;

/* The first bytes of a body: a server that ignored the range sends the file from its start. */
static bool start_body(receiver *r)
{
    long status = 0;
    curl_easy_getinfo(r->curl, CURLINFO_RESPONSE_CODE, &status);
    r->started = true;
    if (!r->t->from || status != 200) return true;
    r->t->from = 0;
    return fseeko(r->t->file, 0, SEEK_SET) == 0 && ftruncate(fileno(r->t->file), 0) == 0;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
    receiver *r = context;
    gb_transfer *t = r->t;
    size_t n = size * count;
    long status = 0;
    curl_easy_getinfo(r->curl, CURLINFO_RESPONSE_CODE, &status);
    bool to_file = t->file && (status == 200 || status == 206);
    if (to_file) {
        bool ok = (r->started || start_body(r)) && fwrite(bytes, 1, n, t->file) == n;
        if (!ok) t->failed_write = strerror(errno);
        return ok ? n : 0;
    }
    size_t limit = t->file ? 4096 : t->body_limit;
    if (t->body.size + n > limit) return t->file ? n : 0;
    gb_buffer_put(&t->body, bytes, n);
    return t->body.failed ? 0 : n;
}

static bool set_options(CURL *curl, gb_transfer *t, receiver *r, gb_error *err)
{
    r->t = t;
    r->curl = curl;
    curl_easy_setopt(curl, CURLOPT_URL, t->url);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, t->head_only ? 0L : 1L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, 8L);
    curl_easy_setopt(curl, CURLOPT_NOBODY, t->head_only ? 1L : 0L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, (long)STALL_SECONDS);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "glassbox/" GB_VERSION);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, t);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, r);
    if (t->from) curl_easy_setopt(curl, CURLOPT_RESUME_FROM_LARGE, (curl_off_t)t->from);
    if (t->token && t->token[0]) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
        curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, t->token);
    }
    (void)err;
    return true;
}

static void tell(const gb_transfer *t, CURL *curl)
{
    curl_off_t got = 0;
    if (!t->progress) return;
    curl_easy_getinfo(curl, CURLINFO_SIZE_DOWNLOAD_T, &got);
    t->progress(t->context, t->name, t->from + (uint64_t)got, t->size);
}

/* Runs the transfer in small steps, so that an interrupt is seen at once. */
static bool perform(CURLM *multi, CURL *curl, gb_transfer *t, CURLcode *result, gb_error *err)
{
    int running = 1, left;
    while (running) {
        if (!gb_check_interrupt(err)) return false;
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            return gb_fail(err, GB_ERR_CONNECTION, "the transfer could not go on");
        tell(t, curl);
        if (running) curl_multi_poll(multi, NULL, 0, LOOK_MS, NULL);
    }
    *result = CURLE_OK;
    for (CURLMsg *m; (m = curl_multi_info_read(multi, &left));)
        if (m->msg == CURLMSG_DONE) *result = m->data.result;
    return true;
}

static bool judge(gb_transfer *t, CURLcode result, const char *why, gb_error *err)
{
    if (result == CURLE_OK) return true;
    if (t->failed_write)
        return gb_fail(err, GB_ERR_OS, "'%s' cannot be written: %s", t->name, t->failed_write);
    const char *text = why[0] ? why : curl_easy_strerror(result);
    gb_error_class cls = result == CURLE_OPERATION_TIMEDOUT ? GB_ERR_TIMEOUT : GB_ERR_CONNECTION;
    return gb_fail(err, cls, "'%s' from %s: %s", t->name, t->url, text);
}

bool gb_transfer_run(gb_transfer *t, gb_error *err)
{
    char why[CURL_ERROR_SIZE] = "";
    receiver r = {0};
    CURLcode result = CURLE_OK;
    CURLM *multi = curl_multi_init();
    CURL *curl = curl_easy_init();
    bool ok = (multi && curl) || gb_fail(err, GB_ERR_MEMORY, "out of memory for a transfer");
    ok = ok && set_options(curl, t, &r, err);
    if (ok) {
        curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, why);
        curl_multi_add_handle(multi, curl);
        ok = perform(multi, curl, t, &result, err);
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &t->status);
        curl_multi_remove_handle(multi, curl);
        ok = ok && judge(t, result, why, err);
    }
    if (curl) curl_easy_cleanup(curl);
    if (multi) curl_multi_cleanup(multi);
    return ok;
}

void gb_transfer_release(gb_transfer *t)
{
    gb_buffer_release(&t->body);
}
