/* What is known of an expression before it runs: for completion and inspection.
 *
 * Nothing of the user's is executed here: attributes are looked up in dicts and classes; code runs
 * only where it is native or of an embedded module, and no weights are read. */
#ifndef GB_KERNEL_KNOWN_H
#define GB_KERNEL_KNOWN_H

#include "kernel/lang/token.h"
#include "kernel/session_state.h"

/* A value, or only the class of the value that will be there. */
typedef struct gb_known {
    gb_value value; /* owned; unset when not known */
    gb_value type;  /* owned class; unset when nothing is known */
    bool bound;     /* `value` is a function found in a class, whose first argument is taken */
} gb_known;

#define GB_UNKNOWN ((gb_known){.value = {.tag = GB_UNSET}, .type = {.tag = GB_UNSET}})

static inline bool gb_is_known(gb_known k)
{
    return k.type.tag != GB_UNSET;
}
void gb_known_release(gb_known *known);

gb_known gb_known_value(gb_session *session, gb_value value);            /* borrows */
gb_known gb_known_name(gb_session *session, const char *name, size_t n); /* globals, builtins */
gb_known gb_known_attribute(gb_session *session, const gb_known *of, const char *name, size_t n);
gb_known gb_known_item(gb_session *session, const gb_known *of, gb_value key);
gb_known gb_known_call(gb_session *session, const gb_known *callee);

/* Names of its attributes, sorted, each once: a list of str, owned; unset on no memory. */
gb_value gb_known_attributes(gb_session *session, const gb_known *of);

/* "function", "class", "module", "instance" ...: what front ends draw an icon for. */
const char *gb_known_kind(gb_session *session, const gb_known *known);

/* Byte of a source that a cursor, counted in code points, is at; its end for any that is beyond. */
size_t gb_cursor_bytes(const gb_source *source, size_t cursor);

/* Where the name that ends at (or goes on beyond) a byte starts; the byte itself when there is
 * none. And where it ends. */
size_t gb_word_start(const gb_source *source, size_t at);
size_t gb_word_end(const gb_source *source, size_t at);

/* --- expressions in tokens ---------------------------------------------------------------------
 */

typedef struct gb_text_tokens {
    const gb_source *source;
    const gb_token *items;
    size_t count;   /* those that count: before the cursor */
    size_t *budget; /* lookups of names in the text that are left; NULL: none is made */
} gb_text_tokens;

enum { GB_LOOKUP_BUDGET = 64 }; /* names bound by names bound by … in one text */

/* The first token of the primary that ends with token `last`: a name with attributes, items and
 * calls, or a literal. */
size_t gb_primary_start(const gb_text_tokens *tokens, size_t last);

/* What the primary of tokens [first, last] stands for. Names that the text itself binds before
 * `first` (`x = ...`, `with ... as x`, imports) count before the session's. */
gb_known gb_known_primary(gb_session *session, const gb_text_tokens *tokens, size_t first,
                          size_t last);

/* --- callables ---------------------------------------------------------------------------------
 */

/* Appends the parameters of a callable, "(x, y=1, *, z=None)"; false when they are not known. */
bool gb_known_put_signature(gb_session *session, const gb_known *callable, gb_buffer *out);

/* The parameters' names that can be given as keywords: a list of str, owned; unset when not known.
 */
gb_value gb_known_keywords(gb_session *session, const gb_known *callable);

#endif
