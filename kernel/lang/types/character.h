/* Properties of characters as Python's str methods see them (utf8proc). */
#ifndef GB_LANG_TYPES_CHARACTER_H
#define GB_LANG_TYPES_CHARACTER_H

#include "graph/base/error.h"

bool gb_char_printable(uint32_t c);
bool gb_char_alpha(uint32_t c);
bool gb_char_decimal(uint32_t c);
bool gb_char_digit(uint32_t c);
bool gb_char_numeric(uint32_t c);
bool gb_char_space(uint32_t c);
bool gb_char_upper(uint32_t c);
bool gb_char_lower(uint32_t c);
bool gb_char_title(uint32_t c);
bool gb_char_cased(uint32_t c);
/* Skipped when looking for the letters around one (Unicode's Case_Ignorable). */
bool gb_char_case_ignorable(uint32_t c);
bool gb_char_line_end(uint32_t c);
/* Value of a decimal digit of any script, or -1. */
int gb_char_digit_value(uint32_t c);

/* Full case mapping: one to three code points. GB_CASE_NONE leaves the character alone. */
typedef enum gb_case {
    GB_CASE_UPPER,
    GB_CASE_LOWER,
    GB_CASE_TITLE,
    GB_CASE_FOLD,
    GB_CASE_NONE,
} gb_case;
int gb_char_map(uint32_t c, gb_case to, uint32_t out[3]);

#endif
