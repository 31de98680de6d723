/* The format-spec mini-language, read:
 * [[fill]align][sign][z][#][0][width][grouping][.precision][type]. */
#ifndef GB_LANG_FORMAT_SPEC_H
#define GB_LANG_FORMAT_SPEC_H

#include "kernel/lang/format.h"

typedef struct gb_format_spec {
    char fill[5]; /* one character as UTF-8, terminated */
    char align;   /* '<' '>' '^' '=', or 0 when not given */
    char sign;    /* '+' '-' ' ', or 0 */
    bool no_negative_zero;
    bool alternate;
    bool zero;     /* a 0 before the width */
    char grouping; /* ',' '_', or 0 */
    int width;     /* -1: not given */
    int precision; /* -1: not given */
    char type;     /* 0: not given */
} gb_format_spec;

/* Reads `spec` for a value of type `type_name`; `standard` is the type that 0 means to checks. */
bool gb_format_spec_read(gb_vm *vm, gb_value spec, const char *type_name,
                         gb_format_spec *out) GB_MUST_CHECK;

/* A number's parts, to be put together: sign, prefix (0x), digits before the point, and the rest.
 */
typedef struct gb_number_text {
    char sign; /* '-', '+', ' ' or 0 */
    const char *prefix;
    const char *digits;
    size_t digit_count;
    const char *rest;
    size_t rest_count;
    int group; /* digits a group when grouping is asked for: 3, or 4 for b, o, x */
} gb_number_text;

/* Sign, prefix, grouped digits and rest, padded to the width. Numbers go to the right by default.
 */
gb_value gb_format_number(gb_vm *vm, const gb_format_spec *spec,
                          const gb_number_text *number) GB_MUST_CHECK;

/* A double by a spec of type e, f, g, % or none. */
gb_value gb_format_double(gb_vm *vm, const gb_format_spec *spec, double x) GB_MUST_CHECK;

/* Pads a text of `length` characters; `standard` is the alignment when none is given. */
void gb_format_pad(gb_buffer *out, const gb_format_spec *spec, const char *text, size_t n,
                   char standard);

/* "Unknown format code 'd' for object of type 'float'". */
gb_value gb_format_unknown(gb_vm *vm, char code, const char *type_name);

#endif
