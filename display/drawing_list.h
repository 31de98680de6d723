/* The shapes of a drawing, shared by drawing.c (which makes the list) and paint.c (which paints it
 * with cairo). Not for views. */
#ifndef GB_DISPLAY_DRAWING_LIST_H
#define GB_DISPLAY_DRAWING_LIST_H

#include "display/drawing.h"
#include "graph/base/arena.h"

#include <cairo.h>

typedef enum gb_shape_kind {
    GB_SHAPE_BOX,
    GB_SHAPE_CIRCLE, /* centre box.x, box.y; radius box.w */
    GB_SHAPE_PATH,
    GB_SHAPE_RASTER,
    GB_SHAPE_TEXT,
    GB_SHAPE_CLIP,
    GB_SHAPE_UNCLIP,
} gb_shape_kind;

typedef struct gb_shape {
    gb_shape_kind kind;
    gb_box box;
    bool filled, stroked, closed;
    gb_fill fill;
    gb_stroke stroke;
    const gb_point *points; /* in the arena */
    size_t count;
    gb_raster raster; /* its colours in the arena */
    const char *text; /* in the arena, clean UTF-8 */
    gb_font font;
} gb_shape;

/* Greys of the PNG are multiples of this unless a raster needs more: smoothed black text then takes
 * a quarter less. Greys that views draw with are multiples themselves (0x66, 0xbb, …). */
enum { GB_GREY_STEP = 17 };

struct gb_drawing {
    double width, height;
    gb_arena arena;
    gb_shape *shapes;
    size_t count, capacity;
    cairo_t *ruler;  /* measures texts */
    bool exact_grey; /* a raster has shades of grey that must stay apart */
    bool failed;
};

/* Sets a context up for texts that have the same size in every format. */
void gb_paint_font_options(cairo_t *cr);
void gb_paint_font(cairo_t *cr, const gb_font *font);

#endif
