/* Markdown to HTML for notebook pages: headings, paragraphs, lists, quotes, code, tables, emphasis,
 * links. What it does not know stays text; HTML in the source is escaped; nothing it writes can
 * run. Not a complete CommonMark. */
#ifndef GB_KERNEL_MARKDOWN_H
#define GB_KERNEL_MARKDOWN_H

#include "graph/base/buffer.h"

/* Appends the HTML of `n` bytes of UTF-8. Time grows linearly with n. */
void gb_markdown_html(const char *text, size_t n, gb_buffer *out);

/* Appends text with & < > " escaped. */
void gb_html_escape(const char *text, size_t n, gb_buffer *out);

#endif
