/* Rules for shapes: the table, the arguments a rule looks at, and dtypes. Shapes are in
 * rule_shape.c. */
#include "graph/tensor/rule.h"

#include <string.h>

static const gb_rule rules[] = {
#define GB_RULE(name, shape, dtype) {name, gb_rule_##shape, GB_RULE_##dtype},
#include "graph/tensor/rule.def"
#undef GB_RULE
};

const gb_rule *gb_rule_find(const char *name)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if (!strcmp(rules[i].name, name)) return &rules[i];
    return NULL;
}

gb_inferred gb_rule_apply(const gb_overload *overload, const gb_arg *args, gb_arg *results,
                          gb_error *err)
{
    gb_rule_call call = {overload, args, overload->rule->dtype, results, err};
    if (overload->out_count) return GB_INFER_UNKNOWN;
    return overload->rule->function(&call);
}

/* --- arguments
 * ------------------------------------------------------------------------------------ */

const gb_arg *gb_rule_arg(const gb_rule_call *call, const char *name)
{
    for (size_t i = 0; i < call->overload->param_count; i++)
        if (!strcmp(call->overload->params[i].name, name))
            return call->args[i].kind == GB_ARG_NONE ? NULL : &call->args[i];
    return NULL;
}

int64_t gb_rule_int(const gb_rule_call *call, const char *name, int64_t standard)
{
    const gb_arg *arg = gb_rule_arg(call, name);
    if (!arg) return standard;
    if (arg->kind == GB_ARG_BOOL) return arg->as.boolean;
    return arg->kind == GB_ARG_INT ? arg->as.integer : standard;
}

const gb_tensor *gb_rule_tensor(const gb_rule_call *call, size_t i)
{
    return i < call->overload->param_count && call->args[i].kind == GB_ARG_TENSOR
               ? call->args[i].as.tensor
               : NULL;
}

bool gb_rule_shape_of(const gb_tensor *t, gb_rule_shape *shape)
{
    if (!t || gb_tensor_dim(t) > GB_RULE_DIM_MAX) return false;
    shape->dim = (size_t)gb_tensor_dim(t);
    if (shape->dim) memcpy(shape->sizes, gb_tensor_sizes(t), shape->dim * sizeof shape->sizes[0]);
    return true;
}

bool gb_rule_wrap(const gb_rule_call *call, int64_t *dim, size_t rank)
{
    int64_t n = rank ? (int64_t)rank : 1;
    if (*dim < -n || *dim >= n)
        return gb_fail(
            call->err, GB_ERR_INDEX,
            "Dimension out of range (expected to be in range of [%lld, %lld], but got %lld)",
            (long long)-n, (long long)n - 1, (long long)*dim);
    if (*dim < 0) *dim += n;
    return true;
}

bool gb_rule_spread(const gb_rule_call *call, gb_rule_shape *shape, const gb_tensor *t)
{
    size_t n = (size_t)gb_tensor_dim(t);
    const int64_t *sizes = gb_tensor_sizes(t);
    if (n > GB_RULE_DIM_MAX) return false;
    if (n > shape->dim) {
        memmove(shape->sizes + (n - shape->dim), shape->sizes, shape->dim * sizeof shape->sizes[0]);
        for (size_t i = 0; i < n - shape->dim; i++)
            shape->sizes[i] = 1;
        shape->dim = n;
    }
    for (size_t i = 0; i < n; i++) {
        size_t at = shape->dim - n + i;
        int64_t a = shape->sizes[at], b = sizes[i];
        if (a != b && a != 1 && b != 1)
            return gb_fail(call->err, GB_ERR_RUNTIME,
                           "The size of tensor a (%lld) must match the size of tensor b (%lld) at "
                           "non-singleton dimension %zu",
                           (long long)a, (long long)b, at);
        if (a == 1) shape->sizes[at] = b;
    }
    return true;
}

/* --- dtypes
 * --------------------------------------------------------------------------------------- */

static gb_dtype real_of(gb_dtype dtype)
{
    return dtype == GB_C32 ? GB_F16 : dtype == GB_C64 ? GB_F32 : dtype == GB_C128 ? GB_F64 : dtype;
}

static gb_dtype complex_of(gb_dtype dtype)
{
    if (gb_dtype_kind_of(dtype) == GB_KIND_COMPLEX) return dtype;
    return dtype == GB_F16 ? GB_C32 : dtype == GB_F64 ? GB_C128 : GB_C64;
}

static gb_dtype float_of(gb_dtype dtype)
{
    return gb_dtype_kind_of(dtype) >= GB_KIND_FLOAT ? dtype : gb_default_dtype();
}

/* Numbers and 0-dim tensors matter only when they are of a higher kind than the rest. */
static gb_dtype promoted(const gb_rule_call *call, size_t first)
{
    gb_dtype by_rank[3] = {GB_DTYPE_NONE, GB_DTYPE_NONE, GB_DTYPE_NONE}; /* dims, 0-dim, numbers */
    for (size_t i = first; i < call->overload->param_count; i++) {
        const gb_arg *a = &call->args[i];
        gb_dtype dtype = GB_DTYPE_NONE;
        int rank = 2;
        if (call->overload->params[i].type != GB_PARAM_TENSOR &&
            call->overload->params[i].type != GB_PARAM_SCALAR)
            continue;
        if (a->kind == GB_ARG_TENSOR) {
            dtype = gb_tensor_dtype(a->as.tensor);
            rank = gb_tensor_dim(a->as.tensor) == 0;
        } else if (a->kind == GB_ARG_BOOL)
            dtype = GB_BOOLEAN;
        else if (a->kind == GB_ARG_INT)
            dtype = GB_I64;
        else if (a->kind == GB_ARG_FLOAT)
            dtype = gb_default_dtype();
        else if (a->kind == GB_ARG_COMPLEX)
            dtype = complex_of(gb_default_dtype());
        else
            continue;
        by_rank[rank] =
            by_rank[rank] == GB_DTYPE_NONE ? dtype : gb_dtype_promote(by_rank[rank], dtype);
    }
    gb_dtype result = by_rank[0];
    for (int i = 1; i < 3; i++) {
        if (by_rank[i] == GB_DTYPE_NONE) continue;
        if (result == GB_DTYPE_NONE) result = by_rank[i];
        gb_dtype_kind a = gb_dtype_kind_of(result), b = gb_dtype_kind_of(by_rank[i]);
        if (a == GB_KIND_UNSIGNED) a = GB_KIND_SIGNED;
        if (b == GB_KIND_UNSIGNED) b = GB_KIND_SIGNED;
        if (b > a) result = b == GB_KIND_COMPLEX ? complex_of(result) : by_rank[i];
    }
    return result;
}

static gb_dtype result_dtype(const gb_rule_call *call)
{
    const gb_arg *asked = gb_rule_arg(call, "dtype");
    const gb_tensor *first = NULL;
    for (size_t i = 0; !first && i < call->overload->param_count; i++)
        first = gb_rule_tensor(call, i);
    gb_dtype dtype = first ? gb_tensor_dtype(first) : gb_default_dtype();
    if (asked && asked->kind == GB_ARG_DTYPE) return asked->as.dtype;
    switch (call->dtype) {
    case GB_RULE_SAME: break;
    case GB_RULE_BOOLEAN: return GB_BOOLEAN;
    case GB_RULE_INT64: return gb_rule_int(call, "out_int32", 0) ? GB_I32 : GB_I64;
    case GB_RULE_PROMOTE: return promoted(call, 0);
    case GB_RULE_WHERE: return promoted(call, 1);
    case GB_RULE_FLOAT: return float_of(dtype);
    case GB_RULE_REAL: return real_of(dtype);
    case GB_RULE_REAL_FLOAT: return float_of(real_of(dtype));
    case GB_RULE_SUM: return gb_dtype_kind_of(dtype) < GB_KIND_FLOAT ? GB_I64 : dtype;
    case GB_RULE_COMPLEX: return complex_of(float_of(dtype));
    }
    return dtype;
}

gb_inferred gb_rule_result_as(const gb_rule_call *call, size_t i, const gb_rule_shape *shape,
                              gb_dtype dtype)
{
    gb_tensor *t = gb_tensor_meta(dtype, shape->sizes, shape->dim, call->err);
    call->results[i] = gb_arg_tensor(t);
    if (t) return GB_INFER_KNOWN;
    while (i-- > 0)
        gb_arg_release(&call->results[i]);
    return GB_INFER_ERROR;
}

gb_inferred gb_rule_result(const gb_rule_call *call, size_t i, const gb_rule_shape *shape)
{
    return gb_rule_result_as(call, i, shape, result_dtype(call));
}
