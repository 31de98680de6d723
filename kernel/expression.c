/* Expressions in a text that is being typed: where one starts, what it stands for. See known.h. */
#include "kernel/known.h"

#include "graph/base/text.h"
#include "kernel/lang/lexer.h"

#include <stdlib.h>
#include <string.h>

/* --- words -------------------------------------------------------------------------------------*/

size_t gb_cursor_bytes(const gb_source *source, size_t cursor)
{
    size_t at = 0;
    uint32_t c;
    for (size_t i = 0; i < cursor && at < source->size; i++) {
        size_t n = gb_utf8_decode(source->text + at, source->size - at, &c);
        at += n ? n : 1;
    }
    return at;
}

static bool is_name_byte(unsigned char c)
{
    return c >= 0x80 || gb_is_name_part(c);
}

size_t gb_word_start(const gb_source *source, size_t at)
{
    size_t start = at;
    while (start && is_name_byte((unsigned char)source->text[start - 1]))
        start--;
    while (start < at && source->text[start] >= '0' && source->text[start] <= '9')
        start++;
    return start;
}

size_t gb_word_end(const gb_source *source, size_t at)
{
    while (at < source->size && is_name_byte((unsigned char)source->text[at]))
        at++;
    return at;
}

/* --- tokens ------------------------------------------------------------------------------------*/

static gb_token_kind kind_at(const gb_text_tokens *tokens, size_t i)
{
    return i < tokens->count ? (gb_token_kind)tokens->items[i].kind : GB_TOKEN_END;
}

static const char *text_at(const gb_text_tokens *tokens, size_t i, size_t *n)
{
    const gb_token *t = &tokens->items[i];
    *n = t->end - t->start;
    return tokens->source->text + t->start;
}

static bool opens(gb_token_kind kind)
{
    return kind == GB_TOKEN_LPAREN || kind == GB_TOKEN_LBRACKET || kind == GB_TOKEN_LBRACE;
}

static bool closes(gb_token_kind kind)
{
    return kind == GB_TOKEN_RPAREN || kind == GB_TOKEN_RBRACKET || kind == GB_TOKEN_RBRACE;
}

/* The bracket that matches the closing one at `i`; `i` itself when there is none. */
static size_t opening(const gb_text_tokens *tokens, size_t i)
{
    size_t depth = 0;
    for (size_t at = i + 1; at-- > 0;) {
        if (closes(kind_at(tokens, at))) depth++;
        if (opens(kind_at(tokens, at)) && --depth == 0) return at;
    }
    return i;
}

/* Just behind the bracket that matches the opening one at `i`. */
static size_t behind_closing(const gb_text_tokens *tokens, size_t i, size_t limit)
{
    size_t depth = 0;
    for (size_t at = i; at <= limit && at < tokens->count; at++) {
        if (opens(kind_at(tokens, at))) depth++;
        if (closes(kind_at(tokens, at)) && --depth == 0) return at + 1;
    }
    return limit + 1;
}

/* Can what ends here be called, indexed, have attributes? */
static bool ends_primary(gb_token_kind kind)
{
    return kind == GB_TOKEN_NAME || kind == GB_TOKEN_STRING || closes(kind);
}

size_t gb_primary_start(const gb_text_tokens *tokens, size_t last)
{
    for (size_t at = last;;) {
        if (closes(kind_at(tokens, at))) {
            size_t open = opening(tokens, at);
            bool trailer = kind_at(tokens, open) != GB_TOKEN_LBRACE && open > 0 && open != at &&
                           ends_primary(kind_at(tokens, open - 1));
            if (!trailer) return open;
            at = open - 1;
        } else if (kind_at(tokens, at) == GB_TOKEN_NAME && at > 1 &&
                   kind_at(tokens, at - 1) == GB_TOKEN_DOT &&
                   ends_primary(kind_at(tokens, at - 2))) {
            at -= 2;
        } else {
            return at;
        }
    }
}

/* --- names that the text binds -----------------------------------------------------------------*/

static bool same_text(const gb_text_tokens *tokens, size_t a, size_t b)
{
    size_t n, m;
    const char *left = text_at(tokens, a, &n), *right = text_at(tokens, b, &m);
    return n == m && memcmp(left, right, n) == 0;
}

/* The last token of the expression that starts at `first`, when it is a primary and nothing else:
 * it must be followed by the end of a line. 0 when it is not. */
static size_t whole_primary(const gb_text_tokens *tokens, size_t first)
{
    size_t at = first;
    if (kind_at(tokens, at) != GB_TOKEN_NAME) return 0;
    for (at++; at < tokens->count;) {
        gb_token_kind kind = kind_at(tokens, at);
        if (kind == GB_TOKEN_DOT && kind_at(tokens, at + 1) == GB_TOKEN_NAME)
            at += 2;
        else if (kind == GB_TOKEN_LPAREN || kind == GB_TOKEN_LBRACKET)
            at = behind_closing(tokens, at, tokens->count - 1);
        else
            break;
    }
    gb_token_kind next = kind_at(tokens, at);
    bool ends = next == GB_TOKEN_NEWLINE || next == GB_TOKEN_SEMICOLON || next == GB_TOKEN_COLON ||
                next == GB_TOKEN_END;
    return ends ? at - 1 : 0;
}

static bool starts_statement(const gb_text_tokens *tokens, size_t i)
{
    gb_token_kind before = i ? kind_at(tokens, i - 1) : GB_TOKEN_NEWLINE;
    return before == GB_TOKEN_NEWLINE || before == GB_TOKEN_INDENT || before == GB_TOKEN_DEDENT ||
           before == GB_TOKEN_SEMICOLON;
}

/* What `name = expression`, `for name in ...` and `... as name` at token `i` bind; unknown
 * otherwise. */
static gb_known bound_at(gb_session *session, const gb_text_tokens *tokens, size_t i)
{
    gb_token_kind next = kind_at(tokens, i + 1), before = i ? kind_at(tokens, i - 1) : GB_TOKEN_END;
    if (next == GB_TOKEN_ASSIGN && starts_statement(tokens, i)) {
        size_t last = whole_primary(tokens, i + 2);
        return last ? gb_known_primary(session, tokens, i + 2, last) : GB_UNKNOWN;
    }
    if (before == GB_TOKEN_AS && i > 1 && ends_primary(kind_at(tokens, i - 2)))
        return gb_known_primary(session, tokens, gb_primary_start(tokens, i - 2), i - 2);
    if (before == GB_TOKEN_FOR && next == GB_TOKEN_IN) {
        size_t last = whole_primary(tokens, i + 2);
        gb_known list = last ? gb_known_primary(session, tokens, i + 2, last) : GB_UNKNOWN;
        gb_known item = gb_known_item(session, &list, gb_int(0));
        gb_exception_clear(session->vm);
        gb_known_release(&list);
        return item;
    }
    return GB_UNKNOWN;
}

/* --- imports -----------------------------------------------------------------------------------*/

/* The module "a.b" of the tokens from `first` on; unset when there is none. */
static gb_value import_path(gb_session *session, const gb_text_tokens *tokens, size_t first)
{
    gb_buffer path = GB_BUFFER_INIT;
    for (size_t i = first; kind_at(tokens, i) == GB_TOKEN_NAME; i += 2) {
        size_t n;
        const char *text = text_at(tokens, i, &n);
        gb_buffer_put(&path, text, n);
        if (kind_at(tokens, i + 1) != GB_TOKEN_DOT) break;
        gb_buffer_char(&path, '.');
    }
    gb_value module = path.data ? gb_import(session->vm, path.data) : GB_UNSET_VALUE;
    gb_exception_clear(session->vm);
    gb_buffer_release(&path);
    return module;
}

static size_t statement_start(const gb_text_tokens *tokens, size_t i)
{
    while (i && !starts_statement(tokens, i))
        i--;
    return i;
}

/* What the name at `i`, in an import statement that starts at `start`, is bound to. */
static gb_known imported_at(gb_session *session, const gb_text_tokens *tokens, size_t start,
                            size_t i)
{
    bool renamed = kind_at(tokens, i - 1) == GB_TOKEN_AS;
    size_t original = renamed ? i - 2 : i, n;
    const char *name = text_at(tokens, original, &n);
    gb_value module = GB_UNSET_VALUE;
    if (kind_at(tokens, start) == GB_TOKEN_FROM) {
        module = import_path(session, tokens, start + 1);
        gb_known of = gb_is_unset(module) ? GB_UNKNOWN : gb_known_value(session, module);
        gb_known found = gb_known_attribute(session, &of, name, n);
        gb_known_release(&of);
        gb_unref(module);
        return found;
    }
    size_t first = renamed ? gb_primary_start(tokens, original) : i;
    module = import_path(session, tokens, first);
    gb_known found = gb_is_unset(module) ? GB_UNKNOWN : gb_known_value(session, module);
    gb_unref(module);
    return found;
}

/* The latest binding of the name at token `name` before it. */
static gb_known bound_before(gb_session *session, const gb_text_tokens *tokens, size_t name)
{
    for (size_t i = name; tokens->budget && i-- > 0;) {
        if (kind_at(tokens, i) != GB_TOKEN_NAME || !same_text(tokens, i, name)) continue;
        if (!*tokens->budget) return GB_UNKNOWN;
        --*tokens->budget;
        size_t start = statement_start(tokens, i);
        gb_token_kind first = kind_at(tokens, start);
        bool import = i > start && (first == GB_TOKEN_IMPORT || first == GB_TOKEN_FROM);
        gb_known found =
            import ? imported_at(session, tokens, start, i) : bound_at(session, tokens, i);
        if (gb_is_known(found)) return found;
    }
    return GB_UNKNOWN;
}

/* --- what a primary stands for -----------------------------------------------------------------*/

static gb_known builtin(gb_session *session, const char *name)
{
    gb_known type = gb_known_name(session, name, strlen(name));
    gb_known made = gb_known_call(session, &type);
    gb_known_release(&type);
    return made;
}

static gb_known first_part(gb_session *session, const gb_text_tokens *tokens, size_t *at,
                           size_t last)
{
    size_t i = *at, n;
    const char *text = text_at(tokens, i, &n);
    gb_token_kind kind = kind_at(tokens, i);
    *at = opens(kind) ? behind_closing(tokens, i, last) : i + 1;
    if (kind == GB_TOKEN_NAME) {
        gb_known bound = bound_before(session, tokens, i);
        return gb_is_known(bound) ? bound : gb_known_name(session, text, n);
    }
    if (kind == GB_TOKEN_STRING) return builtin(session, strchr("bB", *text) ? "bytes" : "str");
    if (kind == GB_TOKEN_LBRACKET) return builtin(session, "list");
    if (kind == GB_TOKEN_LBRACE) return builtin(session, "dict");
    if (kind == GB_TOKEN_LPAREN && *at == i + 3 && kind_at(tokens, i + 1) == GB_TOKEN_NAME) {
        size_t inner = i + 1; /* (name) */
        return first_part(session, tokens, &inner, last);
    }
    return GB_UNKNOWN;
}

/* The constant between brackets: an int with or without sign, or a text; unset otherwise. */
static gb_value key_between(gb_session *session, const gb_text_tokens *tokens, size_t open,
                            size_t behind)
{
    size_t n, first = open + 1, count = behind > first ? behind - first - 1 : 0;
    bool minus = count == 2 && kind_at(tokens, first) == GB_TOKEN_SUB;
    if (count != 1 + (size_t)minus) return GB_UNSET_VALUE;
    const char *text = text_at(tokens, first + minus, &n);
    if (kind_at(tokens, first + minus) == GB_TOKEN_NUMBER && strspn(text, "0123456789") >= n)
        return gb_int((minus ? -1 : 1) * strtoll(text, NULL, 10));
    if (kind_at(tokens, first) == GB_TOKEN_STRING && n > 1 && strchr("'\"", *text))
        return gb_str_new(session->vm, text + 1, n - 2);
    return GB_UNSET_VALUE;
}

/* `of` is taken over. */
static gb_known apply_trailer(gb_session *session, const gb_text_tokens *tokens, size_t *at,
                              size_t last, gb_known of)
{
    gb_known result = GB_UNKNOWN;
    gb_token_kind kind = kind_at(tokens, *at);
    size_t start = *at, n;
    if (kind == GB_TOKEN_DOT && start < last) {
        const char *name = text_at(tokens, start + 1, &n);
        result = gb_known_attribute(session, &of, name, n);
        *at = start + 2;
    } else if (kind == GB_TOKEN_LBRACKET) {
        *at = behind_closing(tokens, start, last);
        gb_value key = key_between(session, tokens, start, *at);
        result = gb_known_item(session, &of, key);
        gb_unref(key);
    } else if (kind == GB_TOKEN_LPAREN) {
        *at = behind_closing(tokens, start, last);
        result = gb_known_call(session, &of);
    } else {
        *at = last + 1;
    }
    gb_known_release(&of);
    return result;
}

gb_known gb_known_primary(gb_session *session, const gb_text_tokens *tokens, size_t first,
                          size_t last)
{
    if (first >= tokens->count || last >= tokens->count) return GB_UNKNOWN;
    size_t at = first;
    gb_known known = first_part(session, tokens, &at, last);
    while (at <= last && gb_is_known(known))
        known = apply_trailer(session, tokens, &at, last, known);
    return known;
}
