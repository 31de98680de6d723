/* Inside graph/tokenizer only: kinds of characters, as Rust's standard library and the reference
 * tokenizers see them. */
#ifndef GB_TOKENIZER_CHARACTER_H
#define GB_TOKENIZER_CHARACTER_H

#include "graph/base/text.h"

bool gb_is_space(uint32_t c);       /* property White_Space */
bool gb_is_word(uint32_t c);        /* \w: letters, marks, decimal digits, connectors */
bool gb_is_numeric(uint32_t c);     /* Nd, Nl, No */
bool gb_is_mark(uint32_t c);        /* Mn, Mc, Me */
bool gb_is_punctuation(uint32_t c); /* ASCII symbols and P* */
bool gb_is_control(uint32_t c);     /* Cc, Cf, Co but tab and line ends */
bool gb_is_ideograph(uint32_t c);   /* the blocks that BERT puts spaces around */

/* The first character of valid UTF-8, and its length in bytes. n > 0. */
uint32_t gb_character_at(const char *text, size_t n, size_t *size);

/* The last character before text + n, and its length. n > 0. */
uint32_t gb_character_before(const char *text, size_t n, size_t *size);

/* Writes c as UTF-8; returns the bytes (at most 4). */
size_t gb_character_write(uint32_t c, char out[4]);

#endif
