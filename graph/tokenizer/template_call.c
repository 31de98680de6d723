/* Methods of text, lists and dicts, and the functions that chat templates may call. See
 * template_run.h. */
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/template_run.h"

#include <string.h>
#include <time.h>

#include <utf8proc.h>

typedef gb_template_run run;
typedef gb_template_arguments arguments;

/* A text that a method works on. */
typedef struct text {
    const char *s;
    size_t n;
} text;

static text text_of(const json_t *v)
{
    return (text){json_is_string(v) ? json_string_value(v) : "",
                  json_is_string(v) ? json_string_length(v) : 0};
}

static json_t *make(const char *s, size_t n)
{
    return json_stringn_nocheck(s, n);
}

/* --- str
 * -------------------------------------------------------------------------------------------------------
 */

/* True if a character is to be stripped: one of `set`, or white space without one. */
static bool is_stripped(uint32_t c, const json_t *set)
{
    if (!json_is_string(set)) return gb_is_space(c) || (c >= 0x1C && c <= 0x1F);
    text chars = text_of(set);
    for (size_t at = 0, size; at < chars.n; at += size)
        if (gb_character_at(chars.s + at, chars.n - at, &size) == c) return true;
    return false;
}

static json_t *strip(text t, const json_t *set, bool left, bool right)
{
    size_t size;
    while (left && t.n && is_stripped(gb_character_at(t.s, t.n, &size), set)) {
        t.s += size;
        t.n -= size;
    }
    while (right && t.n && is_stripped(gb_character_before(t.s, t.n, &size), set))
        t.n -= size;
    return make(t.s, t.n);
}

static json_t *change_case(text t, char how)
{
    gb_buffer b = GB_BUFFER_INIT;
    bool start = true;
    for (size_t at = 0, size; at < t.n; at += size) {
        utf8proc_int32_t c = (utf8proc_int32_t)gb_character_at(t.s + at, t.n - at, &size);
        bool upper = how == 'u' || ((how == 'c' || how == 't') && start);
        gb_buffer_codepoint(&b, (uint32_t)(upper ? utf8proc_toupper(c) : utf8proc_tolower(c)));
        start = how == 't' && utf8proc_toupper(c) == utf8proc_tolower(c);
    }
    return gb_template_text(&b);
}

static const char *find_text(text in, text what)
{
    return what.n ? memmem(in.s, in.n, what.s, what.n) : NULL;
}

static json_t *replace(text t, text from, text to, json_int_t times)
{
    gb_buffer b = GB_BUFFER_INIT;
    for (const char *p; times != 0 && (p = find_text(t, from)); times--) {
        gb_buffer_put(&b, t.s, (size_t)(p - t.s));
        gb_buffer_put(&b, to.s, to.n);
        t.n -= (size_t)(p - t.s) + from.n;
        t.s = p + from.n;
    }
    gb_buffer_put(&b, t.s, t.n);
    return gb_template_text(&b);
}

/* Words between white space. */
static json_t *split_words(text t, json_int_t times)
{
    json_t *out = json_array();
    size_t size;
    while (out && t.n) {
        while (t.n && gb_is_space(gb_character_at(t.s, t.n, &size))) {
            t.s += size;
            t.n -= size;
        }
        size_t end = 0;
        while (times != 0 && end < t.n &&
               !gb_is_space(gb_character_at(t.s + end, t.n - end, &size)))
            end += size;
        if (times == 0) end = t.n;
        if (end) json_array_append_new(out, make(t.s, end));
        t.s += end;
        t.n -= end;
        if (times > 0) times--;
    }
    return out;
}

static json_t *split(text t, text by, json_int_t times, bool from_right)
{
    json_t *out = json_array();
    while (out && from_right && times != 0 && by.n) { /* from the end */
        const char *last = NULL;
        for (text rest = t; (rest.s = find_text(rest, by)); rest.s++) {
            last = rest.s;
            rest.n = (size_t)(t.s + t.n - rest.s) - 1;
        }
        if (!last) break;
        json_array_insert_new(out, 0, make(last + by.n, (size_t)(t.s + t.n - last) - by.n));
        t.n = (size_t)(last - t.s);
        times--;
    }
    if (out && from_right) {
        json_array_insert_new(out, 0, make(t.s, t.n));
        return out;
    }
    for (const char *p; out && times != 0 && (p = find_text(t, by)); times--) {
        json_array_append_new(out, make(t.s, (size_t)(p - t.s)));
        t.n -= (size_t)(p - t.s) + by.n;
        t.s = p + by.n;
    }
    if (out) json_array_append_new(out, make(t.s, t.n));
    return out;
}

static json_t *split_lines(text t)
{
    json_t *out = json_array();
    while (out && t.n) {
        const char *end = memchr(t.s, '\n', t.n);
        size_t n = end ? (size_t)(end - t.s) : t.n;
        json_array_append_new(out, make(t.s, n && t.s[n - 1] == '\r' ? n - 1 : n));
        t.s += n + (end != NULL);
        t.n -= n + (end != NULL);
    }
    return out;
}

/* Begins or ends with a text, or one of a list. */
static bool has_end(text t, const json_t *what, bool start)
{
    if (json_is_array(what)) {
        for (size_t i = 0; i < json_array_size(what); i++)
            if (has_end(t, json_array_get(what, i), start)) return true;
        return false;
    }
    text w = text_of(what);
    return t.n >= w.n && memcmp(start ? t.s : t.s + t.n - w.n, w.s, w.n) == 0;
}

static json_t *join(run *r, text separator, json_t *value)
{
    json_t *items;
    gb_buffer b = GB_BUFFER_INIT;
    if (!gb_template_items(r, value, &items)) return NULL;
    for (size_t i = 0; i < json_array_size(items); i++) {
        if (i) gb_buffer_put(&b, separator.s, separator.n);
        gb_template_put(&b, json_array_get(items, i));
    }
    json_decref(items);
    return gb_template_text(&b);
}

static json_t *count_of(text t, text what)
{
    json_int_t n = 0;
    for (const char *p; (p = find_text(t, what)); n++) {
        t.n -= (size_t)(p - t.s) + what.n;
        t.s = p + what.n;
    }
    return json_integer(n);
}

static json_t *find(text t, text what)
{
    const char *p = what.n ? find_text(t, what) : t.s;
    return json_integer(p ? (json_int_t)gb_utf8_count(t.s, (size_t)(p - t.s)) : -1);
}

static bool all_characters(text t, bool (*is)(uint32_t c))
{
    for (size_t at = 0, size; at < t.n; at += size)
        if (!is(gb_character_at(t.s + at, t.n - at, &size))) return false;
    return t.n > 0;
}

static bool is_letter(uint32_t c)
{
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

static json_int_t times_of(const arguments *a, size_t i, const char *name)
{
    const json_t *times = gb_template_argument(a, i, name);
    return json_is_integer(times) ? json_integer_value(times) : -1;
}

static json_t *cut_end(text t, const json_t *what, bool start)
{
    text w = text_of(what);
    if (!has_end(t, what, start)) return make(t.s, t.n);
    return make(start ? t.s + w.n : t.s, t.n - w.n);
}

/* A method of str; *known is false when there is none of the name. */
static json_t *call_text(run *r, const char *name, text t, const arguments *a, bool *known)
{
    json_t *x = json_array_get(a->positional, 0), *y = json_array_get(a->positional, 1);
    *known = true;
    if (strcmp(name, "strip") == 0) return strip(t, x, true, true);
    if (strcmp(name, "lstrip") == 0) return strip(t, x, true, false);
    if (strcmp(name, "rstrip") == 0) return strip(t, x, false, true);
    if (strcmp(name, "upper") == 0) return change_case(t, 'u');
    if (strcmp(name, "lower") == 0) return change_case(t, 'l');
    if (strcmp(name, "capitalize") == 0) return change_case(t, 'c');
    if (strcmp(name, "title") == 0) return change_case(t, 't');
    if (strcmp(name, "replace") == 0)
        return replace(t, text_of(x), text_of(y), times_of(a, 2, "count"));
    if (strcmp(name, "split") == 0 || strcmp(name, "rsplit") == 0)
        return json_is_string(x) ? split(t, text_of(x), times_of(a, 1, "maxsplit"), name[0] == 'r')
                                 : split_words(t, times_of(a, 1, "maxsplit"));
    if (strcmp(name, "splitlines") == 0) return split_lines(t);
    if (strcmp(name, "startswith") == 0) return json_boolean(has_end(t, x, true));
    if (strcmp(name, "endswith") == 0) return json_boolean(has_end(t, x, false));
    if (strcmp(name, "removeprefix") == 0) return cut_end(t, x, true);
    if (strcmp(name, "removesuffix") == 0) return cut_end(t, x, false);
    if (strcmp(name, "join") == 0) return join(r, t, x);
    if (strcmp(name, "count") == 0) return count_of(t, text_of(x));
    if (strcmp(name, "find") == 0) return find(t, text_of(x));
    if (strcmp(name, "isdigit") == 0) return json_boolean(all_characters(t, gb_is_numeric));
    if (strcmp(name, "isalpha") == 0) return json_boolean(all_characters(t, is_letter));
    if (strcmp(name, "isspace") == 0) return json_boolean(all_characters(t, gb_is_space));
    *known = false;
    return NULL;
}

/* --- dict and list
 * ------------------------------------------------------------------------------------------------
 */

static json_t *list_members(json_t *object, char what)
{
    const char *key;
    json_t *member, *out = json_array();
    json_object_foreach(object, key, member)
    {
        json_t *item = what == 'k'   ? json_string(key)
                       : what == 'v' ? json_incref(member)
                                     : json_pack("[s, O]", key, member);
        if (json_array_append_new(out, item)) {
            json_decref(out);
            return NULL;
        }
    }
    return out;
}

static json_t *call_dict(const char *name, json_t *object, const arguments *a, bool *known)
{
    const json_t *key = json_array_get(a->positional, 0);
    *known = true;
    if (strcmp(name, "get") == 0) {
        json_t *found =
            json_is_string(key) ? json_object_get(object, json_string_value(key)) : NULL;
        json_t *otherwise = gb_template_argument(a, 1, "default");
        return found ? json_incref(found) : otherwise ? json_incref(otherwise) : json_null();
    }
    if (strcmp(name, "keys") == 0) return list_members(object, 'k');
    if (strcmp(name, "values") == 0) return list_members(object, 'v');
    if (strcmp(name, "items") == 0) return list_members(object, 'i');
    *known = false;
    return NULL;
}

static json_t *call_list(const char *name, json_t *list, const arguments *a, bool *known)
{
    const json_t *item = json_array_get(a->positional, 0);
    json_int_t count = 0;
    *known = strcmp(name, "count") == 0 || strcmp(name, "index") == 0;
    for (size_t i = 0; *known && i < json_array_size(list); i++) {
        if (!gb_template_equal(json_array_get(list, i), item)) continue;
        if (name[0] == 'i') return json_integer((json_int_t)i);
        count++;
    }
    return *known ? json_integer(name[0] == 'i' ? -1 : count) : NULL;
}

/* loop.cycle("a", "b") */
static json_t *cycle(const json_t *loop, const arguments *a)
{
    size_t n = json_array_size(a->positional);
    json_int_t i = json_integer_value(json_object_get(loop, "index0"));
    return n ? json_incref(json_array_get(a->positional, (size_t)i % n)) : json_null();
}

bool gb_template_method(run *r, const char *name, json_t *value, const arguments *a, json_t **out)
{
    bool known = false;
    json_t *result = NULL;
    if (json_is_string(value)) result = call_text(r, name, text_of(value), a, &known);
    if (json_is_object(value)) result = call_dict(name, value, a, &known);
    if (json_is_array(value)) result = call_list(name, value, a, &known);
    if (!known && strcmp(name, "cycle") == 0 && json_object_get(value, "index0")) {
        result = cycle(value, a);
        known = true;
    }
    if (known) return gb_template_give(r, result, out);
    return gb_template_fail(r, GB_ERR_ATTRIBUTE, "this value has no method '%s'", name);
}

/* --- functions
 * -----------------------------------------------------------------------------------------------------
 */

static bool call_raise(run *r, const arguments *a, json_t **out)
{
    *out = NULL;
    gb_buffer b = GB_BUFFER_INIT;
    gb_template_put(&b, json_array_get(a->positional, 0));
    gb_fail(r->err, GB_ERR_VALUE, "%s", b.data ? b.data : "");
    gb_buffer_release(&b);
    return false;
}

static bool call_time(run *r, const arguments *a, json_t **out)
{
    char line[256];
    time_t now = time(NULL);
    struct tm when;
    const json_t *format = json_array_get(a->positional, 0);
    localtime_r(&now, &when);
    size_t n =
        json_is_string(format) ? strftime(line, sizeof line, json_string_value(format), &when) : 0;
    return gb_template_give(r, json_stringn(line, n), out);
}

static bool call_range(run *r, const arguments *a, json_t **out)
{
    size_t n = json_array_size(a->positional);
    json_int_t first = 0, last = 0, step = 1;
    if (n == 1) last = json_integer_value(json_array_get(a->positional, 0));
    if (n >= 2) {
        first = json_integer_value(json_array_get(a->positional, 0));
        last = json_integer_value(json_array_get(a->positional, 1));
    }
    if (n >= 3) step = json_integer_value(json_array_get(a->positional, 2));
    if (step == 0) return gb_template_fail(r, GB_ERR_VALUE, "range() arg 3 must not be zero");
    double count = ((double)last - (double)first) / (double)step;
    if (count > 100000) return gb_template_fail(r, GB_ERR_OVERFLOW, "Range too big");
    json_t *list = json_array();
    for (json_int_t i = first; list && (step > 0 ? i < last : i > last); i += step)
        json_array_append_new(list, json_integer(i));
    return gb_template_give(r, list, out);
}

/* namespace(a=1), dict(a=1), and of one dict: its copy. */
static bool call_dict_of(run *r, const arguments *a, json_t **out)
{
    json_t *from = json_array_get(a->positional, 0);
    json_t *object = json_is_object(from) ? json_copy(from) : json_object();
    if (object && json_object_update(object, a->named)) {
        json_decref(object);
        object = NULL;
    }
    return gb_template_give(r, object, out);
}

static const struct {
    const char *name;
    bool (*run)(run *r, const arguments *a, json_t **out);
} functions[] = {
    {"raise_exception", call_raise}, {"strftime_now", call_time}, {"range", call_range},
    {"namespace", call_dict_of},     {"dict", call_dict_of},
};

bool gb_template_is_function(const char *name)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(functions[i].name, name) == 0) return true;
    return false;
}

bool gb_template_function(run *r, const char *name, const arguments *a, json_t **out)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(functions[i].name, name) == 0) return functions[i].run(r, a, out);
    return gb_template_fail(r, GB_ERR_NAME, "'%s' is undefined", name);
}
