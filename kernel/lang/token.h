/* Tokens: what the lexer makes of a source and the parser reads. */
#ifndef GB_LANG_TOKEN_H
#define GB_LANG_TOKEN_H

#include "kernel/lang/source.h"

typedef enum gb_token_kind {
#define GB_TOKEN(id, name) GB_TOKEN_##id,
#define GB_SIGN(id, sign) GB_TOKEN_##id,
#define GB_KEYWORD(id, word) GB_TOKEN_##id,
#include "kernel/lang/token.def"
    GB_TOKEN_COUNT
} gb_token_kind;

typedef struct gb_token {
    uint8_t kind;   /* gb_token_kind */
    uint8_t level;  /* open brackets around it */
    uint32_t start; /* bytes [start, end) of the source; a string with its prefix and quotes */
    uint32_t end;
    uint32_t line; /* of its start, 1-based */
} gb_token;

/* "NAME", "**=", "lambda". */
const char *gb_token_kind_text(gb_token_kind kind);

/* The keyword that is exactly this text, or GB_TOKEN_NAME. */
gb_token_kind gb_token_keyword(const char *text, size_t size);

#endif
