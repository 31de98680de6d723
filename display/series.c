/* Series: from data to marks on the sheet. See plot.h. */
#include "display/plot.h"

#include "display/map.h"
#include "graph/base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BINS = 60, MOST_IMAGE = 1024, BIN_LIMIT = 10000 };

static const double POINT = 4.0 / 3; /* CSS pixels a typographic point */

/* --- making --------------------------------------------------------------------------------------
 */

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* The finite values, sorted; NULL with *count 0 when there is none. */
static double *sorted(const gb_series *s, gb_arena *arena, size_t *count, gb_error *err)
{
    double *v = gb_arena_array(arena, s->count + 1, sizeof *v, err);
    *count = 0;
    for (size_t i = 0; v && i < s->count; i++)
        if (isfinite(s->y[i])) v[(*count)++] = s->y[i];
    if (v) qsort(v, *count, sizeof *v, by_value);
    return v;
}

static double quantile(const double *v, size_t n, double q)
{
    double at = q * (double)(n - 1);
    size_t i = (size_t)at;
    return i + 1 < n ? v[i] + (v[i + 1] - v[i]) * (at - (double)i) : v[n - 1];
}

/* Freedman and Diaconis (1981): width 2 IQR / n^(1/3); ten bins when that says nothing. */
static size_t choose_bins(const double *v, size_t n)
{
    double width = 2 * (quantile(v, n, 0.75) - quantile(v, n, 0.25)) / cbrt((double)n);
    double bins = width > 0 ? ceil((v[n - 1] - v[0]) / width) : 10;
    return bins < 5 ? 5 : bins > MOST_BINS ? MOST_BINS : (size_t)bins;
}

static bool make_histogram(gb_plot *plot, gb_trace *t, gb_error *err)
{
    size_t n;
    double *v = sorted(t->series, plot->arena, &n, err);
    if (!v) return false;
    t->count = 0;
    if (!n) return true;
    size_t bins = t->series->bins ? t->series->bins : choose_bins(v, n);
    if (bins > BIN_LIMIT) return gb_fail(err, GB_ERR_VALUE, "%zu bins are too many", bins);
    double low = v[0], high = v[n - 1];
    if (!(high > low)) {
        low -= 0.5;
        high += 0.5;
    }
    double *x = gb_arena_array(plot->arena, bins, sizeof *x, err);
    double *y = gb_arena_array(plot->arena, bins, sizeof *y, err);
    if (!x || !y) return false;
    t->width = high / (double)bins - low / (double)bins;
    for (size_t i = 0; i < bins; i++)
        x[i] = low + ((double)i + 0.5) * t->width;
    for (size_t i = 0; i < n; i++) {
        size_t bin = (size_t)fmax((v[i] - low) / t->width, 0);
        y[bin < bins ? bin : bins - 1] += t->series->density ? 1 / ((double)n * t->width) : 1;
    }
    t->x = x;
    t->y = y;
    t->count = bins;
    return true;
}

static bool fill_x(gb_plot *plot, gb_trace *t, gb_error *err)
{
    double *x = gb_arena_array(plot->arena, t->count + 1, sizeof *x, err);
    if (!x) return false;
    for (size_t i = 0; i < t->count; i++)
        x[i] = (double)i;
    t->x = x;
    return true;
}

static bool check_image(const gb_series *s, gb_error *err)
{
    const gb_array *a = &s->image;
    if (!gb_array_check(a, "the image", err)) return false;
    bool colors = a->rank == 3 && (a->dims[2] == 3 || a->dims[2] == 4);
    if ((a->rank != 2 && !colors) || (!a->data && gb_array_count(a)))
        return gb_fail(err, GB_ERR_VALUE,
                       "an image is [rows, columns] or [rows, columns, 3 or 4], got %zu dimensions",
                       a->rank);
    return true;
}

static bool check_series(const gb_series *s, gb_error *err)
{
    if (s->kind == GB_SERIES_IMAGE) return check_image(s, err);
    bool needs_y = s->kind != GB_SERIES_V_LINE;
    bool needs_x = s->kind == GB_SERIES_V_LINE || s->kind == GB_SERIES_TEXT;
    bool single = s->kind == GB_SERIES_H_LINE || needs_x;
    if ((needs_y && !s->y && (s->count || single)) || (needs_x && !s->x))
        return gb_fail(err, GB_ERR_VALUE, "series '%s' has no data", s->name ? s->name : "");
    return true;
}

static int dash_of(const gb_series *s, size_t number)
{
    switch (s->line) {
    case GB_LINE_SOLID: return 0;
    case GB_LINE_DASHED: return 1;
    case GB_LINE_DOTTED: return 2;
    case GB_LINE_DASH_DOT: return 3;
    default: break;
    }
    if (s->kind == GB_SERIES_H_LINE || s->kind == GB_SERIES_V_LINE) return 1;
    return s->has_color ? 0 : gb_dash_category(number);
}

static bool make_trace(gb_plot *plot, gb_trace *t, size_t *number, gb_error *err)
{
    const gb_series *s = t->series;
    if (!check_series(s, err)) return false;
    bool rule = s->kind == GB_SERIES_H_LINE || s->kind == GB_SERIES_V_LINE;
    bool ink = rule || s->kind == GB_SERIES_TEXT;
    t->dash = dash_of(s, *number);
    t->color = s->has_color ? s->color
               : ink        ? (gb_color){0x33, 0x33, 0x33}
                            : gb_color_category(*number);
    if (!s->has_color && !ink && s->kind != GB_SERIES_IMAGE) ++*number;
    t->x = s->x;
    t->y = s->y;
    t->low = s->low;
    bool plain = s->kind == GB_SERIES_LINE || s->kind == GB_SERIES_SCATTER ||
                 s->kind == GB_SERIES_BAR || s->kind == GB_SERIES_STEP;
    t->errors = plain ? s->errors : NULL;
    t->count = rule || s->kind == GB_SERIES_TEXT ? 1 : s->count;
    t->line = s->kind != GB_SERIES_SCATTER && s->line != GB_LINE_NONE;
    t->width = s->width > 0 ? s->width : 0.8;
    if (s->kind == GB_SERIES_IMAGE) t->count = 0;
    if ((s->kind == GB_SERIES_IMAGE || s->values) && s->color_bar && !plot->bar) plot->bar = t;
    if (s->kind == GB_SERIES_HISTOGRAM) return make_histogram(plot, t, err);
    return t->x || rule || fill_x(plot, t, err);
}

bool gb_traces_make(gb_plot *plot, gb_error *err)
{
    size_t number = 0;
    plot->count = plot->axes->count;
    plot->traces = gb_arena_array(plot->arena, plot->count + 1, sizeof *plot->traces, err);
    if (!plot->traces) return false;
    for (size_t i = 0; i < plot->count; i++) {
        plot->traces[i].series = &plot->axes->series[i];
        if (!make_trace(plot, &plot->traces[i], &number, err)) return false;
    }
    return true;
}

/* --- extents -------------------------------------------------------------------------------------
 */

static void cover(double *low, double *high, double x)
{
    if (!isfinite(x)) return;
    if (!(*low <= x)) *low = x;
    if (!(*high >= x)) *high = x;
}

static void cover_x(const gb_plot *plot, gb_extent *e, double x)
{
    if (!plot->axes->x.logarithmic || x > 0) cover(&e->x_low, &e->x_high, x);
}

static void cover_y(const gb_plot *plot, gb_extent *e, double y)
{
    if (!plot->axes->y.logarithmic || y > 0) cover(&e->y_low, &e->y_high, y);
}

static bool is_bars(gb_series_kind kind)
{
    return kind == GB_SERIES_BAR || kind == GB_SERIES_HISTOGRAM;
}

static void cover_across(const gb_plot *plot, const gb_trace *t, gb_extent *e)
{
    for (size_t i = 0; i < t->count; i++) {
        double low = t->low ? t->low[i] : 0;
        cover_x(plot, e, low);
        cover_x(plot, e, low + t->y[i]);
        cover_y(plot, e, t->x[i] - t->width / 2);
        cover_y(plot, e, t->x[i] + t->width / 2);
    }
    e->x_floor = e->x_floor || e->x_low == 0;
}

static void cover_points(const gb_plot *plot, const gb_trace *t, gb_extent *e)
{
    bool bars = is_bars(t->series->kind), area = t->series->kind == GB_SERIES_AREA;
    for (size_t i = 0; i < t->count; i++) {
        double low = t->low ? t->low[i] : 0, half = bars ? t->width / 2 : 0;
        double error = t->errors ? t->errors[i] : 0;
        double top = bars ? low + t->y[i] : t->y[i];
        if (isnan(top)) continue;
        cover_x(plot, e, t->x[i] - half);
        cover_x(plot, e, t->x[i] + half);
        cover_y(plot, e, top - error);
        cover_y(plot, e, top + error);
        if (bars || area) cover_y(plot, e, low);
    }
    if (bars && e->y_low == 0) e->y_floor = true;
}

void gb_trace_extent(const gb_plot *plot, const gb_trace *t, gb_extent *e)
{
    switch (t->series->kind) {
    case GB_SERIES_IMAGE:
        if (gb_array_count(&t->series->image) == 0) break;
        cover_x(plot, e, -0.5);
        cover_x(plot, e, (double)t->series->image.dims[1] - 0.5);
        cover_y(plot, e, -0.5);
        cover_y(plot, e, (double)t->series->image.dims[0] - 0.5);
        e->x_tight = e->y_tight = true;
        break;
    case GB_SERIES_H_LINE: cover_y(plot, e, t->y[0]); break;
    case GB_SERIES_V_LINE: cover_x(plot, e, t->x[0]); break;
    case GB_SERIES_BAR_ACROSS: cover_across(plot, t, e); break;
    case GB_SERIES_BOX:
        cover_x(plot, e, (t->count ? t->x[0] : 0) - 0.5);
        cover_x(plot, e, (t->count ? t->x[0] : 0) + 0.5);
        for (size_t i = 0; i < t->count; i++)
            cover_y(plot, e, t->y[i]);
        break;
    default: cover_points(plot, t, e);
    }
}

/* --- marks ---------------------------------------------------------------------------------------
 */

gb_stroke gb_trace_stroke(const gb_trace *t)
{
    double width = t->series->kind == GB_SERIES_BAR || t->series->kind == GB_SERIES_BAR_ACROSS
                       ? 0
                       : t->series->width;
    bool rule = t->series->kind == GB_SERIES_H_LINE || t->series->kind == GB_SERIES_V_LINE;
    return (gb_stroke){.color = t->color,
                       .opacity = t->series->opacity,
                       .dash = t->dash,
                       .width = width > 0 ? width * POINT
                                : rule    ? 1.2
                                          : 1.8};
}

static void draw_polygon(gb_drawing *d, gb_point at, const gb_point *unit, size_t n, double r,
                         const gb_fill *fill)
{
    gb_point points[8];
    for (size_t i = 0; i < n; i++)
        points[i] = (gb_point){at.x + unit[i].x * r, at.y + unit[i].y * r};
    gb_draw_path(d, &(gb_path){points, n, true}, fill, NULL);
}

static void draw_marker(gb_drawing *d, gb_marker marker, gb_point at, double r, const gb_fill *fill)
{
    static const gb_point square[] = {{-.9, -.9}, {.9, -.9}, {.9, .9}, {-.9, .9}};
    static const gb_point triangle[] = {{0, -1.1}, {1, .8}, {-1, .8}};
    static const gb_point diamond[] = {{0, -1.2}, {1, 0}, {0, 1.2}, {-1, 0}};
    gb_stroke line = {.color = fill->color, .opacity = fill->opacity, .width = 1.5};
    switch (marker) {
    case GB_MARKER_NONE: break;
    case GB_MARKER_CIRCLE: gb_draw_circle(d, at, r, fill, NULL); break;
    case GB_MARKER_SQUARE: draw_polygon(d, at, square, 4, r, fill); break;
    case GB_MARKER_TRIANGLE: draw_polygon(d, at, triangle, 3, r, fill); break;
    case GB_MARKER_DIAMOND: draw_polygon(d, at, diamond, 4, r, fill); break;
    case GB_MARKER_CROSS:
        gb_draw_line(d, (gb_point){at.x - r, at.y - r}, (gb_point){at.x + r, at.y + r}, &line);
        gb_draw_line(d, (gb_point){at.x - r, at.y + r}, (gb_point){at.x + r, at.y - r}, &line);
        break;
    case GB_MARKER_PLUS:
        gb_draw_line(d, (gb_point){at.x - r, at.y}, (gb_point){at.x + r, at.y}, &line);
        gb_draw_line(d, (gb_point){at.x, at.y - r}, (gb_point){at.x, at.y + r}, &line);
        break;
    }
}

void gb_trace_marker(const gb_plot *plot, const gb_trace *t, gb_point at, double size)
{
    gb_marker marker = t->series->marker;
    if (marker == GB_MARKER_NONE && t->series->kind == GB_SERIES_SCATTER) marker = GB_MARKER_CIRCLE;
    gb_fill fill = {.color = t->color, .opacity = t->series->opacity};
    draw_marker(plot->drawing, marker, at, size, &fill);
}

gb_scale gb_trace_scale(const gb_trace *t)
{
    const gb_series *s = t->series;
    double low = s->low_limit, high = s->high_limit;
    gb_statistics of = {.min = NAN, .max = NAN};
    gb_array values = s->kind == GB_SERIES_IMAGE
                          ? s->image
                          : gb_array_doubles(s->values, s->values ? (int64_t)s->count : 0);
    if (low == 0 && high == 0) {
        if (!gb_array_statistics(&values, &of, NULL)) of.min = of.max = NAN;
        return gb_scale_choose(s->scale, of.min, of.max, 0);
    }
    gb_scale scale = gb_scale_choose(s->scale, low, high, 0);
    scale.low = low;
    scale.high = high > low ? high : low + 1;
    return scale;
}

/* --- drawing each kind ---------------------------------------------------------------------------
 */

static bool draw_line(gb_plot *plot, const gb_trace *t, gb_error *err)
{
    bool steps = t->series->kind == GB_SERIES_STEP;
    size_t most = steps ? 2 * t->count : t->count, n = 0;
    gb_point *points = gb_alloc((most + 1) * sizeof *points, err);
    if (!points) return false;
    for (size_t i = 0; i < t->count; i++) {
        gb_point at = gb_plot_at(plot, t->x[i], t->y[i]);
        if (steps && n) {
            points[n] = (gb_point){at.x, points[n - 1].y};
            n++;
        }
        points[n++] = at;
    }
    gb_stroke stroke = gb_trace_stroke(t);
    if (t->line) gb_draw_path(plot->drawing, &(gb_path){points, n, false}, NULL, &stroke);
    gb_free(points);
    double r = t->series->marker_size > 0 ? t->series->marker_size * POINT / 2 : 3;
    for (size_t i = 0; t->series->marker != GB_MARKER_NONE && i < t->count; i++)
        gb_trace_marker(plot, t, gb_plot_at(plot, t->x[i], t->y[i]), r);
    return true;
}

static void draw_scatter(gb_plot *plot, const gb_trace *t)
{
    const gb_series *s = t->series;
    gb_scale scale = gb_trace_scale(t);
    gb_trace one = *t;
    for (size_t i = 0; i < t->count; i++) {
        double r = s->marker_size > 0 ? s->marker_size * POINT / 2 : 3;
        if (s->sizes && s->sizes[i] > 0) r = sqrt(s->sizes[i]) * POINT / 2;
        const char *mark;
        if (s->values) one.color = gb_scale_cell(&scale, s->values[i], false, &mark);
        gb_trace_marker(plot, &one, gb_plot_at(plot, t->x[i], t->y[i]), r);
    }
}

/* The rectangle between two data points. */
static gb_box box_between(gb_point a, gb_point b)
{
    return (gb_box){fmin(a.x, b.x), fmin(a.y, b.y), fabs(a.x - b.x), fabs(a.y - b.y)};
}

/* A base line at zero has no place on a logarithmic axis: bars then stand on its lower end. */
static double base_of(const gb_span_map *map, double low)
{
    return map->logarithmic && low <= 0 ? fmin(map->low, map->high) : low;
}

static gb_box bar_box(const gb_plot *plot, const gb_trace *t, size_t i)
{
    double low = t->low ? t->low[i] : 0, half = t->width / 2;
    if (t->series->kind == GB_SERIES_BAR_ACROSS)
        return box_between(gb_plot_at(plot, base_of(&plot->x, low), t->x[i] - half),
                           gb_plot_at(plot, low + t->y[i], t->x[i] + half));
    return box_between(gb_plot_at(plot, t->x[i] - half, base_of(&plot->y, low)),
                       gb_plot_at(plot, t->x[i] + half, low + t->y[i]));
}

static void draw_bars(gb_plot *plot, const gb_trace *t)
{
    gb_fill fill = {.color = t->color, .opacity = t->series->opacity};
    gb_stroke edge = {.color = {255, 255, 255}, .width = 0.75};
    bool close = t->series->kind == GB_SERIES_HISTOGRAM;
    for (size_t i = 0; i < t->count; i++) {
        gb_box box = bar_box(plot, t, i);
        if (box.h > 0 && box.w > 0)
            gb_draw_box(plot->drawing, box, &fill, close && box.w > 3 ? &edge : NULL);
    }
}

static void draw_errors(gb_plot *plot, const gb_trace *t)
{
    bool bars = is_bars(t->series->kind);
    gb_stroke stroke = {.color = bars ? (gb_color){0x33, 0x33, 0x33} : t->color, .width = 1.2};
    for (size_t i = 0; i < t->count; i++) {
        double y = bars && t->low ? t->low[i] + t->y[i] : t->y[i], e = t->errors[i];
        gb_point a = gb_plot_at(plot, t->x[i], y - e), b = gb_plot_at(plot, t->x[i], y + e);
        gb_draw_line(plot->drawing, a, b, &stroke);
        gb_draw_line(plot->drawing, (gb_point){a.x - 3, a.y}, (gb_point){a.x + 3, a.y}, &stroke);
        gb_draw_line(plot->drawing, (gb_point){b.x - 3, b.y}, (gb_point){b.x + 3, b.y}, &stroke);
    }
}

static bool draw_area(gb_plot *plot, const gb_trace *t, gb_error *err)
{
    gb_point *points = gb_alloc((2 * t->count + 1) * sizeof *points, err);
    if (!points) return false;
    for (size_t i = 0; i < t->count; i++) {
        points[i] = gb_plot_at(plot, t->x[i], t->y[i]);
        points[2 * t->count - 1 - i] =
            gb_plot_at(plot, t->x[i], base_of(&plot->y, t->low ? t->low[i] : 0));
    }
    double opacity = t->series->opacity > 0 ? t->series->opacity : 0.3;
    gb_draw_path(plot->drawing, &(gb_path){points, 2 * t->count, true},
                 &(gb_fill){t->color, opacity}, NULL);
    gb_free(points);
    return true;
}

/* The whiskers reach to the farthest values within 1.5 IQR of the box (Tukey 1977). */
static bool draw_box_plot(gb_plot *plot, const gb_trace *t, gb_error *err)
{
    size_t n;
    double *v = sorted(t->series, plot->arena, &n, err);
    if (!v || !n) return v != NULL;
    double q1 = quantile(v, n, .25), q2 = quantile(v, n, .5), q3 = quantile(v, n, .75);
    double reach = 1.5 * (q3 - q1), x = t->x[0], half = t->width / 4;
    size_t first = 0, last = n - 1;
    while (v[first] < q1 - reach)
        first++;
    while (v[last] > q3 + reach)
        last--;
    gb_stroke stroke = {.color = t->color, .width = 1.5};
    gb_fill fill = {.color = t->color, .opacity = 0.25};
    gb_drawing *d = plot->drawing;
    gb_draw_line(d, gb_plot_at(plot, x, v[first]), gb_plot_at(plot, x, q1), &stroke);
    gb_draw_line(d, gb_plot_at(plot, x, q3), gb_plot_at(plot, x, v[last]), &stroke);
    gb_draw_box(d, box_between(gb_plot_at(plot, x - half, q1), gb_plot_at(plot, x + half, q3)),
                &fill, &stroke);
    stroke.width = 2.5;
    gb_draw_line(d, gb_plot_at(plot, x - half, q2), gb_plot_at(plot, x + half, q2), &stroke);
    for (size_t i = 0; i < n; i++)
        if (i < first || i > last) gb_draw_circle(d, gb_plot_at(plot, x, v[i]), 2.5, NULL, &stroke);
    return true;
}

static uint8_t channel_of(const gb_array *a, int64_t i)
{
    double x = gb_array_get(a, i);
    double most = a->type == GB_ARRAY_INT64 ? 255 : 1;
    return isnan(x) ? 0 : (uint8_t)(fmin(fmax(x / most, 0), 1) * 255 + 0.5);
}

/* [rows, columns, 3 or 4]: numbers 0…1, or 0…255 when they are whole. */
static bool draw_colors(gb_plot *plot, const gb_array *a, gb_box box, gb_error *err)
{
    int64_t rows = a->dims[0], columns = a->dims[1];
    int64_t stride = 1 + ((rows > columns ? rows : columns) - 1) / MOST_IMAGE;
    int64_t r = (rows + stride - 1) / stride, c = (columns + stride - 1) / stride;
    gb_color *colors = gb_alloc((size_t)(r * c) * sizeof *colors, err);
    if (!colors) return false;
    for (int64_t i = 0; i < r; i++)
        for (int64_t j = 0; j < c; j++) {
            int64_t at = (i * stride * columns + j * stride) * a->dims[2];
            colors[i * c + j] =
                (gb_color){channel_of(a, at), channel_of(a, at + 1), channel_of(a, at + 2)};
        }
    gb_draw_raster(plot->drawing, box, &(gb_raster){colors, (int)r, (int)c});
    gb_free(colors);
    return true;
}

static bool draw_image(gb_plot *plot, const gb_trace *t, gb_error *err)
{
    const gb_array *a = &t->series->image;
    if (gb_array_count(a) == 0) return true;
    gb_point p = gb_plot_at(plot, -0.5, -0.5);
    gb_point q = gb_plot_at(plot, (double)a->dims[1] - 0.5, (double)a->dims[0] - 0.5);
    gb_box box = box_between(p, q);
    if (a->rank == 3) return draw_colors(plot, a, box, err);
    gb_small_matrix m;
    if (!gb_array_shrink(a, MOST_IMAGE, MOST_IMAGE, &m, err)) return false;
    gb_array small = gb_small_matrix_array(&m);
    gb_map map = {.values = &small,
                  .scale = gb_trace_scale(t),
                  .upward = p.y > q.y,
                  .cell_width = box.w / (double)m.columns,
                  .cell_height = box.h / (double)m.rows,
                  .numbers = t->series->annotate};
    bool ok = gb_map_draw(&map, plot->drawing, (gb_point){box.x, box.y}, err);
    gb_small_matrix_release(&m);
    return ok;
}

static void draw_rule(gb_plot *plot, const gb_trace *t)
{
    bool across = t->series->kind == GB_SERIES_H_LINE;
    gb_point at = gb_plot_at(plot, across ? plot->x.low : t->x[0], across ? t->y[0] : plot->y.low);
    gb_box b = plot->box;
    gb_stroke stroke = gb_trace_stroke(t);
    if (across)
        gb_draw_line(plot->drawing, (gb_point){b.x, at.y}, (gb_point){b.x + b.w, at.y}, &stroke);
    else
        gb_draw_line(plot->drawing, (gb_point){at.x, b.y}, (gb_point){at.x, b.y + b.h}, &stroke);
}

bool gb_trace_draw(gb_plot *plot, const gb_trace *t, gb_error *err)
{
    gb_font font = {.size = 10.5, .color = t->color};
    if (t->errors && !is_bars(t->series->kind)) draw_errors(plot, t);
    switch (t->series->kind) {
    case GB_SERIES_LINE:
    case GB_SERIES_STEP: return draw_line(plot, t, err);
    case GB_SERIES_SCATTER: draw_scatter(plot, t); return true;
    case GB_SERIES_BAR:
    case GB_SERIES_BAR_ACROSS:
    case GB_SERIES_HISTOGRAM:
        draw_bars(plot, t);
        if (t->errors) draw_errors(plot, t);
        return true;
    case GB_SERIES_AREA: return draw_area(plot, t, err);
    case GB_SERIES_IMAGE: return draw_image(plot, t, err);
    case GB_SERIES_H_LINE:
    case GB_SERIES_V_LINE: draw_rule(plot, t); return true;
    case GB_SERIES_BOX: return draw_box_plot(plot, t, err);
    case GB_SERIES_TEXT:
        gb_draw_text(plot->drawing, gb_plot_at(plot, t->x[0], t->y[0]), t->series->name, &font);
        return true;
    }
    return true;
}

/* --- what is covered -----------------------------------------------------------------------------
 */

static void visit_box(gb_box box, gb_visit *visit, void *context)
{
    enum { STEPS = 12 };
    for (int i = 0; i <= STEPS; i++)
        for (int j = 0; j <= STEPS; j++)
            visit(context, (gb_point){box.x + box.w * i / STEPS, box.y + box.h * j / STEPS});
}

static void visit_segment(gb_point a, gb_point b, gb_visit *visit, void *context)
{
    double length = hypot(b.x - a.x, b.y - a.y);
    int steps = isfinite(length) ? (int)fmin(length / 4, 500) : 0;
    for (int i = 0; i <= steps; i++) {
        double part = steps ? (double)i / steps : 0;
        visit(context, (gb_point){a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part});
    }
}

void gb_trace_visit(const gb_plot *plot, const gb_trace *t, gb_visit *visit, void *context)
{
    gb_series_kind kind = t->series->kind;
    if (kind == GB_SERIES_IMAGE) visit_box(plot->box, visit, context);
    if (kind == GB_SERIES_H_LINE || kind == GB_SERIES_V_LINE) {
        gb_point at = gb_plot_at(plot, kind == GB_SERIES_H_LINE ? plot->x.low : t->x[0],
                                 kind == GB_SERIES_H_LINE ? t->y[0] : plot->y.low);
        gb_point to = kind == GB_SERIES_H_LINE ? (gb_point){plot->box.x + plot->box.w, at.y}
                                               : (gb_point){at.x, plot->box.y};
        visit_segment(at, to, visit, context);
        return;
    }
    for (size_t i = 0; i < t->count; i++) {
        gb_point at = gb_plot_at(plot, kind == GB_SERIES_BOX ? t->x[0] : t->x[i], t->y[i]);
        if (is_bars(kind) || kind == GB_SERIES_BAR_ACROSS) {
            visit_box(bar_box(plot, t, i), visit, context);
        } else if (kind == GB_SERIES_AREA) {
            gb_point low = gb_plot_at(plot, t->x[i], base_of(&plot->y, t->low ? t->low[i] : 0));
            visit_segment(at, low, visit, context);
        } else if (i && t->line && kind != GB_SERIES_BOX && kind != GB_SERIES_TEXT) {
            visit_segment(gb_plot_at(plot, t->x[i - 1], t->y[i - 1]), at, visit, context);
        } else {
            visit(context, at);
        }
    }
}
