/* One pair of axes: limits, ticks, frame, labels. See plot.h. */
#include "display/plot.h"

#include "display/label.h"
#include "display/map.h"
#include "graph/base/memory.h"

#include <math.h>

static const double TITLE_SIZE = 13, LABEL_SIZE = 12, TICK_SIZE = 10.5, GAP = 6, BAR_WIDTH = 12;
static const gb_color FRAME = {0x66, 0x66, 0x66}, GRID = {0xdd, 0xdd, 0xdd};

double gb_span_at(const gb_span_map *map, double value)
{
    double low = map->low, high = map->high;
    if (map->logarithmic) {
        if (!(value > 0)) return NAN;
        low = log10(low);
        high = log10(high);
        value = log10(value);
    }
    /* Halves: the difference of two large numbers may overflow. */
    return map->from + (value / 2 - low / 2) / (high / 2 - low / 2) * (map->to - map->from);
}

gb_point gb_plot_at(const gb_plot *plot, double x, double y)
{
    return (gb_point){gb_span_at(&plot->x, x), gb_span_at(&plot->y, y)};
}

/* --- limits --------------------------------------------------------------------------------------
 */

static void add_margin(double *low, double *high, bool logarithmic, bool floor_low)
{
    if (logarithmic) {
        double part = pow(*high / *low, 0.05);
        *high *= part;
        if (!floor_low) *low /= part;
        return;
    }
    double part = (*high / 2 - *low / 2) * 0.1;
    *high += part;
    if (!floor_low) *low -= part;
}

static void settle(const gb_axis *axis, double low, double high, bool tight, bool floor_low,
                   gb_span_map *map)
{
    map->logarithmic = axis->logarithmic;
    if (axis->fixed && isfinite(axis->low) && isfinite(axis->high) && axis->low != axis->high &&
        (!axis->logarithmic || (axis->low > 0 && axis->high > 0))) {
        map->low = axis->low;
        map->high = axis->high;
        return;
    }
    if (isnan(low)) {
        low = axis->logarithmic ? 1 : 0;
        high = axis->logarithmic ? 10 : 1;
    }
    if (!(high > low)) {
        double half = axis->logarithmic ? 0 : fmax(fabs(low) * 0.05, 0.5);
        high = axis->logarithmic ? high * 2 : high + half;
        low = axis->logarithmic ? low / 2 : floor_low ? low : low - half;
    } else if (!tight) {
        add_margin(&low, &high, axis->logarithmic, floor_low);
    }
    map->low = fmax(low, -1e300);
    map->high = fmin(high, 1e300);
    /* Numbers so large that neighbours are equal: the smallest span that can be cut. */
    if (!(map->high > map->low)) map->high = nextafter(map->low, INFINITY) * (1 + 1e-9);
}

static void find_limits(gb_plot *plot)
{
    gb_extent e = {.x_low = NAN, .x_high = NAN, .y_low = NAN, .y_high = NAN};
    const gb_axes *axes = plot->axes;
    for (size_t i = 0; i < plot->count; i++)
        gb_trace_extent(plot, &plot->traces[i], &e);
    settle(&axes->x, e.x_low, e.x_high, e.x_tight, e.x_floor, &plot->x);
    settle(&axes->y, e.y_low, e.y_high, e.y_tight, e.y_floor, &plot->y);
    /* Row 0 of an image is on top. */
    if (e.y_tight && !axes->y.fixed) {
        double low = plot->y.low;
        plot->y.low = plot->y.high;
        plot->y.high = low;
    }
}

/* --- ticks ---------------------------------------------------------------------------------------
 */

static const char *keep(gb_plot *plot, gb_buffer *text)
{
    gb_buffer_put(text, "", 0);
    const char *copy =
        text->failed ? NULL : gb_arena_strndup(plot->arena, text->data, text->size, NULL);
    gb_buffer_clear(text);
    return copy ? copy : "";
}

/* Ticks that the axis itself brings: its categories, or its own places. */
static size_t given_ticks(const gb_axis *axis)
{
    return axis->ticks ? axis->tick_count : axis->category_count;
}

static bool make_given(gb_plot *plot, const gb_axis *axis, gb_marks *marks, gb_error *err)
{
    size_t n = given_ticks(axis);
    double *at = gb_arena_array(plot->arena, n, sizeof *at, err);
    marks->labels = gb_arena_array(plot->arena, n, sizeof *marks->labels, err);
    if (!at || !marks->labels) return false;
    gb_buffer text = GB_BUFFER_INIT;
    for (size_t i = 0; i < n; i++) {
        at[i] = axis->ticks ? axis->ticks[i] : (double)i;
        if (axis->categories)
            gb_label_put(&text, i < axis->category_count ? axis->categories[i] : "", GB_LABEL_LINE,
                         28);
        else
            gb_tick_put(&text, at[i], 0);
        marks->labels[i] = keep(plot, &text);
    }
    gb_buffer_release(&text);
    marks->at = at;
    marks->count = n;
    return true;
}

static bool make_round(gb_plot *plot, const gb_span_map *map, size_t most, gb_marks *marks,
                       gb_error *err)
{
    double low = fmin(map->low, map->high), high = fmax(map->low, map->high);
    gb_ticks ticks =
        map->logarithmic ? gb_ticks_log(low, high, most) : gb_ticks_linear(low, high, most);
    double *at = gb_arena_copy(plot->arena, ticks.at, sizeof ticks.at, err);
    marks->labels = gb_arena_array(plot->arena, GB_TICKS, sizeof *marks->labels, err);
    if (!at || !marks->labels) return false;
    gb_buffer text = GB_BUFFER_INIT;
    for (size_t i = 0; i < ticks.count; i++) {
        gb_tick_put(&text, ticks.at[i], ticks.step);
        marks->labels[i] = keep(plot, &text);
    }
    gb_buffer_release(&text);
    marks->at = at;
    marks->count = ticks.count;
    return true;
}

static bool has_image(const gb_plot *plot)
{
    for (size_t i = 0; i < plot->count; i++)
        if (plot->traces[i].series->kind == GB_SERIES_IMAGE) return true;
    return false;
}

static bool make_marks(gb_plot *plot, const gb_axis *axis, const gb_span_map *map, gb_marks *marks,
                       gb_error *err)
{
    *marks = (gb_marks){.stride = 1};
    if (axis->no_ticks || plot->axes->hidden) return true;
    if (axis->categories || axis->ticks) return make_given(plot, axis, marks, err);
    double length = fabs(map->to - map->from), each = map == &plot->x ? 62 : 40;
    size_t most = (size_t)fmin(fmax(length / each, 2), 12);
    /* Rows and columns of an image are whole numbers. */
    double cells = fabs(map->high - map->low);
    if (has_image(plot) && cells < (double)most) most = cells < 1.5 ? 1 : (size_t)cells;
    return make_round(plot, map, most, marks, err);
}

static double widest(const gb_plot *plot, const gb_marks *marks)
{
    gb_font font = {.size = TICK_SIZE};
    double width = 0;
    for (size_t i = 0; i < marks->count; i++)
        width = fmax(width, gb_text_extent(plot->drawing, marks->labels[i], &font));
    return width;
}

/* Distance on the sheet between neighbouring ticks. */
static double spacing(const gb_marks *marks, const gb_span_map *map)
{
    double least = fabs(map->to - map->from);
    for (size_t i = 1; i < marks->count; i++) {
        double d = fabs(gb_span_at(map, marks->at[i]) - gb_span_at(map, marks->at[i - 1]));
        if (d > 0) least = fmin(least, d);
    }
    return least;
}

/* Turns labels that do not fit side by side, and thins those that do not fit then. */
static void fit_labels(gb_plot *plot)
{
    const double line = TICK_SIZE * 1.25;
    double space = spacing(&plot->x_marks, &plot->x), width = widest(plot, &plot->x_marks);
    plot->x_angle = plot->axes->x.rotation;
    if (plot->x_angle == 0 && plot->x_marks.count > 1 && width + 6 > space)
        plot->x_angle = space >= line * 1.3 ? 45 : 90;
    double needs = plot->x_angle == 0 ? width + 6 : line;
    if (space < needs) plot->x_marks.stride = (size_t)ceil(needs / fmax(space, 0.01));
    double down = spacing(&plot->y_marks, &plot->y);
    if (down < line) plot->y_marks.stride = (size_t)ceil(line / fmax(down, 0.01));
}

/* --- layout --------------------------------------------------------------------------------------
 */

static double label_height(const gb_plot *plot)
{
    if (!plot->x_marks.count) return 4;
    double turn = fabs(plot->x_angle) * M_PI / 180, width = widest(plot, &plot->x_marks);
    return 6 + width * fabs(sin(turn)) + TICK_SIZE * (0.35 + 0.85 * fabs(cos(turn)));
}

static double bar_space(const gb_plot *plot, double height)
{
    if (!plot->bar) return 0;
    gb_scale scale = gb_trace_scale(plot->bar);
    bool named = plot->bar->series->value_name != NULL;
    return 2 * GAP + BAR_WIDTH + gb_scale_width(&scale, plot->drawing, height) + (named ? 18 : 2);
}

/* The data area: what the labels leave of the cell. */
static void place_box(gb_plot *plot)
{
    const gb_axes *axes = plot->axes;
    double left = 4 + (plot->y_marks.count ? widest(plot, &plot->y_marks) + 8 : 4) +
                  (axes->y.label ? LABEL_SIZE + 8 : 0);
    double top = axes->title ? TITLE_SIZE + 14 : 10;
    double bottom = label_height(plot) + (axes->x.label ? LABEL_SIZE + 8 : 2);
    double right = 14 + bar_space(plot, plot->cell.h - top - bottom) +
                   (plot->legend_width > 0 ? plot->legend_width + 2 * GAP : 0);
    if (axes->hidden) left = bottom = 8;
    if (plot->x_angle > 0 && plot->x_angle < 90) {
        /* The first label, turned, reaches to the left. */
        double reach = widest(plot, &plot->x_marks) * cos(plot->x_angle * M_PI / 180);
        left = fmin(fmax(left, reach * 0.8), plot->cell.w / 3);
    }
    gb_box b = {plot->cell.x + left, plot->cell.y + top, plot->cell.w - left - right,
                plot->cell.h - top - bottom};
    plot->box = (gb_box){b.x, b.y, fmax(b.w, 10), fmax(b.h, 10)};
}

/* Shrinks the area so that a unit is as long across as down. */
static void keep_aspect(gb_plot *plot)
{
    double across = fabs(plot->x.high - plot->x.low), down = fabs(plot->y.high - plot->y.low);
    if (!plot->axes->equal || !(across > 0 && down > 0) || plot->x.logarithmic ||
        plot->y.logarithmic)
        return;
    double unit = fmin(plot->box.w / across, plot->box.h / down);
    double w = fmax(unit * across, 4), h = fmax(unit * down, 4);
    plot->box.x += (plot->box.w - w) / 2;
    plot->box.y += (plot->box.h - h) / 2;
    plot->box.w = w;
    plot->box.h = h;
}

static void map_box(gb_plot *plot)
{
    plot->x.from = plot->box.x;
    plot->x.to = plot->box.x + plot->box.w;
    plot->y.from = plot->box.y + plot->box.h;
    plot->y.to = plot->box.y;
}

/* Labels need the box to be chosen, the box needs the labels to be measured: twice is enough. */
static bool lay_out(gb_plot *plot, gb_error *err)
{
    plot->box = (gb_box){plot->cell.x + 50, plot->cell.y + 24, fmax(plot->cell.w - 70, 10),
                         fmax(plot->cell.h - 60, 10)};
    for (int pass = 0; pass < 2; pass++) {
        keep_aspect(plot);
        map_box(plot);
        if (!make_marks(plot, &plot->axes->x, &plot->x, &plot->x_marks, err) ||
            !make_marks(plot, &plot->axes->y, &plot->y, &plot->y_marks, err))
            return false;
        fit_labels(plot);
        place_box(plot);
    }
    keep_aspect(plot);
    map_box(plot);
    return true;
}

/* --- drawing -------------------------------------------------------------------------------------
 */

/* Rounding must not drop a tick that lies on the frame. */
static bool inside(double at, double from, double to)
{
    return at >= fmin(from, to) - 0.5 && at <= fmax(from, to) + 0.5;
}

static void draw_grid(const gb_plot *plot)
{
    gb_stroke stroke = {.color = GRID, .width = 0.75};
    gb_box b = plot->box;
    for (size_t i = 0; i < plot->x_marks.count && !plot->axes->x.categories; i++) {
        double x = gb_span_at(&plot->x, plot->x_marks.at[i]);
        if (inside(x, b.x, b.x + b.w))
            gb_draw_line(plot->drawing, (gb_point){x, b.y}, (gb_point){x, b.y + b.h}, &stroke);
    }
    for (size_t i = 0; i < plot->y_marks.count && !plot->axes->y.categories; i++) {
        double y = gb_span_at(&plot->y, plot->y_marks.at[i]);
        if (inside(y, b.y, b.y + b.h))
            gb_draw_line(plot->drawing, (gb_point){b.x, y}, (gb_point){b.x + b.w, y}, &stroke);
    }
}

static void draw_x_ticks(const gb_plot *plot)
{
    gb_font font = {.size = TICK_SIZE, .angle = plot->x_angle};
    font.across = plot->x_angle == 0  ? GB_PLACE_MIDDLE
                  : plot->x_angle > 0 ? GB_PLACE_END
                                      : GB_PLACE_START;
    font.down = plot->x_angle == 0 ? GB_PLACE_START : GB_PLACE_MIDDLE;
    double bottom = plot->box.y + plot->box.h;
    gb_stroke stroke = {.color = FRAME};
    for (size_t i = 0; i < plot->x_marks.count; i++) {
        double x = gb_span_at(&plot->x, plot->x_marks.at[i]);
        if (!inside(x, plot->x.from, plot->x.to)) continue;
        gb_draw_line(plot->drawing, (gb_point){x, bottom}, (gb_point){x, bottom + 4}, &stroke);
        double turned = plot->x_angle == 0 ? 0 : 3;
        if (i % plot->x_marks.stride == 0)
            gb_draw_text(plot->drawing, (gb_point){x + (turned > 0 ? 1 : 0), bottom + 5 + turned},
                         plot->x_marks.labels[i], &font);
    }
}

static void draw_y_ticks(const gb_plot *plot)
{
    gb_font font = {.size = TICK_SIZE, .across = GB_PLACE_END, .down = GB_PLACE_MIDDLE};
    gb_stroke stroke = {.color = FRAME};
    for (size_t i = 0; i < plot->y_marks.count; i++) {
        double y = gb_span_at(&plot->y, plot->y_marks.at[i]), x = plot->box.x;
        if (!inside(y, plot->y.to, plot->y.from)) continue;
        gb_draw_line(plot->drawing, (gb_point){x - 4, y}, (gb_point){x, y}, &stroke);
        if (i % plot->y_marks.stride == 0)
            gb_draw_text(plot->drawing, (gb_point){x - 7, y}, plot->y_marks.labels[i], &font);
    }
}

static void draw_names(const gb_plot *plot)
{
    gb_box b = plot->box;
    gb_font font = {
        .size = TITLE_SIZE, .bold = true, .across = GB_PLACE_MIDDLE, .down = GB_PLACE_MIDDLE};
    gb_draw_text(plot->drawing, (gb_point){b.x + b.w / 2, b.y - 12}, plot->axes->title, &font);
    if (plot->axes->hidden) return;
    font.bold = false;
    font.size = LABEL_SIZE;
    gb_draw_text(plot->drawing,
                 (gb_point){b.x + b.w / 2, b.y + b.h + label_height(plot) + LABEL_SIZE / 2 + 2},
                 plot->axes->x.label, &font);
    font.angle = 90;
    double labels = plot->y_marks.count ? widest(plot, &plot->y_marks) + 8 : 4;
    gb_draw_text(plot->drawing, (gb_point){b.x - labels - LABEL_SIZE / 2 - 4, b.y + b.h / 2},
                 plot->axes->y.label, &font);
}

/* Bars and lines lie on the grid, the frame on them. */
static bool draw_inside(gb_plot *plot, gb_error *err)
{
    bool ok = true;
    if (!plot->axes->no_grid && !plot->axes->hidden && !has_image(plot)) draw_grid(plot);
    gb_draw_clip(plot->drawing,
                 (gb_box){plot->box.x - 1, plot->box.y - 1, plot->box.w + 2, plot->box.h + 2});
    for (size_t i = 0; ok && i < plot->count; i++)
        ok = gb_trace_draw(plot, &plot->traces[i], err);
    gb_draw_unclip(plot->drawing);
    return ok;
}

static void draw_outside(gb_plot *plot)
{
    if (!plot->axes->hidden) {
        gb_draw_box(plot->drawing, plot->box, NULL, &(gb_stroke){.color = FRAME});
        draw_x_ticks(plot);
        draw_y_ticks(plot);
    }
    draw_names(plot);
    if (!plot->bar) return;
    gb_scale scale = gb_trace_scale(plot->bar);
    double x = plot->box.x + plot->box.w + 2 * GAP;
    gb_scale_draw(&scale, plot->drawing, (gb_box){x, plot->box.y, BAR_WIDTH, plot->box.h},
                  plot->bar->series->value_name);
}

static bool draw(gb_plot *plot, gb_error *err)
{
    if (!gb_traces_make(plot, err)) return false;
    find_limits(plot);
    if (!lay_out(plot, err)) return false;
    gb_point at = {0, 0};
    bool legend = gb_legend_wanted(plot);
    bool outside = legend && !gb_legend_place(plot, &at);
    if (outside) {
        plot->legend_width = fmin(gb_legend_width(plot), plot->cell.w / 2);
        if (!lay_out(plot, err)) return false;
        double bar = bar_space(plot, plot->box.h);
        at = (gb_point){plot->box.x + plot->box.w + 2 * GAP + bar, plot->box.y};
    }
    if (!draw_inside(plot, err)) return false;
    draw_outside(plot);
    if (legend) gb_legend_draw(plot, at);
    return true;
}

bool gb_plot_draw(const gb_axes *axes, gb_drawing *drawing, gb_box cell, gb_error *err)
{
    gb_arena arena = GB_ARENA_INIT;
    gb_plot plot = {.axes = axes, .drawing = drawing, .arena = &arena, .cell = cell};
    bool ok = draw(&plot, err);
    gb_arena_release(&arena);
    return ok;
}
