/* Values of templates: Python's truth, text, comparison and arithmetic over JSON. See
 * template_run.h. */
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tokenizer/template_run.h"

#include <math.h>
#include <string.h>

bool gb_template_truth(const json_t *v)
{
    if (!v) return false;
    switch (json_typeof(v)) {
    case JSON_STRING: return json_string_length(v) > 0;
    case JSON_ARRAY: return json_array_size(v) > 0;
    case JSON_OBJECT: return json_object_size(v) > 0;
    case JSON_INTEGER: return json_integer_value(v) != 0;
    case JSON_REAL: return json_real_value(v) != 0;
    default: return json_is_true(v);
    }
}

bool gb_template_equal(const json_t *a, const json_t *b)
{
    if (!a || !b) return a == b;
    bool numbers =
        (json_is_number(a) || json_is_boolean(a)) && (json_is_number(b) || json_is_boolean(b));
    if (!numbers) return json_equal(a, b);
    double x = json_is_boolean(a) ? json_is_true(a) : json_number_value(a);
    double y = json_is_boolean(b) ? json_is_true(b) : json_number_value(b);
    return x == y;
}

json_t *gb_template_text(gb_buffer *b)
{
    json_t *text = b->failed ? NULL : json_stringn_nocheck(b->data ? b->data : "", b->size);
    gb_buffer_release(b);
    return text;
}

/* --- text
 * ------------------------------------------------------------------------------------------------
 */

static void put_quoted(gb_buffer *out, const char *text, size_t n)
{
    char quote = memchr(text, '\'', n) && !memchr(text, '"', n) ? '"' : '\'';
    gb_buffer_char(out, quote);
    for (size_t i = 0; i < n; i++) {
        char c = text[i];
        if (c == quote || c == '\\')
            gb_buffer_format(out, "\\%c", c);
        else if (c == '\n' || c == '\t' || c == '\r')
            gb_buffer_text(out, c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\r");
        else if ((unsigned char)c < 0x20 || c == 0x7F)
            gb_buffer_format(out, "\\x%02x", (unsigned)c);
        else
            gb_buffer_char(out, c);
    }
    gb_buffer_char(out, quote);
}

static void put_container(gb_buffer *out, const json_t *v)
{
    const char *key, *separator = "";
    json_t *member;
    bool object = json_is_object(v);
    gb_buffer_char(out, object ? '{' : '[');
    for (size_t i = 0; i < json_array_size(v); i++, separator = ", ") {
        gb_buffer_text(out, separator);
        gb_template_repr(out, json_array_get(v, i));
    }
    json_object_foreach((json_t *)v, key, member)
    {
        gb_buffer_text(out, separator);
        put_quoted(out, key, strlen(key));
        gb_buffer_text(out, ": ");
        gb_template_repr(out, member);
        separator = ", ";
    }
    gb_buffer_char(out, object ? '}' : ']');
}

void gb_template_repr(gb_buffer *out, const json_t *v)
{
    if (json_is_string(v))
        put_quoted(out, json_string_value(v), json_string_length(v));
    else if (json_is_array(v) || json_is_object(v))
        put_container(out, v);
    else
        gb_template_put(out, v);
}

void gb_template_put(gb_buffer *out, const json_t *v)
{
    if (!v) return;
    switch (json_typeof(v)) {
    case JSON_STRING: gb_buffer_put(out, json_string_value(v), json_string_length(v)); return;
    case JSON_INTEGER:
        gb_buffer_format(out, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
        return;
    case JSON_REAL: gb_buffer_double(out, json_real_value(v)); return;
    case JSON_TRUE: gb_buffer_text(out, "True"); return;
    case JSON_FALSE: gb_buffer_text(out, "False"); return;
    case JSON_NULL: gb_buffer_text(out, "None"); return;
    default: gb_template_repr(out, v);
    }
}

static const char *type_name(const json_t *v)
{
    if (!v) return "undefined";
    static const char *const names[] = {"dict",  "list", "str",  "int",
                                        "float", "bool", "bool", "NoneType"};
    return names[json_typeof(v)];
}

/* --- arithmetic
 * -------------------------------------------------------------------------------------------- */

static bool is_numeric(const json_t *v)
{
    return json_is_number(v) || json_is_boolean(v);
}

static double number(const json_t *v)
{
    return json_is_boolean(v) ? (double)json_is_true(v) : json_number_value(v);
}

static json_int_t whole(const json_t *v)
{
    return json_is_boolean(v) ? json_is_true(v) : json_integer_value(v);
}

static bool divide(gb_template_run *r, char kind, json_t *a, json_t *b, json_t **out)
{
    double x = number(a), y = number(b);
    if (y == 0) return gb_template_fail(r, GB_ERR_ZERO_DIVISION, "division by zero");
    if (kind == '/') return gb_template_give(r, json_real(x / y), out);
    if (json_is_real(a) || json_is_real(b)) {
        double q = floor(x / y);
        return gb_template_give(r, json_real(kind == 'q' ? q : x - q * y), out);
    }
    json_int_t i = whole(a), j = whole(b);
    if (j == -1) return gb_template_give(r, json_integer(kind == 'q' ? -i : 0), out);
    json_int_t q = i / j, rest = i % j;
    if (rest && (rest < 0) != (j < 0)) {
        q--;
        rest += j;
    }
    return gb_template_give(r, json_integer(kind == 'q' ? q : rest), out);
}

static bool calculate(gb_template_run *r, const char *op, json_t *a, json_t *b, json_t **out)
{
    if (strcmp(op, "/") == 0) return divide(r, '/', a, b, out);
    if (strcmp(op, "//") == 0) return divide(r, 'q', a, b, out);
    if (strcmp(op, "%") == 0) return divide(r, 'r', a, b, out);
    bool real = json_is_real(a) || json_is_real(b);
    double x = number(a), y = number(b), z = op[0] == '+' ? x + y : op[0] == '-' ? x - y : x * y;
    json_int_t i = whole(a), j = whole(b), k = 0;
    if (strcmp(op, "**") == 0) {
        z = pow(x, y);
        real = real || y < 0 || fabs(z) > 9e15;
        k = (json_int_t)(real ? 0 : z);
    } else if (!real) {
        real = op[0] == '+'   ? __builtin_add_overflow(i, j, &k)
               : op[0] == '-' ? __builtin_sub_overflow(i, j, &k)
                              : __builtin_mul_overflow(i, j, &k);
    }
    return gb_template_give(r, real ? json_real(isfinite(z) ? z : 0) : json_integer(k), out);
}

static json_t *join_texts(const json_t *a, const json_t *b)
{
    gb_buffer text = GB_BUFFER_INIT;
    gb_template_put(&text, a);
    gb_template_put(&text, b);
    return gb_template_text(&text);
}

static json_t *repeat(const json_t *text, json_int_t times)
{
    gb_buffer b = GB_BUFFER_INIT;
    if (times > 0 && json_string_length(text) * (size_t)times > GB_TEMPLATE_MAX_OUTPUT) return NULL;
    for (json_int_t i = 0; i < times; i++)
        gb_template_put(&b, text);
    return gb_template_text(&b);
}

static json_t *join_lists(const json_t *a, const json_t *b)
{
    json_t *out = json_array();
    if (out && (json_array_extend(out, (json_t *)a) || json_array_extend(out, (json_t *)b))) {
        json_decref(out);
        return NULL;
    }
    return out;
}

/* --- comparison
 * --------------------------------------------------------------------------------------------- */

static bool contains(gb_template_run *r, const json_t *in, const json_t *item, bool *found)
{
    *found = false;
    if (json_is_string(in) && json_is_string(item)) {
        *found = memmem(json_string_value(in), json_string_length(in), json_string_value(item),
                        json_string_length(item)) != NULL;
    } else if (json_is_object(in)) {
        *found = json_is_string(item) && json_object_get(in, json_string_value(item));
    } else if (json_is_array(in)) {
        for (size_t i = 0; i < json_array_size(in) && !*found; i++)
            *found = gb_template_equal(json_array_get(in, i), item);
    } else if (in) {
        return gb_template_fail(r, GB_ERR_TYPE, "argument of type '%s' is not iterable",
                                type_name(in));
    }
    return true;
}

static bool order(gb_template_run *r, const char *op, const json_t *a, const json_t *b, bool *out)
{
    int sign;
    if (is_numeric(a) && is_numeric(b)) {
        sign = (number(a) > number(b)) - (number(a) < number(b));
    } else if (json_is_string(a) && json_is_string(b)) {
        sign = strcmp(json_string_value(a), json_string_value(b));
    } else {
        return gb_template_fail(r, GB_ERR_TYPE,
                                "'%s' not supported between instances of '%s' and '%s'", op,
                                type_name(a), type_name(b));
    }
    *out = op[0] == '<' ? sign < 0 || (op[1] && sign == 0) : sign > 0 || (op[1] && sign == 0);
    return true;
}

static bool compare(gb_template_run *r, const char *op, json_t *a, json_t *b, json_t **out)
{
    bool result = false, ok = true;
    if (strcmp(op, "==") == 0 || strcmp(op, "!=") == 0)
        result = gb_template_equal(a, b) == (op[0] == '=');
    else if (strcmp(op, "in") == 0)
        ok = contains(r, b, a, &result);
    else if (strcmp(op, "not in") == 0)
        ok = contains(r, b, a, &result), result = !result;
    else
        ok = order(r, op, a, b, &result);
    return ok && gb_template_give(r, json_boolean(result), out);
}

bool gb_template_binary(gb_template_run *r, const char *op, json_t *a, json_t *b, json_t **out)
{
    if (strchr("=!<>in", op[0])) return compare(r, op, a, b, out);
    if (op[0] == '~') return gb_template_give(r, join_texts(a, b), out);
    if (is_numeric(a) && is_numeric(b)) return calculate(r, op, a, b, out);
    bool add = strcmp(op, "+") == 0;
    if (add && json_is_string(a) && json_is_string(b))
        return gb_template_give(r, join_texts(a, b), out);
    if (add && json_is_array(a) && json_is_array(b))
        return gb_template_give(r, join_lists(a, b), out);
    if (strcmp(op, "*") == 0 && json_is_string(a) && json_is_integer(b))
        return gb_template_give(r, repeat(a, json_integer_value(b)), out);
    return gb_template_fail(r, GB_ERR_TYPE, "unsupported operand type(s) for %s: '%s' and '%s'", op,
                            type_name(a), type_name(b));
}

/* --- members and items
 * ---------------------------------------------------------------------------------------- */

/* Byte offset of character i of a text. */
static size_t place_of(const char *text, size_t n, size_t i)
{
    size_t at = 0;
    for (; at < n && i; i--)
        for (at++; at < n && ((unsigned char)text[at] & 0xC0) == 0x80;)
            at++;
    return at;
}

static json_t *character_of(const json_t *text, size_t i)
{
    const char *s = json_string_value(text);
    size_t n = json_string_length(text), first = place_of(s, n, i);
    size_t size = place_of(s + first, n - first, 1);
    return json_stringn_nocheck(s + first, size);
}

bool gb_template_member(gb_template_run *r, json_t *value, const json_t *key, json_t **out)
{
    *out = NULL;
    if (!value)
        return gb_template_fail(r, GB_ERR_VALUE, "a value that is undefined has no '%s'",
                                json_is_string(key) ? json_string_value(key) : "items");
    if (json_is_object(value) && json_is_string(key)) {
        *out = json_incref(json_object_get(value, json_string_value(key)));
    } else if (json_is_integer(key) && (json_is_array(value) || json_is_string(value))) {
        json_int_t i = json_integer_value(key);
        json_int_t n = json_is_array(value) ? (json_int_t)json_array_size(value)
                                            : (json_int_t)gb_utf8_count(json_string_value(value),
                                                                        json_string_length(value));
        if (i < 0) i += n;
        if (i < 0 || i >= n) return true;
        *out = json_is_array(value) ? json_incref(json_array_get(value, (size_t)i))
                                    : character_of(value, (size_t)i);
    }
    return true;
}

bool gb_template_items(gb_template_run *r, json_t *value, json_t **out)
{
    const char *key;
    json_t *member;
    if (json_is_array(value)) {
        *out = json_incref(value);
        return true;
    }
    if (!gb_template_give(r, json_array(), out)) return false;
    bool ok = true;
    if (json_is_string(value)) {
        const char *text = json_string_value(value);
        size_t n = json_string_length(value);
        for (size_t at = 0, size; ok && at < n; at += size) {
            size = place_of(text + at, n - at, 1);
            ok = !json_array_append_new(*out, json_stringn_nocheck(text + at, size));
        }
    } else if (json_is_object(value)) {
        json_object_foreach(value, key, member) ok =
            ok && !json_array_append_new(*out, json_string(key));
    } else if (value) {
        json_decref(*out);
        return gb_template_fail(r, GB_ERR_TYPE, "'%s' object is not iterable", type_name(value));
    }
    if (ok) return true;
    json_decref(*out);
    return gb_template_fail(r, GB_ERR_MEMORY, "out of memory");
}
