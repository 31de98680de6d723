/* Regular expressions: patterns and matches as objects, and matching by PCRE2. How a pattern is
 * read is re_syntax.h. */
#ifndef GB_LANG_MODULES_RE_H
#define GB_LANG_MODULES_RE_H

#include "kernel/lang/modules/re_syntax.h"
#include "kernel/lang/types/text.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* What a match must cover. */
typedef enum gb_re_way {
    GB_RE_SEARCH, /* any part */
    GB_RE_MATCH,  /* a part from the start */
    GB_RE_FULL,   /* all */
    GB_RE_WAYS,
} gb_re_way;

typedef struct gb_pattern {
    gb_object head;
    gb_value source; /* str or bytes */
    gb_re_form form;
    gb_value names;                  /* tuple: the name of group i + 1, or None */
    pcre2_code *code[GB_RE_WAYS];    /* made when first needed */
    pcre2_code *watched[GB_RE_WAYS]; /* the same, asking for interrupts at every step: for what
                                        takes long */
    uint32_t uses;
    pcre2_match_data *spare; /* that nobody uses now */
} gb_pattern;

extern const gb_type_spec gb_spec_pattern, gb_spec_match;

static inline bool gb_is_pattern(gb_value v)
{
    return gb_is_a(v, &gb_spec_pattern);
}
static inline gb_pattern *gb_pattern_peek(gb_value v)
{
    return (gb_pattern *)(void *)v.o;
}

/* re.compile(source, flags), without a cache: a pattern. */
gb_value gb_pattern_new(gb_vm *vm, gb_value source, int64_t flags) GB_MUST_CHECK;
/* The number of a group by number or name; false with IndexError "no such group". */
bool gb_pattern_group(gb_vm *vm, const gb_pattern *p, gb_value key, size_t *number) GB_MUST_CHECK;

/* --- matching: re_scan.c ------------------------------------------------------------------------
 */

/* A walk over the matches in one text. */
typedef struct gb_re_scan {
    gb_vm *vm;
    gb_value pattern; /* owned */
    gb_value subject; /* owned */
    gb_chars text;    /* of the subject, up to endpos */
    size_t at;        /* bytes: where the next match may start */
    bool advance;     /* it must not be empty there */
    bool over;
    int64_t pos, endpos;     /* in characters, as they were given and cut to the text */
    pcre2_match_data *data;  /* owned */
    const PCRE2_SIZE *place; /* [2 (groups + 1)]: bytes; PCRE2_UNSET for a group without a match */
} gb_re_scan;

/* `bounds`: pos and endpos, or NULL. False with TypeError when the subject is of the other kind. */
bool gb_re_scan_init(gb_re_scan *scan, gb_vm *vm, gb_value pattern, gb_value subject,
                     const gb_value *bounds) GB_MUST_CHECK;
void gb_re_scan_release(gb_re_scan *scan);
/* 1: scan->place is the next match; 0: there is none; -1: an exception. */
int gb_re_scan_next(gb_re_scan *scan, gb_re_way way) GB_MUST_CHECK;
/* A part of the subject by group; `missing` (borrowed) when the group has no match. */
gb_value gb_re_scan_group(const gb_re_scan *scan, size_t group, gb_value missing) GB_MUST_CHECK;

/* Frees a pattern's compiled forms. */
void gb_re_codes_release(gb_pattern *p);

/* --- matches: re_match.c ------------------------------------------------------------------------
 */

/* A Match of what the scan found last. */
gb_value gb_match_new(const gb_re_scan *scan) GB_MUST_CHECK;

/* --- templates: re_template.c -------------------------------------------------------------------
 */

/* "\1, \g<name>" read: literal pieces, each followed by a group. */
typedef struct gb_re_template {
    gb_buffer literals;
    struct gb_re_piece *pieces;
    size_t count;
    size_t capacity;
} gb_re_template;

bool gb_re_template_read(gb_vm *vm, const gb_pattern *p, gb_value text,
                         gb_re_template *out) GB_MUST_CHECK;
void gb_re_template_release(gb_re_template *t);
/* Appends the text for one match: `place` as in a scan. */
void gb_re_template_put(const gb_re_template *t, gb_buffer *out, const char *subject,
                        const size_t *place);

/* --- substitution and the like: re_method.c -----------------------------------------------------
 */

/* args as for the methods of Pattern, the pattern first. */
gb_value gb_pattern_search(gb_vm *vm, gb_value *args, gb_re_way way) GB_MUST_CHECK;
gb_value gb_pattern_findall(gb_vm *vm, gb_value *args) GB_MUST_CHECK;
gb_value gb_pattern_finditer(gb_vm *vm, gb_value *args) GB_MUST_CHECK;
gb_value gb_pattern_split(gb_vm *vm, gb_value *args) GB_MUST_CHECK;
gb_value gb_pattern_sub(gb_vm *vm, gb_value *args) GB_MUST_CHECK;
gb_value gb_pattern_subn(gb_vm *vm, gb_value *args) GB_MUST_CHECK;

#endif
