/* Labels: texts from models and users made fit for one line of a table or picture. */
#ifndef GB_DISPLAY_LABEL_H
#define GB_DISPLAY_LABEL_H

#include "graph/base/buffer.h"

typedef enum gb_label_style {
    GB_LABEL_LINE,  /* spaces stay; control characters are escaped */
    GB_LABEL_TOKEN, /* spaces too are shown: "·" */
} gb_label_style;

/* Appends `text` (NULL: nothing) as valid UTF-8 of one line: space "·" (tokens), newline "⏎", tab
 * "⇥", return "␍", other control and invisible characters "\x1b" or "\u200b", bytes that are no
 * UTF-8 "\xff". Longer than `columns` columns (0: no limit): cut, with "…" at the end. */
void gb_label_put(gb_buffer *out, const char *text, gb_label_style style, size_t columns);

/* "6 'of'": position and token, so that equal tokens stay apart. */
void gb_label_put_position(gb_buffer *out, int64_t position, const char *token, size_t columns);

/* The same text escaped for HTML's text and attributes; invalid bytes become U+FFFD. */
void gb_html_put(gb_buffer *out, const char *text);

/* Bytes as base64. */
void gb_base64_put(gb_buffer *out, const void *bytes, size_t n);

#endif
