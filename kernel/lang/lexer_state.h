/* What the files of the lexer share; for no one else. */
#ifndef GB_LANG_LEXER_STATE_H
#define GB_LANG_LEXER_STATE_H

#include "kernel/lang/lexer.h"

enum { GB_LEX_INDENTS = 100, GB_LEX_BRACKETS = 200 };

typedef struct gb_lexer {
    const gb_source *source;
    const char *text; /* the source's */
    uint32_t at;      /* next byte */
    uint32_t end;
    uint32_t line;
    gb_lex_options options;
    gb_tokens *out;
    gb_error *err;                        /* memory only; lexical mistakes go to out->error */
    uint32_t indents[GB_LEX_INDENTS + 1]; /* columns with tabs to multiples of eight */
    uint32_t
        plain_indents[GB_LEX_INDENTS + 1]; /* columns with tabs of one: must order the same way */
    uint32_t indent_count;
    gb_token brackets[GB_LEX_BRACKETS];
    uint32_t level;
    bool line_start;
} gb_lexer;

/* Records a lexical mistake at bytes [start, end); returns false. */
bool gb_lexer_fail(gb_lexer *lx, gb_error_class cls, gb_span at, const char *format, ...)
    GB_PRINTF(4, 5);
gb_span gb_lexer_span(const gb_lexer *lx, uint32_t start, uint32_t end);

/* The byte `ahead` of the next one; 0 past the end. */
static inline unsigned char gb_lexer_peek(const gb_lexer *lx, uint32_t ahead)
{
    return lx->at + ahead < lx->end ? (unsigned char)lx->text[lx->at + ahead] : 0;
}

/* Each moves `at` behind one literal; false after gb_lexer_fail. */
bool gb_lex_number(gb_lexer *lx);
bool gb_lex_string(gb_lexer *lx, uint32_t prefix);

/* The cell forms: true and a MAGIC token's end when the rest of the logical line is one. */
bool gb_lex_magic(gb_lexer *lx, uint32_t *end);

#endif
