/* Source texts: lines and carets. See source.h. */
#include "kernel/lang/source.h"

#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <string.h>

enum { LARGEST_SOURCE = 64 << 20 };

/* \r\n and \r become \n; returns the new size. */
static size_t unify_line_ends(char *text, size_t n)
{
    size_t out = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\r') {
            if (i + 1 < n && text[i + 1] == '\n') continue;
            text[out++] = '\n';
        } else {
            text[out++] = text[i];
        }
    }
    text[out] = '\0';
    return out;
}

static bool find_lines(gb_source *source, gb_error *err)
{
    size_t lines = 1;
    for (size_t i = 0; i < source->size; i++)
        lines += source->text[i] == '\n';
    uint32_t *starts = gb_alloc(lines * sizeof *starts, err);
    if (!starts) return false;
    size_t n = 0;
    starts[n++] = 0;
    for (size_t i = 0; i < source->size; i++)
        if (source->text[i] == '\n') starts[n++] = (uint32_t)i + 1;
    source->line_starts = starts;
    source->line_count = n;
    return true;
}

static bool check_text(gb_text text, gb_error *err)
{
    if (text.size > LARGEST_SOURCE)
        return gb_fail(err, GB_ERR_MEMORY, "source of %zu bytes: the limit is %d", text.size,
                       (int)LARGEST_SOURCE);
    if (memchr(text.text, '\0', text.size))
        return gb_fail(err, GB_ERR_SYNTAX, "source code cannot contain null bytes");
    if (!gb_utf8_valid(text.text, text.size))
        return gb_fail(err, GB_ERR_SYNTAX, "(unicode error) source is not valid UTF-8");
    return true;
}

bool gb_source_init(gb_source *source, uint32_t id, const char *name, gb_text text, gb_error *err)
{
    *source = (gb_source){.id = id};
    if (!text.text) text = (gb_text){"", 0};
    if (text.size >= 3 && memcmp(text.text, "\xEF\xBB\xBF", 3) == 0)
        text = (gb_text){text.text + 3, text.size - 3};
    if (!check_text(text, err)) return false;
    char *copy = gb_strndup(text.text, text.size, err);
    source->text = copy;
    source->name = gb_strdup(name, err);
    if (copy && source->name) {
        source->size = unify_line_ends(copy, text.size);
        if (find_lines(source, err)) return true;
    }
    gb_source_release(source);
    return false;
}

void gb_source_release(gb_source *source)
{
    gb_free((void *)source->text);
    gb_free((void *)source->name);
    gb_free((void *)source->line_starts);
    *source = (gb_source){0};
}

uint32_t gb_source_line(const gb_source *source, uint32_t offset)
{
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low + 1;
}

const char *gb_source_line_text(const gb_source *source, uint32_t line, size_t *size)
{
    *size = 0;
    if (line == 0 || line > source->line_count) return "";
    size_t start = source->line_starts[line - 1];
    size_t end = line < source->line_count ? source->line_starts[line] - 1 : source->size;
    *size = end - start;
    return source->text + start;
}

void gb_source_caret(const gb_source *source, gb_span span, gb_buffer *out)
{
    if (!source->text) return;
    size_t n;
    uint32_t line = gb_source_line(source, span.start);
    const char *text = gb_source_line_text(source, line, &n);
    size_t from = span.start - source->line_starts[line - 1];
    size_t to = span.end > span.start ? from + (span.end - span.start) : from + 1;
    size_t blank = 0;
    while (blank < n && (text[blank] == ' ' || text[blank] == '\t' || text[blank] == '\f'))
        blank++;
    if (to > n) to = n;
    if (from > n) from = n;
    gb_buffer_text(out, "    ");
    gb_buffer_put(out, text + blank, n - blank);
    gb_buffer_text(out, "\n    ");
    gb_buffer_repeat(out, ' ', from > blank ? gb_text_width(text + blank, from - blank) : 0);
    size_t carets = to > from ? gb_text_width(text + from, to - from) : 1;
    gb_buffer_repeat(out, '^', carets ? carets : 1);
    gb_buffer_char(out, '\n');
}
