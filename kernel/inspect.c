/* Inspection: what is known of the name at the cursor, of `x?`, and for help(). See session.h. */
#include "kernel/describe.h"

#include "kernel/lang/lexer.h"

#include <string.h>

/* The tokens of a source that count up to byte `end`; the view's budget stays. */
static bool lex_until(const gb_source *source, size_t end, gb_tokens *tokens, gb_text_tokens *view,
                      gb_error *err)
{
    gb_lex_options options = {.end = (uint32_t)end, .cell = true};
    if (!end || !gb_lex(source, options, tokens, err)) return false;
    size_t count = tokens->count;
    while (count && (tokens->items[count - 1].kind <= GB_TOKEN_DEDENT ||
                     tokens->items[count - 1].kind == GB_TOKEN_ERROR))
        count--;
    *view = (gb_text_tokens){source, tokens->items, count, view->budget};
    return true;
}

/* The innermost call whose parentheses are open at the end: the token before them; SIZE_MAX. */
static size_t open_call(const gb_text_tokens *view)
{
    size_t depth = 0;
    for (size_t i = view->count; i-- > 1;) {
        gb_token_kind kind = (gb_token_kind)view->items[i].kind;
        if (kind == GB_TOKEN_RPAREN || kind == GB_TOKEN_RBRACKET || kind == GB_TOKEN_RBRACE)
            depth++;
        bool opening =
            kind == GB_TOKEN_LPAREN || kind == GB_TOKEN_LBRACKET || kind == GB_TOKEN_LBRACE;
        if (opening && depth == 0) {
            gb_token_kind before = (gb_token_kind)view->items[i - 1].kind;
            bool call =
                kind == GB_TOKEN_LPAREN && (before == GB_TOKEN_NAME || before == GB_TOKEN_RPAREN ||
                                            before == GB_TOKEN_RBRACKET);
            if (call) return i - 1;
        } else if (opening) {
            depth--;
        }
    }
    return SIZE_MAX;
}

static json_t *describe_tokens(gb_session *session, const gb_text_tokens *view, size_t last,
                               int detail)
{
    size_t first = gb_primary_start(view, last);
    gb_known known = gb_known_primary(session, view, first, last);
    gb_buffer name = GB_BUFFER_INIT;
    size_t from = view->items[first].start, to = view->items[last].end;
    gb_buffer_put(&name, view->source->text + from, to - from);
    json_t *bundle = gb_is_known(known)
                         ? gb_describe(session, name.data ? name.data : "", &known, detail)
                         : NULL;
    gb_buffer_release(&name);
    gb_known_release(&known);
    gb_exception_clear(session->vm);
    return bundle;
}

/* The name that ends at byte `end`, else the call around it. */
static json_t *describe_at(gb_session *session, const gb_source *source, size_t end, int detail,
                           gb_error *err)
{
    gb_tokens tokens = {0};
    size_t budget = GB_LOOKUP_BUDGET;
    gb_text_tokens view = {.budget = &budget};
    json_t *bundle = NULL;
    if (!lex_until(source, end, &tokens, &view, err)) return NULL;
    bool at_name = view.count && view.items[view.count - 1].kind == GB_TOKEN_NAME &&
                   view.items[view.count - 1].end == end;
    if (at_name) bundle = describe_tokens(session, &view, view.count - 1, detail);
    size_t callee = bundle ? SIZE_MAX : open_call(&view);
    if (callee != SIZE_MAX) bundle = describe_tokens(session, &view, callee, detail);
    gb_tokens_release(&tokens);
    return bundle;
}

json_t *gb_session_inspect(gb_session *session, const char *text, size_t size, size_t cursor,
                           int detail, gb_error *err)
{
    gb_source source;
    gb_error unusable = GB_ERROR_INIT;
    if (!gb_source_init(&source, 1, "inspection", (gb_text){text, size}, &unusable)) return NULL;
    size_t at = gb_cursor_bytes(&source, cursor);
    json_t *bundle = describe_at(session, &source, gb_word_end(&source, at), detail, err);
    gb_source_release(&source);
    return bundle;
}

json_t *gb_session_describe_text(gb_session *session, const char *text, int detail)
{
    gb_source source;
    gb_error err = GB_ERROR_INIT;
    if (!gb_source_init(&source, 1, "inspection", (gb_text){text, strlen(text)}, &err)) return NULL;
    gb_tokens tokens = {0};
    size_t budget = GB_LOOKUP_BUDGET;
    gb_text_tokens view = {.budget = &budget};
    json_t *bundle = NULL;
    if (lex_until(&source, source.size, &tokens, &view, &err) && view.count)
        bundle = describe_tokens(session, &view, view.count - 1, detail);
    gb_tokens_release(&tokens);
    gb_source_release(&source);
    return bundle;
}

void gb_session_put_help(gb_session *session, gb_value value, gb_buffer *out)
{
    gb_known known = gb_known_value(session, value);
    gb_describe_help(session, &known, out);
    gb_known_release(&known);
}
