/* Labels: texts from models and users made fit for one line of a table or picture. */
#ifndef GB_DISPLAY_LABEL_H
#define GB_DISPLAY_LABEL_H

#include "graph/base/arena.h"
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

/* The names along one side of a map. */
typedef struct gb_labels {
    const char *name;         /* "layer", "position"; NULL: none */
    const char *const *texts; /* `count` texts; NULL: the numbers from `first` on */
    size_t count;             /* must be the dimension's size when texts are given */
    int64_t first;
    bool tokens; /* the texts are tokens: escaped, and labelled with their position */
} gb_labels;

/* False with ValueError unless the labels fit `count` places; `side` ("row", "column") names them.
 */
bool gb_labels_check(const gb_labels *labels, int64_t count, const char *side,
                     gb_error *err) GB_MUST_CHECK;

/* Appends the label of place i: "4 'John'" for tokens, the text, or the number. */
void gb_labels_put(const gb_labels *labels, int64_t i, gb_buffer *out, size_t columns);

/* The same with the side's name before it: "layer 9", "position 4 'John'"; and all `count` of them,
 * without the name, in the arena. */
void gb_labels_put_named(const gb_labels *labels, int64_t i, gb_buffer *out);
const char **gb_labels_list(const gb_labels *labels, int64_t count, size_t columns, gb_arena *arena,
                            gb_error *err) GB_MUST_CHECK;

/* The same text escaped for HTML's text and attributes; invalid bytes become U+FFFD. */
void gb_html_put(gb_buffer *out, const char *text);

/* Bytes as base64. */
void gb_base64_put(gb_buffer *out, const void *bytes, size_t n);

#endif
