/* Every pass, text to text. */
#include "graph/pass/pass.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "graph/base/memory.h"

/* Blocks pass in the order of their numbers; "h.3" comes at 3. */
static int64_t time_of(void *context, const gb_graph *graph, const gb_node *node)
{
    (void)context;
    const char *path = gb_graph_site(graph, node->site)->path;
    return (int64_t)node->step << 32 | (strncmp(path, "h.", 2) == 0 ? atoi(path + 2) : 1000);
}

static bool by_position(void *context, const gb_graph *graph, const gb_node *node)
{
    (void)context;
    return strcmp(gb_graph_site(graph, node->site)->leaf, "output") == 0;
}

static const gb_pass_model model = {NULL, time_of, by_position};

static void check(const char *name, const char *before, const char *after)
{
    gb_error err = GB_ERROR_INIT;
    gb_pass_options options = {.model = &model};
    gb_graph *graph = gb_graph_parse(before, strlen(before), 0, &err);
    if (!graph) print_error("%s at %u\n", err.message, err.span.start);
    assert_non_null(graph);
    gb_passed passed = {0};
    bool ok = false;
    if (strcmp(name, "all") == 0) ok = gb_pass_run_all(graph, &options, &passed, &err);
    for (int32_t i = 0; gb_pass_name(i); i++)
        if (strcmp(gb_pass_name(i), name) == 0) ok = gb_pass_run(i, graph, &options, &passed, &err);
    if (!ok) print_error("%s\n", err.message);
    assert_true(ok);
    gb_buffer out = GB_BUFFER_INIT;
    gb_graph_text(passed.graph, &out);
    assert_string_equal(out.data, after);
    gb_buffer_release(&out);
    gb_passed_release(&passed);
    gb_graph_free(graph);
}

static void drop(void **state)
{
    (void)state;
    check("drop",
          "invoke 0: [1, 2]\ninvoke 1: [3]\n"
          "%0 = read h.0#output @0\n"
          "%1 = read h.1#output @0\n"
          "%2 = op aten::neg (%0)\n"
          "%3 = op aten::neg (%1)\n"
          "%4 = write h.5#output @1 (%3)\n" /* nothing of invoke 1 is looked at */
          "%5 = write h.2#output @0 (%3)\n"
          "%6 = save \"x\" (%2)\n",
          "invoke 0: [1, 2]\ninvoke 1: [3]\n"
          "%0 = read h.0#output @0\n"
          "%1 = read h.1#output @0\n"
          "%2 = op aten::neg (%0)\n"
          "%3 = op aten::neg (%1)\n"
          "%4 = write h.2#output @0 (%3)\n"
          "%5 = save \"x\" (%2)\n");
    check("drop",
          "invoke 0: [1]\n%0 = read h.0#output @0\n%1 = op aten::sum (%0, none)\n"
          "%2 = backward (%1)\n%3 = grad (%2, %0)\n%4 = setgrad (%2, %0, %3)\n"
          "%5 = op aten::neg (%0)\n",
          "invoke 0: [1]\n%0 = read h.0#output @0\n%1 = op aten::sum (%0, none)\n"
          "%2 = backward (%1)\n%3 = grad (%2, %0)\n%4 = setgrad (%2, %0, %3)\n");
}

static void merge(void **state)
{
    (void)state;
    check("merge",
          "%0 = const (tensor float32[2] [1.0, 2.0])\n"
          "%1 = const (tensor float32[2] [1.0, 2.0])\n"
          "%2 = const (tensor float32[2] [1.0, 3.0])\n"
          "%3 = op aten::neg (%0) : float32[2]\n"
          "%4 = op aten::neg (%1) : float32[2]\n"
          "%5 = op aten::add.Tensor (%3, %4) : float32[2]\n"
          "%6 = op aten::add.Tensor (%5, %2) : float32[2]\n",
          "%0 = const (tensor float32[2] [1.0, 2.0])\n"
          "%1 = const (tensor float32[2] [1.0, 3.0])\n"
          "%2 = op aten::neg (%0) : float32[2]\n"
          "%3 = op aten::add.Tensor (%2, %2) : float32[2]\n"
          "%4 = op aten::add.Tensor (%3, %1) : float32[2]\n");
}

static void forward(void **state)
{
    (void)state;
    check("forward",
          "invoke 0: [1]\n"
          "%0 = read h.0#output @0 : float32[1, 1, 4]\n"
          "%1 = op aten::mul.Scalar (%0, 2.0) : float32[1, 1, 4]\n"
          "%2 = write h.0#output @0 (%1) : float32[1, 1, 4]\n"
          "%3 = read h.0#output @0 after 1 : float32[1, 1, 4]\n"
          "%4 = save (%3)\n",
          "invoke 0: [1]\n"
          "%0 = read h.0#output @0 : float32[1, 1, 4]\n"
          "%1 = op aten::mul.Scalar (%0, 2.0) : float32[1, 1, 4]\n"
          "%2 = write h.0#output @0 (%1) : float32[1, 1, 4]\n"
          "%3 = save (%1)\n");
}

static void cut(void **state)
{
    (void)state;
    check("cut",
          "invoke 0: [1]\n"
          "%0 = const (0.0)\n"
          "%1 = write h.1#output @0 (%0)\n"
          "%2 = write h.4#output @0 (%0)\n"
          "%3 = read h.3#output @0\n"
          "%4 = save (%3)\n",
          "invoke 0: [1]\n"
          "%0 = const (0.0)\n"
          "%1 = write h.1#output @0 (%0)\n"
          "%2 = read h.3#output @0\n"
          "%3 = save (%2)\n");
}

static void slice(void **state)
{
    (void)state;
    /* [0, -1] and [:, 2] of five positions; [:, 1] of another place that is also saved whole */
    check("slice",
          "invoke 0: [1, 2, 3, 4, 5]\n"
          "%0 = read head#output @0 : float32[1, 5, 8]\n"
          "%1 = op aten::select.int (%0, 0, 0) : float32[5, 8]\n"
          "%2 = op aten::select.int (%1, 0, -1) : float32[8]\n"
          "%3 = op gb::getitem (%0, <slice(none, none, none), 2>) : float32[1, 8]\n"
          "%4 = read h.1#output @0 : float32[1, 5, 4]\n"
          "%5 = op aten::select.int (%4, 1, 1) : float32[1, 4]\n"
          "%6 = save (%4)\n"
          "%7 = save (%2)\n",
          "invoke 0: [1, 2, 3, 4, 5]\n"
          "%0 = read head#output @0 ([2, 4]) : float32[1, 2, 8]\n"
          "%1 = op aten::select.int (%0, 0, 0) : float32[2, 8]\n"
          "%2 = op aten::select.int (%1, 0, 1) : float32[8]\n"
          "%3 = op gb::getitem (%0, <slice(none, none, none), 0>) : float32[1, 8]\n"
          "%4 = read h.1#output @0 : float32[1, 5, 4]\n"
          "%5 = op aten::select.int (%4, 1, 1) : float32[1, 4]\n"
          "%6 = save (%4)\n"
          "%7 = save (%2)\n");
    check("slice",
          "invoke 0: [1, 2, 3, 4, 5]\n"
          "%0 = read head#output @0 : float32[1, 5, 8]\n"
          "%1 = op gb::getitem (%0, <0, slice(-3, none, none)>) : float32[3, 8]\n"
          "%2 = op aten::slice.Tensor (%0, 1, 0, 1) : float32[1, 1, 8]\n", /* 0 and 2..4: uneven */
          "invoke 0: [1, 2, 3, 4, 5]\n"
          "%0 = read head#output @0 : float32[1, 5, 8]\n"
          "%1 = op gb::getitem (%0, <0, slice(-3, none, none)>) : float32[3, 8]\n"
          "%2 = op aten::slice.Tensor (%0, 1, 0, 1) : float32[1, 1, 8]\n");
    check("slice",
          "invoke 0: [1, 2, 3, 4, 5]\n"
          "%0 = read head#output @0 : float32[1, 5, 8]\n"
          "%1 = op gb::getitem (%0, <0, slice(-3, none, none)>) : float32[3, 8]\n",
          "invoke 0: [1, 2, 3, 4, 5]\n"
          "%0 = read head#output @0 ([2, 3, 4]) : float32[1, 3, 8]\n"
          "%1 = op gb::getitem (%0, <0, slice(0, 3, 1)>) : float32[3, 8]\n");
}

static void lifetimes(void **state)
{
    (void)state;
    const char *text = "%0 = const (1)\n%1 = op aten::neg (%0)\n%2 = op aten::add.Tensor (%0, %1)\n"
                       "%3 = save (%1)\n";
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = gb_graph_parse(text, strlen(text), 0, &err);
    gb_node_id last[4];
    assert_true(gb_graph_lifetimes(graph, last, &err));
    assert_int_equal(last[0], 2);
    assert_int_equal(last[1], 3);
    assert_int_equal(last[2], 2);
    gb_graph_free(graph);
}

static void all_in_order(void **state)
{
    (void)state;
    check("all",
          "invoke 0: [1, 2]\n"
          "%0 = read h.0#output @0 : float32[1, 2, 4]\n"
          "%1 = op aten::neg (%0) : float32[1, 2, 4]\n"
          "%2 = write h.0#output @0 (%1) : float32[1, 2, 4]\n"
          "%3 = read h.0#output @0 after 1 : float32[1, 2, 4]\n"
          "%4 = op gb::getitem (%3, <0, -1>) : float32[4]\n"
          "%5 = save (%4)\n"
          "%6 = write h.7#output @0 (%1) : float32[1, 2, 4]\n",
          "invoke 0: [1, 2]\n"
          "%0 = read h.0#output @0 : float32[1, 2, 4]\n"
          "%1 = op aten::neg (%0) : float32[1, 2, 4]\n"
          "%2 = op gb::getitem (%1, <0, -1>) : float32[4]\n"
          "%3 = save (%2)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drop),         cmocka_unit_test(merge), cmocka_unit_test(forward),
        cmocka_unit_test(cut),          cmocka_unit_test(slice), cmocka_unit_test(lifetimes),
        cmocka_unit_test(all_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
