/* A job's news as text/event-stream: the log's events with their numbers as ids, progress between
 * them without. The stream ends after the event of a final state; a client that lost the connection
 * goes on with Last-Event-ID. */
#include "share/route.h"

#include "graph/base/memory.h"

#include <inttypes.h>
#include <string.h>

#define KEEP_ALIVE_SECONDS 15.0

typedef struct stream {
    gb_server *server;
    char id[GB_JOB_ID_SIZE];
    int64_t last;     /* event that was sent */
    uint64_t version; /* progress that was sent */
    bool over;
    gb_buffer pending; /* text that was not taken yet */
    size_t taken;
} stream;

static void put_json(gb_buffer *out, json_t *json)
{
    char *text = json ? gb_json_text(json, false, NULL) : NULL;
    gb_buffer_format(out, "data: %s\n\n", text ? text : "{}");
    gb_free(text);
}

static void put_progress(stream *s)
{
    gb_job_progress p = gb_worker_progress(s->server, s->id);
    if (p.version <= s->version || !*p.label) return;
    s->version = p.version;
    json_t *json = json_pack("{s:s, s:I, s:I, s:s}", "label", p.label, "done", (json_int_t)p.done,
                             "total", (json_int_t)p.total, "unit", p.unit);
    gb_buffer_text(&s->pending, "event: progress\n");
    put_json(&s->pending, json);
    json_decref(json);
}

/* Puts what is new into `pending`; false when there is an end. */
static bool look(stream *s)
{
    gb_store_view view;
    size_t i;
    json_t *event;
    if (!gb_store_look(s->server->store, s->id, s->last, &view, NULL)) return false;
    json_array_foreach(view.events, i, event)
    {
        gb_buffer_format(&s->pending, "id: %" PRId64 "\nevent: %s\n", gb_json_int_or(event, "n", 0),
                         gb_json_string_or(event, "kind", "message"));
        put_json(&s->pending, event);
    }
    s->last = view.last;
    s->over = gb_state_is_final(view.state);
    gb_store_view_release(&view);
    if (!s->over) put_progress(s);
    return true;
}

static bool fill(stream *s)
{
    double end = gb_server_clock() + KEEP_ALIVE_SECONDS;
    gb_buffer_clear(&s->pending);
    s->taken = 0;
    while (s->pending.size == 0) {
        uint64_t seen = gb_store_news(s->server->store);
        if (s->over || atomic_load(&s->server->stopping) || !look(s)) return s->pending.size > 0;
        double left = end - gb_server_clock();
        if (s->pending.size == 0 && left <= 0) gb_buffer_text(&s->pending, ": still here\n\n");
        if (s->pending.size == 0 && !s->over) gb_store_wait(s->server->store, seen, left);
    }
    return true;
}

static ssize_t read_stream(void *context, uint64_t at, char *to, size_t room)
{
    stream *s = context;
    (void)at;
    if (s->taken >= s->pending.size && !fill(s)) return MHD_CONTENT_READER_END_OF_STREAM;
    size_t n = s->pending.size - s->taken;
    if (n > room) n = room;
    memcpy(to, s->pending.data + s->taken, n);
    s->taken += n;
    return (ssize_t)n;
}

static void free_stream(void *context)
{
    gb_buffer_release(&((stream *)context)->pending);
    gb_free(context);
}

enum MHD_Result gb_stream_reply(gb_request *request, int64_t after)
{
    gb_error err = GB_ERROR_INIT;
    gb_store_view view;
    if (!gb_store_look(request->server->store, request->argument, INT64_MAX, &view, &err))
        return gb_reply_error(request, MHD_HTTP_NOT_FOUND, &err, NULL);
    gb_store_view_release(&view);
    stream *s = gb_calloc(1, sizeof *s, NULL);
    if (!s) return MHD_NO;
    s->server = request->server;
    s->last = after;
    memcpy(s->id, request->argument, strlen(request->argument) + 1); /* the log knows it: it fits */
    struct MHD_Response *response =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, read_stream, s, free_stream);
    if (!response) return free_stream(s), MHD_NO;
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/event-stream");
    return gb_reply_take(request, MHD_HTTP_OK, response);
}
