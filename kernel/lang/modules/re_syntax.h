/* Python's regular expressions read and written again in PCRE2's syntax.
 *
 * The text is read once; what it means goes to `out` as it is read. Nothing of the text is copied
 * unread: whatever PCRE2 knows and Python does not is an error here, with Python's message. */
#ifndef GB_LANG_MODULES_RE_SYNTAX_H
#define GB_LANG_MODULES_RE_SYNTAX_H

#include "kernel/lang/vm.h"

#include "graph/base/buffer.h"

/* The flags of a pattern; values as in Python. */
enum {
    GB_RE_IGNORECASE = 2,
    GB_RE_LOCALE = 4,
    GB_RE_MULTILINE = 8,
    GB_RE_DOTALL = 16,
    GB_RE_UNICODE = 32,
    GB_RE_VERBOSE = 64,
    GB_RE_DEBUG = 128,
    GB_RE_ASCII = 256,
};

#define GB_RE_ENDLESS UINT32_MAX /* a repetition without an upper bound */

/* How many characters something matches, at least and at most. */
typedef struct gb_re_width {
    uint64_t least, most; /* at most GB_RE_ENDLESS */
} gb_re_width;

/* What reading a pattern gives. Released with gb_re_form_release. */
typedef struct gb_re_form {
    gb_buffer out;    /* in PCRE2's syntax */
    int64_t flags;    /* given ones and those of the text, completed */
    uint32_t groups;  /* capturing ones; numbered from 1 */
    gb_value index;   /* dict: name -> number; owned */
    uint32_t *closed; /* [groups + 1]: place of a group's `)` among all of them */
    size_t closed_capacity;
    bool groups_repeat; /* a group stands inside a repetition */
} gb_re_form;

/* Reads `pattern` (str or bytes). False with re.error or another exception. */
bool gb_re_translate(gb_vm *vm, gb_value pattern, int64_t flags, gb_re_form *form) GB_MUST_CHECK;
void gb_re_form_release(gb_re_form *form);

/* Raises re.error(message, source, at): `at` is a byte of the source, or SIZE_MAX for no place. */
bool gb_re_fail(gb_vm *vm, gb_value source, size_t at, const char *format, ...) GB_PRINTF(4, 5);

/* --- inside re_read.c, re_set.c, re_parse.c -----------------------------------------------------
 */

/* A character, or a backslash and a character. */
typedef struct gb_re_token {
    size_t start, end; /* bytes of the text */
    uint32_t c;        /* of an escape: the character after the backslash */
    bool escape;
    bool over; /* there was none left */
} gb_re_token;

typedef struct gb_re_reader {
    gb_vm *vm;
    gb_value source; /* the pattern or template; borrowed */
    const char *text;
    size_t n;
    size_t at;    /* where the next token starts */
    bool is_text; /* str, not bytes */
} gb_re_reader;

bool gb_re_reader_init(gb_re_reader *r, gb_vm *vm, gb_value source) GB_MUST_CHECK;
/* The next token, without and with moving over it. A backslash at the very end is an error as soon
 * as it is next. */
gb_re_token gb_re_peek(const gb_re_reader *r);
bool gb_re_take(gb_re_reader *r, gb_re_token *token) GB_MUST_CHECK;
/* Moves over the character c (not an escape) if it is next; *found tells. */
bool gb_re_accept(gb_re_reader *r, char c, bool *found) GB_MUST_CHECK;
/* Up to `most` further digits of a base (8, 10, 16); how many. */
bool gb_re_take_digits(gb_re_reader *r, int base, size_t most, size_t *count) GB_MUST_CHECK;
/* The text up to `end`, which is moved over; a part that is not empty. `what` names it in errors.
 */
bool gb_re_take_until(gb_re_reader *r, char end, const char *what, size_t *start,
                      size_t *stop) GB_MUST_CHECK;
/* A part of the text as a str (bytes: each a character), owned. */
gb_value gb_re_part(const gb_re_reader *r, size_t start, size_t end) GB_MUST_CHECK;
/* Is the part a Python identifier? 1, 0, -1. */
int gb_re_is_name(const gb_re_reader *r, size_t start, size_t end) GB_MUST_CHECK;
/* The error text with the part after it; False. */
bool gb_re_fail_part(const gb_re_reader *r, size_t at, const char *text, size_t start, size_t end);

/* Reads the rest of an escape that stands for one character. `in_set`: \1 to \7 are octal.
 * *c is set; false with an exception. */
bool gb_re_escape_character(gb_re_reader *r, gb_re_token token, bool in_set,
                            uint32_t *c) GB_MUST_CHECK;

/* What the flags in force mean for how characters are written. */
typedef struct gb_re_style {
    bool is_text;
    bool ascii;      /* \w, \d, \s and \b know ASCII alone */
    bool fold_ascii; /* letters match both cases, but only ASCII letters do */
} gb_re_style;

/* One character, outside of sets and inside. */
void gb_re_put_literal(gb_buffer *out, gb_re_style style, uint32_t c);
void gb_re_put_set_range(gb_buffer *out, gb_re_style style, uint32_t low, uint32_t high);
/* \d \D \s \S \w \W; false when the letter is none of them. */
bool gb_re_put_category(gb_buffer *out, gb_re_style style, uint32_t letter, bool in_set);
/* \b, \B. */
void gb_re_put_boundary(gb_buffer *out, gb_re_style style, bool inside);
/* A set, whose `[` was moved over. */
bool gb_re_read_set(gb_re_reader *r, gb_buffer *out, gb_re_style style, size_t start) GB_MUST_CHECK;

#endif
