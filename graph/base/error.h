/* Errors: what went wrong, of which class, and where in the user's text.
 *
 * The one idiom of the code base: a function that can fail returns false or NULL and fills a
 * `gb_error` that its caller provides as the last argument. The first error wins: filling a set
 * error changes nothing, so clean-up code may call fallible functions with the same one. Nothing is
 * allocated; a gb_error needs no release. NULL is accepted where the caller does not care why. */
#ifndef GB_BASE_ERROR_H
#define GB_BASE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GB_MUST_CHECK __attribute__((warn_unused_result))
#define GB_PRINTF(text, first) __attribute__((format(printf, text, first)))

/* A range of bytes [start, end) of one source text. Source 0 means "no place"; the kernel numbers
 * cells and files from 1 and keeps their texts. */
typedef struct gb_span {
    uint32_t source;
    uint32_t start;
    uint32_t end;
} gb_span;

typedef enum gb_error_class {
    GB_ERR_NONE,
#define GB_ERROR_CLASS(id, name, doc) GB_ERR_##id,
#include "graph/base/error.def"
#undef GB_ERROR_CLASS
    GB_ERR_COUNT
} gb_error_class;

typedef struct gb_error {
    gb_error_class cls; /* GB_ERR_NONE while nothing went wrong */
    gb_span span;       /* source 0 when the place is not known */
    char
        message[1012]; /* UTF-8, without the class's name; cut at a character when it is too long */
} gb_error;

#define GB_ERROR_INIT                                                                              \
    {                                                                                              \
        .cls = GB_ERR_NONE                                                                         \
    }

/* Fills `err` unless it is NULL or set already. Returns false, so that `return gb_fail(...)` reads
 * well. */
bool gb_fail(gb_error *err, gb_error_class cls, const char *format, ...) GB_PRINTF(3, 4);

/* The same with a place. */
bool gb_fail_at(gb_error *err, gb_error_class cls, gb_span span, const char *format, ...)
    GB_PRINTF(4, 5);

bool gb_fail_v(gb_error *err, gb_error_class cls, gb_span span, const char *format, va_list args);

/* Puts "CONTEXT: " before the message of a set error: `gb_error_context(err, "reading '%s'",
 * path)`. */
void gb_error_context(gb_error *err, const char *format, ...) GB_PRINTF(2, 3);

/* Gives a set error a place if it has none. */
void gb_error_locate(gb_error *err, gb_span span);

/* "ValueError"; and back: GB_ERR_NONE for a name that is not in error.def. */
const char *gb_error_class_name(gb_error_class cls);
gb_error_class gb_error_class_find(const char *name);

#endif
