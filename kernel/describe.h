/* Values in a few words, and all that is known of one: for inspection, `x?`, help() and %whos.
 *
 * Nothing of the user's is executed: reprs are taken of builtin types and of our own only. */
#ifndef GB_KERNEL_DESCRIBE_H
#define GB_KERNEL_DESCRIBE_H

#include "kernel/known.h"

/* The value's repr when taking it runs nothing of the user's, else "<C>"; at most 60 columns. */
void gb_describe_short(gb_session *session, gb_value value, gb_buffer *out);

/* What %whos says of it: "5", "n=3", "float32 [2, 3]". */
void gb_describe_info(gb_session *session, gb_value value, gb_buffer *out);

/* A bundle (text/plain, text/html) with signature, class, text, documentation; with `detail` the
 * source where there is one. Owned; NULL when nothing is known, or there is no memory. */
json_t *gb_describe(gb_session *session, const char *name, const gb_known *known, int detail);

/* What help() prints. */
void gb_describe_help(gb_session *session, const gb_known *known, gb_buffer *out);

#endif
