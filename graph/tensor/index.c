/* x[...]: an index is taken apart into selects, slices and new dimensions, done one after another
 * as views, and index tensors, done in one gather or scatter at the end. Rules, order and messages
 * are those of PyTorch's Python bindings. See index.h. */
#include "graph/tensor/index.h"

#include "graph/tensor/autograd.h"
#include "graph/tensor/overload.h"

enum { INDICES_MAX = 64 };

/* An index being applied to `original`. */
typedef struct indexing {
    const gb_tensor *original;
    gb_tensor *result;           /* the views so far, owned */
    int64_t dim;                 /* of result, where the next item goes */
    int64_t specified;           /* dimensions that the index names */
    int64_t merged;              /* dimensions beyond one that masks before it take up */
    gb_arg tensors[INDICES_MAX]; /* index tensors, owned; NONE between. A mask is one of them */
    size_t tensor_count;
} indexing;

/* --- facts about an index -----------------------------------------------------------------------
 */

/* NumPy's old heuristic, which PyTorch still follows: a short list with anything but numbers inside
 * is meant as a tuple. */
static bool is_tuple(const gb_arg *index)
{
    if (index->kind != GB_ARG_LIST) return false;
    if (index->tuple) return true;
    if (index->count >= 32) return false;
    for (uint32_t i = 0; i < index->count; i++) {
        uint8_t kind = index->as.items[i].kind;
        if (kind == GB_ARG_LIST || kind == GB_ARG_SLICE || kind == GB_ARG_TENSOR ||
            kind == GB_ARG_ELLIPSIS || kind == GB_ARG_NONE || kind == GB_ARG_NODE)
            return true;
    }
    return false;
}

static bool is_view_item(const gb_arg *item)
{
    switch (item->kind) {
    case GB_ARG_NONE:
    case GB_ARG_ELLIPSIS:
    case GB_ARG_INT:
    case GB_ARG_SLICE: return true;
    case GB_ARG_TENSOR:
        return gb_tensor_dim(item->as.tensor) == 0 &&
               gb_tensor_dtype(item->as.tensor) != GB_BOOLEAN &&
               gb_tensor_dtype(item->as.tensor) != GB_U8;
    default: return false;
    }
}

bool gb_index_is_view(const gb_arg *index)
{
    if (!is_tuple(index)) return is_view_item(index);
    for (uint32_t i = 0; i < index->count; i++)
        if (!is_view_item(&index->as.items[i])) return false;
    return true;
}

static bool is_mask(const gb_tensor *t)
{
    return gb_tensor_dtype(t) == GB_BOOLEAN || gb_tensor_dtype(t) == GB_U8;
}

/* A list of bools stands for a mask as a tensor of them does. */
static int64_t list_mask_dim(const gb_arg *a)
{
    int64_t dim = 0;
    for (; a->kind == GB_ARG_LIST && a->count; a = &a->as.items[0])
        dim++;
    return a->kind == GB_ARG_BOOL ? dim : 1;
}

static int64_t dims_named(const gb_arg *item)
{
    switch (item->kind) {
    case GB_ARG_NONE:
    case GB_ARG_ELLIPSIS:
    case GB_ARG_BOOL: return 0;
    case GB_ARG_TENSOR: return is_mask(item->as.tensor) ? gb_tensor_dim(item->as.tensor) : 1;
    case GB_ARG_LIST: return list_mask_dim(item);
    default: return 1;
    }
}

/* --- views --------------------------------------------------------------------------------------
 */

/* Replaces ix->result by `next`, which is owned; false when it is NULL. */
static bool step(indexing *ix, gb_tensor *next)
{
    if (!next) return false;
    gb_tensor_unref(ix->result);
    ix->result = next;
    return true;
}

static bool select_int(indexing *ix, int64_t index, int64_t real_dim, gb_error *err)
{
    int64_t size = gb_tensor_size(ix->result, ix->dim);
    if (gb_tensor_dim(ix->result) == 0)
        return gb_fail(err, GB_ERR_INDEX,
                       "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or "
                       "`tensor.item<T>()` in C++ to convert a 0-dim tensor to a number");
    if (index >= size || index < -size)
        return gb_fail(err, GB_ERR_INDEX,
                       "index %lld is out of bounds for dimension %lld with size %lld",
                       (long long)index, (long long)real_dim, (long long)size);
    return step(ix, GB_CALL(gb_overload_known(GB_KNOWN_SELECT), err, gb_arg_tensor(ix->result),
                            gb_arg_int(ix->dim), gb_arg_int(index)));
}

static bool slice_part(const gb_arg *part, int64_t standard, int64_t *value, gb_error *err)
{
    gb_arg item = *part;
    *value = standard;
    if (part->kind == GB_ARG_NONE) return true;
    if (part->kind == GB_ARG_TENSOR && gb_tensor_numel(part->as.tensor) == 1 &&
        gb_dtype_kind_of(gb_tensor_dtype(part->as.tensor)) < GB_KIND_FLOAT &&
        !gb_tensor_item(part->as.tensor, &item, err))
        return false;
    if (item.kind == GB_ARG_BOOL) item = gb_arg_int(item.as.boolean);
    if (item.kind != GB_ARG_INT)
        return gb_fail(err, GB_ERR_TYPE,
                       "slice indices must be integers or None or have an __index__ method");
    *value = item.as.integer;
    return true;
}

static bool slice_dim(indexing *ix, const gb_arg *slice, bool always, gb_error *err)
{
    int64_t start, stop, stride;
    const gb_arg *parts = slice->as.items;
    if (!slice_part(&parts[2], 1, &stride, err) || !slice_part(&parts[0], 0, &start, err) ||
        !slice_part(&parts[1], INT64_MAX, &stop, err))
        return false;
    if (stride == 0) return gb_fail(err, GB_ERR_VALUE, "slice step cannot be zero");
    if (stride < 0) return gb_fail(err, GB_ERR_VALUE, "step must be greater than zero");
    int64_t size = gb_tensor_size(ix->result, ix->dim);
    if (!always && start == 0 && stride == 1 && (stop == INT64_MAX || stop == size) && size >= 0)
        return true;
    return step(ix, GB_CALL(gb_overload_known(GB_KNOWN_SLICE), err, gb_arg_tensor(ix->result),
                            gb_arg_int(ix->dim), gb_arg_int(start), gb_arg_int(stop),
                            gb_arg_int(stride)));
}

static bool new_dim(indexing *ix, gb_error *err)
{
    return step(ix, GB_CALL(gb_overload_known(GB_KNOWN_UNSQUEEZE), err, gb_arg_tensor(ix->result),
                            gb_arg_int(ix->dim)));
}

/* --- index tensors ------------------------------------------------------------------------------
 */

/* Takes `t`, an index for the present dimension. */
static bool record(indexing *ix, gb_tensor *t, gb_error *err)
{
    if (!t) return false;
    if (ix->dim >= INDICES_MAX) {
        gb_tensor_unref(t);
        return gb_fail(err, GB_ERR_INDEX, "too many indices");
    }
    int64_t dims = is_mask(t) && gb_tensor_dim(t) > 1 ? gb_tensor_dim(t) : 1;
    while (ix->tensor_count < (size_t)(ix->dim - ix->merged))
        ix->tensors[ix->tensor_count++] = gb_arg_none();
    ix->tensors[ix->tensor_count++] = gb_arg_tensor(t);
    ix->dim += dims;
    ix->merged += dims - 1;
    return true;
}

/* x[True] is a new dimension of length one, x[False] one of length zero. */
static bool record_bool(indexing *ix, bool value, gb_error *err)
{
    int64_t zero = 0, count = value;
    if (!new_dim(ix, err)) return false;
    return record(ix, gb_tensor_from_data(&zero, GB_I64, &count, 1, err), err);
}

static bool apply_tensor(indexing *ix, gb_tensor *t, int64_t real_dim, gb_error *err)
{
    gb_arg item;
    gb_dtype dtype = gb_tensor_dtype(t);
    bool integral = gb_dtype_kind_of(dtype) < GB_KIND_FLOAT;
    if (gb_tensor_dim(t) > 0 || !integral) return record(ix, gb_tensor_ref(t), err);
    if (gb_tensor_is_meta(t)) /* any index gives the same shape */
        return is_mask(t) ? gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "a mask without values")
                          : select_int(ix, 0, real_dim, err);
    if (!gb_tensor_item(t, &item, err)) return false;
    if (item.kind == GB_ARG_BOOL) return record_bool(ix, item.as.boolean, err);
    if (dtype == GB_U8) return record_bool(ix, item.as.integer != 0, err);
    return select_int(ix, item.as.integer, real_dim, err);
}

/* What is inside a list: masks stay masks, numbers become int64. */
static const gb_arg *first_leaf(const gb_arg *a)
{
    while (a->kind == GB_ARG_LIST && a->count)
        a = &a->as.items[0];
    return a;
}

static bool has_text(const gb_arg *a)
{
    if (a->kind != GB_ARG_LIST) return a->kind == GB_ARG_TEXT;
    for (uint32_t i = 0; i < a->count; i++)
        if (has_text(&a->as.items[i])) return true;
    return false;
}

static bool apply_list(indexing *ix, const gb_arg *list, gb_error *err)
{
    gb_tensor_options o = gb_tensor_options_default();
    const gb_arg *leaf = first_leaf(list);
    if (has_text(list)) return gb_fail(err, GB_ERR_TYPE, "new(): invalid data type 'str'");
    bool mask = leaf->kind == GB_ARG_BOOL ||
                (leaf->kind == GB_ARG_TENSOR && gb_tensor_dtype(leaf->as.tensor) == GB_BOOLEAN);
    o.dtype = mask ? GB_BOOLEAN : GB_I64;
    return record(ix, gb_tensor_from_arg(list, &o, err), err);
}

/* --- one item after another ----------------------------------------------------------------------
 */

static bool apply_item(indexing *ix, const gb_arg *item, int64_t real_dim, gb_error *err)
{
    switch (item->kind) {
    case GB_ARG_INT: return select_int(ix, item->as.integer, real_dim, err);
    case GB_ARG_SLICE:
        if (!slice_dim(ix, item, false, err)) return false;
        ix->dim++;
        return true;
    case GB_ARG_ELLIPSIS: ix->dim += gb_tensor_dim(ix->original) - ix->specified; return true;
    case GB_ARG_NONE:
        if (!new_dim(ix, err)) return false;
        ix->dim++;
        return true;
    case GB_ARG_BOOL: return record_bool(ix, item->as.boolean, err);
    case GB_ARG_TENSOR: return apply_tensor(ix, item->as.tensor, real_dim, err);
    case GB_ARG_LIST: return apply_list(ix, item, err);
    case GB_ARG_TEXT: return gb_fail(err, GB_ERR_TYPE, "new(): invalid data type 'str'");
    default:
        return gb_fail(err, GB_ERR_INDEX,
                       "only integers, slices (`:`), ellipsis (`...`), None and long or byte "
                       "Variables are valid indices (got %s)",
                       gb_arg_type_name(item));
    }
}

static void finish(indexing *ix)
{
    gb_tensor_unref(ix->result);
    for (size_t i = 0; i < ix->tensor_count; i++)
        gb_arg_release(&ix->tensors[i]);
}

/* Applies all items: views are in ix->result, index tensors in ix->tensors. */
static bool apply(indexing *ix, const gb_tensor *x, const gb_arg *items, size_t count,
                  gb_error *err)
{
    *ix = (indexing){.original = x, .result = gb_tensor_ref(x)};
    for (size_t i = 0; i < count; i++)
        ix->specified += dims_named(&items[i]);
    bool ok = ix->specified <= gb_tensor_dim(x);
    /* A lone int or slice of a 0-dim tensor has messages of its own. */
    if (!ok && !(count == 1 && gb_tensor_dim(x) == 0 &&
                 (items->kind == GB_ARG_INT || items->kind == GB_ARG_SLICE)))
        gb_fail(err, GB_ERR_INDEX, "too many indices for tensor of dimension %lld",
                (long long)gb_tensor_dim(x));
    else if (!ok && items->kind == GB_ARG_SLICE)
        gb_fail(err, GB_ERR_INDEX, "slice() cannot be applied to a 0-dim tensor.");
    else if (!ok)
        select_int(ix, 0, 0, err);
    int64_t real_dim = 0;
    for (size_t i = 0; ok && i < count; i++) {
        ok = apply_item(ix, &items[i], real_dim, err);
        real_dim += items[i].kind == GB_ARG_ELLIPSIS ? gb_tensor_dim(x) - ix->specified
                                                     : dims_named(&items[i]);
    }
    if (!ok) finish(ix);
    return ok;
}

static bool apply_index(indexing *ix, const gb_tensor *x, const gb_arg *index, gb_error *err)
{
    bool many = is_tuple(index);
    return apply(ix, x, many ? index->as.items : index, many ? index->count : 1, err);
}

/* --- x[index] ------------------------------------------------------------------------------------
 */

/* A single slice is always done, so that x[:] is a view of its own. */
static gb_tensor *index_slice(const gb_tensor *x, const gb_arg *slice, gb_error *err)
{
    indexing ix = {.original = x, .result = gb_tensor_ref(x)};
    if (slice_dim(&ix, slice, true, err)) return ix.result;
    gb_tensor_unref(ix.result);
    return NULL;
}

/* x[i, a:b, None, ...] of plain numbers as one view; NULL, without an error, for everything that is
 * not so simple, is wrong, or that autograd must see as single steps. */
typedef struct plain_view {
    int64_t sizes[INDICES_MAX], strides[INDICES_MAX], offset;
    size_t dim;    /* of the view so far */
    int64_t taken; /* dimensions of x used up */
} plain_view;

static void keep_dim(plain_view *v, int64_t size, int64_t stride)
{
    v->sizes[v->dim] = size;
    v->strides[v->dim++] = stride;
}

static bool plain_part(const gb_arg *part, int64_t missing, int64_t size, int64_t *out)
{
    if (part->kind != GB_ARG_NONE && part->kind != GB_ARG_INT) return false;
    int64_t at = part->kind == GB_ARG_NONE ? missing : part->as.integer;
    if (at < 0) at += size;
    *out = at < 0 ? 0 : at > size ? size : at;
    return true;
}

static bool plain_slice(plain_view *v, const gb_arg *slice, int64_t size, int64_t stride)
{
    int64_t start, stop, step = 1;
    const gb_arg *parts = slice->as.items;
    if (parts[2].kind == GB_ARG_INT) step = parts[2].as.integer;
    if (step < 1 || (parts[2].kind != GB_ARG_NONE && parts[2].kind != GB_ARG_INT) ||
        !plain_part(&parts[0], 0, size, &start) || !plain_part(&parts[1], size, size, &stop))
        return false;
    v->offset += start * stride;
    keep_dim(v, stop > start ? (stop - start - 1) / step + 1 : 0, stride * step);
    return true;
}

static bool plain_item(plain_view *v, const gb_tensor *x, const gb_arg *item, int64_t rest)
{
    const int64_t *sizes = gb_tensor_sizes(x) + v->taken,
                  *strides = gb_tensor_strides(x) + v->taken;
    if (item->kind == GB_ARG_NONE) {
        keep_dim(v, 1, v->taken < gb_tensor_dim(x) ? *sizes * *strides : 1);
        return true;
    }
    if (item->kind == GB_ARG_ELLIPSIS) {
        for (int64_t i = 0; i < rest; i++)
            keep_dim(v, sizes[i], strides[i]);
        v->taken += rest;
        return true;
    }
    if (v->taken >= gb_tensor_dim(x)) return false;
    v->taken++;
    if (item->kind == GB_ARG_SLICE) return plain_slice(v, item, *sizes, *strides);
    if (item->kind != GB_ARG_INT || item->as.integer >= *sizes || item->as.integer < -*sizes)
        return false;
    v->offset += (item->as.integer + (item->as.integer < 0 ? *sizes : 0)) * *strides;
    return true;
}

static gb_tensor *index_plainly(const gb_tensor *x, const gb_arg *index)
{
    bool many = index->kind == GB_ARG_LIST && index->tuple;
    const gb_arg *items = many ? index->as.items : index;
    size_t count = many ? index->count : 1, ellipses = 0;
    int64_t named = 0, dim = gb_tensor_dim(x);
    if (!gb_tensor_is_strided(x) || gb_tensor_requires_grad(x) ||
        dim + (int64_t)count > INDICES_MAX)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        ellipses += items[i].kind == GB_ARG_ELLIPSIS;
        named += items[i].kind == GB_ARG_INT || items[i].kind == GB_ARG_SLICE;
    }
    if (ellipses > 1 || named > dim) return NULL;
    plain_view v;
    v.offset = gb_tensor_storage_offset(x);
    v.dim = 0;
    v.taken = 0;
    for (size_t i = 0; i < count; i++)
        if (!plain_item(&v, x, &items[i], dim - named)) return NULL;
    for (; v.taken < dim; v.taken++)
        keep_dim(&v, gb_tensor_sizes(x)[v.taken], gb_tensor_strides(x)[v.taken]);
    return gb_tensor_view(x, v.sizes, v.strides, v.dim, v.offset, NULL);
}

gb_tensor *gb_tensor_index(const gb_tensor *x, const gb_arg *index, gb_error *err)
{
    indexing ix;
    gb_tensor *plain = index_plainly(x, index);
    if (plain) return plain;
    if (index->kind == GB_ARG_SLICE && gb_tensor_dim(x) > 0) return index_slice(x, index, err);
    if (!apply_index(&ix, x, index, err)) return NULL;
    gb_tensor *result;
    if (ix.tensor_count)
        result = GB_CALL(gb_overload_known(GB_KNOWN_INDEX), err, gb_arg_tensor(ix.result),
                         gb_arg_list(ix.tensors, ix.tensor_count));
    else if (ix.result == x)
        result = GB_CALL(gb_overload_known(GB_KNOWN_ALIAS), err, gb_arg_tensor(ix.result));
    else
        result = gb_tensor_ref(ix.result);
    finish(&ix);
    return result;
}

/* --- x[index] = value ----------------------------------------------------------------------------
 */

/* Leading dimensions of length one do not count: [1, 1, 3] can be put where [3] fits. */
static gb_tensor *without_leading_ones(const gb_tensor *value, gb_error *err)
{
    gb_arg sizes[INDICES_MAX];
    const int64_t *all = gb_tensor_sizes(value);
    size_t dim = (size_t)gb_tensor_dim(value), first = 0;
    while (first < dim && all[first] == 1)
        first++;
    if (first == 0 || dim - first > INDICES_MAX) return gb_tensor_ref(value);
    return GB_CALL(gb_overload_known(GB_KNOWN_VIEW), err, gb_arg_tensor((gb_tensor *)value),
                   gb_arg_ints(all + first, dim - first, sizes));
}

static bool call_in_place(gb_tensor *done)
{
    gb_tensor_unref(done);
    return done != NULL;
}

/* "torch.FloatTensor", as messages of assignment call the type. */
static const char *legacy_name(gb_dtype dtype)
{
    switch (dtype) {
    case GB_F32: return "torch.FloatTensor";
    case GB_F64: return "torch.DoubleTensor";
    case GB_I64: return "torch.LongTensor";
    case GB_I32: return "torch.IntTensor";
    case GB_BOOLEAN: return "torch.BoolTensor";
    case GB_F16: return "torch.HalfTensor";
    case GB_BF16: return "torch.BFloat16Tensor";
    default: return "tensor";
    }
}

static void put_sizes(gb_buffer *b, const gb_tensor *t)
{
    for (int64_t i = 0; i < gb_tensor_dim(t); i++)
        gb_buffer_format(b, "%s%lld", i ? ", " : "", (long long)gb_tensor_sizes(t)[i]);
}

static void fail_dims(const gb_tensor *to, const gb_tensor *value, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_format(&b, "expand(%s{[", legacy_name(gb_tensor_dtype(value)));
    put_sizes(&b, value);
    gb_buffer_text(&b, "]}, size=[");
    put_sizes(&b, to);
    gb_fail(err, GB_ERR_RUNTIME,
            "%s]): the number of sizes provided (%lld) must be greater or equal to the number of "
            "dimensions in the tensor (%lld)",
            b.data ? b.data : "", (long long)gb_tensor_dim(to), (long long)gb_tensor_dim(value));
    gb_buffer_release(&b);
}

/* The value spread over `to`, in PyTorch's words when it does not fit. */
static bool copy_spread(gb_tensor *to, const gb_tensor *value, gb_error *err)
{
    gb_arg sizes[INDICES_MAX];
    gb_tensor *narrow = without_leading_ones(value, err);
    if (!narrow) return false;
    if (gb_tensor_dim(narrow) > gb_tensor_dim(to)) {
        fail_dims(to, narrow, err);
        gb_tensor_unref(narrow);
        return false;
    }
    gb_tensor *wide = GB_CALL(
        gb_overload_known(GB_KNOWN_EXPAND), err, gb_arg_tensor(narrow),
        gb_arg_ints(gb_tensor_sizes(to), (size_t)gb_tensor_dim(to) % (INDICES_MAX + 1), sizes));
    bool ok = wide && call_in_place(GB_CALL(gb_overload_known(GB_KNOWN_COPY), err,
                                            gb_arg_tensor(to), gb_arg_tensor(wide)));
    gb_tensor_unref(wide);
    gb_tensor_unref(narrow);
    return ok;
}

static bool put_view(gb_tensor *to, const gb_arg *value, gb_error *err)
{
    if (value->kind != GB_ARG_TENSOR)
        return call_in_place(
            GB_CALL(gb_overload_known(GB_KNOWN_FILL_SCALAR), err, gb_arg_tensor(to), *value));
    gb_tensor *v = value->as.tensor;
    if (gb_tensor_same_shape(to, v))
        return call_in_place(
            GB_CALL(gb_overload_known(GB_KNOWN_COPY), err, gb_arg_tensor(to), *value));
    if (gb_tensor_dim(v) == 0 && gb_tensor_device(v).type == GB_CPU)
        return call_in_place(
            GB_CALL(gb_overload_known(GB_KNOWN_FILL_TENSOR), err, gb_arg_tensor(to), *value));
    return copy_spread(to, v, err);
}

static bool put_gathered(indexing *ix, const gb_arg *value, gb_error *err)
{
    gb_tensor *v = value->kind == GB_ARG_TENSOR
                       ? without_leading_ones(value->as.tensor, err)
                       : gb_tensor_from_scalar(*value, gb_tensor_dtype(ix->result), err);
    bool ok =
        v &&
        call_in_place(GB_CALL(gb_overload_known(GB_KNOWN_INDEX_PUT), err, gb_arg_tensor(ix->result),
                              gb_arg_list(ix->tensors, ix->tensor_count), gb_arg_tensor(v)));
    gb_tensor_unref(v);
    return ok;
}

bool gb_tensor_index_put(gb_tensor *x, const gb_arg *index, const gb_arg *value, gb_error *err)
{
    indexing ix;
    gb_arg whole = gb_arg_none();
    if (value->kind != GB_ARG_TENSOR &&
        !(value->kind >= GB_ARG_BOOL && value->kind <= GB_ARG_COMPLEX))
        return gb_fail(err, GB_ERR_TYPE, "can't assign a %s to a %s", gb_arg_type_name(value),
                       legacy_name(gb_tensor_dtype(x)));
    if (index->kind == GB_ARG_BOOL && !index->as.boolean) return true;
    if (!apply_index(&ix, x, index->kind == GB_ARG_BOOL ? &whole : index, err)) return false;
    bool ok = ix.tensor_count ? put_gathered(&ix, value, err) : put_view(ix.result, value, err);
    finish(&ix);
    return ok;
}

/* --- the operators -------------------------------------------------------------------------------
 */

static bool want_tensor(const gb_arg *arg, const char *op, gb_error *err)
{
    return arg->kind == GB_ARG_TENSOR ||
           gb_fail(err, GB_ERR_TYPE, "%s(): argument 'self' must be Tensor, not %s", op,
                   gb_arg_type_name(arg));
}

bool gb_own_getitem(const gb_arg *args, gb_arg *results, gb_error *err)
{
    gb_tensor *t = want_tensor(&args[0], "getitem", err)
                       ? gb_tensor_index(args[0].as.tensor, &args[1], err)
                       : NULL;
    results[0] = gb_arg_tensor(t);
    return t != NULL;
}

bool gb_own_setitem(const gb_arg *args, gb_arg *results, gb_error *err)
{
    if (!want_tensor(&args[0], "setitem", err)) return false;
    gb_tensor *copy = GB_CALL(gb_overload_known(GB_KNOWN_CLONE), err, args[0]);
    if (!copy) return false;
    results[0] = gb_arg_tensor(copy);
    if (gb_tensor_index_put(copy, &args[1], &args[2], err)) return true;
    gb_arg_release(&results[0]);
    return false;
}

const gb_overload *gb_overload_getitem(void)
{
    return gb_overload_known(GB_KNOWN_GETITEM);
}

const gb_overload *gb_overload_setitem(void)
{
    return gb_overload_known(GB_KNOWN_SETITEM);
}
