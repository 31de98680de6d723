/* Constants of equal bits become one node; hash-consing then joins what is computed from them. */
#include "graph/base/memory.h"
#include "graph/pass/rewrite.h"

enum { MERGE_MAX_BYTES = 1 << 16 }; /* larger ones are not worth the comparison */

static const gb_tensor *small_tensor(const gb_node *node)
{
    if (node->kind != GB_NODE_CONST || node->args[0].kind != GB_ARG_TENSOR) return NULL;
    const gb_tensor *t = node->args[0].as.tensor;
    return gb_tensor_is_meta(t) || gb_tensor_bytes(t) > MERGE_MAX_BYTES ? NULL : t;
}

/* An earlier constant with the same bits, in the new graph. */
static gb_node_id equal_const(const gb_rewrite *w, const gb_map *seen, const gb_tensor *t,
                              uint64_t key)
{
    uintptr_t found = (uintptr_t)gb_map_get_n(seen, (const char *)&key, sizeof key);
    if (!found) return GB_NO_NODE;
    const gb_node *other = gb_graph_node(w->to, (gb_node_id)found - 1);
    return gb_tensor_same_bits(t, other->args[0].as.tensor) ? (gb_node_id)found - 1 : GB_NO_NODE;
}

static uint64_t key_of(const gb_tensor *t)
{
    double head[8] = {0};
    int64_t n = gb_tensor_numel(t);
    uint64_t key = gb_hash_bytes(gb_tensor_sizes(t), (size_t)gb_tensor_dim(t) * sizeof(int64_t));
    if (gb_tensor_read(t, 0, n < 8 ? n : 8, head, NULL)) key ^= gb_hash_bytes(head, sizeof head);
    return key * 31 + (uint64_t)gb_tensor_dtype(t);
}

bool gb_pass_merge(gb_rewrite *w, gb_error *err)
{
    gb_map seen = GB_MAP_INIT;
    bool ok = true;
    for (gb_node_id id = 0; ok && id < gb_graph_count(w->from); id++) {
        const gb_tensor *t = small_tensor(gb_graph_node(w->from, id));
        uint64_t key = t ? key_of(t) : 0;
        if (t) w->map[id] = equal_const(w, &seen, t, key);
        if (w->map[id] != GB_NO_NODE) continue;
        ok = gb_rewrite_copy(w, id, err) &&
             (!t || gb_map_put_n(&seen, (const char *)&key, sizeof key,
                                 (void *)((uintptr_t)w->map[id] + 1), err));
    }
    gb_map_release(&seen);
    return ok;
}
