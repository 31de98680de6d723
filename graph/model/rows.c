/* Rows and the keys and values they keep. See rows.h. */
#include "graph/model/rows.h"

#include "graph/base/memory.h"
#include "graph/model/kv.h"
#include "graph/tensor/autograd.h"
#include "graph/tensor/op.h"

#include <string.h>

/* --- keys and values -------------------------------------------------------------------------- */

gb_kv *gb_kv_new(int32_t rows, int32_t layers, gb_error *err)
{
    gb_kv *kv = gb_calloc(1, sizeof *kv, err);
    if (!kv) return NULL;
    *kv = (gb_kv){.refs = 1, .rows = rows, .layers = layers};
    kv->layer = gb_calloc((size_t)layers + 1, sizeof *kv->layer, err);
    if (kv->layer) return kv;
    gb_free(kv);
    return NULL;
}

gb_kv *gb_kv_ref(gb_kv *kv)
{
    kv->refs++;
    return kv;
}

void gb_kv_unref(gb_kv *kv)
{
    if (!kv || --kv->refs > 0) return;
    for (int32_t i = 0; i < kv->layers; i++) {
        gb_tensor_unref(kv->layer[i].keys);
        gb_tensor_unref(kv->layer[i].values);
    }
    gb_free(kv->layer);
    gb_free(kv);
}

uint64_t gb_kv_bytes(const gb_kv *kv)
{
    uint64_t bytes = 0;
    for (int32_t i = 0; i < kv->layers; i++) {
        if (kv->layer[i].keys) bytes += gb_tensor_bytes(kv->layer[i].keys);
        if (kv->layer[i].values) bytes += gb_tensor_bytes(kv->layer[i].values);
    }
    return bytes;
}

static gb_tensor *narrow(gb_tensor *t, int64_t dim, int64_t start, int64_t n, gb_error *err)
{
    return GB_CALL(gb_overload_known(GB_KNOWN_NARROW), err, gb_arg_tensor(t), gb_arg_int(dim),
                   gb_arg_int(start), gb_arg_int(n));
}

/* Zeros [rows, K, capacity, d] that hold what `old` held. */
static gb_tensor *grown(const gb_kv *kv, gb_tensor *old, int64_t capacity, const gb_tensor *like,
                        gb_error *err)
{
    int64_t sizes[] = {kv->rows, gb_tensor_size(like, 1), capacity, gb_tensor_size(like, 3)};
    gb_arg items[4];
    gb_tensor *t = GB_CALL_NAME("aten::zeros", err, gb_arg_ints(sizes, 4, items),
                                gb_arg_dtype(gb_tensor_dtype(like)), gb_arg_none(),
                                gb_arg_device(gb_tensor_device(like)));
    gb_tensor *part = t && old ? narrow(t, 2, 0, gb_tensor_size(old, 2), err) : NULL;
    bool ok = t && (!old || (part && gb_tensor_copy_into(part, old, err)));
    gb_tensor_unref(part);
    if (ok) return t;
    gb_tensor_unref(t);
    return NULL;
}

/* Into the memory that is there. */
static bool store_in_place(const gb_kv *kv, gb_tensor **kept, const gb_kv_write *w,
                           gb_tensor *fresh, gb_error *err)
{
    if (!*kept || gb_tensor_size(*kept, 2) < w->at + w->n) {
        int64_t held = *kept ? gb_tensor_size(*kept, 2) : 0, wanted = w->at + w->n + w->room;
        gb_tensor *wide = grown(kv, *kept, wanted > 2 * held ? wanted : 2 * held, fresh, err);
        if (!wide) return false;
        gb_tensor_unref(*kept);
        *kept = wide;
    }
    gb_tensor *lanes = narrow(*kept, 0, w->first, w->rows, err);
    gb_tensor *place = lanes ? narrow(lanes, 2, w->at, w->n, err) : NULL;
    bool ok = place && gb_tensor_copy_into(place, fresh, err);
    gb_tensor_unref(place);
    gb_tensor_unref(lanes);
    return ok;
}

/* Under autograd: a new tensor, so that what an earlier pass used stays what it was. */
static bool store_functional(const gb_kv *kv, gb_tensor **kept, const gb_kv_write *w,
                             gb_tensor *fresh, gb_error *err)
{
    int64_t held = *kept ? gb_tensor_size(*kept, 2) : 0, wanted = w->at + w->n;
    gb_tensor *base =
        held >= wanted ? gb_tensor_clone(*kept, err) : grown(kv, NULL, wanted, fresh, err);
    gb_tensor *old = base && *kept && held < wanted ? narrow(base, 2, 0, held, err) : NULL;
    bool ok = base && (!*kept || held >= wanted || (old && gb_tensor_copy_into(old, *kept, err)));
    gb_tensor *lanes = ok ? narrow(base, 0, w->first, w->rows, err) : NULL;
    gb_tensor *place = lanes ? narrow(lanes, 2, w->at, w->n, err) : NULL;
    ok = place && gb_tensor_copy_into(place, fresh, err);
    gb_tensor_unref(place);
    gb_tensor_unref(lanes);
    gb_tensor_unref(old);
    if (ok) {
        gb_tensor_unref(*kept);
        *kept = base;
        return true;
    }
    gb_tensor_unref(base);
    return false;
}

bool gb_kv_store(const gb_kv *kv, gb_tensor **kept, const gb_kv_write *where, gb_tensor *fresh,
                 gb_error *err)
{
    return gb_grad_mode() ? store_functional(kv, kept, where, fresh, err)
                          : store_in_place(kv, kept, where, fresh, err);
}

/* --- rows ------------------------------------------------------------------------------------- */

void gb_rows_release(gb_rows *rows)
{
    for (int32_t i = 0; i < rows->count; i++) {
        gb_free(rows->row[i].tokens);
        gb_free(rows->row[i].types);
        gb_kv_unref(rows->row[i].kv);
    }
    gb_free(rows->row);
    *rows = (gb_rows)GB_ROWS_INIT;
}

/* Offsets and N from the rows' new tokens. */
static void pack(gb_rows *rows)
{
    rows->tokens = 0;
    for (int32_t i = 0; i < rows->count; i++) {
        rows->row[i].offset = rows->tokens;
        rows->tokens += gb_row_new(&rows->row[i]);
    }
}

int32_t gb_rows_add(gb_rows *rows, const int64_t *tokens, int64_t n, int32_t parent, int64_t start,
                    gb_error *err)
{
    bool known = parent < 0 ? start == 0
                            : parent < rows->count && start >= 0 && start <= rows->row[parent].stop;
    if (!known) {
        gb_fail(err, GB_ERR_VALUE, "a row from position %lld on: its parent does not reach it",
                (long long)start);
        return -1;
    }
    size_t wanted = (size_t)rows->count + 1;
    if (!gb_grow(&rows->row, &rows->capacity, wanted, sizeof *rows->row, err)) return -1;
    gb_row *row = &rows->row[rows->count];
    *row = (gb_row){.parent = parent, .start = start, .begin = start, .stop = start};
    rows->count++;
    if (gb_rows_extend(rows, rows->count - 1, tokens, n, err)) return rows->count - 1;
    gb_free(row->tokens);
    rows->count--;
    return -1;
}

bool gb_rows_set_types(gb_rows *rows, int32_t row, const int64_t *types, gb_error *err)
{
    gb_row *r = &rows->row[row];
    if (!r->types) r->types = gb_calloc(r->capacity + 1, sizeof *r->types, err);
    if (!r->types) return false;
    memcpy(r->types + (r->begin - r->start), types, (size_t)gb_row_new(r) * sizeof *types);
    return true;
}

void gb_rows_advance(gb_rows *rows)
{
    for (int32_t i = 0; i < rows->count; i++)
        rows->row[i].begin = rows->row[i].stop;
    pack(rows);
}

bool gb_rows_extend(gb_rows *rows, int32_t row, const int64_t *tokens, int64_t n, gb_error *err)
{
    gb_row *r = &rows->row[row];
    size_t held = (size_t)(r->stop - r->start), before = r->capacity;
    if (!gb_grow(&r->tokens, &r->capacity, held + (size_t)n, sizeof *r->tokens, err)) return false;
    if (r->types && r->capacity > before) {
        int64_t *types = gb_calloc(r->capacity + 1, sizeof *types, err);
        if (!types) return false;
        memcpy(types, r->types, held * sizeof *types);
        gb_free(r->types);
        r->types = types;
    }
    memcpy(r->tokens + held, tokens, (size_t)n * sizeof *tokens);
    r->stop += n;
    pack(rows);
    return true;
}
