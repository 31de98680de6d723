/* Values in words. See describe.h. */
#include "kernel/describe.h"

#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "kernel/lang/torch/tensor.h"
#include "kernel/markdown.h"

#include <string.h>

enum {
    SHORT_COLUMNS = 60,
    INFO_COLUMNS = 45,
    SAFE_ITEMS = 200, /* of a container whose repr is taken */
    SAFE_DEPTH = 3,
};

/* --- in a few words ----------------------------------------------------------------------------*/

static bool repr_is_safe(gb_session *session, gb_value v, int depth);

static bool items_are_safe(gb_session *session, gb_value v, int depth)
{
    size_t count;
    gb_value *items = gb_items_peek(v, &count);
    bool safe = count <= SAFE_ITEMS;
    for (size_t i = 0; safe && i < count; i++)
        safe = repr_is_safe(session, items[i], depth + 1);
    return safe;
}

/* Does taking the repr run nothing of the user's, and end soon? */
static bool repr_is_safe(gb_session *session, gb_value v, int depth)
{
    if (!gb_is_object(v)) return true;
    if (depth > SAFE_DEPTH || gb_type_is_user(gb_type_of(session->vm, v))) return false;
    if (gb_is_sequence(v)) return items_are_safe(session, v, depth);
    if (gb_is_dict(v)) {
        gb_value key, value;
        bool safe = gb_dict_count(v) <= SAFE_ITEMS;
        for (size_t at = 0; safe && gb_dict_next(v, &at, &key, &value);)
            safe = repr_is_safe(session, key, depth + 1) && repr_is_safe(session, value, depth + 1);
        return safe;
    }
    if (gb_is_str(v) || gb_is_bytes(v)) return true;
    bool waits = gb_type_of(session->vm, v)->slots.resolve != NULL; /* may run a model */
    return !waits && v.tag != GB_SET;
}

/* At most `columns` columns of a text: its two ends, line ends as spaces. */
static void put_ends(gb_buffer *out, const char *text, size_t size, size_t columns)
{
    size_t count = gb_utf8_count(text, size), half = (columns - 5) / 2, at = 0;
    for (size_t i = 0; at < size; i++) {
        uint32_t c;
        size_t n = gb_utf8_decode(text + at, size - at, &c);
        if (!n) break;
        bool cut = count > columns && i >= half && i < count - half;
        if (cut && i == half) gb_buffer_text(out, "<...>");
        if (!cut && c == '\n') gb_buffer_char(out, ' ');
        if (!cut && c != '\n') gb_buffer_put(out, text + at, n);
        at += n;
    }
}

static void put_repr(gb_session *session, gb_value value, size_t columns, gb_buffer *out)
{
    gb_value repr = repr_is_safe(session, value, 0) ? gb_repr(session->vm, value) : GB_UNSET_VALUE;
    if (gb_is_str(repr))
        put_ends(out, gb_str_data(repr), gb_str_size(repr), columns);
    else
        gb_buffer_format(out, "<%s>", gb_type_name(session->vm, value));
    gb_exception_clear(session->vm);
    gb_unref(repr);
}

void gb_describe_short(gb_session *session, gb_value value, gb_buffer *out)
{
    put_repr(session, value, SHORT_COLUMNS, out);
}

static void put_tensor(const gb_tensor *tensor, gb_buffer *out)
{
    gb_buffer_format(out, "%s [", gb_dtype_name(gb_tensor_dtype(tensor)));
    for (int64_t i = 0; i < gb_tensor_dim(tensor); i++)
        gb_buffer_format(out, "%s%lld", i ? ", " : "", (long long)gb_tensor_sizes(tensor)[i]);
    gb_buffer_text(out, "], ");
    gb_device_print(out, gb_tensor_device(tensor));
    gb_buffer_text(out, ", ");
    gb_buffer_bytes(out, gb_tensor_bytes(tensor));
}

void gb_describe_info(gb_session *session, gb_value value, gb_buffer *out)
{
    const gb_tensor *tensor = gb_tensor_value_peek(value);
    if (tensor)
        put_tensor(tensor, out);
    else if (gb_is_sequence(value) || gb_is_dict(value) || value.tag == GB_SET)
        gb_buffer_format(out, "n=%lld", (long long)gb_len(session->vm, value));
    else if (gb_is_str(value))
        put_ends(out, gb_str_data(value), gb_str_size(value), INFO_COLUMNS);
    else
        put_repr(session, value, INFO_COLUMNS, out);
}

/* --- at length ---------------------------------------------------------------------------------*/

/* Lines "label: value", as text and as HTML. */
typedef struct page {
    gb_buffer text, html;
} page;

static void put_field(page *p, const char *label, const char *value, bool block)
{
    size_t gap = strlen(label) < 11 ? 11 - strlen(label) : 1;
    gb_buffer_format(&p->text, "%s:", label);
    if (block)
        gb_buffer_char(&p->text, '\n');
    else
        gb_buffer_repeat(&p->text, ' ', gap);
    gb_buffer_format(&p->text, "%s\n", value);
    gb_buffer_format(&p->html, "<b>%s:</b>%s", label, block ? "\n" : " ");
    gb_html_escape(value, strlen(value), &p->html);
    gb_buffer_char(&p->html, '\n');
}

static gb_value subject_of(const gb_known *known)
{
    return gb_is_unset(known->value) ? known->type : known->value;
}

static void put_signature(gb_session *session, const char *name, const gb_known *known, page *p)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_text(&b, name);
    if (gb_known_put_signature(session, known, &b) && b.data)
        put_field(p, gb_is_type(known->value) ? "Init signature" : "Signature", b.data, false);
    gb_buffer_release(&b);
}

/* The documentation as text, dedented as inspect.cleandoc does; owned buffer contents. */
static void put_doc(const char *doc, gb_buffer *out)
{
    size_t margin = SIZE_MAX;
    for (const char *at = strchr(doc, '\n'); at; at = strchr(at, '\n')) {
        size_t blanks = strspn(++at, " ");
        if (at[blanks] && at[blanks] != '\n' && blanks < margin) margin = blanks;
    }
    for (const char *at = doc; *at;) {
        size_t n = strcspn(at, "\n"), skip = at == doc || margin == SIZE_MAX ? 0 : margin;
        if (at == doc) skip = strspn(at, " ");
        if (skip > n) skip = n;
        gb_buffer_put(out, at + skip, n - skip);
        gb_buffer_char(out, '\n');
        at += n + (at[n] == '\n');
    }
    while (out->size && (out->data[out->size - 1] == '\n' || out->data[out->size - 1] == ' '))
        out->data[--out->size] = 0;
}

/* __doc__ of a function or class, or of the class of anything else. */
static bool doc_of(gb_session *session, const gb_known *known, gb_buffer *out)
{
    gb_value v = subject_of(known);
    bool has_own = gb_is_type(v) || gb_is_function(v) || gb_is_module(v) ||
                   v.tag == GB_NATIVE_FUNCTION || v.tag == GB_METHOD;
    gb_value doc = gb_getattr_text(session->vm, has_own ? v : known->type, "__doc__");
    bool found = gb_is_str(doc) && gb_str_size(doc);
    if (found) put_doc(gb_str_data(doc), out);
    gb_exception_clear(session->vm);
    gb_unref(doc);
    return found;
}

/* --- source ------------------------------------------------------------------------------------*/

static const gb_code *find_class(const gb_code *code, const char *qualname)
{
    if (code->flags & GB_CODE_CLASS && strcmp(code->qualname, qualname) == 0) return code;
    for (uint32_t i = 0; i < code->code_count; i++) {
        const gb_code *found = find_class(code->codes[i], qualname);
        if (found) return found;
    }
    return NULL;
}

/* A class is found by any of its methods: the text that holds one holds the class. */
static const gb_code *class_code(const gb_type *type)
{
    gb_value key, value, dict = gb_object_peek(GB_DICT, type->dict);
    for (size_t at = 0; gb_dict_next(dict, &at, &key, &value);) {
        const gb_code *code = gb_is_function(value) ? gb_function_code_peek(value) : NULL;
        const gb_code *found =
            code ? find_class(code->outermost, gb_str_data(type->qualname)) : NULL;
        if (found) return found;
    }
    return NULL;
}

/* The code that a function or class of the user's was made by; NULL for others. */
static const gb_code *code_of(gb_session *session, gb_value v)
{
    gb_value function = GB_UNSET_VALUE;
    if (gb_is_function(v)) function = gb_ref(v);
    if (v.tag == GB_METHOD) function = gb_getattr_text(session->vm, v, "__func__");
    const gb_code *code = NULL;
    if (gb_is_function(function))
        code = gb_function_code_peek(function);
    else if (gb_is_type(v))
        code = class_code(gb_type_peek(v));
    gb_exception_clear(session->vm);
    gb_unref(function);
    return code;
}

static bool put_source(gb_session *session, const gb_known *known, page *p)
{
    const gb_code *code = code_of(session, known->value);
    const gb_source *source = code ? gb_session_source(session, code->source) : NULL;
    if (!source || code->span.end > source->size) return false;
    gb_buffer b = GB_BUFFER_INIT;
    size_t n, start = code->span.start;
    const char *line = gb_source_line_text(source, gb_source_line(source, (uint32_t)start), &n);
    size_t first = (size_t)(line - source->text);
    gb_buffer_put(&b, source->text + first, code->span.end - first);
    if (b.data) put_field(p, "Source", b.data, true);
    gb_buffer_release(&b);
    b = (gb_buffer)GB_BUFFER_INIT;
    gb_buffer_format(&b, "%s, line %u", source->name, code->line);
    if (b.data) put_field(p, "File", b.data, false);
    gb_buffer_release(&b);
    return true;
}

/* --- the whole ---------------------------------------------------------------------------------*/

static void put_value(gb_session *session, gb_value v, page *p)
{
    bool plain = !gb_is_unset(v) && !gb_is_type(v) && !gb_is_function(v) &&
                 v.tag != GB_NATIVE_FUNCTION && v.tag != GB_METHOD && !gb_is_module(v);
    if (!plain) return;
    gb_buffer b = GB_BUFFER_INIT;
    const gb_tensor *tensor = gb_tensor_value_peek(v);
    if (tensor)
        put_tensor(tensor, &b);
    else
        put_repr(session, v, SHORT_COLUMNS, &b);
    if (b.data) put_field(p, tensor ? "Tensor" : "String form", b.data, false);
    gb_buffer_release(&b);
    bool sized = gb_is_sequence(v) || gb_is_dict(v) || v.tag == GB_SET || gb_is_str(v);
    if (!sized) return;
    char count[32];
    snprintf(count, sizeof count, "%lld", (long long)gb_len(session->vm, v));
    put_field(p, "Length", count, false);
}

static void put_all(gb_session *session, const char *name, const gb_known *known, int detail,
                    page *p)
{
    gb_buffer doc = GB_BUFFER_INIT;
    put_signature(session, name, known, p);
    const char *type = gb_str_data(gb_type_peek(known->type)->name);
    put_field(p, "Type", type, false);
    put_value(session, known->value, p);
    bool shown = detail > 0 && put_source(session, known, p);
    if (!shown && doc_of(session, known, &doc) && doc.data)
        put_field(p, "Docstring", doc.data, strchr(doc.data, '\n') != NULL);
    gb_buffer_release(&doc);
}

json_t *gb_describe(gb_session *session, const char *name, const gb_known *known, int detail)
{
    page p = {GB_BUFFER_INIT, GB_BUFFER_INIT};
    gb_buffer_text(&p.html, "<pre style=\"white-space: pre-wrap\">");
    put_all(session, name, known, detail, &p);
    gb_buffer_text(&p.html, "</pre>");
    json_t *bundle = NULL;
    if (!p.text.failed && !p.html.failed)
        bundle = json_pack("{s:{s:s, s:s}, s:{}}", "data", "text/plain", p.text.data, "text/html",
                           p.html.data, "metadata");
    gb_buffer_release(&p.text);
    gb_buffer_release(&p.html);
    return bundle;
}

/* --- help() ------------------------------------------------------------------------------------*/

static void put_members(gb_session *session, const gb_known *known, gb_buffer *out)
{
    gb_value names = gb_known_attributes(session, known);
    size_t count = 0;
    gb_value *items = gb_is_sequence(names) ? gb_items_peek(names, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = gb_str_data(items[i]);
        gb_known member = gb_known_attribute(session, known, name, gb_str_size(items[i]));
        gb_buffer doc = GB_BUFFER_INIT;
        if (*name != '_' && strcmp(gb_known_kind(session, &member), "function") == 0) {
            gb_buffer_format(out, "\n    %s", name);
            (void)gb_known_put_signature(session, &member, out);
            gb_buffer_char(out, '\n');
            if (doc_of(session, &member, &doc) && doc.data)
                gb_buffer_format(out, "        %.*s\n", (int)strcspn(doc.data, "\n"), doc.data);
        }
        gb_buffer_release(&doc);
        gb_known_release(&member);
    }
    gb_exception_clear(session->vm);
    gb_unref(names);
}

void gb_describe_help(gb_session *session, const gb_known *known, gb_buffer *out)
{
    gb_value v = subject_of(known);
    const char *kind = gb_known_kind(session, known);
    bool has_members = gb_is_type(v) || gb_is_module(v);
    gb_value name =
        gb_getattr_text(session->vm, has_members || *kind == 'f' ? v : known->type, "__name__");
    gb_exception_clear(session->vm);
    const char *text = gb_is_str(name) ? gb_str_data(name) : "";
    bool instance = strcmp(kind, "instance") == 0;
    gb_buffer_format(out, "Help on %s%s %s:\n\n", instance ? "an instance of class" : kind, "",
                     text);
    gb_buffer_text(out, text);
    (void)gb_known_put_signature(session, known, out);
    gb_buffer_char(out, '\n');
    gb_buffer doc = GB_BUFFER_INIT;
    if (doc_of(session, known, &doc)) gb_buffer_format(out, "    %s\n", doc.data);
    gb_buffer_release(&doc);
    gb_unref(name);
    gb_known type = {.value = known->type, .type = known->type};
    if (has_members || instance) put_members(session, instance ? &type : known, out);
}
