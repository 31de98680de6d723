/* Writing a graph anew, node by node: what all passes do. Not for other layers. */
#ifndef GB_PASS_REWRITE_H
#define GB_PASS_REWRITE_H

#include "graph/pass/pass.h"

typedef struct gb_rewrite {
    const gb_graph *from;
    gb_graph *to; /* has the same sites and invokes from the beginning */
    gb_node_id *map;
    const gb_pass_options *options;
} gb_rewrite;

/* Appends node `id` of the old graph with its arguments mapped; fills the map. */
bool gb_rewrite_copy(gb_rewrite *w, gb_node_id id, gb_error *err) GB_MUST_CHECK;

/* An operator that is new; GB_NO_NODE on failure. `like`: where its span comes from. */
gb_node_id gb_rewrite_op(gb_rewrite *w, const char *name, const gb_arg *args, int32_t count,
                         const gb_node *like, gb_error *err) GB_MUST_CHECK;

/* Which nodes something needs: needed[gb_graph_count]. With `timed`, writes that come after the
 * last needed place of their invoke are not (needs options->model). */
bool gb_rewrite_needs(const gb_rewrite *w, bool timed, bool *needed, gb_error *err) GB_MUST_CHECK;

/* The passes themselves. */
#define GB_PASS(name, doc) bool gb_pass_##name(gb_rewrite *w, gb_error *err) GB_MUST_CHECK;
#include "graph/pass/pass.def"
#undef GB_PASS

#endif
