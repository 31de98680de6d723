/* Putting a view's forms together: text, HTML and the picture, under the budget of one output.
 * For the views of this folder only. */
#ifndef GB_DISPLAY_PAGE_H
#define GB_DISPLAY_PAGE_H

#include "display/bundle.h"
#include "display/drawing.h"
#include "display/table.h"
#include "graph/base/buffer.h"

typedef struct gb_page {
    gb_buffer text;
    gb_buffer html;
    gb_bundle picture; /* png, width, height, alt; the texts stay empty */
} gb_page;

#define GB_PAGE_INIT                                                                               \
    {                                                                                              \
        0                                                                                          \
    }

/* Renders the drawing at 2× (less when that would break the budget, which is said below it) and
 * appends it to the HTML as <img>. It becomes the bundle's image/png too, when both fit. */
bool gb_page_picture(gb_page *page, const gb_drawing *drawing, const char *alt,
                     gb_error *err) GB_MUST_CHECK;

/* The drawing as image/png alone, for views whose HTML says it in a table. */
bool gb_page_attach(gb_page *page, const gb_drawing *drawing, const char *alt,
                    gb_error *err) GB_MUST_CHECK;

/* Bytes of HTML and text that may still be written. */
size_t gb_page_room(const gb_page *page);

/* "<b>title</b> · " in HTML, "title: " in text; nothing without a title. */
void gb_page_title(gb_page *page, const char *title);

/* A sentence for both forms: a paragraph and a line. */
void gb_page_line(gb_page *page, const char *text);

/* The table in both forms: its caption (plain text) above, rows under what is left of the budget.
 */
void gb_page_table(gb_page *page, const gb_table *table, const char *caption);

/* Gives the bundle all forms and empties the page; newlines at the end of the text are dropped.
 * `repr` replaces the text when it is not NULL. */
bool gb_page_finish(gb_page *page, const char *repr, gb_bundle *out, gb_error *err) GB_MUST_CHECK;
void gb_page_release(gb_page *page);

#endif
