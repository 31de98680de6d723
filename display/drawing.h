/* The drawing core: a list of shapes and texts that becomes a PNG, an SVG or a PDF.
 *
 * Views draw once; the same list makes every format. Units are CSS pixels, y goes down. Drawing
 * never reports: the first failed allocation makes the drawing `failed`, and writing it out tells.
 * Numbers that are not finite draw nothing. */
#ifndef GB_DISPLAY_DRAWING_H
#define GB_DISPLAY_DRAWING_H

#include "display/color.h"

typedef struct gb_drawing gb_drawing;

typedef struct gb_point {
    double x, y;
} gb_point;

typedef struct gb_box {
    double x, y, w, h;
} gb_box;

/* How an area or a line is painted; opacity 0 (the zero value) counts as opaque. */
typedef struct gb_fill {
    gb_color color;
    double opacity;
} gb_fill;

typedef struct gb_stroke {
    gb_color color;
    double opacity;
    double width; /* 0: 1 */
    int dash;     /* 0 solid, 1 dashed, 2 dotted, 3 dash-dot */
} gb_stroke;

typedef enum gb_place { GB_PLACE_START, GB_PLACE_MIDDLE, GB_PLACE_END } gb_place;

typedef struct gb_font {
    double size; /* 0: 12 */
    bool bold;
    bool monospaced;
    gb_color color;
    gb_place across; /* which part of the text lies at x */
    gb_place down;   /* START: x, y is the top; END: the baseline */
    double angle;    /* degrees, counter-clockwise, about x, y */
} gb_font;

enum { GB_DRAWING_SIDE = 6000 }; /* the longest side */

/* An empty white sheet; ValueError for an impossible size. Released with gb_drawing_free. */
gb_drawing *gb_drawing_new(double width, double height, gb_error *err) GB_MUST_CHECK;
void gb_drawing_free(gb_drawing *drawing);

/* The size of the sheet. */
double gb_drawing_width(const gb_drawing *drawing);
double gb_drawing_height(const gb_drawing *drawing);

/* Shapes; `fill` or `stroke` may be NULL. */
void gb_draw_box(gb_drawing *drawing, gb_box box, const gb_fill *fill, const gb_stroke *stroke);
void gb_draw_circle(gb_drawing *drawing, gb_point center, double radius, const gb_fill *fill,
                    const gb_stroke *stroke);

/* A line through points (copied), or an area when `closed`. A point that is not finite breaks it.
 */
typedef struct gb_path {
    const gb_point *points;
    size_t count;
    bool closed;
} gb_path;
void gb_draw_path(gb_drawing *drawing, const gb_path *path, const gb_fill *fill,
                  const gb_stroke *stroke);
void gb_draw_line(gb_drawing *drawing, gb_point from, gb_point to, const gb_stroke *stroke);

/* A raster of colours (copied), row-major from the top, stretched over the box without smoothing.
 */
typedef struct gb_raster {
    const gb_color *colors;
    int rows, columns;
} gb_raster;
void gb_draw_raster(gb_drawing *drawing, gb_box box, const gb_raster *raster);

/* One line of text; what cannot be drawn is escaped as gb_label_put does. */
void gb_draw_text(gb_drawing *drawing, gb_point at, const char *text, const gb_font *font);
double gb_text_extent(gb_drawing *drawing, const char *text, const gb_font *font);

/* What follows is drawn inside the box only, until gb_draw_unclip. Does not nest. */
void gb_draw_clip(gb_drawing *drawing, gb_box box);
void gb_draw_unclip(gb_drawing *drawing);

/* Bytes of a file, owned, gb_free. `scale` pixels a unit. All are deterministic. */
unsigned char *gb_drawing_png(const gb_drawing *drawing, double scale, size_t *size,
                              gb_error *err) GB_MUST_CHECK;
char *gb_drawing_svg(const gb_drawing *drawing, size_t *size, gb_error *err) GB_MUST_CHECK;
char *gb_drawing_pdf(const gb_drawing *drawing, size_t *size, gb_error *err) GB_MUST_CHECK;

/* The list itself as text, a line a shape: what the tests compare. Owned, gb_free. */
char *gb_drawing_list(const gb_drawing *drawing, gb_error *err) GB_MUST_CHECK;

#endif
