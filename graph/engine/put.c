/* Values of an invoke put back into packed slots; the opposite of view.c. */
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

static int64_t keys_of(const gb_exec *exec, int32_t r)
{
    return gb_row_keys(&exec->lanes[exec->rows[r].lane].rows.row[exec->rows[r].row]);
}

/* The value as wide as the place, in its dtype and on its device: numbers and thin tensors are
 * spread (T6). */
static gb_tensor *fit(gb_exec *exec, const gb_place *place, int32_t invoke, gb_tensor *value,
                      gb_error *err)
{
    int32_t first, count;
    int64_t sizes[GB_MODEL_MAX_RANK], keys = 0;
    gb_arg items[GB_MODEL_MAX_RANK];
    exec_rows_of(exec, invoke, &first, &count);
    for (int32_t r = first; r < first + count; r++)
        if (keys_of(exec, r) > keys) keys = keys_of(exec, r);
    gb_place_shape(place, place->layout == GB_LAYOUT_ONCE ? 1 : count, exec_time_of(exec, invoke),
                   keys, sizes);
    bool same = gb_tensor_dim(value) == place->rank;
    for (int i = 0; same && i < place->rank; i++)
        same = gb_tensor_size(value, i) == sizes[i];
    gb_tensor *wide =
        same ? gb_tensor_ref(value)
             : GB_CALL_NAME("aten::expand", err, T(value),
                            gb_arg_ints(sizes, (size_t)place->rank, items), gb_arg_bool(false));
    if (!wide) return NULL;
    gb_device device = GB_DEVICE_DEFAULT;
    if (!gb_device_parse(gb_model_device(exec->model), &device, err)) {
        gb_tensor_unref(wide);
        return NULL;
    }
    gb_tensor *out = gb_tensor_to(wide, place->dtype, device, err);
    gb_tensor_unref(wide);
    return out;
}

/* [.., T, …] of row `b` without padding, as [n, …]; gives up `whole`'s layout. */
static gb_tensor *row_tokens(gb_exec *exec, gb_tensor *value, int32_t r, int32_t b, gb_error *err)
{
    int64_t n = exec_row_new(exec, r);
    gb_tensor *row = GB_CALL_NAME("aten::select.int", err, T(value), I(0), I(b));
    gb_tensor *own = row ? narrow(row, 0, gb_tensor_size(row, 0) - n, n, err) : NULL;
    gb_tensor_unref(row);
    return own;
}

/* [B, H, T, S] of row `b` as [n, H, S'], the columns behind the row's keys taken from `base`. */
static gb_tensor *row_keys(gb_exec *exec, gb_tensor *value, int32_t r, int32_t b, gb_tensor *base,
                           gb_error *err)
{
    int64_t n = exec_row_new(exec, r), keys = keys_of(exec, r);
    gb_tensor *row = GB_CALL_NAME("aten::select.int", err, T(value), I(0), I(b)); /* [H, T, S] */
    gb_tensor *times = row ? narrow(row, 1, gb_tensor_size(row, 1) - n, n, err) : NULL;
    gb_tensor *own = times ? narrow(times, 2, gb_tensor_size(times, 2) - keys, keys, err) : NULL;
    gb_tensor *out = own ? GB_CALL_NAME("aten::transpose.int", err, T(own), I(0), I(1)) : NULL;
    int64_t rest = out && base ? gb_tensor_size(base, 2) - keys : 0;
    if (rest > 0) {
        gb_tensor *behind = narrow(base, 2, keys, rest, err);
        gb_arg parts[] = {T(out), T(behind)};
        gb_tensor *wide =
            behind ? GB_CALL_NAME("aten::cat", err, gb_arg_list(parts, 2), I(2)) : NULL;
        gb_tensor_unref(behind);
        gb_tensor_unref(out);
        out = wide;
    }
    gb_tensor_unref(own);
    gb_tensor_unref(times);
    gb_tensor_unref(row);
    return out;
}

/* base[from : from + n] = part, as a new tensor, or in place when nobody could notice. `base` NULL:
 * what is there is not needed. Owned; takes nothing. */
static gb_tensor *replace(gb_exec *exec, gb_tensor *base, gb_tensor *part, int64_t from,
                          int64_t total, gb_error *err)
{
    int64_t n = gb_tensor_size(part, 0);
    if (n == total) return gb_tensor_ref(part);
    if (base && !exec->grads && gb_tensor_is_sole_owner(base)) {
        gb_tensor *hole = narrow(base, 0, from, n, err);
        bool ok = hole && gb_tensor_copy_into(hole, part, err);
        gb_tensor_unref(hole);
        return ok ? gb_tensor_ref(base) : NULL;
    }
    int64_t before = from, after = total - from - n;
    gb_tensor *source = base ? gb_tensor_ref(base) : NULL;
    if (!source) { /* other writes of this boundary fill the rest */
        gb_arg items[] = {I(total), I(1)};
        gb_tensor *one = narrow(part, 0, 0, 1, err);
        gb_arg repeats[GB_MODEL_MAX_RANK + 1];
        for (int64_t i = 0; i < gb_tensor_dim(part); i++)
            repeats[i] = i == 0 ? items[0] : items[1];
        source = one ? GB_CALL_NAME("aten::repeat", err, T(one),
                                    gb_arg_list(repeats, (size_t)gb_tensor_dim(part)))
                     : NULL;
        gb_tensor_unref(one);
    }
    gb_tensor *head = source ? narrow(source, 0, 0, before, err) : NULL;
    gb_tensor *tail = head ? narrow(source, 0, from + n, after, err) : NULL;
    gb_arg parts[] = {T(head), T(part), T(tail)};
    gb_tensor *out = tail ? GB_CALL_NAME("aten::cat", err, gb_arg_list(parts, 3), I(0)) : NULL;
    gb_tensor_unref(head);
    gb_tensor_unref(tail);
    gb_tensor_unref(source);
    return out;
}

/* Every row of the invoke that lies in the lane, replaced one by one. */
static gb_tensor *put_rows(gb_exec *exec, const gb_place *place, int32_t lane, int32_t invoke,
                           gb_tensor *base, gb_tensor *value, gb_error *err)
{
    int32_t first, count;
    exec_rows_of(exec, invoke, &first, &count);
    const gb_rows *rows = &exec->lanes[lane].rows;
    gb_tensor *now = base ? gb_tensor_ref(base) : NULL;
    for (int32_t b = 0; b < count; b++) {
        int32_t r = first + b;
        if (exec->rows[r].lane != lane || exec_row_new(exec, r) == 0) continue;
        int64_t offset = rows->row[exec->rows[r].row].offset;
        int32_t from = place->layout == GB_LAYOUT_ONCE ? 0 : b;
        gb_tensor *own = base && place->layout == GB_LAYOUT_KEYS
                             ? narrow(base, 0, offset, exec_row_new(exec, r), err)
                             : NULL;
        gb_tensor *part = place->layout == GB_LAYOUT_KEYS ? row_keys(exec, value, r, from, own, err)
                                                          : row_tokens(exec, value, r, from, err);
        gb_tensor *next = part ? replace(exec, now, part, offset, rows->tokens, err) : NULL;
        gb_tensor_unref(part);
        gb_tensor_unref(own);
        gb_tensor_unref(now);
        now = next;
        if (!now) return NULL;
    }
    return now;
}

/* All rows of the lane at once, when the value covers them with nothing to leave out. */
static gb_tensor *put_flat(gb_exec *exec, const gb_place *place, int32_t invoke, gb_tensor *base,
                           gb_tensor *value, gb_error *err)
{
    int32_t first, count;
    exec_rows_of(exec, invoke, &first, &count);
    const exec_lane *lane = &exec->lanes[0];
    int64_t sizes[GB_MODEL_MAX_RANK + 1] = {(int64_t)count * exec_time_of(exec, invoke)};
    gb_arg items[GB_MODEL_MAX_RANK + 1];
    for (int i = 2; i < place->rank; i++)
        sizes[i - 1] = gb_tensor_size(value, i);
    gb_tensor *flat =
        GB_CALL_NAME("aten::reshape", err, T(value),
                     gb_arg_ints(sizes, (size_t)(place->rank > 1 ? place->rank - 1 : 1), items));
    gb_tensor *out = flat ? replace(exec, base, flat, lane->rows.row[exec->rows[first].row].offset,
                                    lane->rows.tokens, err)
                          : NULL;
    gb_tensor_unref(flat);
    return out;
}

static bool equal_rows(const gb_exec *exec, int32_t invoke)
{
    int32_t first, count;
    exec_rows_of(exec, invoke, &first, &count);
    for (int32_t r = first + 1; r < first + count; r++)
        if (exec_row_new(exec, r) != exec_row_new(exec, first)) return false;
    return true;
}

static gb_tensor *put(gb_exec *exec, const gb_place *place, int32_t lane, int32_t invoke,
                      gb_tensor *base, gb_tensor *value, gb_error *err)
{
    if (place->layout == GB_LAYOUT_PLAIN) return gb_tensor_ref(value);
    gb_tensor *turned = place->layout == GB_LAYOUT_HEADS
                            ? GB_CALL_NAME("aten::transpose.int", err, T(value), I(1), I(2))
                            : gb_tensor_ref(value);
    if (!turned) return NULL;
    bool flat = exec->lane_count == 1 && equal_rows(exec, invoke) &&
                (place->layout == GB_LAYOUT_TOKENS || place->layout == GB_LAYOUT_HEADS);
    gb_tensor *out = flat ? put_flat(exec, place, invoke, base, turned, err)
                          : put_rows(exec, place, lane, invoke, base, turned, err);
    gb_tensor_unref(turned);
    return out;
}

gb_tensor *exec_put(gb_exec *exec, const gb_place *place, int32_t invoke, gb_tensor *packed,
                    gb_tensor *value, gb_error *err)
{
    gb_tensor *fitted = fit(exec, place, invoke, value, err);
    gb_tensor *out = fitted ? put(exec, place, 0, invoke, packed, fitted, err) : NULL;
    gb_tensor_unref(fitted);
    return out;
}

/* In place: every slot that holds the very tensor goes on with the new one (T1). */
static void swap(gb_exec *exec, exec_lane *lane, const gb_place *place, gb_tensor *new_value,
                 bool in_place)
{
    gb_tensor *old = gb_tensor_ref(lane->walk.slots[place->slot]);
    for (int32_t s = 0; in_place && old && s < exec->plan->slot_count; s++)
        if (lane->walk.slots[s] == old) gb_walk_set(&lane->walk, s, new_value);
    gb_walk_set(&lane->walk, place->slot, new_value);
    gb_tensor_unref(old);
}

static bool touches(const gb_exec *exec, int32_t lane, int32_t invoke)
{
    int32_t first, count;
    exec_rows_of(exec, invoke, &first, &count);
    for (int32_t r = first; r < first + count; r++)
        if (exec->rows[r].lane == lane) return true;
    return false;
}

bool exec_write(gb_exec *exec, const gb_node *node, gb_tensor *value, gb_error *err)
{
    const gb_place *place = &exec->plan->places[exec->sites[node->site].place];
    gb_tensor *fitted = fit(exec, place, node->invoke, value, err);
    bool ok = fitted != NULL;
    for (int32_t l = 0; ok && l < exec->lane_count; l++) {
        exec_lane *lane = &exec->lanes[l];
        if (!touches(exec, l, node->invoke)) continue;
        gb_tensor *base = lane->walk.slots[place->slot];
        gb_tensor *now = put(exec, place, l, node->invoke, base, fitted, err);
        ok = now != NULL;
        if (ok && now != base) swap(exec, lane, place, now, node->mode == GB_WRITE_IN_PLACE);
        gb_tensor_unref(now);
    }
    gb_tensor_unref(fitted);
    return ok;
}
