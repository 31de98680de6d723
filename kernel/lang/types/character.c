/* Properties and case of characters: utf8proc's categories and simple mappings, and tables for what
 * those do not tell. */
#include "kernel/lang/types/character.h"

#include <string.h>
#include <utf8proc.h>

typedef enum range_kind { DIGIT, NUMERIC, UPPER, LOWER } range_kind;

typedef struct range {
    range_kind kind;
    uint32_t first, last;
} range;

static const range ranges[] = {
#define GB_RANGE(kind, first, last) {kind, first, last},
#include "kernel/lang/types/character_range.def"
#undef GB_RANGE
};

static bool in_range(range_kind kind, uint32_t c)
{
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const range *r = &ranges[middle];
        if (r->kind < kind || (r->kind == kind && r->last < c))
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof ranges / sizeof *ranges && ranges[low].kind == kind &&
           ranges[low].first <= c;
}

static utf8proc_category_t category(uint32_t c)
{
    return utf8proc_category((utf8proc_int32_t)c);
}

bool gb_char_printable(uint32_t c)
{
    if (c < 0x7f) return c >= 0x20;
    switch (category(c)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return false;
    default: return true;
    }
}

bool gb_char_alpha(uint32_t c)
{
    if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    utf8proc_category_t kind = category(c);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool gb_char_decimal(uint32_t c)
{
    if (c < 0x80) return c >= '0' && c <= '9';
    return category(c) == UTF8PROC_CATEGORY_ND;
}

bool gb_char_digit(uint32_t c)
{
    return gb_char_decimal(c) || (c >= 0x80 && in_range(DIGIT, c));
}

bool gb_char_numeric(uint32_t c)
{
    if (c < 0x80) return c >= '0' && c <= '9';
    utf8proc_category_t kind = category(c);
    return (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO) || in_range(NUMERIC, c);
}

bool gb_char_space(uint32_t c)
{
    if (c < 0x80) return (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x20);
    if (c < 0x1680 || c > 0x3000) return c == 0x85 || c == 0xa0;
    return c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
           c == 0x202f || c == 0x205f || c == 0x3000;
}

bool gb_char_line_end(uint32_t c)
{
    return (c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

bool gb_char_upper(uint32_t c)
{
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return category(c) == UTF8PROC_CATEGORY_LU || in_range(UPPER, c);
}

bool gb_char_lower(uint32_t c)
{
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return category(c) == UTF8PROC_CATEGORY_LL || in_range(LOWER, c);
}

bool gb_char_title(uint32_t c)
{
    return c >= 0x80 && category(c) == UTF8PROC_CATEGORY_LT;
}

bool gb_char_cased(uint32_t c)
{
    return gb_char_lower(c) || gb_char_upper(c) || gb_char_title(c);
}

bool gb_char_case_ignorable(uint32_t c)
{
    static const uint32_t marks[] = {'\'',   '.',    ':',    0xb7,   0x387,  0x55f,
                                     0x5f4,  0x2018, 0x2019, 0x2024, 0x2027, 0xfe13,
                                     0xfe52, 0xfe55, 0xff07, 0xff0e, 0xff1a};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == c) return true;
    switch (category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK: return true;
    default: return false;
    }
}

int gb_char_digit_value(uint32_t c)
{
    if (!gb_char_decimal(c)) return -1;
    if (c < 0x80) return (int)c - '0';
    uint32_t zero = c; /* digits stand in runs of ten, some of which follow each other */
    while (gb_char_decimal(zero - 1))
        zero--;
    return (int)((c - zero) % 10);
}

/* --- case --------------------------------------------------------------------------------------
 */

typedef struct special_case {
    uint32_t letter;
    uint32_t upper[3], title[3];
} special_case;

static const special_case specials[] = {
#define GB_SPECIAL_CASE(letter, u1, u2, u3, t1, t2, t3) {letter, {u1, u2, u3}, {t1, t2, t3}},
#include "kernel/lang/types/character_case.def"
#undef GB_SPECIAL_CASE
};

static const special_case *find_special(uint32_t c)
{
    if (c < 0x80) return NULL;
    size_t low = 0, high = sizeof specials / sizeof *specials;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (specials[middle].letter < c)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < sizeof specials / sizeof *specials && specials[low].letter == c;
    return found ? &specials[low] : NULL;
}

static int map_folded(uint32_t c, uint32_t out[3])
{
    utf8proc_int32_t folded[8];
    int boundary = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)c, folded, 8, UTF8PROC_CASEFOLD, &boundary);
    if (n < 1 || n > 3) return out[0] = c, 1;
    for (int i = 0; i < n; i++)
        out[i] = (uint32_t)folded[i];
    return (int)n;
}

int gb_char_map(uint32_t c, gb_case to, uint32_t out[3])
{
    static const uint32_t dotted_i[3] = {'i', 0x307, 0};
    const uint32_t *several = NULL;
    if (to == GB_CASE_NONE) return out[0] = c, 1;
    if (to == GB_CASE_FOLD) return map_folded(c, out);
    if (to == GB_CASE_LOWER) {
        if (c == 0x130) several = dotted_i;
    } else {
        const special_case *special = find_special(c);
        if (special) several = to == GB_CASE_UPPER ? special->upper : special->title;
    }
    if (several) {
        memcpy(out, several, 3 * sizeof *out);
        return several[2] ? 3 : several[1] ? 2 : 1;
    }
    utf8proc_int32_t letter = (utf8proc_int32_t)c;
    out[0] = (uint32_t)(to == GB_CASE_UPPER   ? utf8proc_toupper(letter)
                        : to == GB_CASE_LOWER ? utf8proc_tolower(letter)
                                              : utf8proc_totitle(letter));
    return 1;
}
