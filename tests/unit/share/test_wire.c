/* Jobs and results through the wire and back, and what must not come through. */
#include "share/wire.h"

#include "graph/base/file.h"
#include "graph/base/memory.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* --- round trips ------------------------------------------------------------------------------ */

static gb_graph *parse(const char *text, size_t n)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = gb_graph_parse(text, n, 1, &err);
    if (!graph) print_error("%s at %u\n", err.message, err.span.start);
    assert_non_null(graph);
    return graph;
}

static gb_graph *parse_text(const char *text)
{
    return parse(text, strlen(text));
}

static void send(const gb_wire_job *job, gb_wire_job_owner *out)
{
    gb_error err = GB_ERROR_INIT;
    gb_wire_fault fault;
    gb_buffer block = GB_BUFFER_INIT;
    if (!gb_wire_job_write(job, &block, &err) ||
        !gb_wire_job_read(block.data, block.size, out, &fault, &err)) {
        print_error("%s\n", err.message);
        fail();
    }
    gb_buffer_release(&block);
}

static void assert_same_text(const gb_graph *a, const gb_graph *b)
{
    gb_buffer ta = GB_BUFFER_INIT, tb = GB_BUFFER_INIT;
    gb_graph_text(a, &ta);
    gb_graph_text(b, &tb);
    assert_string_equal(ta.data, tb.data);
    gb_buffer_release(&ta);
    gb_buffer_release(&tb);
}

static void same_through_the_wire(const char *text, size_t n)
{
    gb_graph *graph = parse(text, n);
    gb_wire_job job = GB_WIRE_JOB_INIT;
    gb_wire_job_owner came;
    job.model = "owner/model";
    job.graph = graph;
    send(&job, &came);
    assert_same_text(graph, came.job.graph);
    assert_int_equal(gb_graph_count(graph), gb_graph_count(came.job.graph));
    for (gb_node_id id = 0; id < gb_graph_count(graph); id++) {
        const gb_node *a = gb_graph_node(graph, id), *b = gb_graph_node(came.job.graph, id);
        assert_memory_equal(&a->span, &b->span, sizeof a->span);
        assert_int_equal(a->version, b->version);
        assert_int_equal(a->invoke, b->invoke);
    }
    gb_wire_job_release(&came);
    gb_graph_free(graph);
}

/* Every graph of the engine's tests. */
static void graphs_of_the_engine(void **state)
{
    (void)state;
    size_t size, count = 0;
    char *text = gb_file_read("tests/golden/engine/cases.txt", 1 << 24, &size, NULL);
    assert_non_null(text);
    for (char *at = strstr(text, "== "); at; at = strstr(at, "\n== ")) {
        char *graph = strchr(at + 1, '\n') + 1, *end = strstr(graph, "\n--\n");
        same_through_the_wire(graph, (size_t)(end + 1 - graph));
        at = end;
        count++;
    }
    assert_true(count > 20);
    gb_free(text);
}

static void arguments_of_every_kind(void **state)
{
    (void)state;
    static const char text[] =
        "invoke 0: [5, 17] [40]\n"
        "invoke 1: all input \"labels\" [1, -2] input \"0\" tensor int64[2] [3, 4]\n"
        "%0 = const (tensor float32[2, 2] [1.0, -2.5, inf, nan])\n"
        "%1 = const (1.5)\n"
        "%2 = const (-0.0)\n"
        "%3 = const (0.1)\n"
        "%4 = const (\"a\\\"b \\n\")\n"
        "%5 = const ([<1, none>, true, slice(none, 3, 2), ..., torch.bfloat16, device cpu])\n"
        "%6 = const (complex(1.0, 2.0))\n"
        "%7 = op aten::add.Tensor (%0, %0, 1)\n"
        "%8 = print @1 (\"x\", %7)\n"
        "%9 = read transformer.h.0#output @0 step 3 : float32[2, 1, 8]\n"
        "%10 = write transformer.h.0#output @0 step 3 in_place (%9)\n"
        "%11 = read transformer.h.0#output @0 step 3 after 1 : float32[2, 1, 8]\n"
        "%12 = save \"n\" (%11)\n";
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = gb_graph_parse(text, sizeof text - 1, 1, &err);
    if (!graph) print_error("%s at '%.20s'\n", err.message, text + err.span.start);
    assert_non_null(graph);
    gb_graph_free(graph);
    same_through_the_wire(text, sizeof text - 1);
}

static void settings(void **state)
{
    (void)state;
    gb_graph *graph = parse_text("invoke 0: [1]\n%0 = read #result @0\n");
    char stop[] = "\n\n";
    gb_generation g = {.max_new_tokens = 7,
                       .max_length = 20,
                       .do_sample = true,
                       .temperature = 0.7,
                       .top_k = 50,
                       .top_p = 0.95,
                       .repetition_penalty = 1.1,
                       .num_return_sequences = 2,
                       .eos = {2, 5},
                       .eos_count = 2,
                       .pad = -1,
                       .seed = -1,
                       .stops = {stop},
                       .stop_count = 1};
    gb_print_options print = gb_print_defaults;
    print.precision = 9;
    gb_node_id wanted[] = {0};
    uint8_t bytes[] = {1, 2, 3};
    gb_tensor *random = gb_tensor_from_data(bytes, GB_U8, (const int64_t[]){3}, 1, NULL);
    gb_wire_job job = {.model = "m",
                       .graph = graph,
                       .generation = &g,
                       .deterministic = true,
                       .print = &print,
                       .wanted = wanted,
                       .wanted_count = 1,
                       .shown = wanted,
                       .shown_count = 1,
                       .until_node = GB_NO_NODE,
                       .until_step = 4,
                       .random_state = random};
    gb_wire_job_owner came;
    send(&job, &came);
    const gb_generation *got = came.job.generation;
    assert_string_equal(came.job.model, "m");
    assert_int_equal(got->max_new_tokens, 7);
    assert_true(got->do_sample && got->temperature == 0.7 && got->top_p == 0.95);
    assert_int_equal(got->eos_count, 2);
    assert_int_equal(got->eos[1], 5);
    assert_string_equal(got->stops[0], "\n\n");
    assert_int_equal(got->seed, -1);
    assert_true(came.job.deterministic);
    assert_int_equal(came.job.print->precision, 9);
    assert_int_equal(came.job.wanted_count, 1);
    assert_int_equal(came.job.shown_count, 1);
    assert_int_equal(came.job.until_step, 4);
    assert_int_equal(came.job.until_node, GB_NO_NODE);
    assert_true(gb_tensor_same_bits(came.job.random_state, random));
    gb_wire_job_release(&came);
    gb_tensor_unref(random);
    gb_graph_free(graph);
}

/* What a user can set must travel. */
static void every_setting(void **state)
{
    (void)state;
    const char *name;
    gb_graph *graph = parse_text("invoke 0: [1]\n%0 = read #result @0\n");
    gb_generation g = {.num_return_sequences = 1, .pad = -1};
    gb_wire_job job = {
        .model = "m", .graph = graph, .generation = &g, .until_node = GB_NO_NODE, .until_step = -1};
    gb_buffer block = GB_BUFFER_INIT;
    gb_pack pack;
    assert_true(gb_wire_job_write(&job, &block, NULL));
    assert_true(gb_pack_read(block.data, block.size, 1 << 20, &pack, NULL, NULL));
    const json_t *sent = json_object_get(pack.document, "generation");
    for (size_t i = 0; (name = gb_generation_setting_at(i)); i++) {
        if (!json_object_get(sent, name)) print_error("'%s' does not travel\n", name);
        assert_non_null(json_object_get(sent, name));
    }
    gb_pack_release(&pack);
    gb_buffer_release(&block);
    gb_graph_free(graph);
}

static void results(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    float numbers[] = {1, 2, 3, 4, 5, 6};
    gb_tensor *whole = gb_tensor_from_data(numbers, GB_F32, (const int64_t[]){2, 3}, 2, &err);
    gb_arg row[] = {gb_arg_tensor(whole), gb_arg_int(0), gb_arg_int(1)};
    gb_tensor *part = gb_overload_tensor_name("aten::select.int", row, 3, &err);
    gb_arg list[] = {gb_arg_tensor(whole), gb_arg_float(NAN), gb_arg_none()};
    gb_wire_value values[] = {{3, gb_arg_tensor(part)},
                              {9, gb_arg_list(list, 3)},
                              {10, gb_arg_bool(true)},
                              {12, gb_arg_tensor(whole)}};
    gb_wire_result result = {.values = values,
                             .value_count = 4,
                             .absent = (const gb_node_id[]){4},
                             .absent_count = 1,
                             .steps = (const int32_t[]){1, 5},
                             .step_count = 2,
                             .came = true,
                             .counters = {.walks = 2, .tokens = 77}};
    gb_buffer block = GB_BUFFER_INIT;
    gb_wire_result_owner came;
    assert_true(gb_wire_result_write(&result, &block, &err));
    assert_true(gb_wire_result_read(block.data, block.size, &came, &err));
    gb_buffer_release(&block);
    const gb_wire_result *got = &came.result;
    assert_int_equal(got->value_count, 4);
    assert_true(gb_tensor_same_bits(got->values[0].value.as.tensor, part));
    assert_int_equal(gb_tensor_storage_bytes(got->values[0].value.as.tensor), 12);
    assert_true(isnan(got->values[1].value.as.items[1].as.real));
    /* one tensor stays one tensor */
    assert_ptr_equal(got->values[1].value.as.items[0].as.tensor, got->values[3].value.as.tensor);
    assert_int_equal(got->absent[0], 4);
    assert_int_equal(got->steps[1], 5);
    assert_true(got->came);
    assert_int_equal(got->counters.tokens, 77);
    gb_wire_result_release(&came);
    gb_tensor_unref(part);
    gb_tensor_unref(whole);
}

static void errors(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT, back = GB_ERROR_INIT;
    (void)gb_fail_at(&err, GB_ERR_INDEX, (gb_span){3, 10, 20}, "no row %d", 7);
    json_t *json = gb_wire_error_json(&err, &(gb_wire_fault){GB_LIMIT_NODES, 7});
    assert_int_equal(gb_json_int_or(json, "node", 0), 7);
    assert_string_equal(gb_json_string_or(json, "limit", ""), "nodes");
    gb_wire_error_take(json, &back);
    assert_int_equal(back.cls, GB_ERR_INDEX);
    assert_string_equal(back.message, "no row 7");
    assert_memory_equal(&back.span, &err.span, sizeof back.span);
    json_decref(json);
    back = (gb_error)GB_ERROR_INIT;
    json = json_array();
    gb_wire_error_take(json, &back);
    assert_int_equal(back.cls, GB_ERR_RUNTIME);
    json_decref(json);
}

/* --- what must not come through --------------------------------------------------------------- */

/* A job's text with one part replaced by another; refused with a message that has `why` in it. */
static void refused(const char *text, const char *why)
{
    gb_error err = GB_ERROR_INIT;
    gb_wire_job_owner came;
    gb_wire_fault fault;
    bool read = gb_wire_job_read(text, strlen(text), &came, &fault, &err);
    if (read || !strstr(err.message, why)) print_error("'%s' of %s\n", err.message, text);
    assert_false(read);
    assert_non_null(strstr(err.message, why));
}

#define JOB(graph) "{\"glassbox\": 1, \"model\": \"m\", \"graph\": {" graph "}}"
#define GRAPH(operators, nodes)                                                                    \
    JOB("\"sites\": [[\"a\", \"output\"]], \"invokes\": [{\"rows\": [[1, 2]]}], "                  \
        "\"operators\": [" operators "], \"nodes\": [" nodes "]")
#define READ "{\"kind\": \"read\", \"site\": 0, \"invoke\": 0}"

static void hostile_documents(void **state)
{
    (void)state;
    refused("", "");
    refused("{", "not JSON");
    refused("[1]", "");
    refused("{}", "version");
    refused("{\"glassbox\": 2}", "version 2");
    refused("{\"glassbox\": 1, \"model\": \"m\", \"code\": \"import os\"}", "'code'");
    refused("{\"glassbox\": 1, \"model\": 7, \"graph\": {}}", "'model'");
    refused(JOB(""), "'sites'");
    refused(JOB("\"sites\": [[\"a\"]]"), "site 0");
    refused(JOB("\"sites\": [], \"operators\": [\"aten::no_such_thing\"]"), "no_such_thing");
    refused(JOB("\"sites\": [], \"operators\": [\"aten::from_file\"]"), "not allowed");
    refused(JOB("\"sites\": [], \"operators\": [\"prim::Print\"]"), "");
    refused(JOB("\"sites\": [], \"operators\": [], \"invokes\": [{\"rows\": [[-1]]}]"), "token id");
    refused(JOB("\"sites\": [], \"operators\": [], \"invokes\": [{\"rows\": [[1e300]]}]"),
            "token id");
}

static void hostile_nodes(void **state)
{
    (void)state;
    refused(GRAPH("", "{\"kind\": \"exec\"}"), "node 0: no kind of node 'exec'");
    refused(GRAPH("", READ ", " READ), "node 1: it says the same as node 0");
    refused(GRAPH("", "{\"kind\": \"read\", \"site\": 5, \"invoke\": 0}"), "node 0: 'site'");
    refused(GRAPH("", "{\"kind\": \"read\", \"site\": 0, \"invoke\": 3}"), "node 0: 'invoke'");
    refused(GRAPH("", "{\"kind\": \"read\", \"site\": 0, \"invoke\": 0, \"step\": 99999999}"),
            "node 0: 'step'");
    /* a cycle: the first needs the second */
    refused(GRAPH("\"aten::neg\"", "{\"kind\": \"op\", \"op\": 0, \"args\": [{\"node\": 1}]}, "
                                   "{\"kind\": \"op\", \"op\": 0, \"args\": [{\"node\": 0}]}"),
            "node 0: argument %1 is no earlier node");
    refused(GRAPH("\"aten::neg\"", "{\"kind\": \"op\", \"op\": 0, \"args\": [{\"node\": 0}]}"),
            "no earlier node");
    refused(GRAPH("\"aten::neg\"", "{\"kind\": \"op\", \"op\": 1, \"args\": [1]}"), "'op'");
    refused(GRAPH("\"aten::add_.Tensor\"", READ ", {\"kind\": \"op\", \"op\": 0, \"args\": "
                                                "[{\"node\": 0}, {\"node\": 0}]}"),
            "changes its arguments");
    refused(GRAPH("", "{\"kind\": \"const\", \"args\": [{\"tensor\": \"t0\"}]}"),
            "no tensor 't0' came along");
    refused(GRAPH("", "{\"kind\": \"const\", \"args\": [[{\"node\": 0}]]}"), "names a node");
    refused(GRAPH("", "{\"kind\": \"const\", \"args\": [{\"eval\": \"1\"}]}"), "'eval'");
    refused(GRAPH("", "{\"kind\": \"const\", \"args\": [{\"device\": \"tpu\"}]}"), "");
    refused(GRAPH("", "{\"kind\": \"const\", \"args\": [{\"slice\": [1, 2]}]}"), "slice");
    refused(GRAPH("", "{\"kind\": \"const\", \"args\": [[[[[[[[[[1]]]]]]]]]]}"), "nested");
    refused(GRAPH("", "{\"kind\": \"read\", \"site\": 0, \"invoke\": 0, \"form\": {\"dtype\": "
                      "\"float32\", \"shape\": [1099511627776, 1099511627776]}}"),
            "too many elements");
    refused(GRAPH("", "{\"kind\": \"read\", \"site\": 0, \"invoke\": 0, \"form\": {\"dtype\": "
                      "\"float99\", \"shape\": []}}"),
            "dtype");
}

static void span_of_a_fault(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_wire_job_owner came;
    gb_wire_fault fault;
    static const char text[] =
        GRAPH("\"aten::neg\"", READ ", {\"kind\": \"op\", \"op\": 0, \"args\": [{\"node\": 9}], "
                                    "\"span\": [4, 10, 20]}");
    assert_false(gb_wire_job_read(text, sizeof text - 1, &came, &fault, &err));
    assert_int_equal(fault.node, 1);
    assert_int_equal(fault.limit, GB_LIMIT_NONE);
    assert_int_equal(err.span.source, 4);
    assert_int_equal(err.span.start, 10);
}

static void too_many_nodes(void **state)
{
    (void)state;
    gb_buffer text = GB_BUFFER_INIT;
    gb_error err = GB_ERROR_INIT;
    gb_wire_job_owner came;
    gb_wire_fault fault;
    gb_buffer_text(&text, "{\"glassbox\": 1, \"model\": \"m\", \"graph\": {\"sites\": [], "
                          "\"invokes\": [], \"operators\": [], \"nodes\": [");
    for (int64_t i = 0; i <= gb_limit_of(GB_LIMIT_NODES)->value; i++)
        gb_buffer_format(&text, "%s{\"kind\":\"const\",\"args\":[%d]}", i ? "," : "", (int)i);
    gb_buffer_text(&text, "]}}");
    assert_false(gb_wire_job_read(text.data, text.size, &came, &fault, &err));
    assert_int_equal(fault.limit, GB_LIMIT_NODES);
    assert_non_null(strstr(err.message, "'nodes'"));
    gb_buffer_release(&text);
}

/* --- blocks ----------------------------------------------------------------------------------- */

static void gigabytes_of_nothing(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_wire_job_owner came;
    gb_wire_fault fault;
    gb_buffer zeros = GB_BUFFER_INIT, block = GB_BUFFER_INIT;
    gb_buffer_repeat(&zeros, ' ', 1 << 24);
    /* frames one after another are one text */
    for (int i = 0; i < 64; i++)
        assert_true(gb_compress(zeros.data, zeros.size, &block, &err));
    assert_true(block.size < 1 << 20);
    assert_false(gb_wire_job_read(block.data, block.size, &came, &fault, &err));
    assert_int_equal(fault.limit, GB_LIMIT_JOB);
    gb_buffer_release(&zeros);
    gb_buffer_release(&block);
}

static void cut_and_flipped(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = parse_text("invoke 0: [1]\n%0 = const (tensor float32[2] [1.0, 2.0])\n");
    gb_wire_job job = GB_WIRE_JOB_INIT;
    gb_wire_job_owner came;
    gb_wire_fault fault;
    gb_buffer block = GB_BUFFER_INIT, plain = GB_BUFFER_INIT;
    job.model = "m";
    job.graph = graph;
    assert_true(gb_wire_job_write(&job, &block, &err));
    assert_true(gb_decompress(block.data, block.size, 1 << 20, &plain, NULL, &err));
    gb_buffer *both[] = {&block, &plain};
    for (int b = 0; b < 2; b++)
        for (size_t n = 0; n < both[b]->size; n++) {
            assert_false(gb_wire_job_read(both[b]->data, n, &came, &fault, NULL));
            both[b]->data[n] = (char)(both[b]->data[n] ^ 0x41);
            if (gb_wire_job_read(both[b]->data, both[b]->size, &came, &fault, NULL))
                gb_wire_job_release(&came);
            both[b]->data[n] = (char)(both[b]->data[n] ^ 0x41);
        }
    gb_buffer_release(&block);
    gb_buffer_release(&plain);
    gb_graph_free(graph);
}

/* The header promises a gigabyte that is not there. */
static void sizes_that_lie(void **state)
{
    (void)state;
    static const char header[] =
        "{\"__metadata__\":{\"glassbox\":\"{}\"},\"t0\":{\"dtype\":\"F32\",\"shape\":[268435456],"
        "\"data_offsets\":[0,1073741824]}}";
    gb_error err = GB_ERROR_INIT;
    gb_wire_job_owner came;
    gb_wire_fault fault;
    gb_buffer block = GB_BUFFER_INIT;
    uint64_t n = sizeof header - 1;
    gb_buffer_put(&block, &n, sizeof n);
    gb_buffer_put(&block, header, n);
    gb_buffer_put(&block, "1234", 4);
    assert_false(gb_wire_job_read(block.data, block.size, &came, &fault, &err));
    assert_int_equal(err.cls, GB_ERR_VALUE);
    block.data[5] = 1; /* the header's own size */
    err = (gb_error)GB_ERROR_INIT;
    assert_false(gb_wire_job_read(block.data, block.size, &came, &fault, &err));
    gb_buffer_release(&block);
}

static void no_memory(void **state)
{
    (void)state;
    gb_graph *graph = parse_text("invoke 0: [1]\n%0 = const (tensor float32[2] [1.0, 2.0])\n");
    gb_wire_job job = GB_WIRE_JOB_INIT;
    job.model = "m";
    job.graph = graph;
    gb_buffer block = GB_BUFFER_INIT;
    assert_true(gb_wire_job_write(&job, &block, NULL));
    for (long after = 0; after < 200; after++) {
        gb_buffer other = GB_BUFFER_INIT;
        gb_wire_job_owner came;
        gb_wire_fault fault;
        gb_alloc_fail_after(after);
        (void)!gb_wire_job_write(&job, &other, NULL);
        gb_alloc_fail_after(after);
        if (gb_wire_job_read(block.data, block.size, &came, &fault, NULL))
            gb_wire_job_release(&came);
        gb_alloc_fail_after(-1);
        gb_buffer_release(&other);
    }
    gb_buffer_release(&block);
    gb_graph_free(graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(graphs_of_the_engine),
        cmocka_unit_test(arguments_of_every_kind),
        cmocka_unit_test(settings),
        cmocka_unit_test(every_setting),
        cmocka_unit_test(results),
        cmocka_unit_test(errors),
        cmocka_unit_test(hostile_documents),
        cmocka_unit_test(hostile_nodes),
        cmocka_unit_test(span_of_a_fault),
        cmocka_unit_test(too_many_nodes),
        cmocka_unit_test(gigabytes_of_nothing),
        cmocka_unit_test(cut_and_flipped),
        cmocka_unit_test(sizes_that_lie),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
