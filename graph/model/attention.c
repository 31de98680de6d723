/* Attention over packed rows: the fused operator, and its three parts where somebody looks inside.
 * A group of rows (row_group.h) goes through at once, [B, H, n, d] against [B, K, S, d]. */
#include "graph/model/attention.h"

#include "graph/base/memory.h"
#include "graph/model/row_group.h"
#include "graph/tensor/autograd.h"

enum { MAX_ANCESTORS = 64 };

static gb_arg T(gb_tensor *t)
{
    return gb_arg_tensor(t);
}

static gb_arg I(int64_t x)
{
    return gb_arg_int(x);
}

static gb_tensor *narrow(gb_tensor *t, int64_t dim, int64_t start, int64_t n, gb_error *err)
{
    if (!t) return NULL;
    if (start == 0 && n == gb_tensor_size(t, dim)) return gb_tensor_ref(t);
    return GB_CALL(gb_overload_known(GB_KNOWN_NARROW), err, T(t), I(dim), I(start), I(n));
}

static gb_tensor *transpose(gb_tensor *t, int64_t a, int64_t b, gb_error *err)
{
    if (!t) return NULL;
    return GB_CALL(gb_overload_known(GB_KNOWN_TRANSPOSE), err, T(t), I(a), I(b));
}

static gb_tensor *reshape(gb_tensor *t, const int64_t *sizes, size_t dim, gb_error *err)
{
    gb_arg items[GB_MODEL_MAX_RANK + 2];
    if (!t) return NULL;
    return GB_CALL(gb_overload_known(GB_KNOWN_RESHAPE), err, T(t), gb_arg_ints(sizes, dim, items));
}

/* The result of the last step of a chain; the one before it is given up. */
static gb_tensor *then(gb_tensor *before, gb_tensor *after)
{
    gb_tensor_unref(before);
    return after;
}

/* A group's part of packed [N, H, d] as [B, H, n, d]. */
static gb_tensor *heads_of(const gb_row_group *g, gb_tensor *packed, gb_error *err)
{
    int64_t sizes[] = {g->count, g->n, gb_tensor_size(packed, 1), gb_tensor_size(packed, 2)};
    gb_tensor *part = narrow(packed, 0, g->offset, g->count * g->n, err);
    gb_tensor *split = then(part, reshape(part, sizes, 4, err));
    return then(split, transpose(split, 1, 2, err));
}

/* [B, H, n, d] back as [B n, H, d]. */
static gb_tensor *packed_from(const gb_row_group *g, gb_tensor *heads, gb_error *err)
{
    gb_tensor *turned = transpose(heads, 1, 2, err);
    int64_t sizes[] = {g->count * g->n, heads ? gb_tensor_size(heads, 1) : 0,
                       heads ? gb_tensor_size(heads, 3) : 0};
    gb_tensor *packed = then(turned, reshape(turned, sizes, 3, err));
    return packed ? then(packed, gb_tensor_contiguous(packed, err)) : NULL;
}

/* Groups' results side by side; gives up the parts. */
static gb_tensor *join(gb_tensor **parts, int32_t count, gb_error *err)
{
    gb_arg *items = count > 1 ? gb_calloc((size_t)count, sizeof *items, err) : NULL;
    gb_tensor *out = NULL;
    bool ok = true;
    for (int32_t i = 0; i < count; i++)
        ok = ok && parts[i];
    if (ok && count == 1) return parts[0];
    for (int32_t i = 0; ok && items && i < count; i++)
        items[i] = T(parts[i]);
    if (ok && items)
        out =
            GB_CALL(gb_overload_known(GB_KNOWN_CAT), err, gb_arg_list(items, (size_t)count), I(0));
    for (int32_t i = 0; i < count; i++)
        gb_tensor_unref(parts[i]);
    gb_free(items);
    return out;
}

/* --- keys and values of a group --------------------------------------------------------------- */

/* Whether it is keys or values that are meant. */
typedef enum side { KEYS, VALUES } side;

static gb_tensor **kept_of(const gb_kv *kv, int32_t layer, side which)
{
    return which == KEYS ? &kv->layer[layer].keys : &kv->layer[layer].values;
}

/* Puts the new ones of every group that keeps them where later passes find them. */
static bool keep(const gb_walk *walk, int32_t layer, side which, gb_tensor *packed, gb_error *err)
{
    const gb_row_groups *groups = gb_row_groups_of(walk);
    for (int32_t i = 0; i < groups->count; i++) {
        const gb_row_group *g = &groups->items[i];
        if (!g->kv) continue;
        gb_tensor *fresh = heads_of(g, packed, err);
        gb_kv_write where = {
            .first = g->lane, .rows = g->count, .at = g->begin - g->start, .n = g->n, .room = 32};
        bool ok = fresh && gb_kv_store(g->kv, kept_of(g->kv, layer, which), &where, fresh, err);
        gb_tensor_unref(fresh);
        if (!ok) return false;
    }
    return true;
}

/* Positions [start, upto) of one row, [1, K, upto - start, d]. */
static gb_tensor *own_positions(const gb_walk *walk, const gb_row *row, int32_t layer, side which,
                                gb_tensor *packed, int64_t upto, gb_error *err)
{
    if (row->kv) {
        gb_tensor *lane = narrow(*kept_of(row->kv, layer, which), 0, row->lane, 1, err);
        return then(lane, narrow(lane, 2, 0, upto - row->start, err));
    }
    if (row->begin != row->start) {
        gb_fail(err, GB_ERR_RUNTIME, "the keys of an earlier pass were not kept");
        return NULL;
    }
    gb_row_group one = {.count = 1, .offset = row->offset, .n = gb_row_new(row)};
    gb_tensor *all = heads_of(&one, packed, err);
    (void)walk;
    return then(all, narrow(all, 2, 0, upto - row->start, err));
}

/* All positions of a row that continues others. */
static gb_tensor *with_ancestors(const gb_walk *walk, int32_t row, int32_t layer, side which,
                                 gb_tensor *packed, gb_error *err)
{
    gb_tensor *parts[MAX_ANCESTORS];
    gb_arg items[MAX_ANCESTORS];
    int32_t count = 0;
    int64_t upto = walk->rows->row[row].stop;
    bool ok = true;
    for (; ok && row >= 0 && count < MAX_ANCESTORS; row = walk->rows->row[row].parent) {
        const gb_row *r = &walk->rows->row[row];
        if (upto > r->start) {
            parts[count] = own_positions(walk, r, layer, which, packed, upto, err);
            ok = parts[count] != NULL;
            count += ok;
            upto = r->start;
        }
    }
    if (ok && row >= 0)
        ok = gb_fail(err, GB_ERR_VALUE, "more than %d rows in a chain", MAX_ANCESTORS);
    for (int32_t i = 0; i < count; i++)
        items[count - 1 - i] = T(parts[i]);
    gb_tensor *out =
        ok ? GB_CALL(gb_overload_known(GB_KNOWN_CAT), err, gb_arg_list(items, (size_t)count), I(2))
           : NULL;
    while (count > 0)
        gb_tensor_unref(parts[--count]);
    return out;
}

/* All that a group attends to: [B, K, S, d]. */
static gb_tensor *all_of(const gb_walk *walk, const gb_row_group *g, int32_t layer, side which,
                         gb_tensor *packed, gb_error *err)
{
    if (g->parent >= 0) return with_ancestors(walk, g->first, layer, which, packed, err);
    if (!g->kv) {
        if (g->begin == g->start) return heads_of(g, packed, err);
        gb_fail(err, GB_ERR_RUNTIME, "the keys of an earlier pass were not kept");
        return NULL;
    }
    gb_tensor *lanes = narrow(*kept_of(g->kv, layer, which), 0, g->lane, g->count, err);
    return then(lanes, narrow(lanes, 2, 0, g->stop, err));
}

/* --- masks ------------------------------------------------------------------------------------ */

static bool sees_all(const gb_attention *how, const gb_row_group *g)
{
    bool windowed = how->window > 0 && g->stop > how->window;
    return !windowed && (!how->causal || g->n == 1);
}

/* [n, S] booleans: may token i look at position j? `allowed` false: where it may not. */
static gb_tensor *mask_of(const gb_attention *how, const gb_row_group *g, bool allowed,
                          gb_error *err)
{
    int64_t sizes[] = {g->n, g->stop};
    gb_tensor *mask = gb_tensor_empty(GB_BOOLEAN, sizes, 2, err);
    bool *at = mask ? gb_tensor_data(mask) : NULL;
    for (int64_t i = g->begin; at && i < g->stop; i++)
        for (int64_t j = 0; j < g->stop; j++) {
            bool near =
                how->window == 0 || (j > i - how->window && (how->causal || j < i + how->window));
            *at++ = ((!how->causal || j <= i) && near) == allowed;
        }
    return mask;
}

static gb_tensor *on_device(gb_tensor *t, const gb_tensor *like, gb_error *err)
{
    if (!t) return NULL;
    return then(t, gb_tensor_to(t, GB_DTYPE_NONE, gb_tensor_device(like), err));
}

/* --- the fused operator ----------------------------------------------------------------------- */

static gb_tensor *attend(const gb_walk *walk, const gb_attention *how, const gb_row_group *g,
                         gb_tensor *const in[3], gb_error *err)
{
    gb_tensor *q = heads_of(g, in[0], err);
    gb_tensor *k = all_of(walk, g, how->layer, KEYS, in[1], err);
    gb_tensor *v = all_of(walk, g, how->layer, VALUES, in[2], err);
    bool plain = sees_all(how, g);
    bool triangle =
        !plain && how->causal && g->n == g->stop && (how->window == 0 || g->stop <= how->window);
    gb_tensor *mask =
        plain || triangle || !q ? NULL : on_device(mask_of(how, g, true, err), q, err);
    gb_tensor *z = NULL;
    if (q && k && v && (plain || triangle || mask))
        z = GB_CALL(gb_overload_known(GB_KNOWN_ATTENTION), err, T(q), T(k), T(v), T(mask),
                    gb_arg_float(0), gb_arg_bool(triangle), gb_arg_float(how->scale),
                    gb_arg_bool(how->kv_heads != how->heads));
    gb_tensor_unref(q), gb_tensor_unref(k), gb_tensor_unref(v), gb_tensor_unref(mask);
    return z ? then(z, packed_from(g, z, err)) : NULL;
}

/* --- its parts -------------------------------------------------------------------------------- */

/* Each key-value head as often as heads share it: [B, K, S, d] → [B, H, S, d]. */
static gb_tensor *repeated(const gb_attention *how, gb_tensor *t, gb_error *err)
{
    int64_t share = how->heads / how->kv_heads;
    if (!t || share == 1) return t;
    return then(t, GB_CALL_NAME("aten::repeat_interleave.self_int", err, T(t), I(share), I(1)));
}

/* [B, H, n, S] as [B n, H, S'], columns that the rows do not have filled with `fill`. */
static gb_tensor *pack_keys(const gb_row_group *g, gb_tensor *t, int64_t keys, double fill,
                            gb_error *err)
{
    gb_tensor *turned = transpose(t, 1, 2, err);
    int64_t sizes[] = {g->count * g->n, t ? gb_tensor_size(t, 1) : 0, g->stop};
    gb_tensor *flat = then(turned, reshape(turned, sizes, 3, err));
    if (!flat || keys == g->stop) return flat;
    int64_t pads[] = {0, keys - g->stop};
    gb_arg items[2];
    return then(flat, GB_CALL_NAME("aten::constant_pad_nd", err, T(flat),
                                   gb_arg_ints(pads, 2, items), gb_arg_float(fill)));
}

static gb_tensor *scores(const gb_walk *walk, const gb_attention *how, const gb_row_group *g,
                         gb_tensor *const in[3], gb_error *err)
{
    double lowest = gb_dtype_limits_of(gb_tensor_dtype(in[0])).min;
    gb_tensor *q = heads_of(g, in[0], err);
    gb_tensor *k = repeated(how, all_of(walk, g, how->layer, KEYS, in[1], err), err);
    gb_tensor *turned = then(k, transpose(k, 2, 3, err)), *s = NULL;
    if (q && turned) s = GB_CALL(gb_overload_known(GB_KNOWN_MATMUL), err, T(q), T(turned));
    if (s && how->scale != 1.0)
        s = then(s, GB_CALL_NAME("aten::mul.Scalar", err, T(s), gb_arg_float(how->scale)));
    gb_tensor *mask =
        s && !sees_all(how, g) ? on_device(mask_of(how, g, false, err), s, err) : NULL;
    if (s && mask)
        s = then(
            s, GB_CALL_NAME("aten::masked_fill.Scalar", err, T(s), T(mask), gb_arg_float(lowest)));
    else if (s && !sees_all(how, g))
        s = then(s, NULL);
    gb_tensor_unref(q), gb_tensor_unref(turned), gb_tensor_unref(mask);
    return s ? then(s, pack_keys(g, s, gb_row_groups_of(walk)->keys, lowest, err)) : NULL;
}

/* Softmax in float32, as transformers' eager attention; back in the scores' own type. */
static gb_tensor *pattern(gb_tensor *scores, gb_error *err)
{
    gb_dtype own = gb_tensor_dtype(scores);
    bool wide = own == GB_F32 || own == GB_F64;
    gb_tensor *p = GB_CALL(gb_overload_known(GB_KNOWN_SOFTMAX), err, T(scores), I(-1),
                           wide ? gb_arg_none() : gb_arg_dtype(GB_F32));
    return p && !wide ? then(p, gb_tensor_to(p, own, gb_tensor_device(p), err)) : p;
}

/* in: pattern [N, H, S'], values. */
static gb_tensor *mix(const gb_walk *walk, const gb_attention *how, const gb_row_group *g,
                      gb_tensor *const in[3], gb_error *err)
{
    int64_t sizes[] = {g->count, g->n, how->heads, g->stop};
    gb_tensor *part = narrow(in[0], 0, g->offset, g->count * g->n, err);
    part = then(part, narrow(part, 2, 0, g->stop, err));
    part = then(part, reshape(part, sizes, 4, err));
    part = then(part, transpose(part, 1, 2, err)); /* [B, H, n, S] */
    gb_tensor *v = repeated(how, all_of(walk, g, how->layer, VALUES, in[1], err), err), *z = NULL;
    if (part && v) z = GB_CALL(gb_overload_known(GB_KNOWN_MATMUL), err, T(part), T(v));
    gb_tensor_unref(part), gb_tensor_unref(v);
    return z ? then(z, packed_from(g, z, err)) : NULL;
}

/* --- steps ------------------------------------------------------------------------------------ */

typedef gb_tensor *(*group_operator)(const gb_walk *walk, const gb_attention *how,
                                     const gb_row_group *g, gb_tensor *const in[3], gb_error *err);

static gb_tensor *by_groups(gb_walk *walk, const gb_attention *how, group_operator run,
                            gb_tensor *const in[3], gb_error *err)
{
    const gb_row_groups *groups = gb_row_groups_of(walk);
    gb_tensor *few[4] = {0}, **parts = few;
    if (groups->count > 4) parts = gb_calloc((size_t)groups->count, sizeof *parts, err);
    if (!parts) return NULL;
    for (int32_t i = 0; i < groups->count; i++)
        parts[i] = run(walk, how, &groups->items[i], in, err);
    gb_tensor *out = join(parts, groups->count, err);
    if (parts != few) gb_free(parts);
    return out;
}

gb_tensor *gb_attention_run(gb_walk *walk, const gb_step *step, gb_tensor *const in[3],
                            gb_error *err)
{
    const gb_attention *how = step->attributes;
    switch (step->row_op) {
    case GB_ROW_ATTENTION:
        if (!keep(walk, how->layer, KEYS, in[1], err) ||
            !keep(walk, how->layer, VALUES, in[2], err))
            return NULL;
        return by_groups(walk, how, attend, in, err);
    case GB_ROW_SCORES:
        return keep(walk, how->layer, KEYS, in[1], err) ? by_groups(walk, how, scores, in, err)
                                                        : NULL;
    case GB_ROW_PATTERN: return pattern(in[0], err);
    default:
        return keep(walk, how->layer, VALUES, in[1], err) ? by_groups(walk, how, mix, in, err)
                                                          : NULL;
    }
}
