/* Oniguruma's patterns by PCRE2. See regex.h. */
#define PCRE2_CODE_UNIT_WIDTH 8

#include "graph/tokenizer/regex.h"

#include "graph/base/buffer.h"
#include "graph/base/json.h"
#include "graph/base/memory.h"

#include <string.h>

#include <pcre2.h>

enum {
    MATCH_LIMIT = 20 * 1000 * 1000, /* steps of one match */
    MAX_CLASS_DEPTH = 16,
};

struct gb_regex {
    pcre2_code *code;
    pcre2_match_context *context;
};

/* --- translation --------------------------------------------------------------------------------
 */

/* What the shorthands mean in Oniguruma's Unicode mode, as the inside of a class. PCRE2's own
 * differ: its \s holds U+180E, its \w lacks most marks. */
#define SPACE                                                                                      \
    "\\t-\\r\\x20\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}"   \
    "\\x{3000}"
#define WORD "\\p{L}\\p{M}\\p{Nd}\\p{Pc}"
#define HEX "0-9A-Fa-f"

typedef struct shorthand {
    char letter;
    const char *inside; /* of a class */
} shorthand;

static const shorthand shorthands[] = {{'s', SPACE}, {'w', WORD}, {'d', "\\p{Nd}"}, {'h', HEX}};

static const char *find_shorthand(char letter)
{
    for (size_t i = 0; i < sizeof shorthands / sizeof *shorthands; i++)
        if (shorthands[i].letter == letter) return shorthands[i].inside;
    return NULL;
}

/* The complements cannot stand inside a class as ranges; Unicode properties can express them. */
static const char *find_complement_inside(char letter)
{
    switch (letter) {
    case 'S':
        return "\\x00-\\x08\\x0E-\\x1F\\x21-\\x{84}\\x{86}-\\x{9F}\\x{A1}-\\x{167F}"
               "\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}"
               "\\x{2060}-\\x{2FFF}\\x{3001}-\\x{10FFFF}";
    case 'D': return "\\P{Nd}";
    default: return NULL;
    }
}

typedef struct translation {
    const char *at;
    gb_buffer out;
    int depth;
} translation;

/* An escape; `inside` a class or not. */
static bool translate_escape(translation *t, bool inside, gb_error *err)
{
    char letter = t->at[1];
    if (!letter) return gb_fail(err, GB_ERR_VALUE, "the pattern ends with a backslash");
    const char *plain = find_shorthand(letter);
    const char *negated =
        letter >= 'A' && letter <= 'Z' ? find_shorthand((char)(letter + 32)) : NULL;
    const char *complement = find_complement_inside(letter);
    t->at += 2;
    if (plain) {
        gb_buffer_format(&t->out, inside ? "%s" : "[%s]", plain);
    } else if (inside && complement) {
        gb_buffer_text(&t->out, complement);
    } else if (negated && inside) {
        return gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "\\%c inside a character class", letter);
    } else if (negated) {
        gb_buffer_format(&t->out, "[^%s]", negated);
    } else if (letter == 'Z' || letter == 'A' || letter == 'z' || letter == 'b' || letter == 'B') {
        gb_buffer_format(&t->out, "\\%c", letter);
    } else if (letter == 'u' && strlen(t->at) >= 4) {
        gb_buffer_format(&t->out, "\\x{%.4s}", t->at);
        t->at += 4;
    } else {
        gb_buffer_format(&t->out, "\\%c", letter);
        for (; (letter == 'p' || letter == 'P' || letter == 'x') && *t->at == '{'; letter = 0)
            while (*t->at && *t->at != '}')
                gb_buffer_char(&t->out, *t->at++);
    }
    return true;
}

/* A POSIX class such as [:alpha:], which both write alike. */
static bool translate_posix(translation *t)
{
    const char *end = strstr(t->at, ":]");
    if (t->at[1] != ':' || !end) return false;
    gb_buffer_put(&t->out, t->at, (size_t)(end + 2 - t->at));
    t->at = end + 2;
    return true;
}

/* The inside of a class up to its ']'. A class in a class is a union: its inside is put here. */
static bool translate_class(translation *t, gb_error *err)
{
    bool first = true;
    if (++t->depth > MAX_CLASS_DEPTH)
        return gb_fail(err, GB_ERR_VALUE, "character classes nested deeper than %d",
                       MAX_CLASS_DEPTH);
    for (; *t->at && (*t->at != ']' || first); first = false) {
        if (*t->at == '\\') {
            if (!translate_escape(t, true, err)) return false;
        } else if (*t->at == '[' && translate_posix(t)) {
            continue;
        } else if (*t->at == '[') {
            t->at++;
            if (*t->at == '^')
                return gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "a negated class inside a class");
            if (!translate_class(t, err)) return false;
        } else if (strncmp(t->at, "&&", 2) == 0) {
            return gb_fail(err, GB_ERR_NOT_IMPLEMENTED, "an intersection (&&) of classes");
        } else {
            if (*t->at == ']' || *t->at == '^') gb_buffer_char(&t->out, '\\');
            gb_buffer_char(&t->out, *t->at++);
        }
    }
    if (!*t->at) return gb_fail(err, GB_ERR_VALUE, "a character class is not closed");
    t->at++;
    t->depth--;
    return true;
}

static bool translate(translation *t, gb_error *err)
{
    while (*t->at) {
        if (*t->at == '\\') {
            if (!translate_escape(t, false, err)) return false;
        } else if (*t->at == '[') {
            gb_buffer_char(&t->out, *t->at++);
            if (*t->at == '^') gb_buffer_char(&t->out, *t->at++);
            if (!translate_class(t, err)) return false;
            gb_buffer_char(&t->out, ']');
        } else {
            gb_buffer_char(&t->out, *t->at++);
        }
    }
    return true;
}

char *gb_regex_translate(const char *pattern, gb_error *err)
{
    translation t = {.at = pattern};
    if (translate(&t, err)) return gb_buffer_take(&t.out, NULL, err);
    gb_buffer_release(&t.out);
    gb_error_context(err, "pattern '%.200s'", pattern);
    return NULL;
}

/* --- compiling ----------------------------------------------------------------------------------
 */

static gb_regex *compile(const char *pattern, size_t n, uint32_t options, gb_error *err)
{
    int code;
    PCRE2_SIZE place;
    gb_regex *regex = gb_calloc(1, sizeof *regex, err);
    if (!regex) return NULL;
    regex->code = pcre2_compile((PCRE2_SPTR)pattern, n, options | PCRE2_UTF, &code, &place, NULL);
    if (!regex->code) {
        char why[120];
        pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof why);
        gb_fail(err, GB_ERR_VALUE, "pattern '%.200s': %s", pattern, why);
    } else if (!(regex->context = pcre2_match_context_create(NULL))) {
        gb_fail(err, GB_ERR_MEMORY, "out of memory while compiling a pattern");
    } else {
        pcre2_set_match_limit(regex->context, MATCH_LIMIT);
        pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE); /* without it: slower, the same */
        return regex;
    }
    gb_regex_free(regex);
    return NULL;
}

gb_regex *gb_regex_compile(const char *pattern, gb_error *err)
{
    char *translated = gb_regex_translate(pattern, err);
    if (!translated) return NULL;
    gb_regex *regex = compile(translated, strlen(translated), PCRE2_UCP, err);
    gb_free(translated);
    return regex;
}

gb_regex *gb_regex_compile_literal(const char *text, size_t n, gb_error *err)
{
    if (!n) {
        gb_fail(err, GB_ERR_VALUE, "an empty pattern");
        return NULL;
    }
    return compile(text, n, PCRE2_LITERAL, err);
}

gb_regex *gb_regex_from_json(const struct json_t *pattern, gb_error *err)
{
    const json_t *regex = json_object_get(pattern, "Regex");
    const json_t *literal = json_object_get(pattern, "String");
    if (json_is_string(pattern)) literal = pattern;
    if (json_is_string(regex)) return gb_regex_compile(json_string_value(regex), err);
    if (json_is_string(literal))
        return gb_regex_compile_literal(json_string_value(literal), json_string_length(literal),
                                        err);
    gb_fail(err, GB_ERR_VALUE, "'pattern' holds neither 'Regex' nor 'String'");
    return NULL;
}

void gb_regex_free(gb_regex *regex)
{
    if (!regex) return;
    pcre2_code_free(regex->code);
    pcre2_match_context_free(regex->context);
    gb_free(regex);
}

/* --- matching -----------------------------------------------------------------------------------
 */

static bool fail_match(int code, gb_error *err)
{
    char why[120];
    if (code == PCRE2_ERROR_NOMEMORY)
        return gb_fail(err, GB_ERR_MEMORY, "out of memory while matching a pattern");
    pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof why);
    return gb_fail(err, GB_ERR_RUNTIME, "a pattern of the tokenizer gave up: %s", why);
}

/* The next match at or after `at`: 1, or 0 when there is none, or an error of PCRE2. Where the fast
 * matcher runs out of stack, the slow one goes on. */
static int next_match(const gb_regex *regex, const char *text, size_t n, size_t at,
                      pcre2_match_data *data)
{
    uint32_t options = PCRE2_NO_UTF_CHECK;
    int code = pcre2_match(regex->code, (PCRE2_SPTR)text, n, at, options, data, regex->context);
    if (code == PCRE2_ERROR_JIT_STACKLIMIT)
        code = pcre2_match(regex->code, (PCRE2_SPTR)text, n, at, options | PCRE2_NO_JIT, data,
                           regex->context);
    return code == PCRE2_ERROR_NOMATCH ? 0 : code < 0 ? code : 1;
}

static size_t step_over_character(const char *text, size_t n, size_t at)
{
    for (at++; at < n && ((unsigned char)text[at] & 0xC0) == 0x80;)
        at++;
    return at;
}

bool gb_regex_find(const void *context, const char *text, size_t n, gb_match_list *out,
                   gb_error *err)
{
    const gb_regex *regex = context;
    pcre2_match_data *data = pcre2_match_data_create_from_pattern(regex->code, NULL);
    if (!data) return gb_fail(err, GB_ERR_MEMORY, "out of memory while matching a pattern");
    size_t at = 0, done = 0;
    int found = 1;
    bool ok = true;
    while (ok && at <= n && (found = next_match(regex, text, n, at, data)) > 0) {
        const PCRE2_SIZE *place = pcre2_get_ovector_pointer(data);
        size_t first = place[0] < done ? done : place[0],
               last = place[1] < first ? first : place[1];
        ok = (first == done || gb_match_list_add(out, done, first, false, err)) &&
             gb_match_list_add(out, first, last, true, err);
        done = last;
        at = last > first ? last : step_over_character(text, n, last);
    }
    if (ok && found < 0) ok = fail_match(found, err);
    if (ok && done < n) ok = gb_match_list_add(out, done, n, false, err);
    pcre2_match_data_free(data);
    return ok;
}
