/* Colours: sRGB triples, the scales that give values a colour, and the text colour that can be read
 * on top. Computed from a few anchors; sources at the tables in color.c. */
#ifndef GB_DISPLAY_COLOR_H
#define GB_DISPLAY_COLOR_H

#include "graph/base/error.h"

typedef struct gb_color {
    uint8_t r, g, b;
} gb_color;

enum { GB_COLOR_HEX = 8 }; /* "#rrggbb" and its terminator */

/* What the values mean, which decides the colours. */
typedef enum gb_scale_kind {
    GB_SCALE_AUTO,        /* SIGNED when there are negative values, else UNSIGNED */
    GB_SCALE_SIGNED,      /* diverging, centred at 0: blue positive, red negative */
    GB_SCALE_PROBABILITY, /* one hue, fixed 0…1 */
    GB_SCALE_UNSIGNED,    /* viridis, from the least to the largest */
    GB_SCALE_GREY,        /* black to white, for images */
} gb_scale_kind;

/* A scale with its limits: `low` maps to 0, `high` to 1 of the ramp. */
typedef struct gb_scale {
    gb_scale_kind kind; /* not AUTO */
    double low;
    double high;
} gb_scale;

/* The scale for values between `min` and `max` (NaN: no finite values). `limit` > 0 replaces the
 * largest magnitude of a signed scale. */
gb_scale gb_scale_choose(gb_scale_kind kind, double min, double max, double limit);

/* The colour of a finite value, clipped at the limits. */
gb_color gb_scale_color(const gb_scale *scale, double value);

/* The colour of a cell of a map: grey for a masked one, a light grey for NaN, the end of the ramp
 * for an infinity. `mark` gets "n/a", "X", "I", or "" for a finite value. */
gb_color gb_scale_cell(const gb_scale *scale, double value, bool masked, const char **mark);

/* Black or white, whichever is easier to read on `background` (WCAG 2 relative luminance). */
gb_color gb_color_ink(gb_color background);

/* "#rrggbb". */
void gb_color_hex(gb_color color, char out[GB_COLOR_HEX]);

/* Colour of category i: the eight colours of Okabe and Ito in an order that starts dark on white;
 * and the dash style that goes with it (0 solid, 1 dashed, 2 dotted, 3 dash-dot). */
gb_color gb_color_category(size_t i);
int gb_dash_category(size_t i);

/* A colour by name or notation as matplotlib and CSS spell it: "red", "tab:blue", "C3", "k",
 * "#1f77b4", "#abc", "0.5". False when it is none of them. */
bool gb_color_parse(const char *text, gb_color *out);

#endif
