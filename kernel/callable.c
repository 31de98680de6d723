/* The parameters of what can be called, as text and as names. See known.h. */
#include "kernel/known.h"

#include "kernel/describe.h"

#include <string.h>

/* The function behind a callable. */
typedef struct target {
    gb_value function; /* owned: made by def, or native; unset: none */
    size_t skip;       /* parameters that are taken already */
    const char *text;  /* signature of a native class, "(data, dtype=None)"; or NULL */
    size_t text_size;
} target;

static gb_value method_of(gb_session *session, gb_type *type, const char *name)
{
    gb_value key = gb_str_intern(session->vm, name);
    gb_value found = gb_type_lookup_peek(type, key);
    gb_unref(key);
    return found;
}

/* The first line of a native class's documentation is its signature. */
static target class_target(gb_session *session, gb_type *type)
{
    target t = {.function = GB_UNSET_VALUE};
    gb_value init = method_of(session, type, "__init__");
    if (gb_is_function(init)) return (target){.function = gb_ref(init), .skip = 1};
    const char *doc = type->spec ? type->spec->doc : NULL;
    size_t n = doc ? strcspn(doc, "\n") : 0;
    const char *open = n ? memchr(doc, '(', n) : NULL;
    if (open && doc[n - 1] == ')') {
        t.text = open;
        t.text_size = n - (size_t)(open - doc);
    } else if (gb_type_is_user(type)) {
        t.text = "()";
        t.text_size = 2;
    }
    return t;
}

static target find_target(gb_session *session, const gb_known *callable)
{
    gb_value v = callable->value;
    if (gb_is_function(v)) return (target){.function = gb_ref(v), .skip = callable->bound};
    if (v.tag == GB_NATIVE_FUNCTION) return (target){.function = gb_ref(v)};
    if (gb_is_type(v)) return class_target(session, gb_type_peek(v));
    if (gb_is_unset(v)) return (target){.function = GB_UNSET_VALUE};
    if (v.tag == GB_METHOD) {
        gb_value function = gb_getattr_text(session->vm, v, "__func__");
        gb_exception_clear(session->vm);
        return (target){.function = function, .skip = gb_is_function(function)};
    }
    gb_value call = method_of(session, gb_type_of(session->vm, v), "__call__");
    if (gb_is_function(call)) return (target){.function = gb_ref(call), .skip = 1};
    return (target){.function = GB_UNSET_VALUE};
}

/* --- functions made by def ---------------------------------------------------------------------*/

typedef struct parameters {
    const gb_code *code;
    gb_value defaults;         /* tuple or None; owned */
    gb_value keyword_defaults; /* dict or None; owned */
} parameters;

static parameters read_parameters(gb_session *session, gb_value function)
{
    parameters p = {gb_function_code_peek(function),
                    gb_getattr_text(session->vm, function, "__defaults__"),
                    gb_getattr_text(session->vm, function, "__kwdefaults__")};
    gb_exception_clear(session->vm);
    return p;
}

static void put_default(gb_session *session, gb_value value, gb_buffer *out)
{
    if (gb_is_unset(value)) return;
    gb_buffer text = GB_BUFFER_INIT;
    gb_describe_short(session, value, &text);
    gb_buffer_format(out, "=%s", text.data ? text.data : "");
    gb_buffer_release(&text);
}

static gb_value default_of(gb_session *session, const parameters *p, uint32_t i)
{
    const gb_code *code = p->code;
    if (i >= code->arg_count)
        return gb_is_dict(p->keyword_defaults)
                   ? gb_dict_get_text_peek(session->vm, p->keyword_defaults, code->local_names[i])
                   : GB_UNSET_VALUE;
    size_t count = 0;
    gb_value *items = gb_is_sequence(p->defaults) ? gb_items_peek(p->defaults, &count) : NULL;
    size_t first = code->arg_count - count;
    return items && i >= first ? items[i - first] : GB_UNSET_VALUE;
}

static void put_parameters(gb_session *session, gb_value function, size_t skip, gb_buffer *out)
{
    parameters p = read_parameters(session, function);
    const gb_code *code = p.code;
    uint32_t named = code->arg_count + code->kwonly_count, at = named;
    const char *gap = "";
    gb_buffer_char(out, '(');
    for (uint32_t i = 0; i < named; i++) {
        if (i == code->arg_count && code->flags & GB_CODE_VARARGS) {
            gb_buffer_format(out, "%s*%s", gap, code->local_names[at++]);
            gap = ", ";
        } else if (i == code->arg_count) {
            gb_buffer_format(out, "%s*", gap);
            gap = ", ";
        }
        if (i < skip) continue;
        gb_buffer_format(out, "%s%s", gap, code->local_names[i]);
        put_default(session, default_of(session, &p, i), out);
        gap = ", ";
        if (code->posonly_count > skip && i + 1 == code->posonly_count) gb_buffer_text(out, ", /");
    }
    if (code->flags & GB_CODE_VARARGS && !code->kwonly_count)
        gb_buffer_format(out, "%s*%s", gap, code->local_names[at++]), gap = ", ";
    if (code->flags & GB_CODE_VARKEYWORDS)
        gb_buffer_format(out, "%s**%s", gap, code->local_names[at]);
    gb_buffer_char(out, ')');
    gb_unref(p.defaults);
    gb_unref(p.keyword_defaults);
}

/* A native's own signature; where that says nothing (torch's operators have several), the first
 * line of its documentation. */
static bool put_native(gb_session *session, gb_value function, gb_buffer *out)
{
    gb_value text = gb_getattr_text(session->vm, function, "__text_signature__");
    gb_value doc = gb_getattr_text(session->vm, function, "__doc__");
    const char *open = gb_is_str(doc) ? strchr(gb_str_data(doc), '(') : NULL;
    const char *close = open ? strstr(open, ") ->") : NULL;
    if (gb_str_is(text, "(*args, **kwargs)") && close)
        gb_buffer_put(out, open, (size_t)(close - open) + 1);
    else if (gb_is_str(text))
        gb_buffer_text(out, gb_str_data(text));
    bool found = gb_is_str(text);
    gb_exception_clear(session->vm);
    gb_unref(text);
    gb_unref(doc);
    return found;
}

bool gb_known_put_signature(gb_session *session, const gb_known *callable, gb_buffer *out)
{
    target t = find_target(session, callable);
    bool found = true;
    if (gb_is_function(t.function)) {
        put_parameters(session, t.function, t.skip, out);
    } else if (t.function.tag == GB_NATIVE_FUNCTION) {
        found = put_native(session, t.function, out);
    } else if (t.text) {
        gb_buffer_put(out, t.text, t.text_size);
    } else {
        found = false;
    }
    gb_unref(t.function);
    return found;
}

/* --- keywords ----------------------------------------------------------------------------------*/

static size_t word_size(const char *text)
{
    return strspn(text, "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}

/* Past a default value, to the next comma outside quotes and brackets. */
static const char *skip_value(const char *at)
{
    int depth = 0;
    char quote = 0;
    for (; *at; at++) {
        if (quote) {
            if (*at == quote) quote = 0;
        } else if (*at == '\'' || *at == '"') {
            quote = *at;
        } else if (strchr("([{", *at)) {
            depth++;
        } else if (strchr(")]}", *at)) {
            depth--;
        } else if (*at == ',' && depth <= 0) {
            break;
        }
    }
    return at;
}

/* In "torch.dtype dtype=None" the name comes last, in "dtype: torch.dtype = None" first. */
static const char *parameter_name(const char *at)
{
    size_t end = strcspn(at, ",=:)"), start = end;
    if (at[end] == ':') return at;
    while (start && at[start - 1] != ' ')
        start--;
    return start < end ? at + start : at;
}

static void empty(gb_value list)
{
    gb_list *items = gb_list_peek(list);
    while (items->count)
        gb_unref(items->items[--items->count]);
}

/* The names in "(x, /, y=1, *rest, z=None, **more)" that may be given by name. */
static bool add_names(gb_vm *vm, gb_value list, const char *text)
{
    for (const char *at = text + (*text == '('); *at && *at != ')';) {
        at += strspn(at, " ");
        at = parameter_name(at);
        size_t n = word_size(at);
        if (*at == '/') empty(list); /* those before it are given by position alone */
        if (n && !gb_list_append_take(vm, list, gb_str_new(vm, at, n))) return false;
        at = skip_value(at);
        at += *at == ',';
    }
    return true;
}

/* The further signatures of an operator, one a line of its documentation. */
static bool add_overloads(gb_session *session, gb_value list, const gb_known *callable)
{
    target t = find_target(session, callable);
    gb_value doc = t.function.tag == GB_NATIVE_FUNCTION
                       ? gb_getattr_text(session->vm, t.function, "__doc__")
                       : GB_UNSET_VALUE;
    bool ok = true;
    for (const char *line = gb_is_str(doc) ? gb_str_data(doc) : NULL; ok && line;) {
        const char *open = line + strcspn(line, "(\n");
        if (*open == '(' && strstr(open, ") ->")) ok = add_names(session->vm, list, open);
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    gb_exception_clear(session->vm);
    gb_unref(doc);
    gb_unref(t.function);
    return ok;
}

gb_value gb_known_keywords(gb_session *session, const gb_known *callable)
{
    gb_buffer text = GB_BUFFER_INIT;
    gb_value list = GB_UNSET_VALUE;
    if (gb_known_put_signature(session, callable, &text) && text.data) {
        list = gb_list_new(session->vm, 0);
        if (!gb_is_unset(list) &&
            (!add_names(session->vm, list, text.data) || !add_overloads(session, list, callable)))
            gb_clear(&list);
    }
    gb_buffer_release(&text);
    return list;
}
