/* Values as bundles: their own _repr_*_ methods, else the table of views. See view.h. */
#include "kernel/view.h"

#include "graph/base/memory.h"
#include "kernel/session_state.h"

#include <string.h>

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

static const char base64_digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void put_base64(gb_buffer *out, const unsigned char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i += 3) {
        size_t left = n - i;
        uint32_t three = (uint32_t)bytes[i] << 16 | (left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0) |
                         (left > 2 ? bytes[i + 2] : 0);
        gb_buffer_char(out, base64_digits[three >> 18]);
        gb_buffer_char(out, base64_digits[three >> 12 & 63]);
        gb_buffer_char(out, left > 1 ? base64_digits[three >> 6 & 63] : '=');
        gb_buffer_char(out, left > 2 ? base64_digits[three & 63] : '=');
    }
}

/* A str as it is, bytes as base64; NULL for anything else. */
static json_t *form_of(gb_value value)
{
    if (value.tag == GB_STR) return json_stringn_nocheck(gb_str_data(value), gb_str_size(value));
    if (value.tag != GB_BYTES) return NULL;
    gb_buffer b = GB_BUFFER_INIT;
    put_base64(&b, gb_bytes_peek(value)->data, gb_bytes_peek(value)->size);
    json_t *text = b.failed ? NULL : json_stringn_nocheck(b.data ? b.data : "", b.size);
    gb_buffer_release(&b);
    return text;
}

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

/* _repr_mimebundle_: a dict of forms, or a tuple of it and a dict of metadata. */
static bool add_mimebundle(gb_vm *vm, gb_value self, json_t *data)
{
    gb_value result = call_own(vm, self, "_repr_mimebundle_");
    gb_value forms = result;
    if (result.tag == GB_TUPLE && gb_tuple_peek(result)->count)
        forms = gb_tuple_peek(result)->items[0];
    bool any = false;
    size_t at = 0;
    gb_value key, value;
    while (forms.tag == GB_DICT && gb_dict_next(forms, &at, &key, &value)) {
        json_t *form = key.tag == GB_STR ? form_of(value) : NULL;
        if (form) json_object_set_new_nocheck(data, gb_str_data(key), form);
        any = any || form;
    }
    gb_unref(result);
    return any;
}

static bool add_own_forms(gb_vm *vm, gb_value self, json_t *data)
{
    bool any = add_mimebundle(vm, self, data);
    for (size_t i = 0; !any && i < sizeof own_forms / sizeof *own_forms; i++) {
        gb_value result = call_own(vm, self, own_forms[i].method);
        json_t *form = form_of(result);
        if (form) json_object_set_new_nocheck(data, own_forms[i].mime, form);
        gb_unref(result);
    }
    return json_object_size(data) > 0;
}

static const gb_view_row *find_row(gb_value value)
{
    for (const gb_view_row *row = gb_view_rows; row->type; row++)
        if (gb_is_object(value) && gb_is_a(value, row->type)) return row;
    return NULL;
}

/* {"data", "metadata"} of the table's view, NULL when there is none. */
static json_t *table_view(gb_session *session, gb_value value, const char *repr)
{
    const gb_view_row *row = find_row(value);
    if (!row) return NULL;
    gb_error err = GB_ERROR_INIT;
    gb_bundle bundle = GB_BUNDLE_INIT;
    json_t *data, *metadata, *out = NULL;
    if (row->show(session, value, repr, &bundle, &err) && bundle.text &&
        gb_bundle_json(&bundle, &data, &metadata, &err))
        out = json_pack("{s:o, s:o}", "data", data, "metadata", metadata);
    gb_bundle_release(&bundle);
    return out;
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
    if (json_object_size(data) == 0 && gb_is_object(resolved)) add_own_forms(vm, resolved, data);
    if (data && !json_object_get(data, "text/plain"))
        json_object_set_new(data, "text/plain",
                            json_stringn_nocheck(gb_str_data(repr), gb_str_size(repr)));
    gb_unref(repr);
    gb_unref(resolved);
    return view;
}
