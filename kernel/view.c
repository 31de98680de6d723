/* Values as bundles: their own _repr_*_ methods, else the table of views. See view.h. */
#include "kernel/view.h"

#include "display/label.h"
#include "graph/base/memory.h"
#include "kernel/sanitize.h"
#include "kernel/session_state.h"

#include <stdlib.h>
#include <string.h>

void gb_session_put_html(const char *html, size_t n, gb_buffer *out)
{
    if (gb_sanitize_html(html, n, out))
        gb_buffer_text(out,
                       "<div style=\"color: #6b7280\">note: scripts, frames and forms are left "
                       "out</div>");
}

/* --- what may not be shown as it is --------------------------------------------------------------
 */

static void make_html_safe(json_t *data)
{
    const json_t *html = json_object_get(data, "text/html");
    gb_buffer b = GB_BUFFER_INIT;
    if (!json_is_string(html)) return;
    gb_session_put_html(json_string_value(html), json_string_length(html), &b);
    if (!b.failed)
        json_object_set_new(data, "text/html", json_stringn_nocheck(b.data ? b.data : "", b.size));
    gb_buffer_release(&b);
}

/* Front ends drop SVG they do not trust; a picture of it survives, and cannot run scripts. */
static void make_svg_safe(json_t *data)
{
    const json_t *svg = json_object_get(data, "image/svg+xml");
    gb_buffer b = GB_BUFFER_INIT;
    if (json_is_string(svg) && !json_object_get(data, "text/html")) {
        gb_buffer_text(&b, "<img alt=\"SVG picture\" src=\"data:image/svg+xml;base64,");
        gb_base64_put(&b, json_string_value(svg), json_string_length(svg));
        gb_buffer_text(&b, "\">");
        if (!b.failed) json_object_set_new(data, "text/html", json_stringn_nocheck(b.data, b.size));
    }
    gb_buffer_release(&b);
    json_object_del(data, "image/svg+xml");
}

/* JSON beside HTML hides the HTML in JupyterLab; alone it is shown as text. */
static void make_json_text(json_t *data)
{
    const json_t *json = json_object_get(data, "application/json");
    if (json && json_object_size(data) == 1) {
        char *text = json_dumps(json, JSON_INDENT(2) | JSON_ENCODE_ANY);
        if (text) json_object_set_new(data, "text/plain", json_string_nocheck(text));
        free(text); /* theirs */
    }
    json_object_del(data, "application/json");
}

void gb_session_make_safe(json_t *data)
{
    make_html_safe(data);
    make_svg_safe(data);
    make_json_text(data);
    json_object_del(data, "application/javascript");
}

/* --- what a class says of its instances ----------------------------------------------------------
 */

/* What IPython asks objects for, and what it makes of the answer. */
static const struct {
    const char *method;
    const char *mime;
} own_forms[] = {
    {"_repr_html_", "text/html"},        {"_repr_markdown_", "text/markdown"},
    {"_repr_latex_", "text/latex"},      {"_repr_png_", "image/png"},
    {"_repr_jpeg_", "image/jpeg"},       {"_repr_svg_", "image/svg+xml"},
    {"_repr_json_", "application/json"},
};

/* Calls self.METHOD() if the class has it: owned; unset when there is none or it failed (what it
 * raised is dropped, as IPython does: the other forms are still shown). */
static gb_value call_own(gb_vm *vm, gb_value self, const char *method)
{
    gb_value name = gb_str_intern(vm, method);
    gb_value found = gb_type_lookup_peek(gb_type_of(vm, self), name);
    gb_unref(name);
    if (found.tag == GB_UNSET) return GB_UNSET_VALUE;
    gb_value result = gb_call_method(vm, self, method, NULL, 0);
    if (result.tag == GB_UNSET) gb_exception_clear(vm);
    return result;
}

static bool set_json(gb_vm *vm, json_t *object, const char *key, gb_value value)
{
    if (gb_is_unset(value) || gb_is_none(value)) return false;
    json_t *json = gb_json_of_value(vm, value);
    gb_exception_clear(vm);
    return json && json_object_set_new_nocheck(object, key, json) == 0;
}

/* An answer is a form, or a tuple of it and its metadata. */
static void split(gb_value answer, gb_value parts[2])
{
    size_t count = answer.tag == GB_TUPLE ? gb_tuple_peek(answer)->count : 0;
    parts[0] = count == 2 ? gb_tuple_peek(answer)->items[0] : answer;
    parts[1] = count == 2 ? gb_tuple_peek(answer)->items[1] : GB_NONE_VALUE;
}

static void add_each(gb_vm *vm, json_t *object, gb_value dict)
{
    gb_value key, value;
    for (size_t at = 0; gb_is_dict(dict) && gb_dict_next(dict, &at, &key, &value);)
        if (gb_is_str(key)) set_json(vm, object, gb_str_data(key), value);
}

/* _repr_mimebundle_: a dict of forms, or a tuple of it and a dict of metadata. */
static bool add_mimebundle(gb_vm *vm, gb_value self, json_t *data, json_t *metadata)
{
    gb_value answer = call_own(vm, self, "_repr_mimebundle_"), parts[2];
    split(answer, parts);
    add_each(vm, data, parts[0]);
    add_each(vm, metadata, parts[1]);
    gb_unref(answer);
    return json_object_size(data) > 0;
}

static void add_own_forms(gb_vm *vm, gb_value self, json_t *data, json_t *metadata)
{
    if (!add_mimebundle(vm, self, data, metadata))
        for (size_t i = 0; i < sizeof own_forms / sizeof *own_forms; i++) {
            gb_value answer = call_own(vm, self, own_forms[i].method), parts[2];
            split(answer, parts);
            if (set_json(vm, data, own_forms[i].mime, parts[0]) && gb_is_dict(parts[1]))
                set_json(vm, metadata, own_forms[i].mime, parts[1]);
            gb_unref(answer);
        }
    gb_session_make_safe(data);
}

/* --- the table -----------------------------------------------------------------------------------
 */

/* {"data", "metadata"} of one row's view, NULL when it has nothing to show. */
static json_t *row_view(const gb_view_row *row, gb_session *session, gb_value value,
                        const char *repr)
{
    gb_error err = GB_ERROR_INIT;
    gb_bundle bundle = GB_BUNDLE_INIT;
    json_t *data, *metadata, *out = NULL;
    if (row->show(session, value, repr, &bundle, &err) && bundle.text &&
        gb_bundle_json(&bundle, &data, &metadata, &err))
        out = json_pack("{s:o, s:o}", "data", data, "metadata", metadata);
    gb_bundle_release(&bundle);
    return out;
}

/* The view of the first row that fits; NULL when there is none. */
static json_t *table_view(gb_session *session, gb_value value, const char *repr)
{
    json_t *view = NULL;
    for (const gb_view_row *row = gb_view_rows; row->type && !view; row++)
        if (gb_is_object(value) && gb_is_a(value, row->type))
            view = row_view(row, session, value, repr);
    return view;
}

json_t *gb_session_view(gb_session *session, gb_value value)
{
    gb_vm *vm = session->vm;
    gb_value resolved = gb_resolve(vm, value); /* a graph value shows what it stands for */
    if (resolved.tag == GB_UNSET) return NULL;
    gb_value repr = gb_repr(vm, resolved);
    if (repr.tag == GB_UNSET) {
        gb_unref(resolved);
        return NULL;
    }
    json_t *view = table_view(session, resolved, gb_str_data(repr));
    if (!view) view = json_pack("{s:{}, s:{}}", "data", "metadata");
    json_t *data = json_object_get(view, "data");
    if (json_object_size(data) == 0 && gb_is_object(resolved))
        add_own_forms(vm, resolved, data, json_object_get(view, "metadata"));
    if (session->text_only) json_object_clear(data);
    if (data && !json_object_get(data, "text/plain"))
        json_object_set_new(data, "text/plain",
                            json_stringn_nocheck(gb_str_data(repr), gb_str_size(repr)));
    gb_unref(repr);
    gb_unref(resolved);
    return view;
}
