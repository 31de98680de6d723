/* Numbers as people read them. See number.h. */
#include "display/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* True for what has no digits: written here. */
static bool put_special(gb_buffer *out, double x, bool sign)
{
    if (isnan(x))
        gb_buffer_text(out, "nan");
    else if (isinf(x))
        gb_buffer_text(out, x < 0 ? "-inf" : sign ? "+inf" : "inf");
    else
        return false;
    return true;
}

/* "1.20e-05" to "1.2e-05": zeros at the end of a mantissa say nothing. */
static void put_scientific(gb_buffer *out, double x, int digits, bool sign)
{
    char text[64];
    snprintf(text, sizeof text, sign ? "%+.*e" : "%.*e", digits - 1, x);
    char *e = strchr(text, 'e'), *end = e;
    while (end > text && end[-1] == '0')
        end--;
    if (end > text && end[-1] == '.') end--;
    gb_buffer_put(out, text, (size_t)(end - text));
    gb_buffer_text(out, e);
}

void gb_number_put(gb_buffer *out, double x, int digits, bool sign)
{
    if (put_special(out, x, sign)) return;
    double size = fabs(x);
    sign = sign && x != 0;
    if (size < 1e6 && size == floor(size)) {
        gb_buffer_format(out, sign ? "%+.0f" : "%.0f", x == 0 ? 0.0 : x);
        return;
    }
    if (size < 1e-4 || size >= 999999.5) {
        put_scientific(out, x, digits, sign);
        return;
    }
    int decimals = digits - 1 - (int)floor(log10(size));
    gb_buffer_format(out, sign ? "%+.*f" : "%.*f", decimals > 0 ? decimals : 0, x);
}

gb_number_style gb_number_style_for(double largest, bool whole, bool sign)
{
    gb_number_style style = {.sign = sign};
    if (largest >= 1e6 || (largest > 0 && largest < 1e-4)) {
        style.scientific = true;
        style.decimals = GB_DIGITS - 1;
    } else if (!whole && largest > 0) {
        int decimals = GB_DIGITS - 1 - (int)floor(log10(largest));
        style.decimals = decimals > 0 ? decimals : 0;
    }
    return style;
}

gb_number_style gb_number_style_of(const double *values, size_t count)
{
    double largest = 0;
    bool whole = true, sign = false;
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(values[i])) continue;
        largest = fmax(largest, fabs(values[i]));
        whole = whole && values[i] == floor(values[i]);
        sign = sign || values[i] < 0;
    }
    return gb_number_style_for(largest, whole, sign);
}

void gb_number_put_style(gb_buffer *out, double x, gb_number_style style)
{
    if (put_special(out, x, style.sign)) return;
    const char *format =
        style.scientific ? (style.sign ? "%+.*e" : "%.*e") : (style.sign ? "%+.*f" : "%.*f");
    char text[400];
    snprintf(text, sizeof text, format, style.decimals, x);
    /* What rounds to nothing has no sign: "-0.00" reads as a finding. */
    if (strspn(text, "+-0.") == strlen(text) && (text[0] == '-' || text[0] == '+')) text[0] = ' ';
    gb_buffer_text(out, text[0] == ' ' ? text + 1 : text);
}

void gb_number_put_probability(gb_buffer *out, double p)
{
    if (put_special(out, p, false)) return;
    if (p != 0 && fabs(p) < 0.0005)
        gb_buffer_format(out, "%.1e", p);
    else
        gb_buffer_format(out, "%.3f", p);
}

void gb_number_put_count(gb_buffer *out, int64_t n)
{
    char digits[32];
    snprintf(digits, sizeof digits, "%lld", (long long)n);
    size_t size = strlen(digits);
    for (size_t i = 0; i < size; i++) {
        gb_buffer_char(out, digits[i]);
        size_t left = size - 1 - i;
        if (left && left % 3 == 0 && digits[i] != '-') gb_buffer_char(out, ',');
    }
}
