/* Building graphs: equal nodes are one, versions count writes, shapes are checked where written. */
#include "graph/ir/graph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

typedef struct fixture {
    gb_graph *graph;
    gb_error err;
    gb_span span;
} fixture;

static int start(void **state)
{
    static fixture f;
    static const int64_t ids[] = {1, 2, 3};
    f = (fixture){.err = GB_ERROR_INIT, .span = {3, 10, 20}};
    f.graph = gb_graph_new(&f.err);
    gb_token_row row = {ids, 3};
    gb_invoke invoke = {.rows = &row, .row_count = 1};
    assert_int_equal(gb_graph_add_invoke(f.graph, &invoke, &f.err), 0);
    *state = &f;
    return 0;
}

static int finish(void **state)
{
    gb_graph_free(((fixture *)*state)->graph);
    return 0;
}

static gb_node_id read_at(fixture *f, const char *path, const char *leaf, gb_tensor *meta)
{
    int32_t site = gb_graph_add_site(f->graph, path, leaf, &f->err);
    return gb_graph_read(f->graph, &(gb_access){site, 0, 0, meta, f->span}, &f->err);
}

static gb_node_id op(fixture *f, const char *name, gb_node_id a, double b)
{
    const gb_overload *overload = gb_overload_find(name, &f->err);
    gb_arg args[] = {gb_arg_node(a), gb_arg_float(b)};
    return gb_graph_op(f->graph, overload, args, 2, f->span, &f->err);
}

static gb_node_id write_at(fixture *f, const char *path, const char *leaf, gb_node_id value,
                           gb_tensor *meta)
{
    int32_t site = gb_graph_add_site(f->graph, path, leaf, &f->err);
    return gb_graph_write(f->graph, &(gb_access){site, 0, 0, meta, f->span}, value, GB_WRITE_ASSIGN,
                          &f->err);
}

static void equal_nodes_are_one(void **state)
{
    fixture *f = *state;
    gb_node_id h = read_at(f, "h.0", "output", NULL);
    assert_int_equal(read_at(f, "h.0", "output", NULL), h);
    assert_int_not_equal(read_at(f, "h.1", "output", NULL), h);
    gb_node_id a = op(f, "aten::mul.Scalar", h, 2.0);
    assert_int_equal(op(f, "aten::mul.Scalar", h, 2.0), a);
    assert_int_not_equal(op(f, "aten::mul.Scalar", h, 3.0), a);
    assert_int_equal(gb_graph_node(f->graph, a)->invoke, 0);
}

static void random_nodes_are_not(void **state)
{
    fixture *f = *state;
    gb_node_id h = read_at(f, "h.0", "output", NULL);
    const gb_overload *rand = gb_overload_find("aten::rand_like", &f->err);
    assert_non_null(rand);
    gb_arg arg = gb_arg_node(h);
    gb_node_id a = gb_graph_op(f->graph, rand, &arg, 1, f->span, &f->err);
    gb_node_id b = gb_graph_op(f->graph, rand, &arg, 1, f->span, &f->err);
    assert_int_not_equal(a, GB_NO_NODE);
    assert_int_not_equal(a, b);
}

static void writes_make_versions(void **state)
{
    fixture *f = *state;
    gb_node_id before = read_at(f, "h.0", "output.0", NULL);
    gb_node_id other = read_at(f, "h.0", "input", NULL);
    gb_node_id v = op(f, "aten::mul.Scalar", before, 2.0);
    assert_true(write_at(f, "h.0", "output", v, NULL) >= 0);
    gb_node_id after = read_at(f, "h.0", "output.0", NULL);
    assert_int_not_equal(before, after);
    assert_int_equal(gb_graph_node(f->graph, after)->version, 1);
    assert_int_equal(read_at(f, "h.0", "input", NULL), other);
}

static void shapes_are_inferred_and_checked(void **state)
{
    fixture *f = *state;
    int64_t sizes[] = {1, 3, 4};
    gb_tensor *meta = gb_tensor_meta(GB_F32, sizes, 3, &f->err);
    gb_node_id h = read_at(f, "h.0", "output", meta);
    const gb_overload *select = gb_overload_find("aten::select.int", &f->err);
    gb_arg args[] = {gb_arg_node(h), gb_arg_int(1), gb_arg_int(-1)};
    gb_node_id last = gb_graph_op(f->graph, select, args, 3, f->span, &f->err);
    const gb_tensor *shape = gb_graph_node(f->graph, last)->meta;
    assert_non_null(shape);
    assert_int_equal(gb_tensor_dim(shape), 2);
    assert_int_equal(gb_tensor_size(shape, 1), 4);
    assert_int_equal(write_at(f, "h.0", "output", last, meta), GB_NO_NODE);
    assert_int_equal(f->err.cls, GB_ERR_VALUE);
    assert_int_equal(f->err.span.start, 10);
    assert_non_null(strstr(f->err.message, "[1, 4]"));
    assert_non_null(strstr(f->err.message, "[1, 3, 4]"));
    gb_error err = GB_ERROR_INIT;
    args[2] = gb_arg_int(3); /* outside */
    assert_int_equal(gb_graph_op(f->graph, select, args, 3, f->span, &err), GB_NO_NODE);
    assert_int_equal(err.span.source, 3);
    gb_tensor_unref(meta);
}

static void verify_knows_the_model(void **state);

static bool no_such_site(void *context, const gb_graph *graph, const gb_node *node,
                         gb_tensor **meta, gb_error *err)
{
    (void)context;
    *meta = NULL;
    return strcmp(gb_graph_site(graph, node->site)->path, "h.0") == 0 ||
           gb_fail(err, GB_ERR_ATTRIBUTE, "no such module");
}

static void verify_knows_the_model(void **state)
{
    fixture *f = *state;
    gb_site_oracle oracle = {NULL, no_such_site};
    (void)read_at(f, "h.0", "output", NULL);
    assert_true(gb_graph_verify(f->graph, &oracle, &f->err));
    (void)read_at(f, "h.9", "output", NULL);
    assert_true(gb_graph_verify(f->graph, NULL, &f->err));
    assert_false(gb_graph_verify(f->graph, &oracle, &f->err));
    assert_int_equal(f->err.cls, GB_ERR_ATTRIBUTE);
    assert_int_equal(f->err.span.start, 10);
}

static void verify_knows_operators(void **state)
{
    fixture *f = *state;
    const char *why;
    static const char *const refused[] = {"aten::from_file", "aten::as_strided",
                                          "aten::empty.memory_format", "aten::_cdist_forward"};
    static const char *const fine[] = {"aten::mm", "aten::_softmax", "gb::getitem",
                                       "aten::index.Tensor"};
    for (size_t i = 0; i < 4; i++) {
        assert_false(gb_overload_allowed(gb_overload_find(refused[i], &f->err), &why));
        assert_true(gb_overload_allowed(gb_overload_find(fine[i], &f->err), &why));
    }
}

#define IN_GRAPH(test) cmocka_unit_test_setup_teardown(test, start, finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_GRAPH(equal_nodes_are_one),    IN_GRAPH(random_nodes_are_not),
        IN_GRAPH(writes_make_versions),   IN_GRAPH(shapes_are_inferred_and_checked),
        IN_GRAPH(verify_knows_the_model), IN_GRAPH(verify_knows_operators),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
