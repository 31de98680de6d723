/* Graphs against the numbers that PyTorch hooks gave (tests/oracle/engine_cases.py): as they stand,
 * after the passes, one row at a time, and run node by node. */
#include "tests/unit/engine/cases.h"

static engine_cases cases;

/* How a case is run. */
typedef enum how { WHOLE, AS_IT_STANDS, ROW_BY_ROW, NODE_BY_NODE } how;

static void run_case(const engine_case *c, how way)
{
    gb_error err = GB_ERROR_INIT;
    gb_generation generation;
    case_generation(c, &generation);
    gb_graph *graph = case_graph(c);
    gb_run_options options = {.generation = c->generate ? &generation : NULL,
                              .no_passes = way == AS_IT_STANDS,
                              .deterministic = way == ROW_BY_ROW};
    gb_run *run = gb_run_new(case_model(c->model), graph, &options, &err);
    assert_non_null(run);
    bool ok = true;
    for (gb_node_id id = 0; ok && way == NODE_BY_NODE && id < gb_graph_count(graph); id++)
        ok = gb_run_until(run, id, &err);
    ok = ok && gb_run_finish(run, &err);
    if (!ok) print_error("%s, %s: %s at %u\n", c->name, c->model, err.message, err.span.start);
    assert_true(ok);
    assert_true(case_difference(c, graph, run) < 1e-5);
    gb_run_free(run);
    gb_graph_free(graph);
    gb_generation_release(&generation);
}

static void run_all(how way)
{
    for (size_t i = 0; i < cases.count; i++)
        run_case(&cases.items[i], way);
}

static void whole(void **state)
{
    (void)state;
    run_all(WHOLE);
}

static void as_it_stands(void **state)
{
    (void)state;
    run_all(AS_IT_STANDS);
}

static void row_by_row(void **state)
{
    (void)state;
    run_all(ROW_BY_ROW);
}

static void node_by_node(void **state)
{
    (void)state;
    run_all(NODE_BY_NODE);
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
        cmocka_unit_test(whole),
        cmocka_unit_test(as_it_stands),
        cmocka_unit_test(row_by_row),
        cmocka_unit_test(node_by_node),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
