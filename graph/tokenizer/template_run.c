/* Walking a template. See template.h. */
#include "graph/tokenizer/template_run.h"

#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tokenizer/tokenizer.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

typedef gb_template_run run;
typedef gb_template_node node;

bool gb_template_fail(run *r, gb_error_class cls, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    bool first = r->err && r->err->cls == GB_ERR_NONE;
    gb_fail_v(r->err, cls, (gb_span){0}, format, args);
    va_end(args);
    if (first) gb_error_context(r->err, "chat template, line %u", r->line);
    return false;
}

bool gb_template_give(run *r, json_t *value, json_t **out)
{
    *out = value;
    return value ||
           gb_template_fail(r, GB_ERR_MEMORY, "out of memory or a value that is too large");
}

json_t *gb_template_argument(const gb_template_arguments *a, size_t i, const char *name)
{
    json_t *value = json_object_get(a->named, name);
    return value ? value : json_array_get(a->positional, i);
}

/* --- names
 * -------------------------------------------------------------------------------------------------
 */

static json_t *innermost(const run *r)
{
    return json_array_get(r->scopes, json_array_size(r->scopes) - 1);
}

static json_t *look_up(const run *r, const char *name)
{
    for (size_t i = json_array_size(r->scopes); i-- > 0;) {
        json_t *value = json_object_get(json_array_get(r->scopes, i), name);
        if (value) return value;
    }
    return json_object_get(r->variables, name);
}

static bool push_scope(run *r)
{
    return !json_array_append_new(r->scopes, json_object()) ||
           gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
}

static void pop_scope(run *r)
{
    json_array_remove(r->scopes, json_array_size(r->scopes) - 1);
}

/* Binds a name; undefined is not bound. */
static bool bind(run *r, const char *name, json_t *value)
{
    return !value || !json_object_set(innermost(r), name, value) ||
           gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
}

/* Binds one name, or several to the items of a value. */
static bool bind_targets(run *r, const node *targets, json_t *value)
{
    if (!targets->next) return bind(r, targets->text, value);
    size_t i = 0;
    for (const node *t = targets; t; t = t->next, i++)
        if (i >= json_array_size(value))
            return gb_template_fail(r, GB_ERR_VALUE, "not enough values to unpack (got %zu)", i);
        else if (!bind(r, t->text, json_array_get(value, i)))
            return false;
    return i == json_array_size(value) ||
           gb_template_fail(r, GB_ERR_VALUE, "too many values to unpack (expected %zu)", i);
}

/* --- expressions
 * --------------------------------------------------------------------------------------------- */

static bool render(run *r, const node *list);

static bool eval_arguments(run *r, const node *list, gb_template_arguments *a)
{
    a->positional = json_array();
    a->named = json_object();
    bool ok = (a->positional && a->named) || gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
    for (const node *x = list; ok && x; x = x->next) {
        json_t *value;
        bool named = x->kind == GB_T_NAMED;
        if (!gb_template_eval(r, named ? x->a : x, &value)) return false;
        if (!value) value = json_null();
        ok = named ? !json_object_set_new(a->named, x->text, value)
                   : !json_array_append_new(a->positional, value);
        if (!ok) gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
    }
    return ok;
}

static void release_arguments(gb_template_arguments *a)
{
    json_decref(a->positional);
    json_decref(a->named);
}

/* Parameters of a macro: given by place or name, or their default. */
static bool bind_parameters(run *r, const node *parameters, const gb_template_arguments *a)
{
    size_t i = 0;
    for (const node *p = parameters; p; p = p->next, i++) {
        json_t *value = json_incref(gb_template_argument(a, i, p->text));
        if (!value && p->kind == GB_T_NAMED && !gb_template_eval(r, p->a, &value)) return false;
        bool ok = bind(r, p->text, value);
        json_decref(value);
        if (!ok) return false;
    }
    return true;
}

static bool call_macro(run *r, const node *macro, const gb_template_arguments *a, json_t **out)
{
    gb_buffer text = GB_BUFFER_INIT, *outer = r->out;
    if (!push_scope(r)) return false;
    r->out = &text;
    bool ok = bind_parameters(r, macro->c, a) && render(r, macro->first);
    r->out = outer;
    pop_scope(r);
    if (ok) return gb_template_give(r, gb_template_text(&text), out);
    gb_buffer_release(&text);
    return false;
}

static bool call_name(run *r, const char *name, const gb_template_arguments *a, json_t **out)
{
    const json_t *macro = json_object_get(r->macros, name);
    if (macro) return call_macro(r, r->macro_nodes[json_integer_value(macro)], a, out);
    if (gb_template_is_function(name)) return gb_template_function(r, name, a, out);
    return gb_template_fail(r, GB_ERR_NAME, "'%s' is undefined", name);
}

static bool eval_call(run *r, const node *x, json_t **out)
{
    gb_template_arguments a = {0};
    json_t *object = NULL;
    bool ok = eval_arguments(r, x->first, &a);
    if (ok && x->a->kind == GB_T_NAME) {
        ok = call_name(r, x->a->text, &a, out);
    } else if (ok && x->a->kind == GB_T_ATTRIBUTE) {
        ok = gb_template_eval(r, x->a->a, &object) &&
             gb_template_method(r, x->a->text, object, &a, out);
    } else if (ok) {
        ok = gb_template_fail(r, GB_ERR_TYPE, "this cannot be called");
    }
    json_decref(object);
    release_arguments(&a);
    return ok;
}

static bool eval_list(run *r, const node *x, json_t **out)
{
    if (!gb_template_give(r, json_array(), out)) return false;
    for (const node *item = x->first; item; item = item->next) {
        json_t *value;
        bool ok = gb_template_eval(r, item, &value);
        if (ok && json_array_append_new(*out, value ? value : json_null()))
            ok = gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
        if (!ok) {
            json_decref(*out);
            return false;
        }
    }
    return true;
}

static bool eval_dict(run *r, const node *x, json_t **out)
{
    if (!gb_template_give(r, json_object(), out)) return false;
    for (const node *k = x->first; k; k = k->next->next) {
        json_t *key = NULL, *value = NULL;
        bool ok = gb_template_eval(r, k, &key) && gb_template_eval(r, k->next, &value);
        if (ok && !json_is_string(key))
            ok = gb_template_fail(r, GB_ERR_NOT_IMPLEMENTED, "a key that is not text");
        if (ok && json_object_set(*out, json_string_value(key), value ? value : json_null()))
            ok = gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
        json_decref(key);
        json_decref(value);
        if (!ok) {
            json_decref(*out);
            return false;
        }
    }
    return true;
}

static bool eval_member(run *r, const node *x, json_t **out)
{
    json_t *value, *key = NULL;
    if (!gb_template_eval(r, x->a, &value)) return false;
    bool ok = x->kind == GB_T_ITEM ? gb_template_eval(r, x->b, &key)
                                   : gb_template_give(r, json_string(x->text), &key);
    if (ok && !value && x->a->kind == GB_T_NAME)
        ok = gb_template_fail(r, GB_ERR_NAME, "'%s' is undefined", x->a->text);
    ok = ok && gb_template_member(r, value, key, out);
    json_decref(value);
    json_decref(key);
    return ok;
}

/* One bound of a slice: the expression's integer, or `otherwise`. */
static bool eval_bound(run *r, const node *x, json_int_t otherwise, json_int_t *out)
{
    json_t *value = NULL;
    *out = otherwise;
    if (!x) return true;
    if (!gb_template_eval(r, x, &value)) return false;
    bool ok = json_is_integer(value) || json_is_null(value) ||
              gb_template_fail(r, GB_ERR_TYPE, "slice indices must be integers");
    if (ok && json_is_integer(value)) *out = json_integer_value(value);
    json_decref(value);
    return ok;
}

static json_int_t clamp(json_int_t i, json_int_t n, json_int_t low, json_int_t high)
{
    if (i < 0) i += n;
    return i < low ? low : i > high ? high : i;
}

/* items[from:to:step] of a list; texts are joined again. */
static bool slice(run *r, json_t *items, const json_int_t bounds[3], bool text, json_t **out)
{
    json_int_t n = (json_int_t)json_array_size(items), step = bounds[2];
    json_int_t low = step > 0 ? 0 : -1, high = step > 0 ? n : n - 1;
    json_int_t from =
        bounds[0] == INT64_MAX ? (step > 0 ? low : high) : clamp(bounds[0], n, low, high);
    json_int_t to =
        bounds[1] == INT64_MAX ? (step > 0 ? high : low) : clamp(bounds[1], n, low, high);
    gb_buffer joined = GB_BUFFER_INIT;
    json_t *list = json_array();
    bool ok = list != NULL;
    for (json_int_t i = from; ok && (step > 0 ? i < to : i > to); i += step) {
        json_t *item = json_array_get(items, (size_t)i);
        if (text)
            gb_template_put(&joined, item);
        else
            ok = !json_array_append(list, item);
    }
    if (!text) return gb_template_give(r, ok ? list : (json_decref(list), NULL), out);
    json_decref(list);
    return gb_template_give(r, gb_template_text(&joined), out);
}

static bool eval_slice(run *r, const node *x, json_t **out)
{
    json_t *value, *items = NULL;
    json_int_t bounds[3];
    if (!gb_template_eval(r, x->a, &value)) return false;
    bool ok = eval_bound(r, x->b, INT64_MAX, &bounds[0]) &&
              eval_bound(r, x->c, INT64_MAX, &bounds[1]) && eval_bound(r, x->first, 1, &bounds[2]);
    if (ok && bounds[2] == 0) ok = gb_template_fail(r, GB_ERR_VALUE, "slice step cannot be zero");
    ok = ok && gb_template_items(r, value, &items) &&
         slice(r, items, bounds, json_is_string(value), out);
    json_decref(items);
    json_decref(value);
    return ok;
}

static bool eval_filter(run *r, const node *x, json_t **out)
{
    gb_template_arguments a = {0};
    json_t *value = NULL;
    bool ok = gb_template_eval(r, x->a, &value) && eval_arguments(r, x->first, &a) &&
              gb_template_filter(r, x->text, value, &a, out);
    json_decref(value);
    release_arguments(&a);
    return ok;
}

/* What stands before `is defined` may be undefined all the way down. */
static bool eval_test(run *r, const node *x, json_t **out)
{
    gb_template_arguments a = {0};
    json_t *value = NULL;
    bool result = false;
    bool ok = gb_template_eval(r, x->a, &value) && eval_arguments(r, x->first, &a) &&
              gb_template_test(r, x->text, value, &a, &result);
    json_decref(value);
    release_arguments(&a);
    return ok && gb_template_give(r, json_boolean(result), out);
}

static bool eval_truth(run *r, const node *x, bool *truth)
{
    json_t *value;
    if (!gb_template_eval(r, x, &value)) return false;
    *truth = gb_template_truth(value);
    json_decref(value);
    return true;
}

static bool eval_and_or(run *r, const node *x, json_t **out)
{
    if (!gb_template_eval(r, x->a, out)) return false;
    if (gb_template_truth(*out) == (x->kind == GB_T_OR)) return true;
    json_decref(*out);
    return gb_template_eval(r, x->b, out);
}

static bool eval_choice(run *r, const node *x, json_t **out)
{
    bool truth;
    if (!eval_truth(r, x->b, &truth)) return false;
    *out = NULL;
    const node *chosen = truth ? x->a : x->c;
    return !chosen || gb_template_eval(r, chosen, out);
}

static bool eval_binary(run *r, const node *x, json_t **out)
{
    json_t *a, *b = NULL;
    if (!gb_template_eval(r, x->a, &a)) return false;
    bool ok = gb_template_eval(r, x->b, &b) && gb_template_binary(r, x->text, a, b, out);
    json_decref(a);
    json_decref(b);
    return ok;
}

static bool eval_unary(run *r, const node *x, json_t **out)
{
    json_t *value;
    if (!gb_template_eval(r, x->a, &value)) return false;
    bool ok = true;
    if (x->kind == GB_T_NOT) {
        ok = gb_template_give(r, json_boolean(!gb_template_truth(value)), out);
    } else if (json_is_integer(value)) {
        ok = gb_template_give(r, json_integer(-json_integer_value(value)), out);
    } else if (json_is_real(value)) {
        ok = gb_template_give(r, json_real(-json_real_value(value)), out);
    } else {
        ok = gb_template_fail(r, GB_ERR_TYPE, "bad operand type for unary -");
    }
    json_decref(value);
    return ok;
}

static bool eval_kind(run *r, const node *x, json_t **out)
{
    switch (x->kind) {
    case GB_T_TEXT: return gb_template_give(r, json_stringn_nocheck(x->text, x->size), out);
    case GB_T_INT: return gb_template_give(r, json_integer(x->integer), out);
    case GB_T_FLOAT: return gb_template_give(r, json_real(x->real), out);
    case GB_T_TRUE:
    case GB_T_FALSE: *out = json_boolean(x->kind == GB_T_TRUE); return true;
    case GB_T_NONE: *out = json_null(); return true;
    case GB_T_NAME: *out = json_incref(look_up(r, x->text)); return true;
    case GB_T_LIST: return eval_list(r, x, out);
    case GB_T_DICT: return eval_dict(r, x, out);
    case GB_T_ATTRIBUTE:
    case GB_T_ITEM: return eval_member(r, x, out);
    case GB_T_SLICE: return eval_slice(r, x, out);
    case GB_T_CALL: return eval_call(r, x, out);
    case GB_T_FILTER: return eval_filter(r, x, out);
    case GB_T_TEST: return eval_test(r, x, out);
    case GB_T_NOT:
    case GB_T_NEGATE: return eval_unary(r, x, out);
    case GB_T_AND:
    case GB_T_OR: return eval_and_or(r, x, out);
    case GB_T_CHOICE: return eval_choice(r, x, out);
    case GB_T_BINARY: return eval_binary(r, x, out);
    default: return gb_template_fail(r, GB_ERR_RUNTIME, "this is no expression");
    }
}

/* Counts a step; false when there were too many, or nesting is too deep. */
static bool step(run *r, const node *x)
{
    r->line = x->line;
    if (++r->steps > GB_TEMPLATE_MAX_STEPS)
        return gb_template_fail(r, GB_ERR_RUNTIME, "more than %d steps", GB_TEMPLATE_MAX_STEPS);
    if (r->depth > 4 * GB_TEMPLATE_MAX_DEPTH)
        return gb_template_fail(r, GB_ERR_RECURSION, "nested too deeply");
    return r->steps % 1024 || gb_check_interrupt(r->err);
}

bool gb_template_eval(run *r, const node *x, json_t **out)
{
    *out = NULL;
    r->depth++;
    bool ok = step(r, x) && eval_kind(r, x, out);
    r->depth--;
    if (!ok) *out = NULL;
    return ok;
}

/* --- statements
 * ------------------------------------------------------------------------------------------------
 */

static bool put_output(run *r, const node *x)
{
    json_t *value;
    if (!gb_template_eval(r, x->a, &value)) return false;
    gb_template_put(r->out, value);
    json_decref(value);
    return true;
}

/* The `loop` of item i of `items`. */
static json_t *make_loop(const json_t *items, size_t i)
{
    json_int_t n = (json_int_t)json_array_size(items), at = (json_int_t)i;
    json_t *loop = json_pack("{s:I, s:I, s:I, s:I, s:I, s:b, s:b}", "index", at + 1, "index0", at,
                             "length", n, "revindex", n - at, "revindex0", n - at - 1, "first",
                             at == 0, "last", at == n - 1);
    if (loop && at > 0) json_object_set(loop, "previtem", json_array_get(items, i - 1));
    if (loop && at + 1 < n) json_object_set(loop, "nextitem", json_array_get(items, i + 1));
    return loop;
}

/* Items that meet the loop's condition: owned, in place of `items`. */
static bool filter_items(run *r, const node *x, json_t **items)
{
    if (!x->b) return true;
    json_t *kept = json_array();
    bool ok = kept || gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
    for (size_t i = 0; ok && i < json_array_size(*items); i++) {
        bool truth = false;
        json_t *item = json_array_get(*items, i);
        ok = push_scope(r);
        if (!ok) break;
        ok = bind_targets(r, x->c, item) && eval_truth(r, x->b, &truth);
        pop_scope(r);
        if (ok && truth && json_array_append(kept, item))
            ok = gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
    }
    json_decref(*items);
    *items = kept;
    return ok;
}

static bool run_for(run *r, const node *x)
{
    json_t *value, *items = NULL;
    if (!gb_template_eval(r, x->a, &value)) return false;
    bool ok = gb_template_items(r, value, &items);
    json_decref(value);
    if (!ok) return false;
    ok = filter_items(r, x, &items);
    for (size_t i = 0; ok && i < json_array_size(items) && r->jump != GB_JUMP_BREAK; i++) {
        if (!(ok = push_scope(r))) break;
        json_t *loop = make_loop(items, i);
        ok = loop && bind(r, "loop", loop) && bind_targets(r, x->c, json_array_get(items, i)) &&
             render(r, x->first);
        json_decref(loop);
        pop_scope(r);
        if (r->jump == GB_JUMP_CONTINUE) r->jump = GB_JUMP_NONE;
    }
    if (r->jump == GB_JUMP_BREAK) r->jump = GB_JUMP_NONE;
    ok = ok && (json_array_size(items) || render(r, x->other));
    json_decref(items);
    return ok;
}

static bool run_if(run *r, const node *x)
{
    bool truth;
    return eval_truth(r, x->a, &truth) && render(r, truth ? x->first : x->other);
}

/* The body as a text. */
static bool render_text(run *r, const node *body, json_t **out)
{
    gb_buffer text = GB_BUFFER_INIT, *outer = r->out;
    r->out = &text;
    bool ok = render(r, body);
    r->out = outer;
    if (ok) return gb_template_give(r, gb_template_text(&text), out);
    gb_buffer_release(&text);
    return false;
}

/* name = value, or a member of a namespace. */
static bool assign(run *r, const node *target, json_t *value)
{
    if (target->kind == GB_T_NAME) {
        if (value) return bind(r, target->text, value);
        json_object_del(innermost(r), target->text);
        return true;
    }
    if (target->kind != GB_T_ATTRIBUTE)
        return gb_template_fail(r, GB_ERR_SYNTAX, "this cannot be assigned to");
    json_t *space;
    if (!gb_template_eval(r, target->a, &space)) return false;
    bool ok =
        json_is_object(space) && !json_object_set(space, target->text, value ? value : json_null());
    if (!ok) gb_template_fail(r, GB_ERR_TYPE, "cannot assign attribute on non-namespace object");
    json_decref(space);
    return ok;
}

static bool run_set(run *r, const node *x)
{
    json_t *value;
    bool ok = x->a ? gb_template_eval(r, x->a, &value) : render_text(r, x->first, &value);
    if (!ok) return false;
    if (x->c->kind == GB_T_LIST)
        ok = x->c->first && bind_targets(r, x->c->first, value);
    else
        ok = assign(r, x->c, value);
    json_decref(value);
    return ok;
}

static bool run_macro(run *r, const node *x)
{
    if (!gb_grow(&r->macro_nodes, &r->macro_capacity, r->macro_count + 1, sizeof *r->macro_nodes,
                 r->err))
        return false;
    r->macro_nodes[r->macro_count] = x;
    return !json_object_set_new(r->macros, x->text, json_integer((json_int_t)r->macro_count++)) ||
           gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
}

static bool run_filtered(run *r, const node *x)
{
    json_t *body, *value = NULL;
    if (!render_text(r, x->first, &body)) return false;
    bool ok = push_scope(r);
    if (ok) {
        ok = bind(r, " body", body) && gb_template_eval(r, x->a, &value);
        pop_scope(r);
    }
    if (ok) gb_template_put(r->out, value);
    json_decref(value);
    json_decref(body);
    return ok;
}

static bool run_statement(run *r, const node *x)
{
    switch (x->kind) {
    case GB_T_DATA: gb_buffer_put(r->out, x->text, x->size); return true;
    case GB_T_OUTPUT: return put_output(r, x);
    case GB_T_FOR: return run_for(r, x);
    case GB_T_IF: return run_if(r, x);
    case GB_T_SET: return run_set(r, x);
    case GB_T_MACRO: return run_macro(r, x);
    case GB_T_FILTERED: return run_filtered(r, x);
    case GB_T_BREAK: r->jump = GB_JUMP_BREAK; return true;
    case GB_T_CONTINUE: r->jump = GB_JUMP_CONTINUE; return true;
    default: return gb_template_fail(r, GB_ERR_RUNTIME, "this is no statement");
    }
}

static bool render(run *r, const node *list)
{
    bool ok = true;
    r->depth++;
    for (const node *x = list; ok && x && r->jump == GB_JUMP_NONE; x = x->next) {
        ok = step(r, x) && run_statement(r, x);
        if (ok && r->out->size > GB_TEMPLATE_MAX_OUTPUT)
            ok = gb_template_fail(r, GB_ERR_MEMORY, "more than %d bytes of text",
                                  GB_TEMPLATE_MAX_OUTPUT);
    }
    r->depth--;
    return ok;
}

/* --- the interface
 * --------------------------------------------------------------------------------------------- */

bool gb_template_render(const gb_template *t, const json_t *variables, gb_buffer *out,
                        gb_error *err)
{
    gb_error own = GB_ERROR_INIT;
    gb_buffer text = GB_BUFFER_INIT;
    run r = {.variables = variables,
             .scopes = json_array(),
             .macros = json_object(),
             .out = &text,
             .err = err ? err : &own};
    bool ok = (r.scopes && r.macros) || gb_template_fail(&r, GB_ERR_MEMORY, "out of memory");
    ok = ok && push_scope(&r) && render(&r, t->body) && gb_buffer_ok(&text, r.err);
    if (ok && text.size) gb_buffer_put(out, text.data, text.size);
    gb_buffer_release(&text);
    gb_free(r.macro_nodes);
    json_decref(r.scopes);
    json_decref(r.macros);
    return ok && gb_buffer_ok(out, r.err);
}

static bool add_variables(json_t *v, const gb_tokenizer *t, const json_t *messages,
                          bool add_generation_prompt, const json_t *more)
{
    static const char *const names[GB_TOKEN_ROLES] = {
        "bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"};
    bool ok = true;
    for (int i = 0; ok && i < GB_TOKEN_ROLES; i++) {
        const char *token = gb_tokenizer_role_token(t, (gb_token_role)i);
        if (token) ok = !json_object_set_new(v, names[i], json_string(token));
    }
    ok = ok && !json_object_set(v, "messages", (json_t *)messages);
    ok =
        ok && !json_object_set_new(v, "add_generation_prompt", json_boolean(add_generation_prompt));
    ok = ok && !json_object_set_new(v, "tools", json_null());
    ok = ok && !json_object_set_new(v, "documents", json_null());
    return ok && (!more || !json_object_update(v, (json_t *)more));
}

bool gb_tokenizer_apply_chat(const gb_tokenizer *t, const json_t *messages,
                             bool add_generation_prompt, const json_t *more, gb_buffer *out,
                             gb_error *err)
{
    const char *text = gb_tokenizer_chat_template(t, NULL);
    if (!text)
        return gb_fail(err, GB_ERR_VALUE,
                       "Cannot use chat template functions because tokenizer.chat_template is not "
                       "set and no template argument was passed!");
    gb_template *template = gb_template_parse(text, strlen(text), err);
    if (!template) return false;
    json_t *v = json_object();
    bool ok = (v && add_variables(v, t, messages, add_generation_prompt, more)) ||
              gb_fail(err, GB_ERR_MEMORY, "out of memory");
    ok = ok && gb_template_render(template, v, out, err);
    json_decref(v);
    gb_template_free(template);
    return ok;
}
