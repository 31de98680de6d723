/* The shape rules of rule.def, one function each. A rule gives UNKNOWN for an overload or arguments
 * that it is not for. Names of dimensions in comments are of the operator's own documentation. */
#include "graph/tensor/rule.h"

#include <stdlib.h>
#include <string.h>

/* --- same shape
 * ----------------------------------------------------------------------------------- */

gb_inferred gb_rule_first(const gb_rule_call *call)
{
    gb_rule_shape s;
    if (call->overload->result_count != 1 || !gb_rule_shape_of(gb_rule_tensor(call, 0), &s))
        return GB_INFER_UNKNOWN;
    return gb_rule_result(call, 0, &s);
}

/* Two results of the first's shape, the second of them indices: cummax. */
gb_inferred gb_rule_first_pick(const gb_rule_call *call)
{
    gb_rule_shape s;
    int64_t dim = gb_rule_int(call, "dim", 0);
    if (call->overload->result_count != 2 || !gb_rule_shape_of(gb_rule_tensor(call, 0), &s))
        return GB_INFER_UNKNOWN;
    if (!gb_rule_wrap(call, &dim, s.dim)) return GB_INFER_ERROR;
    if (gb_rule_result(call, 0, &s) != GB_INFER_KNOWN) return GB_INFER_ERROR;
    return gb_rule_result_as(call, 1, &s, GB_I64);
}

/* All tensor arguments against each other. */
static gb_inferred broadcast_up_to(const gb_rule_call *call, size_t count)
{
    gb_rule_shape s = {.dim = 0};
    if (call->overload->result_count != 1 || call->overload->result_lists[0])
        return GB_INFER_UNKNOWN;
    for (size_t i = 0; i < count && i < call->overload->param_count; i++) {
        const gb_tensor *t = gb_rule_tensor(call, i);
        if (t && !gb_rule_spread(call, &s, t)) return GB_INFER_ERROR;
    }
    return gb_rule_result(call, 0, &s);
}

gb_inferred gb_rule_broadcast(const gb_rule_call *call)
{
    return broadcast_up_to(call, call->overload->param_count);
}

/* Of the first two alone: x and its mask. */
gb_inferred gb_rule_broadcast_two(const gb_rule_call *call)
{
    return broadcast_up_to(call, 2);
}

gb_inferred gb_rule_layer_norm(const gb_rule_call *call)
{
    gb_rule_shape s;
    const gb_arg *tail = gb_rule_arg(call, "normalized_shape");
    if (!gb_rule_shape_of(gb_rule_tensor(call, 0), &s) || !tail || tail->kind != GB_ARG_LIST)
        return GB_INFER_UNKNOWN;
    if (!tail->count || tail->count > s.dim)
        return GB_INFER_UNKNOWN; /* the meta path has the message */
    for (uint32_t i = 0; i < tail->count; i++)
        if (tail->as.items[i].as.integer != s.sizes[s.dim - tail->count + i])
            return GB_INFER_UNKNOWN;
    return gb_rule_result(call, 0, &s);
}

/* --- reductions
 * ------------------------------------------------------------------------------------ */

/* Removes (or makes one) the dimensions marked. */
static void drop(gb_rule_shape *s, const bool *marked, bool keep)
{
    size_t n = 0;
    for (size_t i = 0; i < s->dim; i++)
        if (!marked[i])
            s->sizes[n++] = s->sizes[i];
        else if (keep)
            s->sizes[n++] = 1;
    s->dim = n;
}

/* Reads `dim` (none, one or several) and `keepdim`, and reduces. */
static gb_inferred reduced(const gb_rule_call *call, gb_rule_shape *s)
{
    bool marked[GB_RULE_DIM_MAX] = {false};
    const gb_arg *dim = gb_rule_arg(call, "dim");
    if (!gb_rule_shape_of(gb_rule_tensor(call, 0), s)) return GB_INFER_UNKNOWN;
    if (dim && dim->kind != GB_ARG_INT && dim->kind != GB_ARG_LIST) return GB_INFER_UNKNOWN;
    size_t count = !dim ? 0 : dim->kind == GB_ARG_INT ? 1 : dim->count;
    if (!count) memset(marked, true, sizeof marked);
    for (size_t i = 0; i < count; i++) {
        int64_t at = dim->kind == GB_ARG_INT ? dim->as.integer : dim->as.items[i].as.integer;
        if (!gb_rule_wrap(call, &at, s->dim)) return GB_INFER_ERROR;
        marked[at] = true;
    }
    drop(s, marked, gb_rule_int(call, "keepdim", 0));
    return GB_INFER_KNOWN;
}

gb_inferred gb_rule_reduce(const gb_rule_call *call)
{
    gb_rule_shape s;
    /* max.other(x, y) and max.dim(x, 0) have meta kernels */
    if (call->overload->result_count != 1 || gb_rule_tensor(call, 1)) return GB_INFER_UNKNOWN;
    gb_inferred got = reduced(call, &s);
    return got == GB_INFER_KNOWN ? gb_rule_result(call, 0, &s) : got;
}

gb_inferred gb_rule_reduce_two(const gb_rule_call *call)
{
    gb_rule_shape s;
    gb_inferred got = reduced(call, &s);
    if (got != GB_INFER_KNOWN) return got;
    if (gb_rule_result(call, 0, &s) != GB_INFER_KNOWN) return GB_INFER_ERROR;
    return gb_rule_result_as(call, 1, &s, gb_tensor_dtype(gb_rule_tensor(call, 0)));
}

/* A value and where it was: median.dim; one value alone without a dim. */
gb_inferred gb_rule_reduce_pick(const gb_rule_call *call)
{
    gb_rule_shape s;
    gb_inferred got = reduced(call, &s);
    if (got != GB_INFER_KNOWN) return got;
    if (gb_rule_result(call, 0, &s) != GB_INFER_KNOWN) return GB_INFER_ERROR;
    return call->overload->result_count == 1 ? GB_INFER_KNOWN
                                             : gb_rule_result_as(call, 1, &s, GB_I64);
}

/* The dimension of q, if it is a tensor of one dimension, comes in front. */
gb_inferred gb_rule_quantile(const gb_rule_call *call)
{
    gb_rule_shape s;
    const gb_tensor *q = gb_rule_tensor(call, 1);
    gb_inferred got = reduced(call, &s);
    if (got != GB_INFER_KNOWN) return got;
    if (q && gb_tensor_dim(q) == 1 && s.dim < GB_RULE_DIM_MAX) {
        memmove(s.sizes + 1, s.sizes, s.dim * sizeof s.sizes[0]);
        s.sizes[0] = gb_tensor_sizes(q)[0];
        s.dim++;
    }
    return gb_rule_result(call, 0, &s);
}

gb_inferred gb_rule_scalar(const gb_rule_call *call)
{
    gb_rule_shape s = {.dim = 0};
    return gb_rule_result(call, 0, &s);
}

/* --- lookups
 * --------------------------------------------------------------------------------------- */

gb_inferred gb_rule_index_select(const gb_rule_call *call)
{
    gb_rule_shape s;
    const gb_tensor *index = gb_rule_tensor(call, 2);
    int64_t dim = gb_rule_int(call, "dim", 0);
    if (!index || gb_tensor_dim(index) > 1 || !gb_rule_shape_of(gb_rule_tensor(call, 0), &s))
        return GB_INFER_UNKNOWN;
    if (!gb_rule_wrap(call, &dim, s.dim)) return GB_INFER_ERROR;
    if (s.dim) s.sizes[dim] = gb_tensor_numel(index);
    return gb_rule_result(call, 0, &s);
}

/* weight [V, D], indices [*] -> [*, D] */
gb_inferred gb_rule_embedding(const gb_rule_call *call)
{
    gb_rule_shape s;
    const gb_tensor *weight = gb_rule_tensor(call, 0), *indices = gb_rule_tensor(call, 1);
    if (!weight || gb_tensor_dim(weight) != 2 || !indices ||
        gb_tensor_dim(indices) >= GB_RULE_DIM_MAX || !gb_rule_shape_of(indices, &s))
        return GB_INFER_UNKNOWN;
    s.sizes[s.dim++] = gb_tensor_sizes(weight)[1];
    return gb_rule_result(call, 0, &s);
}

/* x1 [*, P, M], x2 [*, R, M] -> [*, P, R] */
gb_inferred gb_rule_cdist(const gb_rule_call *call)
{
    gb_rule_shape s, other;
    if (!gb_rule_shape_of(gb_rule_tensor(call, 0), &s) || s.dim < 2 ||
        !gb_rule_shape_of(gb_rule_tensor(call, 1), &other) || other.dim != s.dim ||
        memcmp(s.sizes, other.sizes, (s.dim - 2) * sizeof s.sizes[0]) != 0)
        return GB_INFER_UNKNOWN;
    s.sizes[s.dim - 1] = other.sizes[other.dim - 2];
    return gb_rule_result(call, 0, &s);
}

gb_inferred gb_rule_bucketize(const gb_rule_call *call)
{
    return gb_rule_first(call);
}

/* sorted_sequence, values -> the shape of values */
gb_inferred gb_rule_searchsorted(const gb_rule_call *call)
{
    gb_rule_shape s = {.dim = 0};
    const gb_tensor *values = gb_rule_tensor(call, 1);
    if (values && !gb_rule_shape_of(values, &s)) return GB_INFER_UNKNOWN;
    return gb_rule_result(call, 0, &s);
}

/* [V] or [B, V] -> [n] or [B, n] */
gb_inferred gb_rule_multinomial(const gb_rule_call *call)
{
    gb_rule_shape s;
    if (!gb_rule_shape_of(gb_rule_tensor(call, 0), &s) || s.dim < 1 || s.dim > 2)
        return GB_INFER_UNKNOWN;
    s.sizes[s.dim - 1] = gb_rule_int(call, "num_samples", 1);
    return gb_rule_result(call, 0, &s);
}

/* --- layers
 * ----------------------------------------------------------------------------------------- */

/* q [*, L, E], k [*, S, E], v [*, S, Ev] -> [*, L, Ev] */
gb_inferred gb_rule_attention(const gb_rule_call *call)
{
    gb_rule_shape q, k, v;
    if (!gb_rule_shape_of(gb_rule_tensor(call, 0), &q) ||
        !gb_rule_shape_of(gb_rule_tensor(call, 1), &k) ||
        !gb_rule_shape_of(gb_rule_tensor(call, 2), &v) || q.dim < 2 || k.dim != q.dim ||
        v.dim != q.dim || k.sizes[k.dim - 1] != q.sizes[q.dim - 1] ||
        k.sizes[k.dim - 2] != v.sizes[v.dim - 2])
        return GB_INFER_UNKNOWN;
    q.sizes[q.dim - 1] = v.sizes[v.dim - 1];
    return gb_rule_result(call, 0, &q);
}

/* Item i of a parameter that is a list, or one number for all. */
static int64_t item(const gb_rule_call *call, const char *name, size_t i, int64_t standard)
{
    const gb_arg *a = gb_rule_arg(call, name);
    if (!a) return standard;
    if (a->kind == GB_ARG_INT) return a->as.integer;
    if (a->kind != GB_ARG_LIST || !a->count) return standard;
    return a->as.items[i < a->count ? i : a->count - 1].as.integer;
}

/* input [N, C, *] or [C, *], weight [O, C / groups, *] */
gb_inferred gb_rule_convolution(const gb_rule_call *call)
{
    gb_rule_shape s, w;
    if (!gb_rule_shape_of(gb_rule_tensor(call, 0), &s) ||
        !gb_rule_shape_of(gb_rule_tensor(call, 1), &w) || w.dim < 3 ||
        (s.dim != w.dim && s.dim + 1 != w.dim))
        return GB_INFER_UNKNOWN;
    size_t batch = s.dim == w.dim, spatial = w.dim - 2;
    const gb_arg *padding = gb_rule_arg(call, "padding");
    bool text = padding && padding->kind == GB_ARG_TEXT;
    bool same = text && !strcmp(padding->as.text, "same");
    if (s.sizes[batch] != w.sizes[1] * gb_rule_int(call, "groups", 1)) return GB_INFER_UNKNOWN;
    s.sizes[batch] = w.sizes[0];
    for (size_t i = 0; i < spatial; i++) {
        int64_t *size = &s.sizes[batch + 1 + i], stride = item(call, "stride", i, 1);
        int64_t pad = text ? 0 : item(call, "padding", i, 0);
        int64_t reach = item(call, "dilation", i, 1) * (w.sizes[2 + i] - 1) + 1;
        if (same) continue;
        if (stride <= 0 || *size + 2 * pad < reach) return GB_INFER_UNKNOWN;
        *size = (*size + 2 * pad - reach) / stride + 1;
    }
    return gb_rule_result(call, 0, &s);
}

/* --- Fourier
 * ---------------------------------------------------------------------------------------- */

static gb_inferred fourier(const gb_rule_call *call, bool real)
{
    gb_rule_shape s;
    int64_t dim = gb_rule_int(call, "dim", -1);
    if (!gb_rule_shape_of(gb_rule_tensor(call, 0), &s) || !s.dim) return GB_INFER_UNKNOWN;
    if (!gb_rule_wrap(call, &dim, s.dim)) return GB_INFER_ERROR;
    int64_t n = gb_rule_int(call, "n", s.sizes[dim]);
    if (n < 1) return GB_INFER_UNKNOWN;
    s.sizes[dim] = real ? n / 2 + 1 : n;
    return gb_rule_result(call, 0, &s);
}

gb_inferred gb_rule_fft(const gb_rule_call *call)
{
    return fourier(call, false);
}

gb_inferred gb_rule_fft_real(const gb_rule_call *call)
{
    return fourier(call, true);
}

/* x[index] = value has x's shape. Whether the value fits, the operator itself tells on tensors
 * without data; what it cannot tell there (an index that is a mask) is left to the run. */
gb_inferred gb_rule_setitem(const gb_rule_call *call)
{
    gb_error error = GB_ERROR_INIT;
    gb_arg made = gb_arg_none();
    bool ok = gb_own_setitem(call->args, &made, &error);
    gb_arg_release(&made);
    bool wrong = !ok && (error.cls == GB_ERR_INDEX || strstr(error.message, "must match"));
    if (!wrong) return gb_rule_first(call);
    if (call->err && call->err->cls == GB_ERR_NONE) *call->err = error;
    return GB_INFER_ERROR;
}
