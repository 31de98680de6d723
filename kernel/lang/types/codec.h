/* Text encodings: str.encode, bytes.decode, str(bytes, encoding). */
#ifndef GB_LANG_TYPES_CODEC_H
#define GB_LANG_TYPES_CODEC_H

#include "kernel/lang/types/bytes.h"

/* bytes of a str; str of bytes or a bytearray. Encoding and errors are strs or unset (utf-8,
 * strict). `function` is named in errors. UnicodeEncodeError, UnicodeDecodeError, LookupError for
 * an unknown encoding or error handler. */
gb_value gb_encode_value(gb_vm *vm, gb_value text, gb_value encoding, gb_value errors,
                         const char *function) GB_MUST_CHECK;
gb_value gb_decode_value(gb_vm *vm, gb_value bytes, gb_value encoding, gb_value errors,
                         const char *function) GB_MUST_CHECK;

/* Are encoding and errors strs or unset? TypeError. */
bool gb_codec_check_names(gb_vm *vm, gb_value encoding, gb_value errors,
                          const char *function) GB_MUST_CHECK;

/* --- inside the codec files ----------------------------------------------------------------------
 */

typedef enum gb_codec_errors {
    GB_ERRORS_STRICT,
    GB_ERRORS_IGNORE,
    GB_ERRORS_REPLACE,
    GB_ERRORS_BACKSLASH,
    GB_ERRORS_XML,
    GB_ERRORS_NAME,
    GB_ERRORS_ESCAPE,
    GB_ERRORS_PASS,
    GB_ERRORS_UNKNOWN,
} gb_codec_errors;

/* Bytes that cannot be read: how many, and why. */
typedef struct gb_decode_trouble {
    size_t size;
    const char *reason;
} gb_decode_trouble;

/* One encoding. `put` appends a character; false: the encoding has no bytes for it. `take` reads
 * one at data[*at], moving on; false with the trouble and *at unchanged. `unit`: bytes of a
 * replacement. */
typedef struct gb_codec {
    const char *name;      /* canonical */
    const char *in_errors; /* what error texts call it */
    const char *reason;    /* why a character cannot be encoded */
    bool (*put)(gb_buffer *out, uint32_t c);
    bool (*take)(gb_chars text, size_t *at, uint32_t *c, gb_decode_trouble *trouble);
    bool mark;          /* a byte order mark first */
    bool one_at_a_time; /* encoding errors name single characters, not runs */
    bool holds_ascii;   /* ASCII is itself */
    bool is_utf8;
} gb_codec;

/* NULL with an exception. */
const gb_codec *gb_codec_find(gb_vm *vm, gb_value encoding) GB_MUST_CHECK;
/* The codec that a byte order mark at the start of the text asks for; *at moves over it. */
const gb_codec *gb_codec_by_mark(const gb_codec *codec, gb_chars text, size_t *at);

gb_codec_errors gb_codec_errors_named(const char *name);

/* UnicodeEncodeError(encoding, object, start, end, reason) or UnicodeDecodeError. */
void gb_raise_unicode(gb_vm *vm, gb_exception_class cls, const char *encoding, gb_value object,
                      size_t start, size_t end, const char *reason);

#endif
