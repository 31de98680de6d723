/* Markdown to HTML for notebook pages: CommonMark's blocks and spans as far as notebooks use them,
 * GitHub's tables and ~~strikethrough~~. Formulas stay as they are written. HTML in the source is
 * kept as far as it can run nothing (sanitize.h). Not a complete CommonMark: link references,
 * setext headings and footnotes stay text. */
#ifndef GB_KERNEL_MARKDOWN_H
#define GB_KERNEL_MARKDOWN_H

#include "graph/base/buffer.h"

/* Appends the HTML of `n` bytes of UTF-8. Time grows about linearly with n. */
void gb_markdown_html(const char *text, size_t n, gb_buffer *out);

/* Appends text with & < > " escaped. */
void gb_html_escape(const char *text, size_t n, gb_buffer *out);

#endif
