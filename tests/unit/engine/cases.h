/* The cases of tests/golden/engine/cases.txt, and running one; shared by the engine's tests. */
#ifndef GB_TESTS_ENGINE_CASES_H
#define GB_TESTS_ENGINE_CASES_H

#include "graph/engine/run.h"
#include "graph/model/generate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "graph/base/file.h"
#include "graph/base/memory.h"

enum { SAMPLES = 12, MAX_CASES = 128 };

/* Texts point into the file that was read. */
typedef struct engine_case {
    const char *name, *model, *graph, *expected;
    size_t graph_size;
    int32_t generate; /* new tokens; 0: one forward pass */
} engine_case;

typedef struct engine_cases {
    char *text;
    engine_case items[MAX_CASES];
    size_t count;
} engine_cases;

static inline void cases_read(engine_cases *cases)
{
    gb_error err = GB_ERROR_INIT;
    size_t size;
    cases->count = 0;
    cases->text = gb_file_read("tests/golden/engine/cases.txt", 1 << 24, &size, &err);
    assert_non_null(cases->text);
    char *at = strstr(cases->text, "== ");
    while (at && cases->count < MAX_CASES) {
        engine_case *c = &cases->items[cases->count++];
        char *end = strchr(at, '\n'), *next = strstr(end, "\n== ");
        *end = 0;
        c->name = at + 3;
        char *bar = strstr(at, " | ");
        *bar = 0;
        c->model = bar + 3;
        char *more = strstr(bar + 3, " | generate ");
        c->generate = more ? atoi(more + 12) : 0;
        if (more) *more = 0;
        c->graph = end + 1;
        char *line = strstr(end + 1, "\n--\n");
        c->graph_size = (size_t)(line + 1 - c->graph);
        c->expected = line + 4;
        if (next) *next = 0;
        at = next ? next + 1 : NULL;
    }
}

static inline gb_model *case_model(const char *name)
{
    static gb_model *open[2];
    gb_error err = GB_ERROR_INIT;
    int i = strcmp(name, "gpt2") == 0 ? 0 : 1;
    char path[64];
    snprintf(path, sizeof path, "tests/golden/engine/%s", name);
    if (!open[i]) open[i] = gb_model_open(path, NULL, &err);
    if (!open[i]) print_error("%s\n", err.message);
    assert_non_null(open[i]);
    return open[i];
}

static inline const engine_case *case_named(const engine_cases *cases, const char *name,
                                            const char *model)
{
    for (size_t i = 0; i < cases->count; i++)
        if (strcmp(cases->items[i].name, name) == 0 && strcmp(cases->items[i].model, model) == 0)
            return &cases->items[i];
    fail_msg("no case '%s'", name);
    return NULL;
}

static inline gb_graph *case_graph(const engine_case *c)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = gb_graph_parse(c->graph, c->graph_size, 1, &err);
    if (!graph) print_error("%s: %s at %u\n", c->name, err.message, err.span.start);
    assert_non_null(graph);
    return graph;
}

static inline void case_generation(const engine_case *c, gb_generation *g)
{
    gb_generation_defaults(g, case_model(c->model));
    g->max_new_tokens = c->generate;
    g->do_sample = false;
    g->eos_count = 0;
}

static inline gb_node_id saved_node(const gb_graph *graph, const char *name, size_t n)
{
    for (gb_node_id id = 0; id < gb_graph_count(graph); id++) {
        const gb_node *node = gb_graph_node(graph, id);
        if (node->kind == GB_NODE_SAVE && node->name && strlen(node->name) == n &&
            memcmp(node->name, name, n) == 0)
            return id;
    }
    return GB_NO_NODE;
}

/* One line `name [sizes] values`; the largest difference relative to the values' size. */
static inline double line_difference(const engine_case *c, const gb_graph *graph, const gb_run *run,
                                     const char *line)
{
    const char *bracket = strstr(line, " [");
    gb_node_id id = saved_node(graph, line, (size_t)(bracket - line));
    const gb_arg *value = gb_run_value(run, id);
    if (!value || value->kind != GB_ARG_TENSOR)
        print_error("%s, %s: no value of %.*s\n", c->name, c->model, (int)(bracket - line), line);
    assert_true(value && value->kind == GB_ARG_TENSOR);
    const gb_tensor *t = value->as.tensor;
    char *at = (char *)bracket + 2;
    int64_t dim = 0;
    for (; *at != ']'; dim++) {
        long long size = strtoll(at, &at, 10);
        if (gb_tensor_size(t, dim) != size)
            print_error("%s: size %lld of %.*s\n", c->name, (long long)gb_tensor_size(t, dim),
                        (int)(bracket - line), line);
        assert_int_equal(gb_tensor_size(t, dim), size);
        at += *at == ',';
    }
    assert_int_equal(gb_tensor_dim(t), dim);
    int64_t n = gb_tensor_numel(t);
    double worst = 0, largest = 1e-6, got, want;
    at++;
    for (int i = 0; i < SAMPLES; i++) {
        want = strtod(at, &at);
        assert_true(gb_tensor_read(t, i * (n - 1) / (SAMPLES - 1), 1, &got, NULL));
        if (want > largest || -want > largest) largest = want > 0 ? want : -want;
        if (got - want > worst || want - got > worst) worst = got > want ? got - want : want - got;
        if (got != got) worst = 1e30;
    }
    return worst / largest;
}

static inline double case_difference(const engine_case *c, const gb_graph *graph, const gb_run *run)
{
    double worst = 0;
    for (const char *line = c->expected; line && *line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (!*line) break;
        double d = line_difference(c, graph, run, line);
        const char *bracket = strstr(line, " [");
        if (d > 1e-5)
            print_error("%s, %s: %.*s differs by %g\n", c->name, c->model, (int)(bracket - line),
                        line, d);
        if (d > worst) worst = d;
    }
    return worst;
}

#endif
