/* Shapes and dtypes without values: by a rule of rule.def where there is one, else by libtorch's
 * meta kernels. The rules themselves are in rule.c. See op.h. */
#include "graph/tensor/op.h"

#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"
#include "graph/tensor/overload.h"

#include <string.h>

/* The arguments with every tensor replaced by a meta tensor, and every device by meta. Owned. */
typedef struct meta_args {
    gb_arg args[GB_ARGS_MAX];
    size_t count;
} meta_args;

/* A fresh tensor where the operator is going to change it. */
static bool make_meta(gb_arg *arg, bool fresh, gb_error *err)
{
    gb_tensor *old = arg->as.tensor, *meta;
    if (fresh && gb_tensor_is_meta(old))
        meta = gb_tensor_meta(gb_tensor_dtype(old), gb_tensor_sizes(old),
                              (size_t)gb_tensor_dim(old), err);
    else
        meta = gb_tensor_as_meta(old, err);
    if (!meta) return false;
    arg->as.tensor = meta;
    gb_tensor_unref(old);
    return true;
}

static bool make_all_meta(gb_arg *arg, bool fresh, gb_error *err)
{
    if (arg->kind == GB_ARG_TENSOR) return make_meta(arg, fresh, err);
    if (arg->kind == GB_ARG_DEVICE) arg->as.device = (gb_device){GB_META, -1};
    if (arg->kind == GB_ARG_GENERATOR) gb_arg_release(arg);
    for (uint32_t i = 0; arg->kind == GB_ARG_LIST && i < arg->count; i++)
        if (!make_all_meta(&arg->as.items[i], fresh, err)) return false;
    return true;
}

static void release_meta(meta_args *m)
{
    for (size_t i = 0; i < m->count; i++)
        gb_arg_release(&m->args[i]);
}

/* A 0-dim tensor that stands for a number keeps its value: the shape may depend on it. */
static bool keeps_value(const gb_param *p, const gb_arg *arg)
{
    return arg->kind == GB_ARG_TENSOR && p->type != GB_PARAM_TENSOR;
}

static bool fill_meta(const gb_overload *o, const gb_arg *args, size_t count, meta_args *m,
                      gb_error *err)
{
    m->count = 0;
    for (size_t i = 0; i < o->param_count; i++) {
        const gb_param *p = &o->params[i];
        if (i >= count && !p->has_default)
            return gb_fail(err, GB_ERR_TYPE, "%s() missing 1 required positional arguments: \"%s\"",
                           o->op->short_name, p->name);
        const gb_arg *arg = i < count ? &args[i] : &p->standard;
        if (!gb_arg_copy(arg, &m->args[i], err)) return false;
        m->count++;
        if (p->type == GB_PARAM_INDEX || keeps_value(p, arg)) continue;
        if (!make_all_meta(&m->args[i], p->written, err)) return false;
        /* a factory makes a meta tensor whatever device it was asked for */
        if (o->factory && p->type == GB_PARAM_DEVICE && !strcmp(p->name, "device") &&
            (m->args[i].kind == GB_ARG_NONE || m->args[i].kind == GB_ARG_TEXT)) {
            gb_arg_release(&m->args[i]);
            m->args[i] = gb_arg_device((gb_device){GB_META, -1});
        }
    }
    return true;
}

static bool is_meta_result(gb_arg *result)
{
    gb_error ignored = GB_ERROR_INIT;
    return result->kind == GB_ARG_TENSOR &&
           (gb_tensor_is_meta(result->as.tensor) || make_meta(result, false, &ignored));
}

/* Results that are tensors without data are what is asked for; a number is not known. */
static bool all_meta(const gb_overload *o, gb_arg *results)
{
    for (size_t i = 0; i < o->result_count; i++) {
        if (results[i].kind == GB_ARG_NONE) continue;
        if (results[i].kind == GB_ARG_LIST) {
            for (uint32_t k = 0; k < results[i].count; k++)
                if (!is_meta_result(&results[i].as.items[k])) return false;
            continue;
        }
        if (!is_meta_result(&results[i])) return false;
    }
    return true;
}

static void release_results(const gb_overload *o, gb_arg *results)
{
    for (size_t i = 0; i < o->result_count; i++)
        gb_arg_release(&results[i]);
}

/* True if the failure only says that libtorch cannot tell. */
static bool is_unknown(const gb_error *e)
{
    return e->cls == GB_ERR_NOT_IMPLEMENTED || strstr(e->message, "meta tensor") ||
           strstr(e->message, "Meta") || strstr(e->message, "meta device") ||
           strstr(e->message, "data-dependent");
}

static gb_inferred by_meta_kernel(const gb_overload *o, const meta_args *m, gb_arg *results,
                                  gb_error *err)
{
    gb_error error = GB_ERROR_INIT;
    bool ok = o->own ? o->own(m->args, results, &error)
                     : gb_overload_dispatch(o, m->args, m->count, results, &error);
    if (!ok && is_unknown(&error)) return GB_INFER_UNKNOWN;
    if (!ok) {
        if (err && err->cls == GB_ERR_NONE) *err = error;
        return GB_INFER_ERROR;
    }
    if (all_meta(o, results)) return GB_INFER_KNOWN;
    release_results(o, results);
    return GB_INFER_UNKNOWN;
}

/* Small enough to be tried out. */
enum { TRIAL_ELEMENTS = 1 << 16 };

/* A CPU tensor in place of a meta one: ones, or zeros for integers, which may be indices. */
static bool make_real(gb_arg *arg, int64_t *left, gb_error *err)
{
    for (uint32_t i = 0; arg->kind == GB_ARG_LIST && i < arg->count; i++)
        if (!make_real(&arg->as.items[i], left, err)) return false;
    if (arg->kind == GB_ARG_DEVICE) arg->as.device = (gb_device){GB_CPU, -1};
    if (arg->kind != GB_ARG_TENSOR || !gb_tensor_is_meta(arg->as.tensor)) return true;
    gb_tensor *meta = arg->as.tensor;
    *left -= gb_tensor_numel(meta);
    if (*left < 0) return false;
    bool index = gb_dtype_kind_of(gb_tensor_dtype(meta)) < GB_KIND_FLOAT;
    gb_tensor *real = gb_tensor_empty(gb_tensor_dtype(meta), gb_tensor_sizes(meta),
                                      (size_t)gb_tensor_dim(meta), err);
    if (!real) return false;
    arg->as.tensor = real;
    gb_tensor_unref(meta);
    gb_tensor_unref(
        GB_CALL(gb_overload_known(GB_KNOWN_FILL_SCALAR), err, *arg, gb_arg_int(!index)));
    return true;
}

/* The last resort: small calls whose shapes do not depend on values are simply made, and only the
 * shapes kept. What fails for the made-up values is not known. */
static gb_inferred by_trial(const gb_overload *o, meta_args *m, gb_arg *results)
{
    gb_error ignored = GB_ERROR_INIT;
    int64_t left = TRIAL_ELEMENTS;
    if (o->dynamic || o->random || o->mutates || o->own) return GB_INFER_UNKNOWN;
    for (size_t i = 0; i < m->count; i++)
        if (!make_real(&m->args[i], &left, &ignored)) return GB_INFER_UNKNOWN;
    if (!gb_overload_dispatch(o, m->args, m->count, results, &ignored)) return GB_INFER_UNKNOWN;
    if (all_meta(o, results)) return GB_INFER_KNOWN;
    release_results(o, results);
    return GB_INFER_UNKNOWN;
}

gb_inferred gb_overload_infer(const gb_overload *o, const gb_arg *args, size_t count,
                              gb_arg *results, gb_error *err)
{
    meta_args m;
    gb_inferred inferred = GB_INFER_ERROR;
    bool grad = gb_grad_mode_set(false);
    if (fill_meta(o, args, count, &m, err)) {
        inferred = o->rule ? gb_rule_apply(o, m.args, results, err) : GB_INFER_UNKNOWN;
        if (inferred == GB_INFER_UNKNOWN) inferred = by_meta_kernel(o, &m, results, err);
        if (inferred == GB_INFER_UNKNOWN) inferred = by_trial(o, &m, results);
    }
    release_meta(&m);
    gb_grad_mode_set(grad);
    return inferred;
}
