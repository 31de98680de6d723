/* Drawing a matrix as coloured cells with labels and a colour bar. The drawing part of heat maps,
 * attention tiles, tensor cards and image series; not a view itself. */
#ifndef GB_DISPLAY_MAP_H
#define GB_DISPLAY_MAP_H

#include "display/array.h"
#include "display/drawing.h"

typedef struct gb_map {
    const gb_array *values; /* [rows, columns] with data */
    gb_scale scale;
    const char *const *row_labels; /* one a row, ready to be drawn; NULL: none */
    const char *const *column_labels;
    const char *row_name; /* beside and below; NULL: none */
    const char *column_name;
    const char *value_name;   /* at the colour bar */
    const char *const *texts; /* written in the cells in place of numbers, flat; NULL: none */
    const bool *bold;         /* which of them are bold, flat; NULL: none */
    double cell_width, cell_height;
    bool upward;     /* row 0 at the bottom */
    bool numbers;    /* the value in each cell */
    bool quiet_mask; /* masked cells are grey without a mark: a causal triangle */
    bool color_bar;  /* a bar with ticks on the right */
    bool outline;    /* outline the cell below */
    int64_t best;    /* flat index of the outlined cell */
} gb_map;

/* Space around the cells that labels and the bar take. */
typedef struct gb_margins {
    double left, top, right, bottom;
    double angle; /* of the column labels: 0, 45 or 90 */
} gb_margins;

/* Colours of all cells, row-major from the top row drawn: owned, gb_free. */
gb_color *gb_map_colors(const gb_map *map, gb_error *err) GB_MUST_CHECK;

/* Measures with the drawing's fonts; nothing is drawn. */
gb_margins gb_map_margins(const gb_map *map, gb_drawing *drawing);

/* Draws cells, labels, names and the bar; `at` is the top left corner of the cells. */
bool gb_map_draw(const gb_map *map, gb_drawing *drawing, gb_point at, gb_error *err) GB_MUST_CHECK;

/* A colour bar in the box with ticks at its right and the name above it. */
void gb_scale_draw(const gb_scale *scale, gb_drawing *drawing, gb_box box, const char *name);

/* Width of the ticks at the right of such a bar. */
double gb_scale_width(const gb_scale *scale, gb_drawing *drawing, double height);

/* One map on a sheet of its own, with a title (may be NULL). Owned, gb_drawing_free. */
gb_drawing *gb_map_sheet(const gb_map *map, const char *title, gb_error *err) GB_MUST_CHECK;

#endif
