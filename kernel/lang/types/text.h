/* What str, bytes and bytearray share: all three are bytes in a row, a str's being UTF-8, and most
 * of their methods cut, search and pad these bytes the same way. */
#ifndef GB_LANG_TYPES_TEXT_H
#define GB_LANG_TYPES_TEXT_H

#include "kernel/lang/types/bytes.h"
#include "kernel/lang/types/str.h"

/* The bytes of a str, bytes or bytearray; false for other values. */
static inline bool gb_text_peek(gb_value v, gb_chars *out)
{
    if (v.tag != GB_STR) return gb_bytes_like_peek(v, out);
    *out = (gb_chars){gb_str_data(v), gb_str_size(v)};
    return true;
}

/* The bytes of self, which is known to be one of the three. */
static inline gb_chars gb_text_of(gb_value self)
{
    gb_chars text = {"", 0};
    (void)gb_text_peek(self, &text);
    return text;
}

/* Is every character of self one byte? */
static inline bool gb_text_plain(gb_value self)
{
    return self.tag != GB_STR || gb_str_size(self) == gb_str_length(self);
}

/* An argument of a method of self: a str for a str, else something like bytes. TypeError; for a str
 * "must be str, not int", or, where `function` is given, as gb_raise_argument. */
bool gb_text_argument(gb_vm *vm, gb_value self, gb_value v, const char *function,
                      const char *argument, gb_chars *out) GB_MUST_CHECK;

/* TypeError "replace() argument 1 must be str, not int"; false. */
bool gb_raise_argument(gb_vm *vm, const char *function, const char *argument, const char *wanted,
                       gb_value v);

/* A part of self, as a new value of the plain type of self. */
gb_value gb_text_piece(gb_vm *vm, gb_value self, size_t from, size_t size) GB_MUST_CHECK;
/* The whole: self itself where it cannot change. */
gb_value gb_text_whole(gb_vm *vm, gb_value self) GB_MUST_CHECK;
/* `size` bytes to be filled in, of the plain type of self; `length`: characters. */
gb_value gb_text_room(gb_vm *vm, gb_value self, size_t size, size_t length,
                      char **data) GB_MUST_CHECK;
gb_value gb_text_from_buffer(gb_vm *vm, gb_value self, gb_buffer *buffer) GB_MUST_CHECK;

/* -1, 0, 1. */
int gb_text_order(gb_chars a, gb_chars b);
/* Writes `times` copies of data[0..n). */
void gb_text_repeat(char *to, const char *data, size_t n, size_t times);
/* Writes every step-th of `count` bytes from data[0] on; `step` may be negative. */
void gb_text_step(char *to, const char *data, int64_t step, size_t count);
/* Occurrences that do not overlap, at most `most`; `part` is not empty. */
size_t gb_text_count(gb_chars text, gb_chars part, size_t most);
/* Where part first stands at or after `from`; SIZE_MAX when it does not. */
static inline size_t gb_text_find(gb_chars text, gb_chars part, size_t from)
{
    const char *start = text.data + from;
    size_t n = text.size - from;
    if (part.size == 1) {
        const char *found = memchr(start, part.data[0], n);
        return found ? (size_t)(found - text.data) : SIZE_MAX;
    }
    int64_t at = gb_bytes_find(start, n, part.data, part.size, false);
    return at < 0 ? SIZE_MAX : from + (size_t)at;
}

#define GB_DECLARE_TEXT_METHOD(name) gb_value gb_text_##name(gb_vm *vm, gb_value *args);
/* clang-format off */
#define GB_EACH_TEXT_METHOD(X) \
    X(method_find) X(method_rfind) X(method_index) X(method_rindex) X(method_count) \
    X(method_startswith) X(method_endswith) X(method_replace) X(method_removeprefix) \
    X(method_removesuffix) X(method_split) X(method_rsplit) X(method_splitlines) \
    X(method_partition) X(method_rpartition) X(method_strip) X(method_lstrip) X(method_rstrip) \
    X(method_join) X(method_ljust) X(method_rjust) X(method_center) X(method_zfill) \
    X(method_expandtabs)
/* clang-format on */
GB_EACH_TEXT_METHOD(GB_DECLARE_TEXT_METHOD)
#undef GB_DECLARE_TEXT_METHOD

/* The rows of a type's table. */
#define GB_TEXT_METHODS                                                                            \
    {"find", gb_text_method_find, "sub, start=None, end=None, //", 0,                              \
     "The first place of sub, or -1."},                                                            \
        {"rfind", gb_text_method_rfind, "sub, start=None, end=None, //", 0,                        \
         "The last place of sub, or -1."},                                                         \
        {"index", gb_text_method_index, "sub, start=None, end=None, //", 0,                        \
         "The first place of sub; ValueError when it is not there."},                              \
        {"rindex", gb_text_method_rindex, "sub, start=None, end=None, //", 0,                      \
         "The last place of sub; ValueError when it is not there."},                               \
        {"count", gb_text_method_count, "sub, start=None, end=None, //", 0,                        \
         "How often sub occurs without overlap."},                                                 \
        {"startswith", gb_text_method_startswith, "prefix, start=None, end=None, //", 0,           \
         "True if it starts with the prefix, or with one of a tuple."},                            \
        {"endswith", gb_text_method_endswith, "suffix, start=None, end=None, //", 0,               \
         "True if it ends with the suffix, or with one of a tuple."},                              \
        {"replace", gb_text_method_replace, "old, new, count=-1, /", 0,                            \
         "A copy with old replaced by new, count times at most."},                                 \
        {"removeprefix", gb_text_method_removeprefix, "prefix, /", 0, "Without the prefix."},      \
        {"removesuffix", gb_text_method_removesuffix, "suffix, /", 0, "Without the suffix."},      \
        {"split", gb_text_method_split, "sep=None, maxsplit=-1", 0,                                \
         "The parts between separators; between runs of blanks without one."},                     \
        {"rsplit", gb_text_method_rsplit, "sep=None, maxsplit=-1", 0,                              \
         "The parts between separators, split from the end."},                                     \
        {"splitlines", gb_text_method_splitlines, "keepends=False", 0, "The lines."},              \
        {"partition", gb_text_method_partition, "sep, /", 0,                                       \
         "What is before the first separator, it, and what is after it."},                         \
        {"rpartition", gb_text_method_rpartition, "sep, /", 0,                                     \
         "What is before the last separator, it, and what is after it."},                          \
        {"strip", gb_text_method_strip, "chars=None, /", 0,                                        \
         "Without blanks, or these characters, at both ends."},                                    \
        {"lstrip", gb_text_method_lstrip, "chars=None, /", 0,                                      \
         "Without blanks, or these characters, at the start."},                                    \
        {"rstrip", gb_text_method_rstrip, "chars=None, /", 0,                                      \
         "Without blanks, or these characters, at the end."},                                      \
        {"join", gb_text_method_join, "iterable, /", 0,                                            \
         "The items put together with it between."},                                               \
        {"ljust", gb_text_method_ljust, "width, fillchar=?, /", 0, "Padded at the end."},          \
        {"rjust", gb_text_method_rjust, "width, fillchar=?, /", 0, "Padded at the start."},        \
        {"center", gb_text_method_center, "width, fillchar=?, /", 0, "Padded at both ends."},      \
        {"zfill", gb_text_method_zfill, "width, /", 0, "Padded with zeros after the sign."},       \
    {                                                                                              \
        "expandtabs", gb_text_method_expandtabs, "tabsize=8", 0, "Tabs replaced by blanks."        \
    }

#endif
