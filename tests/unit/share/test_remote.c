/* Runs on a server and through the wire form give what the same runs give here, to the bit. */
#include "tests/unit/share/samples.h"

#include "graph/engine/backend.h"
#include "graph/tensor/autograd.h"
#include "share/remote.h"

#include <pthread.h>

static engine_cases cases;
static sample_server server;
static gb_backend *remote, *loopback, *local;

static int set_up(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    cases_read(&cases);
    sample_server_start(&server);
    gb_remote_options options = {.host = gb_server_url(server.server)};
    remote = gb_remote_backend(&options, &err);
    loopback = gb_loopback_backend(&err);
    local = gb_backend_local(&err);
    return remote && loopback && local ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    remote->free(remote);
    loopback->free(loopback);
    local->free(local);
    sample_server_stop(&server);
    gb_free(cases.text);
    return 0;
}

static gb_backend_run *begin(gb_backend *backend, const engine_case *c, gb_graph *graph,
                             const gb_run_options *options)
{
    gb_error err = GB_ERROR_INIT;
    gb_job job = {.model_id = sample_model_id(c),
                  .model = case_model(c->model),
                  .graph = graph,
                  .options = options};
    gb_backend_run *run = backend->run_new(backend, &job, &err);
    assert_non_null(run);
    return run;
}

static void check(bool ok, const gb_error *err)
{
    if (!ok) print_error("%s: %s\n", gb_error_class_name(err->cls), err->message);
    assert_true(ok);
}

static bool same_value(const gb_arg *a, const gb_arg *b)
{
    if (!a || !b) return a == b;
    if (a->kind == GB_ARG_TENSOR && b->kind == GB_ARG_TENSOR)
        return gb_tensor_same_bits(a->as.tensor, b->as.tensor);
    if (a->kind == GB_ARG_LIST && b->kind == GB_ARG_LIST && a->count == b->count) {
        for (uint32_t i = 0; i < a->count; i++)
            if (!same_value(&a->as.items[i], &b->as.items[i])) return false;
        return true;
    }
    return gb_arg_equal(a, b);
}

/* Every saved value of a run against the local one. */
static void compare(const engine_case *c, gb_backend *backend, const gb_graph *graph,
                    const gb_backend_run *here, const gb_backend_run *there)
{
    for (gb_node_id id = 0; id < gb_graph_count(graph); id++) {
        if (gb_graph_node(graph, id)->kind != GB_NODE_SAVE) continue;
        bool same = same_value(local->run_value(here, id), backend->run_value(there, id)) &&
                    local->run_absent(here, id) == backend->run_absent(there, id);
        if (!same)
            print_error("%s, %s: '%s' differs\n", c->name, c->model,
                        gb_graph_node(graph, id)->name);
        assert_true(same);
    }
    for (int32_t i = 0; i < gb_graph_invoke_count(graph); i++)
        assert_int_equal(local->run_steps(here, i), backend->run_steps(there, i));
}

static void all_cases(gb_backend *backend)
{
    for (size_t i = 0; i < cases.count; i++) {
        const engine_case *c = &cases.items[i];
        gb_error err = GB_ERROR_INIT;
        gb_generation g;
        case_generation(c, &g);
        gb_run_options options = {.generation = c->generate ? &g : NULL};
        gb_graph *graph = case_graph(c);
        gb_backend_run *here = begin(local, c, graph, &options);
        gb_backend_run *there = begin(backend, c, graph, &options);
        check(local->run_finish(here, &err), &err);
        bool ok = backend->run_finish(there, &err);
        if (!ok) print_error("%s, %s\n", c->name, c->model);
        check(ok, &err);
        compare(c, backend, graph, here, there);
        local->run_free(here);
        backend->run_free(there);
        gb_graph_free(graph);
        gb_generation_release(&g);
    }
}

static void cases_through_the_server(void **state)
{
    (void)state;
    all_cases(remote);
}

static void cases_through_the_wire(void **state)
{
    (void)state;
    all_cases(loopback);
}

/* --- graphs that grow ------------------------------------------------------------------------- */

/* Node after node, each looked at, as a block full of `if`s does. */
static void grow_on(gb_backend *backend, const engine_case *c)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph *whole = case_graph(c), *graph = gb_graph_new(&err);
    for (int32_t i = 0; i < gb_graph_site_count(whole); i++) {
        const gb_site *site = gb_graph_site(whole, i);
        assert_int_equal(gb_graph_add_site(graph, site->path, site->leaf, &err), i);
    }
    for (int32_t i = 0; i < gb_graph_invoke_count(whole); i++)
        assert_int_equal(gb_graph_add_invoke(graph, gb_graph_invoke(whole, i), &err), i);
    gb_backend_run *here = begin(local, c, whole, NULL), *there = begin(backend, c, graph, NULL);
    for (gb_node_id id = 0; id < gb_graph_count(whole); id++) {
        assert_int_equal(gb_graph_append(graph, gb_graph_node(whole, id), &err), id);
        gb_node_kind kind = gb_graph_node(graph, id)->kind;
        if (kind == GB_NODE_READ || kind == GB_NODE_OP)
            check(backend->run_until(there, id, &err), &err);
        if (kind == GB_NODE_READ || kind == GB_NODE_OP)
            assert_non_null(backend->run_value(there, id));
    }
    check(local->run_finish(here, &err), &err);
    check(backend->run_finish(there, &err), &err);
    compare(c, backend, whole, here, there);
    local->run_free(here);
    backend->run_free(there);
    gb_graph_free(graph);
    gb_graph_free(whole);
}

static void growing(void **state)
{
    (void)state;
    int grown = 0;
    for (size_t i = 0; i < cases.count && grown < 6; i++) {
        const engine_case *c = &cases.items[i];
        if (c->generate || strstr(c->graph, "grad") || strstr(c->graph, "backward")) continue;
        grow_on(remote, c);
        grow_on(loopback, c);
        grown++;
    }
    assert_int_equal(grown, 6);
}

/* --- generation ------------------------------------------------------------------------------- */

static const char two_prompts[] = "invoke 0: [5, 17, 40, 41, 2]\ninvoke 1: [33, 9]\n"
                                  "%0 = read #result @0\n%1 = read #result @1\n"
                                  "%2 = save \"a\" (%0)\n%3 = save \"b\" (%1)\n";

static void sampling(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    const engine_case c = {.name = "sampling", .model = "gpt2"};
    gb_graph *graph = gb_graph_parse(two_prompts, strlen(two_prompts), 1, &err);
    gb_generation g;
    gb_generation_defaults(&g, case_model("gpt2"));
    g.max_new_tokens = 9;
    g.do_sample = true;
    g.eos_count = 0;
    gb_run_options options = {.generation = &g};
    gb_backend *both[] = {remote, loopback};
    for (int b = 0; b < 2; b++) {
        double next[2];
        gb_backend_run *here = begin(local, &c, graph, &options);
        gb_backend_run *there = begin(both[b], &c, graph, &options);
        gb_tensor *draw;
        gb_arg size[] = {gb_arg_int(1)}, args[] = {gb_arg_list(size, 1)};
        gb_manual_seed(7);
        check(local->run_finish(here, &err), &err);
        draw = gb_overload_tensor_name("aten::rand", args, 1, &err);
        assert_true(gb_tensor_read(draw, 0, 1, &next[0], &err));
        gb_tensor_unref(draw);
        gb_manual_seed(7);
        check(both[b]->run_finish(there, &err), &err);
        draw = gb_overload_tensor_name("aten::rand", args, 1, &err);
        assert_true(gb_tensor_read(draw, 0, 1, &next[1], &err));
        gb_tensor_unref(draw);
        compare(&c, both[b], graph, here, there);
        assert_true(next[0] == next[1]); /* and the stream goes on alike */
        local->run_free(here);
        both[b]->run_free(there);
    }
    gb_generation_release(&g);
    gb_graph_free(graph);
}

static void steps_that_come(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    const engine_case c = {.name = "steps", .model = "gpt2"};
    gb_graph *graph = gb_graph_parse(two_prompts, strlen(two_prompts), 1, &err);
    gb_generation g;
    gb_generation_defaults(&g, case_model("gpt2"));
    g.max_new_tokens = 12;
    g.do_sample = false;
    g.eos_count = 0;
    gb_run_options options = {.generation = &g};
    double ids[24];
    gb_backend_run *first = begin(local, &c, graph, &options);
    check(local->run_finish(first, &err), &err);
    assert_true(gb_tensor_read(local->run_value(first, 2)->as.tensor, 0, 17, ids, &err));
    local->run_free(first);
    for (int ends = 0; ends < 2; ends++) {
        g.eos_count = ends;
        g.eos[0] = (int64_t)ids[5 + 3];
        gb_backend_run *here = begin(local, &c, graph, &options);
        gb_backend_run *there = begin(remote, &c, graph, &options);
        for (int32_t step = 0; step < 15; step++) {
            bool come_here, come_there;
            check(local->run_until_step(here, step, &come_here, &err), &err);
            check(remote->run_until_step(there, step, &come_there, &err), &err);
            assert_int_equal(come_here, come_there);
        }
        check(local->run_finish(here, &err) && remote->run_finish(there, &err), &err);
        compare(&c, remote, graph, here, there);
        local->run_free(here);
        remote->run_free(there);
    }
    gb_generation_release(&g);
    gb_graph_free(graph);
}

/* --- prints ----------------------------------------------------------------------------------- */

static bool keep_print(void *context, gb_node_id node, const gb_arg *values, size_t count,
                       gb_error *err)
{
    (void)err;
    gb_buffer_format(context, "%d:", (int)node);
    for (size_t i = 0; i < count; i++)
        if (values[i].kind == GB_ARG_TEXT)
            gb_buffer_text(context, values[i].as.text);
        else
            gb_buffer_text(context, "?");
    return true;
}

static void prints(void **state)
{
    (void)state;
    static const char text[] = "invoke 0: [5, 17, 40]\n"
                               "%0 = read transformer.h.2#output @0\n"
                               "%1 = op aten::sum (%0)\n"
                               "%2 = op aten::ne.Scalar (%1, 0)\n"
                               "%3 = print @0 (\"late \", %2, \"\\n\")\n"
                               "%4 = print @0 (\"text\", \"\\n\")\n";
    static const char want[] = "3:late tensor(True)\n4:text\n";
    gb_error err = GB_ERROR_INIT;
    const engine_case c = {.name = "prints", .model = "gpt2"};
    gb_graph *graph = gb_graph_parse(text, strlen(text), 1, &err);
    if (!graph) print_error("%s\n", err.message);
    gb_backend *both[] = {remote, loopback};
    for (int b = 0; b < 2; b++) {
        gb_buffer shown = GB_BUFFER_INIT;
        gb_run_options options = {.print = keep_print, .context = &shown};
        gb_backend_run *run = begin(both[b], &c, graph, &options);
        check(both[b]->run_finish(run, &err), &err);
        assert_string_equal(shown.data, want);
        check(both[b]->run_until(run, 1, &err), &err); /* asks again; prints nothing again */
        check(both[b]->run_finish(run, &err), &err);
        assert_string_equal(shown.data, want);
        both[b]->run_free(run);
        gb_buffer_release(&shown);
    }
    gb_graph_free(graph);
}

/* --- errors, states --------------------------------------------------------------------------- */

static gb_graph *with_span(const char *text, gb_node_id id, gb_span span)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = gb_graph_parse(text, strlen(text), 1, &err);
    if (!graph) print_error("%s\n", err.message);
    assert_non_null(graph);
    *(gb_span *)&gb_graph_node(graph, id)->span = span;
    return graph;
}

static void fails_alike(const char *text, gb_node_id id)
{
    const engine_case c = {.name = "errors", .model = "gpt2"};
    gb_span span = {4, 100, 120};
    gb_graph *graph = with_span(text, id, span);
    gb_backend *both[] = {remote, loopback};
    gb_error want = GB_ERROR_INIT;
    gb_backend_run *here = begin(local, &c, graph, NULL);
    assert_false(local->run_finish(here, &want));
    local->run_free(here);
    for (int b = 0; b < 2; b++) {
        gb_error got = GB_ERROR_INIT;
        gb_backend_run *there = begin(both[b], &c, graph, NULL);
        assert_false(both[b]->run_finish(there, &got));
        assert_int_equal(got.cls, want.cls);
        assert_memory_equal(&got.span, &span, sizeof span);
        if (!strstr(got.message, want.message))
            print_error("'%s' and '%s'\n", got.message, want.message);
        assert_non_null(strstr(got.message, want.message));
        both[b]->run_free(there);
    }
    gb_graph_free(graph);
}

static void errors_with_their_place(void **state)
{
    (void)state;
    fails_alike("invoke 0: [5, 17]\n%0 = read transformer.h.9#output @0\n%1 = save \"x\" (%0)\n",
                0);
    fails_alike("invoke 0: [5, 17]\n%0 = read transformer.h.0#output @0\n"
                "%1 = const (tensor int64[1] [99])\n"
                "%2 = op aten::index_select (%0, 1, %1)\n%3 = save \"x\" (%2)\n",
                2);
    fails_alike("invoke 0: [5, 17]\n%0 = read transformer.h.2#output @0\n"
                "%1 = write transformer.h.0#output @0 (%0)\n%2 = save \"x\" (%0)\n",
                1);
}

static void not_waiting(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    const engine_case c = {.name = "start", .model = "gpt2"};
    gb_graph *graph = gb_graph_parse(two_prompts, strlen(two_prompts), 1, &err);
    gb_generation g;
    gb_generation_defaults(&g, case_model("gpt2"));
    g.max_new_tokens = 3;
    gb_run_options options = {.generation = &g};
    gb_backend_run *run = begin(remote, &c, graph, &options);
    const char *id = NULL;
    assert_int_equal(remote->run_state(run, &id, &err), GB_JOB_IDLE);
    assert_null(id);
    check(remote->run_start(run, &err), &err);
    gb_job_state now = GB_JOB_QUEUED;
    while (now != GB_JOB_DONE) {
        now = remote->run_state(run, &id, &err);
        assert_true(now == GB_JOB_QUEUED || now == GB_JOB_RUNNING || now == GB_JOB_DONE);
        assert_non_null(id);
        assert_true((now == GB_JOB_DONE) == (remote->run_value(run, 2) != NULL));
    }
    check(remote->run_finish(run, &err), &err);
    remote->run_free(run);
    gb_generation_release(&g);
    gb_graph_free(graph);
}

static void *cancel_soon(void *context)
{
    remote->run_cancel(context);
    return NULL;
}

static bool cancel_at_print(void *context, gb_node_id node, const gb_arg *values, size_t count,
                            gb_error *err)
{
    (void)node, (void)values, (void)count, (void)err;
    pthread_t thread;
    gb_backend_run **run = context;
    pthread_create(&thread, NULL, cancel_soon, *run);
    pthread_join(thread, NULL);
    return true;
}

static void cancelling(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    const engine_case c = {.name = "cancel", .model = "gpt2"};
    static const char text[] =
        "invoke 0: [5]\n%0 = read transformer.h.0#output @0\n"
        "%1 = print @0 (\"now\")\n%2 = read #result @0\n%3 = save \"a\" (%2)\n";
    gb_graph *graph = gb_graph_parse(text, strlen(text), 1, &err);
    gb_generation g;
    gb_generation_defaults(&g, case_model("gpt2"));
    g.max_new_tokens = 60;
    g.eos_count = 0;
    gb_backend_run *run = NULL;
    gb_run_options options = {.generation = &g, .print = cancel_at_print, .context = &run};
    run = begin(remote, &c, graph, &options);
    bool ended = remote->run_finish(run, &err);
    assert_true(ended || err.cls == GB_ERR_INTERRUPT);
    remote->run_free(run);
    gb_generation_release(&g);
    gb_graph_free(graph);
}

static void descriptions(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    char *text = remote->describe(remote, "owner/llama", &err);
    check(text != NULL, &err);
    json_t *json = gb_json_parse(text, strlen(text), "it", &err);
    gb_model *model = gb_model_from_description("owner/llama", json, NULL, &err);
    assert_non_null(model);
    assert_int_equal(gb_model_plan(model)->step_count,
                     gb_model_plan(case_model("llama"))->step_count);
    assert_true(json_equal(gb_model_generation_config(model),
                           gb_model_generation_config(case_model("llama"))));
    assert_false(gb_model_load(model, &err));
    gb_model_unref(model);
    json_decref(json);
    gb_free(text);
    err = (gb_error)GB_ERROR_INIT;
    assert_null(remote->describe(remote, "owner/other model?", &err));
    assert_int_equal(err.cls, GB_ERR_FILE_NOT_FOUND);
    text = remote->status(remote, &err);
    assert_non_null(strstr(text, "owner/llama"));
    gb_free(text);
}

static void no_server(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_remote_options options = {.host = "127.0.0.1:9"};
    gb_backend *nobody = gb_remote_backend(&options, &err);
    assert_null(nobody->describe(nobody, "gpt2", &err));
    assert_int_equal(err.cls, GB_ERR_CONNECTION);
    assert_non_null(strstr(err.message, "127.0.0.1:9"));
    nobody->free(nobody);
    unsetenv("GLASSBOX_HOST");
    unsetenv("NDIF_HOST");
    err = (gb_error)GB_ERROR_INIT;
    assert_null(gb_remote_backend(NULL, &err));
    assert_non_null(strstr(err.message, "GLASSBOX_HOST"));
    options.host = "http://x\r\nEvil: 1";
    assert_null(gb_remote_backend(&options, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_through_the_server),
        cmocka_unit_test(cases_through_the_wire),
        cmocka_unit_test(growing),
        cmocka_unit_test(sampling),
        cmocka_unit_test(steps_that_come),
        cmocka_unit_test(prints),
        cmocka_unit_test(errors_with_their_place),
        cmocka_unit_test(not_waiting),
        cmocka_unit_test(cancelling),
        cmocka_unit_test(descriptions),
        cmocka_unit_test(no_server),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
