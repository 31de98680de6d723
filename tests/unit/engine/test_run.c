/* What a run does beside numbers: growing graphs, interrupts, failures, orders, what is spared. */
#include "tests/unit/engine/cases.h"

#include "graph/base/interrupt.h"
#include "graph/engine/backend.h"

static engine_cases cases;

static gb_graph *parse(const char *text)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = gb_graph_parse(text, strlen(text), 1, &err);
    if (!graph) print_error("%s at %u\n", err.message, err.span.start);
    assert_non_null(graph);
    return graph;
}

static gb_run *start(const char *model, gb_graph *graph, const gb_run_options *options)
{
    gb_error err = GB_ERROR_INIT;
    gb_run *run = gb_run_new(case_model(model), graph, options, &err);
    assert_non_null(run);
    return run;
}

static void finish(gb_run *run)
{
    gb_error err = GB_ERROR_INIT;
    if (!gb_run_finish(run, &err)) {
        print_error("%s\n", err.message);
        fail();
    }
}

static gb_tensor *tensor_of(const gb_run *run, gb_node_id id)
{
    const gb_arg *value = gb_run_value(run, id);
    assert_true(value && value->kind == GB_ARG_TENSOR);
    return value->as.tensor;
}

/* --- a graph that grows ----------------------------------------------------------------------- */

/* Appends node after node and asks for each at once, as a block full of `if`s does. */
static void grow_case(const engine_case *c)
{
    gb_error err = GB_ERROR_INIT;
    gb_generation generation;
    case_generation(c, &generation);
    gb_graph *whole = case_graph(c), *graph = gb_graph_new(&err);
    for (int32_t i = 0; i < gb_graph_site_count(whole); i++) {
        const gb_site *site = gb_graph_site(whole, i);
        assert_int_equal(gb_graph_add_site(graph, site->path, site->leaf, &err), i);
    }
    for (int32_t i = 0; i < gb_graph_invoke_count(whole); i++)
        assert_int_equal(gb_graph_add_invoke(graph, gb_graph_invoke(whole, i), &err), i);
    gb_run_options options = {.generation = c->generate ? &generation : NULL};
    gb_run *run = start(c->model, graph, &options);
    bool ok = true;
    for (gb_node_id id = 0; ok && id < gb_graph_count(whole); id++) {
        assert_int_equal(gb_graph_append(graph, gb_graph_node(whole, id), &err), id);
        gb_node_kind kind = gb_graph_node(graph, id)->kind;
        if (kind == GB_NODE_BACKWARD || kind == GB_NODE_GRAD || kind == GB_NODE_SETGRAD) continue;
        ok = gb_run_until(run, id, &err);
    }
    ok = ok && gb_run_finish(run, &err);
    if (!ok) print_error("%s, %s: %s at %u\n", c->name, c->model, err.message, err.span.start);
    assert_true(ok);
    assert_true(case_difference(c, graph, run) < 1e-5);
    gb_run_free(run);
    gb_graph_free(graph);
    gb_graph_free(whole);
    gb_generation_release(&generation);
}

static void growing(void **state)
{
    (void)state;
    for (size_t i = 0; i < cases.count; i++)
        if (strstr(cases.items[i].name, "written") == NULL) grow_case(&cases.items[i]);
}

/* --- steps ------------------------------------------------------------------------------------ */

static void step_by_step(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    const engine_case *c = case_named(&cases, "steer every token", "gpt2");
    gb_generation generation;
    case_generation(c, &generation);
    gb_graph *graph = case_graph(c);
    gb_run_options options = {.generation = &generation};
    gb_run *run = start("gpt2", graph, &options);
    bool came = true;
    for (int32_t step = 0; step < 12; step++) {
        assert_true(gb_run_until_step(run, step, &came, &err));
        assert_int_equal(came, step < 8);
    }
    finish(run);
    assert_true(case_difference(c, graph, run) < 1e-5);
    assert_int_equal(gb_run_steps(run, 0), 8);
    gb_run_free(run);
    gb_graph_free(graph);
}

static void a_step_that_never_came(void **state)
{
    (void)state;
    const engine_case *c = case_named(&cases, "generate with two invokes", "llama");
    gb_generation generation;
    case_generation(c, &generation);
    gb_graph *graph = case_graph(c);
    gb_run *run = start("llama", graph, &(gb_run_options){.generation = &generation});
    finish(run);
    gb_node_id never = saved_node(graph, "never", 5);
    assert_null(gb_run_value(run, never));
    assert_true(gb_run_absent(run, never));
    gb_run_free(run);
    gb_graph_free(graph);
}

static void rows_end_by_themselves(void **state)
{
    (void)state;
    gb_graph *graph = parse("invoke 0: [5, 17, 40, 41, 2]\ninvoke 1: [33, 9]\n"
                            "%0 = read #result @0\n%1 = read #result @1\n");
    gb_error err = GB_ERROR_INIT;
    gb_generation generation;
    gb_generation_defaults(&generation, case_model("gpt2"));
    generation.max_new_tokens = 12;
    generation.do_sample = false;
    generation.eos_count = 0;
    double long_way[24], value;
    gb_run *run = start("gpt2", graph, &(gb_run_options){.generation = &generation});
    assert_true(gb_run_want(run, 0, true, &err) && gb_run_want(run, 1, true, &err));
    finish(run);
    assert_true(gb_tensor_read(tensor_of(run, 0), 0, 17, long_way, &err));
    gb_run_free(run);
    generation.eos_count = 1;
    generation.eos[0] = (int64_t)long_way[5 + 2]; /* the third new token */
    int64_t expected = 3;
    for (int i = 0; i < 3; i++)
        if ((int64_t)long_way[5 + i] == generation.eos[0]) {
            expected = i + 1;
            break;
        }
    run = start("gpt2", graph, &(gb_run_options){.generation = &generation});
    assert_true(gb_run_want(run, 0, true, &err) && gb_run_want(run, 1, true, &err));
    finish(run);
    assert_int_equal(gb_tensor_size(tensor_of(run, 0), 1), 5 + expected);
    assert_true(gb_tensor_read(tensor_of(run, 0), 4 + expected, 1, &value, &err));
    assert_int_equal((int64_t)value, generation.eos[0]);
    assert_int_equal(gb_run_steps(run, 0), expected);
    gb_run_free(run);
    gb_graph_free(graph);
}

/* --- prints, interrupts, failures ---------------------------------------------------------------
 */

typedef struct watcher {
    gb_node_id shown[64];
    int count, interrupt_at; /* after so many prints; -1: never */
} watcher;

static bool watch(void *context, gb_node_id node, const gb_arg *values, size_t count, gb_error *err)
{
    watcher *w = context;
    (void)values;
    (void)count;
    (void)err;
    w->shown[w->count++] = node;
    if (w->count == w->interrupt_at) gb_interrupt_set();
    return true;
}

/* Prints in the order of the text, which is not the order of the model. */
static const char printing[] = "invoke 0: [5, 17, 40]\n"
                               "%0 = read transformer.h.2#output @0\n"
                               "%1 = print (\"late\", %0)\n"
                               "%2 = read transformer.h.0#output @0\n"
                               "%3 = print (\"early\", %2)\n"
                               "%4 = print (\"text\")\n"
                               "%5 = read lm_head#output @0\n"
                               "%6 = print (%5)\n"
                               "%7 = save \"logits\" (%5)\n";

static void prints_in_order(void **state)
{
    (void)state;
    watcher w = {.interrupt_at = -1};
    gb_graph *graph = parse(printing);
    gb_run *run = start("gpt2", graph, &(gb_run_options){.print = watch, .context = &w});
    finish(run);
    assert_int_equal(w.count, 4);
    static const gb_node_id order[] = {1, 3, 4, 6};
    assert_memory_equal(w.shown, order, sizeof order);
    gb_run_free(run);
    gb_graph_free(graph);
}

static const char looking[] = "invoke 0: [5, 17, 40]\n"
                              "%0 = read transformer.wte#output @0\n%1 = print (%0)\n"
                              "%2 = read transformer.h.0.ln_1#output @0\n%3 = print (%2)\n"
                              "%4 = read transformer.h.0.attn#output.0 @0\n%5 = print (%4)\n"
                              "%6 = read transformer.h.0.mlp#output @0\n%7 = print (%6)\n"
                              "%8 = op aten::mul.Scalar (%6, 2.0)\n"
                              "%9 = write transformer.h.0.mlp#output @0 (%8)\n"
                              "%10 = read transformer.h.1.attn#output.0 @0\n%11 = print (%10)\n"
                              "%12 = read transformer.h.1#output @0\n%13 = print (%12)\n"
                              "%14 = read transformer.h.2.mlp.act#output @0\n%15 = print (%14)\n"
                              "%16 = read transformer.ln_f#output @0\n%17 = print (%16)\n"
                              "%18 = read lm_head#output @0\n%19 = save \"logits\" (%18)\n";

static gb_tensor *logits_of(const char *model, const char *text)
{
    gb_graph *graph = parse(text);
    gb_run *run = start(model, graph, NULL);
    finish(run);
    gb_tensor *logits = gb_tensor_ref(tensor_of(run, saved_node(graph, "logits", 6)));
    gb_run_free(run);
    gb_graph_free(graph);
    return logits;
}

static void interrupted_everywhere(void **state)
{
    (void)state;
    gb_tensor *want = logits_of("gpt2", looking);
    for (int after = 1; after <= 8; after++) {
        watcher w = {.interrupt_at = after};
        gb_error err = GB_ERROR_INIT;
        gb_graph *graph = parse(looking);
        gb_run *run = start("gpt2", graph, &(gb_run_options){.print = watch, .context = &w});
        assert_false(gb_run_finish(run, &err));
        assert_int_equal(err.cls, GB_ERR_INTERRUPT);
        gb_interrupt_clear();
        finish(run);
        assert_true(gb_tensor_same_bits(tensor_of(run, 19), want));
        gb_run_free(run);
        gb_graph_free(graph);
    }
    gb_tensor_unref(want);
}

static void cancelled(void **state)
{
    (void)state;
    atomic_bool cancel;
    atomic_init(&cancel, true);
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = parse(looking);
    gb_run *run = start("gpt2", graph, &(gb_run_options){.cancel = &cancel});
    assert_false(gb_run_finish(run, &err));
    assert_int_equal(err.cls, GB_ERR_INTERRUPT);
    atomic_store(&cancel, false);
    finish(run);
    gb_run_free(run);
    gb_graph_free(graph);
}

/* Every allocation of the C code refused once: an error, and the next run is right. */
static void failing_allocations(void **state)
{
    (void)state;
    gb_tensor *want = logits_of("gpt2", looking);
    gb_graph *graph = parse(looking);
    long failures = 0;
    for (long after = 0; after < 4000; after += after < 60 ? 1 : 37) {
        gb_error err = GB_ERROR_INIT;
        gb_alloc_fail_after(after);
        gb_run *run = gb_run_new(case_model("gpt2"), graph, NULL, &err);
        bool ok = run && gb_run_finish(run, &err);
        gb_alloc_fail_after(-1);
        failures += !ok;
        if (!ok) assert_int_not_equal(err.cls, GB_ERR_NONE);
        if (run) {
            finish(run);
            assert_true(gb_tensor_same_bits(tensor_of(run, 19), want));
        }
        gb_run_free(run);
    }
    assert_true(failures > 10);
    gb_graph_free(graph);
    gb_tensor_unref(want);
}

static void errors_have_places(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = parse("invoke 0: [5, 17, 40]\n"
                            "%0 = read transformer.h.1#output @0\n"
                            "%1 = const (tensor float32[3] [1.0, 2.0, 3.0])\n"
                            "%2 = op aten::add.Tensor (%0, %1)\n"
                            "%3 = save \"x\" (%2)\n");
    gb_run *run = start("gpt2", graph, NULL);
    assert_false(gb_run_finish(run, &err));
    assert_int_equal(err.cls, GB_ERR_RUNTIME);
    assert_int_equal(err.span.source, 1);
    assert_int_equal(err.span.start, gb_graph_node(graph, 2)->span.start);
    gb_run_free(run);
    gb_graph_free(graph);
}

/* --- order --------------------------------------------------------------------------------------
 */

static void impossible_order(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_node_id write, read;
    gb_graph *graph = parse("invoke 0: [5, 17, 40]\n"
                            "%0 = read transformer.h.2#output @0\n"
                            "%1 = op aten::neg (%0)\n"
                            "%2 = write transformer.h.0#output @0 (%1)\n");
    gb_run *run = start("gpt2", graph, NULL);
    assert_false(gb_run_check(run, &write, &read, &err));
    assert_int_equal(err.cls, GB_ERR_VALUE);
    assert_non_null(strstr(err.message, "transformer.h.0.output"));
    assert_non_null(strstr(err.message, "transformer.h.2.output"));
    assert_int_equal(write, 2);
    assert_int_equal(read, 0);
    assert_int_equal(err.span.start, gb_graph_node(graph, 2)->span.start);
    err = (gb_error)GB_ERROR_INIT;
    assert_false(gb_run_finish(run, &err));
    assert_int_equal(err.cls, GB_ERR_VALUE);
    gb_run_free(run);
    gb_graph_free(graph);
}

static void unknown_places(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "invoke 0: [5]\n%0 = read transformer.h.7#output @0\n",
        "invoke 0: [5]\n%0 = read transformer.h.1.atn#output.0 @0\n",
        "invoke 0: [5]\n%0 = read transformer.h.1.attn#nonsense @0\n",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        gb_error err = GB_ERROR_INIT;
        gb_graph *graph = parse(wrong[i]);
        gb_job job = {.model = case_model("gpt2"), .graph = graph};
        assert_null(gb_job_run(&job, NULL, 0, &err));
        assert_int_equal(err.cls, GB_ERR_ATTRIBUTE);
        gb_graph_free(graph);
    }
}

/* --- what is spared ------------------------------------------------------------------------------
 */

static gb_run_counters counters_of(const char *model, const char *text)
{
    gb_run_counters counters;
    gb_graph *graph = parse(text);
    gb_run *run = start(model, graph, NULL);
    finish(run);
    gb_run_count(run, &counters);
    gb_run_free(run);
    gb_graph_free(graph);
    return counters;
}

static void only_what_is_needed_runs(void **state)
{
    (void)state;
    int64_t all = counters_of("gpt2", "invoke 0: [5, 17, 40]\n%0 = read lm_head#output @0\n"
                                      "%1 = save (%0)\n")
                      .plan_steps;
    int64_t none = counters_of("gpt2", "invoke 0: [5, 17, 40]\n").plan_steps;
    int64_t first = counters_of("gpt2", "invoke 0: [5, 17, 40]\n"
                                        "%0 = read transformer.h.0#output @0\n%1 = save (%0)\n")
                        .plan_steps;
    int64_t without = counters_of("gpt2", "invoke 0: [5, 17, 40]\n%0 = const (0.0)\n"
                                          "%1 = write transformer.h.1.mlp#output @0 (%0)\n"
                                          "%2 = read lm_head#output @0\n%3 = save (%2)\n")
                          .plan_steps;
    assert_int_equal(none, 0);
    assert_true(first < all / 2);
    assert_true(without < all);
    gb_run_counters last =
        counters_of("gpt2", "invoke 0: [5, 17, 40]\n"
                            "%0 = read lm_head#output @0 : float32[1, 3, 96]\n"
                            "%1 = op gb::getitem (%0, <0, -1>) : float32[96]\n%2 = save (%1)\n");
    assert_int_equal(last.tokens_narrowed, 2);
    assert_int_equal(last.replays, 0);
}

static void rows_one_by_one_are_bit_equal(void **state)
{
    (void)state;
    static const char *const prompts[] = {"[5, 17, 40, 41, 2]", "[33, 9]",
                                          "[12, 13, 14, 80, 81, 82, 90]"};
    gb_buffer text = GB_BUFFER_INIT;
    for (int i = 0; i < 3; i++)
        gb_buffer_format(&text, "invoke %d: %s\n", i, prompts[i]);
    for (int i = 0; i < 3; i++)
        gb_buffer_format(&text, "%%%d = read lm_head#output @%d\n%%%d = save (%%%d)\n", 2 * i, i,
                         2 * i + 1, 2 * i);
    gb_graph *graph = parse(text.data);
    gb_run *run = start("llama", graph, &(gb_run_options){.deterministic = true});
    finish(run);
    for (int i = 0; i < 3; i++) {
        gb_buffer one = GB_BUFFER_INIT;
        gb_buffer_format(&one,
                         "invoke 0: %s\n%%0 = read lm_head#output @0\n"
                         "%%1 = save \"logits\" (%%0)\n",
                         prompts[i]);
        gb_tensor *alone = logits_of("llama", one.data);
        assert_true(gb_tensor_same_bits(alone, tensor_of(run, 2 * i)));
        gb_tensor_unref(alone);
        gb_buffer_release(&one);
    }
    gb_run_free(run);
    gb_graph_free(graph);
    gb_buffer_release(&text);
}

static void writing_what_is_there_changes_nothing(void **state)
{
    (void)state;
    gb_tensor *plain = logits_of("llama", "invoke 0: [5, 17, 40]\n%0 = read lm_head#output @0\n"
                                          "%1 = save \"logits\" (%0)\n");
    gb_tensor *same =
        logits_of("llama", "invoke 0: [5, 17, 40]\n"
                           "%0 = read model.layers.1#output @0\n"
                           "%1 = op aten::add.Scalar (%0, 0.0)\n"
                           "%2 = write model.layers.1#output @0 in_place (%1)\n"
                           "%3 = read lm_head#output @0\n%4 = save \"logits\" (%3)\n");
    assert_true(gb_tensor_same_bits(plain, same));
    gb_tensor_unref(plain);
    gb_tensor_unref(same);
}

static int setup(void **state)
{
    (void)state;
    cases_read(&cases);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    gb_free(cases.text);
    gb_model_unref(case_model("gpt2"));
    gb_model_unref(case_model("llama"));
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growing),
        cmocka_unit_test(step_by_step),
        cmocka_unit_test(a_step_that_never_came),
        cmocka_unit_test(rows_end_by_themselves),
        cmocka_unit_test(prints_in_order),
        cmocka_unit_test(interrupted_everywhere),
        cmocka_unit_test(cancelled),
        cmocka_unit_test(failing_allocations),
        cmocka_unit_test(errors_have_places),
        cmocka_unit_test(impossible_order),
        cmocka_unit_test(unknown_places),
        cmocka_unit_test(only_what_is_needed_runs),
        cmocka_unit_test(rows_one_by_one_are_bit_equal),
        cmocka_unit_test(writing_what_is_there_changes_nothing),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
