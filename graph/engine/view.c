/* Packed slots as an invoke sees them, and back.
 *
 * A token slot is [N, …] over all rows. An invoke's rows lie side by side, so its view is a narrow
 * and a reshape, without a copy, when they have equal length; otherwise rows are padded on the left
 * with zeros, and writing drops the padding again. */
#include "graph/base/memory.h"
#include "graph/engine/exec.h"

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
    if (start == 0 && n == gb_tensor_size(t, dim)) return gb_tensor_ref(t);
    return GB_CALL_NAME("aten::narrow", err, T(t), I(dim), I(start), I(n));
}

static gb_tensor *reshape(gb_tensor *t, const int64_t *sizes, size_t dim, gb_error *err)
{
    gb_arg items[GB_MODEL_MAX_RANK + 2];
    gb_arg shape = gb_arg_ints(sizes, dim, items);
    return GB_CALL_NAME("aten::reshape", err, T(t), shape);
}

static gb_tensor *transpose(gb_tensor *t, int64_t a, int64_t b, gb_error *err)
{
    return GB_CALL_NAME("aten::transpose.int", err, T(t), I(a), I(b));
}

/* Joins along a dimension and gives up the parts; NULL if one is missing. */
static gb_tensor *join(gb_tensor **parts, int32_t count, int64_t dim, gb_error *err)
{
    gb_arg items[3], *list = items;
    gb_tensor *out = NULL;
    bool ok = true;
    for (int32_t i = 0; i < count; i++)
        ok = ok && parts[i];
    if (ok && count == 1) return parts[0];
    if (count > 3) list = gb_calloc((size_t)count, sizeof *list, err);
    for (int32_t i = 0; ok && list && i < count; i++)
        list[i] = T(parts[i]);
    if (ok && list) out = GB_CALL_NAME("aten::cat", err, gb_arg_list(list, (size_t)count), I(dim));
    for (int32_t i = 0; i < count; i++)
        gb_tensor_unref(parts[i]);
    if (list != items) gb_free(list);
    return out;
}

/* ---------------------------------------------------------------------------------------- rows */

void exec_rows_of(const gb_exec *exec, int32_t invoke, int32_t *first, int32_t *count)
{
    bool all = gb_graph_invoke(exec->graph, invoke)->all;
    *first = all ? 0 : exec->invokes[invoke].first;
    *count = all ? exec->row_count : exec->invokes[invoke].count;
}

static const gb_row *row_of(const gb_exec *exec, int32_t row)
{
    return &exec->lanes[exec->rows[row].lane].rows.row[exec->rows[row].row];
}

int64_t exec_row_new(const gb_exec *exec, int32_t row)
{
    return gb_row_new(row_of(exec, row));
}

/* What a place looks like for an invoke in this pass. */
typedef struct extent {
    int32_t first, count;
    int64_t time, keys; /* of the longest row */
    int64_t tokens;     /* of all its rows */
    bool equal;
} extent;

static extent extent_of(const gb_exec *exec, int32_t invoke)
{
    extent e = {.equal = true};
    exec_rows_of(exec, invoke, &e.first, &e.count);
    for (int32_t r = e.first; r < e.first + e.count; r++) {
        const gb_row *row = row_of(exec, r);
        int64_t n = gb_row_new(row);
        e.tokens += n;
        if (r > e.first && (n != e.time || gb_row_keys(row) != e.keys)) e.equal = false;
        if (n > e.time) e.time = n;
        if (gb_row_keys(row) > e.keys) e.keys = gb_row_keys(row);
    }
    return e;
}

int64_t exec_time_of(const gb_exec *exec, int32_t invoke)
{
    return extent_of(exec, invoke).time;
}

/* The packed tensor that a view looks into: a slot of a lane, or the one given. */
static gb_tensor *packed_of(gb_exec *exec, const gb_place *place, int32_t lane, gb_tensor *given,
                            gb_error *err)
{
    if (given) return given;
    gb_tensor *t = gb_walk_peek(&exec->lanes[lane].walk, place->slot, err);
    if (!t)
        gb_fail(err, GB_ERR_RUNTIME, "the value '%s' does not exist in this run",
                exec->plan->slots[place->slot].name);
    return t;
}

/* The rows [first, first + count), which lie in one lane, as [n, …]. */
static gb_tensor *rows_in_lane(gb_exec *exec, const gb_place *place, extent e, gb_tensor *given,
                               gb_error *err)
{
    int32_t lane = exec->rows[e.first].lane;
    gb_tensor *packed = packed_of(exec, place, lane, given, err);
    if (!packed) return NULL;
    int64_t from = row_of(exec, e.first)->offset, n = 0;
    for (int32_t r = e.first; r < e.first + e.count; r++)
        n += exec_row_new(exec, r);
    return narrow(packed, 0, from, n, err);
}

/* All rows of the invoke side by side, [tokens, …]. With lanes of their own they are copied. */
static gb_tensor *collect(gb_exec *exec, const gb_place *place, extent e, gb_tensor *given,
                          gb_error *err)
{
    if (given || exec->lane_count == 1) return rows_in_lane(exec, place, e, given, err);
    gb_tensor **parts = gb_calloc((size_t)e.count + 1, sizeof *parts, err);
    if (!parts) return NULL;
    for (int32_t r = 0; r < e.count; r++)
        parts[r] = rows_in_lane(exec, place, (extent){.first = e.first + r, .count = 1}, NULL, err);
    gb_tensor *out = join(parts, e.count, 0, err);
    gb_free(parts);
    return out;
}

/* ----------------------------------------------------------------------------------- positions */

/* The index of an entry after narrowing, -1 if it was left out. */
static int64_t narrowed(const exec_lane *lane, int64_t entry)
{
    if (!lane->selected) return entry;
    int64_t low = 0, high = lane->selected_count - 1;
    while (low <= high) {
        int64_t middle = (low + high) / 2;
        if (lane->selected[middle] == entry) return middle;
        if (lane->selected[middle] < entry)
            low = middle + 1;
        else
            high = middle - 1;
    }
    return -1;
}

static gb_tensor *pick(gb_tensor *packed, const int64_t *index, int64_t n, gb_error *err)
{
    if (n == 1) return narrow(packed, 0, index[0], 1, err);
    gb_tensor *indices = gb_tensor_from_data(index, GB_I64, &n, 1, err);
    if (!indices) return NULL;
    gb_tensor *device = gb_tensor_to(indices, GB_DTYPE_NONE, gb_tensor_device(packed), err);
    gb_tensor *out =
        device ? GB_CALL_NAME("aten::index_select", err, T(packed), I(0), T(device)) : NULL;
    gb_tensor_unref(device);
    gb_tensor_unref(indices);
    return out;
}

/* Zeros where `pad` says so, along dimension 0. */
static gb_tensor *blank(gb_tensor *t, const bool *pad, int64_t n, gb_error *err)
{
    int64_t sizes[GB_MODEL_MAX_RANK + 1] = {n};
    size_t dim = (size_t)gb_tensor_dim(t);
    for (size_t i = 1; i < dim; i++)
        sizes[i] = 1;
    gb_tensor *flags = gb_tensor_from_data(pad, GB_BOOLEAN, sizes, dim, err);
    gb_tensor *mask = flags ? gb_tensor_to(flags, GB_DTYPE_NONE, gb_tensor_device(t), err) : NULL;
    gb_tensor *out =
        mask ? GB_CALL_NAME("aten::masked_fill.Scalar", err, T(t), T(mask), I(0)) : NULL;
    gb_tensor_unref(mask);
    gb_tensor_unref(flags);
    return out;
}

/* Which positions of the invoke's view are wanted: a list, or all. */
typedef struct wanted_positions {
    const gb_arg *list; /* NULL: all */
    int64_t count;
} wanted_positions;

static int64_t position_at(const wanted_positions *p, int64_t i)
{
    return p->list ? p->list->as.items[i].as.integer : i;
}

/* One row's positions as [P, …], padding as zeros. */
static gb_tensor *row_positions(gb_exec *exec, const gb_place *place, int32_t r,
                                const wanted_positions *p, int64_t time, gb_tensor *given,
                                gb_error *err)
{
    const exec_lane *lane = &exec->lanes[exec->rows[r].lane];
    const gb_row *row = row_of(exec, r);
    gb_tensor *packed = packed_of(exec, place, exec->rows[r].lane, given, err), *out = NULL;
    int64_t *index = gb_calloc((size_t)p->count + 1, sizeof *index, err);
    bool *pad = gb_calloc((size_t)p->count + 1, sizeof *pad, err);
    bool ok = packed && index && pad, padded = false;
    for (int64_t i = 0; ok && i < p->count; i++) {
        int64_t t = position_at(p, i) - (time - gb_row_new(row));
        pad[i] = t < 0;
        padded = padded || pad[i];
        index[i] = pad[i] ? 0 : narrowed(given ? &(exec_lane){0} : lane, row->offset + t);
        ok = (t < gb_row_new(row) && index[i] >= 0) ||
             gb_fail(err, GB_ERR_INDEX, "position %lld of a value with %lld",
                     (long long)position_at(p, i), (long long)time);
    }
    if (ok) out = pick(packed, index, p->count, err);
    if (out && padded) {
        gb_tensor *filled = blank(out, pad, p->count, err);
        gb_tensor_unref(out);
        out = filled;
    }
    gb_free(index);
    gb_free(pad);
    return out;
}

static gb_tensor *all_positions(gb_exec *exec, const gb_place *place, extent e,
                                const wanted_positions *p, gb_tensor *given, gb_error *err)
{
    gb_tensor **parts = gb_calloc((size_t)e.count + 1, sizeof *parts, err);
    if (!parts) return NULL;
    for (int32_t r = 0; r < e.count; r++)
        parts[r] = row_positions(exec, place, e.first + r, p, e.time, given, err);
    gb_tensor *out = join(parts, e.count, 0, err);
    gb_free(parts);
    return out;
}

/* -------------------------------------------------------------------------------------- layouts */

/* [B·T, …] as [B, T, …], heads before time where the place says so. */
static gb_tensor *unpack(const gb_place *place, gb_tensor *flat, int64_t batch, int64_t time,
                         gb_error *err)
{
    int64_t sizes[GB_MODEL_MAX_RANK + 2] = {batch, time};
    int64_t dim = gb_tensor_dim(flat);
    for (int64_t i = 1; i < dim && i < GB_MODEL_MAX_RANK; i++)
        sizes[i + 1] = gb_tensor_size(flat, i);
    gb_tensor *out = reshape(flat, sizes, (size_t)dim + 1, err);
    if (out && place->layout == GB_LAYOUT_HEADS) {
        gb_tensor *turned = transpose(out, 1, 2, err);
        gb_tensor_unref(out);
        out = turned;
    }
    return out;
}

/* Pads dimension `dim` of a tensor of at most 4 on the left. */
static gb_tensor *pad_left(gb_tensor *t, int64_t dim, int64_t n, gb_error *err)
{
    if (!t || n == 0) return t;
    int64_t pads[8] = {0};
    int64_t back = gb_tensor_dim(t) - 1 - dim;
    pads[2 * back] = n;
    gb_arg items[8];
    gb_arg list = gb_arg_ints(pads, (size_t)(2 * back + 2), items);
    gb_tensor *out = GB_CALL_NAME("aten::constant_pad_nd", err, T(t), list, I(0));
    gb_tensor_unref(t);
    return out;
}

/* Scores and patterns of one row: [1, H, T, S]. */
static gb_tensor *keys_of_row(gb_exec *exec, const gb_place *place, int32_t r, extent e,
                              gb_tensor *given, gb_error *err)
{
    const gb_row *row = row_of(exec, r);
    gb_tensor *part =
        rows_in_lane(exec, place, (extent){.first = r, .count = 1}, given, err); /* [n, H, S'] */
    gb_tensor *own = part ? narrow(part, 2, 0, gb_row_keys(row), err) : NULL;
    gb_tensor *turned = own ? transpose(own, 0, 1, err) : NULL; /* [H, n, S] */
    gb_tensor *wide = pad_left(turned, 1, e.time - gb_row_new(row), err);
    wide = pad_left(wide, 2, e.keys - gb_row_keys(row), err);
    gb_tensor *out = wide ? GB_CALL_NAME("aten::unsqueeze", err, T(wide), I(0)) : NULL;
    gb_tensor_unref(wide);
    gb_tensor_unref(own);
    gb_tensor_unref(part);
    return out;
}

static gb_tensor *view_keys(gb_exec *exec, const gb_place *place, extent e, gb_tensor *given,
                            gb_error *err)
{
    gb_tensor **parts = gb_calloc((size_t)e.count + 1, sizeof *parts, err);
    if (!parts) return NULL;
    for (int32_t r = 0; r < e.count; r++)
        parts[r] = keys_of_row(exec, place, e.first + r, e, given, err);
    gb_tensor *out = join(parts, e.count, 0, err);
    gb_free(parts);
    return out;
}

static gb_tensor *view_tokens(gb_exec *exec, const gb_place *place, extent e,
                              const gb_arg *positions, gb_tensor *given, gb_error *err)
{
    wanted_positions p = {positions, positions ? (int64_t)positions->count : e.time};
    bool whole = !positions && e.equal;
    gb_tensor *flat =
        whole ? collect(exec, place, e, given, err) : all_positions(exec, place, e, &p, given, err);
    gb_tensor *out = flat ? unpack(place, flat, e.count, p.count, err) : NULL;
    gb_tensor_unref(flat);
    return out;
}

static gb_tensor *view(gb_exec *exec, const gb_place *place, int32_t invoke,
                       const gb_arg *positions, gb_tensor *given, gb_error *err)
{
    extent e = extent_of(exec, invoke);
    if (e.count == 0) {
        (void)gb_fail(err, GB_ERR_VALUE, "the invoke has no prompts");
        return NULL;
    }
    switch (place->layout) {
    case GB_LAYOUT_PLAIN: return gb_tensor_ref(packed_of(exec, place, 0, given, err));
    case GB_LAYOUT_KEYS: return view_keys(exec, place, e, given, err);
    case GB_LAYOUT_ONCE:
        e.count = 1;
        e.time = exec_row_new(exec, e.first);
        e.equal = true;
        return view_tokens(exec, place, e, positions, given, err);
    default: return view_tokens(exec, place, e, positions, given, err);
    }
}

gb_tensor *exec_view(gb_exec *exec, const gb_place *place, int32_t invoke, const gb_arg *positions,
                     gb_error *err)
{
    return view(exec, place, invoke, positions, NULL, err);
}

gb_tensor *exec_view_of(gb_exec *exec, const gb_place *place, int32_t invoke, gb_tensor *packed,
                        gb_error *err)
{
    return view(exec, place, invoke, NULL, packed, err);
}

gb_tensor *exec_last_tokens(gb_exec *exec, int32_t slot, int32_t invoke, gb_error *err)
{
    gb_place place = {.slot = slot, .layout = GB_LAYOUT_TOKENS};
    extent e = extent_of(exec, invoke);
    gb_arg last = gb_arg_int(e.time - 1), list = gb_arg_list(&last, 1);
    wanted_positions p = {&list, 1};
    return all_positions(exec, &place, e, &p, NULL, err);
}
