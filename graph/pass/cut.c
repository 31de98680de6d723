/* Leaves out writes that come after the last place of the model that anything needs. The model's
 * own steps behind it are cut by graph/engine, which knows the plan. */
#include "graph/base/memory.h"
#include "graph/pass/rewrite.h"

bool gb_pass_cut(gb_rewrite *w, gb_error *err)
{
    int32_t count = gb_graph_count(w->from);
    bool *needed = gb_alloc((size_t)count + 1, err);
    bool ok = needed && gb_rewrite_needs(w, w->options->model != NULL, needed, err);
    for (gb_node_id id = 0; ok && id < count; id++)
        ok = !needed[id] || gb_rewrite_copy(w, id, err);
    gb_free(needed);
    return ok;
}
