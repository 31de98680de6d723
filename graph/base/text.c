/* UTF-8, shortest doubles, near names. See text.h. */
#include "graph/base/text.h"

#include "graph/base/memory.h"

#include <float.h>
#include <inttypes.h>
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
    const uint64_t ones = 0x0101010101010101u;
    size_t count = n, i = 0;
    for (; i + 8 <= n; i += 8) { /* minus the bytes 10xxxxxx, eight at a time */
        uint64_t word;
        memcpy(&word, text + i, 8);
        count -= (word >> 7 & ~word >> 6 & ones) * ones >> 56;
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

/* The digits of a double that is not 0, and the power of ten of the first. */
typedef struct decimal {
    char digits[24];
    int count, exponent;
} decimal;

/* The shortest digits between the middles to both neighbours, by Steele and White's method in 128
 * bits: for numbers from 2^-68 to 2^53, whose fraction has at most 120 bits. False for others. */
static bool shortest_in_range(double x, decimal *out)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    uint64_t mantissa = (bits & 0xfffffffffffffu) | (uint64_t)1 << 52;
    int shift = 1075 - (int)(bits >> 52 & 0x7ff); /* |x| = mantissa / 2^shift */
    if (shift < 0 || shift > 120) return false;
    unsigned __int128 one = (unsigned __int128)1 << (shift + 2); /* in quarters of the last bit */
    unsigned __int128 rest = ((unsigned __int128)mantissa << 2) & (one - 1);
    unsigned __int128 up = 2, down = mantissa == (uint64_t)1 << 52 ? 1 : 2;
    uint64_t whole = shift < 64 ? mantissa >> shift : 0;
    out->count = whole ? snprintf(out->digits, sizeof out->digits, "%" PRIu64, whole) : 0;
    out->exponent = out->count - 1;
    bool even = !(mantissa & 1), done = rest == 0; /* a middle reads back as the even neighbour */
    while (!done) {
        rest *= 10, up *= 10, down *= 10;
        int digit = (int)(rest >> (shift + 2));
        rest &= one - 1;
        bool low = even ? rest <= down : rest < down;
        bool high = even ? rest + up >= one : rest + up > one;
        done = low || high;
        if (low && high)
            digit += rest * 2 > one || (rest * 2 == one && (digit & 1));
        else
            digit += high;
        if (out->count || digit)
            out->digits[out->count++] = (char)('0' + digit);
        else
            out->exponent--;
    }
    return true;
}

/* Does the text "d.ddde±XX" read as x, or does it with its last digit one higher? The middle to the
 * next larger number is further away than what was rounded to where x is a power of two. */
static bool reads_back(char *text, double x)
{
    if (strtod(text, NULL) == x) return true;
    char *last = strchr(text, 'e') - 1;
    if (*last < '0' || *last > '8') return false;
    ++*last;
    return strtod(text, NULL) == x;
}

/* Up to 15 digits always read back, so trailing zeros show a shorter form; subnormal numbers hold
 * fewer and are tried from one digit on. */
static void shortest(double x, decimal *out)
{
    char text[40];
    if (shortest_in_range(x, out)) return;
    for (int digits = x < DBL_MIN ? 0 : 14; digits <= 16; digits++) {
        snprintf(text, sizeof text, "%.*e", digits, x);
        if (reads_back(text, x)) break;
    }
    out->count = 0;
    out->exponent = atoi(strchr(text, 'e') + 1);
    for (const char *p = text; *p != 'e'; p++)
        if (*p >= '0' && *p <= '9') out->digits[out->count++] = *p;
}

/* Python's repr: fixed notation for exponents in [-4, 16), scientific outside. */
void gb_buffer_double(gb_buffer *b, double x)
{
    if (isnan(x) || isinf(x)) {
        gb_buffer_text(b, isnan(x) ? "nan" : x < 0 ? "-inf" : "inf");
        return;
    }
    decimal d = {.digits = "0", .count = 1};
    if (x != 0) shortest(fabs(x), &d);
    while (d.count > 1 && d.digits[d.count - 1] == '0')
        d.count--;
    size_t n = (size_t)d.count;
    if (signbit(x)) gb_buffer_char(b, '-');
    if (d.exponent < -4 || d.exponent >= 16) {
        gb_buffer_char(b, d.digits[0]);
        if (n > 1) gb_buffer_char(b, '.');
        gb_buffer_put(b, d.digits + 1, n - 1);
        gb_buffer_format(b, "e%c%02d", d.exponent < 0 ? '-' : '+', abs(d.exponent));
    } else if (d.exponent < 0) {
        gb_buffer_text(b, "0.");
        gb_buffer_repeat(b, '0', (size_t)(-d.exponent - 1));
        gb_buffer_put(b, d.digits, n);
    } else {
        size_t whole = (size_t)d.exponent + 1;
        gb_buffer_put(b, d.digits, n < whole ? n : whole);
        gb_buffer_repeat(b, '0', n < whole ? whole - n : 0);
        gb_buffer_char(b, '.');
        if (n > whole)
            gb_buffer_put(b, d.digits + whole, n - whole);
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
