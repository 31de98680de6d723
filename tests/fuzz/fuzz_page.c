/* Hostile HTML and Markdown: what comes out can run nothing, and cleaning it again changes nothing.
 */
#include "kernel/markdown.h"
#include "kernel/sanitize.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const gb_buffer *html)
{
    static const char *const banned[] = {"<script", "<iframe", "<style",
                                         "<form",   "<svg",    "<object"};
    for (size_t i = 0; html->data && i < sizeof banned / sizeof *banned; i++)
        if (strcasestr(html->data, banned[i])) abort();
    gb_buffer again = GB_BUFFER_INIT;
    if (html->data) gb_sanitize_html(html->data, html->size, &again);
    if (again.size != html->size || (again.size && memcmp(again.data, html->data, again.size) != 0))
        abort();
    gb_buffer_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gb_buffer html = GB_BUFFER_INIT, page = GB_BUFFER_INIT, text = GB_BUFFER_INIT;
    if (size > 1 << 16 || memchr(data, 0, size)) return 0;
    gb_sanitize_html((const char *)data, size, &html);
    check(&html);
    gb_markdown_html((const char *)data, size, &page);
    check(&page);
    gb_html_text((const char *)data, size, &text);
    gb_buffer_release(&html);
    gb_buffer_release(&page);
    gb_buffer_release(&text);
    return 0;
}
