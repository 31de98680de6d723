/* Ticks. See axis.h. */
#include "display/axis.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* The smallest of 1, 2, 5 × 10^n that cuts `span` in at most `most` pieces. */
static double round_step(double span, size_t most)
{
    double raw = span / (double)(most ? most : 1);
    double power = pow(10, floor(log10(raw)));
    if (!(power > 0) || !isfinite(power)) return span;
    double part = raw / power;
    return power * (part <= 1 + 1e-9 ? 1 : part <= 2 + 1e-9 ? 2 : part <= 5 + 1e-9 ? 5 : 10);
}

gb_ticks gb_ticks_linear(double low, double high, size_t most)
{
    gb_ticks ticks = {.count = 0};
    double span = high - low;
    if (!(span > 0) || !isfinite(span)) return ticks;
    ticks.step = round_step(span, most < GB_TICKS ? most : GB_TICKS - 2);
    double first = ceil(low / ticks.step - 1e-9);
    for (size_t i = 0; i < GB_TICKS; i++) {
        double at = (first + (double)i) * ticks.step;
        if (!(at <= high + ticks.step * 1e-9)) break;
        ticks.at[ticks.count++] = fabs(at) < ticks.step * 1e-9 ? 0 : at;
    }
    return ticks;
}

gb_ticks gb_ticks_log(double low, double high, size_t most)
{
    gb_ticks ticks = {.count = 0};
    if (!(low > 0 && high > low) || !isfinite(high)) return ticks;
    int first = (int)ceil(log10(low) - 1e-9), last = (int)floor(log10(high) + 1e-9);
    int powers = last - first + 1;
    int stride = powers > (int)most ? (powers + (int)most - 1) / (int)(most ? most : 1) : 1;
    static const double few[] = {1, 2, 5};
    for (int p = first - 1; p <= last; p++) {
        for (size_t i = 0; i < (powers <= 2 ? 3u : 1u) && ticks.count < GB_TICKS; i++) {
            double at = few[i] * pow(10, p);
            if (at < low * (1 - 1e-9) || at > high * (1 + 1e-9)) continue;
            if (powers > 2 && (p - first) % stride) continue;
            ticks.at[ticks.count++] = at;
        }
    }
    return ticks;
}

static void put_minus(gb_buffer *out, const char *text)
{
    if (*text == '-') {
        gb_buffer_text(out, "−");
        text++;
    }
    gb_buffer_text(out, text);
}

void gb_tick_put(gb_buffer *out, double value, double step)
{
    char text[64];
    double size = fabs(value);
    if (step > 0 && (size >= 1e6 || step < 1e-4) && value != 0) {
        int digits = (int)floor(log10(size)) - (int)floor(log10(step) + 1e-9);
        snprintf(text, sizeof text, "%.*e", digits > 0 && digits < 8 ? digits : 0, value);
    } else if (step > 0) {
        int decimals = (int)ceil(-log10(step) - 1e-9);
        snprintf(text, sizeof text, "%.*f", decimals > 0 ? decimals : 0, value);
    } else {
        snprintf(text, sizeof text, "%g", value);
    }
    /* "1.5e+06" as "1.5e6", "1e-05" as "1e-5". */
    char *e = strchr(text, 'e');
    if (e) {
        char *from = e + 1, *to = e + 1;
        if (*from == '-') to++;
        from++;
        while (*from == '0' && from[1])
            from++;
        memmove(to, from, strlen(from) + 1);
    }
    put_minus(out, text);
}

void gb_ticks_widen(double *low, double *high, size_t most)
{
    double span = *high - *low;
    if (!(span > 0) || !isfinite(span)) return;
    double step = round_step(span, most);
    *low = floor(*low / step + 1e-9) * step;
    *high = ceil(*high / step - 1e-9) * step;
}
