/* Messages for a call that fits no signature, in the words of PyTorch's Python argument parser; and
 * signatures as text, for them and for help. */
#include "graph/tensor/choose.h"

#include "graph/base/buffer.h"
#include "graph/base/text.h"

/* --- signatures as text ------------------------------------------------------------------------
 */

const char *const gb_param_type_names[] = {"Tensor",
                                           "Number",
                                           "int",
                                           "float",
                                           "bool",
                                           "complex",
                                           "str",
                                           "torch.dtype",
                                           "torch.device",
                                           "torch.layout",
                                           "torch.memory_format",
                                           "torch.Generator",
                                           "index",
                                           "?"};

static const char *type_name(const gb_signature *s, const gb_python_param *p)
{
    static const char *const many[] = {"tuple of Tensors",
                                       "tuple of Scalars",
                                       "tuple of ints",
                                       "tuple of floats",
                                       "tuple of bools",
                                       "tuple of complex",
                                       "tuple of strs",
                                       "?",
                                       "?",
                                       "?",
                                       "?",
                                       "?",
                                       "?",
                                       "?"};
    if (p->out) return s->with_out->out_count == 1 ? "Tensor" : "tuple of Tensors";
    if (!p->param) return "bool";
    return p->param->list ? many[p->param->type] : gb_param_type_names[p->param->type];
}

static void print_default(gb_buffer *b, const gb_python_param *p)
{
    bool flag = p->param && !strcmp(p->param->name, "pin_memory");
    if (p->out)
        gb_buffer_text(b, "None");
    else if (!p->param || flag)
        gb_buffer_text(b, "False");
    else if (p->param->standard.kind == GB_ARG_DTYPE)
        gb_buffer_text(b, "None");
    else if (p->param->list_size > 0 && p->param->standard.kind == GB_ARG_LIST &&
             p->param->standard.count && p->param->standard.as.items[0].kind == GB_ARG_INT)
        gb_arg_print(b, p->param->standard.as.items); /* int[2] stride=1 */
    else if (p->param->standard.kind == GB_ARG_TEXT)
        gb_buffer_format(b, "\"%s\"", p->param->standard.as.text);
    else
        gb_arg_print(b, &p->param->standard);
}

/* "(Tensor input, int dim, *, Tensor out = None)" */
static void print_signature(gb_buffer *b, const gb_signature *s, const char *equals)
{
    bool star = false;
    gb_buffer_char(b, '(');
    for (size_t i = 0; i < s->count; i++) {
        const gb_python_param *p = &s->params[i];
        if (i) gb_buffer_text(b, ", ");
        if (p->keyword_only && !star) gb_buffer_text(b, "*, ");
        star = star || p->keyword_only;
        gb_buffer_format(b, "%s %s", type_name(s, p), p->name);
        if (!p->optional) continue;
        gb_buffer_text(b, equals);
        print_default(b, p);
    }
    gb_buffer_char(b, ')');
}

static void print_results(gb_buffer *b, const gb_overload *o)
{
    gb_buffer_text(b, " -> ");
    if (o->result_count != 1) gb_buffer_char(b, '(');
    for (size_t i = 0; i < o->result_count; i++) {
        if (i) gb_buffer_text(b, ", ");
        gb_buffer_text(b, o->result_lists[i] ? "list of Tensors" : "Tensor");
        if (*o->result_names[i]) gb_buffer_format(b, " %s", o->result_names[i]);
    }
    if (o->result_count != 1) gb_buffer_char(b, ')');
}

void gb_op_help(const gb_op *op, gb_buffer *out)
{
    for (size_t i = 0; i < op->function_count; i++) {
        const gb_signature *s = &op->functions[i];
        if (i) gb_buffer_char(out, '\n');
        gb_buffer_text(out, op->short_name);
        print_signature(out, s, "=");
        print_results(out, s->base ? s->base : s->with_out);
    }
}

/* --- messages for one signature ----------------------------------------------------------------
 */

static bool fail_too_many(const gb_choice *c, const gb_signature *s, gb_error *err)
{
    size_t least = 0, given = c->call->positional_count, most = s->positional;
    if (c->call->self && s->count == 0)
        return gb_fail(err, GB_ERR_TYPE, "TensorBase.%s() takes no arguments (%zu given)",
                       c->op->short_name, given);
    for (size_t i = 0; i < s->count; i++)
        least += !s->params[i].optional;
    if (least != most)
        return gb_fail(err, GB_ERR_TYPE,
                       "%s() takes from %zu to %zu positional arguments but %zu were given",
                       c->op->short_name, least, most, given);
    return gb_fail(err, GB_ERR_TYPE, "%s() takes %zu positional argument%s but %zu %s given",
                   c->op->short_name, most, most == 1 ? "" : "s", given,
                   given == 1 ? "was" : "were");
}

static bool fail_missing(const gb_choice *c, const gb_mismatch *m, gb_error *err)
{
    const gb_signature *s = m->signature;
    gb_buffer names = GB_BUFFER_INIT;
    size_t missing = 0, found;
    for (size_t i = m->param; i < s->count; i++) {
        if (s->params[i].optional || gb_choice_keyword(c, &s->params[i], &found)) continue;
        gb_buffer_format(&names, "%s\"%s\"", missing++ ? ", " : "", s->params[i].name);
    }
    gb_fail(err, GB_ERR_TYPE, "%s() missing %zu required positional arguments: %s",
            c->op->short_name, missing, names.data ? names.data : "");
    gb_buffer_release(&names);
    return false;
}

static bool fail_type(const gb_choice *c, const gb_mismatch *m, gb_error *err)
{
    const gb_python_param *p = &m->signature->params[m->param];
    const char *op = c->op->short_name, *wanted = type_name(m->signature, p);
    bool list = p->param && p->param->list;
    if (list && p->param->type == GB_PARAM_TENSOR && m->argument->kind == GB_ARG_LIST &&
        m->failed >= 0)
        return gb_fail(err, GB_ERR_TYPE,
                       "expected Tensor as element %d in argument %zu, but got %s", m->failed,
                       m->param, gb_arg_type_name(&m->argument->as.items[m->failed]));
    if (list && m->failed >= 0 && m->position) {
        bool rest = m->argument->kind != GB_ARG_LIST;
        const gb_arg *items = rest ? c->call->positional + m->param : m->argument->as.items;
        if (rest && m->failed == 0)
            return gb_fail(err, GB_ERR_TYPE,
                           "%s(): argument '%s' (position %zu) must be %s, not %s", op, p->name,
                           m->position, wanted, gb_arg_type_name(items));
        return gb_fail(
            err, GB_ERR_TYPE,
            "%s(): argument '%s' (position %zu) must be %s, but found element of type %s "
            "at pos %d",
            op, p->name, m->position, wanted, gb_arg_type_name(&items[m->failed]), m->failed);
    }
    if (m->position)
        return gb_fail(err, GB_ERR_TYPE, "%s(): argument '%s' (position %zu) must be %s, not %s",
                       op, p->name, m->position, wanted, gb_arg_type_name(m->argument));
    return gb_fail(err, GB_ERR_TYPE, "%s(): argument '%s' must be %s, not %s", op, p->name, wanted,
                   gb_arg_type_name(m->argument));
}

/* True if the keyword names a parameter of the signature; its index in *at. */
static bool names_param(const gb_choice *c, const gb_signature *s, size_t keyword, size_t *at)
{
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < s->count; i++)
        if (gb_choice_keyword(c, &s->params[i], &found) && found == keyword) {
            *at = i;
            return true;
        }
    return false;
}

static bool fail_keywords(const gb_choice *c, const gb_signature *s, gb_error *err)
{
    if (c->call->self && s->count == 0)
        return gb_fail(err, GB_ERR_TYPE, "TensorBase.%s() takes no keyword arguments",
                       c->op->short_name);
    for (size_t k = 0; k < c->call->keyword_count; k++) {
        size_t at = 0;
        if (!names_param(c, s, k, &at))
            return gb_fail(err, GB_ERR_TYPE, "%s() got an unexpected keyword argument '%s'",
                           c->op->short_name, c->call->keywords[k]);
        if (at < c->call->positional_count)
            return gb_fail(err, GB_ERR_TYPE, "%s() got multiple values for argument '%s'",
                           c->op->short_name, c->call->keywords[k]);
    }
    return gb_fail(err, GB_ERR_TYPE, "invalid keyword arguments");
}

static bool fail_one(const gb_choice *c, const gb_mismatch *m, gb_error *err)
{
    switch (m->kind) {
    case GB_MISMATCH_TOO_MANY: return fail_too_many(c, m->signature, err);
    case GB_MISMATCH_MISSING: return fail_missing(c, m, err);
    case GB_MISMATCH_TYPE: return fail_type(c, m, err);
    case GB_MISMATCH_KEYWORDS: break;
    }
    return fail_keywords(c, m->signature, err);
}

/* --- messages for several ----------------------------------------------------------------------
 */

static bool is_simple_match(const char *wanted, const gb_arg *a)
{
    const char *got = gb_arg_type_name(a);
    return !strcmp(wanted, got) || (!strcmp(wanted, "float") && !strcmp(got, "int"));
}

/* "list of [int, int]" */
static void print_type(gb_buffer *b, const gb_arg *a)
{
    bool list = a->kind == GB_ARG_LIST, tuple = list && !strcmp(gb_arg_type_name(a), "tuple");
    gb_buffer_text(b, gb_arg_type_name(a));
    for (uint32_t i = 0; list && i < a->count; i++)
        gb_buffer_format(b, "%s%s",
                         i       ? ", "
                         : tuple ? " of ("
                                 : " of [",
                         gb_arg_type_name(&a->as.items[i]));
    if (list) gb_buffer_text(b, a->count ? tuple ? ")" : "]" : tuple ? " of ()" : " of []");
}

/* `name` is "" for what was given by position. */
static void print_mark(gb_buffer *b, const char *wanted, const char *name, const gb_arg *a)
{
    const char *mark = is_simple_match(wanted, a) ? "" : "!";
    gb_buffer_format(b, "%s%s%s", mark, name, *name ? "=" : "");
    print_type(b, a);
    gb_buffer_text(b, mark);
}

/* Why an option with as many parameters as were given did not fit. */
static void explain(gb_buffer *b, const gb_choice *c, const gb_signature *s)
{
    const gb_op_arguments *call = c->call;
    size_t wrong = 0, at;
    for (size_t k = 0; k < call->keyword_count; k++) {
        if (names_param(c, s, k, &at)) continue;
        gb_buffer_text(b, wrong++ ? ", "
                                  : "      didn't match because some of the keywords were "
                                    "incorrect: ");
        gb_buffer_text(b, call->keywords[k]);
    }
    if (!wrong) {
        gb_buffer_text(b, "      didn't match because some of the arguments have invalid types: (");
        for (size_t i = 0; i < call->positional_count; i++) {
            if (i) gb_buffer_text(b, ", ");
            print_mark(b, i < s->count ? type_name(s, &s->params[i]) : "", "",
                       &call->positional[i]);
        }
        for (size_t k = 0; k < call->keyword_count; k++) {
            if (k || call->positional_count) gb_buffer_text(b, ", ");
            at = 0;
            print_mark(b, names_param(c, s, k, &at) ? type_name(s, &s->params[at]) : "",
                       call->keywords[k], &call->keyword_values[k]);
        }
        if (call->keyword_count && !call->positional_count) gb_buffer_text(b, ", ");
        gb_buffer_char(b, ')');
    }
    gb_buffer_char(b, '\n');
}

/* Without positional arguments PyTorch leaves a comma behind. */
static void print_given(gb_buffer *b, const gb_op_arguments *call)
{
    size_t n = call->positional_count;
    for (size_t i = 0; i < n; i++)
        gb_buffer_format(b, "%s%s", i ? ", " : "", gb_arg_type_name(&call->positional[i]));
    for (size_t i = 0; i < call->keyword_count; i++)
        gb_buffer_format(b, "%s%s=%s%s", n ? ", " : "", call->keywords[i],
                         gb_arg_type_name(&call->keyword_values[i]), n ? "" : ", ");
}

static void print_options(gb_buffer *b, const gb_choice *c)
{
    size_t given = c->call->positional_count + c->call->keyword_count;
    if (c->count == 1) {
        print_signature(b, c->signatures, " = ");
        return;
    }
    gb_buffer_text(b, "one of:\n");
    for (size_t i = 0; i < c->count; i++) {
        const gb_signature *s = &c->signatures[i];
        bool star = s->positional < s->count; /* counted as PyTorch does: "*" is one */
        gb_buffer_text(b, " * ");
        print_signature(b, s, " = ");
        gb_buffer_char(b, '\n');
        if (given && given == (size_t)s->count + star) explain(b, c, s);
    }
}

/* The call with its keywords in the order of the message. */
typedef struct shuffled {
    gb_op_arguments call;
    const char *names[GB_KEYWORDS_MAX];
    gb_arg values[GB_KEYWORDS_MAX];
} shuffled;

static void shuffle(gb_choice *c, shuffled *s)
{
    size_t order[GB_KEYWORDS_MAX];
    s->call = *c->call;
    s->call.keyword_count = gb_keyword_order(c->call->keywords, c->call->keyword_count, order);
    for (size_t i = 0; i < s->call.keyword_count; i++) {
        s->names[i] = c->call->keywords[order[i]];
        s->values[i] = c->call->keyword_values[order[i]];
    }
    s->call.keywords = s->names;
    s->call.keyword_values = s->values;
    c->call = &s->call;
}

/* out=(a, b) of another length than the results. */
static bool fail_out(const gb_choice *c, gb_error *err)
{
    size_t wanted = 0, found = 0;
    const gb_arg *out = NULL;
    for (size_t i = 0; i < c->count; i++) {
        const gb_signature *s = &c->signatures[i];
        if (!s->with_out || s->with_out->out_count < 2) continue;
        out = gb_choice_keyword(c, &(gb_python_param){.name = "out"}, &found);
        if (!out || out->kind != GB_ARG_LIST || out->count == s->with_out->out_count) return true;
        wanted = s->with_out->out_count;
    }
    return !out || gb_fail(err, GB_ERR_TYPE, "expected tuple of %zu elements but got %u", wanted,
                           out->count);
}

bool gb_choice_fail(gb_choice *c, gb_error *err)
{
    size_t given = c->call->positional_count + c->call->keyword_count, plausible = 0, at = 0;
    shuffled call;
    gb_buffer text = GB_BUFFER_INIT;
    gb_mismatch m;
    if (!c->count)
        return gb_fail(err, GB_ERR_TYPE, "%s cannot be called%s", c->op->short_name,
                       c->call->self ? " as a method of a tensor" : "");
    if (!fail_out(c, err)) return false;
    for (size_t i = 0; i < c->count; i++)
        if (given >= c->signatures[i].required && given <= c->signatures[i].count) {
            plausible++;
            at = i;
        }
    if ((c->count == 1 && !c->op->old) || plausible == 1) {
        gb_choice_fit(c, &c->signatures[c->count == 1 ? 0 : at], &m);
        return fail_one(c, &m, err);
    }
    shuffle(c, &call);
    gb_buffer_format(&text, "%s() received an invalid combination of arguments - got (",
                     c->op->short_name);
    print_given(&text, c->call);
    gb_buffer_text(&text, "), but expected ");
    print_options(&text, c);
    gb_fail(err, GB_ERR_TYPE, "%s", text.data ? text.data : "");
    gb_buffer_release(&text);
    return false;
}
