/* An error as the user sees it: the cell's line with a caret, the class, the text, what to do.
 * Three forms: ANSI (Jupyter's traceback and terminals), plain, HTML. */
#ifndef GB_DISPLAY_TROUBLE_H
#define GB_DISPLAY_TROUBLE_H

#include "display/bundle.h"

/* One of the user's frames, outermost first. */
typedef struct gb_trouble_frame {
    const char *place;    /* "cell 3", "analysis.py" */
    const char *function; /* NULL: the cell's own level */
    const char *source;   /* whole text of the cell or file; NULL: not at hand */
    size_t start, end;    /* bytes of `source` that are to blame; end ≤ start: the line only */
} gb_trouble_frame;

typedef struct gb_trouble {
    const char *cls;     /* "ValueError" */
    const char *message; /* may have several lines; "" allowed */
    const gb_trouble_frame *frames;
    size_t count;
    const char *suggestion;   /* "did you mean 'transformer.h'?"; NULL: none */
    const char *const *notes; /* lines told below (shapes, remote host); may be NULL */
    size_t note_count;
    const struct gb_trouble *cause; /* shown before, with the words of `during`; NULL: none */
    bool during; /* the cause was being handled (CPython's "During handling …"), not raised from */
} gb_trouble;

/* text and html. */
bool gb_trouble_show(const gb_trouble *trouble, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

/* With ANSI colours, several lines, no newline at the end; owned, gb_free. */
char *gb_trouble_ansi(const gb_trouble *trouble, gb_error *err) GB_MUST_CHECK;

/* One grey note under a cell (a known trap, a change of meaning): "note: …". `place` as above. */
typedef struct gb_note {
    const char *text;
    gb_trouble_frame frame; /* place NULL: no line shown */
} gb_note;
bool gb_note_show(const gb_note *note, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

#endif
