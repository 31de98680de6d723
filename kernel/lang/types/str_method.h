/* Methods of str alone: case, kinds of characters, translation. */
#ifndef GB_LANG_TYPES_STR_METHOD_H
#define GB_LANG_TYPES_STR_METHOD_H

#include "kernel/lang/types/str.h"

/* clang-format off */
#define GB_EACH_STR_METHOD(X) \
    X(upper) X(lower) X(title) X(capitalize) X(swapcase) X(casefold) X(isalpha) X(isdecimal) \
    X(isdigit) X(isnumeric) X(isalnum) X(isspace) X(isupper) X(islower) X(istitle) \
    X(isprintable) X(isascii) X(isidentifier) X(maketrans) X(translate)
/* clang-format on */
#define GB_DECLARE_STR_METHOD(name) gb_value gb_str_method_##name(gb_vm *vm, gb_value *args);
GB_EACH_STR_METHOD(GB_DECLARE_STR_METHOD)
#undef GB_DECLARE_STR_METHOD
#undef GB_EACH_STR_METHOD

#define GB_STR_METHODS                                                                             \
    {"upper", gb_str_method_upper, "", 0, "In upper case."},                                       \
        {"lower", gb_str_method_lower, "", 0, "In lower case."},                                   \
        {"title", gb_str_method_title, "", 0, "Every word with a capital."},                       \
        {"capitalize", gb_str_method_capitalize, "", 0, "The first letter a capital."},            \
        {"swapcase", gb_str_method_swapcase, "", 0, "Upper case lower and the other way round."},  \
        {"casefold", gb_str_method_casefold, "", 0, "For comparing without case."},                \
        {"isalpha", gb_str_method_isalpha, "", 0, "True if all are letters."},                     \
        {"isdecimal", gb_str_method_isdecimal, "", 0, "True if all are decimal digits."},          \
        {"isdigit", gb_str_method_isdigit, "", 0, "True if all are digits."},                      \
        {"isnumeric", gb_str_method_isnumeric, "", 0, "True if all are numbers."},                 \
        {"isalnum", gb_str_method_isalnum, "", 0, "True if all are letters or numbers."},          \
        {"isspace", gb_str_method_isspace, "", 0, "True if all are blanks."},                      \
        {"isupper", gb_str_method_isupper, "", 0, "True if all letters are in upper case."},       \
        {"islower", gb_str_method_islower, "", 0, "True if all letters are in lower case."},       \
        {"istitle", gb_str_method_istitle, "", 0, "True if every word has its capital."},          \
        {"isprintable", gb_str_method_isprintable, "", 0, "True if all can be printed."},          \
        {"isascii", gb_str_method_isascii, "", 0, "True if all are ASCII."},                       \
        {"isidentifier", gb_str_method_isidentifier, "", 0, "True if it may be a name."},          \
        {"maketrans", gb_str_method_maketrans, "x, y=?, z=?, /", GB_STATIC,                        \
         "A table for translate."},                                                                \
    {                                                                                              \
        "translate", gb_str_method_translate, "table, /", 0,                                       \
            "Every character replaced by what the table has for it."                               \
    }

#endif
