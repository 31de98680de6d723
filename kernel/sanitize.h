/* HTML that can run nothing: what a cell's own HTML is made into before it is shown.
 *
 * An allow-list: elements and attributes of sanitize.def stay, everything else goes – scripts,
 * event handlers, frames, forms, styles of the whole page. What was inside a dropped element stays
 * as text, but for scripts and the like, whose text goes too. The result is well-formed: what was
 * opened is closed. */
#ifndef GB_KERNEL_SANITIZE_H
#define GB_KERNEL_SANITIZE_H

#include "graph/base/buffer.h"

/* Appends the harmless form of `n` bytes of UTF-8. True when something that acts (a script, a
 * handler, a frame, a form) was left out. Time grows linearly with n. */
bool gb_sanitize_html(const char *html, size_t n, gb_buffer *out);

/* Appends the text alone: what a terminal shows. Line ends where blocks end. */
void gb_html_text(const char *html, size_t n, gb_buffer *out);

#endif
