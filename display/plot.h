/* One pair of axes being drawn: data coordinates, ticks, series, legend. The inside of figure.h,
 * shared by plot.c (axes), series.c (marks) and legend.c; not for views. */
#ifndef GB_DISPLAY_PLOT_H
#define GB_DISPLAY_PLOT_H

#include "display/axis.h"
#include "display/drawing.h"
#include "display/figure.h"
#include "graph/base/arena.h"

/* A series made ready: x filled in, a histogram counted, colours settled. */
typedef struct gb_trace {
    const gb_series *series;
    const double *x; /* count */
    const double *y;
    size_t count;
    const double *low;    /* lower edges of bars and areas, count; NULL: 0 */
    const double *errors; /* half-lengths, count; NULL: none */
    double width;         /* of bars, in units of x */
    gb_color color;
    int dash;
    bool line; /* a line is drawn (and not only markers) */
} gb_trace;

/* Where one direction of data lies on the sheet. */
typedef struct gb_span_map {
    double low, high; /* data; low > high when turned round */
    bool logarithmic;
    double from, to; /* sheet */
} gb_span_map;

/* Ticks with their labels, in the arena. */
typedef struct gb_marks {
    const double *at; /* data */
    const char **labels;
    size_t count;
    size_t stride; /* every n-th is labelled */
} gb_marks;

typedef struct gb_plot {
    const gb_axes *axes;
    gb_drawing *drawing;
    gb_arena *arena;
    gb_box cell; /* what the axes may use of the sheet */
    gb_box box;  /* the data area */
    gb_trace *traces;
    size_t count;
    gb_span_map x, y;
    gb_marks x_marks, y_marks;
    double x_angle;      /* of the tick labels */
    double legend_width; /* > 0: the legend stands right of the data area */
    const gb_trace *bar; /* the trace that has a colour bar; NULL: none */
} gb_plot;

/* Position on the sheet; NaN where a logarithmic axis has none. */
double gb_span_at(const gb_span_map *map, double value);
gb_point gb_plot_at(const gb_plot *plot, double x, double y);

/* series.c: makes the traces (in the arena), widens the limits by what they cover, draws them. */
bool gb_traces_make(gb_plot *plot, gb_error *err) GB_MUST_CHECK;
typedef struct gb_extent {
    double x_low, x_high, y_low, y_high; /* NaN: nothing yet */
    bool x_tight, y_tight;               /* no margin: images */
    bool y_floor;                        /* y_low is a base line: no margin below it */
    bool x_floor;
} gb_extent;
void gb_trace_extent(const gb_plot *plot, const gb_trace *trace, gb_extent *extent);
bool gb_trace_draw(gb_plot *plot, const gb_trace *trace, gb_error *err) GB_MUST_CHECK;

/* Calls `visit` with points that the trace covers on the sheet, close enough to one another that a
 * legend between them would hide nothing. */
typedef void gb_visit(void *context, gb_point at);
void gb_trace_visit(const gb_plot *plot, const gb_trace *trace, gb_visit *visit, void *context);

/* The scale of an image's or a scatter's values. */
gb_scale gb_trace_scale(const gb_trace *trace);

/* A line with its marker, as series and legend show it. */
void gb_trace_marker(const gb_plot *plot, const gb_trace *trace, gb_point at, double size);
gb_stroke gb_trace_stroke(const gb_trace *trace);

/* legend.c: true when there is a legend to be drawn; its size; draws it where it covers nothing, or
 * right of the data area (gb_legend_place is false when nothing is free). */
bool gb_legend_wanted(const gb_plot *plot);
double gb_legend_width(const gb_plot *plot);
bool gb_legend_place(const gb_plot *plot, gb_point *at);
void gb_legend_draw(const gb_plot *plot, gb_point at);

/* plot.c: everything of one pair of axes within `cell`. */
bool gb_plot_draw(const gb_axes *axes, gb_drawing *drawing, gb_box cell,
                  gb_error *err) GB_MUST_CHECK;

#endif
