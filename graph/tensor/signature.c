/* Signatures: what Python's callers see of an operator. Turns overloads into the parameter lists
 * that PyTorch's bindings have (`self` is `input`, an out= twin is merged, factories take
 * requires_grad) and puts them in the order in which PyTorch tries them. Choosing among them is in
 * choose.c.
 *
 * The order is that of PyTorch's generator of bindings: by the text of the signature, then such
 * that of two signatures that differ only in kinds the more particular one comes first (Tensor
 * before Number, int before a list of ints). */
#include "graph/tensor/overload.h"

#include "graph/base/arena.h"
#include "graph/base/buffer.h"

#include <stdlib.h>

enum { SIGNATURES_MAX = 64 };

typedef enum trait { NUMBERS, VARIADIC, OLD, DYNAMIC } trait;

static const struct {
    const char *name;
    trait trait;
} python_ops[] = {
#define GB_PYTHON_OP(name, trait) {name, trait},
#include "graph/tensor/python_op.def"
#undef GB_PYTHON_OP
};

static const struct {
    const char *op, *overload, *params;
} python_signatures[] = {
#define GB_SIGNATURE(op, overload, params) {op, overload, params},
#include "graph/tensor/signature.def"
#undef GB_SIGNATURE
};

/* --- which overloads Python shows --------------------------------------------------------------
 */

/* True for `name` and `name_`. */
static bool is_op(const gb_op *op, const char *name)
{
    size_t n = strlen(name);
    return !strncmp(op->short_name, name, n) &&
           (!op->short_name[n] || !strcmp(op->short_name + n, "_"));
}

static void find_traits(gb_op *op)
{
    for (size_t i = 0; i < sizeof python_ops / sizeof python_ops[0]; i++) {
        if (!is_op(op, python_ops[i].name)) continue;
        if (python_ops[i].trait == NUMBERS) op->numbers = true;
        if (python_ops[i].trait == VARIADIC) op->variadic = true;
        if (python_ops[i].trait == OLD) op->old = true;
        for (size_t k = 0; python_ops[i].trait == DYNAMIC && k < op->overload_count; k++)
            op->overloads[k]->dynamic = true;
    }
}

/* Named dimensions are not supported; x + 1 goes through the overload for tensors, as in PyTorch.
 */
static bool is_shown(const gb_op *op, const gb_overload *overload)
{
    static const char *const by_tensor[] = {"add", "sub", "mul", "div"};
    if (strstr(overload->overload_name, "imname") || strstr(overload->overload_name, "names"))
        return false;
    if (overload->generated) return false;
    for (size_t i = 0; i < sizeof by_tensor / sizeof by_tensor[0]; i++)
        if (is_op(op, by_tensor[i]) && !strncmp(overload->overload_name, "Scalar", 6)) return false;
    for (size_t i = 0; i < overload->param_count; i++)
        if (overload->params[i].type == GB_PARAM_OTHER) return false;
    return true;
}

/* --- one signature -----------------------------------------------------------------------------
 */

static bool is_option(const gb_overload *overload, const gb_param *p)
{
    static const char *const names[] = {"dtype", "layout", "device", "pin_memory"};
    if (!overload->factory || !p->keyword_only) return false;
    for (size_t i = 0; i < 4; i++)
        if (!strcmp(p->name, names[i])) return true;
    return false;
}

static bool is_self(const gb_param *p)
{
    return !strcmp(p->name, "self") && p->type == GB_PARAM_TENSOR && !p->list;
}

static void add(gb_signature *s, gb_python_param p)
{
    s->params[s->count++] = p;
    if (!p.keyword_only) s->positional++;
    if (!p.optional) s->required++;
}

static void add_param(gb_signature *s, const gb_overload *o, size_t i)
{
    const gb_param *p = &o->params[i];
    add(s, (gb_python_param){.name = is_self(p) ? "input" : p->name,
                             .param = p,
                             .index = (uint8_t)i,
                             .keyword_only = p->keyword_only,
                             .optional = p->has_default});
}

static bool same_type(const gb_param *a, const gb_param *b)
{
    return a->type == b->type && a->list == b->list && a->optional == b->optional &&
           a->list_size == b->list_size;
}

/* True if `with_out` is `base` with out= arguments in place of tensor options. */
static bool is_out_twin(const gb_overload *base, const gb_overload *with_out)
{
    size_t n = with_out->param_count - with_out->out_count, k = 0;
    if (!with_out->out_count || base->out_count) return false;
    for (size_t i = 0; i < base->param_count; i++) {
        const gb_param *p = &base->params[i];
        if (is_option(base, p)) continue;
        if (k == n || strcmp(p->name, with_out->params[k].name) != 0 ||
            !same_type(p, &with_out->params[k]))
            return false;
        k++;
    }
    return k == n;
}

static const gb_overload *find_out_twin(const gb_op *op, const gb_overload *base)
{
    for (size_t i = 0; i < op->overload_count; i++)
        if (is_shown(op, op->overloads[i]) && is_out_twin(base, op->overloads[i]))
            return op->overloads[i];
    return NULL;
}

static bool has_base(const gb_op *op, const gb_overload *with_out)
{
    for (size_t i = 0; i < op->overload_count; i++)
        if (is_shown(op, op->overloads[i]) && is_out_twin(op->overloads[i], with_out)) return true;
    return false;
}

static bool start(gb_signature *s, gb_arena *arena, gb_error *err)
{
    *s = (gb_signature){.self_index = UINT8_MAX};
    s->params = gb_arena_array(arena, GB_ARGS_MAX + 2, sizeof *s->params, err);
    return s->params != NULL;
}

/* The signature of an overload: positional ones, keywords, out, tensor options. With method set,
 * self is left out (self_index says where it goes). */
static void fill(gb_signature *s, const gb_op *op, const gb_overload *o, bool method)
{
    s->base = o->out_count ? NULL : o;
    s->with_out = o->out_count ? o : find_out_twin(op, o);
    for (size_t i = 0; i < o->param_count; i++) {
        const gb_param *p = &o->params[i];
        if (method && s->self_index == UINT8_MAX && is_self(p))
            s->self_index = (uint8_t)i;
        else if (!p->out && !is_option(o, p))
            add_param(s, o, i);
    }
    if (s->with_out && !method)
        add(s, (gb_python_param){
                   .name = "out", .keyword_only = true, .optional = s->base != NULL, .out = true});
    for (size_t i = 0; i < o->param_count; i++)
        if (is_option(o, &o->params[i])) add_param(s, o, i);
    if (o->factory)
        add(s, (gb_python_param){.name = "requires_grad", .keyword_only = true, .optional = true});
}

/* --- signatures of signature.def ---------------------------------------------------------------
 */

static size_t param_index(const gb_overload *o, const char *name, size_t n)
{
    size_t i = 0;
    while (i < o->param_count && (strncmp(o->params[i].name, name, n) != 0 || o->params[i].name[n]))
        i++;
    return i;
}

static bool fill_listed(gb_signature *s, const gb_overload *o, const char *list, gb_arena *arena,
                        gb_error *err)
{
    bool keyword_only = false;
    s->base = o;
    s->self_index = 0;
    while (*list) {
        size_t n = strcspn(list, ","), shown = strcspn(list, ":,");
        if (*list == '*') {
            keyword_only = true;
        } else {
            const char *old = shown < n ? list + shown + 1 : list;
            size_t i = param_index(o, old, (size_t)(list + n - old));
            const char *name = gb_arena_strndup(arena, list, shown, err);
            if (!name) return false;
            add(s, (gb_python_param){.name = name,
                                     .param = &o->params[i],
                                     .index = (uint8_t)i,
                                     .keyword_only = keyword_only,
                                     .optional = o->params[i].has_default});
        }
        list += n + (list[n] ? 2 : 0);
    }
    return true;
}

static const gb_overload *overload_named(const gb_op *op, const char *name)
{
    for (size_t i = 0; i < op->overload_count; i++)
        if (!strcmp(op->overloads[i]->overload_name, name)) return op->overloads[i];
    return NULL;
}

static bool add_listed(gb_op *op, gb_signature *list, size_t *count, gb_arena *arena, gb_error *err)
{
    for (size_t i = 0; i < sizeof python_signatures / sizeof python_signatures[0]; i++) {
        if (strcmp(python_signatures[i].op, op->short_name) != 0) continue;
        const gb_overload *o = overload_named(op, python_signatures[i].overload);
        if (!o) continue;
        if (!start(&list[*count], arena, err) ||
            !fill_listed(&list[*count], o, python_signatures[i].params, arena, err))
            return false;
        ++*count;
    }
    return true;
}

/* --- the order ---------------------------------------------------------------------------------
 */

/* The C++ name of a type in PyTorch's generated bindings, which is what their order goes by. */
static void sort_type(gb_buffer *b, const gb_param *p)
{
    static const char *const one[] = {"Tensor",
                                      "Scalar",
                                      "int64_t",
                                      "double",
                                      "bool",
                                      "c10::complex<double>",
                                      "c10::string_view",
                                      "ScalarType",
                                      "Device",
                                      "Layout",
                                      "MemoryFormat",
                                      "Generator",
                                      "Index",
                                      "Other"};
    static const char *const many[] = {"TensorList",
                                       "ScalarList",
                                       "IntArrayRef",
                                       "ArrayRef<double>",
                                       "::std::array<bool",
                                       "Other",
                                       "Other",
                                       "Other",
                                       "Other",
                                       "Other",
                                       "Other",
                                       "Other",
                                       "Other",
                                       "Other"};
    if (p->type == GB_PARAM_INT && p->symbolic)
        gb_buffer_text(b, p->list ? "SymIntArrayRef" : "SymInt");
    else
        gb_buffer_text(b, p->list ? many[p->type] : one[p->type]);
    if (p->list_size) gb_buffer_format(b, "[%d]", p->list_size);
    if (p->optional) gb_buffer_char(b, '?');
}

static void sort_text(gb_buffer *b, const gb_signature *s)
{
    bool star = false;
    gb_buffer_clear(b);
    for (size_t i = 0; i < s->count; i++) {
        const gb_python_param *p = &s->params[i];
        if (i) gb_buffer_text(b, ", ");
        if (p->keyword_only && !star) gb_buffer_text(b, "*, ");
        star = star || p->keyword_only;
        if (p->param)
            sort_type(b, p->param);
        else
            gb_buffer_text(b, p->out ? "Tensor" : "bool");
        gb_buffer_format(b, " %s", p->name);
        if (p->optional) gb_buffer_text(b, "=");
    }
    gb_buffer_char(b, ')');
}

/* True if a call that fits the argument kind of `a` should rather go to that of `b`. */
static bool is_smaller_type(const gb_param *a, const gb_param *b)
{
    bool b_tensor = b->type == GB_PARAM_TENSOR && !b->list;
    if (a->type == GB_PARAM_SCALAR && !a->list && b_tensor && a->optional == b->optional)
        return true;
    if (a->type == GB_PARAM_INT && !a->list && !a->optional && b_tensor && !b->optional)
        return true;
    if (a->type == GB_PARAM_INT && a->list && b->type == GB_PARAM_INT && !b->list) return true;
    return a->type == GB_PARAM_TENSOR && a->list && b->list && b->type != GB_PARAM_TENSOR;
}

static bool is_smaller(const gb_signature *a, const gb_signature *b)
{
    bool equal = true;
    size_t n = 0, m = 0;
    for (size_t i = 0; i < a->count; i++)
        n += a->params[i].param != NULL;
    for (size_t i = 0; i < b->count; i++)
        m += b->params[i].param != NULL;
    if (n != m) return false;
    for (size_t i = 0, k = 0; i < a->count; i++) {
        if (!a->params[i].param) continue;
        while (!b->params[k].param)
            k++;
        const gb_param *p = a->params[i].param, *q = b->params[k++].param;
        if (same_type(p, q)) continue;
        if (!is_smaller_type(p, q)) return false;
        equal = false;
    }
    return !equal;
}

static void sort_by_text(gb_signature *list, size_t count)
{
    gb_buffer a = GB_BUFFER_INIT, b = GB_BUFFER_INIT;
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k > 0; k--) {
            sort_text(&a, &list[k - 1]);
            sort_text(&b, &list[k]);
            if (!a.data || !b.data || strcmp(a.data, b.data) <= 0) break;
            gb_signature swap = list[k];
            list[k] = list[k - 1];
            list[k - 1] = swap;
        }
    gb_buffer_release(&a);
    gb_buffer_release(&b);
}

/* Moves each signature behind all that are larger: repeatedly takes the first one with nothing
 * larger left, in rounds, as the generator's topological sort does. */
static void sort_by_kind(gb_signature *list, size_t count)
{
    gb_signature sorted[SIGNATURES_MAX];
    uint8_t waiting[SIGNATURES_MAX] = {0}, order[SIGNATURES_MAX];
    size_t done = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++)
            waiting[i] = (uint8_t)(waiting[i] + (i != k && is_smaller(&list[i], &list[k])));
    for (size_t i = 0; i < count; i++)
        if (!waiting[i]) order[done++] = (uint8_t)i;
    for (size_t i = 0; i < done; i++)
        for (size_t k = 0; k < count; k++)
            if (waiting[k] && is_smaller(&list[k], &list[order[i]]) && --waiting[k] == 0)
                order[done++] = (uint8_t)k;
    if (done < count) return; /* a cycle: cannot be, the relation is a partial order */
    for (size_t i = 0; i < count; i++)
        sorted[i] = list[order[i]];
    memcpy(list, sorted, count * sizeof *list);
}

/* --- all of an operator ------------------------------------------------------------------------
 */

static bool has_self(const gb_overload *o)
{
    for (size_t i = 0; i < o->param_count; i++)
        if (is_self(&o->params[i])) return true;
    return false;
}

static bool arrange(gb_op *op, bool method, gb_arena *arena, gb_error *err)
{
    gb_signature list[SIGNATURES_MAX];
    size_t count = 0;
    if (method && !add_listed(op, list, &count, arena, err)) return false;
    bool listed = count > 0;
    for (size_t i = 0; !listed && i < op->overload_count && count < SIGNATURES_MAX; i++) {
        const gb_overload *o = op->overloads[i];
        if (!is_shown(op, o) || (method && (!has_self(o) || o->out_count))) continue;
        if (o->out_count && has_base(op, o)) continue;
        if (!start(&list[count], arena, err)) return false;
        fill(&list[count++], op, o, method);
    }
    if (!listed) {
        sort_by_text(list, count);
        sort_by_kind(list, count);
    }
    gb_signature *kept = gb_arena_copy(arena, list, count * sizeof *list, err);
    if (!kept) return false;
    if (method) {
        op->methods = kept;
        op->method_count = count;
    } else {
        op->functions = kept;
        op->function_count = count;
    }
    return true;
}

bool gb_op_arrange(gb_op *op, gb_arena *arena, gb_error *err)
{
    find_traits(op);
    return arrange(op, false, arena, err) && arrange(op, true, arena, err);
}
