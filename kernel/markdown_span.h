/* What stands inside a line of Markdown. Private to markdown*.c. */
#ifndef GB_KERNEL_MARKDOWN_SPAN_H
#define GB_KERNEL_MARKDOWN_SPAN_H

#include "kernel/markdown.h"

/* A piece of the source. */
typedef struct gb_md_text {
    const char *text;
    size_t n;
} gb_md_text;

/* Appends emphasis, code, links, pictures and text. Raw tags pass: the whole is sanitised at the
 * end. */
void gb_md_put_spans(gb_md_text s, gb_buffer *out);

#endif
