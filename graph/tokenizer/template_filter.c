/* The filters and tests of chat templates. See template_run.h. */
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/template_run.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

typedef gb_template_run run;
typedef gb_template_arguments arguments;

/* --- JSON as Python writes it
 * ---------------------------------------------------------------------------- */

typedef struct json_style {
    int indent; /* -1: on one line */
    bool sorted;
} json_style;

static void put_json_text(gb_buffer *out, const char *text, size_t n)
{
    gb_buffer_char(out, '"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        static const char from[] = "\"\\\n\r\t\b\f", to[] = "\"\\nrtbf";
        const char *place = c ? strchr(from, c) : NULL;
        if (place)
            gb_buffer_format(out, "\\%c", to[place - from]);
        else if (c < 0x20)
            gb_buffer_format(out, "\\u%04x", c);
        else
            gb_buffer_char(out, (char)c);
    }
    gb_buffer_char(out, '"');
}

static void put_line(gb_buffer *out, const json_style *style, int depth)
{
    if (style->indent < 0) return;
    gb_buffer_char(out, '\n');
    gb_buffer_repeat(out, ' ', (size_t)(style->indent * depth));
}

static void put_json(gb_buffer *out, const json_t *v, const json_style *style, int depth);

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void put_object(gb_buffer *out, const json_t *v, const json_style *style, int depth)
{
    size_t count = json_object_size(v), i = 0;
    const char *key, **keys = gb_alloc(count * sizeof *keys, NULL);
    json_t *member;
    if (!keys) {
        out->failed = true;
        return;
    }
    json_object_foreach((json_t *)v, key, member) keys[i++] = key;
    if (style->sorted) qsort(keys, count, sizeof *keys, by_name);
    for (i = 0; i < count; i++) {
        if (i) gb_buffer_text(out, style->indent < 0 ? ", " : ",");
        put_line(out, style, depth + 1);
        put_json_text(out, keys[i], strlen(keys[i]));
        gb_buffer_text(out, ": ");
        put_json(out, json_object_get(v, keys[i]), style, depth + 1);
    }
    gb_free(keys);
}

static void put_json(gb_buffer *out, const json_t *v, const json_style *style, int depth)
{
    bool object = json_is_object(v), array = json_is_array(v);
    size_t count = object ? json_object_size(v) : json_array_size(v);
    if (json_is_string(v)) {
        put_json_text(out, json_string_value(v), json_string_length(v));
    } else if (json_is_boolean(v) || json_is_null(v) || !v) {
        gb_buffer_text(out, json_is_true(v) ? "true" : json_is_false(v) ? "false" : "null");
    } else if (!object && !array) {
        gb_template_put(out, v);
    } else {
        gb_buffer_char(out, object ? '{' : '[');
        if (object) put_object(out, v, style, depth);
        for (size_t i = 0; array && i < count; i++) {
            if (i) gb_buffer_text(out, style->indent < 0 ? ", " : ",");
            put_line(out, style, depth + 1);
            put_json(out, json_array_get(v, i), style, depth + 1);
        }
        if (count) put_line(out, style, depth);
        gb_buffer_char(out, object ? '}' : ']');
    }
}

static bool filter_tojson(run *r, json_t *value, const arguments *a, json_t **out)
{
    gb_buffer b = GB_BUFFER_INIT;
    const json_t *indent = json_object_get(a->named, "indent");
    if (!indent) indent = json_array_get(a->positional, 0);
    json_style style = {.indent = json_is_integer(indent) && json_integer_value(indent) >= 0 &&
                                          json_integer_value(indent) < 64
                                      ? (int)json_integer_value(indent)
                                      : -1,
                        .sorted = json_is_true(json_object_get(a->named, "sort_keys"))};
    if (!value) return gb_template_fail(r, GB_ERR_TYPE, "an undefined value is not JSON");
    put_json(&b, value, &style, 0);
    return gb_template_give(r, gb_template_text(&b), out);
}

/* --- text
 * ----------------------------------------------------------------------------------------------------
 */

/* str(value), owned. */
static bool to_text(run *r, const json_t *value, json_t **out)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_template_put(&b, value);
    return gb_template_give(r, gb_template_text(&b), out);
}

/* Filters that are str's methods of the same name. */
static bool filter_by_method(run *r, const char *name, json_t *value, const arguments *a,
                             json_t **out)
{
    json_t *text;
    if (!to_text(r, value, &text)) return false;
    bool ok = gb_template_method(r, name, text, a, out);
    json_decref(text);
    return ok;
}

static bool filter_trim(run *r, json_t *value, const arguments *a, json_t **out)
{
    return filter_by_method(r, "strip", value, a, out);
}

static bool filter_upper(run *r, json_t *value, const arguments *a, json_t **out)
{
    return filter_by_method(r, "upper", value, a, out);
}

static bool filter_lower(run *r, json_t *value, const arguments *a, json_t **out)
{
    return filter_by_method(r, "lower", value, a, out);
}

static bool filter_capitalize(run *r, json_t *value, const arguments *a, json_t **out)
{
    return filter_by_method(r, "capitalize", value, a, out);
}

static bool filter_title(run *r, json_t *value, const arguments *a, json_t **out)
{
    return filter_by_method(r, "title", value, a, out);
}

static bool filter_replace(run *r, json_t *value, const arguments *a, json_t **out)
{
    return filter_by_method(r, "replace", value, a, out);
}

static bool filter_string(run *r, json_t *value, const arguments *a, json_t **out)
{
    (void)a;
    return to_text(r, value, out);
}

static bool filter_indent(run *r, json_t *value, const arguments *a, json_t **out)
{
    const json_t *width = gb_template_argument(a, 0, "width");
    bool first = gb_template_truth(gb_template_argument(a, 1, "first"));
    bool blank = gb_template_truth(gb_template_argument(a, 2, "blank"));
    size_t spaces = 4;
    gb_buffer b = GB_BUFFER_INIT;
    json_t *text;
    if (json_is_integer(width) && json_integer_value(width) >= 0 && json_integer_value(width) < 256)
        spaces = (size_t)json_integer_value(width);
    if (!to_text(r, value, &text)) return false;
    const char *s = json_string_value(text), *end = s + json_string_length(text);
    for (bool start = true; s < end; start = false) {
        const char *line = memchr(s, '\n', (size_t)(end - s));
        size_t n = line ? (size_t)(line - s) + 1 : (size_t)(end - s);
        bool empty = n == 1 && *s == '\n';
        if ((!start || first) && (!empty || blank)) gb_buffer_repeat(&b, ' ', spaces);
        gb_buffer_put(&b, s, n);
        s += n;
    }
    json_decref(text);
    return gb_template_give(r, gb_template_text(&b), out);
}

/* --- numbers
 * ---------------------------------------------------------------------------------------------------
 */

static bool filter_int(run *r, json_t *value, const arguments *a, json_t **out)
{
    json_t *otherwise = gb_template_argument(a, 0, "default");
    if (json_is_number(value))
        return gb_template_give(r, json_integer((json_int_t)json_number_value(value)), out);
    if (json_is_boolean(value)) return gb_template_give(r, json_integer(json_is_true(value)), out);
    char *end = NULL;
    const char *text = json_is_string(value) ? json_string_value(value) : "";
    double x = strtod(text, &end);
    bool good = end != text && *end == '\0' && fabs(x) < 9e15;
    if (!good && otherwise) return gb_template_give(r, json_incref(otherwise), out);
    return gb_template_give(r, json_integer(good ? (json_int_t)x : 0), out);
}

static bool filter_float(run *r, json_t *value, const arguments *a, json_t **out)
{
    (void)a;
    double x =
        json_is_string(value) ? strtod(json_string_value(value), NULL) : json_number_value(value);
    return gb_template_give(r, json_real(isfinite(x) ? x : 0), out);
}

static bool filter_abs(run *r, json_t *value, const arguments *a, json_t **out)
{
    (void)a;
    if (json_is_integer(value))
        return gb_template_give(r, json_integer(llabs(json_integer_value(value))), out);
    return gb_template_give(r, json_real(fabs(json_number_value(value))), out);
}

static bool filter_round(run *r, json_t *value, const arguments *a, json_t **out)
{
    const json_t *digits = gb_template_argument(a, 0, "precision");
    double scale = pow(10, json_is_integer(digits) ? (double)json_integer_value(digits) : 0);
    return gb_template_give(r, json_real(round(json_number_value(value) * scale) / scale), out);
}

/* --- sequences
 * ---------------------------------------------------------------------------------------------------
 */

static bool filter_length(run *r, json_t *value, const arguments *a, json_t **out)
{
    (void)a;
    size_t n = json_is_object(value) ? json_object_size(value)
               : json_is_string(value)
                   ? gb_utf8_count(json_string_value(value), json_string_length(value))
                   : json_array_size(value);
    if (value && !json_is_object(value) && !json_is_string(value) && !json_is_array(value))
        return gb_template_fail(r, GB_ERR_TYPE, "this value has no length");
    return gb_template_give(r, json_integer((json_int_t)n), out);
}

static bool filter_default(run *r, json_t *value, const arguments *a, json_t **out)
{
    bool falsy = gb_template_truth(gb_template_argument(a, 1, "boolean"));
    json_t *otherwise = gb_template_argument(a, 0, "default_value");
    if (value && (!falsy || gb_template_truth(value)))
        return gb_template_give(r, json_incref(value), out);
    return gb_template_give(r, otherwise ? json_incref(otherwise) : json_string(""), out);
}

static bool filter_list(run *r, json_t *value, const arguments *a, json_t **out)
{
    (void)a;
    json_t *items;
    if (!gb_template_items(r, value, &items)) return false;
    bool ok = gb_template_give(r, json_copy(items), out);
    json_decref(items);
    return ok;
}

static bool pick(run *r, json_t *value, bool last, json_t **out)
{
    json_t *items;
    if (!gb_template_items(r, value, &items)) return false;
    size_t n = json_array_size(items);
    *out = n ? json_incref(json_array_get(items, last ? n - 1 : 0)) : NULL;
    json_decref(items);
    return true;
}

static bool filter_first(run *r, json_t *value, const arguments *a, json_t **out)
{
    (void)a;
    return pick(r, value, false, out);
}

static bool filter_last(run *r, json_t *value, const arguments *a, json_t **out)
{
    (void)a;
    return pick(r, value, true, out);
}

static bool filter_items(run *r, json_t *value, const arguments *a, json_t **out)
{
    const char *key;
    json_t *member;
    (void)a;
    if (!gb_template_give(r, json_array(), out)) return false;
    json_object_foreach(value, key, member)
    {
        if (json_array_append_new(*out, json_pack("[s, O]", key, member))) {
            json_decref(*out);
            return gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
        }
    }
    return true;
}

/* item.attribute, where the attribute may be a path "a.b". */
static bool attribute_of(run *r, json_t *item, const json_t *path, json_t **out)
{
    *out = json_incref(item);
    const char *p = json_is_string(path) ? json_string_value(path) : NULL;
    if (!p && path) {
        json_decref(*out);
        return gb_template_member(r, item, path, out);
    }
    while (p && *p) {
        size_t n = strcspn(p, ".");
        json_t *key = json_stringn(p, n), *next = NULL;
        bool ok = key && gb_template_member(r, *out, key, &next);
        json_decref(key);
        json_decref(*out);
        *out = next;
        if (!ok) return false;
        p += n + (p[n] == '.');
    }
    return true;
}

static bool filter_join(run *r, json_t *value, const arguments *a, json_t **out)
{
    json_t *items, *separator = gb_template_argument(a, 0, "d");
    const json_t *attribute = gb_template_argument(a, 1, "attribute");
    gb_buffer b = GB_BUFFER_INIT;
    if (!gb_template_items(r, value, &items)) return false;
    bool ok = true;
    for (size_t i = 0; ok && i < json_array_size(items); i++) {
        json_t *item;
        ok = attribute_of(r, json_array_get(items, i), attribute, &item);
        if (!ok) break;
        if (i) gb_template_put(&b, separator);
        gb_template_put(&b, item);
        json_decref(item);
    }
    json_decref(items);
    if (ok) return gb_template_give(r, gb_template_text(&b), out);
    gb_buffer_release(&b);
    return false;
}

/* Arguments from the `from`-th on, for a filter or test that another one calls. */
static bool rest_of(run *r, const arguments *a, size_t from, arguments *out)
{
    *out = (arguments){json_array(), json_incref(a->named)};
    for (size_t i = from; out->positional && i < json_array_size(a->positional); i++)
        json_array_append(out->positional, json_array_get(a->positional, i));
    return out->positional || gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
}

static bool map_item(run *r, json_t *item, const arguments *a, json_t **out)
{
    const json_t *attribute = json_object_get(a->named, "attribute");
    const json_t *name = json_array_get(a->positional, 0);
    if (attribute) {
        if (!attribute_of(r, item, attribute, out)) return false;
        if (!*out) *out = json_incref(json_object_get(a->named, "default"));
        if (!*out) *out = json_null();
        return true;
    }
    if (!json_is_string(name)) return gb_template_fail(r, GB_ERR_TYPE, "map wants a filter's name");
    arguments rest;
    bool ok =
        rest_of(r, a, 1, &rest) && gb_template_filter(r, json_string_value(name), item, &rest, out);
    json_decref(rest.positional);
    json_decref(rest.named);
    return ok;
}

static bool filter_map(run *r, json_t *value, const arguments *a, json_t **out)
{
    json_t *items;
    if (!gb_template_items(r, value, &items)) return false;
    json_t *list = json_array();
    bool ok = list || gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
    for (size_t i = 0; ok && i < json_array_size(items); i++) {
        json_t *item = NULL;
        ok = map_item(r, json_array_get(items, i), a, &item) &&
             !json_array_append_new(list, item ? item : json_null());
    }
    json_decref(items);
    if (ok) return gb_template_give(r, list, out);
    json_decref(list);
    return false;
}

/* Keeps items that pass (or fail) a test, of themselves or of an attribute. */
static bool choose(run *r, json_t *value, const arguments *a, bool by_attribute, bool keep,
                   json_t **out)
{
    json_t *items, *list = NULL;
    const json_t *attribute = by_attribute ? json_array_get(a->positional, 0) : NULL;
    const json_t *test = json_array_get(a->positional, by_attribute);
    arguments rest = {0};
    if (!gb_template_items(r, value, &items)) return false;
    bool ok = rest_of(r, a, by_attribute + 1u, &rest) && gb_template_give(r, json_array(), &list);
    for (size_t i = 0; ok && i < json_array_size(items); i++) {
        json_t *item = json_array_get(items, i), *subject = NULL;
        bool passes = false;
        ok = attribute_of(r, item, attribute, &subject);
        if (ok && test)
            ok = json_is_string(test) &&
                 gb_template_test(r, json_string_value(test), subject, &rest, &passes);
        else
            passes = gb_template_truth(subject);
        json_decref(subject);
        if (ok && passes == keep) ok = !json_array_append(list, item);
    }
    json_decref(items);
    json_decref(rest.positional);
    json_decref(rest.named);
    if (ok) return gb_template_give(r, list, out);
    json_decref(list);
    return false;
}

static bool filter_select(run *r, json_t *value, const arguments *a, json_t **out)
{
    return choose(r, value, a, false, true, out);
}

static bool filter_reject(run *r, json_t *value, const arguments *a, json_t **out)
{
    return choose(r, value, a, false, false, out);
}

static bool filter_selectattr(run *r, json_t *value, const arguments *a, json_t **out)
{
    return choose(r, value, a, true, true, out);
}

static bool filter_rejectattr(run *r, json_t *value, const arguments *a, json_t **out)
{
    return choose(r, value, a, true, false, out);
}

static bool filter_reverse(run *r, json_t *value, const arguments *a, json_t **out)
{
    (void)a;
    json_t *items, *list = json_array();
    gb_buffer b = GB_BUFFER_INIT;
    if (!gb_template_items(r, value, &items)) {
        json_decref(list);
        return false;
    }
    for (size_t i = json_array_size(items); list && i-- > 0;) {
        json_array_append(list, json_array_get(items, i));
        if (json_is_string(value)) gb_template_put(&b, json_array_get(items, i));
    }
    json_decref(items);
    if (!json_is_string(value)) return gb_template_give(r, list, out);
    json_decref(list);
    return gb_template_give(r, gb_template_text(&b), out);
}

static bool comes_before(const json_t *a, const json_t *b)
{
    if (json_is_string(a) && json_is_string(b))
        return strcasecmp(json_string_value(a), json_string_value(b)) < 0;
    return json_number_value(a) < json_number_value(b);
}

/* Stable; by an attribute if one is given. */
static bool filter_sort(run *r, json_t *value, const arguments *a, json_t **out)
{
    const json_t *attribute = json_object_get(a->named, "attribute");
    bool reverse = gb_template_truth(gb_template_argument(a, 0, "reverse"));
    json_t *list;
    if (!filter_list(r, value, a, &list)) return false;
    for (size_t i = 1; i < json_array_size(list); i++) {
        for (size_t j = i; j > 0; j--) {
            json_t *x = json_array_get(list, j - 1), *y = json_array_get(list, j), *kx, *ky;
            bool ok = attribute_of(r, x, attribute, &kx) && attribute_of(r, y, attribute, &ky);
            if (!ok) {
                json_decref(list);
                return false;
            }
            bool swap = reverse ? comes_before(kx, ky) : comes_before(ky, kx);
            json_decref(kx);
            json_decref(ky);
            if (!swap) break;
            json_incref(x);
            json_incref(y);
            json_array_set_new(list, j - 1, y);
            json_array_set_new(list, j, x);
        }
    }
    return gb_template_give(r, list, out);
}

static bool filter_unique(run *r, json_t *value, const arguments *a, json_t **out)
{
    (void)a;
    json_t *items, *list = json_array();
    if (!gb_template_items(r, value, &items)) {
        json_decref(list);
        return false;
    }
    for (size_t i = 0; list && i < json_array_size(items); i++) {
        bool seen = false;
        for (size_t j = 0; j < json_array_size(list) && !seen; j++)
            seen = gb_template_equal(json_array_get(items, i), json_array_get(list, j));
        if (!seen) json_array_append(list, json_array_get(items, i));
    }
    json_decref(items);
    return gb_template_give(r, list, out);
}

static bool filter_sum(run *r, json_t *value, const arguments *a, json_t **out)
{
    const json_t *attribute = gb_template_argument(a, 0, "attribute");
    json_t *items, *total = json_integer(0);
    bool ok = gb_template_items(r, value, &items);
    for (size_t i = 0; ok && i < json_array_size(items); i++) {
        json_t *item = NULL, *next = NULL;
        ok = attribute_of(r, json_array_get(items, i), attribute, &item) &&
             gb_template_binary(r, "+", total, item, &next);
        json_decref(item);
        json_decref(total);
        total = next;
    }
    if (items) json_decref(items);
    return ok && gb_template_give(r, total, out);
}

static bool filter_same(run *r, json_t *value, const arguments *a, json_t **out)
{
    (void)r, (void)a;
    *out = json_incref(value);
    return true;
}

static const struct {
    const char *name;
    bool (*run)(run *r, json_t *value, const arguments *a, json_t **out);
} filters[] = {
    {"abs", filter_abs},
    {"capitalize", filter_capitalize},
    {"count", filter_length},
    {"d", filter_default},
    {"default", filter_default},
    {"dictsort", filter_items},
    {"e", filter_same},
    {"escape", filter_same},
    {"first", filter_first},
    {"float", filter_float},
    {"indent", filter_indent},
    {"int", filter_int},
    {"items", filter_items},
    {"join", filter_join},
    {"last", filter_last},
    {"length", filter_length},
    {"list", filter_list},
    {"lower", filter_lower},
    {"map", filter_map},
    {"reject", filter_reject},
    {"rejectattr", filter_rejectattr},
    {"replace", filter_replace},
    {"reverse", filter_reverse},
    {"round", filter_round},
    {"safe", filter_same},
    {"select", filter_select},
    {"selectattr", filter_selectattr},
    {"sort", filter_sort},
    {"string", filter_string},
    {"sum", filter_sum},
    {"title", filter_title},
    {"tojson", filter_tojson},
    {"trim", filter_trim},
    {"unique", filter_unique},
    {"upper", filter_upper},
};

bool gb_template_filter(run *r, const char *name, json_t *value, const arguments *a, json_t **out)
{
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++)
        if (strcmp(filters[i].name, name) == 0) return filters[i].run(r, value, a, out);
    return gb_template_fail(r, GB_ERR_NOT_IMPLEMENTED, "there is no filter '%s'", name);
}

/* --- tests
 * ---------------------------------------------------------------------------------------------------------
 */

/* Tests of the value alone. */
static bool test_alone(const char *name, const json_t *v, bool *out)
{
    const struct {
        const char *name;
        bool holds;
    } rows[] = {
        {"defined", v != NULL},
        {"undefined", v == NULL},
        {"none", json_is_null(v)},
        {"string", json_is_string(v)},
        {"mapping", json_is_object(v)},
        {"boolean", json_is_boolean(v)},
        {"true", json_is_true(v)},
        {"false", json_is_false(v)},
        {"integer", json_is_integer(v)},
        {"float", json_is_real(v)},
        {"number", json_is_number(v) || json_is_boolean(v)},
        {"sequence", json_is_array(v) || json_is_string(v) || json_is_object(v)},
        {"iterable", json_is_array(v) || json_is_string(v) || json_is_object(v) || !v},
        {"odd", json_is_integer(v) && json_integer_value(v) % 2 != 0},
        {"even", json_is_integer(v) && json_integer_value(v) % 2 == 0},
        {"callable", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].name, name) != 0) continue;
        *out = rows[i].holds;
        return true;
    }
    return false;
}

static const char *operator_of_test(const char *name)
{
    static const char *const rows[][2] = {
        {"eq", "=="}, {"equalto", "=="}, {"==", "=="}, {"ne", "!="},
        {"lt", "<"},  {"le", "<="},      {"gt", ">"},  {"greaterthan", ">"},
        {"ge", ">="}, {"lessthan", "<"}, {"in", "in"}, {"sameas", "=="},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i][0], name) == 0) return rows[i][1];
    return NULL;
}

bool gb_template_test(run *r, const char *name, json_t *value, const arguments *a, bool *out)
{
    json_t *argument = json_array_get(a->positional, 0), *result;
    const char *op = operator_of_test(name);
    if (test_alone(name, value, out)) return true;
    if (op) {
        if (!gb_template_binary(r, op, value, argument, &result)) return false;
        *out = json_is_true(result);
        json_decref(result);
        return true;
    }
    if (strcmp(name, "divisibleby") == 0 && json_is_integer(value) && json_is_integer(argument) &&
        json_integer_value(argument)) {
        *out = json_integer_value(value) % json_integer_value(argument) == 0;
        return true;
    }
    return gb_template_fail(r, GB_ERR_NOT_IMPLEMENTED, "there is no test '%s'", name);
}
