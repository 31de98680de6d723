/* gb_error: fixed-size, first error wins. See error.h. */
#include "graph/base/error.h"

#include <stdio.h>
#include <string.h>

static const char *const names[GB_ERR_COUNT] = {
    "",
#define GB_ERROR_CLASS(id, name, doc) name,
#include "graph/base/error.def"
#undef GB_ERROR_CLASS
};

/* Cuts an incomplete UTF-8 character off the end of a text that filled its buffer. */
static void trim_partial_character(char *text)
{
    size_t n = strlen(text);
    size_t lead = n;
    while (lead > 0 && ((unsigned char)text[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead == 0) return;
    unsigned char c = (unsigned char)text[lead - 1];
    size_t want = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    if (n - (lead - 1) < want) text[lead - 1] = '\0';
}

bool gb_fail_v(gb_error *err, gb_error_class cls, gb_span span, const char *format, va_list args)
{
    if (!err || err->cls != GB_ERR_NONE) return false;
    err->cls = cls;
    err->span = span;
    int n = vsnprintf(err->message, sizeof err->message, format, args);
    if (n >= (int)sizeof err->message) trim_partial_character(err->message);
    return false;
}

bool gb_fail(gb_error *err, gb_error_class cls, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    gb_fail_v(err, cls, (gb_span){0}, format, args);
    va_end(args);
    return false;
}

bool gb_fail_at(gb_error *err, gb_error_class cls, gb_span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    gb_fail_v(err, cls, span, format, args);
    va_end(args);
    return false;
}

void gb_error_context(gb_error *err, const char *format, ...)
{
    if (!err || err->cls == GB_ERR_NONE) return;
    char old[sizeof err->message];
    memcpy(old, err->message, sizeof old);
    va_list args;
    va_start(args, format);
    int n = vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    size_t used = n < 0 ? 0 : (size_t)n < sizeof old ? (size_t)n : sizeof old - 1;
    int m = snprintf(err->message + used, sizeof old - used, ": %s", old);
    if (m >= (int)(sizeof old - used)) trim_partial_character(err->message);
}

void gb_error_locate(gb_error *err, gb_span span)
{
    if (err && err->cls != GB_ERR_NONE && err->span.source == 0) err->span = span;
}

const char *gb_error_class_name(gb_error_class cls)
{
    return (unsigned)cls < GB_ERR_COUNT ? names[cls] : "";
}

gb_error_class gb_error_class_find(const char *name)
{
    for (int i = 1; i < GB_ERR_COUNT; i++)
        if (strcmp(names[i], name) == 0) return (gb_error_class)i;
    return GB_ERR_NONE;
}
