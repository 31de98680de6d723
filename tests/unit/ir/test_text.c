/* The text form: what is written reads back the same, and nothing hostile gets through. */
#include "graph/ir/graph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "graph/base/memory.h"

static gb_graph *parse(const char *text)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = gb_graph_parse(text, strlen(text), 7, &err);
    if (!graph) print_error("%s at %u\n", err.message, err.span.start);
    assert_non_null(graph);
    return graph;
}

static char *text_of(const gb_graph *graph)
{
    gb_buffer out = GB_BUFFER_INIT;
    gb_graph_text(graph, &out);
    return gb_buffer_take(&out, NULL, NULL);
}

static void same_again(const char *text)
{
    gb_graph *graph = parse(text);
    char *again = text_of(graph);
    assert_string_equal(text, again);
    gb_free(again);
    gb_graph_free(graph);
}

static void round_trip(void **state)
{
    (void)state;
    same_again("invoke 0: [464, 412, 417] [11, 12]\n"
               "invoke 1: all\n"
               "%0 = read transformer.h.2#output @0 : float32[2, 3, 64]\n"
               "%1 = op aten::mul.Scalar (%0, 2.0) : float32[2, 3, 64]\n"
               "%2 = write transformer.h.2#output @0 in_place (%1) : float32[2, 3, 64]\n"
               "%3 = read transformer.h.2#output @0 after 1 : float32[2, 3, 64]\n"
               "%4 = op aten::max.dim (%3, -1, false)\n"
               "%5 = item 1 (%4) : int64[2, 3]\n"
               "%6 = save \"a \\\"b\\\"\\n\" (%5)\n"
               "%7 = print @1 (\"x\", %5, none, 1e-07, inf, true)\n"
               "%8 = op aten::sum (%1, none) : float32[]\n"
               "%9 = backward (%8)\n"
               "%10 = grad (%9, %0) : float32[2, 3, 64]\n"
               "%11 = setgrad (%9, %0, %10)\n"
               "%12 = call lm_head#output (%1)\n");
}

static void values(void **state)
{
    (void)state;
    same_again("%0 = const (tensor float32[2, 2] [1.0, -2.5, 0.25, 3.0])\n"
               "%1 = const (tensor int64[2] [1.0, 2.0])\n"
               "%2 = const (<1, [2, 3], slice(none, 4, none), ...>)\n"
               "%3 = const (torch.bfloat16)\n"
               "%4 = const (device cpu)\n"
               "%5 = const (complex(1.0, -2.0))\n"
               "%6 = const (nan)\n"
               "%7 = op gb::getitem (%0, <slice(none, none, none), -1>) : float32[2]\n");
}

static void inputs_of_invokes(void **state)
{
    (void)state;
    same_again("invoke 0: [1, 2] input \"token_type_ids\" tensor int64[1, 2] [0.0, 1.0]\n"
               "%0 = read #ids @0\n"
               "%1 = read h#output @0 step 3 ([0, 2])\n");
}

static void refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "%0 = read h#output @0\n",                                /* no invoke */
        "invoke 0: [1]\n%0 = op aten::neg (%1)\n",                /* not earlier */
        "invoke 0: [1]\n%0 = op aten::neg (%0)\n",                /* itself */
        "%0 = op aten::nonsense (1)\n",                           /* unknown operator */
        "%0 = op aten::neg_ (1)\n",                               /* writes its argument */
        "%0 = op aten::neg ()\n",                                 /* too few */
        "%0 = const (1)\n%1 = const (1)\n",                       /* not a new node */
        "%1 = const (1)\n",                                       /* number */
        "%0 = const (tensor float32[1000000, 1000000] [])\n",     /* sizes that lie */
        "%0 = const (tensor float32[2] [1.0])\n",                 /* too few elements */
        "%0 = const ([[[[[[[[[[[[1]]]]]]]]]]]])\n",               /* too deep */
        "invoke 0: [1]\n%0 = read h#output @0 after 1\n",         /* a version that lies */
        "invoke 0: [1]\n%0 = read h#output @0 ([3, 2])\n",        /* positions fall */
        "%0 = const (1)\n%1 = save (%0)\n%2 = op aten::neg (%1)", /* a save has no value */
        "%0 = item -1 (%0)\n",
        "%0 = ",
        "%",
        "invoke",
        "%0 = const (\"abc)\n",
        "%0 = const (1) x\n",
        "%99999999999 = const (1)\n",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        gb_error err = GB_ERROR_INIT;
        gb_graph *graph = gb_graph_parse(wrong[i], strlen(wrong[i]), 0, &err);
        if (graph) print_error("accepted: %s\n", wrong[i]);
        assert_null(graph);
        assert_int_not_equal(err.cls, GB_ERR_NONE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(round_trip),
        cmocka_unit_test(values),
        cmocka_unit_test(inputs_of_invokes),
        cmocka_unit_test(refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
