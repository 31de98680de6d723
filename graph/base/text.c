/* UTF-8, shortest doubles, near names. See text.h. */
#include "graph/base/text.h"

#include "graph/base/memory.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

size_t gb_utf8_decode(const char *text, size_t n, uint32_t *codepoint)
{
    utf8proc_int32_t c;
    if (n == 0) return 0;
    if ((unsigned char)text[0] < 0x80) {
        *codepoint = (unsigned char)text[0];
        return 1;
    }
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)n, &c);
    if (size <= 0) return 0;
    *codepoint = (uint32_t)c;
    return (size_t)size;
}

/* Eight bytes without one that is not ASCII. */
static bool is_ascii_word(const char *text)
{
    uint64_t word;
    memcpy(&word, text, 8);
    return !(word & 0x8080808080808080u);
}

bool gb_utf8_valid(const char *text, size_t n)
{
    uint32_t c;
    for (size_t i = 0, step; i < n; i += step) {
        if (n - i >= 8 && is_ascii_word(text + i))
            step = 8;
        else if (!(step = gb_utf8_decode(text + i, n - i, &c)))
            return false;
    }
    return true;
}

size_t gb_utf8_count(const char *text, size_t n)
{
    size_t count = n, i = 0;
    for (; i + 8 <= n; i += 8) { /* minus the bytes 10xxxxxx, eight at a time */
        uint64_t word;
        memcpy(&word, text + i, 8);
        if (word & 0x8080808080808080u)
            count -= (size_t)__builtin_popcountll(word >> 7 & ~word >> 6 & 0x0101010101010101u);
    }
    for (; i < n; i++)
        count -= ((unsigned char)text[i] & 0xc0) == 0x80;
    return count;
}

size_t gb_text_width(const char *text, size_t n)
{
    size_t width = 0;
    uint32_t c;
    for (size_t i = 0, step; i < n; i += step) {
        if (!(step = gb_utf8_decode(text + i, n - i, &c))) {
            step = 1;
            width++;
        } else {
            width += (size_t)utf8proc_charwidth((utf8proc_int32_t)c);
        }
    }
    return width;
}

/* Digits of x where few are enough: x is a whole number of 10^-k, told by one exact division.
 * Numbers of up to 15 digits are each nearest to a double of their own, so the first that reads
 * back is the shortest. False when there is none. */
static bool few_digits(double x, char out[40])
{
    static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    double positive = fabs(x);
    if (!(positive >= 1e-4 && positive < 1e15)) return false;
    for (size_t k = 0; k < sizeof powers / sizeof *powers; k++) {
        double scaled = nearbyint(positive * powers[k]);
        if (scaled >= 1e15) return false;
        if (scaled / powers[k] != positive) continue;
        char digits[24];
        int n = 0, exponent;
        for (uint64_t rest = (uint64_t)scaled; rest; rest /= 10)
            digits[n++] = (char)('0' + rest % 10);
        exponent = n - 1 - (int)k;
        if (x < 0) *out++ = '-';
        *out++ = digits[n - 1];
        *out++ = '.';
        while (--n > 0)
            *out++ = digits[n - 1];
        snprintf(out, 16, "e%d", exponent);
        return true;
    }
    return false;
}

/* Writes digits "d.ddde±XX" with the fewest digits that read back as x. Up to 15 digits always read
 * back, so trailing zeros show a shorter form; subnormal numbers hold fewer and are tried from one
 * digit on. */
static void shortest_digits(double x, char out[40])
{
    if (few_digits(x, out)) return;
    for (int digits = fabs(x) < DBL_MIN ? 0 : 14; digits <= 16; digits++) {
        snprintf(out, 40, "%.*e", digits, x);
        if (strtod(out, NULL) == x) return;
    }
}

/* Python's repr: fixed notation for exponents in [-4, 16), scientific outside. */
void gb_buffer_double(gb_buffer *b, double x)
{
    if (isnan(x) || isinf(x)) {
        gb_buffer_text(b, isnan(x) ? "nan" : x < 0 ? "-inf" : "inf");
        return;
    }
    char text[40], digits[20];
    shortest_digits(x, text);
    int exponent = atoi(strchr(text, 'e') + 1);
    size_t n = 0;
    for (const char *p = text; *p != 'e'; p++)
        if (*p >= '0' && *p <= '9') digits[n++] = *p;
    while (n > 1 && digits[n - 1] == '0')
        n--;
    if (text[0] == '-') gb_buffer_char(b, '-');
    if (exponent < -4 || exponent >= 16) {
        gb_buffer_char(b, digits[0]);
        if (n > 1) gb_buffer_char(b, '.');
        gb_buffer_put(b, digits + 1, n - 1);
        gb_buffer_format(b, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
    } else if (exponent < 0) {
        gb_buffer_text(b, "0.");
        gb_buffer_repeat(b, '0', (size_t)(-exponent - 1));
        gb_buffer_put(b, digits, n);
    } else {
        size_t whole = (size_t)exponent + 1;
        gb_buffer_put(b, digits, n < whole ? n : whole);
        gb_buffer_repeat(b, '0', n < whole ? whole - n : 0);
        gb_buffer_char(b, '.');
        if (n > whole)
            gb_buffer_put(b, digits + whole, n - whole);
        else
            gb_buffer_char(b, '0');
    }
}

void gb_buffer_bytes(gb_buffer *b, uint64_t bytes)
{
    static const char *const units[] = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    double x = (double)bytes;
    size_t unit = 0;
    for (; x >= 999.5 && unit + 1 < sizeof units / sizeof *units; unit++)
        x /= 1000;
    gb_buffer_format(b, unit && x < 99.95 ? "%.1f %s" : "%.0f %s", x, units[unit]);
}

/* Levenshtein's distance, given up (returning `limit` + 1) for long names. */
static size_t distance(const char *a, const char *b, size_t limit)
{
    enum { LONGEST = 64 };
    size_t na = strlen(a), nb = strlen(b), row[LONGEST + 1];
    if (na > LONGEST || nb > LONGEST) return limit + 1;
    for (size_t j = 0; j <= nb; j++)
        row[j] = j;
    for (size_t i = 1; i <= na; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= nb; j++) {
            size_t best = corner + (a[i - 1] != b[j - 1]);
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            corner = row[j];
            row[j] = best;
        }
    }
    return row[nb];
}

const char *gb_nearest(const char *name, const char *const *names, size_t count)
{
    size_t limit = strlen(name) / 3 + 1;
    const char *best = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t d = distance(name, names[i], limit);
        if (d <= limit && d < strlen(name)) {
            best = names[i];
            limit = d ? d - 1 : 0;
            if (d == 0) break;
        }
    }
    return best;
}
