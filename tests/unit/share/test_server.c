/* The server's routes as anybody may call them: what is refused and why, what is kept, what is
 * told. */
#include "tests/unit/share/samples.h"

#include "share/store.h"
#include "share/wire.h"

#include <unistd.h>

static engine_cases cases;
static sample_server server;

static int set_up(void **state)
{
    (void)state;
    cases_read(&cases);
    sample_server_start(&server);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sample_server_stop(&server);
    gb_free(cases.text);
    return 0;
}

/* --- calls ------------------------------------------------------------------------------------ */

static json_t *ask(const char *method, const char *path, const char *header, const gb_buffer *body,
                   long status)
{
    gb_buffer answer = GB_BUFFER_INIT;
    long got = sample_request(&server, method, path, header, body, &answer);
    if (got != status)
        print_error("%s %s: %ld %.300s\n", method, path, got, answer.data ? answer.data : "");
    assert_int_equal(got, status);
    json_t *json = gb_json_parse(answer.data ? answer.data : "", answer.size, "it", NULL);
    gb_buffer_release(&answer);
    return json;
}

static void block_of(const char *model, const char *text, gb_buffer *out)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = gb_graph_parse(text, strlen(text), 1, &err);
    if (!graph) print_error("%s\n", err.message);
    assert_non_null(graph);
    gb_wire_job job = GB_WIRE_JOB_INIT;
    job.model = model;
    job.graph = graph;
    assert_true(gb_wire_job_write(&job, out, &err));
    gb_graph_free(graph);
}

static json_t *submit(const char *text, const char *header, long status)
{
    gb_buffer block = GB_BUFFER_INIT;
    block_of("gpt2", text, &block);
    json_t *json = ask("POST", "/v1/jobs", header, &block, status);
    gb_buffer_release(&block);
    return json;
}

/* The job's last state, waited for. */
static json_t *wait_for(const char *id)
{
    char path[192], cursor[64] = "0";
    json_t *json = NULL;
    for (int i = 0; i < 50; i++) {
        json_decref(json);
        snprintf(path, sizeof path, "/v1/jobs/%s?after=%s&wait=10", id, cursor);
        json = ask("GET", path, NULL, NULL, 200);
        gb_job_state state;
        assert_true(gb_state_find(gb_json_string_or(json, "state", ""), &state, NULL));
        if (gb_state_is_final(state)) break;
        snprintf(cursor, sizeof cursor, "%s", gb_json_string_or(json, "cursor", "0"));
    }
    return json;
}

static const char plain[] = "invoke 0: [5, 17, 40]\n%0 = read transformer.h.1#output @0\n"
                            "%1 = save \"h\" (%0)\n";

/* The server works: a job goes in and its result comes out. */
static void serves_the_next(void)
{
    json_t *json = submit(plain, NULL, 202);
    char id[64];
    snprintf(id, sizeof id, "%s", gb_json_string_or(json, "id", ""));
    json_decref(json);
    json = wait_for(id);
    assert_string_equal(gb_json_string_or(json, "state", ""), "done");
    json_decref(json);
}

/* Refused with a status and a message that has `why` in it. */
static void refused(const char *body, size_t n, long status, const char *why)
{
    gb_buffer block = GB_BUFFER_INIT;
    gb_buffer_put(&block, body, n);
    json_t *json = ask("POST", "/v1/jobs", NULL, &block, status);
    const char *message = gb_json_string_or(json_object_get(json, "error"), "message", "");
    if (!strstr(message, why)) print_error("'%s' lacks '%s'\n", message, why);
    assert_non_null(strstr(message, why));
    json_decref(json);
    gb_buffer_release(&block);
    serves_the_next();
}

static void refused_text(const char *text, long status, const char *why)
{
    refused(text, strlen(text), status, why);
}

static void refused_graph(const char *model, const char *text, long status, const char *why)
{
    gb_buffer block = GB_BUFFER_INIT;
    block_of(model, text, &block);
    refused(block.data, block.size, status, why);
    gb_buffer_release(&block);
}

/* --- refusals --------------------------------------------------------------------------------- */

#define GRAPH(sites, operators, nodes)                                                             \
    "{\"glassbox\": 1, \"model\": \"gpt2\", \"graph\": {\"sites\": [" sites                        \
    "], \"invokes\": [{\"rows\": [[1, 2]]}], \"operators\": [" operators "], \"nodes\": [" nodes   \
    "]}}"

static void broken_jobs(void **state)
{
    (void)state;
    refused_text("", 400, "");
    refused_text("hello", 400, "");
    refused_text("{\"glassbox\": 1", 400, "not JSON");
    refused_text("{\"glassbox\": 9, \"model\": \"gpt2\", \"graph\": {}}", 400, "version 9");
    refused_text(GRAPH("", "\"aten::launch\"", ""), 400, "aten::launch");
    refused_text(GRAPH("", "\"aten::from_file\"", ""), 400, "not allowed");
    refused_text(GRAPH("", "\"aten::neg\"",
                       "{\"kind\": \"op\", \"op\": 0, \"args\": [{\"node\": 1}]}, "
                       "{\"kind\": \"op\", \"op\": 0, \"args\": [{\"node\": 0}]}"),
                 400, "node 0");
    refused("\x28\xb5\x2f\xfd garbage", 12, 400, "zstd");
}

static void jobs_that_do_not_fit_the_model(void **state)
{
    (void)state;
    refused_graph("gpt3", plain, 404, "gpt3");
    refused_graph("gpt2",
                  "invoke 0: [1]\n%0 = read transformer.h.7#output @0\n%1 = save \"x\" (%0)\n", 422,
                  "transformer.h");
    refused_graph("gpt2",
                  "invoke 0: [1]\n%0 = read transformer.h.1#outptu @0\n%1 = save \"x\" (%0)\n", 422,
                  "node 0");
    refused_graph("gpt2", "invoke 0: [100000]\n%0 = read transformer.h.1#output @0\n", 422,
                  "vocabulary");
    refused_graph("gpt2", "%0 = const (1)\n", 422, "no prompt");
    refused_graph("gpt2", "invoke 0: []\n%0 = read transformer.h.1#output @0\n", 422, "invoke 0");
    refused_graph("gpt2",
                  "invoke 0: [1, 2]\n%0 = read transformer.h.1#output @0 : float32[1, 7, 32]\n",
                  422, "shape");
    refused_graph("gpt2",
                  "invoke 0: [5, 17]\n%0 = read transformer.h.2#output @0\n"
                  "%1 = write transformer.h.0#output @0 (%0)\n%2 = save \"x\" (%0)\n",
                  422, "node 1");
}

static void limits(void **state)
{
    (void)state;
    gb_buffer text = GB_BUFFER_INIT, block = GB_BUFFER_INIT;
    refused_graph("gpt2",
                  "invoke 0: [1]\n%0 = op aten::zeros ([100000, 1000000])\n%1 = save \"x\" (%0)\n",
                  413, "'value_bytes'");
    refused_graph("gpt2",
                  "invoke 0: [1]\n%0 = op aten::zeros ([1000, 200000])\n%1 = save \"x\" (%0)\n",
                  413, "'result_bytes'");
    gb_buffer_text(&text, "{\"glassbox\": 1, \"model\": \"gpt2\", \"graph\": {\"sites\": [], "
                          "\"invokes\": [], \"operators\": [], \"nodes\": [");
    for (int i = 0; i <= 1 << 17; i++)
        gb_buffer_format(&text, "%s{\"kind\":\"const\",\"args\":[%d]}", i ? "," : "", i);
    gb_buffer_text(&text, "]}}");
    assert_true(gb_compress(text.data, text.size, &block, NULL));
    refused(block.data, block.size, 413, "'nodes'");
    gb_buffer_clear(&text);
    gb_buffer_clear(&block);
    gb_buffer_repeat(&text, ' ', 1 << 24);
    for (int i = 0; i < 64; i++) /* a gigabyte of spaces */
        assert_true(gb_compress(text.data, text.size, &block, NULL));
    refused(block.data, block.size, 413, "decompressed");
    gb_buffer_release(&text);
    gb_buffer_release(&block);
}

/* More than a body may have is refused before it is read. */
static void a_body_that_is_too_large(void **state)
{
    (void)state;
    gb_buffer body = GB_BUFFER_INIT;
    gb_buffer_repeat(&body, 'x', (64 << 20) + 1);
    json_t *json = ask("POST", "/v1/jobs", NULL, &body, 413);
    assert_string_equal(gb_json_string_or(json_object_get(json, "error"), "limit", ""),
                        "body_bytes");
    json_decref(json);
    json = ask("POST", "/v1/jobs", "Transfer-Encoding: chunked", &body, 413);
    json_decref(json);
    gb_buffer_release(&body);
    serves_the_next();
}

static void routes(void **state)
{
    (void)state;
    json_decref(ask("GET", "/v1/jobs/nobody", NULL, NULL, 404));
    json_decref(ask("GET", "/v1/jobs/nobody/result", NULL, NULL, 404));
    json_decref(ask("DELETE", "/v1/jobs/nobody", NULL, NULL, 404));
    json_decref(ask("GET", "/v1/jobs/", NULL, NULL, 404));
    json_decref(ask("GET", "/v1/jobs", NULL, NULL, 405));
    json_decref(ask("PUT", "/v1/jobs/x", NULL, NULL, 405));
    json_decref(ask("GET", "/../../etc/passwd", NULL, NULL, 404));
    json_decref(ask("GET", "/v1/models/x", NULL, NULL, 404));
    json_decref(ask("GET", "/healthz", NULL, NULL, 200));
    json_decref(ask("GET", "/metrics", NULL, NULL, 200));
    json_decref(ask("GET", "/status", NULL, NULL, 200));
    json_decref(ask("GET", "/healthz", "Origin: http://evil.example", NULL, 403));
    json_t *models = ask("GET", "/v1/models", NULL, NULL, 200);
    assert_int_equal(json_array_size(json_object_get(models, "models")), 2);
    json_decref(models);
    json_t *model = ask("GET", "/v1/models/owner/llama", NULL, NULL, 200);
    assert_string_equal(gb_json_string_or(model, "dtype", ""), "float32");
    assert_true(json_array_size(json_object_get(model, "modules")) > 20);
    json_decref(model);
    json_t *told = ask("GET", "/v1/limits", NULL, NULL, 200);
    assert_int_equal(
        gb_json_int_or(json_object_get(json_object_get(told, "limits"), "nodes"), "value", 0),
        1 << 17);
    json_decref(told);
}

/* --- jobs ------------------------------------------------------------------------------------- */

static void the_same_key_is_the_same_job(void **state)
{
    (void)state;
    static const char other[] = "invoke 0: [5]\n%0 = read transformer.h.1#output @0\n";
    json_t *first = submit(plain, "Idempotency-Key: one", 202);
    json_t *again = submit(plain, "Idempotency-Key: one", 202);
    assert_string_equal(gb_json_string_or(first, "id", "a"), gb_json_string_or(again, "id", "b"));
    assert_false(gb_json_bool_or(first, "known", true));
    assert_true(gb_json_bool_or(again, "known", false));
    json_decref(submit(other, "Idempotency-Key: one", 409));
    json_decref(wait_for(gb_json_string_or(first, "id", "")));
    json_decref(again);
    again = submit(plain, "Idempotency-Key: one", 202); /* also when it is done */
    assert_string_equal(gb_json_string_or(first, "id", "a"), gb_json_string_or(again, "id", "b"));
    json_decref(first);
    json_decref(again);
    again = submit(plain, NULL, 202);
    json_decref(again);
}

static void ranges_of_a_result(void **state)
{
    (void)state;
    char path[128];
    gb_buffer whole = GB_BUFFER_INIT, part = GB_BUFFER_INIT;
    json_t *json = submit(plain, NULL, 202);
    snprintf(path, sizeof path, "/v1/jobs/%s/result", gb_json_string_or(json, "id", ""));
    json_t *end = wait_for(gb_json_string_or(json, "id", ""));
    int64_t size = gb_json_int_or(json_object_get(end, "result"), "bytes", 0);
    assert_int_equal(sample_request(&server, "GET", path, NULL, NULL, &whole), 200);
    assert_int_equal(whole.size, size);
    gb_wire_result_owner owner;
    assert_true(gb_wire_result_read(whole.data, whole.size, &owner, NULL));
    assert_int_equal(owner.result.value_count, 1);
    gb_wire_result_release(&owner);
    assert_int_equal(sample_request(&server, "GET", path, "Range: bytes=10-19", NULL, &part), 206);
    assert_int_equal(part.size, 10);
    assert_memory_equal(part.data, whole.data + 10, 10);
    assert_int_equal(sample_request(&server, "GET", path, "Range: bytes=20-", NULL, &part), 206);
    assert_int_equal(part.size, size - 10);
    gb_buffer_clear(&part);
    assert_int_equal(sample_request(&server, "GET", path, "Range: bytes=-7", NULL, &part), 206);
    assert_memory_equal(part.data, whole.data + size - 7, 7);
    assert_int_equal(sample_request(&server, "GET", path, "Range: bytes=999999999-", NULL, &part),
                     416);
    gb_buffer_release(&whole);
    gb_buffer_release(&part);
    json_decref(json);
    json_decref(end);
}

static void events(void **state)
{
    (void)state;
    char path[128];
    gb_buffer stream = GB_BUFFER_INIT;
    json_t *json =
        submit("invoke 0: [5]\n%0 = print @0 (\"one\\n\")\n%1 = print @0 (\"two\")\n", NULL, 202);
    snprintf(path, sizeof path, "/v1/jobs/%s", gb_json_string_or(json, "id", ""));
    assert_int_equal(
        sample_request(&server, "GET", path, "Accept: text/event-stream", NULL, &stream), 200);
    const char *one = strstr(stream.data, "event: print\ndata: ");
    assert_non_null(one);
    assert_non_null(strstr(one, "\"text\":\"one\\n\""));
    assert_non_null(strstr(one, "\"text\":\"two\""));
    assert_non_null(strstr(one, "\"text\":\"done\""));
    assert_non_null(strstr(stream.data, "id: 5\n"));
    json_t *later = ask("GET", path, NULL, NULL, 200);
    assert_int_equal(json_array_size(json_object_get(later, "events")), 5);
    json_decref(later);
    gb_buffer_release(&stream);
    json_decref(json);
}

static void an_error_while_it_runs(void **state)
{
    (void)state;
    json_t *json = submit("invoke 0: [5]\n%0 = read transformer.h.1#output @0\n"
                          "%1 = const (tensor int64[1] [99])\n"
                          "%2 = op aten::index_select (%0, 1, %1)\n%3 = save \"x\" (%2)\n",
                          NULL, 202);
    json_t *end = wait_for(gb_json_string_or(json, "id", ""));
    assert_string_equal(gb_json_string_or(end, "state", ""), "failed");
    assert_non_null(
        strstr(gb_json_string_or(json_object_get(end, "error"), "message", ""), "out of DATA"));
    char path[128];
    snprintf(path, sizeof path, "/v1/jobs/%s/result", gb_json_string_or(json, "id", ""));
    json_decref(ask("GET", path, NULL, NULL, 409));
    json_decref(json);
    json_decref(end);
    serves_the_next();
}

/* --- the log ---------------------------------------------------------------------------------- */

static void jobs_survive(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    char path[128], id[GB_JOB_ID_SIZE], taken[GB_JOB_ID_SIZE], second[GB_JOB_ID_SIZE];
    gb_buffer body = GB_BUFFER_INIT;
    bool found;
    snprintf(path, sizeof path, "%s/other.sqlite", server.folder);
    gb_store *store = gb_store_open(path, &err);
    assert_non_null(store);
    gb_store_entry entry = {"key", "gpt2", "body", 4};
    assert_int_equal(gb_store_add(store, &entry, id, &err), GB_STORE_ADDED);
    assert_int_equal(gb_store_add(store, &entry, second, &err), GB_STORE_KNOWN);
    assert_string_equal(id, second);
    assert_null(gb_store_open(path, &err)); /* it is somebody's */
    assert_non_null(strstr(err.message, "belongs to a server"));
    err = (gb_error)GB_ERROR_INIT;
    /* three times the process ends while the job runs */
    for (int attempt = 0; attempt < 3; attempt++) {
        assert_true(gb_store_take(store, taken, &body, &found, &err) && found);
        assert_string_equal(taken, id);
        assert_true(gb_store_print(store, id, 3, "once", &err));
        gb_store_close(store);
        store = gb_store_open(path, &err);
        assert_non_null(store);
    }
    assert_true(gb_store_take(store, taken, &body, &found, &err));
    assert_false(found);
    gb_store_view view;
    assert_true(gb_store_look(store, id, 0, &view, &err));
    assert_int_equal(view.state, GB_JOB_FAILED);
    int prints = 0;
    for (size_t i = 0; i < json_array_size(view.events); i++)
        prints +=
            strcmp(gb_json_string_or(json_array_get(view.events, i), "kind", ""), "print") == 0;
    assert_int_equal(prints, 1);
    gb_store_view_release(&view);
    /* one that was cancelled while it ran does not come back */
    entry.key = NULL;
    gb_job_state before;
    assert_int_equal(gb_store_add(store, &entry, id, &err), GB_STORE_ADDED);
    assert_true(gb_store_take(store, taken, &body, &found, &err) && found);
    assert_true(gb_store_cancel(store, id, &before, &err));
    assert_int_equal(before, GB_JOB_RUNNING);
    assert_true(gb_store_wants_end(store, id));
    gb_store_close(store);
    store = gb_store_open(path, &err);
    assert_true(gb_store_look(store, id, 0, &view, &err));
    assert_int_equal(view.state, GB_JOB_CANCELLED);
    gb_store_view_release(&view);
    gb_store_close(store);
    gb_buffer_release(&body);
    unlink(path);
}

static void bad_calls(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_server_model model = {"m", "tests/golden/engine/gpt2"};
    char store[128];
    snprintf(store, sizeof store, "%s/bad.sqlite", server.folder);
    gb_server_options options = {.models = &model, .model_count = 1, .store = store};
    options.port = (uint16_t)atoi(strrchr(gb_server_url(server.server), ':') + 1);
    assert_null(gb_server_start(&options, &err));
    assert_non_null(strstr(err.message, "in use"));
    err = (gb_error)GB_ERROR_INIT;
    options.port = 0;
    options.host = "0.0.0.0";
    assert_null(gb_server_start(&options, &err));
    assert_non_null(strstr(err.message, "loopback"));
    err = (gb_error)GB_ERROR_INIT;
    options.host = NULL;
    model.path = "tests/golden/engine/nothing";
    assert_null(gb_server_start(&options, &err));
    assert_non_null(strstr(err.message, "model 'm'"));
    unlink(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(broken_jobs),
        cmocka_unit_test(jobs_that_do_not_fit_the_model),
        cmocka_unit_test(limits),
        cmocka_unit_test(a_body_that_is_too_large),
        cmocka_unit_test(routes),
        cmocka_unit_test(the_same_key_is_the_same_job),
        cmocka_unit_test(ranges_of_a_result),
        cmocka_unit_test(events),
        cmocka_unit_test(an_error_while_it_runs),
        cmocka_unit_test(jobs_survive),
        cmocka_unit_test(bad_calls),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
