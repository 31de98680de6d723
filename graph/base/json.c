/* JSON with errors and limits. See json.h. */
#include "graph/base/json.h"

#include "graph/base/buffer.h"
#include "graph/base/memory.h"

#include <stdlib.h>
#include <string.h>

/* jansson recurses, so nesting is counted before it sees the text. */
static bool depth_is_bounded(const char *text, size_t n)
{
    int depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < n; i++) {
        char c = text[i];
        if (in_string) {
            if (c == '\\')
                i++;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > GB_JSON_MAX_DEPTH) return false;
        } else if (c == ']' || c == '}') {
            depth--;
        }
    }
    return true;
}

/* The text with every integer beyond int64 made a real ("1000…0" to "1000…0e0"); owned. */
static char *widen_integers(const char *text, size_t n, size_t *size)
{
    gb_buffer b = GB_BUFFER_INIT;
    bool in_string = false;
    size_t digits = 0;
    for (size_t i = 0; i <= n; i++) {
        char c = i < n ? text[i] : ' ';
        bool is_digit = c >= '0' && c <= '9';
        bool goes_on = c == '.' || c == 'e' || c == 'E';
        if (!in_string && !is_digit && !goes_on && digits > 18) gb_buffer_text(&b, "e0");
        if (i < n) gb_buffer_char(&b, c);
        digits = !in_string && is_digit ? digits + 1 : 0;
        if (in_string && c == '\\' && i + 1 < n)
            gb_buffer_char(&b, text[++i]);
        else if (c == '"')
            in_string = !in_string;
    }
    return gb_buffer_take(&b, size, NULL);
}

json_t *gb_json_parse(const char *text, size_t n, const char *what, gb_error *err)
{
    if (!depth_is_bounded(text, n)) {
        gb_fail(err, GB_ERR_VALUE, "%s: nested deeper than %d levels", what, GB_JSON_MAX_DEPTH);
        return NULL;
    }
    json_error_t why;
    json_t *value = json_loadb(text, n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &why);
    if (!value && json_error_code(&why) == json_error_numeric_overflow) {
        size_t size;
        char *wide = widen_integers(text, n, &size);
        if (wide) value = json_loadb(wide, size, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &why);
        gb_free(wide);
    }
    if (!value)
        gb_fail(err, GB_ERR_VALUE, "%s: not JSON: %s (line %d, column %d)", what, why.text,
                why.line, why.column);
    return value;
}

char *gb_json_text(const json_t *value, bool sorted, gb_error *err)
{
    size_t flags = JSON_COMPACT | JSON_ENCODE_ANY | (sorted ? JSON_SORT_KEYS : 0);
    char *text = json_dumps(value, flags);
    if (!text) {
        gb_fail(err, GB_ERR_MEMORY, "out of memory while writing JSON");
        return NULL;
    }
    char *owned = gb_strdup(text, err);
    free(text); /* theirs */
    return owned;
}

/* The member, or NULL with an error that names it. */
static json_t *member(const json_t *object, const char *key, bool fits(const json_t *),
                      const char *wanted, gb_error *err)
{
    json_t *value = json_object_get(object, key);
    if (value && fits(value)) return value;
    gb_fail(err, GB_ERR_VALUE, "'%s' is %s; %s is wanted", key,
            value ? "of another type" : "missing", wanted);
    return NULL;
}

static bool is_string(const json_t *v)
{
    return json_is_string(v);
}

static bool is_integer(const json_t *v)
{
    return json_is_integer(v);
}

static bool is_number(const json_t *v)
{
    return json_is_number(v);
}

static bool is_object(const json_t *v)
{
    return json_is_object(v);
}

static bool is_array(const json_t *v)
{
    return json_is_array(v);
}

bool gb_json_string(const json_t *object, const char *key, const char **out, gb_error *err)
{
    json_t *value = member(object, key, is_string, "a string", err);
    if (value) *out = json_string_value(value);
    return value != NULL;
}

bool gb_json_int(const json_t *object, const char *key, int64_t *out, gb_error *err)
{
    json_t *value = member(object, key, is_integer, "an integer", err);
    if (value) *out = json_integer_value(value);
    return value != NULL;
}

bool gb_json_real(const json_t *object, const char *key, double *out, gb_error *err)
{
    json_t *value = member(object, key, is_number, "a number", err);
    if (value) *out = json_number_value(value);
    return value != NULL;
}

json_t *gb_json_object(const json_t *object, const char *key, gb_error *err)
{
    return member(object, key, is_object, "an object", err);
}

json_t *gb_json_array(const json_t *object, const char *key, gb_error *err)
{
    return member(object, key, is_array, "an array", err);
}

const char *gb_json_string_or(const json_t *object, const char *key, const char *fallback)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : fallback;
}

int64_t gb_json_int_or(const json_t *object, const char *key, int64_t fallback)
{
    const json_t *value = json_object_get(object, key);
    return json_is_integer(value) ? json_integer_value(value) : fallback;
}

double gb_json_real_or(const json_t *object, const char *key, double fallback)
{
    const json_t *value = json_object_get(object, key);
    return json_is_number(value) ? json_number_value(value) : fallback;
}

bool gb_json_bool_or(const json_t *object, const char *key, bool fallback)
{
    const json_t *value = json_object_get(object, key);
    return json_is_boolean(value) ? json_boolean_value(value) : fallback;
}
