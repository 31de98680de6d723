/* Names of Unicode characters, for "\N{GREEK SMALL LETTER ALPHA}". */
#ifndef GB_LANG_CHARACTER_H
#define GB_LANG_CHARACTER_H

#include <stddef.h>
#include <stdint.h>

/* The code point of that name (any case), or 0. Letters, signs, arrows and mathematics below U+2800
 * and the common pictographs are known: character.def. */
uint32_t gb_character_named(const char *name, size_t n);

/* The other way: NULL for one that is not in the table. */
const char *gb_character_name(uint32_t codepoint);

#endif
