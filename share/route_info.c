/* The routes that tell of the server: models, limits, health, metrics. */
#include "share/route.h"

#include "graph/base/memory.h"

#include <string.h>

/* --- models ----------------------------------------------------------------------------------- */

static json_t *model_json(const gb_hosted *hosted)
{
    const gb_plan *plan = gb_model_plan(hosted->model);
    json_t *json = json_pack("{s:s, s:s, s:s, s:i, s:I}", "id", hosted->id, "state",
                             gb_hosted_state_name(hosted), "dtype", gb_dtype_name(plan->dtype),
                             "layers", (int)plan->layers, "parameters",
                             (json_int_t)gb_tree_parameter_count(&plan->tree, 0));
    if (json && atomic_load(&hosted->state) == GB_HOSTED_FAILED)
        json_object_set_new(json, "problem", json_string(hosted->problem));
    return json;
}

enum MHD_Result gb_route_get_models(gb_request *request)
{
    json_t *models = json_array();
    for (size_t i = 0; i < request->server->model_count; i++)
        json_array_append_new(models, model_json(&request->server->models[i]));
    return gb_reply_json(request, MHD_HTTP_OK, json_pack("{s:o}", "models", models));
}

enum MHD_Result gb_route_get_model(gb_request *request)
{
    const gb_hosted *hosted = gb_server_find(request->server, request->argument);
    if (!hosted)
        return gb_reply_fail(request, MHD_HTTP_NOT_FOUND, GB_ERR_FILE_NOT_FOUND,
                             "model '%.200s' is not served here", request->argument);
    return gb_reply_text(request, MHD_HTTP_OK, "application/json; charset=utf-8",
                         hosted->description, strlen(hosted->description));
}

/* --- limits, health --------------------------------------------------------------------------- */

enum MHD_Result gb_route_get_limits(gb_request *request)
{
    json_t *limits = json_object();
    for (int i = 0; i < GB_LIMIT_COUNT; i++) {
        const gb_limit_row *row = gb_limit_of((gb_limit)i);
        json_object_set_new(
            limits, row->name,
            json_pack("{s:I, s:s}", "value", (json_int_t)row->value, "doc", row->doc));
    }
    return gb_reply_json(request, MHD_HTTP_OK, json_pack("{s:o}", "limits", limits));
}

enum MHD_Result gb_route_get_health(gb_request *request)
{
    return gb_reply_text(request, MHD_HTTP_OK, "text/plain; charset=utf-8", "ok\n", 3);
}

enum MHD_Result gb_route_get_ready(gb_request *request)
{
    for (size_t i = 0; i < request->server->model_count; i++) {
        const gb_hosted *hosted = &request->server->models[i];
        int state = atomic_load(&hosted->state);
        if (state != GB_HOSTED_READY && state != GB_HOSTED_FAILED)
            return gb_reply_fail(request, MHD_HTTP_SERVICE_UNAVAILABLE, GB_ERR_RUNTIME,
                                 "model %s is %s", hosted->id, gb_hosted_state_name(hosted));
    }
    return gb_reply_text(request, MHD_HTTP_OK, "text/plain; charset=utf-8", "ready\n", 6);
}

/* --- metrics ---------------------------------------------------------------------------------- */

static const struct {
    const char *name, *help;
} metric_rows[] = {
#define GB_METRIC(id, name, help) {name, help},
#include "share/metric.def"
#undef GB_METRIC
};

static bool put_queue(gb_server *server, gb_buffer *out, gb_error *err)
{
    int64_t counts[GB_JOB_CANCELLED + 1];
    if (!gb_store_count(server->store, counts, err)) return false;
    gb_buffer_text(out, "# HELP glassbox_jobs Jobs in the log by state.\n"
                        "# TYPE glassbox_jobs gauge\n");
    for (int s = GB_JOB_QUEUED; s <= GB_JOB_CANCELLED; s++)
        gb_buffer_format(out, "glassbox_jobs{state=\"%s\"} %lld\n", gb_state_name((gb_job_state)s),
                         (long long)counts[s]);
    return true;
}

enum MHD_Result gb_route_get_metrics(gb_request *request)
{
    gb_server *server = request->server;
    gb_error err = GB_ERROR_INIT;
    gb_buffer out = GB_BUFFER_INIT;
    for (int i = 0; i < GB_METRIC_COUNT; i++)
        gb_buffer_format(&out, "# HELP %s %s\n# TYPE %s counter\n%s %llu\n", metric_rows[i].name,
                         metric_rows[i].help, metric_rows[i].name, metric_rows[i].name,
                         atomic_load(&server->metrics[i]));
    bool ok = put_queue(server, &out, &err) && gb_buffer_ok(&out, &err);
    enum MHD_Result done =
        ok ? gb_reply_text(request, MHD_HTTP_OK, "text/plain; version=0.0.4; charset=utf-8",
                           out.data, out.size)
           : gb_reply_error(request, MHD_HTTP_INTERNAL_SERVER_ERROR, &err, NULL);
    gb_buffer_release(&out);
    return done;
}
