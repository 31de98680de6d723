/* Labels. See label.h. */
#include "display/label.h"

#include "graph/base/text.h"

#include <limits.h>
#include <string.h>

#include <openssl/evp.h>
#include <utf8proc.h>

/* Characters that would be unseen, or that turn the direction of what follows them. */
static bool invisible(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return c == 0xAD || category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_CS || category == UTF8PROC_CATEGORY_CO ||
           category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

static void put_codepoint(gb_buffer *out, uint32_t c, gb_label_style style)
{
    if (c == ' ' && style == GB_LABEL_TOKEN)
        gb_buffer_text(out, "·");
    else if (c == '\n')
        gb_buffer_text(out, "⏎");
    else if (c == '\t')
        gb_buffer_text(out, "⇥");
    else if (c == '\r')
        gb_buffer_text(out, "␍");
    else if (c < 0x20 || c == 0x7F)
        gb_buffer_format(out, "\\x%02x", c);
    else if (c >= 0x80 && invisible(c))
        gb_buffer_format(out, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c);
    else
        gb_buffer_codepoint(out, c);
}

void gb_label_put(gb_buffer *out, const char *text, gb_label_style style, size_t columns)
{
    if (!text) return;
    size_t n = strlen(text), width = 0;
    size_t cut = out->size; /* where the text still leaves a column for "…" */
    for (size_t i = 0, step; i < n; i += step) {
        uint32_t c;
        size_t before = out->size;
        step = gb_utf8_decode(text + i, n - i, &c);
        if (step) {
            put_codepoint(out, c, style);
        } else {
            step = 1;
            gb_buffer_format(out, "\\x%02x", (unsigned char)text[i]);
        }
        if (out->failed) return;
        width += gb_text_width(out->data + before, out->size - before);
        if (columns && width > columns) {
            out->size = cut;
            gb_buffer_text(out, "…");
            return;
        }
        if (!columns || width < columns) cut = out->size;
    }
}

void gb_label_put_position(gb_buffer *out, int64_t position, const char *token, size_t columns)
{
    gb_buffer_format(out, "%lld '", (long long)position);
    gb_label_put(out, token, GB_LABEL_TOKEN, columns);
    gb_buffer_char(out, '\'');
}

bool gb_labels_check(const gb_labels *labels, int64_t count, const char *side, gb_error *err)
{
    if (labels->texts && (int64_t)labels->count != count)
        return gb_fail(err, GB_ERR_VALUE, "%zu %s labels do not fit %lld %ss", labels->count, side,
                       (long long)count, side);
    return true;
}

void gb_labels_put(const gb_labels *labels, int64_t i, gb_buffer *out, size_t columns)
{
    if (!labels->texts)
        gb_buffer_format(out, "%lld", (long long)(labels->first + i));
    else if (labels->tokens)
        gb_label_put_position(out, labels->first + i, labels->texts[i], columns);
    else
        gb_label_put(out, labels->texts[i], GB_LABEL_LINE, columns);
}

void gb_labels_put_named(const gb_labels *labels, int64_t i, gb_buffer *out)
{
    if (labels->name) {
        gb_label_put(out, labels->name, GB_LABEL_LINE, 40);
        gb_buffer_char(out, ' ');
    }
    gb_labels_put(labels, i, out, 24);
}

const char **gb_labels_list(const gb_labels *labels, int64_t count, size_t columns, gb_arena *arena,
                            gb_error *err)
{
    const char **list = gb_arena_array(arena, (size_t)count, sizeof *list, err);
    gb_buffer text = GB_BUFFER_INIT;
    for (int64_t i = 0; list && i < count; i++) {
        gb_labels_put(labels, i, &text, columns);
        gb_buffer_put(&text, "", 0);
        list[i] = gb_buffer_ok(&text, err) ? gb_arena_strdup(arena, text.data, err) : NULL;
        if (!list[i]) list = NULL;
        gb_buffer_clear(&text);
    }
    gb_buffer_release(&text);
    return list;
}

void gb_html_put(gb_buffer *out, const char *text)
{
    if (!text) return;
    size_t n = strlen(text);
    for (size_t i = 0, step; i < n; i += step) {
        uint32_t c;
        step = gb_utf8_decode(text + i, n - i, &c);
        if (!step || (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
            step = step ? step : 1;
            gb_buffer_codepoint(out, 0xFFFD);
        } else if (c == '&') {
            gb_buffer_text(out, "&amp;");
        } else if (c == '<') {
            gb_buffer_text(out, "&lt;");
        } else if (c == '>') {
            gb_buffer_text(out, "&gt;");
        } else if (c == '"') {
            gb_buffer_text(out, "&quot;");
        } else {
            gb_buffer_put(out, text + i, step);
        }
    }
}

void gb_base64_put(gb_buffer *out, const void *bytes, size_t n)
{
    size_t size = (n + 2) / 3 * 4;
    char *room = n > INT_MAX / 2 ? NULL : gb_buffer_reserve(out, size);
    if (!room) {
        out->failed = true;
        return;
    }
    EVP_EncodeBlock((unsigned char *)room, bytes, (int)n);
    out->size += size;
    out->data[out->size] = '\0';
}
