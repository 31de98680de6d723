/* torch.tensor and Tensor.tolist: nested lists to tensors and back. See tensor.h. */
#include "graph/tensor/autograd.h"
#include "graph/tensor/op.h"

#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DIM_MAX = 64 };

typedef struct shape {
    int64_t sizes[DIM_MAX];
    size_t dim;
} shape;

static bool is_number(const gb_arg *a)
{
    return a->kind >= GB_ARG_BOOL && a->kind <= GB_ARG_COMPLEX;
}

/* The lengths along the first items, down to what is no list. */
static bool find_shape(const gb_arg *data, shape *s, gb_error *err)
{
    s->dim = 0;
    while (data->kind == GB_ARG_LIST) {
        if (s->dim == DIM_MAX)
            return gb_fail(err, GB_ERR_VALUE, "too many dimensions '%s'", gb_arg_type_name(data));
        s->sizes[s->dim++] = data->count;
        if (!data->count) return true;
        data = &data->as.items[0];
        if (data->kind == GB_ARG_TEXT && *data->as.text) /* a text is a sequence of texts */
            return gb_fail(err, GB_ERR_VALUE, "too many dimensions 'str'");
    }
    return true;
}

/* The dtype of everything inside, promoted; left alone when there is nothing. */
static bool find_dtype(const gb_arg *a, gb_dtype *dtype, gb_error *err)
{
    gb_dtype found = GB_DTYPE_NONE, floats = gb_default_dtype();
    switch (a->kind) {
    case GB_ARG_BOOL: found = GB_BOOLEAN; break;
    case GB_ARG_INT: found = GB_I64; break;
    case GB_ARG_FLOAT: found = floats; break;
    case GB_ARG_COMPLEX: found = floats == GB_F64 ? GB_C128 : GB_C64; break;
    case GB_ARG_TENSOR: found = gb_tensor_dtype(a->as.tensor); break;
    case GB_ARG_TEXT:
        return gb_fail(err, GB_ERR_TYPE, "new(): invalid data type '%s'", gb_arg_type_name(a));
    case GB_ARG_LIST:
        for (uint32_t i = 0; i < a->count; i++)
            if (!find_dtype(&a->as.items[i], dtype, err)) return false;
        return true;
    default:
        if (a->kind == GB_ARG_OTHER && !strcmp(a->as.text, "bytes"))
            return gb_fail(err, GB_ERR_TYPE, "new(): invalid data type 'bytes'");
        return gb_fail(err, GB_ERR_RUNTIME, "Could not infer dtype of %s", gb_arg_type_name(a));
    }
    *dtype = *dtype == GB_DTYPE_NONE ? found : gb_dtype_promote(*dtype, found);
    return true;
}

/* What the elements are gathered in before the conversion to the dtype asked for. */
typedef struct gathering {
    gb_dtype dtype; /* wanted */
    gb_dtype wide;  /* I64, F64 or C128 */
    size_t used;
    union {
        int64_t *ints;
        double *reals;
        void *memory;
    } to;
} gathering;

static bool overflow(gb_dtype dtype, gb_error *err)
{
    return gb_fail(err, GB_ERR_RUNTIME, "value cannot be converted to type %s without overflow",
                   gb_dtype_name(dtype));
}

/* Integers of either sign are taken if they fit the width, as PyTorch does (-1 is 255 for uint8).
 */
static bool fits_int(gb_dtype dtype, double x)
{
    gb_dtype_limits limits = gb_dtype_limits_of(dtype);
    return x <= limits.max && x >= (limits.min_int ? limits.min : -limits.max);
}

static bool gather_int(gathering *g, const gb_arg *a, gb_error *err)
{
    int64_t value = a->kind == GB_ARG_BOOL ? a->as.boolean : a->as.integer;
    if (a->kind == GB_ARG_FLOAT) {
        gb_dtype_limits limits = gb_dtype_limits_of(g->dtype);
        double x = trunc(a->as.real);
        if (g->dtype != GB_BOOLEAN && !(x >= limits.min && x <= limits.max))
            return overflow(g->dtype, err);
        value = g->dtype == GB_BOOLEAN ? a->as.real != 0 : (int64_t)x;
    } else if (g->dtype == GB_BOOLEAN) {
        value = value != 0;
    } else if (g->dtype != GB_I64 && g->dtype != GB_U64 && !fits_int(g->dtype, (double)value)) {
        return overflow(g->dtype, err);
    }
    g->to.ints[g->used++] = value;
    return true;
}

static bool gather_number(gathering *g, const gb_arg *a, gb_error *err)
{
    double re = a->kind == GB_ARG_BOOL  ? (double)a->as.boolean
                : a->kind == GB_ARG_INT ? (double)a->as.integer
                                        : a->as.real;
    if (a->kind == GB_ARG_COMPLEX && g->wide != GB_C128)
        return gb_fail(err, GB_ERR_TYPE, "must be real number, not complex");
    if (g->wide == GB_I64) return gather_int(g, a, err);
    if (g->wide == GB_C128) {
        g->to.reals[2 * g->used] = a->kind == GB_ARG_COMPLEX ? a->as.complex.re : re;
        g->to.reals[2 * g->used + 1] = a->kind == GB_ARG_COMPLEX ? a->as.complex.im : 0;
        g->used++;
        return true;
    }
    g->to.reals[g->used++] = re;
    return true;
}

static bool gather_leaf(gathering *g, const gb_arg *a, gb_error *err)
{
    gb_arg item;
    if (is_number(a)) return gather_number(g, a, err);
    if (a->kind == GB_ARG_TENSOR) {
        if (gb_tensor_numel(a->as.tensor) != 1)
            return gb_fail(err, g->wide == GB_I64 ? GB_ERR_TYPE : GB_ERR_VALUE,
                           g->wide == GB_I64
                               ? "only integer tensors of a single element can be converted to an "
                                 "index"
                               : "only one element tensors can be converted to Python scalars");
        return gb_tensor_item(a->as.tensor, &item, err) && gather_number(g, &item, err);
    }
    if (a->kind == GB_ARG_LIST)
        return gb_fail(err, GB_ERR_TYPE, "'%s' object cannot be interpreted as an integer",
                       gb_arg_type_name(a));
    return gb_fail(err, GB_ERR_VALUE, "too many dimensions '%s'", gb_arg_type_name(a));
}

static bool gather(gathering *g, const gb_arg *a, const shape *s, size_t depth, gb_error *err)
{
    if (depth == s->dim) return gather_leaf(g, a, err);
    if (a->kind != GB_ARG_LIST) return gb_fail(err, GB_ERR_TYPE, "not a sequence");
    if (a->count != s->sizes[depth])
        return gb_fail(err, GB_ERR_VALUE, "expected sequence of length %lld at dim %zu (got %u)",
                       (long long)s->sizes[depth], depth, a->count);
    for (uint32_t i = 0; i < a->count; i++) {
        if (!(i & 0xffff) && !gb_check_interrupt(err)) return false;
        if (!gather(g, &a->as.items[i], s, depth + 1, err)) return false;
    }
    return true;
}

static bool count_elements(const shape *s, size_t *count, gb_error *err)
{
    *count = 1;
    for (size_t i = 0; i < s->dim; i++)
        if (__builtin_mul_overflow(*count, (size_t)s->sizes[i], count) || *count > SIZE_MAX / 32)
            return gb_fail(err, GB_ERR_MEMORY, "too many elements");
    return true;
}

static gb_tensor *from_lists(const gb_arg *data, const shape *s, gb_dtype dtype, gb_device device,
                             gb_error *err)
{
    size_t count;
    gathering g = {.dtype = dtype, .wide = GB_F64};
    gb_dtype_kind kind = gb_dtype_kind_of(dtype);
    if (kind == GB_KIND_COMPLEX) g.wide = GB_C128;
    if (kind < GB_KIND_FLOAT) g.wide = GB_I64;
    if (!count_elements(s, &count, err)) return NULL;
    gb_tensor *wide = gb_tensor_empty(g.wide, s->sizes, s->dim, err);
    if (!wide) return NULL;
    g.to.memory = gb_tensor_data(wide);
    gb_tensor *result = NULL;
    if (!count || gather(&g, data, s, 0, err)) result = gb_tensor_to(wide, dtype, device, err);
    gb_tensor_unref(wide);
    return result;
}

/* A tensor is copied, without its history. */
static gb_tensor *from_tensor(const gb_tensor *t, gb_dtype dtype, gb_device device, gb_error *err)
{
    bool old = gb_grad_mode_set(false);
    gb_tensor *converted = gb_tensor_to(t, dtype, device, err);
    gb_tensor *copy = converted ? gb_tensor_clone(converted, err) : NULL;
    gb_tensor_unref(converted);
    gb_grad_mode_set(old);
    return copy;
}

gb_tensor *gb_tensor_from_arg(const gb_arg *data, const gb_tensor_options *options, gb_error *err)
{
    gb_tensor_options o = options ? *options : gb_tensor_options_default();
    gb_tensor *t;
    shape s;
    if (data->kind == GB_ARG_TENSOR) {
        t = from_tensor(data->as.tensor, o.dtype, o.device, err);
    } else {
        if (!find_shape(data, &s, err)) return NULL;
        if (o.dtype == GB_DTYPE_NONE && !find_dtype(data, &o.dtype, err)) return NULL;
        if (o.dtype == GB_DTYPE_NONE) o.dtype = gb_default_dtype();
        t = from_lists(data, &s, o.dtype, o.device, err);
    }
    if (!t || !o.requires_grad || gb_tensor_set_requires_grad(t, true, err)) return t;
    gb_tensor_unref(t);
    if (err && err->cls == GB_ERR_RUNTIME)
        snprintf(err->message, sizeof err->message, "%s",
                 "Only Tensors of floating point and complex dtype can require gradients");
    return NULL;
}

/* --- tolist ------------------------------------------------------------------------------------
 */

/* Nests flat[*used ...) by the sizes from `depth` on; takes what it uses. */
static bool nest(const gb_tensor *t, int64_t depth, gb_arg **flat, gb_arg *value, gb_error *err)
{
    if (depth == gb_tensor_dim(t)) {
        *value = *(*flat)++;
        return true;
    }
    int64_t n = gb_tensor_sizes(t)[depth];
    gb_arg *items = gb_calloc(n ? (size_t)n : 1, sizeof *items, err);
    if (!items) return false;
    *value = gb_arg_list(items, (size_t)n);
    for (int64_t i = 0; i < n; i++)
        if (!nest(t, depth + 1, flat, &items[i], err)) {
            gb_arg_release(value);
            return false;
        }
    return true;
}

bool gb_tensor_to_list(const gb_tensor *t, gb_arg *value, gb_error *err)
{
    int64_t n = gb_tensor_numel(t);
    gb_arg *flat = gb_calloc(n ? (size_t)n : 1, sizeof *flat, err), *next = flat;
    if (!flat) return false;
    bool ok = gb_tensor_read_args(t, 0, n, flat, err) && nest(t, 0, &next, value, err);
    gb_free(flat);
    return ok;
}
