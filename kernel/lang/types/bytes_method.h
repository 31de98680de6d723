/* Methods that bytes and bytearray have beside those of every text. */
#ifndef GB_LANG_TYPES_BYTES_METHOD_H
#define GB_LANG_TYPES_BYTES_METHOD_H

#include "kernel/lang/types/text.h"

/* clang-format off */
#define GB_EACH_BYTES_METHOD(X) \
    X(upper) X(lower) X(title) X(capitalize) X(swapcase) X(isalpha) X(isdigit) X(isalnum) \
    X(isspace) X(isupper) X(islower) X(istitle) X(isascii) X(maketrans) X(translate) X(hex) \
    X(fromhex) X(decode)
/* clang-format on */
#define GB_DECLARE_BYTES_METHOD(name) gb_value gb_bytes_method_##name(gb_vm *vm, gb_value *args);
GB_EACH_BYTES_METHOD(GB_DECLARE_BYTES_METHOD)
#undef GB_DECLARE_BYTES_METHOD
#undef GB_EACH_BYTES_METHOD

#define GB_BYTES_METHODS                                                                           \
    {"upper", gb_bytes_method_upper, "", 0, "ASCII letters in upper case."},                       \
        {"lower", gb_bytes_method_lower, "", 0, "ASCII letters in lower case."},                   \
        {"title", gb_bytes_method_title, "", 0, "Every word with a capital."},                     \
        {"capitalize", gb_bytes_method_capitalize, "", 0, "The first letter a capital."},          \
        {"swapcase", gb_bytes_method_swapcase, "", 0,                                              \
         "Upper case lower and the other way round."},                                             \
        {"isalpha", gb_bytes_method_isalpha, "", 0, "True if all are ASCII letters."},             \
        {"isdigit", gb_bytes_method_isdigit, "", 0, "True if all are ASCII digits."},              \
        {"isalnum", gb_bytes_method_isalnum, "", 0, "True if all are ASCII letters or digits."},   \
        {"isspace", gb_bytes_method_isspace, "", 0, "True if all are blanks."},                    \
        {"isupper", gb_bytes_method_isupper, "", 0, "True if all letters are in upper case."},     \
        {"islower", gb_bytes_method_islower, "", 0, "True if all letters are in lower case."},     \
        {"istitle", gb_bytes_method_istitle, "", 0, "True if every word has its capital."},        \
        {"isascii", gb_bytes_method_isascii, "", 0, "True if all are below 128."},                 \
        {"maketrans", gb_bytes_method_maketrans, "frm, to, /", GB_STATIC,                          \
         "A table of 256 bytes for translate."},                                                   \
        {"translate", gb_bytes_method_translate, "table, /, delete=?", 0,                          \
         "Every byte replaced by the table's, those in delete left out."},                         \
        {"hex", gb_bytes_method_hex, "sep=?, bytes_per_sep=1", 0, "Two digits a byte."},           \
        {"fromhex", gb_bytes_method_fromhex, "string, /", GB_CLASS,                                \
         "From pairs of hexadecimal digits."},                                                     \
    {                                                                                              \
        "decode", gb_bytes_method_decode, "encoding='utf-8', errors='strict'", 0,                  \
            "The text that the bytes are in an encoding."                                          \
    }

/* The place that an index means, counted from the start; TypeError, IndexError. Whether it is in
 * the bytes: IndexError. */
bool gb_bytes_offset(gb_vm *vm, gb_value self, gb_value key, int64_t *at) GB_MUST_CHECK;
bool gb_bytes_within(gb_vm *vm, gb_value self, int64_t at) GB_MUST_CHECK;

#endif
