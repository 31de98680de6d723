/* Finding and replacing bytes in bytes: what str and bytes share. */
#include "kernel/lang/types/str.h"

#include "kernel/lang/types/character.h"

/* The first place of a part of at least two bytes. Most texts are searched fastest by their first
 * byte; where that stands everywhere, memmem's tables pay. */
static const char *find_first(const char *text, size_t n, const char *part, size_t m)
{
    const char *last = text + n - m;
    for (int tries = 0; tries < 16; tries++) {
        text = memchr(text, part[0], (size_t)(last - text) + 1);
        if (!text || (text[m - 1] == part[m - 1] && memcmp(text, part, m) == 0)) return text;
        if (++text > last) return NULL;
    }
    return memmem(text, (size_t)(last - text) + m, part, m);
}

/* Knuth, Morris and Pratt's search from the end: time stays linear for any part. `border` is
 * scratch for m numbers. */
static int64_t find_last_linear(const char *text, size_t n, const char *part, size_t m,
                                size_t *border)
{
    const char *end = part + m - 1; /* both are read backwards */
    border[0] = 0;
    for (size_t i = 1, k = 0; i < m; i++) {
        while (k && end[-(ptrdiff_t)i] != end[-(ptrdiff_t)k])
            k = border[k - 1];
        k += end[-(ptrdiff_t)i] == end[-(ptrdiff_t)k];
        border[i] = k;
    }
    for (size_t i = n, k = 0; i-- > 0;) {
        while (k && text[i] != end[-(ptrdiff_t)k])
            k = border[k - 1];
        k += text[i] == end[-(ptrdiff_t)k];
        if (k == m) return (int64_t)i;
    }
    return -1;
}

static int64_t find_last(const char *text, size_t n, const char *part, size_t m)
{
    enum { SHORT = 64 };
    size_t *border = m > SHORT ? gb_alloc(m * sizeof *border, NULL) : NULL;
    if (border) {
        int64_t at = find_last_linear(text, n, part, m, border);
        gb_free(border);
        return at;
    }
    for (size_t at = n - m + 1; at > 0;) {
        const char *found = memrchr(text, part[0], at);
        if (!found || memcmp(found, part, m) == 0) return found ? found - text : -1;
        at = (size_t)(found - text);
    }
    return -1;
}

int64_t gb_bytes_find(const char *text, size_t n, const char *part, size_t m, bool last)
{
    if (m > n) return -1;
    if (m == 0) return last ? (int64_t)n : 0;
    if (last) return find_last(text, n, part, m);
    const char *found = m == 1 ? memchr(text, part[0], n) : find_first(text, n, part, m);
    return found ? found - text : -1;
}

/* --- repr
 * -----------------------------------------------------------------------------------------------
 */

static char choose_quote(const char *text, size_t n)
{
    return memchr(text, '\'', n) && !memchr(text, '"', n) ? '"' : '\'';
}

static bool write_escape(gb_buffer *out, uint32_t c, char quote)
{
    switch (c) {
    case '\n': gb_buffer_text(out, "\\n"); return true;
    case '\r': gb_buffer_text(out, "\\r"); return true;
    case '\t': gb_buffer_text(out, "\\t"); return true;
    case '\\': gb_buffer_text(out, "\\\\"); return true;
    default: break;
    }
    if (c != (uint32_t)quote) return false;
    gb_buffer_char(out, '\\');
    gb_buffer_char(out, quote);
    return true;
}

static inline bool is_itself(char c, char quote)
{
    return c >= 0x20 && c < 0x7f && c != '\\' && c != quote;
}

void gb_str_write_repr(gb_buffer *out, const char *text, size_t n, bool ascii)
{
    char quote = choose_quote(text, n);
    gb_buffer_char(out, quote);
    for (size_t at = 0; at < n;) {
        size_t start = at;
        while (at < n && is_itself(text[at], quote))
            at++;
        if (at > start) {
            gb_buffer_put(out, text + start, at - start);
            continue;
        }
        uint32_t c = gb_str_decode(text, &at);
        if (write_escape(out, c, quote)) continue;
        if (c >= 0x80 && !ascii && gb_char_printable(c))
            gb_buffer_put(out, text + start, at - start);
        else if (c < 0x100)
            gb_buffer_format(out, "\\x%02x", c);
        else if (c < 0x10000)
            gb_buffer_format(out, "\\u%04x", c);
        else
            gb_buffer_format(out, "\\U%08x", c);
    }
    gb_buffer_char(out, quote);
}

void gb_bytes_write_repr(gb_buffer *out, const unsigned char *bytes, size_t n, bool escape)
{
    char quote = choose_quote((const char *)bytes, n);
    gb_buffer_char(out, 'b');
    gb_buffer_char(out, quote);
    for (size_t i = 0; i < n; i++) {
        if (write_escape(out, bytes[i], escape ? '\'' : quote)) continue;
        if (bytes[i] >= 0x20 && bytes[i] < 0x7f)
            gb_buffer_char(out, (char)bytes[i]);
        else
            gb_buffer_format(out, "\\x%02x", bytes[i]);
    }
    gb_buffer_char(out, quote);
}
