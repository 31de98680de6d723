/* /status: the server on one page for people. Plain HTML that asks for itself every few seconds. */
#include "share/route.h"

#include "graph/base/text.h"

#include <string.h>
#include <time.h>

enum { RECENT = 20 };

static const char head[] =
    "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Glassbox</title>"
    "<meta http-equiv=\"refresh\" content=\"5\"><meta name=\"viewport\" "
    "content=\"width=device-width\"><style>"
    ":root{color-scheme:light dark}"
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}"
    "th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #8884}"
    "td.n{text-align:right;font-variant-numeric:tabular-nums}"
    "code{font-size:.9em}</style></head><body><h1>Glassbox " GB_VERSION "</h1>";

static void put_escaped(gb_buffer *out, const char *text)
{
    for (; *text; text++) {
        if (strchr("<>&\"'", *text))
            gb_buffer_format(out, "&#%d;", *text);
        else
            gb_buffer_char(out, *text);
    }
}

static void put_cell(gb_buffer *out, const char *text)
{
    gb_buffer_text(out, "<td>");
    put_escaped(out, text);
    gb_buffer_text(out, "</td>");
}

static void put_models(const gb_server *server, gb_buffer *out)
{
    gb_buffer_text(out, "<h2>Models</h2><table><tr><th>name</th><th>state</th><th>dtype</th>"
                        "<th>layers</th><th>parameters</th></tr>");
    for (size_t i = 0; i < server->model_count; i++) {
        const gb_hosted *hosted = &server->models[i];
        const gb_plan *plan = gb_model_plan(hosted->model);
        gb_buffer_text(out, "<tr>");
        put_cell(out, hosted->id);
        put_cell(out, gb_hosted_state_name(hosted));
        put_cell(out, gb_dtype_name(plan->dtype));
        gb_buffer_format(out, "<td class=n>%d</td><td class=n>%lld</td></tr>", (int)plan->layers,
                         (long long)gb_tree_parameter_count(&plan->tree, 0));
    }
    gb_buffer_text(out, "</table>");
}

static void put_counts(const int64_t *counts, gb_buffer *out)
{
    gb_buffer_text(out, "<h2>Jobs</h2><p>");
    for (int s = GB_JOB_QUEUED; s <= GB_JOB_CANCELLED; s++)
        gb_buffer_format(out, "%s%lld %s", s > GB_JOB_QUEUED ? " · " : "", (long long)counts[s],
                         gb_state_name((gb_job_state)s));
    gb_buffer_text(out, "</p>");
}

static void put_seconds(gb_buffer *out, double from, double to)
{
    if (from > 0 && to >= from)
        gb_buffer_format(out, "<td class=n>%.2f s</td>", to - from);
    else
        gb_buffer_text(out, "<td class=n>–</td>");
}

/* Ids are secrets of those who sent the jobs: a page shows their beginnings. */
static void put_recent(const json_t *jobs, gb_buffer *out)
{
    size_t i;
    const json_t *job;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    gb_buffer_text(out, "<table><tr><th>job</th><th>model</th><th>state</th><th>waited</th>"
                        "<th>ran</th></tr>");
    json_array_foreach(jobs, i, job)
    {
        double started = gb_json_real_or(job, "started", 0),
               ended = gb_json_real_or(job, "ended", 0);
        gb_buffer_format(out, "<tr><td><code>%.8s…</code></td>", gb_json_string_or(job, "id", ""));
        put_cell(out, gb_json_string_or(job, "model", ""));
        put_cell(out, gb_json_string_or(job, "state", ""));
        put_seconds(out, gb_json_real_or(job, "created", 0), started);
        put_seconds(out, started, ended > 0 ? ended : (double)now.tv_sec);
        gb_buffer_text(out, "</tr>");
    }
    gb_buffer_text(out, "</table>");
}

enum MHD_Result gb_route_get_status(gb_request *request)
{
    gb_server *server = request->server;
    int64_t counts[GB_JOB_CANCELLED + 1];
    gb_error err = GB_ERROR_INIT;
    gb_buffer out = GB_BUFFER_INIT;
    json_t *recent = NULL;
    bool ok = gb_store_count(server->store, counts, &err) &&
              (recent = gb_store_recent(server->store, RECENT, &err)) != NULL;
    if (ok) {
        gb_buffer_text(&out, head);
        gb_buffer_format(&out, "<p>up for %.0f minutes</p>",
                         (gb_server_clock() - server->started) / 60);
        put_models(server, &out);
        put_counts(counts, &out);
        put_recent(recent, &out);
        gb_buffer_text(&out, "</body></html>");
    }
    json_decref(recent);
    ok = ok && gb_buffer_ok(&out, &err);
    enum MHD_Result done =
        ok ? gb_reply_text(request, MHD_HTTP_OK, "text/html; charset=utf-8", out.data, out.size)
           : gb_reply_error(request, MHD_HTTP_INTERNAL_SERVER_ERROR, &err, NULL);
    gb_buffer_release(&out);
    return done;
}
