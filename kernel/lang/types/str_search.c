/* Finding and replacing bytes in bytes: what str and bytes share. */
#include "kernel/lang/types/str.h"

#include "kernel/lang/types/character.h"

int64_t gb_bytes_find(const char *text, size_t n, const char *part, size_t m, bool last)
{
    if (m > n) return -1;
    if (!last) {
        if (m == 0) return 0;
        const char *found = memmem(text, n, part, m);
        return found ? found - text : -1;
    }
    for (size_t i = n - m + 1; i-- > 0;)
        if (memcmp(text + i, part, m) == 0) return (int64_t)i;
    return -1;
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

void gb_str_write_repr(gb_buffer *out, const char *text, size_t n, bool ascii)
{
    char quote = choose_quote(text, n);
    gb_buffer_char(out, quote);
    for (size_t at = 0; at < n;) {
        size_t start = at;
        uint32_t c = gb_str_decode(text, &at);
        if (write_escape(out, c, quote)) continue;
        if (c >= 0x20 && c < 0x7f)
            gb_buffer_char(out, (char)c);
        else if (c >= 0x80 && !ascii && gb_char_printable(c))
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
