/* Colour scales. See color.h.
 *
 * Ramps are a few anchors, evenly spaced, interpolated in OKLab (Ottosson 2020, "A perceptual color
 * space for image processing"), so that equal steps of a value look equally far apart. */
#include "display/color.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct lab {
    double L, a, b;
} lab;

enum { MOST_ANCHORS = 9 };

typedef struct ramp {
    size_t count;
    uint32_t anchors[MOST_ANCHORS]; /* 0xrrggbb */
} ramp;

static const ramp RAMPS[] = {
    /* ColorBrewer RdBu, 9 classes (Brewer 2003), its middle made white. */
    [GB_SCALE_SIGNED] = {9,
                         {0xb2182b, 0xd6604d, 0xf4a582, 0xfddbc7, 0xffffff, 0xd1e5f0, 0x92c5de,
                          0x4393c3, 0x2166ac}},
    /* ColorBrewer Purples, 5 of 9 classes: one hue, apart from both signs' hues. */
    [GB_SCALE_PROBABILITY] = {5, {0xffffff, 0xdadaeb, 0x9e9ac8, 0x6a51a3, 0x3f007d}},
    /* viridis (van der Walt and Smith 2015, CC0) at every eighth. */
    [GB_SCALE_UNSIGNED] = {9,
                           {0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962,
                            0xaddc30, 0xfde725}},
    [GB_SCALE_GREY] = {2, {0x000000, 0xffffff}},
};

static const gb_color MASKED = {0xcc, 0xcc, 0xcc};
static const gb_color NOT_A_NUMBER = {0xee, 0xee, 0xee};

static gb_color unpack(uint32_t rgb)
{
    return (gb_color){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8 & 255), (uint8_t)(rgb & 255)};
}

/* --- sRGB and OKLab ------------------------------------------------------------------------------
 */

static double linear(uint8_t channel)
{
    double x = channel / 255.0;
    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static uint8_t encode(double x)
{
    x = x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055;
    return (uint8_t)(fmin(fmax(x, 0), 1) * 255 + 0.5);
}

static lab to_lab(gb_color c)
{
    double r = linear(c.r), g = linear(c.g), b = linear(c.b);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return (lab){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

static gb_color from_lab(lab c)
{
    double l = c.L + 0.3963377774 * c.a + 0.2158037573 * c.b;
    double m = c.L - 0.1055613458 * c.a - 0.0638541728 * c.b;
    double s = c.L - 0.0894841775 * c.a - 1.2914855480 * c.b;
    l = l * l * l;
    m = m * m * m;
    s = s * s * s;
    return (gb_color){encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                      encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                      encode(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)};
}

static gb_color ramp_color(const ramp *r, double t)
{
    double place = fmin(fmax(t, 0), 1) * (double)(r->count - 1);
    size_t i = (size_t)place;
    double part = place - (double)i;
    if (part < 1e-9) return unpack(r->anchors[i]);
    lab a = to_lab(unpack(r->anchors[i])), b = to_lab(unpack(r->anchors[i + 1]));
    return from_lab(
        (lab){a.L + (b.L - a.L) * part, a.a + (b.a - a.a) * part, a.b + (b.b - a.b) * part});
}

/* --- scales --------------------------------------------------------------------------------------
 */

gb_scale gb_scale_choose(gb_scale_kind kind, double min, double max, double limit)
{
    if (isnan(min) || isnan(max)) min = max = 0;
    if (kind == GB_SCALE_AUTO) kind = min < 0 ? GB_SCALE_SIGNED : GB_SCALE_UNSIGNED;
    if (kind == GB_SCALE_PROBABILITY) return (gb_scale){kind, 0, 1};
    if (kind == GB_SCALE_SIGNED) {
        double most = limit > 0 ? limit : fmax(fabs(min), fabs(max));
        return (gb_scale){kind, most > 0 ? -most : -1, most > 0 ? most : 1};
    }
    return (gb_scale){kind, min, max > min ? max : min + 1};
}

gb_color gb_scale_color(const gb_scale *scale, double value)
{
    /* Halves first: high - low may overflow where both are finite. */
    double span = scale->high / 2 - scale->low / 2;
    double t = span > 0 ? (value / 2 - scale->low / 2) / span : 0.5;
    return ramp_color(&RAMPS[scale->kind], isnan(t) ? 0.5 : t);
}

gb_color gb_scale_cell(const gb_scale *scale, double value, bool masked, const char **mark)
{
    *mark = masked ? "n/a" : isnan(value) ? "X" : isinf(value) ? (value < 0 ? "-I" : "I") : "";
    if (masked) return MASKED;
    if (isnan(value)) return NOT_A_NUMBER;
    if (isinf(value)) value = value < 0 ? scale->low : scale->high;
    return gb_scale_color(scale, value);
}

gb_color gb_color_ink(gb_color c)
{
    double luminance = 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
    /* Contrast with white (1.05 / (L + .05)) equals that with black ((L + .05) / .05) at L = 0.179.
     */
    return luminance > 0.179 ? (gb_color){0, 0, 0} : (gb_color){255, 255, 255};
}

void gb_color_hex(gb_color color, char out[GB_COLOR_HEX])
{
    snprintf(out, GB_COLOR_HEX, "#%02x%02x%02x", color.r, color.g, color.b);
}

/* Okabe and Ito (2008), "Color Universal Design"; yellow last, as it is faint on white. */
gb_color gb_color_category(size_t i)
{
    static const uint32_t colors[] = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7,
                                      0xe69f00, 0x56b4e9, 0x000000, 0xf0e442};
    return unpack(colors[i % 8]);
}

int gb_dash_category(size_t i)
{
    return (int)((i + i / 8) % 4);
}

/* --- colours by name -----------------------------------------------------------------------------
 */

typedef struct named_color {
    const char *name;
    uint32_t rgb;
} named_color;

static const named_color NAMES[] = {
#define GB_COLOR_NAME(name, rgb) {name, rgb},
#include "display/color_names.def"
#undef GB_COLOR_NAME
};

static bool parse_hex(const char *text, gb_color *out)
{
    size_t n = strspn(text, "0123456789abcdefABCDEF");
    if (text[n] || (n != 3 && n != 4 && n != 6 && n != 8)) return false;
    unsigned long rgb = strtoul(text, NULL, 16);
    if (n == 4 || n == 8) rgb >>= n == 8 ? 8 : 4; /* opacity is left to the series */
    if (n <= 4) rgb = (rgb >> 8 & 15) * 0x110000 + (rgb >> 4 & 15) * 0x1100 + (rgb & 15) * 0x11;
    *out = unpack((uint32_t)rgb);
    return true;
}

bool gb_color_parse(const char *text, gb_color *out)
{
    /* The cycle of matplotlib; here drawn with the colours that everyone can tell apart. */
    if (text[0] == 'C' && text[1] >= '0' && text[1] <= '9' && !text[2]) {
        *out = gb_color_category((size_t)(text[1] - '0'));
        return true;
    }
    if (text[0] == '#') return parse_hex(text + 1, out);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (!strcasecmp(NAMES[i].name, text)) {
            *out = unpack(NAMES[i].rgb);
            return true;
        }
    char *end;
    double grey = strtod(text, &end);
    if (end == text || *end || !(grey >= 0 && grey <= 1)) return false;
    uint8_t level = (uint8_t)(grey * 255 + 0.5);
    *out = (gb_color){level, level, level};
    return true;
}
