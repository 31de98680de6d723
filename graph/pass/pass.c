/* The table of passes, and running them one after another. */
#include "graph/pass/pass.h"

#include "graph/base/memory.h"
#include "graph/pass/rewrite.h"

#include <string.h>

static const struct {
    const char *name, *doc;
    bool (*run)(gb_rewrite *w, gb_error *err);
} passes[] = {
#define GB_PASS(name, doc) {#name, doc, gb_pass_##name},
#include "graph/pass/pass.def"
#undef GB_PASS
};

int32_t gb_pass_count(void)
{
    return (int32_t)(sizeof passes / sizeof *passes);
}

const char *gb_pass_name(int32_t pass)
{
    return pass >= 0 && pass < gb_pass_count() ? passes[pass].name : NULL;
}

const char *gb_pass_doc(int32_t pass)
{
    return pass >= 0 && pass < gb_pass_count() ? passes[pass].doc : NULL;
}

void gb_passed_release(gb_passed *passed)
{
    gb_graph_free(passed->graph);
    gb_free(passed->map);
    *passed = (gb_passed){0};
}

static bool copy_frame(gb_rewrite *w, gb_error *err)
{
    for (int32_t i = 0; i < gb_graph_site_count(w->from); i++) {
        const gb_site *site = gb_graph_site(w->from, i);
        if (gb_graph_add_site(w->to, site->path, site->leaf, err) < 0) return false;
    }
    for (int32_t i = 0; i < gb_graph_invoke_count(w->from); i++)
        if (gb_graph_add_invoke(w->to, gb_graph_invoke(w->from, i), err) < 0) return false;
    return true;
}

bool gb_pass_run(int32_t pass, const gb_graph *graph, const gb_pass_options *options,
                 gb_passed *passed, gb_error *err)
{
    int32_t count = gb_graph_count(graph);
    gb_rewrite w = {graph, gb_graph_new(err), NULL, options};
    w.map = gb_alloc(((size_t)count + 1) * sizeof *w.map, err);
    bool ok = w.to && w.map;
    for (int32_t i = 0; ok && i < count; i++)
        w.map[i] = GB_NO_NODE;
    ok = ok && copy_frame(&w, err) && passes[pass].run(&w, err);
    *passed = (gb_passed){w.to, w.map, count};
    if (!ok) gb_passed_release(passed);
    return ok;
}

static void compose(gb_passed *first, const gb_passed *second)
{
    for (int32_t i = 0; i < first->count; i++)
        if (first->map[i] != GB_NO_NODE) first->map[i] = second->map[first->map[i]];
}

/* The next pass over what the ones before made; the wanted nodes are those of the first graph. */
static bool run_next(int32_t pass, const gb_pass_options *options, gb_passed *so_far, gb_error *err)
{
    gb_passed next;
    gb_pass_options own = *options;
    gb_node_id *wanted = gb_alloc((options->wanted_count + 1) * sizeof *wanted, err);
    if (!wanted) return false;
    own.wanted = wanted;
    own.wanted_count = 0;
    for (size_t i = 0; i < options->wanted_count; i++)
        if (so_far->map[options->wanted[i]] != GB_NO_NODE)
            wanted[own.wanted_count++] = so_far->map[options->wanted[i]];
    bool ok = gb_pass_run(pass, so_far->graph, &own, &next, err);
    gb_free(wanted);
    if (!ok) return false;
    compose(so_far, &next);
    gb_graph_free(so_far->graph);
    so_far->graph = next.graph;
    gb_free(next.map);
    return true;
}

bool gb_pass_run_all(const gb_graph *graph, const gb_pass_options *options, gb_passed *passed,
                     gb_error *err)
{
    if (!gb_pass_run(0, graph, options, passed, err)) return false;
    for (int32_t pass = 1; pass < gb_pass_count(); pass++)
        if (!run_next(pass, options, passed, err)) {
            gb_passed_release(passed);
            return false;
        }
    return true;
}
