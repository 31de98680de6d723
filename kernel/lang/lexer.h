/* Text to tokens, by CPython 3.11's rules: indentation, line joining, literals, Unicode names.
 *
 * The whole text is lexed before parsing. A lexical mistake ends the tokens with an ERROR token and
 * is kept in `error`; `decisive` says whether it outweighs a mistake of grammar before it, as it
 * does in CPython, where the tokenizer goes on after a failed parse. */
#ifndef GB_LANG_LEXER_H
#define GB_LANG_LEXER_H

#include "kernel/lang/token.h"

typedef struct gb_lex_options {
    uint32_t start; /* lex bytes [start, end) of the source; end 0: to its end */
    uint32_t end;
    bool cell;   /* IPython's forms become MAGIC tokens */
    bool inside; /* an expression inside brackets (an f-string's field): line ends mean nothing */
} gb_lex_options;

typedef struct gb_tokens {
    gb_token *items; /* the last one is END or ERROR */
    size_t count;
    size_t capacity;
    gb_error error; /* set: the last token is ERROR */
    bool decisive;
    gb_token unclosed; /* the innermost bracket open at the end; level 0 and kind END when none */
} gb_tokens;

/* False only when memory ran out. */
bool gb_lex(const gb_source *source, gb_lex_options options, gb_tokens *out,
            gb_error *err) GB_MUST_CHECK;
void gb_tokens_release(gb_tokens *tokens);

/* One line a token: "LINE:COLUMN KIND text". */
void gb_tokens_print(const gb_tokens *tokens, const gb_source *source, gb_buffer *out);

/* Whether a code point may start, or go on, an identifier (XID_Start with '_', XID_Continue). */
bool gb_is_name_start(uint32_t codepoint);
bool gb_is_name_part(uint32_t codepoint);

#endif
