/* Choosing: which overload a Python call means, and its arguments in schema order. The rules, their
 * order and the first lines of the messages are those of PyTorch's Python argument parser. The
 * signatures tried are made in signature.c; the messages when nothing fits are in mismatch.c. */
#include "graph/tensor/choose.h"

#include <stdlib.h>

/* Python's numpy-like names of parameters. */
static const char *const synonyms[][2] = {
    {"dim", "axis"}, {"keepdim", "keepdims"}, {"input", "x"},
    {"input", "a"},  {"input", "x1"},         {"other", "x2"},
};

/* --- does one argument fit one parameter -------------------------------------------------------
 */

static bool is_zero_dim(const gb_arg *a)
{
    return a->kind == GB_ARG_NODE ||
           (a->kind == GB_ARG_TENSOR && gb_tensor_dim(a->as.tensor) == 0 &&
            !gb_tensor_requires_grad(a->as.tensor));
}

static bool is_integral_tensor(const gb_arg *a)
{
    if (a->kind == GB_ARG_NODE) return true;
    gb_dtype_kind kind = gb_dtype_kind_of(gb_tensor_dtype(a->as.tensor));
    return kind == GB_KIND_SIGNED || kind == GB_KIND_UNSIGNED;
}

static bool is_tensor(const gb_arg *a)
{
    return a->kind == GB_ARG_TENSOR || a->kind == GB_ARG_NODE;
}

static bool is_int(const gb_arg *a)
{
    return a->kind == GB_ARG_INT || (is_zero_dim(a) && is_integral_tensor(a));
}

static bool is_float(const gb_arg *a)
{
    return a->kind == GB_ARG_FLOAT || a->kind == GB_ARG_INT || a->kind == GB_ARG_BOOL ||
           is_zero_dim(a);
}

static bool is_scalar(const gb_arg *a)
{
    return a->kind == GB_ARG_COMPLEX || is_float(a);
}

static bool fits_one(const gb_op *op, gb_param_type type, const gb_arg *a)
{
    switch (type) {
    case GB_PARAM_TENSOR:
        return is_tensor(a) || (op->numbers && a->kind >= GB_ARG_BOOL && a->kind <= GB_ARG_COMPLEX);
    case GB_PARAM_SCALAR:
    case GB_PARAM_COMPLEX: return is_scalar(a);
    case GB_PARAM_INT: return is_int(a);
    case GB_PARAM_FLOAT: return is_float(a);
    case GB_PARAM_BOOL: return a->kind == GB_ARG_BOOL;
    case GB_PARAM_TEXT:
    case GB_PARAM_LAYOUT:
    case GB_PARAM_MEMORY_FORMAT: return a->kind == GB_ARG_TEXT;
    case GB_PARAM_DTYPE: return a->kind == GB_ARG_DTYPE;
    case GB_PARAM_DEVICE:
        return a->kind == GB_ARG_DEVICE || a->kind == GB_ARG_TEXT || a->kind == GB_ARG_INT;
    case GB_PARAM_GENERATOR: return a->kind == GB_ARG_GENERATOR;
    case GB_PARAM_INDEX: return true;
    case GB_PARAM_OTHER: break;
    }
    return false;
}

/* Items [0, count) all fit; else *failed is the first that does not. Of ints only the first is
 * looked at: the others are when the call is bound, as in PyTorch. */
static bool fits_items(const gb_op *op, const gb_param *p, const gb_arg *items, size_t count,
                       int *failed)
{
    if (p->type == GB_PARAM_INT && count > 1) count = 1;
    for (size_t i = 0; i < count; i++) {
        if (p->element_optional && items[i].kind == GB_ARG_NONE) continue;
        if (fits_one(op, p->type, &items[i])) continue;
        *failed = (int)i;
        return false;
    }
    return true;
}

static bool fits_list(const gb_choice *c, const gb_param *p, const gb_arg *a, int *failed)
{
    if (a->kind == GB_ARG_LIST) return fits_items(c->op, p, a->as.items, a->count, failed);
    /* one number for int[2] */
    return p->list_size > 0 && p->type == GB_PARAM_INT && a->kind == GB_ARG_INT;
}

static bool fits_out(const gb_signature *s, const gb_arg *a)
{
    if (s->with_out->out_count == 1) return is_tensor(a);
    if (a->kind != GB_ARG_LIST || a->count != s->with_out->out_count) return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (!is_tensor(&a->as.items[i])) return false;
    return true;
}

/* int[1] dim=[]: Python's None says the same. */
static bool empty_by_default(const gb_param *p)
{
    return p->list && p->has_default && p->standard.kind == GB_ARG_LIST && !p->standard.count;
}

static bool fits(const gb_choice *c, const gb_signature *s, const gb_python_param *p,
                 const gb_arg *a, int *failed)
{
    if (p->out) return a->kind == GB_ARG_NONE || fits_out(s, a);
    if (!p->param) return a->kind == GB_ARG_BOOL; /* requires_grad */
    if (a->kind == GB_ARG_NONE)
        return p->param->optional || p->param->type == GB_PARAM_INDEX /* x[None] */ ||
               empty_by_default(p->param);
    if (p->param->list) return fits_list(c, p->param, a, failed);
    return fits_one(c->op, p->param->type, a);
}

/* --- one signature -----------------------------------------------------------------------------
 */

static const gb_arg *find_keyword(const gb_op_arguments *call, const char *name, size_t *found)
{
    for (size_t i = 0; i < call->keyword_count; i++)
        if (!strcmp(call->keywords[i], name)) {
            *found = i;
            return &call->keyword_values[i];
        }
    return NULL;
}

const gb_arg *gb_choice_keyword(const gb_choice *c, const gb_python_param *p, size_t *found)
{
    if (!c->call->keyword_count) return NULL;
    const gb_arg *value = find_keyword(c->call, p->name, found);
    for (size_t i = 0; !value && i < sizeof synonyms / sizeof synonyms[0]; i++)
        if (!strcmp(synonyms[i][0], p->name)) value = find_keyword(c->call, synonyms[i][1], found);
    return value;
}

/* x.view(2, 3): all positional arguments are one list. */
static bool takes_rest(const gb_choice *c, const gb_signature *s, size_t i, int *failed)
{
    const gb_param *p = s->params[i].param;
    if (!p || !p->list) return false;
    bool ints = s->positional == 1 && p->type == GB_PARAM_INT && i == 0;
    bool tensors = c->op->variadic && p->type == GB_PARAM_TENSOR;
    if (!ints && !tensors) return false;
    return fits_items(c->op, p, c->call->positional + i, c->call->positional_count - i, failed);
}

/* True if there may be more positional arguments than parameters. */
static bool may_take_rest(const gb_choice *c, const gb_signature *s)
{
    const gb_param *p = s->positional ? s->params[s->positional - 1].param : NULL;
    const gb_param *first = s->count ? s->params[0].param : NULL;
    if (s->positional == 1 && p && p->list && p->type == GB_PARAM_INT)
        return is_int(c->call->positional);
    if (!c->op->variadic) return false;
    return (p && p->list && p->type == GB_PARAM_TENSOR) ||
           (first && first->list && first->type == GB_PARAM_TENSOR);
}

/* Fits the call to a signature: values[i] for parameter i, kind UNSET where it was left out. On
 * failure *m says what was wrong. */
bool gb_choice_fit(gb_choice *c, const gb_signature *s, gb_mismatch *m)
{
    static const gb_arg nothing = {.kind = GB_ARG_NONE};
    const gb_op_arguments *call = c->call;
    size_t used_keywords = 0, position = 0, found = 0;
    *m = (gb_mismatch){.signature = s, .failed = -1};
    if (call->positional_count > s->positional && !may_take_rest(c, s)) {
        m->kind = GB_MISMATCH_TOO_MANY;
        return false;
    }
    for (size_t i = 0; i < s->count; i++) {
        const gb_python_param *p = &s->params[i];
        const gb_arg *a = NULL;
        bool by_position = position < call->positional_count;
        m->param = i;
        if (by_position && p->keyword_only) {
            m->kind = GB_MISMATCH_TOO_MANY;
            return false;
        }
        a = by_position ? &call->positional[position] : gb_choice_keyword(c, p, &found);
        m->argument = a;
        m->position = by_position ? position + 1 : 0;
        c->rest[i] = false;
        c->values[i] = a;
        if (!a && i == 0 && c->op->variadic && p->param && p->param->list) { /* no tensors */
            c->rest[i] = true;
            c->values[i] = &nothing;
            continue;
        }
        if (!a && !p->optional) {
            m->kind = GB_MISMATCH_MISSING;
            return false;
        }
        if (a && !fits(c, s, p, a, &m->failed)) {
            if (!by_position || !takes_rest(c, s, i, &m->failed)) {
                m->kind = GB_MISMATCH_TYPE;
                return false;
            }
            c->rest[i] = true;
            position = call->positional_count;
            continue;
        }
        position += by_position;
        used_keywords += a && !by_position;
    }
    m->kind = GB_MISMATCH_KEYWORDS;
    return used_keywords == call->keyword_count;
}

/* --- binding -----------------------------------------------------------------------------------
 */

static gb_arg rest_of(const gb_op_arguments *call, size_t i)
{
    return gb_arg_tuple((gb_arg *)call->positional + i, call->positional_count - i);
}

/* The arguments of the base overload, or of the out= twin: same parameters by name. */
static void bind_params(const gb_choice *c, const gb_signature *s, gb_bound *bound)
{
    const gb_overload *o = bound->overload, *listed = s->base ? s->base : s->with_out;
    for (size_t i = 0; i < o->param_count; i++)
        bound->args[i] = o->params[i].has_default ? o->params[i].standard : gb_arg_none();
    for (size_t i = 0; i < s->count; i++) {
        if (!s->params[i].param || !c->values[i]) continue;
        size_t k = s->params[i].index;
        if (o != listed)
            for (k = 0; k < o->param_count; k++)
                if (!strcmp(o->params[k].name, s->params[i].param->name)) break;
        if (k == o->param_count) continue; /* dtype= beside out= */
        if (c->values[i]->kind == GB_ARG_NONE && o->params[k].has_default) continue;
        bound->args[k] = c->rest[i] ? rest_of(c->call, i) : *c->values[i];
    }
    if (s->self_index != UINT8_MAX && c->call->self) bound->args[s->self_index] = *c->call->self;
}

static void bind_out(const gb_signature *s, const gb_arg *out, gb_bound *bound)
{
    size_t n = s->with_out->out_count, first = s->with_out->param_count - n;
    for (size_t i = 0; i < n; i++)
        bound->args[first + i] = n == 1 ? *out : out->as.items[i];
}

static void bind(const gb_choice *c, const gb_signature *s, gb_bound *bound)
{
    const gb_arg *out = NULL;
    bound->requires_grad = false;
    for (size_t i = 0; i < s->count; i++) {
        if (s->params[i].param || !c->values[i]) continue;
        if (!s->params[i].out)
            bound->requires_grad = c->values[i]->as.boolean;
        else if (c->values[i]->kind != GB_ARG_NONE)
            out = c->values[i];
    }
    bound->overload = out ? s->with_out : s->base;
    bound->count = bound->overload->param_count;
    bind_params(c, s, bound);
    if (out) bind_out(s, out, bound);
}

/* All items of the lists of ints are ints. */
static bool check_lists(const gb_bound *bound, gb_error *err)
{
    for (size_t i = 0; i < bound->count; i++) {
        const gb_param *p = &bound->overload->params[i];
        const gb_arg *a = &bound->args[i];
        if (!p->list || p->type != GB_PARAM_INT || a->kind != GB_ARG_LIST) continue;
        for (uint32_t k = 0; k < a->count; k++)
            if (!is_int(&a->as.items[k]) && a->as.items[k].kind != GB_ARG_BOOL)
                return gb_fail(
                    err, GB_ERR_TYPE,
                    "%s(): argument '%s' failed to unpack the object at pos %u with error "
                    "\"type must be tuple of ints,but got %s\"",
                    bound->overload->op->short_name, p->name, k + 1,
                    gb_arg_type_name(&a->as.items[k]));
    }
    return true;
}

/* zeros(2, out=t, dtype=d): a factory is told no other dtype than its out= has. */
static bool check_out_dtype(const gb_choice *c, const gb_signature *s, const gb_bound *bound,
                            gb_error *err)
{
    if (!bound->overload->out_count || !s->base || !s->base->factory) return true;
    const gb_arg *out = &bound->args[bound->count - 1], *dtype = NULL;
    for (size_t i = 0; i < s->count; i++)
        if (s->params[i].param && s->params[i].param->type == GB_PARAM_DTYPE) dtype = c->values[i];
    if (!dtype || dtype->kind != GB_ARG_DTYPE || out->kind != GB_ARG_TENSOR ||
        gb_tensor_dtype(out->as.tensor) == dtype->as.dtype)
        return true;
    return gb_fail(err, GB_ERR_RUNTIME, "dtype %s does not match dtype of out parameter (%s)",
                   gb_dtype_torch_name(dtype->as.dtype),
                   gb_dtype_torch_name(gb_tensor_dtype(out->as.tensor)));
}

/* add(x, alpha, y), as it was said long ago: the same as add(x, y, alpha=alpha). */
typedef struct old_call {
    gb_op_arguments call;
    gb_arg positional[2], alpha;
    const char *keyword;
} old_call;

static bool is_old_call(const gb_op *op, const gb_op_arguments *call, old_call *out)
{
    size_t n = call->positional_count;
    bool sum = !strncmp(op->short_name, "add", 3) || !strncmp(op->short_name, "sub", 3);
    if (!sum || op->short_name[3 + (op->short_name[3] == '_')] != '\0') return false;
    if (n != (call->self ? 2 : 3) || call->keyword_count || !is_scalar(&call->positional[n - 2]))
        return false;
    *out = (old_call){.call = *call, .alpha = call->positional[n - 2], .keyword = "alpha"};
    out->positional[0] = call->positional[0];
    out->positional[n - 2] = call->positional[n - 1];
    out->call.positional = out->positional;
    out->call.positional_count = n - 1;
    out->call.keywords = &out->keyword;
    out->call.keyword_values = &out->alpha;
    out->call.keyword_count = 1;
    return true;
}

bool gb_op_choose(const gb_op *op, const gb_op_arguments *call, gb_bound *bound, gb_error *err)
{
    gb_choice c; /* its arrays are filled as far as a signature goes */
    gb_mismatch m;
    c.op = op;
    c.call = call;
    c.signatures = call->self ? op->methods : op->functions;
    c.count = call->self ? op->method_count : op->function_count;
    for (size_t i = 0; i < c.count; i++)
        if (gb_choice_fit(&c, &c.signatures[i], &m)) {
            bind(&c, &c.signatures[i], bound);
            return check_lists(bound, err) && check_out_dtype(&c, &c.signatures[i], bound, err);
        }
    old_call old;
    if (is_old_call(op, call, &old)) return gb_op_choose(op, &old.call, bound, err);
    return gb_choice_fail(&c, err);
}
