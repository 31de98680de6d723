/* The routes of jobs: accepting, telling, cancelling, results. */
#include "share/route.h"

#include "graph/base/memory.h"
#include "share/admit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_KEY = 256, PIECE = 1 << 16 };

/* --- POST /v1/jobs ---------------------------------------------------------------------------- */

static enum MHD_Result refuse(gb_request *request, unsigned status, const gb_error *err,
                              const gb_wire_fault *fault)
{
    gb_server_count(request->server, GB_METRIC_REFUSED, 1);
    if (fault->limit != GB_LIMIT_NONE) status = MHD_HTTP_CONTENT_TOO_LARGE;
    return gb_reply_error(request, status, err, fault);
}

static enum MHD_Result accept_job(gb_request *request, const char *model)
{
    gb_server *server = request->server;
    gb_error err = GB_ERROR_INIT;
    char id[GB_JOB_ID_SIZE];
    gb_store_entry entry = {gb_request_header(request, "Idempotency-Key"), model,
                            request->body.data, request->body.size};
    if (entry.key && (!*entry.key || strlen(entry.key) > MAX_KEY))
        return gb_reply_fail(request, MHD_HTTP_BAD_REQUEST, GB_ERR_VALUE,
                             "an Idempotency-Key has 1 to %d characters", MAX_KEY);
    gb_store_added added = gb_store_add(server->store, &entry, id, &err);
    switch (added) {
    case GB_STORE_FAILED:
        return gb_reply_error(request, MHD_HTTP_INTERNAL_SERVER_ERROR, &err, NULL);
    case GB_STORE_CONFLICT:
        return gb_reply_fail(request, MHD_HTTP_CONFLICT, GB_ERR_VALUE,
                             "this Idempotency-Key came with another job");
    case GB_STORE_FULL:
        return gb_reply_fail(request, MHD_HTTP_TOO_MANY_REQUESTS, GB_ERR_RUNTIME,
                             "%" PRId64 " jobs wait already; try again later",
                             gb_limit_of(GB_LIMIT_QUEUED)->value);
    default: break;
    }
    if (added == GB_STORE_ADDED) {
        gb_server_count(server, GB_METRIC_ACCEPTED, 1);
        gb_server_log(server, "job %s accepted for %s", id, model);
    }
    return gb_reply_json(request, MHD_HTTP_ACCEPTED,
                         json_pack("{s:s, s:b}", "id", id, "known", added == GB_STORE_KNOWN));
}

enum MHD_Result gb_route_post_job(gb_request *request)
{
    gb_error err = GB_ERROR_INIT;
    gb_wire_fault fault;
    gb_wire_job_owner owner;
    const gb_buffer *body = &request->body;
    if (!gb_wire_job_read(body->data ? body->data : "", body->size, &owner, &fault, &err))
        return refuse(request, MHD_HTTP_BAD_REQUEST, &err, &fault);
    gb_hosted *hosted = gb_server_find(request->server, owner.job.model);
    enum MHD_Result done;
    if (!hosted) {
        (void)gb_fail(&err, GB_ERR_FILE_NOT_FOUND,
                      "model '%.200s' is not served here (/v1/models tells which are)",
                      owner.job.model);
        done = refuse(request, MHD_HTTP_NOT_FOUND, &err, &fault);
    } else if (!gb_admit(&owner.job, hosted->model, &fault, &err)) {
        done = refuse(request, MHD_HTTP_UNPROCESSABLE_CONTENT, &err, &fault);
    } else {
        done = accept_job(request, hosted->id);
    }
    gb_wire_job_release(&owner);
    return done;
}

/* --- GET /v1/jobs/ID -------------------------------------------------------------------------- */

static json_t *progress_json(const gb_job_progress *p)
{
    return json_pack("{s:s, s:I, s:I, s:s}", "label", p->label, "done", (json_int_t)p->done,
                     "total", (json_int_t)p->total, "unit", p->unit);
}

json_t *gb_job_json(gb_server *server, const char *id, const gb_store_view *view,
                    const gb_job_progress *progress)
{
    char cursor[64];
    (void)server;
    snprintf(cursor, sizeof cursor, "%" PRId64 ".%" PRIu64, view->last, progress->version);
    json_t *json = json_pack("{s:s, s:s, s:s, s:s, s:O, s:f}", "id", id, "state",
                             gb_state_name(view->state), "model", view->model, "cursor", cursor,
                             "events", view->events, "created", view->created);
    if (!json) return NULL;
    if (view->state == GB_JOB_QUEUED)
        json_object_set_new(json, "ahead", json_integer((json_int_t)view->ahead));
    if (view->started > 0) json_object_set_new(json, "started", json_real(view->started));
    if (view->ended > 0) json_object_set_new(json, "ended", json_real(view->ended));
    if (*progress->label) json_object_set_new(json, "progress", progress_json(progress));
    if (view->error) json_object_set(json, "error", view->error);
    if (view->result_size >= 0)
        json_object_set_new(json, "result",
                            json_pack("{s:I, s:s}", "bytes", (json_int_t)view->result_size,
                                      "sha256", view->result_hash));
    return json;
}

/* "12.3": the last event that is known, and the last progress. Anything else: the beginning. */
static void read_cursor(const char *text, int64_t *event, uint64_t *version)
{
    char *rest = NULL;
    *event = text ? strtoll(text, &rest, 10) : 0;
    *version = rest && *rest == '.' ? strtoull(rest + 1, NULL, 10) : 0;
    if (*event < 0) *event = 0;
}

/* Seconds to wait for news: as asked, within the limit; nothing when no cursor is given. */
static double wait_seconds(const gb_request *request, const char *after)
{
    const char *asked = gb_request_query(request, "wait");
    double limit = (double)gb_limit_of(GB_LIMIT_WAIT)->value;
    double seconds = asked ? strtod(asked, NULL) : after ? limit : 0;
    return seconds > 0 ? (seconds < limit ? seconds : limit) : 0;
}

static enum MHD_Result tell_job(gb_request *request, int64_t event, uint64_t version, double wait)
{
    gb_server *server = request->server;
    double end = gb_server_clock() + wait;
    for (;;) {
        gb_error err = GB_ERROR_INIT;
        gb_store_view view;
        uint64_t seen = gb_store_news(server->store);
        if (!gb_store_look(server->store, request->argument, event, &view, &err))
            return gb_reply_error(request,
                                  err.cls == GB_ERR_KEY ? MHD_HTTP_NOT_FOUND
                                                        : MHD_HTTP_INTERNAL_SERVER_ERROR,
                                  &err, NULL);
        gb_job_progress progress = gb_worker_progress(server, request->argument);
        double left = end - gb_server_clock();
        bool news = view.last > event || progress.version > version || left <= 0 ||
                    gb_state_is_final(view.state) || atomic_load(&server->stopping);
        json_t *json = news ? gb_job_json(server, request->argument, &view, &progress) : NULL;
        gb_store_view_release(&view);
        if (news) return gb_reply_json(request, MHD_HTTP_OK, json);
        gb_store_wait(server->store, seen, left);
    }
}

static bool wants_stream(const gb_request *request)
{
    const char *accepts = gb_request_header(request, "Accept");
    return accepts && strstr(accepts, "text/event-stream");
}

enum MHD_Result gb_route_get_job(gb_request *request)
{
    int64_t event;
    uint64_t version;
    const char *after = gb_request_query(request, "after");
    const char *last = gb_request_header(request, "Last-Event-ID");
    if (wants_stream(request)) {
        read_cursor(last ? last : after, &event, &version);
        return gb_stream_reply(request, event);
    }
    read_cursor(after, &event, &version);
    return tell_job(request, event, version, wait_seconds(request, after));
}

/* --- DELETE /v1/jobs/ID ----------------------------------------------------------------------- */

enum MHD_Result gb_route_delete_job(gb_request *request)
{
    gb_server *server = request->server;
    gb_error err = GB_ERROR_INIT;
    gb_job_state state = GB_JOB_IDLE;
    if (!gb_store_cancel(server->store, request->argument, &state, &err))
        return gb_reply_error(
            request, err.cls == GB_ERR_KEY ? MHD_HTTP_NOT_FOUND : MHD_HTTP_INTERNAL_SERVER_ERROR,
            &err, NULL);
    if (state == GB_JOB_RUNNING) gb_worker_cancel(server, request->argument, GB_STOP_CANCELLED);
    if (state == GB_JOB_QUEUED) gb_server_count(server, GB_METRIC_CANCELLED, 1);
    bool now = state == GB_JOB_QUEUED;
    return gb_reply_json(request, state == GB_JOB_RUNNING ? MHD_HTTP_ACCEPTED : MHD_HTTP_OK,
                         json_pack("{s:s, s:s}", "id", request->argument, "state",
                                   gb_state_name(now ? GB_JOB_CANCELLED : state)));
}

/* --- GET /v1/jobs/ID/result ------------------------------------------------------------------- */

/* A body that is read from the log piece by piece. */
typedef struct result_reader {
    gb_store *store;
    char id[GB_JOB_ID_SIZE];
    int64_t first;
} result_reader;

static ssize_t read_piece(void *context, uint64_t at, char *to, size_t room)
{
    const result_reader *r = context;
    gb_buffer piece = GB_BUFFER_INIT;
    bool ok = gb_store_result(r->store, r->id, r->first + (int64_t)at, room, &piece, NULL);
    ssize_t n = ok && piece.size > 0 ? (ssize_t)piece.size : MHD_CONTENT_READER_END_WITH_ERROR;
    if (n > 0) memcpy(to, piece.data, piece.size);
    gb_buffer_release(&piece);
    return n;
}

/* "bytes=10-19", "bytes=10-", "bytes=-5" of `size` bytes. False for other forms, which mean the
 * whole; *fits tells whether any byte is in it. */
static bool read_range(const char *text, int64_t size, int64_t *first, int64_t *end, bool *fits)
{
    char *rest;
    if (!text || strncmp(text, "bytes=", 6) != 0 || strchr(text, ',')) return false;
    text += 6;
    if (*text == '-') {
        int64_t last = strtoll(text + 1, &rest, 10);
        *first = last < size ? size - last : 0;
        *end = size;
        *fits = last > 0 && size > 0;
        return *rest == 0;
    }
    *first = strtoll(text, &rest, 10);
    if (rest == text || *rest != '-') return false;
    *end = rest[1] ? strtoll(rest + 1, &rest, 10) + 1 : size;
    if (*end > size) *end = size;
    *fits = *first >= 0 && *first < *end;
    return true;
}

static enum MHD_Result send_result(gb_request *request, const gb_store_view *view)
{
    int64_t first = 0, end = view->result_size;
    char etag[80], range[96];
    bool fits = true;
    const char *same = gb_request_header(request, "If-Range");
    snprintf(etag, sizeof etag, "\"%s\"", view->result_hash);
    bool part =
        (!same || strcmp(same, etag) == 0) &&
        read_range(gb_request_header(request, "Range"), view->result_size, &first, &end, &fits);
    if (!fits)
        return gb_reply_fail(request, MHD_HTTP_RANGE_NOT_SATISFIABLE, GB_ERR_INDEX,
                             "the result has %" PRId64 " bytes", view->result_size);
    result_reader *reader = gb_calloc(1, sizeof *reader, NULL);
    if (!reader) return MHD_NO;
    reader->store = request->server->store;
    reader->first = first;
    memcpy(reader->id, request->argument, strlen(request->argument) + 1);
    struct MHD_Response *response = MHD_create_response_from_callback(
        (uint64_t)(end - first), PIECE, read_piece, reader, gb_free);
    if (!response) return gb_free(reader), MHD_NO;
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "application/zstd");
    MHD_add_response_header(response, MHD_HTTP_HEADER_ETAG, etag);
    MHD_add_response_header(response, MHD_HTTP_HEADER_ACCEPT_RANGES, "bytes");
    snprintf(range, sizeof range, "bytes %" PRId64 "-%" PRId64 "/%" PRId64, first, end - 1,
             view->result_size);
    if (part) MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_RANGE, range);
    return gb_reply_take(request, part ? MHD_HTTP_PARTIAL_CONTENT : MHD_HTTP_OK, response);
}

static enum MHD_Result no_result(gb_request *request, const gb_store_view *view)
{
    if (view->error)
        return gb_reply_json(request, MHD_HTTP_CONFLICT, json_pack("{s:O}", "error", view->error));
    return gb_reply_fail(request, MHD_HTTP_CONFLICT, GB_ERR_RUNTIME, "the job is %s",
                         gb_state_name(view->state));
}

enum MHD_Result gb_route_get_result(gb_request *request)
{
    gb_error err = GB_ERROR_INIT;
    gb_store_view view;
    if (!gb_store_look(request->server->store, request->argument, INT64_MAX, &view, &err))
        return gb_reply_error(
            request, err.cls == GB_ERR_KEY ? MHD_HTTP_NOT_FOUND : MHD_HTTP_INTERNAL_SERVER_ERROR,
            &err, NULL);
    enum MHD_Result done =
        view.result_size >= 0 ? send_result(request, &view) : no_result(request, &view);
    gb_store_view_release(&view);
    return done;
}
