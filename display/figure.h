/* Charts: a figure of axes with series, as plain data. `matplotlib.pyplot` and `plotly` fill this.
 *
 * Everything is borrowed until gb_figure_show returns. Zero is a good default throughout: the
 * drawing chooses limits, ticks, colours, dash styles and the place of the legend. */
#ifndef GB_DISPLAY_FIGURE_H
#define GB_DISPLAY_FIGURE_H

#include "display/array.h"
#include "display/bundle.h"
#include "display/color.h"

typedef enum gb_series_kind {
    GB_SERIES_LINE,       /* x, y; x NULL: 0, 1, 2, … */
    GB_SERIES_SCATTER,    /* x, y, optional sizes and values (coloured by the scale) */
    GB_SERIES_BAR,        /* y = heights at x (NULL: categories of the axis 0, 1, …) */
    GB_SERIES_BAR_ACROSS, /* horizontal bars: y = lengths at x */
    GB_SERIES_HISTOGRAM,  /* y = the values; `bins` of them */
    GB_SERIES_STEP,       /* as LINE, in steps after each x */
    GB_SERIES_AREA,       /* filled between y and `low` (NULL: 0) */
    GB_SERIES_IMAGE,      /* `image` [rows, columns] or [rows, columns, 3 or 4] as colours */
    GB_SERIES_H_LINE,     /* a line across at y[0] */
    GB_SERIES_V_LINE,     /* a line down at x[0] */
    GB_SERIES_BOX,        /* y = the values, summarised at x[0]: quartiles, whiskers at 1.5 IQR */
    GB_SERIES_TEXT,       /* `name` written at x[0], y[0] */
} gb_series_kind;

typedef enum gb_marker {
    GB_MARKER_NONE,
    GB_MARKER_CIRCLE,
    GB_MARKER_SQUARE,
    GB_MARKER_TRIANGLE,
    GB_MARKER_CROSS,
    GB_MARKER_PLUS,
    GB_MARKER_DIAMOND,
} gb_marker;

typedef enum gb_line_style {
    GB_LINE_AUTO, /* by the series' number */
    GB_LINE_SOLID,
    GB_LINE_DASHED,
    GB_LINE_DOTTED,
    GB_LINE_DASH_DOT,
    GB_LINE_NONE,
} gb_line_style;

typedef struct gb_series {
    gb_series_kind kind;
    const char *name; /* legend; NULL: not in it */
    const double *x;  /* count, or NULL */
    const double *y;  /* count */
    size_t count;
    const double *low;    /* AREA: lower edge; BAR: where each bar starts (stacked) */
    const double *errors; /* half-lengths of error bars, count, or NULL */
    const double *values; /* SCATTER: what colours the points, or NULL */
    const double *sizes;  /* SCATTER: areas in points², or NULL */
    size_t bins;          /* HISTOGRAM; 0: chosen (Freedman–Diaconis, at most 60) */
    bool density;         /* HISTOGRAM: area 1 */
    gb_array image;       /* IMAGE */
    gb_scale_kind scale;  /* IMAGE, SCATTER with values */
    double low_limit;     /* IMAGE: limits of the scale; both 0: from the values */
    double high_limit;
    bool annotate;          /* IMAGE: the number in each cell where it fits */
    bool color_bar;         /* IMAGE, SCATTER with values: a scale beside the axes */
    const char *value_name; /* label of the colour bar */
    bool has_color;
    gb_color color;
    double opacity;     /* 0 or 1: opaque */
    double width;       /* of lines in points, of bars in units of x; 0: default */
    double marker_size; /* diameter in points; 0: default */
    gb_marker marker;
    gb_line_style line;
} gb_series;

typedef enum gb_legend {
    GB_LEGEND_AUTO, /* where it covers nothing, outside when there is no such place; only when a
                       series has a name and there are two or more series */
    GB_LEGEND_SHOW, /* the same, also for one series */
    GB_LEGEND_HIDE,
} gb_legend;

/* One coordinate axis. */
typedef struct gb_axis {
    const char *label;
    bool fixed;       /* low…high are given; else chosen */
    double low, high; /* low > high turns the axis round */
    bool logarithmic;
    const char *const *categories; /* texts at 0, 1, 2, … or at `ticks`; NULL: numbers */
    size_t category_count;
    const double *ticks; /* where ticks go; NULL: chosen */
    size_t tick_count;
    bool no_ticks;
    double rotation; /* of tick labels in degrees; 0: turned only when they do not fit */
} gb_axis;

typedef struct gb_axes {
    const char *title;
    gb_axis x, y;
    const gb_series *series;
    size_t count;
    gb_legend legend;
    bool no_grid;
    bool hidden;                  /* neither frame nor ticks (axis("off")) */
    bool equal;                   /* one unit is as long across as down */
    size_t row, column;           /* place in the figure's grid */
    size_t row_span, column_span; /* 0 counts as 1 */
} gb_axes;

typedef struct gb_figure {
    const char *title;
    int width, height;    /* CSS pixels; 0: 640 × 400, more for grids */
    size_t rows, columns; /* of the grid of axes; 0 counts as 1 */
    const gb_axes *axes;
    size_t count;
    const char *repr; /* becomes text/plain as it is; NULL: the caption and a table */
} gb_figure;

/* PNG, HTML (picture, caption, folded table of the values) and text. ValueError when axes lie
 * outside the grid or arrays are missing. */
bool gb_figure_show(const gb_figure *figure, gb_bundle *out, gb_error *err) GB_MUST_CHECK;

/* The same figure as a file's bytes, at paper size: "png", "svg" or "pdf"; owned, gb_free. */
char *gb_figure_export(const gb_figure *figure, const char *format, size_t *size,
                       gb_error *err) GB_MUST_CHECK;

#endif
